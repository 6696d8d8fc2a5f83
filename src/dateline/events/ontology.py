"""From a deed and its status to PLOVER's code, its score, and the nearest CAMEO code.

Source: PLOVER codebook, Open Event Data Alliance (2021 draft), chapters 2 to 5, and the scores of draft 0.8.
"""

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dateline.types import AHEAD, Deed, Status


class Code(NamedTuple):
    """PLOVER's code; all None where it has none (what is said not to have happened)."""

    root: str | None
    mode: str | None
    quad: int | None
    score: float | None


NO_CODE = Code(None, None, None, None)
# Roots whose deed may be told as done by all parties to each other.
MUTUAL = frozenset(("CONSULT", "AGREE", "COOPERATE", "SUPPORT", "ASSAULT", "RETREAT"))
# What is threatened, by the deed's mode; by its root where the mode is not listed.
_THREAT_BY_MODE = {
    "strike": "restrict",
    "boycott": "restrict",
    "obstruct": "restrict",
    "restrict": "restrict",
    "curfew": "restrict",
    "censor": "restrict",
    "withhold": "restrict",
    "martial-law": "restrict",
    "ban": "ban",
    "arrest": "arrest",
    "discontinue": "relations",
    "withdraw": "relations",
    "expel": "expel",
    "deport": "expel",
    "seize": "territory",
}


@cache
def _plover() -> dict[str, dict[str, dict[str, object]]]:
    loaded: dict[str, dict[str, dict[str, object]]] = json.loads(files("dateline.events").joinpath("data/plover.json").read_text("utf-8"))
    return loaded


def roots() -> dict[str, dict[str, object]]:
    """root -> {quad, score, modes {mode: score}}"""
    return _plover()["roots"]


def needs_recipient(root: str) -> bool:
    """Has PLOVER no such event without somebody to whom it is done?"""
    return root in _plover()["recipient_required"]


def code(deed: Deed, status: Status) -> Code:
    """The code that the manual gives a deed of this status."""
    if status == "denied":
        return NO_CODE
    root, mode = deed.root, deed.mode
    turned = _plover()["ahead"].get(root) if status in AHEAD else None
    if turned:
        root = str(turned)
        mode = None
        if root == "THREATEN":
            mode = "violence" if deed.root == "ASSAULT" else _THREAT_BY_MODE.get(deed.mode or "")
    entry = roots()[root]
    scores = entry["modes"]
    assert isinstance(scores, dict)
    score = scores.get(mode) if mode else None
    return Code(root, mode, int(str(entry["quad"])), float(str(score if score is not None else entry["score"])))


class _CameoRow(NamedTuple):
    deed: str
    mode: str
    context: str
    status: str
    cameo: str
    goldstein: float


@cache
def _cameo_rows() -> tuple[_CameoRow, ...]:
    lines = files("dateline.events").joinpath("data/cameo.tsv").read_text("utf-8").splitlines()
    rows = [x.split("\t") for x in lines if x and not x.startswith("#")][1:]
    return tuple(_CameoRow(r[0], r[1], r[2], r[3], r[4], float(r[5])) for r in rows)


def cameo(deed: Deed, status: Status, contexts: Iterable[str]) -> tuple[str | None, float | None]:
    """The nearest CAMEO code and its Goldstein score; None for what is denied."""
    if status == "denied":
        return None, None
    held, ahead = set(contexts), "ahead" if status in AHEAD else "done"
    for row in _cameo_rows():
        if row.deed == deed.root and row.mode in ("", deed.mode) and (not row.context or row.context in held) and row.status in ("", ahead):
            return row.cameo, row.goldstein
    return None, None
