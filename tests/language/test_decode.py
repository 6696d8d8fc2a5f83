"""From scores to marks: what the heads say of each word is put together as mentions, events and quotations."""

import numpy as np
import pytest
from msgspec.structs import replace

from dateline.language.model.decode import decode
from dateline.language.model.layout import FORMAT, LINKS, Layout, Limits
from dateline.language.model.marks import Marks
from dateline.language.model.words import Words

LAYOUT = Layout(
    format=FORMAT, name="made", encoder="none", kinds=("person", "body", "time", "place"), roots=("COERCE", "AID"),
    modes=("COERCE/", "COERCE/arrest", "AID/"), statuses=("happened", "planned"), files={}, needy=("AID",),
)  # fmt: skip
TEXT = "Oslo police will arrest Lars Holm on Monday"
SURE = 8.0


class Scores:
    """Scores of TEXT's words that say nothing until told."""

    def __init__(self, text: str = TEXT) -> None:
        starts = [0, *(n + 1 for n, c in enumerate(text) if c == " ")]
        self.text, ends = text, [*(s - 1 for s in starts[1:]), len(text)]
        self.words = Words(list(range(len(starts) + 2)), list(range(1, len(starts) + 1)), starts, ends)
        size = len(starts) + 2
        self.scores = np.zeros((size, LAYOUT.width), dtype=np.float32)
        for head in ("mention", "trigger", "cue", "content"):
            self.scores[:, LAYOUT.heads[head].start] = SURE
        self.links = np.full((len(LINKS), size, size), -SURE, dtype=np.float32)

    def number(self, word: str) -> int:
        return self.text.split().index(word) + 1

    def span(self, head: str, words: str, kind: int = 0) -> None:
        for n, word in enumerate(words.split()):
            self.scores[self.number(word), LAYOUT.heads[head].start + 1 + 2 * kind + (n > 0)] = 2 * SURE

    def choose(self, head: str, word: str, which: int) -> None:
        self.scores[self.number(word), LAYOUT.heads[head].start + which] = SURE

    def link(self, name: str, from_: str, to: str, score: float = SURE) -> None:
        for word in to.split():
            self.links[LINKS.index(name), self.number(from_), self.number(word)] = score

    def marks(self, layout: Layout = LAYOUT, offset: int = 0):
        return decode(self.scores, self.links, self.words, layout, offset)


@pytest.fixture
def told() -> Scores:
    s = Scores()
    s.span("mention", "Oslo police", 1)
    s.span("mention", "Lars Holm", 0)
    s.span("mention", "Monday", 2)
    s.span("trigger", "arrest")
    s.choose("root", "arrest", 0)
    s.choose("mode", "arrest", 1)
    s.choose("status", "arrest", 1)
    s.link("actor", "arrest", "Oslo police")
    s.link("recipient", "arrest", "Lars Holm")
    s.link("time", "arrest", "Monday")
    return s


def test_an_event_has_its_deed_status_parties_and_time(told):
    [event] = told.marks().events
    assert (event.root, event.mode, event.status) == ("COERCE", "arrest", "planned")
    assert [TEXT[m.start : m.end] for m in (*event.actors, *event.recipients)] == ["Oslo police", "Lars Holm"]
    assert event.time and TEXT[event.time.start : event.time.end] == "Monday"
    assert event.place is None and event.sure > 0.9


def test_offsets_count_in_the_text_that_the_sentence_was_cut_from(told):
    here, there = told.marks(), told.marks(offset=100)
    assert [(m.start + 100, m.end + 100) for m in here.mentions] == [(m.start, m.end) for m in there.mentions]
    assert there.events[0].start == here.events[0].start + 100


def test_a_mode_is_always_one_of_the_root_however_sure_another_is(told):
    told.choose("mode", "arrest", 2)
    told.scores[:, LAYOUT.heads["mode"].start + 2] = 50
    assert told.marks().events[0].mode == "arrest"


def test_a_mention_that_could_be_both_is_the_likelier(told):
    told.link("recipient", "arrest", "Oslo police", 1.0)
    [event] = told.marks().events
    assert len(event.actors) == len(event.recipients) == 1


def test_a_deed_that_needs_a_recipient_takes_the_likeliest_one(told):
    told.link("recipient", "arrest", "Lars Holm", -1.5)
    assert told.marks().events[0].recipients == ()
    told.choose("root", "arrest", 1)
    told.scores[told.number("arrest"), LAYOUT.heads["root"].start] = -SURE
    assert [TEXT[m.start : m.end] for m in told.marks().events[0].recipients] == ["Lars Holm"]


def test_a_party_need_be_no_mention_of_its_own():
    s = Scores()
    s.span("trigger", "arrest")
    s.link("actor", "arrest", "Oslo police")
    [event] = s.marks().events
    assert [TEXT[m.start : m.end] for m in event.actors] == ["Oslo police"] and s.marks().mentions == ()


def test_a_limit_decides_what_counts():
    s = Scores()
    s.scores[s.number("arrest"), LAYOUT.heads["trigger"].start + 1] = SURE - 0.5
    assert len(s.marks(Layout(**_fields(limits=Limits(trigger=0.3)))).events) == 1
    assert s.marks(Layout(**_fields(limits=Limits(trigger=0.5)))).events == ()


def _fields(**changed):
    return {f: getattr(LAYOUT, f) for f in LAYOUT.__struct_fields__} | changed


def test_a_quotation_has_its_cue_content_and_speaker():
    text = "Lars Holm said that he will go"
    s = Scores(text)
    s.span("mention", "Lars Holm", 0)
    s.span("cue", "said")
    s.span("content", "that he will go")
    s.link("speaker", "said", "Lars Holm")
    s.link("content", "said", "that he will go")
    [quote] = s.marks().quotes
    assert quote.speaker and text[quote.speaker.start : quote.speaker.end] == "Lars Holm"
    assert [text[a:b] for a, b in quote.contents] == ["that he will go"] and quote.addressee is None


def test_a_text_without_a_word_has_no_marks():
    empty = decode(np.zeros((2, LAYOUT.width)), np.zeros((len(LINKS), 2, 2)), Words([1, 2], [], [], []), LAYOUT)
    assert empty == Marks()


def test_words_that_may_name_a_deed_stand_apart_from_those_that_do(told):
    told.scores[told.number("police"), LAYOUT.heads["trigger"]] = (2.0, 0.0, 0.0)  # a chance of one in five
    marks = told.marks()
    assert [TEXT[e.start : e.end] for e in marks.events] == ["arrest"]
    assert [(TEXT[e.start : e.end], round(e.sure, 2)) for e in marks.maybe] == [("police", 0.21)]
    assert told.marks(replace(LAYOUT, limits=Limits(maybe=0.3))).maybe == ()
