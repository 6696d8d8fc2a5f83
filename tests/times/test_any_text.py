"""Whatever the text, spans are exact, days in order, and nothing is raised."""

import time
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.times import ranges, tag
from dateline.times.lexer import lex
from dateline.times.words import WORDS

_WORDS = [
    *WORDS, "Sunday", "May", "Dec.", "30", "1999", "2100", "12:40", "'80s", "1990s", "3rd", "p.m.", "BC", "2,000", "1/2", "2024-02-30",
    "99/99/9999", "99999999999", "0", "Feb.", "29", "31", ",", "-", "–", ".", "(", "'s", "\n\n", "said", "will", "was", "to", "now",
    "future", "$5",
]
_ENDS = [date.min, date.max, date(1, 12, 31), date(9999, 1, 1)]
dates = st.none() | st.dates()


@given(st.text(max_size=200), dates)
@settings(max_examples=150, deadline=None)
def test_any_characters(text: str, on: date | None) -> None:
    _check(text, on)


@given(st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join), dates)
@settings(max_examples=400, deadline=None)
def test_any_order_of_time_words(text: str, on: date | None) -> None:
    _check(text, on)


@given(st.lists(st.sampled_from(_WORDS), max_size=30).map("".join), st.sampled_from(_ENDS))
@settings(max_examples=150, deadline=None)
def test_at_the_ends_of_the_calendar(text: str, on: date) -> None:
    _check(text, on)


def _check(text: str, on: date | None) -> None:
    found = tag(text, on)
    assert found == tag(text, on)
    for t in found:
        assert t.text == text[t.start : t.end] != ""
        assert (t.first is None) == (t.last is None)
        assert t.first is None or t.last is None or t.first <= t.last
        assert t.value
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(a.end <= b.start for a, b in ranges(text, found))
    lexemes = lex(text)
    assert all(a.end <= b.start for a, b in pairwise(lexemes))


def test_a_megabyte_without_a_space_takes_bounded_time() -> None:
    for unit in ("a", "1", "1,", "-", "Sunday-", "12:", "twenty-", "1990-", "\n", "'80s", "ł", "Jan."):
        began = time.perf_counter()
        tag(unit * (200_000 // len(unit)), date(2025, 12, 30))
        assert time.perf_counter() - began < 10, unit
