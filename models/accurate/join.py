"""Puts model.onnx together from its volumes when the package is built; a volume is a file that a git host takes."""

import hashlib
import json
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).parent
PACKAGE = HERE / "src" / "dateline_accurate"


class Join(BuildHookInterface):  # type: ignore[type-arg]
    """Before the wheel is built: volumes/model.onnx.001, .002, .. -> src/dateline_accurate/model.onnx, checked against model.json."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        told = json.loads((PACKAGE / "model.json").read_text("utf-8"))["files"]["model.onnx"]
        whole = b"".join(volume.read_bytes() for volume in sorted((HERE / "volumes").glob("model.onnx.*")))
        if hashlib.sha256(whole).hexdigest() != told:
            raise ValueError(f"the volumes in {HERE / 'volumes'} do not make the file that model.json tells of")
        (PACKAGE / "model.onnx").write_bytes(whole)
