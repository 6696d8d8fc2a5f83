"""What a sentence says was done, by whom to whom, and how far it got."""

from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dateline
from dateline.events import ontology
from dateline.events.control import control
from dateline.events.lexicon import lexicon
from dateline.types import Deed, Event, Page, Reading, Status

STATUSES: tuple[Status, ...] = ("happened", "ongoing", "historical", "planned", "conditional", "denied")


def read(text: str, on: date = date(2026, 3, 3), title: str | None = None) -> Reading:
    return dateline.read(Page(id="made", content=text, media="body", title=title, date=on), "dictionary")


def events(text: str, on: date = date(2026, 3, 3)) -> tuple[Event, ...]:
    return read(text, on).events


def told(e: Event) -> str:
    deed = " ".join(x for x in (e.deed.root, e.deed.mode) if x)
    who, whom = (" + ".join(p.text for p in side) or "-" for side in (e.actors, e.recipients))
    return f"{deed}, {e.status}: {who} > {whom}"


def cases() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "cases.tsv").read_text("utf-8").splitlines()
    return [(s, e) for s, e in (line.split("\t") for line in lines if line and not line.startswith("#")) if s != "sentence"]


@pytest.mark.parametrize(("sentence", "expected"), cases())
def test_a_sentence_tells_these_events(sentence: str, expected: str) -> None:
    assert " ; ".join(told(e) for e in events(sentence)) == expected


def test_a_planned_deed_keeps_its_deed_and_gets_the_code_of_what_is_ahead() -> None:
    [visit] = events("Norwegian Foreign Minister Halvard Brekke will visit Peru from Sunday to Tuesday.")
    assert visit.deed == Deed("CONSULT", "visit")
    assert (visit.root, visit.mode, visit.quad, visit.score) == ("AGREE", None, 1, 2.5)
    assert (visit.first, visit.last, visit.dated_by) == (date(2026, 3, 8), date(2026, 3, 10), "time")
    assert visit.cameo == "036"
    assert visit.evidence[0].text.startswith("will visit Peru")


def test_a_threat_of_force_is_a_threat_and_a_denied_deed_has_no_code() -> None:
    [threat] = events("Norway will bomb Peru.")
    assert (threat.deed.root, threat.root, threat.mode, threat.quad) == ("ASSAULT", "THREATEN", "violence", 3)
    [denied] = events("Norway did not bomb Peru.")
    assert (denied.status, denied.root, denied.quad, denied.score, denied.cameo) == ("denied", None, None, None, None)


def test_what_is_told_of_long_before_the_story_is_historical() -> None:
    [old] = events("Norway bombed Peru in 1987.")
    assert (old.status, old.first, old.last) == ("historical", date(1987, 1, 1), date(1987, 12, 31))


def test_a_deed_without_a_time_of_its_own_is_dated_by_the_dateline() -> None:
    [raid] = events("Norway bombed Peru.")
    assert (raid.first, raid.last, raid.dated_by) == (date(2026, 3, 3), date(2026, 3, 3), "dateline")


def test_the_dead_and_the_arrested_are_counted() -> None:
    [raid] = events("Norwegian troops killed at least 14 Peruvian soldiers.")
    assert [(n.what, n.low, n.high) for n in raid.numbers] == [("killed", 14, None)]
    [arrest] = events("Norwegian police arrested 63 protesters.")
    assert [(n.what, n.low, n.high) for n in arrest.numbers] == [("arrested", 63, 63)]


def test_money_is_counted_with_its_currency() -> None:
    [gift] = events("Norway donated $5 million to Peru.")
    assert [(n.what, n.low, n.unit) for n in gift.numbers] == [("money", 5e6, "USD")]


def test_a_guess_of_others_is_no_event() -> None:
    assert events("Norway could invade Peru, analysts said.") == ()


def test_who_attributes_a_deed_is_told() -> None:
    reading = read("Norwegian troops killed four Peruvian soldiers, Peruvian Defence Minister Rosa Quispe said.")
    [raid] = reading.events
    assert {a.id: a.name for a in reading.actors}[raid.said_by or ""] == "Rosa Quispe"


def test_a_headline_and_its_lead_tell_one_event_with_two_pieces_of_evidence() -> None:
    reading = read("Norway expelled the Peruvian ambassador on Monday.", title="Norway expels Peruvian ambassador")
    [expulsion] = reading.events
    assert [e.sentence for e in expulsion.evidence] == [0, 1]


def test_a_standing_relation_is_background_and_no_event() -> None:
    reading = read("Norway, which remains technically at war with Peru, praised Chile.")
    assert [(s.relation, {s.a, s.b}) for s in reading.standing] == [("state of war", {"NOR", "PER"})]
    assert [e.deed.root for e in reading.events] == ["SUPPORT"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Shares in Oslo retreated 3.4 percent on Monday.",
        "Floods cut the road to Lima.",
        "Norway won the match 3-1.",
        "The temperature in Lima hit a record high.",
        "The firm launched a new product in Oslo.",
    ],
)
def test_sport_markets_and_weather_are_no_events(sentence: str) -> None:
    assert events(sentence) == ()


def test_every_row_of_the_lexicon_is_a_deed_of_plover() -> None:
    book = lexicon()
    for by_head in book:
        for entry in {e for entries in by_head.values() for e in entries}:
            if entry.deed.root == "NONE":
                continue
            modes = ontology.roots()[entry.deed.root]["modes"]
            assert isinstance(modes, dict)
            assert entry.deed.mode is None or entry.deed.mode in modes, entry


def test_the_lexicon_has_more_than_eight_hundred_words_and_phrases() -> None:
    assert len({(e.words, e.kind) for by_head in lexicon() for entries in by_head.values() for e in entries}) > 800


def test_every_word_of_control_has_one_effect_of_a_kind() -> None:
    for kind, heads in control().items():
        words = [w for rows in heads.values() for w, _ in rows]
        assert len(words) == len(set(words)), kind


@pytest.mark.parametrize("root", sorted(ontology.roots()))
@pytest.mark.parametrize("status", STATUSES)
def test_every_deed_has_a_code_and_a_cameo_code_but_where_it_is_denied(root: str, status: Status) -> None:
    code, (cameo, goldstein) = ontology.code(Deed(root), status), ontology.cameo(Deed(root), status, ())
    if status == "denied":
        assert code == ontology.NO_CODE and cameo is None and goldstein is None
        return
    assert code.root in ontology.roots() and code.quad in (1, 2, 3, 4) and -10 <= (code.score or 0) <= 10
    assert cameo and goldstein is not None and -10 <= goldstein <= 10


WORDS = (
    "Norway Peru the president troops said will not refused to agreed bomb visit talks with on "
    'and , . " of 12 killed sanctions he it that if'
).split()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join))
def test_any_words_are_read_and_every_span_shows_its_words(text: str) -> None:
    reading = read(text)
    known = {a.id for a in reading.actors}
    for e in reading.events:
        for x in (*e.actors, *e.recipients, *e.evidence, *e.numbers):
            assert reading.story.text[x.start : x.end] == x.text
        assert {p.actor for p in e.actors + e.recipients} <= known
        assert (e.root is None) == (e.status == "denied")
        assert not e.first or not e.last or e.first <= e.last
        assert 0 <= e.confidence <= 1
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading
