"""How two parties stand, month by month: the events between them counted by quad and added up by score.

A plan is an agreement or a threat of the day it is told on (PLOVER codes it so), not of the day it is for: that one stands in
the calendar. What goes on counts on the day it is told; what happened, on its own day.
"""

from collections.abc import Iterable, Sequence
from datetime import date as Day

from msgspec import Struct

from dateline.record.rows import EventRow, StandingRow

LATEST = 10


class Month(Struct, frozen=True, kw_only=True):
    """One month of a dyad.

    month        "2026-01"
    verbal_cooperation .. material_conflict   how many reports of events of PLOVER's quads 1 to 4
    cooperation  the sum of the scores above zero (PLOVER scores, -10 to 10 an event)
    conflict     the sum of the scores below zero
    sources      how many different sources report them
    """

    month: str
    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int
    cooperation: float
    conflict: float
    sources: int


class Dyad(Struct, frozen=True, kw_only=True):
    """Two parties: their months in order, the lasting relations told of them, and the latest events, newest first.

    uncounted  events that no month counts: denied ones, and those whose day is not known to the month
    """

    a: str
    b: str
    months: tuple[Month, ...]
    standing: tuple[StandingRow, ...]
    latest: tuple[EventRow, ...]
    uncounted: int


def day(event: EventRow) -> Day | None:
    """The day whose month counts the event; None where it has no code, or its own date spans more than one month."""
    if event.quad is None:
        return None
    if event.status in ("planned", "conditional", "ongoing"):
        return event.told or event.first
    if event.first and event.last:
        return event.first if (event.first.year, event.first.month) == (event.last.year, event.last.month) else None
    # Undated background is long past, whenever it is told.
    return None if event.status == "historical" else event.told


def months(events: Iterable[EventRow]) -> tuple[Month, ...]:
    """The months in which something is counted, in order."""
    by_month: dict[str, list[EventRow]] = {}
    for e in events:
        if on := day(e):
            by_month.setdefault(f"{on:%Y-%m}", []).append(e)
    return tuple(_month(name, by_month[name]) for name in sorted(by_month))


def dyad(a: str, b: str, events: Sequence[EventRow], standing: Iterable[StandingRow]) -> Dyad:
    """Sum up the events between two parties and the relations told of them."""
    dated = [(on, e) for e in events if (on := day(e))]
    newest = sorted(dated, key=lambda pair: pair[0], reverse=True)
    return Dyad(a=a, b=b, months=months(events), standing=tuple(standing), latest=tuple(e for _, e in newest[:LATEST]),
                uncounted=len(events) - len(dated))


def _month(name: str, events: list[EventRow]) -> Month:
    count = [sum(e.quad == quad for e in events) for quad in (1, 2, 3, 4)]
    scores = [e.score or 0.0 for e in events]
    return Month(
        month=name, verbal_cooperation=count[0], material_cooperation=count[1], verbal_conflict=count[2], material_conflict=count[3],
        cooperation=round(sum(s for s in scores if s > 0), 1), conflict=round(sum(s for s in scores if s < 0), 1),
        sources=len({e.source or e.page for e in events}),
    )
