"""People of the tables at a date: the office that somebody holds, who holds an office, whom a family name means."""

from collections.abc import Sequence
from datetime import date as Day
from functools import cache
from typing import NamedTuple

from dateline.actors.tables import Period, Person, people, state, words

TOP = (
    "supreme leader",
    "president",
    "prime minister",
    "chancellor",
    "king",
    "queen",
    "emperor",
    "emir",
    "sultan",
    "pope",
    "paramount leader",
    "general secretary",
    "leader",
    "junta leader",
    "junta chief",
    "chief executive",
    "chief adviser",
)
# Where the prime minister leads, though there is a president or a monarch.
_LED_BY_PREMIER = words("people", "led_by_premier")
_LEADER_FIRST = (
    "supreme leader",
    "paramount leader",
    "leader",
    "president",
    "king",
    "queen",
    "emperor",
    "emir",
    "sultan",
    "crown prince",
    "prime minister",
)
_ELITE = frozenset(("GOV", "LEG", "JUD", "MIL", "COP", "SPY"))


class Standing(NamedTuple):
    """What somebody is on a day. former: holds no office any more; role: in words, with its country."""

    country: str | None
    sectors: tuple[str, ...]
    role: str | None
    former: bool
    period: Period


def standing(person: Person, on: Day | None) -> Standing:
    """What a person is on a day; without a day, the office that they are known for: the highest one, else the last."""
    offices = person.offices
    if on is None:
        return _holds(max(offices, key=lambda p: (p.office in TOP, p.office.endswith("minister"), p.last or Day.max)))
    now = [p for p in offices if p.holds(on)]
    if now:
        return _holds(max(now, key=lambda p: (p.office in TOP, p.sectors[:1] == ("GOV",), p.first or Day.min)))
    over = [p for p in offices if p.last and p.last < on]
    if over:
        last = max(over, key=lambda p: p.last or Day.min)
        highest = next((p for p in reversed(over) if p.office in TOP), last)
        return _former(highest if highest.sectors == last.sectors else last)
    first = offices[0]
    sectors = ("PTY",) if first.sectors and first.sectors[0] in ("GOV", "LEG", "OPP") else first.sectors
    return Standing(first.country, sectors, None, False, first)


def _holds(period: Period) -> Standing:
    return Standing(period.country, period.sectors, _titled(period), False, period)


def _former(period: Period) -> Standing:
    if period.sectors and period.sectors[0] in _ELITE:
        return Standing(period.country, ("ELI",), f"former {_titled(period)}", True, period)
    return Standing(period.country, period.sectors, _titled(period), True, period)


def _titled(period: Period) -> str:
    """ "President of South Korea", "Hamas leader"."""
    office = period.office
    country = state(period.country)
    if office in TOP or office.endswith(("minister", "president")) or office == "crown prince":
        name = country.name if country else period.country
        return f"{office[0].upper()}{office[1:]} of {name}" if name else office
    return office[0].upper() + office[1:]


@cache
def _families() -> dict[str, tuple[Person, ...]]:
    found: dict[str, list[Person]] = {}
    for p in people():
        found.setdefault(p.family, []).append(p)
        if " " in p.family:
            found.setdefault(p.family.split()[-1], []).append(p)
    return {k: tuple(v) for k, v in found.items()}


def same_office(a: str, b: str) -> bool:
    """Do two names of offices mean one? "leader" is any of the highest."""
    return (
        a == b
        or (a == "leader" and b in TOP)
        or (b == "leader" and a in TOP)
        or {a, b} <= {"prime minister", "chancellor", "premier"}
        or ({a, b} <= {"president", "supreme leader", "junta leader"} and "president" in (a, b) and "junta leader" in (a, b))
    )


def by_family(family: str, office: str, country: str | None, likely: Sequence[str], on: Day | None) -> Person | None:
    """Whom a family name means; None where that is not clear.

    office   that the words give, "" for none: without one only the highest are meant by family name alone
    country  that the words give; likely: countries that the story names, the likeliest first
    """
    candidates = _families().get(family, ())
    if country:
        candidates = tuple(p for p in candidates if any(o.country == country for o in p.offices))
    if on:
        fitting = [
            p
            for p in candidates
            if any(
                o.holds(on) and (same_office(office, o.office) or (not office and o.office in TOP) or (office and office in o.office))
                for o in p.offices
            )
        ]
        if not fitting and office:
            fitting = [p for p in candidates if any(o.holds(on) for o in p.offices) and country]
        if not fitting and not office:
            fitting = [p for p in candidates if any(o.holds(on) for o in p.offices) and any(o.country in likely[:2] for o in p.offices)]
        if not fitting and not office:
            past = [
                p for p in candidates if any(o.office in TOP and o.last and o.last < on and (on - o.last).days < 6000 for o in p.offices)
            ]
            fitting = past if len(past) == 1 else [p for p in past if any(o.country in likely[:3] for o in p.offices)]
    else:
        fitting = [p for p in candidates if any(same_office(office, o.office) if office else o.office in TOP for o in p.offices)]
    if len(fitting) > 1:
        fitting = next((near for c in likely if (near := [p for p in fitting if any(o.country == c for o in p.offices)])), [])
    if on is None and len({o.country for p in fitting for o in p.offices if o.office in TOP}) == 1:
        # Of two presidents of one name the later one: without a day no more can be told, and the country is right.
        return max(fitting, key=lambda p: p.offices[-1].first or Day.min)
    return fitting[0] if len(fitting) == 1 else None


@cache
def _officers() -> dict[tuple[str | None, str], tuple[tuple[Period, Person], ...]]:
    found: dict[tuple[str | None, str], list[tuple[Period, Person]]] = {}
    for p in people():
        for o in p.offices:
            found.setdefault((o.country, o.office), []).append((o, p))
    return {k: tuple(sorted(v, key=lambda x: x[0].first or Day.min)) for k, v in found.items()}


def holder(country: str, office: str, on: Day | None) -> Person | None:
    """Who holds an office of a country on a day; "leader" is the one who leads it."""
    if on is None:
        return None
    offices: tuple[str, ...] = (office,)
    if office == "leader":
        offices = ("prime minister", "chancellor", *_LEADER_FIRST) if country in _LED_BY_PREMIER else _LEADER_FIRST
    elif office == "prime minister":
        offices = ("prime minister", "chancellor")
    elif office == "king":
        offices = ("king", "queen", "emperor", "emir", "sultan")
    for name in offices:
        held = [p for o, p in _officers().get((country, name), ()) if o.holds(on)]
        if held:
            return held[-1]
    return None


def neighbour(person: Person, on: Day | None, step: int) -> Person | None:
    """The predecessor (step -1) or successor (step 1) of somebody in the office held on a day (or last held)."""
    period = standing(person, on).period
    line = [p for _, p in _officers().get((period.country, period.office), ())]
    places = [i for i, (o, p) in enumerate(_officers().get((period.country, period.office), ())) if p is person and o == period]
    if not places:
        return None
    i = places[0] + step
    while 0 <= i < len(line) and line[i] is person:
        i += step
    return line[i] if 0 <= i < len(line) else None
