"""Which model reads: the one that was asked for, else the best one installed, else the dictionary alone."""

from importlib import import_module, resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.language.model.session import Model

DICTIONARY = "dictionary"
# The best first. accurate is a package of its own, which says where its files are.
_PLACES = {"accurate": ("dateline_accurate", ""), "fast": ("dateline.language", "models/fast")}
Choice = str | Path | None


class BadModel(ValueError):
    """The folder holds no model that this version can read; says why and what to do."""


def model_for(choice: Choice = None) -> "Model | None":
    """The model to read with, loaded once a process; None for the dictionary alone. Raises as `chosen` and `session.load` do."""
    folder = chosen(choice)
    if folder is None:
        return None
    from dateline.language.model.session import load  # numpy and onnxruntime, which the dictionary need not wait for

    return load(folder)


def installed() -> dict[str, Path]:
    """Name -> folder of each model that is installed, the best first."""
    found: dict[str, Path] = {}
    for name, (package, inside) in _PLACES.items():
        if find_spec(package) is None:
            continue
        folder = Path(str(resources.files(import_module(package)))) / inside
        if (folder / "model.json").is_file():
            found[name] = folder
    return found


def chosen(choice: Choice = None) -> Path | None:
    """The folder of the model to read with; None for the dictionary alone.

    choice  fast, accurate, dictionary, a folder, or None for the best one installed
    raises  LookupError where fast or accurate is asked for and not installed
    """
    if choice == DICTIONARY:
        return None
    here = installed()
    if choice is None:
        return next(iter(here.values()), None)
    if choice in _PLACES:
        if choice not in here:
            raise LookupError(f"the model {choice!r} is not installed; installed: {', '.join(here) or 'none'}")
        return here[str(choice)]
    return Path(choice)
