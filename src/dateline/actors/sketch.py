"""What a noun phrase tells of somebody by itself: the role noun at its head, the country and the sectors that its other words give.

[Egyptian riot] police          [the former] South Korean foreign minister [Park Jin]          two lawmakers [of the governing party]
"""

from collections.abc import Mapping, Sequence
from datetime import date as Day
from typing import NamedTuple

from dateline.actors.names import Hit
from dateline.actors.tables import Body, Period, Region, Role, State, qualifiers, roles, words
from dateline.language import Token

# Roles that say nothing of the sector by themselves: "Hamas leader", "police official", "member of parliament".
_WEAK_WORDS = words("sketch", "weak_words")
_FORMER = words("sketch", "former")
_LOSES_OFFICE = frozenset(("GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "OPP"))
_QUANTITIES = words("sketch", "quantities")
# Adjectives and first nouns of a phrase that give its sector whatever the head.
_QUALIFIERS = qualifiers()
_STRONG_QUALIFIERS = frozenset(["opposition", "rebel"])
# Too common a word to be a body where it is not written as a name.
_ONLY_CAPITAL = words("sketch", "only_capital")
_AGAINST = ("anti-", "pro-", "non-")
_ABOUT = (
    "-backed",
    "-held",
    "-occupied",
    "-controlled",
    "-supported",
    "-made",
    "-speaking",
    "-born",
    "-funded",
    "-sponsored",
    "-brokered",
    "-trained",
)
_INTERNATIONAL = {"IGO": "GOV"}


class Nominal(NamedTuple):
    """A base noun phrase, in token indexes.

    [start, at) what modifies the role, [at, until) the role's words, [until, end) a proper name after it
    """

    start: int
    at: int
    until: int
    end: int
    role: Role
    former: bool

    @property
    def named(self) -> bool:
        return self.end > self.until


class Sketch(NamedTuple):
    """What the words tell. body: the organisation that they name."""

    country: str | None
    sectors: tuple[str, ...]
    role: Role | None
    former: bool
    body: Body | None
    plural: bool


def nominal(tokens: Sequence[Token], start: int, end: int, at_token: Mapping[int, Hit] | None = None) -> Nominal | None:
    """The role at the head of the noun phrase of tokens start..end; None where its head is no noun of the table.

    A noun that is part of a name is no role: the "States" of "United States", the "Army" of "Red Army".
    """
    table = roles()
    for until in range(end, start, -1):
        tail = tokens[until:end]
        if tail and not all(_is_name_part(t) for t in tail):
            return None
        for at in range(max(start, until - 6), until):
            words = [t.lower for t in tokens[at:until]]
            role, former = _role(table, words, tokens[until - 1].lemma)
            if (
                role is not None
                and not (at_token and _inside_name(tokens, at, until, at_token))
                and not (role.words in _ONLY_CAPITAL and tokens[at].text.islower())
            ):
                if tail and role.sectors == ("CVL",) and tokens[at].text[0].isupper():
                    continue  # "Choe Son Hui" is nobody's son
                before = {t.lower for t in tokens[start:at]}
                if at > start and words == ["general"] and tail == []:
                    continue
                return Nominal(start, at, until, end, role, former or bool(before & _FORMER))
    return None


def _inside_name(tokens: Sequence[Token], at: int, until: int, at_token: Mapping[int, Hit]) -> bool:
    hit = at_token.get(until - 1)
    if hit is None or hit.get("person", "adjective"):
        return False
    return hit.start <= tokens[at].start


def _role(table: Mapping[str, Role], words: list[str], lemma: str) -> tuple[Role | None, bool]:
    former = words[0].startswith("ex-")
    if former:
        words = [words[0][3:], *words[1:]]
    key = " ".join(words).replace(" 's", "'s").replace(" '", "'")
    role = table.get(key) or table.get(" ".join([*words[:-1], lemma]))
    if role is None and "-" in words[-1]:
        # "co-founder", "vice-president", "ex-soldier": the last part names the role where the whole does not.
        role = table.get(words[-1].rpartition("-")[2]) if len(words) == 1 else None
    return role, former


def _is_name_part(token: Token) -> bool:
    return (token.text[0].isupper() and token.tag in ("NNP", "NNPS", "NN", "NNS", "JJ", "CD")) or token.lower in (
        "de",
        "al",
        "van",
        "von",
        "bin",
        "der",
        "da",
        "el",
        "dos",
        "del",
        "di",
    )


def sketch(
    tokens: Sequence[Token],
    found: Nominal,
    at_token: Mapping[int, Hit],
    on: Day | None,
    owner: Hit | None = None,
    beyond: Sequence[int] = (),
) -> Sketch:
    """Country and sectors of a role phrase.

    at_token  token index -> the name of the tables that covers it
    owner     the name that owns it ("Chile's ministry")
    beyond    token indexes of what follows with of, in, at, for ("president of the Riigikogu")
    """
    role = found.role
    before = [at_token[i] for i in range(found.start, found.at) if i in at_token and lends_country(tokens, i)]
    within = [at_token[i] for i in range(found.at, found.until) if i in at_token]
    after = [at_token[i] for i in beyond if i in at_token]
    named = next((h for h in (*reversed(before), *([owner] if owner else []), *within, *after) if country_of(h, on)), None)
    country = country_of(named, on) if named else None
    body = next(
        (
            m.of
            for h in (*reversed(before), *([owner] if owner else []), *within, *after)
            if (m := h.get("body")) and isinstance(m.of, Body)
        ),
        None,
    )
    sectors = _sectors(tokens, found, body.at(on) if body else None, beyond, bool(after and after[0].get("body")))
    if found.former and sectors and sectors[0] in _LOSES_OFFICE:
        sectors = ("ELI",)
    last = tokens[found.until - 1]
    plural = (
        last.tag in ("NNS", "NNPS")
        or last.lower in ("people", "police", "troops")
        or any(
            t.lower in ("two", "both", "several", "many") or (t.tag == "CD" and t.lower not in ("one", "1"))
            for t in tokens[found.start : found.at]
        )
    )
    return Sketch(country, sectors, role, found.former, body, plural)


def _sectors(tokens: Sequence[Token], found: Nominal, body: Period | None, beyond: Sequence[int], body_follows: bool) -> tuple[str, ...]:
    role, head = found.role, tokens[found.until - 1].lower
    mods = [part for t in tokens[found.start : found.at] for part in t.lower.split("-")]
    if any(m in _STRONG_QUALIFIERS for m in mods):
        return _QUALIFIERS[next(m for m in mods if m in _STRONG_QUALIFIERS)]
    weak = not role.sectors or (len(role.words.split()) == 1 and (head in _WEAK_WORDS or role.words in _WEAK_WORDS))
    if body and role.kind == "armed" and body.sectors and body.sectors[0] in ("REB", "PRM", "CRM") and role.sectors != ("MIL",):
        return body.sectors
    if "striking" in mods and role.kind == "people":
        return ("LAB",)
    if not weak:
        return role.sectors
    if body and body.sectors and not (role.office == "president" and not body_follows):
        return tuple(_INTERNATIONAL.get(s, s) for s in body.sectors)
    if body and body.country in ("IGO", "UNO", "EUR") and not role.sectors:
        return ("GOV",)
    for m in reversed(mods):
        if m in _QUALIFIERS and not (role.sectors == ("PTY",) and m == "party"):
            return _QUALIFIERS[m]
    table = roles()
    for i in reversed(range(found.start, found.at)):
        if not tokens[i].tag.startswith("NN"):
            continue
        qualifier = table.get(tokens[i].lower) or table.get(tokens[i].lemma)
        if qualifier and qualifier.sectors:
            return qualifier.sectors
    if not role.sectors or role.office in ("president", "leader"):
        inner = nominal_in(tokens, beyond)
        if inner and inner.role.sectors:
            return inner.role.sectors if not role.sectors or inner.role.kind in ("body", "armed", "party", "company") else role.sectors
    return role.sectors or (("CVL",) if role.kind == "people" else ())


def nominal_in(tokens: Sequence[Token], beyond: Sequence[int]) -> Nominal | None:
    """The role in what follows a phrase: "members of [the provincial parliament]"."""
    return nominal(tokens, beyond[0], beyond[-1] + 1) if beyond else None


def qualified(tokens: Sequence[Token], start: int, end: int) -> tuple[str, ...]:
    """The sector that a phrase's adjectives and first nouns give to a head of which nothing is known: "gang confederations"."""
    table = roles()
    for i in reversed(range(start, end)):
        if tokens[i].lower in _QUALIFIERS:
            return _QUALIFIERS[tokens[i].lower]
        role = table.get(tokens[i].lower) if tokens[i].tag.startswith("NN") else None
        if role and role.sectors:
            return role.sectors
    return ()


def lends_country(tokens: Sequence[Token], i: int) -> bool:
    """Is who stands after this token of its country? Not in "anti-Syrian", "US-backed", nor among "ethnic Albanians"."""
    word = tokens[i].lower
    return not word.startswith(_AGAINST) and not word.endswith(_ABOUT) and not (i and tokens[i - 1].lower == "ethnic")


def is_quantity(word: str) -> bool:
    """Does "X of Y" with this X stand for Y?"""
    return word in _QUANTITIES


def country_of(hit: Hit | None, on: Day | None) -> str | None:
    """The country or PLOVER code that a name gives to what it stands beside."""
    if hit is None:
        return None
    for meaning in hit.meanings:
        if isinstance(meaning.of, State):
            return meaning.of.code
        if isinstance(meaning.of, Region) and meaning.of.code:
            return meaning.of.code
        if isinstance(meaning.of, Body):
            return meaning.of.at(on).country
    return None
