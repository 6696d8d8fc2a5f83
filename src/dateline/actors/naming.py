"""Proper names that no table holds as they stand: titled, told of in apposition, shortened, or told nothing of."""

from collections.abc import Sequence

from dateline.actors import people
from dateline.actors.cast import described
from dateline.actors.memory import Individual, Memory, is_female
from dateline.actors.metonymy import acts
from dateline.actors.names import known
from dateline.actors.places import fold, look_up
from dateline.actors.scan import Scan
from dateline.actors.sketch import Sketch
from dateline.actors.spotting import Spot
from dateline.actors.tables import Person, family_name, given_names, state, words
from dateline.actors.telling import speaks, told
from dateline.language import Token
from dateline.types import MentionKind, Place

_FEMALE_TITLES = words("naming", "female_titles")
# Who is named with one of these is not the home country's for want of another.
FOREIGN = words("naming", "foreign")
_COMPANY = words("naming", "company")
_BEFORE_PLACES = frozenset(("in", "at", "near", "outside", "around", "throughout", "across", "of"))
_PLACE_NOUNS = words("naming", "place_nouns")


def link_name(memory: Memory, scan: Scan, spot: Spot, description: Spot | None) -> str | None:
    """A proper name that the tables do not hold as it stands, with or without a title."""
    tokens = scan.tokens
    first, last = spot.name
    text = scan.text[tokens[first].start : tokens[last - 1].end]
    words = fold(text).split()
    known_of = told(memory, scan, spot, description)
    office = known_of.role.office if known_of and known_of.role else ""
    if not words:
        return None
    entries = [m for m in known(text) if isinstance(m.of, Person)]
    person = entries[0].of if entries and isinstance(entries[0].of, Person) else None
    who = None
    if person is None:
        who = memory.recall(words, office, known_of.country if known_of else None)
    if person is None and who is None:
        if spot.what == "name" and not known_of and (done := _unknown_name(memory, scan, spot, text, words)) is not False:
            return done if isinstance(done, str) else None
        country = known_of.country if known_of else None
        if len(words) <= 2:
            person = people.by_family(" ".join(words), office, country, memory.likely, memory.on)
    if person is not None and who is None:
        who = memory.remember_known(person, "a known name" if entries else f"the family name and {office or 'the date'}")
    if who is None:
        who = _introduce(memory, text, words, known_of)
    else:
        memory.saw(who)
        if office:
            who.offices.add(office)
    title = {t.lower for t in tokens[max(0, spot.first - 1) : first]}
    if title & _FEMALE_TITLES:
        who.female = True
    memory.mention(scan, spot.start, spot.end, "person", who.actor)
    return who.actor


def _introduce(memory: Memory, text: str, words: Sequence[str], told: Sketch | None) -> Individual:
    country = told.country if told else None
    role = told.role if told else None
    if told and country is None and role and role.kind in ("role", "people", "armed") and not set(role.words.split()) & FOREIGN:
        country = memory.home
    sectors = told.sectors if told and told.sectors else (("CVL",) if told is None else ())
    label = role.words if role else None
    actor = memory.cast.add(described(text, "person", country, sectors, "what the story tells of a name that no table holds", label))
    who = Individual(
        actor,
        frozenset(words),
        family_name(text, country),
        country,
        {role.office} if role and role.office else set(),
        None,
        is_female(words),
    )
    return memory.remember(who)


def _unknown_name(memory: Memory, scan: Scan, spot: Spot, text: str, words: Sequence[str]) -> str | bool | None:
    """A name with nothing told of it. False: treat it as a person's; else its actor, or None."""
    tokens = scan.tokens
    if text in memory.bracketed:
        memory.mention(scan, spot.start, spot.end, "body", memory.bracketed[text])
        return memory.bracketed[text]
    if words in (["north"], ["south"]) and _opened_by_the(tokens, spot.first) and {"KOR", "PRK"} & {memory.home, *memory.likely}:
        return _half_of_korea(memory, scan, spot, "KOR" if words == ["south"] else "PRK")
    if len(words) == 1 and (_is_top_family(memory, words[0])):
        return False
    if words[-1] in _COMPANY:
        actor = memory.cast.add(described(text, "company", None, ("BUS",), "a company by the last word of its name"))
        memory.mention(scan, spot.start, spot.end, "company", actor)
        return actor
    if len(words) >= 2 and (words[0] in given_names() or (len(words) <= 4 and spot.subject and speaks(scan, spot))):
        return False
    opened = tokens[spot.first - 1].lower if spot.first else ""
    if len(words) == 1 and text.isupper() and opened == "(" and memory.bodies:
        memory.bracketed[text] = memory.bodies[-1]
        memory.mention(scan, spot.start, spot.end, "body", memory.bodies[-1])
        return memory.bodies[-1]
    if len(words) == 1 and spot.first == 0 and not text.isupper():
        return None
    if opened in _BEFORE_PLACES or words[-1] in _PLACE_NOUNS:
        memory.mention(scan, spot.start, spot.end, "place", None, Place(name=text, country=None, lat=None, lon=None))
        return None
    actor = memory.cast.add(described(text, "thing", None, (), "a name of which the story tells nothing"))
    memory.mention(scan, spot.start, spot.end, "thing", actor)
    return actor


def _half_of_korea(memory: Memory, scan: Scan, spot: Spot, code: str) -> str:
    actor = memory.cast.state(code)
    memory.states.append(code)
    kind: MentionKind = "state" if acts(scan.tokens, spot.first, spot.last) else "place"
    found = state(code)
    memory.mention(scan, scan.tokens[spot.first - 1].start, spot.end, kind, actor, found.place if found else None)
    return actor


def _is_top_family(memory: Memory, word: str) -> bool:
    return people.by_family(word, "", None, memory.likely, memory.on) is not None and not look_up(word)


def _opened_by_the(tokens: Sequence[Token], first: int) -> bool:
    return first > 0 and tokens[first - 1].lower == "the"
