"""text -> Time: every expression that tells a time, its TIMEX3 type and value, and the days it means.

    lexer.py      text -> lexemes (words.py: the tables of words)
    rules.py      the table of patterns (grammar.py compiles and matches it) -> what an expression says (meanings.py)
                  actions of the rules: dates.py, counted.py, clocks.py
    join.py       expressions that tell one time together are made one; extent.py: the words before that belong to it
    resolve.py    what it says, counted from the right day -> value (nearest.py, holidays.py, values.py)
    direction.py  does the clause tell of what was, or of what will be
    ranges.py     which two expressions are the ends of one stretch

Values follow ISO-TimeML (2009) and the TIDES guidelines (2005) as the TimeBank uses them: spans leave out the preposition.
"""

from collections.abc import Sequence
from datetime import date

from dateline.language import Token
from dateline.language import tag as tag_words
from dateline.language.split import sentence_spans
from dateline.times.direction import Directions
from dateline.times.extent import widen
from dateline.times.join import join
from dateline.times.lexer import lex
from dateline.times.ranges import ranges
from dateline.times.resolve import resolve
from dateline.times.rules import GRAMMAR
from dateline.types import Time

__all__ = ["ranges", "tag"]


def tag(text: str, on: date | None = None, tagged: Sequence[Sequence[Token]] | None = None) -> list[Time]:
    """Every time expression of a text, in order, none over another.

    text    any text; spans are character offsets into it
    on      the day it is told on: "on Sunday" and "last month" are counted from it. None: they stay undated (XXXX)
    tagged  its sentences' tokens, where they are there already; else it is tagged here, where a tense is asked for
    """
    phrases = widen(text, join(text, GRAMMAR.find(lex(text))))
    return resolve(text, phrases, on, Directions(tagged, lambda at: _sentence(text, at)))


_SENTENCE_REACH = 400  # characters looked at to each side for the sentence around a place


def _sentence(text: str, at: int) -> list[Token]:
    start = max(text.rfind("\n\n", max(0, at - _SENTENCE_REACH), at) + 1, at - _SENTENCE_REACH, 0)
    end = text.find("\n\n", at, at + _SENTENCE_REACH)
    end = min(len(text), at + _SENTENCE_REACH) if end < 0 else end
    for span in sentence_spans(text, start, end):
        if span.start <= at < span.end:
            return tag_words(text, span.start, span.end)
    return []
