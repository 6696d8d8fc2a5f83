"""The actors of one story: each made once, under an id that is the same wherever the story names it."""

from datetime import date as Day

from dateline.actors.people import standing
from dateline.actors.tables import Body, Person, Region, slug, state
from dateline.types import Actor, MentionKind

CODES = frozenset(("UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"))


class Cast:
    """Collects the actors of one `find()`; holds no state beyond it."""

    def __init__(self, on: Day | None) -> None:
        self.on = on
        self.actors: dict[str, Actor] = {}

    def add(self, actor: Actor) -> str:
        return self.actors.setdefault(actor.id, actor).id

    def state(self, code: str) -> str:
        """A state in its plain sense, or one of PLOVER's codes."""
        return self.add(state_actor(code))

    def government(self, code: str, why: str) -> str:
        return self.add(government_actor(code, why))

    def person(self, person: Person, why: str) -> str:
        return self.add(person_actor(person, self.on, why))

    def body(self, body: Body, why: str) -> str:
        return self.add(body_actor(body, self.on, why))

    def region(self, region: Region) -> str:
        return self.add(region_actor(region))


def state_actor(code: str) -> Actor:
    found = state(code)
    if found is None:
        return Actor(id=code, name=code, kind="body" if code in CODES else "state", country=code, why="a code of PLOVER's")
    return Actor(id=code, name=found.name, kind="state", country=code, cow=found.cow, gw=found.gw, why="the state by its name")


def government_actor(code: str, why: str) -> Actor:
    found = state(code)
    name = f"Government of {found.name}" if found else f"Government ({code})"
    return Actor(
        id=f"{code}.GOV",
        name=name,
        kind="government",
        country=code,
        sectors=("GOV",),
        cow=found.cow if found else None,
        gw=found.gw if found else None,
        why=why,
    )


def person_actor(person: Person, on: Day | None, why: str) -> Actor:
    now = standing(person, on)
    found = state(now.country)
    return Actor(
        id=person.id, name=person.name, kind="person", country=now.country, sectors=now.sectors, role=now.role,
        cow=found.cow if found else None, gw=found.gw if found else None,
        why=f"{why}; {now.role}, as known for {on}" if on and now.role else why,
    )  # fmt: skip


def body_actor(body: Body, on: Day | None, why: str) -> Actor:
    now = body.at(on)
    return Actor(id=body.id, name=body.name, kind=body.kind, country=now.country, sectors=now.sectors or (), why=why)


def region_actor(region: Region) -> Actor:
    sectors = region.sectors or ("GOV",)
    return Actor(
        id=f"{region.code or 'xx'}.{slug(region.name)}".lower(),
        name=region.name,
        kind="government",
        country=region.code,
        sectors=sectors,
        why="those who act for the place",
    )


def described(name: str, kind: MentionKind, country: str | None, sectors: tuple[str, ...], why: str, role: str | None = None) -> Actor:
    """An actor that is in no table: its id is made of its words and country."""
    found = state(country)
    ident = "-".join(x for x in (slug(name)[:60], (country or "").lower()) if x)
    return Actor(
        id=ident or "unknown",
        name=name,
        kind=kind,
        country=country,
        sectors=sectors,
        role=role,
        cow=found.cow if found else None,
        gw=found.gw if found else None,
        why=why,
    )
