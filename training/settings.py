"""What a training run is told: a TOML file, one value a line."""

import tomllib
from pathlib import Path

from msgspec import Struct, convert


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """name          of the model; encoder: a folder with config.json, model.safetensors, tokenizer.json, relative to the cache or absolute
    epochs        passes over the training split
    pieces        word pieces a batch, padding included
    rate, head_rate   highest learning rates of the encoder and of the heads; both rise over `warm` of the steps, then fall to 0
    frozen        leave the encoder's word table as it is
    share         of the training split that is used, for learning curves
    clauses       learn from clauses too
    pairs         find parties by ordered pairs of mentions too, to compare (pairs.py)
    teacher       a finished run whose scores are learnt beside the labels; weight: of its part
    layers        of the encoder that are kept, evenly, 0 for all: a thinned-out one
    """

    name: str
    encoder: str
    epochs: int = 5
    pieces: int = 1024
    rate: float = 5e-5
    head_rate: float = 1e-3
    warm: float = 0.06
    dropout: float = 0.1
    frozen: bool = True
    seed: int = 1
    share: float = 1.0
    clauses: bool = True
    augment: bool = True
    pairs: bool = False
    teacher: str = ""
    weight: float = 0.5
    layers: int = 0


def settings(path: Path) -> Settings:
    """Raises OSError, and ValueError (tomllib's and msgspec's are such) where the file says what is not known."""
    return convert(tomllib.loads(path.read_text("utf-8")), Settings)
