"""Text -> lexemes: words, numbers and marks, each with the kind that the grammar knows it by.

Numbers in words are put together ("twenty-four", "nineteen ninety-six", "two and a half"), so that a number is one lexeme.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from dateline.times.words import CAPITALISED, ONES, SCALES, TENS, WORDS


class Lexeme(NamedTuple):
    """Characters start..end of the text, the word in small letters, its kind ("" for a word that tells no time), its meaning."""

    start: int
    end: int
    lower: str
    kind: str
    value: int | float | str | tuple[int, ...] | None


_LEX = re.compile(
    r"""(?P<iso>\d{4}-\d\d?-\d\d?(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)(?!\w)
    | (?P<isoweek>\d{4}-W\d\d(?:-\d)?)(?!\w)
    | (?P<slashed>\d{1,4}(?P<mark>[/.])\d{1,2}(?P=mark)\d{2,4})(?!\w)
    | (?P<clock>\d{1,2}(?::[0-5]\d(?::[0-5]\d)?|\.[0-5]\d(?=\s?[ap]\.?m\b)))(?=[ap]m\b|(?!\w))
    | (?P<ordinal>\d{1,3}(?:st|nd|rd|th))\b
    | (?P<decade>(?:\d{3}0['’]?|['’]\d0|\b\d0['’]?)s)\b
    | (?P<shortyear>['’]\d\d)(?!\w)
    | (?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?=[ap]\.?m\b|(?!\w))
    | (?P<ampm>[ap]\.m\b\.?|[ap]m\b)
    | (?P<era>B\.C\.(?:E\.)?|A\.D\.)
    | (?P<poss>['’]s\b)
    | (?P<word>o['’]clock\b|\w+)
    | (?P<blank>\n\s*\n)
    | (?P<other>[^\w\s])""",
    re.X | re.I,
)
_MARKS = {",": "comma", ".": "dot", "-": "hyphen", "–": "hyphen", "—": "dash", "/": "slash", "(": "open", ")": "close", "'": "apostrophe",
          "’": "apostrophe"}
_CURRENCY = re.compile(r"[$£€¥#]\s?$|\bNo\.\s$")


def lex(text: str) -> list[Lexeme]:
    """Lexemes in order; what lies between two of them is white space. A blank line is a lexeme of no kind."""
    found: list[Lexeme] = []
    for m in _LEX.finditer(text):
        group = m.lastgroup or "other"
        start, end, word = m.start(), m.end(), m[0]
        if group == "word":
            lower = word.lower()
            entry = WORDS.get(lower)
            if entry is None or (entry.kind in CAPITALISED and not word[0].isupper()):
                found.append(Lexeme(start, end, lower, "", None))
            else:
                found.append(Lexeme(start, end, lower, entry.kind, entry.value))
        elif group == "other":
            found.append(Lexeme(start, end, word, _MARKS.get(word, ""), None))
        elif group == "number" and _CURRENCY.search(text, max(0, start - 5), start):
            found.append(Lexeme(start, end, word, "", None))
        else:
            kind, value = _READ[group](word.lower())
            found.append(Lexeme(start, end, word.lower(), kind, value))
    return _join_numbers(found)


Read = tuple[str, int | float | str | tuple[int, ...] | None]


def _number(word: str) -> Read:
    if "." in word:
        return ("decimal", float(word.replace(",", ""))) if len(word) < 12 else ("", None)
    if len(word) > 9:
        return "", None
    n = int(word.replace(",", ""))
    if n <= 31:
        return ("d12" if 1 <= n <= 12 else "d31" if n else "d99"), n
    if n < 100:
        return "d99", n
    if n < 1000:
        return "d999", n
    return ("year" if len(word) == 4 and n <= 2100 else "number"), n


def _ordinal(word: str) -> Read:
    n = int(word[:-2])
    return ("ordinalday" if 1 <= n <= 31 else "ordinal"), n


def _clock(word: str) -> Read:
    parts = re.split(r"[:.]", word)
    hour, minute = int(parts[0]), int(parts[1])
    return ("clock", (hour, minute)) if hour <= 24 else ("", None)


def _decade(word: str) -> Read:
    digits = word.strip("'’s")
    return "decade", (digits[:3] if len(digits) == 4 else f"{'20' if digits < '20' else '19'}{digits[0]}")


def _iso(word: str) -> Read:
    day, _, moment = word.partition("t")
    numbers = tuple(int(x) for x in day.split("-"))
    return "iso", numbers + (tuple(int(x) for x in moment[:5].split(":")) if moment else ())


def _slashed(word: str) -> Read:
    a, b, c = (int(x) for x in re.split(r"[/.]", word))
    if a > 31:
        year, month, day = a, b, c
    else:
        # the American order, unless the first number can be no month; points are the European habit
        month, day = (b, a) if a > 12 or ("." in word and b <= 12) else (a, b)
        year = c
    if year < 100:
        year += 2000 if year < 50 else 1900
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return "", None
    return "iso", (year, month, day)


_READ: dict[str, Callable[[str], Read]] = {
    "iso": _iso,
    "isoweek": lambda w: ("isoweek", w.upper()),
    "slashed": _slashed,
    "clock": _clock,
    "ordinal": _ordinal,
    "decade": _decade,
    "shortyear": lambda w: ("shortyear", int(w[1:])),
    "number": _number,
    "ampm": lambda w: ("ampm", w[0]),
    "era": lambda w: ("bc" if w[0] == "b" else "ad", w),
    "poss": lambda w: ("poss", None),
    "blank": lambda w: ("", None),
}


def _join_numbers(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Lexemes with number words that stand together made one."""
    out: list[Lexeme] = []
    i = 0
    while i < len(lexemes):
        kind = lexemes[i].kind
        if kind == "wordnum" or (kind == "a" and i + 1 < len(lexemes) and lexemes[i + 1].lower in SCALES):
            made, i = _spelled(lexemes, i)
            out.append(made)
        elif kind in ("d12", "d31") and [x.kind for x in lexemes[i + 1 : i + 4]] == ["d12", "slash", "d12"]:
            whole, above, below = lexemes[i].value, lexemes[i + 1].value, lexemes[i + 3].value
            assert isinstance(whole, int) and isinstance(above, int) and isinstance(below, int)
            out.append(Lexeme(lexemes[i].start, lexemes[i + 3].end, "", "decimal", whole + above / below))
            i += 4
        else:
            out.append(lexemes[i])
            i += 1
    return out


def _spelled(lexemes: list[Lexeme], i: int) -> tuple[Lexeme, int]:
    """The number spelled from lexeme i on, and the index after it."""
    start, first = lexemes[i].start, i
    if lexemes[i].kind == "a":
        i += 1
        total, group = 0, 1
    else:
        total, group = 0, 0
    last, pair = "", False
    while i < len(lexemes):
        word = lexemes[i].lower
        if lexemes[i].kind == "hyphen" or word == "and":
            joins = last and i + 1 < len(lexemes) and lexemes[i + 1].kind == "wordnum"
            if not joins or (word == "and" and last != "scale") or (word != "and" and last != "tens"):
                break
            i += 1
            continue
        if word in ONES and (last in ("", "scale") or (last == "tens" and ONES[word] < 10)):
            group, last = group + ONES[word], "teens" if ONES[word] > 9 else "ones"
        elif word in TENS and last in ("", "scale"):
            group, last = group + TENS[word], "tens"
        elif word in TENS and last in ("teens", "tens") and 17 <= group <= 20 and not pair:
            total, group, last, pair = group * 100, TENS[word], "tens", True   # nineteen ninety-six
        elif word in SCALES:
            if word == "thousand":
                total, group = (total + max(group, 1)) * 1000, 0
            else:
                group = max(group, 1) * SCALES[word]
            last = "scale"
        else:
            break
        i += 1
    while lexemes[i - 1].kind == "hyphen" or lexemes[i - 1].lower == "and":
        i -= 1
    value = total + group
    half = [x.lower for x in lexemes[i : i + 3]]
    if half == ["and", "a", "half"]:
        return Lexeme(start, lexemes[i + 2].end, "", "decimal", value + 0.5), i + 3
    kind = "year" if pair or (value == 2000 and i - first == 2) else "wordnum"
    return Lexeme(start, lexemes[i - 1].end, "", kind, value), i
