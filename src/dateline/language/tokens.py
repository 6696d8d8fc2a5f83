"""Tokens of a sentence: words, numbers and marks, with their offsets into the story's text."""

import re
from typing import NamedTuple

from dateline.language.split import abbreviations


class Token(NamedTuple):
    """A word or mark of a sentence.

    start, end  offsets into Story.text
    lower       its letters in lower case, curly apostrophes made straight
    tag         Penn Treebank tag (Marcus et al. 1993), PUNCT for every mark
    lemma       verbs in base form, nouns in the singular, lower case
    """

    start: int
    end: int
    text: str
    lower: str
    tag: str
    lemma: str


_TOKEN = re.compile(
    r"""(?P<abbr>(?:[A-Za-z]\.){2,}(?:-\w+)*)
      | (?P<number>[$€£¥]?\d+(?:,\d{3})*(?:\.\d+)?(?:st|nd|rd|th|s|%|bn|m|km|am|pm)?(?![\w]|-[A-Za-z]))
      | (?P<word>\w+(?:['’](?!s\b|re\b|ve\b|ll\b|d\b|m\b|t\b)\w+)*(?:-\w+(?:['’](?!s\b)\w+)*)*)
      | (?P<clitic>['’](?:s|re|ve|ll|d|m)\b)
      | (?P<negation>['’]t\b)
      | (?P<mark>--+|\.\.\.+|``|''|[^\w\s])""",
    re.VERBOSE,
)
_LONGEST_WORD = 200  # characters; a longer run of letters is no word, and is not looked at as one


def tokenize(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """(start, end, word) of each token of text[start:end]; "don't" is "do" and "n't", "Seoul's" is "Seoul" and "'s"."""
    found: list[tuple[int, int, str]] = []
    for m in _TOKEN.finditer(text, start, end):
        a, b, word = m.start(), m.end(), m[0]
        if b - a > _LONGEST_WORD:
            continue
        if m.lastgroup == "negation" and found and found[-1][1] == a and found[-1][2][-1:].lower() == "n":
            x, _, before = found.pop()
            if len(before) > 1:
                found.append((x, a - 1, before[:-1]))
            a, word = a - 1, text[a - 1 : b]
        elif word == "." and found and found[-1][1] == a and _is_short(found[-1][2]):
            a, word = found[-1][0], text[found[-1][0] : b]
            found.pop()
        found.append((a, b, word))
    return found


def _is_short(word: str) -> bool:
    """Is it an abbreviation that owns the full stop after it: a title, a month, an initial?"""
    return word[:1].isupper() and (len(word) == 1 or word.lower() in abbreviations()) and word != "I"
