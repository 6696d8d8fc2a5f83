"""The same sentence with other names, countries, dates, spelling, without articles, or beside another: its labels stay.

Every change is drawn from the random source that the caller gives, so that a run can be told again from its seed.
"""

import random
import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dateline.actors.tables import State, states
from training.examples import Deed, Example, Marked, Said

_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
_SURE_MONTHS = "|".join(m for m in _MONTHS if m != "May")  # "may" is a verb more often
_DATES = re.compile(rf"\b(?:(?P<weekday>{'|'.join(_WEEKDAYS)})|(?P<month>{_SURE_MONTHS})|(?P<year>(?:19|20)\d\d))\b")
_ARTICLES = re.compile(r"\b(?:the|an?) (?=\w)", re.IGNORECASE)
# British and American spellings of words that news of conflict uses.
_SPELLINGS = tuple(
    pair.split("/")
    # Only words that have no other meaning in either spelling: a draft law is no draught.
    for pair in """defence/defense offence/offense licence/license labour/labor neighbour/neighbor harbour/harbor honour/honor favour/favor
    armour/armor colour/color rumour/rumor behaviour/behavior centre/center theatre/theater metre/meter
    organise/organize organised/organized organisation/organization recognise/recognize recognised/recognized criticise/criticize
    criticised/criticized apologise/apologize apologised/apologized authorise/authorize authorised/authorized
    mobilise/mobilize mobilised/mobilized demobilise/demobilize normalise/normalize normalised/normalized stabilise/stabilize
    nationalise/nationalize nationalised/nationalized privatise/privatize legalise/legalize penalise/penalize analyse/analyze
    paralyse/paralyze paralysed/paralyzed cancelled/canceled travelled/traveled labelled/labeled signalled/signaled
    fulfil/fulfill enrol/enroll judgement/judgment ageing/aging grey/gray tonne/ton plough/plow
    manoeuvre/maneuver manoeuvres/maneuvers sceptical/skeptical aeroplane/airplane
    neighbours/neighbors neighbouring/neighboring harbours/harbors labourers/laborers defences/defenses
    centres/centers organisations/organizations organisers/organizers organiser/organizer""".split()
)
_JOINS = ("; ", ", while ", ", and ", ". ", ", as ", " after ", ", though ")


class Chances(NamedTuple):
    """How often each change is made."""

    countries: float = 0.3
    names: float = 0.3
    dates: float = 0.3
    articles: float = 0.08
    spelling: float = 0.15
    joined: float = 0.15


Edit = tuple[int, int, str]


def changed(example: Example, others: Sequence[Example], names: Sequence[str], chance: Chances, draw: random.Random) -> Example:
    """The example with the changes that the draw makes. others: of the same kind, to be joined with; names: of persons."""
    days = dates if _of_its_day(example) else weekdays
    for often, edits in (
        (chance.countries, countries), (chance.dates, days), (chance.spelling, spelling), (chance.articles, articles),
    ):  # fmt: skip
        if draw.random() < often:
            example = edited(example, edits(example.text, draw))
    if draw.random() < chance.names:
        example = edited(example, persons(example, names, draw))
    if draw.random() < chance.joined and len(example.text) < 160:
        other = others[draw.randrange(len(others))]
        if len(other.text) < 160 and other.whole == example.whole:
            example = joined(example, other, _JOINS[draw.randrange(len(_JOINS))])
    return example


def edited(example: Example, edits: Sequence[Edit]) -> Example:
    """The example with parts of its text replaced; a span follows the words that it holds. Edits may not overlap."""
    if not edits:
        return example
    pieces, at, moves = [], 0, []
    for start, end, new in sorted(edits):
        pieces += [example.text[at:start], new]
        moves.append((start, end, len(new)))
        at = end
    text = "".join([*pieces, example.text[at:]])

    def moved(offset: int, closing: bool) -> int:
        shift = 0
        for start, end, size in moves:
            if offset >= end and (closing or offset > start):
                shift += size - (end - start)
            elif offset > start:  # inside what was replaced
                return start + shift + (size if closing else 0)
        return offset + shift

    def place(start: int, end: int) -> tuple[int, int]:
        return moved(start, False), moved(end, True)

    return example._replace(
        text=text,
        mentions=tuple(Marked(*place(m.start, m.end), m.kind) for m in example.mentions),
        deeds=tuple(Deed(*place(d.start, d.end), *d[2:]) for d in example.deeds),
        said=tuple(Said(*place(s.start, s.end), *s[2:]) for s in example.said),
        contents=tuple(Marked(*place(c.start, c.end)) for c in example.contents),
    )


def joined(a: Example, b: Example, by: str) -> Example:
    """Two sentences as one. Both must be wholly marked, or both not."""
    left = a.text.rstrip(".")
    shift, n, c = len(left) + len(by), len(a.mentions), len(a.contents)

    def renumbered(numbers: tuple[int, ...], by_: int) -> tuple[int, ...]:
        return tuple(x + by_ for x in numbers)

    def within(spans: tuple[Marked, ...]) -> tuple[Marked, ...]:
        return tuple(m._replace(end=min(m.end, len(left))) for m in spans)

    def behind(spans: tuple[Marked, ...]) -> tuple[Marked, ...]:
        return tuple(Marked(m.start + shift, m.end + shift, m.kind) for m in spans)

    deeds = (Deed(d.start + shift, d.end + shift, *d[2:5], *(renumbered(x, n) for x in d[5:])) for d in b.deeds)
    said = (
        Said(s.start + shift, s.end + shift, renumbered(s.speakers, n), renumbered(s.addressees, n), renumbered(s.contents, c))
        for s in b.said
    )
    return Example(
        left + by + b.text, within(a.mentions) + behind(b.mentions), a.deeds + tuple(deeds), a.said + tuple(said),
        within(a.contents) + behind(b.contents), a.whole,
    )  # fmt: skip


@cache
def _forms() -> dict[str, tuple[int, int]]:
    """A state's name, adjective or capital -> which of these it is, and the number of the state."""
    found: dict[str, tuple[int, int]] = {}
    for n, s in enumerate(_states()):
        for what, words in enumerate((s.name, s.adjectives[0], s.capitals[0])):
            found.setdefault(words, (what, n))
        for word in s.names[1:]:
            if word[:1].isupper() and not word.isupper():
                found.setdefault(word, (0, n))
    return found


@cache
def _states() -> tuple[State, ...]:
    return tuple(s for s in states() if not s.former and s.adjectives and s.capitals)


@cache
def _named() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(w) for w in sorted(_forms(), key=len, reverse=True)) + r")\b")


def countries(text: str, draw: random.Random) -> list[Edit]:
    """Countries for others, the same one for the same: Norway for Peru, Norwegian for Peruvian, Oslo for Lima."""
    swaps: dict[int, int] = {}
    edits: list[Edit] = []
    all_ = _states()
    for m in _named().finditer(text):
        what, state = _forms()[m[0]]
        if state not in swaps:
            free = [n for n in range(len(all_)) if n not in swaps.values()]
            swaps[state] = free[draw.randrange(len(free))]
        other = all_[swaps[state]]
        edits.append((m.start(), m.end(), (other.name, other.adjectives[0], other.capitals[0])[what]))
    return edits


def dates(text: str, draw: random.Random) -> list[Edit]:
    """Weekdays, months and years for others."""
    return _dates(text, draw, ("weekday", "month", "year"))


def weekdays(text: str, draw: random.Random) -> list[Edit]:
    """Weekdays and months alone: a year may be what makes a deed history, or a plan."""
    return _dates(text, draw, ("weekday", "month"))


def _of_its_day(example: Example) -> bool:
    return all(d.status in ("happened", "ongoing", "denied") for d in example.deeds)


def _dates(text: str, draw: random.Random, kinds: Sequence[str]) -> list[Edit]:
    edits: list[Edit] = []
    for m in _DATES.finditer(text):
        new = {"weekday": _WEEKDAYS, "month": _MONTHS, "year": [str(draw.randint(1990, 2029))]}[str(m.lastgroup)]
        if m.lastgroup in kinds:
            edits.append((m.start(), m.end(), new[draw.randrange(len(new))]))
    return edits


def articles(text: str, draw: random.Random) -> list[Edit]:
    """Articles left out, as a headline does."""
    return [(m.start(), m.end(), "") for m in _ARTICLES.finditer(text)]


def spelling(text: str, draw: random.Random) -> list[Edit]:
    """British for American spelling, or the other way round."""
    side = draw.randrange(2)
    pairs = {pair[side]: pair[1 - side] for pair in _SPELLINGS}
    return [(m.start(), m.end(), pairs[m[0]]) for m in re.finditer(r"\w+", text) if m[0] in pairs]


def persons(example: Example, names: Sequence[str], draw: random.Random) -> list[Edit]:
    """Persons by name get other names, the same words the same one."""
    edits: list[Edit] = []
    given: dict[str, str] = {}
    for m in example.mentions:
        words = example.text[m.start : m.end]
        if names and m.kind == "person" and is_name(words) and not any(s < m.end and m.start < e for s, e, _ in edits):
            new = given.setdefault(words.split()[-1], names[draw.randrange(len(names))])
            edits.append((m.start, m.end, new if " " in words else new.split()[-1]))
    return edits


def is_name(words: str) -> bool:
    """Is it a person's name, not a pronoun or a noun?"""
    found = words.split()
    return bool(found) and all(w[:1].isupper() for w in found) and found[0] not in ("He", "She", "They", "It", "The", "A", "I", "We")


def names_in(examples: Sequence[Example]) -> list[str]:
    """The names of persons that examples hold: first and last name at least."""
    found = (e.text[m.start : m.end] for e in examples for m in e.mentions if m.kind == "person")
    return sorted({w for w in found if " " in w and is_name(w) and len(w.split()) < 4})
