"""When a deed was or will be done: its clause's own time, else the narrative's, else the dateline's."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dateline.types import AHEAD, DatedBy, Status, Time

_FAR_BACK = 60  # days: a past told this long before the story goes on in the sentences after it


class When(NamedTuple):
    first: date | None
    last: date | None
    by: DatedBy | None


NEVER = When(None, None, None)


def own_time(
    times: Sequence[Time], pairs: Sequence[tuple[Time, Time]], start: int, end: int, trigger: int, status: Status, told: date | None
) -> When:
    """The interval that the clause text[start:end] itself tells for the deed at character `trigger`; NEVER where it tells none."""
    inside = [t for t in times if start <= t.start and t.end <= end and t.first and t.type in ("DATE", "TIME")]
    for a, b in pairs:
        if a in inside and b in inside and b.last:
            return When(a.first, b.last, "time")
    if status in AHEAD and told:
        inside = [t for t in inside if t.last and t.last >= told] or []
    elif told:
        inside = [t for t in inside if t.first and t.first <= told] or []
    if not inside:
        return NEVER
    near = min(inside, key=lambda t: (abs(t.start - trigger), t.start))
    return When(near.first, near.last, "time")


def linked_time(times: Sequence[Time], pairs: Sequence[tuple[Time, Time]], words: tuple[int, int] | None) -> When:
    """The interval of the time that stands in these words of the text; NEVER where none does."""
    if words is None:
        return NEVER
    inside = [t for t in times if t.start < words[1] and words[0] < t.end and t.first and t.type in ("DATE", "TIME")]
    for a, b in pairs:
        if b.last and (a in inside or b in inside):
            return When(a.first, b.last, "time")
    return When(inside[0].first, inside[0].last, "time") if inside else NEVER


def fallback(status: Status, told: date | None, narrative: When) -> When:
    """The interval of a deed whose clause tells none."""
    if status in AHEAD or status == "denied":
        return NEVER
    if narrative.first and told and (told - narrative.first).days > _FAR_BACK:
        return When(narrative.first, narrative.last, "narrative")
    return When(told, told, "dateline") if told else NEVER
