"""A model's folder -> the package of its own, its network cut into volumes that a git host takes."""

import shutil
from pathlib import Path

SIZE = 40_000_000  # bytes; hosts warn from 50 MB on


def packed(folder: Path, package: Path) -> list[Path]:
    """Put the files of `folder` into the package `package` (models/accurate). Gives the volumes."""
    inside = package / "src" / "dateline_accurate"
    for name in ("model.json", "tokenizer.json"):
        shutil.copyfile(folder / name, inside / name)
    volumes = package / "volumes"
    shutil.rmtree(volumes, ignore_errors=True)
    volumes.mkdir(parents=True)
    whole = (folder / "model.onnx").read_bytes()
    made = []
    for n, start in enumerate(range(0, len(whole), SIZE), 1):
        made.append(volumes / f"model.onnx.{n:03}")
        made[-1].write_bytes(whole[start : start + SIZE])
    return made
