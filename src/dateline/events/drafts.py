"""A deed as it was found in a sentence, before its parties, dates and place are looked up."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from dateline.types import Deed, Status


class Draft(NamedTuple):
    """actors, recipients: phrases of the sentence; first..last: tokens that show the deed; at: the clause that it was found in.

    confidence  0 to 1: how sure the frame is
    agreed      planned under a verb of the past ("agreed to deploy"): history where that was long ago
    marked      by the model, recipients too: it has weighed what the dictionary's rules must do without
    time, place  characters of the words that tell the deed's own, where the model links some to it
    guessed     under "may", "could": kept only where the actor itself says so
    """

    deed: Deed
    status: Status
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    mutual: bool
    first: int
    last: int
    at: int
    confidence: float
    agreed: bool = False
    guessed: bool = False
    marked: bool = False
    time: tuple[int, int] | None = None
    place: tuple[int, int] | None = None


def surest(found: Iterable[Draft], key: Callable[[Draft], tuple[object, ...]]) -> list[Draft]:
    """Of drafts with the same key the surest one; in the order of the first of each."""
    kept: dict[tuple[object, ...], Draft] = {}
    for d in found:
        k = key(d)
        if k not in kept or kept[k].confidence < d.confidence:
            kept[k] = d
    return list(kept.values())


# The mode of a request or refusal, by the root of the deed that is asked for or refused (PLOVER manual, REQUEST and REJECT).
ASKED = {
    "CONSULT": "meet",
    "AGREE": "meet",
    "AID": "assist",
    "SUPPORT": "assist",
    "COOPERATE": "assist",
    "RETREAT": "yield",
    "CONCEDE": "yield",
    "SANCTION": "change",
    "COERCE": "change",
    "ACCUSE": "change",
    "MOBILIZE": "change",
    "PROTEST": "change",
    "ASSAULT": "change",
}
# What it is to stop a deed that is going on, and to call off one that was planned.
STOPPED = {
    "CONSULT": Deed("SANCTION", "discontinue"),
    "COOPERATE": Deed("SANCTION", "discontinue"),
    "AID": Deed("SANCTION", "discontinue"),
    "SUPPORT": Deed("SANCTION", "discontinue"),
    "AGREE": Deed("SANCTION", "discontinue"),
    "ASSAULT": Deed("RETREAT", "ceasefire"),
    "PROTEST": Deed("CONCEDE"),
    "SANCTION": Deed("CONCEDE"),
    "COERCE": Deed("CONCEDE"),
    "MOBILIZE": Deed("RETREAT", "withdraw"),
    "ACCUSE": Deed("CONCEDE"),
    "THREATEN": Deed("CONCEDE"),
    "REQUEST": Deed("CONCEDE"),
    "REJECT": Deed("CONCEDE"),
}
CANCELLED = {**STOPPED, "CONSULT": Deed("REJECT", "meet"), "AGREE": Deed("REJECT"), "SUPPORT": Deed("REJECT", "assist")}
