"""Who a phrase means on a date, outside any story: country and PLOVER code."""

import re
from datetime import date as Day
from typing import NamedTuple

from dateline.actors import people
from dateline.actors.cast import CODES
from dateline.actors.finding import describe
from dateline.actors.names import Known, known
from dateline.actors.people import standing
from dateline.actors.places import fold, look_up
from dateline.actors.scan import Scan, scan
from dateline.actors.sketch import country_of, nominal
from dateline.actors.tables import Body, Person, Region, State, given_names, words
from dateline.language import Token, tag

# Syllables of Mandarin in pinyin: what they begin and end with. Most names in it are made of nothing else.
_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|er|a|o|e|i|u))+"
)
_CHINESE_FAMILIES = words("whois", "chinese_families")
_LEADING = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


class Whois(NamedTuple):
    """Who a phrase means.

    country  ISO alpha-3 or a PLOVER code, None where the phrase does not tell; code: a PLOVER sector
    name     of somebody known; why: how it was found, for a person to read
    """

    country: str | None
    code: str | None
    name: str | None
    why: str


def whois(phrase: str, on: Day | None = None, context: str | None = None) -> Whois:
    """Read a phrase as a story would use it ("Vienna police", "Prime Minister Thatcher").

    on       the day of its use; None: today's is not assumed, the last office counts
    context  words around it, or a country's name: settles what the phrase leaves open
    """
    phrase = " ".join(phrase.split())
    if not phrase:
        return Whois(None, None, None, "an empty phrase")
    elsewhere = _context_country(context, on)
    whole = _whole(phrase, on, elsewhere)
    if whole:
        return whole
    tokens = tag(phrase, 0, len(phrase))
    looked = scan(phrase, tokens)
    return _titled(phrase, tokens, looked, on, elsewhere) or _described(phrase, tokens, looked, on, elsewhere)


def _context_country(context: str | None, on: Day | None) -> str | None:
    if not context:
        return None
    tokens = tag(context, 0, min(len(context), 2_000))
    return next((c for h in scan(context, tokens).hits if (c := country_of(h, on)) and c not in CODES), None)


def _whole(phrase: str, on: Day | None, elsewhere: str | None) -> Whois | None:
    """The phrase as a whole is a name of the tables or of the gazetteer."""
    bare = _LEADING.sub("", phrase)
    meanings = [m for m in known(bare) if _could_be(m, bare)]
    if meanings:
        return _meant(min(meanings, key=lambda m: _ORDER.index(m.kind)), on, elsewhere)
    person = people.by_family(fold(bare), "", elsewhere, (), on) if bare[:1].isupper() and " " not in bare else None
    if person:
        return _person(person, on, "the family name of somebody in a high office")
    if bare[:1].isupper():
        places = look_up(fold(bare))
        if places:
            return Whois(
                places[0].country, "GOV" if places[0].kind == "C" else "CVL", places[0].name, "a place of the gazetteer: its people"
            )
    return None


_ORDER = ("state", "capital", "region", "government", "body", "person", "people", "adjective")


def _could_be(meaning: Known, written: str) -> bool:
    return not (meaning.form.isupper() and len(meaning.form) <= 5 and not written.isupper())


def _meant(meaning: Known, on: Day | None, elsewhere: str | None) -> Whois:
    of = meaning.of
    if isinstance(of, Person):
        return _person(of, on, "a known name")
    if isinstance(of, Body):
        now = of.at(on)
        return Whois(
            now.country or elsewhere,
            now.sectors[0] if now.sectors else None,
            of.name,
            f"a known {of.kind}" + (f" as of {on}" if on and len(of.periods) > 1 else ""),
        )
    if isinstance(of, Region):
        return Whois(of.code, of.sectors[0] if of.sectors else None, of.name, "a known region")
    assert isinstance(of, State)
    if meaning.kind == "state":
        return Whois(of.code, None, of.name, "a state by its name")
    if meaning.kind == "capital":
        return Whois(of.code, "GOV", meaning.form, f"the capital stands for the government of {of.name}")
    if meaning.kind == "government":
        return Whois(of.code, "GOV", meaning.form, f"stands for the government of {of.name}")
    return Whois(of.code, "CVL", None, f"people of {of.name}")


def _person(person: Person, on: Day | None, why: str) -> Whois:
    now = standing(person, on)
    told = f"{why}; {now.role}" if now.role else why
    return Whois(now.country, now.sectors[0] if now.sectors else None, person.name, told)


def _titled(phrase: str, tokens: list[Token], looked: Scan, on: Day | None, elsewhere: str | None) -> Whois | None:
    """A title and a name of somebody known; without a day, the title says whether the office is held."""
    found = nominal(tokens, 0, len(tokens))
    if found is None or not found.named:
        hit = next((h for h in looked.hits if h.get("person") and h.end == len(phrase)), None)
        meaning = hit.get("person") if hit else None
        return _person(meaning.of, on, "a known name") if meaning and isinstance(meaning.of, Person) else None
    name = phrase[tokens[found.until].start :]
    country = next((c for h in looked.hits if h.start < tokens[found.until].start and (c := country_of(h, on))), None) or elsewhere
    entry = next((m.of for m in known(name) if isinstance(m.of, Person)), None)
    person = entry or people.by_family(fold(name), found.role.office, country, (), on)
    if person is None:
        return None
    told = _person(person, on, "a title and a known name")
    if on is None and found.role.sectors and not found.former:
        return told._replace(code=found.role.sectors[0], why="a title and a known name; no day is given, so the title is taken at its word")
    return told


def _described(phrase: str, tokens: list[Token], looked: Scan, on: Day | None, elsewhere: str | None) -> Whois:
    actor = describe(0, len(phrase), phrase, tokens, (), (), elsewhere, on)
    code = actor.sectors[0] if actor.sectors else None
    country, why = actor.country, actor.why or ""
    if country is None:
        country = _place_in(looked)
    bodies = [b for h in looked.hits if isinstance(b := h.meanings[0].of, Body)]
    name = next((b.name for b in bodies if b.at(on).country in (country, None) or b.kind == "armed"), None)
    if code is None and actor.kind == "thing" and looked.words and all(w.text[0].isupper() for w in looked.words):
        guess = _guessed_country(phrase)
        if guess or fold(phrase).split()[0] in given_names():
            return Whois(
                country or guess or elsewhere,
                "CVL",
                None,
                "an unknown person; the country is a guess from the name" if guess else "an unknown person",
            )
    if code is None and actor.kind == "thing" and looked.words and not looked.words[-1].text[0].isupper() and country:
        code = "CVL" if tokens[-1].tag.startswith("NN") and len(tokens) > 1 else None
    return Whois(country or elsewhere, code, name, why)


def _place_in(looked: Scan) -> str | None:
    """The country of a city in the phrase: "Shanghai police"."""
    for i, word in enumerate(looked.words):
        if word.text[0].isupper() and len(word.text) > 3:
            for length in (3, 2, 1):
                span = looked.words[i : i + length]
                if len(span) == length and all(w.text[0].isupper() for w in span):
                    places = look_up(" ".join(w.folded for w in span))
                    if places and places[0].people > 20_000:
                        return places[0].country
    return None


def _guessed_country(name: str) -> str | None:
    words = fold(name).split()
    if (
        2 <= len(words) <= 3
        and words[0] in _CHINESE_FAMILIES
        and all(_PINYIN.fullmatch(w) for w in words[1:])
        and len("".join(words[1:])) > 2
    ):
        return "CHN"
    return None
