"""What to take out of a record, and the SQL that takes it."""

from datetime import date as Day

from msgspec import Struct

from dateline.types import Status


class Filter(Struct, frozen=True, kw_only=True):
    """Which events, quotations or stories are wanted; what is left out does not narrow.

    dyad        two parties between which the event is, either way
    actor       who does it (of a quotation: who says it; of a story: who is named in it)
    recipient   to whom it is done
    root, quad, status   any of these
    since, until  days; an interval that touches them counts, and what is undated counts by the day it is told on
    place       a place's name or a country code
    source      a publisher, an agency or the host of an address

    A party is a country code, an actor's id or an actor's name. Of stories and quotations, dyad, recipient, root, quad and status
    keep those whose story reports such an event; case never matters.
    """

    dyad: tuple[str, str] | None = None
    actor: str | None = None
    recipient: str | None = None
    root: tuple[str, ...] = ()
    quad: tuple[int, ...] = ()
    status: tuple[Status, ...] = ()
    since: Day | None = None
    until: Day | None = None
    place: str | None = None
    source: str | None = None


Conditions = list[tuple[str, tuple[object, ...]]]


def where(conditions: Conditions) -> tuple[str, list[object]]:
    """All conditions as one SQL expression and its values."""
    return " AND ".join(c for c, _ in conditions) or "1", [v for _, values in conditions for v in values]


def of_events(f: Filter) -> Conditions:
    """Conditions on `events e JOIN stories s`."""
    return [*_deed(f), *_party(f.actor, "actor"), *_place(f.place, "e.place", "e.place_country"), *_source(f),
            *_days(f, "coalesce(e.first, e.last, s.day)", "coalesce(e.last, e.first, s.day)")]


def of_quotes(f: Filter) -> Conditions:
    """Conditions on `quotes q JOIN stories s LEFT JOIN actors a`, a being the speaker."""
    speaker: Conditions = [(_is("a"), (f.actor,) * 3)] if f.actor else []
    return [*speaker, *_reports(f), *_place(f.place, "s.place", "s.country"), *_source(f),
            *_days(f, "coalesce(q.said, s.day)", "coalesce(q.said, s.day)")]


def of_stories(f: Filter) -> Conditions:
    """Conditions on `stories s`."""
    named: Conditions = []
    if f.actor:
        named = [(f"EXISTS (SELECT 1 FROM actors a WHERE a.digest = s.digest AND a.story = s.story AND {_is('a')})", (f.actor,) * 3)]
    return [*named, *_reports(f), *_place(f.place, "s.place", "s.country"), *_source(f), *_days(f, "s.day", "s.day")]


def _is(table: str) -> str:
    """SQL: the row of actors or parties is the one named by code, id or name."""
    return f"(upper(?) = {table}.country OR ? = {table}.actor COLLATE NOCASE OR ? = {table}.name COLLATE NOCASE)"


def _reports(f: Filter) -> Conditions:
    conditions = _deed(f)
    if not conditions:
        return []
    test, values = where(conditions)
    return [(f"EXISTS (SELECT 1 FROM events e WHERE e.digest = s.digest AND e.story = s.story AND {test})", tuple(values))]


def _deed(f: Filter) -> Conditions:
    found: Conditions = [*_party(f.recipient, "recipient")]
    if f.dyad:
        # In a mutual deed the two are both actors; where one country is asked for twice, two parties of it are meant.
        found.append((
            "EXISTS (SELECT 1 FROM parties p JOIN parties r USING (digest, story, event)"
            " WHERE p.digest = e.digest AND p.story = e.story AND p.event = e.event"
            " AND (p.role <> r.role OR e.reciprocal AND p.position <> r.position)"
            f" AND {_is('p')} AND {_is('r')})", (f.dyad[0],) * 3 + (f.dyad[1],) * 3))
    for column, wanted in (("upper(e.root)", tuple(r.upper() for r in f.root)), ("e.quad", f.quad), ("e.status", f.status)):
        if wanted:
            found.append((f"{column} IN ({', '.join('?' * len(wanted))})", wanted))
    return found


def _party(who: str | None, role: str) -> Conditions:
    if not who:
        return []
    return [("EXISTS (SELECT 1 FROM parties p WHERE p.digest = e.digest AND p.story = e.story AND p.event = e.event"
             f" AND p.role = '{role}' AND {_is('p')})", (who,) * 3)]


def _place(place: str | None, name: str, country: str) -> Conditions:
    return [(f"({name} = ? COLLATE NOCASE OR {country} = upper(?))", (place, place))] if place else []


def _source(f: Filter) -> Conditions:
    if not f.source:
        return []
    return [("? COLLATE NOCASE IN (s.publisher, s.agency, s.host)", (f.source,))]


def _days(f: Filter, first: str, last: str) -> Conditions:
    bounds = ((f"{last} >= ?", f.since), (f"{first} <= ?", f.until))
    return [(test, (day.isoformat(),)) for test, day in bounds if day]
