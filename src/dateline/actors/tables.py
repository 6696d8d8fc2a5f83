"""The tables of data/, loaded once: states, regions, bodies, people with their offices, role nouns."""

from collections.abc import Iterator
from datetime import date as Day
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dateline.actors.places import fold
from dateline.types import MentionKind, Place


class State(NamedTuple):
    """A state or territory. people: singular and plural nouns ("Dane", "Danes"); former: another row is today's state of that code."""

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    government: tuple[str, ...]
    lat: float
    lon: float
    cow: int | None
    gw: int | None
    former: bool

    @property
    def place(self) -> Place:
        return Place(name=self.name, country=self.code, lat=self.lat, lon=self.lon)


class Region(NamedTuple):
    """A region, sea or continent. code: its state, None for none; admin: GeoNames code of the first level, "" for none."""

    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    code: str | None
    admin: str
    lat: float
    lon: float
    sectors: tuple[str, ...]

    @property
    def place(self) -> Place:
        return Place(name=self.name, country=self.code, lat=self.lat, lon=self.lon)


class Period(NamedTuple):
    """What held from first to last (both inside; None: not bounded). office: of a person, else ""."""

    country: str | None
    sectors: tuple[str, ...]
    office: str
    first: Day | None
    last: Day | None

    def holds(self, on: Day) -> bool:
        return (self.first is None or self.first <= on) and (self.last is None or on <= self.last)


class Body(NamedTuple):
    """An organisation; what it is may change with time: the Taliban are rebels or the government."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: MentionKind
    periods: tuple[Period, ...]

    def at(self, on: Day | None) -> Period:
        """What holds on a day, else the period nearest to the end."""
        return next((p for p in self.periods if on and p.holds(on)), self.periods[-1])


class Person(NamedTuple):
    """Somebody known by name, with the offices held, oldest first. family: the word that stories call the person by, lower case."""

    id: str
    name: str
    names: tuple[str, ...]
    family: str
    offices: tuple[Period, ...]


class Role(NamedTuple):
    """What a noun says of somebody. office: as Period.office, "" for none."""

    words: str
    kind: MentionKind
    sectors: tuple[str, ...]
    office: str


# Given names by which people are known there.
_PARTICLES = frozenset(("le", "de", "van", "von", "la"))
_BY_GIVEN_NAME = frozenset(("VNM", "ETH", "ERI", "MMR", "IDN", "MNG"))
_KINDS: dict[str, MentionKind] = {
    k: k for k in ("person", "role", "state", "government", "body", "armed", "people", "place", "media", "company", "party", "thing")
}


def _rows(table: str) -> Iterator[dict[str, str]]:
    lines = files("dateline.actors").joinpath(f"data/{table}.tsv").read_text("utf-8").splitlines()
    head = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(head, line.split("\t"), strict=True))


def _several(field: str) -> tuple[str, ...]:
    return tuple(x for x in field.split(";") if x)


def _day(field: str) -> Day | None:
    return Day.fromisoformat(field) if field else None


def slug(name: str) -> str:
    """A name as part of an actor's id: "free-syrian-army"."""
    return fold(name).replace(" ", "-")


def words(module: str, name: str) -> frozenset[str]:
    """A set of words of data/words.tsv, kept apart from the code that uses it."""
    return _words()[module, name]


@cache
def _words() -> dict[tuple[str, str], frozenset[str]]:
    return {(r["module"], r["set"]): frozenset(r["words"].split()) for r in _rows("words")}


def qualifiers() -> dict[str, tuple[str, ...]]:
    """Adjectives and first nouns of a phrase that give its sector whatever the head: "opposition" -> ("OPP",)."""
    return {word: (r["sector"],) for r in _rows("qualifiers") for word in r["words"].split()}


# Where the family name comes first.
FAMILY_FIRST = words("tables", "family_first")


@cache
def states() -> tuple[State, ...]:
    found: list[State] = []
    seen: set[str] = set()
    for r in _rows("states"):
        adjectives = _several(r["adjectives"])
        people = _several(r["people"]) or tuple(p for a in adjectives for p in (a, _plural(a)))
        cow = int(r["cow"]) if r["cow"] else None
        found.append(
            State(
                r["code"], r["name"], (r["name"], *_several(r["aliases"])), adjectives, people, _several(r["capital"]),
                _several(r["government"]),
                float(r["lat"]), float(r["lon"]), cow, int(r["gw"]) if r["gw"] else cow, r["code"] in seen,
            )
        )  # fmt: skip
        seen.add(r["code"])
    return tuple(found)


def _plural(demonym: str) -> str:
    return demonym if demonym.endswith(("ese", "ish", "ch", "ss")) else demonym + "s"


@cache
def state(code: str | None) -> State | None:
    """Today's state of an ISO alpha-3 code."""
    return next((s for s in states() if s.code == code and not s.former), None)


@cache
def regions() -> tuple[Region, ...]:
    return tuple(
        Region(
            r["name"], (r["name"], *_several(r["aliases"])), _several(r["adjectives"]), r["code"] or None, r["admin"],
            float(r["lat"]), float(r["lon"]), _several(r["sectors"]),
        )
        for r in _rows("regions")
    )  # fmt: skip


@cache
def bodies() -> tuple[Body, ...]:
    rows: dict[str, list[dict[str, str]]] = {}
    for r in _rows("bodies"):
        rows.setdefault(r["id"] or slug(r["name"]), []).append(r)
    found = []
    for ident, same in rows.items():
        names = tuple(dict.fromkeys(n for r in same for n in (r["name"], *_several(r["aliases"]))))
        periods = tuple(Period(r["country"] or None, _several(r["sectors"]), "", _day(r["from"]), _day(r["to"])) for r in same)
        found.append(Body(ident, same[0]["name"], names, _KINDS[same[-1]["kind"]], periods))
    return tuple(found)


@cache
def people() -> tuple[Person, ...]:
    rows: dict[str, list[dict[str, str]]] = {}
    for r in _rows("people"):
        rows.setdefault(r["name"], []).append(r)
    found = []
    for name, same in rows.items():
        offices = [Period(r["country"] or None, _several(r["sectors"]), r["office"], _day(r["from"]), _day(r["to"])) for r in same]
        offices.sort(key=lambda p: p.first or Day.min)
        names = tuple(dict.fromkeys((name, *(a for r in same for a in _several(r["aliases"])))))
        found.append(Person(slug(name), name, names, family_name(name, same[0]["country"]), tuple(offices)))
    return tuple(found)


_HONOURS = frozenset(("King", "Queen", "Emperor", "Pope", "Prince", "Sheikh", "Mullah", "Sultan"))
_SUFFIXES = frozenset(("Jr", "Sr", "II", "III", "IV"))


def family_name(name: str, country: str | None) -> str:
    """The word of a name that later mentions use, folded: "xi" of Xi Jinping, "assad" of Bashar al-Assad."""
    parts = name.split()
    if len(parts) > 1 and parts[0] in _HONOURS:
        parts = parts[1:]
        return fold(parts[0] if len(parts) == 1 or parts[-1].isupper() else parts[-1])
    if len(parts) > 1 and parts[-1].rstrip(".") in _SUFFIXES:
        parts = parts[:-1]
    if len(parts) < 2 or (country in FAMILY_FIRST and country not in _BY_GIVEN_NAME and fold(parts[0]) not in given_names()):
        return fold(parts[0]) if parts else ""
    last = fold(parts[-1]).split()
    last = last[1:] if len(last) > 1 and last[0] in ("al", "el") else last
    if parts[-2][0].isupper() and parts[-2].lower() in _PARTICLES:
        last = [parts[-2].lower(), *last]
    return " ".join(last) or fold(parts[0])


@cache
def roles() -> dict[str, Role]:
    """Lower-case words, singular and plural -> Role."""
    table: dict[str, Role] = {}
    for r in _rows("roles"):
        for words in _several(r["words"]):
            role = Role(words, _KINDS[r["kind"]], _several(r["sectors"]), r["office"])
            table.setdefault(words, role)
    for words, role in list(table.items()):
        table.setdefault(_plural_noun(words), role)
    return table


def _plural_noun(words: str) -> str:
    head, _, rest = words.partition(" of ")
    if head.endswith(("s", "men", "people", "police")):
        return words
    if head.endswith("y") and head[-2:-1] not in tuple("aeiou"):
        head = head[:-1] + "ies"
    elif head.endswith("man"):
        head = head[:-3] + "men"
    elif head.endswith(("ch", "sh", "x")):
        head += "es"
    else:
        head += "s"
    return f"{head} of {rest}" if rest else head


@cache
def given_names() -> dict[str, str]:
    """Folded given name -> m or f."""
    return {name: r["sex"] for r in _rows("given_names") for name in r["names"].split()}
