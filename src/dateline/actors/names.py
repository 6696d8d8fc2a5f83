"""Finding the names of the tables in a sentence: a dictionary of folded word sequences, the longest one first."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from dateline.actors.places import fold, plain
from dateline.actors.tables import Body, Person, Region, State, bodies, people, regions, states

NameKind = Literal["state", "adjective", "people", "capital", "government", "region", "body", "person"]

_WORD = re.compile(r"[^\W_]+")
# What may part two words of one name: "Lee Jae-myung", "U.S.", "Sana'a", a line break inside a paragraph.
_GAP = re.compile(r"\s+|[-./–]|['’]\s?|\. ?|, (?=D\.?C)|\s*&\s*")
_LONGEST = 8  # words


class Word(NamedTuple):
    """A run of letters and digits: offsets into the story's text, as written, and folded."""

    start: int
    end: int
    text: str
    folded: str


class Known(NamedTuple):
    """What a name of the tables stands for, and how it is spelt there."""

    kind: NameKind
    of: State | Region | Body | Person
    form: str


class Hit(NamedTuple):
    """Words first..last (half open) of a sentence that are a name; start and end are offsets into the story's text."""

    first: int
    last: int
    start: int
    end: int
    meanings: tuple[Known, ...]

    def get(self, *kinds: NameKind) -> Known | None:
        """Its first meaning of one of these kinds."""
        return next((m for m in self.meanings if m.kind in kinds), None)


@cache
def _lexicon() -> tuple[dict[tuple[str, ...], tuple[Known, ...]], dict[str, int]]:
    """Folded words -> meanings, and for each first word the longest name that opens with it."""
    found: dict[tuple[str, ...], list[Known]] = {}

    def add(kind: NameKind, of: State | Region | Body | Person, forms: Sequence[str]) -> None:
        for form in forms:
            bare = form[4:] if form.startswith("the ") else form
            key = tuple(fold(bare).split())
            if not key:
                continue
            known = Known(kind, of, bare)
            same = found.setdefault(key, [])
            if not any(k.kind == kind and k.of == of and k.form == bare for k in same):
                same.append(known)

    for state in states():
        add("state", state, state.names)
        add("adjective", state, state.adjectives)
        add("people", state, state.people)
        add("capital", state, state.capitals)
        add("government", state, state.government)
    for region in regions():
        add("region", region, region.names)
        add("adjective", region, region.adjectives)
        add("people", region, [a + "s" for a in region.adjectives if a.endswith(("n", "i", "r", "t", "b", "d"))])
    for body in bodies():
        add("body", body, body.names)
    for person in people():
        add("person", person, person.names)
    longest: dict[str, int] = {}
    for key in found:
        longest[key[0]] = min(_LONGEST, max(longest.get(key[0], 0), len(key)))
    return {k: tuple(v) for k, v in found.items()}, longest


def known(name: str) -> tuple[Known, ...]:
    """What a whole name stands for, however it is written."""
    return _lexicon()[0].get(tuple(fold(name).split()), ())


def words(text: str, start: int, end: int) -> list[Word]:
    """The words of text[start:end]."""
    found = []
    for m in _WORD.finditer(text, start, end):
        word = m[0]
        if len(word) > 60:  # no name is that long
            continue
        found.append(Word(m.start(), m.end(), word, plain(word)))
    return found


def joined(text: str, found: Sequence[Word], i: int, length: int) -> bool:
    """Do `length` words from i on stand together, as the words of one name do?"""
    return all(_GAP.fullmatch(text, found[k].end, found[k + 1].start) for k in range(i, i + length - 1))


def hits(text: str, found: Sequence[Word]) -> list[Hit]:
    """The names of the tables among some words, left to right, none over another."""
    table, longest = _lexicon()
    out: list[Hit] = []
    i, n = 0, len(found)
    while i < n:
        most = longest.get(found[i].folded, 0)
        hit = None
        for length in range(min(most, n - i), 0, -1):
            key = tuple(w.folded for w in found[i : i + length])
            meanings = table.get(key)
            if not meanings or not joined(text, found, i, length):
                continue
            last = found[i + length - 1].end
            written = text[found[i].start : last + 1] if text[last : last + 1] == "." else text[found[i].start : last]
            fitting = tuple(m for m in meanings if _is_written_so(m.form, written))
            if fitting:
                hit = _hit(text, found, i, i + length, fitting)
                break
        if hit:
            out.append(hit)
            i = hit.last
        else:
            i += 1
    return out


def _hit(text: str, found: Sequence[Word], first: int, last: int, meanings: tuple[Known, ...]) -> Hit:
    end = found[last - 1].end
    # "U.S." keeps its last full stop, "Ky." too where the table has it so.
    if text[end : end + 1] == "." and any(m.form.endswith(".") for m in meanings):
        end += 1
    return Hit(first, last, found[first].start, end, meanings)


def _is_written_so(form: str, written: str) -> bool:
    """Capitals count: "US" is no "us", "Turkey" no "turkey"; a name may stand in capitals throughout, an acronym never in small letters."""
    letters = form.replace(".", "").replace(" ", "").replace("-", "")
    if form.endswith(".") and form.count(".") == 1 and len(form) < 7:
        return written == form or written == form.upper()
    written = written.rstrip(".")
    if letters.isupper() and len(letters) <= 7:
        return written.replace(".", "").replace(" ", "").replace("-", "").isupper()
    if form[0].islower():
        return True
    if not written[0].isupper():
        return form[:3].lower() in ("al-", "al ") and written[:2] == "al"
    return True
