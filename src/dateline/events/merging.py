"""One event told in several sentences of a story is one event with several pieces of evidence."""

from collections.abc import Mapping, Sequence

import msgspec

from dateline.types import AHEAD, Actor, Event, Party

_LOOK_BACK = 20  # events of the same deed and parties that are looked at again; a story has fewer
_HEADLINE_DAYS = 31  # a headline without a day of its own may tell what the body dates so far from the dateline


def merged(events: Sequence[Event], cast: Mapping[str, Actor], headline: bool) -> list[Event]:
    """The events in their order, those that tell the same deed joined into the one told most exactly.

    headline  is sentence 0 the story's headline?

    The same: root of the deed and parties' countries (their ids where they have none) agree, modes and statuses do not
    differ, and the intervals of days lie in each other or one is not told.
    """
    kept: list[Event] = []
    alike: dict[tuple[object, ...], list[int]] = {}
    for event in events:
        sides = _sides(event, cast)
        near = alike.setdefault((event.deed, event.status, sides), [])
        at = next((i for i in near[:1] + near[-_LOOK_BACK:] if _same(event, kept[i], headline)), -1)
        if at < 0:
            near.append(len(kept))
            kept.append(event)
        else:
            kept[at] = _joined(kept[at], event)
    return kept


def _sides(event: Event, cast: Mapping[str, Actor]) -> tuple[frozenset[str], frozenset[str]]:
    def named(parties: Sequence[Party]) -> frozenset[str]:
        return frozenset(cast[p.actor].country or p.actor for p in parties)

    return named(event.actors), named(event.recipients)


def _same(a: Event, b: Event, headline: bool) -> bool:
    """Do two events of one deed, status and parties tell the same?"""
    head = (_only_headline(a) or _only_headline(b)) if headline else None
    if a.evidence[0].sentence == b.evidence[0].sentence:
        return False
    if not (a.recipients or a.reciprocal or head):
        return False
    if not a.first or not b.first:
        return a.status in AHEAD and head is not None
    if head and head.dated_by == "dateline":
        return abs((a.first - b.first).days) <= _HEADLINE_DAYS
    inside = (
        a.first <= b.first
        and (b.last or b.first) <= (a.last or a.first)
        or b.first <= a.first
        and (a.last or a.first) <= (b.last or b.first)
    )
    nights = abs((a.first - b.first).days) <= 7 and "time" in (a.dated_by, b.dated_by) and (a.last != a.first or b.last != b.first)
    return (inside or nights) and (a.dated_by == b.dated_by == "time" or head is not None)


def _only_headline(event: Event) -> Event | None:
    """The event, where only the headline tells it: a headline tells what the body tells."""
    return event if all(x.sentence == 0 for x in event.evidence) else None


def _joined(a: Event, b: Event) -> Event:
    """The two as one: the narrower interval, the surer reading, a place that is told before one that is guessed."""
    first, second = (a, b) if _exactness(a) <= _exactness(b) else (b, a)
    place = (
        first.place if first.place and not first.place.guess else second.place if second.place and not second.place.guess else first.place
    )
    evidence = tuple(sorted(a.evidence + b.evidence, key=lambda e: (e.sentence, e.start)))
    return msgspec.structs.replace(
        first, evidence=evidence, place=place, numbers=first.numbers or second.numbers, confidence=max(a.confidence, b.confidence),
        said_by=first.said_by or second.said_by,
    )  # fmt: skip


def _exactness(event: Event) -> int:
    """Days of the interval; what is told by its own time before what is only the dateline's."""
    if not event.first:
        return 10_000
    return ((event.last or event.first) - event.first).days + (0 if event.dated_by == "time" else 400)
