"""Lexemes -> phrases: patterns over kinds of words, compiled once.

A pattern is a line of elements, each one lexeme: a CLASS of kinds, a kind, or a word itself, in small letters; "|" between
alternatives, "?" for what may be missing, ":name" to tell two of a class apart. Kinds are coded as one character each, so that
a pattern is a regular expression over a string of one character a lexeme. The longest match at a place wins.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from dateline.times.lexer import Lexeme
from dateline.times.meanings import Meaning, Phrase, Which
from dateline.times.words import WORDS

CLASSES = {
    "DAY": "d12 d31 ordinalday ordinal second",
    "MONTH": "month maymonth",
    "WEEKDAY": "weekday",
    "YEAR": "year",
    "NUM": "d12 d31 d99 d999 year number decimal wordnum",
    "HOUR": "d12 wordnum",
    "UNIT": "unit unityear centuryunit quarter",
    "UNITS": "units",
    "ANYUNIT": "unit unityear centuryunit quarter units weekend",
    "ORD": "ordinal ordinalday second",
    "SEASON": "season",
    "PART": "part",
    "BACK": "last past previous",
    "ON": "next coming",
    "HERE": "this current",
    "THAT": "that same",
    "ONCE": "once",
    "JOINT": "hyphen dash to and or slash",
}
_NONE = "."


_WHICH: dict[str, Which] = {
    "": "", "recent": "", "last": "last", "past": "last", "previous": "last", "latest": "last", "next": "next", "coming": "next",
    "following": "next", "this": "this", "current": "this", "that": "same", "same": "same",
}


class Match:
    """One match of a pattern: the lexemes by element, and the neighbours."""

    def __init__(self, lexemes: list[Lexeme], first: int, last: int, named: dict[str, Lexeme]) -> None:
        self.lexemes, self.first, self.last, self._named = lexemes, first, last, named

    def get(self, name: str) -> Lexeme | None:
        return self._named.get(name)

    def __getitem__(self, name: str) -> Lexeme:
        return self._named[name]

    def has(self, kind: str) -> bool:
        return any(x.kind == kind for x in self.lexemes[self.first : self.last + 1])

    def num(self, name: str) -> int:
        """The whole number that an element means."""
        value = self._named[name].value
        return int(value) if isinstance(value, int | float) else 0

    def word(self, name: str) -> str:
        """The code (a TIMEX3 unit, season, part) that an element means."""
        return str(self._named[name].value)

    def before(self, n: int = 1) -> Lexeme | None:
        return self.lexemes[self.first - n] if self.first >= n else None

    def after(self, n: int = 1) -> Lexeme | None:
        return self.lexemes[self.last + n] if self.last + n < len(self.lexemes) else None

    def word_before(self, n: int = 1) -> str:
        word = self.before(n)
        return word.lower if word else ""

    def word_after(self, n: int = 1) -> str:
        word = self.after(n)
        return word.lower if word else ""

    @property
    def pointer(self) -> str:
        """The kind of the element `which`: last, next, this, that, ..."""
        word = self._named.get("which")
        return word.kind if word else ""

    @property
    def which(self) -> Which:
        return _WHICH[self.pointer]

    def span(self, first: str = "", last: str = "") -> tuple[int, int]:
        """Characters from one element to another; the whole match where none is named."""
        start = self._named[first] if first else self.lexemes[self.first]
        if last:
            return start.start, self._named[last].end
        end = self.last
        while end > self.first and self.lexemes[end].kind in ("dot", "comma"):
            end -= 1
        return start.start, self.lexemes[end].end


Made = Meaning | list[Phrase] | None
Action = Callable[[Match], Made]


class Rule(NamedTuple):
    name: str
    pattern: str
    action: Action


class _Compiled(NamedTuple):
    rule: Rule
    regex: re.Pattern[str]
    names: tuple[str, ...]


class Grammar:
    """Rules compiled against each other: which kinds and words have a character of their own follows from what the rules name."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        kinds = sorted({entry.kind for entry in WORDS.values()} | _NUMBER_KINDS)
        self._of_kind = {kind: chr(0xE000 + i) for i, kind in enumerate(kinds)}
        self._of_word: dict[str, str] = {}
        self._by_first: dict[str, list[_Compiled]] = defaultdict(list)
        for rule in rules:
            self._add(rule)

    def _characters(self, alternative: str) -> str:
        if alternative in CLASSES:
            return "".join(self._of_kind[kind] for kind in CLASSES[alternative].split())
        if alternative in self._of_kind:
            return self._of_kind[alternative]
        assert alternative.islower() and alternative not in WORDS, f"{alternative!r} is no class, kind or free word"
        return self._of_word.setdefault(alternative, chr(0xE800 + len(self._of_word)))

    def _add(self, rule: Rule) -> None:
        regex, names = [], []
        firsts: set[str] = set()
        open_start = True
        for element in rule.pattern.split():
            optional = element.endswith("?")
            body, _, alias = element.rstrip("?").partition(":")
            characters = "".join(self._characters(x) for x in body.split("|"))
            regex.append(f"([{characters}])" + ("?" if optional else ""))
            names.append(alias or body)
            if open_start:
                firsts.update(characters)
                open_start = optional
        compiled = _Compiled(rule, re.compile("".join(regex)), tuple(names))
        for character in firsts:
            self._by_first[character].append(compiled)

    def find(self, lexemes: list[Lexeme]) -> list[Phrase]:
        """All phrases, in order, none over another."""
        line = "".join(self._of_kind[x.kind] if x.kind else self._of_word.get(x.lower, _NONE) for x in lexemes)
        found: list[Phrase] = []
        at = 0
        while at < len(line):
            step = 1
            matches = [
                (m.end(), -i, m, c) for i, c in enumerate(self._by_first.get(line[at], ())) if (m := c.regex.match(line, at))
            ]
            for end, _, m, compiled in sorted(matches, key=lambda x: x[:2], reverse=True):
                named = {name: lexemes[m.start(i)] for i, name in enumerate(compiled.names, 1) if m.start(i) >= 0}
                match = Match(lexemes, at, end - 1, named)
                made = compiled.rule.action(match)
                if made:
                    found += made if isinstance(made, list) else [Phrase(*match.span(), made)]
                    step = end - at
                    break
            at += step
        return found


_NUMBER_KINDS = {
    "iso", "isoweek", "clock", "ordinal", "ordinalday", "decade", "shortyear", "d12", "d31", "d99", "d999", "year", "number", "decimal",
    "ampm", "bc", "ad", "poss", "comma", "dot", "hyphen", "dash", "slash", "open", "close", "apostrophe",
}
