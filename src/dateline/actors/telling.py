"""What the words around a spot tell: its sketch, its possessor, whose body it is where they do not say."""

from dateline.actors.memory import Memory
from dateline.actors.scan import Scan
from dateline.actors.sketch import Sketch, country_of, sketch
from dateline.actors.spotting import Spot
from dateline.actors.tables import words

POSSESSIVE = frozenset(["his", "her", "their", "its"])
_IN = frozenset(("in", "near", "outside", "across", "throughout"))
_SPEAK = words("telling", "speak")


def sketched(memory: Memory, scan: Scan, spot: Spot) -> Sketch:
    """What a role phrase tells, with the country of its possessor where its own words name none."""
    assert spot.nominal is not None
    owner = scan.at_token.get(spot.owner) if spot.owner >= 0 else None
    found = sketch(scan.tokens, spot.nominal, scan.at_token, memory.on, owner, spot.beyond)
    mine = _owner(memory, scan, spot)
    if found.country is None and mine:
        found = found._replace(country=memory.cast.actors[mine].country)
    if found.country is None:
        first = scan.tokens[spot.nominal.start].lower
        if first in POSSESSIVE:
            whose = memory.possessor(first)
            found = found._replace(country=memory.cast.actors[whose].country if whose else None)
    if not found.sectors and spot.nominal.role.office == "spokesperson" and spot.owner >= 0:
        found = found._replace(sectors=memory.cast.actors[mine].sectors if mine else ())
    return found


def told(memory: Memory, scan: Scan, spot: Spot, description: Spot | None) -> Sketch | None:
    """What the title or the apposition says of a name."""
    for s in (spot, description):
        if s is not None and s.nominal is not None:
            found = sketched(memory, scan, s)
            if found.role and found.role.office == "mr":
                continue
            return found
    return None


def whose_body(memory: Memory, scan: Scan, spot: Spot) -> tuple[str | None, str]:
    """Whose a domestic body is where its own words do not say: its neighbour's in a list, the clause's place, the story's home."""
    before = next(
        (m for m in reversed(memory.mentions[-4:]) if m.actor and m.end <= spot.start and m.kind in ("armed", "body", "people", "role")),
        None,
    )
    if before and before.actor and scan.text[before.end : spot.start].strip() in (",", "and", "or", ", and", "and the"):
        return memory.cast.actors[before.actor].country, "listed with a body of that country"
    if spot.nominal and any(t.lower in ("international", "multinational") for t in scan.tokens[spot.nominal.start : spot.nominal.at]):
        return "IGO", "called international"
    if len(memory.located) == 1:
        return next(iter(memory.located)), "the place that the sentence names"
    return memory.home, "no country is named: the story's own"


def located_in(memory: Memory, scan: Scan) -> set[str]:
    """The countries in which a sentence says that something is: "in Kenya", "near Kyiv"."""
    found = set()
    for i, hit in scan.at_token.items():
        if i and scan.tokens[i - 1].lower in _IN and hit.get("state", "capital", "region") and (code := country_of(hit, memory.on)):
            found.add(code)
    return found


def owner_of(memory: Memory, scan: Scan, spot: Spot, opening: str) -> str | None:
    """The actor that a phrase belongs to: "Lee's office", "his office"."""
    if spot.owner >= 0:
        return _owner(memory, scan, spot)
    return memory.possessor(opening) if opening in POSSESSIVE else None


def _owner(memory: Memory, scan: Scan, spot: Spot) -> str | None:
    """The actor named right before the phrase as its possessor."""
    mine = memory.at(scan.tokens[spot.owner].start) if spot.owner >= 0 else None
    return mine.actor if mine else None


def speaks(scan: Scan, spot: Spot) -> bool:
    """Does a verb of saying stand near?"""
    near = scan.tokens[spot.last : spot.last + 6]
    before = scan.tokens[max(0, spot.first - 2) : spot.first]
    return any(t.lemma in _SPEAK for t in (*near, *before))
