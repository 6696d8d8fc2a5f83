from datetime import date as Day
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.quotes import cues, marks
from dateline.types import Span, Time

from .story_of import quotes_of

CASES = [line.split("\t") for line in (Path(__file__).parent / "cases.tsv").read_text("utf-8").splitlines() if not line.startswith("#")][1:]


@pytest.mark.parametrize(("kind", "source", "cue", "content", "text"), CASES, ids=[case[4][:60] for case in CASES])
def test_a_sentence_tells_who_said_what(kind, source, cue, content, text):
    found = [(q.type, q.source and q.source.text, q.cue and q.cue.text, " | ".join(w.text for w in q.content)) for q in
             quotes_of(text.replace("¶", "\n\n"))]
    assert (kind, source or None, cue, content) in found


@pytest.mark.parametrize("text", [
    "The committee met in Riga and adjourned at noon.",
    'The play "Night at Sea" opened in Lisbon.',
    "Rivers rose and the valley's farmers' barns were flooded.",
    "The ladder is 6'2\" long and the door 30\" wide.",
    "He was told to wait.",
    "NEW DELHI: Rain fell on the old town.",
    "The minister called the envoy on Monday.",
    "The suspected cases lie in the north.",
    "",
    "   \n\n  ",
])
def test_what_nobody_said_is_no_quote(text):
    assert quotes_of(text) == []


def test_a_pronoun_and_a_relative_pronoun_speak_for_whom_they_stand_for():
    text = 'Ada Brix, who says it will rain, left. "I am done," she said.'
    assert [q.speaker for q in quotes_of(text, {"Ada Brix": "brix", "she": "brix"})] == ["brix", "brix"]


def test_the_head_of_a_source_speaks_not_those_named_behind_it():
    [quote] = quotes_of('"No," said Ada Brix, a friend of Ole Dahl.', {"Ada Brix": "brix", "Ole Dahl": "dahl"})
    assert quote.speaker == "brix"


def test_who_was_told_is_the_addressee():
    [quote] = quotes_of("Ada Brix told Ole Dahl that the mill had burned.", {"Ada Brix": "brix", "Ole Dahl": "dahl"})
    assert (quote.speaker, quote.addressee) == ("brix", "dahl")


def test_a_paragraph_between_marks_without_a_cue_is_the_last_speakers():
    quotes = quotes_of('"We are leaving," Ada Brix said.\n\n"Nobody will stay behind."', {"Ada Brix": "brix"})
    assert [(q.content[0].text, q.source is None, q.speaker) for q in quotes] == [
        ("We are leaving,", False, "brix"), ("Nobody will stay behind.", True, "brix")]


def test_marks_left_open_at_a_paragraphs_end_are_shut_there_and_the_speaker_goes_on():
    quotes = quotes_of('Ada Brix said: "We are leaving.\n\n"Nobody will stay behind."', {"Ada Brix": "brix"})
    assert [(q.type, q.content[0].text, q.speaker) for q in quotes] == [
        ("direct", "We are leaving.", "brix"), ("direct", "Nobody will stay behind.", "brix")]


def test_a_silent_paragraph_ends_a_speakers_turn():
    text = '"We are leaving," Ada Brix said.\n\nThe sun set over the bay.\n\n"Nobody will stay behind."'
    assert [q.speaker for q in quotes_of(text, {"Ada Brix": "brix"})] == ["brix", None]


def test_a_quote_is_said_on_the_day_its_sentence_tells_else_on_the_storys():
    text = "The mill burned, Ada Brix said on Tuesday. She said it was old."
    start = text.index("Tuesday")
    told = Time(start, start + 7, "Tuesday", type="DATE", value="2031-03-04", first=Day(2031, 3, 4), last=Day(2031, 3, 4))
    assert [q.said for q in quotes_of(text, times=(told,), day=Day(2031, 3, 6))] == [Day(2031, 3, 4), Day(2031, 3, 6)]


def test_a_day_inside_what_was_said_is_not_the_day_it_was_said_on():
    text = "Ada Brix said the mill would open on Friday."
    start = text.index("Friday")
    told = Time(start, start + 6, "Friday", type="DATE", value="2031-03-07", first=Day(2031, 3, 7), last=Day(2031, 3, 7))
    assert [q.said for q in quotes_of(text, times=(told,), day=Day(2031, 3, 6))] == [Day(2031, 3, 6)]


@pytest.mark.parametrize(("text", "inner"), [
    ('a "b" c', ["b"]), ("a “b” c", ["b"]), ("a «b» c", ["b"]), ("a „b“ c", ["b"]), ("a ``b'' c", ["b"]), ("a ''b'' c", ["b"]),
    ("a 'b c' d", ["b c"]), ("a ‘b c’ d", ["b c"]), ("“a ‘b’ c” d", ["a ‘b’ c"]), ("it's the dogs' and 'b' too", ["b"]),
    ("rock 'n' roll in the '90s", []), ('"a', ["a"]), ('a "b', []),
])
def test_marks_of_all_kinds_are_paired(text, inner):
    assert [text[m.inner_start:m.inner_end] for m in marks.find(text, [Span(0, len(text))])] == inner


@pytest.mark.parametrize("rows", [cues.nouns, cues.verbs])
def test_every_row_of_the_tables_takes_something_that_is_read(rows):
    entries = list(rows().values()) if rows is cues.nouns else [e for found in rows().values() for e in found]
    assert len({e.lemma for e in entries}) == len(entries)
    assert all(e.frames <= set("qctwioangsp") and (e.frames or e.prepositions) for e in entries)


WORDS = st.sampled_from([
    *"\" “ ” ' ‘ ’ '' `` « » said that told Ada Brix she the mill burned to go , . : -- and who ( ) ? claim according 日本".split(),
    "\n", "\n\n", "\x00", "according to",
])


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200))
def test_every_span_shows_the_words_that_stand_there(text):
    for q in quotes_of(text):
        assert q.content
        for span in (*q.content, *(s for s in (q.cue, q.source) if s)):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start:span.end] == span.text


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=80).map(" ".join))
def test_marked_stretches_stand_in_order_and_apart(text):
    found = marks.find(text, [Span(0, len(text))])
    assert all(0 <= m.start < m.inner_start <= m.inner_end <= m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("unit", ['"', "'", "“", "said that ", '"said ', " 'a", "according to the ", "Ada, a ", "( ", 'he said, "a," '])
def test_hostile_text_is_read_in_a_bounded_time(unit):
    text = unit * (100_000 // len(unit))
    marks.find(text, [Span(0, len(text))])
    quotes_of(text[:20_000])
