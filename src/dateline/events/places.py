"""Where a deed was done: the place that its clause names, else the dateline's as a guess."""

from collections.abc import Sequence

from dateline.types import EventPlace, Mention, Place, Story

_WHERE = frozenset(
    (
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "around",
        "to",
        "into",
        "from",
        "across",
        "on",
        "of",
        "capital",
        "city",
        "town",
        "village",
        "for",
    )
)


def event_place(mentions: Sequence[Mention], text: str, start: int, end: int, trigger: int, visited: Place | None) -> EventPlace | None:
    """The most specific place that text[start:end] names, among equals the nearest to the deed at character `trigger`.

    visited  a visit's own goal, for where no other place is named
    """
    inside = [m for m in mentions if m.place and m.place.lat is not None and m.kind == "place" and start <= m.start and m.end <= end]
    placed = [m for m in inside if _where(text, m.start)]
    if not placed:
        return _placed(visited)
    return _placed(min(placed, key=lambda m: (_is_state(m), abs(m.start - trigger), m.start)).place)


def linked_place(mentions: Sequence[Mention], words: tuple[int, int] | None) -> EventPlace | None:
    """The place that is named in these words of the text, the last one of "a village near Basra"; None where none is known."""
    if words is None:
        return None
    inside = [m for m in mentions if m.start < words[1] and words[0] < m.end and m.place and m.place.lat is not None]
    return _placed(max(inside, key=lambda m: (m.start, m.end)).place) if inside else None


def _placed(place: Place | None) -> EventPlace | None:
    return EventPlace(name=place.name, country=place.country, lat=place.lat, lon=place.lon) if place else None


def _where(text: str, start: int) -> bool:
    words = text[max(0, start - 25) : start].replace(",", " ").lower().split()
    return bool(words) and (
        words[-1] in _WHERE
        or words[-1] == "the"
        and len(words) > 1
        and words[-2] in _WHERE
        or words[-1] in ("northern", "southern", "eastern", "western", "central")
    )


def _is_state(mention: Mention) -> bool:
    """A whole state is less specific than a city: its actor id is its country's code."""
    return bool(mention.actor and mention.place and mention.actor == mention.place.country)


def guessed(story: Story) -> EventPlace | None:
    """The dateline's place, marked as a guess."""
    d = story.dateline
    if not d or not d.place:
        return None
    return EventPlace(name=d.place.split("/")[0], country=d.country, lat=None, lon=None, guess=True)
