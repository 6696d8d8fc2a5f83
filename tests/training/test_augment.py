"""What is changed in a sentence for training moves its labels with it."""

import random

import pytest
from corpus.files import corpus_files, read
from hypothesis import given
from hypothesis import strategies as st
from training.augment import Chances, articles, changed, countries, dates, edited, joined, names_in, persons, spelling
from training.examples import Deed, Example, Marked, examples

TEXT = "Norwegian police arrested Lars Holm in Oslo on Monday"
EXAMPLE = Example(
    TEXT,
    (Marked(0, 16, "body"), Marked(26, 35, "person"), Marked(39, 43, "place"), Marked(47, 53, "time")),
    (Deed(17, 25, "COERCE", "COERCE/arrest", "happened", (0,), (1,), (3,), (2,), (), ()),),
    (), (), True,
)  # fmt: skip


def words(e: Example) -> list[str]:
    return [e.text[m.start : m.end] for m in (*e.mentions, *e.deeds)]


def test_a_country_is_swapped_with_its_adjective_and_its_capital():
    new = edited(EXAMPLE, countries(TEXT, random.Random(3)))
    police, person, place, day, deed = words(new)
    assert police.endswith(" police") and not police.startswith("Norwegian")
    assert (person, day, deed) == ("Lars Holm", "Monday", "arrested") and place != "Oslo"


def test_a_person_gets_another_name_and_a_day_another_day():
    new = edited(EXAMPLE, persons(EXAMPLE, ["Mere Tuilagi"], random.Random(1)))
    assert words(new)[1] == "Mere Tuilagi"
    assert words(edited(EXAMPLE, dates(TEXT, random.Random(0))))[3].endswith("day")


def test_articles_fall_and_spellings_turn():
    text = "The defence ministry criticised an ally"
    assert edited(Example(text, (), (), (), (), True), articles(text, random.Random(0))).text == "defence ministry criticised ally"
    assert any("defense" in edited(Example(text, (), (), (), (), True), spelling(text, random.Random(n))).text for n in range(4))


def test_two_sentences_joined_keep_their_parties_apart():
    new = joined(EXAMPLE, EXAMPLE, ", while ")
    assert words(new)[:4] == words(new)[4:8] == words(EXAMPLE)[:4]
    assert new.deeds[1].actors == (4,) and new.text[new.deeds[1].start : new.deeds[1].end] == "arrested"


@given(st.lists(st.tuples(st.integers(0, 52), st.integers(0, 8), st.text(max_size=6)), max_size=4))
def test_spans_that_no_edit_touches_hold_the_same_words(raw):
    edits, at = [], 0
    for start, size, new in sorted(raw):
        if start >= at and start + size <= len(TEXT) and size:
            edits.append((start, start + size, new))
            at = start + size
    new = edited(EXAMPLE, edits)
    for old, moved in zip((*EXAMPLE.mentions, *EXAMPLE.deeds), (*new.mentions, *new.deeds), strict=True):
        assert 0 <= moved.start <= moved.end <= len(new.text)
        if all(end <= old.start or old.end <= start for start, end, _ in edits):
            assert new.text[moved.start : moved.end] == TEXT[old.start : old.end]


@pytest.fixture(scope="module")
def dev():
    return list(examples(d for d in read(corpus_files()).documents if d.split == "dev"))


def test_every_example_of_the_corpus_can_be_changed_and_keeps_its_labels(dev):
    names, draw = names_in(dev), random.Random(5)
    always = Chances(1, 1, 1, 0.5, 1, 0.5)
    for e in dev:
        new = changed(e, dev, names, always, draw)
        assert len(new.deeds) >= len(e.deeds) and [d.root for d in new.deeds[: len(e.deeds)]] == [d.root for d in e.deeds]
        for m in (*new.mentions, *new.deeds, *new.said, *new.contents):
            assert 0 <= m.start < m.end <= len(new.text)
            assert not new.text[m.start].isspace()


def test_the_same_seed_gives_the_same_changes(dev):
    def told():
        return [changed(e, dev, names_in(dev), Chances(), random.Random(n)).text for n, e in enumerate(dev[:50])]

    assert told() == told()
