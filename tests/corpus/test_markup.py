"""A marked line is read as a person means it, and a broken one is told where it breaks."""

import pytest
from corpus.markup import parse
from hypothesis import given
from hypothesis import strategies as st


def test_a_line_is_its_words_without_the_marks():
    line = parse("[Rome|government a]'s {rebuff|REJECT} to [the Libyan coastguard|body r] came <late>.")
    assert line.text == "Rome's rebuff to the Libyan coastguard came late."
    assert line.faults == ()
    assert [(m.sign, line.text[m.start : m.end], m.kind or m.root) for m in line.marks] == [
        ("[", "Rome", "government"),
        ("{", "rebuff", "REJECT"),
        ("[", "the Libyan coastguard", "body"),
        ("<", "late", None),
    ]


def test_marks_nest():
    line = parse('<"[We|person k] will {meet|CONSULT planned k,w @next} [them|people w] [next week|time next],"|k>')
    assert [line.text[m.start : m.end] for m in line.marks] == ['"We will meet them next week,"', "We", "meet", "them", "next week"]
    assert line.marks[2].parties == (("k", "w"), ())
    assert line.marks[2].at == ("next",)
    assert line.marks[0].ids == ("k",)


def test_an_event_may_be_the_cue_of_a_quotation():
    mark = parse("{condemned|ACCUSE/disapprove a>r SAY said:x}").marks[0]
    assert (mark.root, mark.mode, mark.cue, mark.said, mark.parties) == ("ACCUSE", "disapprove", True, "x", (("a",), ("r",)))


@pytest.mark.parametrize(
    ("line", "column", "what"),
    [
        ("[Rome fell", 1, "never closed"),
        ("[Rome|government a", 6, "does not end with `]`"),
        ("[Rome|government a} fell", 6, "does not end with `]`"),
        ("Rome] fell", 5, "without its opening sign"),
        ("Rome | fell", 6, "without its opening sign"),
        ("[Rome|town a] fell", 1, "`town` is no kind"),
        ("[Rome|government A] fell", 1, "`A` is no id"),
        ("[Rome|government planned] fell", 1, "`planned` is no id"),
        ("[Rome|government a b] fell", 1, "a kind and an id"),
        ("Rome {fell|FALL}", 6, "`FALL` is no root"),
        ("Rome {met|CONSULT/dinner}", 6, "`dinner` is no mode of CONSULT: visit"),
        ("Rome {met|CONSULT/}", 6, "`` is no mode"),
        ("Rome {met|CONSULT planned happened}", 6, "`happened` is no id"),
        ("Rome {met|CONSULT a b}", 6, "stands there twice"),
        ("Rome {met|}", 6, "no root"),
        ("Rome [ met|people]", 6, "begins or ends with a blank"),
        ("Rome [|people]", 6, "no words"),
        ("Rome  met", 5, "two blanks"),
        ("Rome\u200b met", 5, "U+200B"),
        ("<We will go|two words>", 1, "the id of its speaker"),
    ],
)
def test_what_is_wrong_is_told_with_its_column(line, column, what):
    faults = parse(line).faults
    assert any(c == column and what in told for c, told in faults), faults


@given(st.text(alphabet="ab |[]{}<>/,@+CONSULT planned'\u200b", max_size=60) | st.text(max_size=60))
def test_no_line_breaks_the_parser(line):
    parsed = parse(line)
    assert all(0 <= m.start <= m.end <= len(parsed.text) for m in parsed.marks)
    assert all(1 <= column <= len(line) for column, _ in parsed.faults)


WORDS = st.text(alphabet="abc é", min_size=1, max_size=8).map(str.strip).filter(lambda w: w and "  " not in w)


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", "person p", "time", "place x"])), min_size=1, max_size=8))
def test_every_mark_covers_the_words_it_was_put_around(parts):
    line = " ".join(f"[{words}|{label}]" if label else words for words, label in parts)
    parsed = parse(line)
    assert parsed.faults == ()
    assert parsed.text == " ".join(words for words, _ in parts)
    assert [parsed.text[m.start : m.end] for m in parsed.marks] == [words for words, label in parts if label]
