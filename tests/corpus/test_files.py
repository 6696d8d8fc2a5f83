"""Corpus files -> documents with spans, events and quotations; what is broken is named and costs nothing else."""

import re
from pathlib import Path

import pytest
from corpus.documents import Document
from corpus.files import Found, read, splits
from corpus.links import Placed, link
from corpus.markup import parse

from corpus import rules

CLAUSES = "== wire | world | 1990s\n"
STORY = """# a batch for tests
== 1 | wire | southeast-asia | 2004-06-15 | VIENTIANE, June 15 (Mekong Wire)
[Laos|state lao] {frees|RETREAT/release lao>crew} [Thai crew|people crew]

[Laos|state lao] {let go|RETREAT/release lao>crew @t @p} [the sailors|people crew] at [Huay Bon|place] on [Tuesday|time].
<"The talks,"> {said|SAY min>rep} [the minister|role min] to [reporters|people rep], <"will {go on|CONSULT planned lao,thai}.">

<"[The two sides|state lao+thai] are patient."|min>
[He|role min] {denied|SAY min} that <[Bangkok|government thai] had {threatened|THREATEN denied thai>lao} [Laos|state lao]>.
"""


@pytest.fixture
def corpus(tmp_path):
    def found(text: str, name: str = "batch.txt") -> Found:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read([path])

    return found


def told(found: Found) -> list[str]:
    return [str(f).split(":", 1)[1] for f in found.faults] + [
        str(f).split(":", 1)[1] for d in found.documents for f in rules.check(d)
    ]  # fmt: skip


def parties(d: Document, indices: tuple[int, ...]) -> list[str]:
    return [d.words(d.spans[i]) for i in indices]


def test_a_story_is_headline_paragraphs_and_sentences(corpus):
    (d,) = corpus(STORY).documents
    assert (d.id, d.kind, d.date, d.dateline) == ("batch/1", "story", "2004-06-15", "VIENTIANE, June 15 (Mekong Wire)")
    assert [p.count("\n") for p in d.text.split("\n\n")] == [0, 0, 0]
    assert d.text.startswith("Laos frees Thai crew\n\nLaos let go")
    assert [d.text[s:e].split()[0] for s, e in d.sentences] == ["Laos", "Laos", '"The', '"The', "He"]


def test_events_have_their_parties_time_and_place(corpus):
    (d,) = corpus(STORY).documents
    event = d.events[1]
    assert (d.words(event), event.root, event.mode, event.status) == ("let go", "RETREAT", "release", "happened")
    assert (parties(d, event.actors), parties(d, event.recipients)) == (["Laos"], ["the sailors"])
    assert (d.words(d.spans[event.time]), d.words(d.spans[event.place])) == ("Tuesday", "Huay Bon")


def test_a_party_is_the_nearest_mention_of_its_actor_in_the_sentence(corpus):
    (d,) = corpus(STORY).documents
    assert [d.spans[i].start for i in d.events[1].actors] == [d.text.index("Laos let")]
    mutual = d.events[2]
    assert parties(d, mutual.actors) == ["Laos", "The two sides"]


def test_quotations_have_their_parts_and_what_they_tell_is_said_by_their_speaker(corpus):
    (d,) = corpus(STORY).documents
    first, second, third = d.quotes
    assert ([d.words(c) for c in first.content], first.type) == (['"The talks,"', '"will go on."'], "direct")
    assert (d.words(first.cue), first.speaker, first.addressee) == ("said", ("min",), ("rep",))
    assert (second.cue, second.speaker, d.words(d.spans[second.source])) == (None, ("min",), "the minister")
    assert third.type == "indirect"
    assert [e.said_by for e in d.events] == [None, None, "min", "min"]


def test_a_clause_names_its_parties_by_their_letters(corpus):
    (d,) = corpus(CLAUSES + "[Lima|state a] and [Quito|state a2] {traded fire|ASSAULT/firearms} along the ridge\n").documents
    assert d.id.startswith("batch/") and d.kind == "clause"
    assert parties(d, d.events[0].actors) == ["Lima", "Quito"] and d.events[0].recipients == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CLAUSES + "[Lima|state a] {went|CONSULT\n", "2:21: the label of `{` in column 16 does not end"),
        ("== wire | mars | 1990s\n", "1:1: `mars` is no region"),
        ("== wire | world\n", "1:1: a header is"),
        ("no header\n", "1:1: text before the first header"),
        ("== 1 | wire | world | 1999-13-01 | ROME\nHead\n\nOne.\n", "`1999-13-01` is no date"),
        (STORY + STORY.replace("# a batch for tests\n", ""), "number 1 again"),
        (STORY.replace("min>rep", "nobody>rep"), "nothing has the id `nobody`"),
        (STORY.replace(" on [Tuesday|time]", ""), "@t, but no time in the sentence"),
        (STORY.replace("patient.\"|min>", 'patient.">'), "a content without a cue"),
        (STORY.replace("that <[Bangkok", "that [Bangkok").replace("state lao]>", "state lao]"), "a cue with no content"),
        (STORY.replace("{let go|", "{was let go|"), "a trigger has no auxiliary"),
        (STORY.replace("on [Tuesday|time].", "on [Tuesday|time]"), "a sentence ends with its stop"),
        (STORY.replace("lao>crew @t @p", "lao>lao @t @p"), "is actor and recipient of one event"),
        (STORY.replace("[Laos|state lao] {let go", "[Laos's|state lao] men {let go"), "the possessive 's is outside"),
        (CLAUSES + "[Lima|state a] {met|CONSULT} [Quito|state a2]\n", "6 to 20 words, not 3"),
        (CLAUSES + "[Lima|state a] and Quito spoke of nothing much at all\n", "parties are marked, but no event"),
        (CLAUSES + "[Lima|state a] {cut its grants|SANCTION/discontinue} to all who had asked\n", "SANCTION needs a recipient"),
        (CLAUSES + "[Lima|state a] {patrols together|COOPERATE} along the long river bank\n", "COOPERATE needs a second party"),
        (CLAUSES + "Nothing at all befell the town that year\nnothing at all befell the town that year\n", "the same words stand in"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_line_and_column(corpus, text, expected):
    found = told(corpus(text))
    assert any(expected in one for one in found), found


def test_a_broken_story_costs_no_other(corpus):
    broken = STORY.replace("# a batch for tests\n== 1", "== 2").replace("{frees|", "{frees")
    found = corpus(STORY + broken)
    assert [d.id for d in found.documents] == ["batch/1"]
    assert [f.line for f in found.faults] == [11]


def test_files_that_cannot_be_read_are_faults(tmp_path):
    (tmp_path / "latin.txt").write_bytes(b"== wire | world | 1990s\nCaf\xe9\n")
    found = read([tmp_path / "latin.txt", tmp_path / "none.txt"])
    assert [f.what for f in found.faults] == ["cannot be read: not UTF-8 at byte 27", "cannot be read: No such file or directory"]


def test_the_guidelines_mark_their_own_examples_as_they_ask(corpus):
    text = (Path(rules.__file__).parent / "GUIDELINES.md").read_text(encoding="utf-8")
    examples = [line for block in re.findall(r"```(?:for|against)\n(.*?)```", text, re.DOTALL) for line in block.strip().split("\n")]
    assert len(examples) > 50
    for example in examples:
        line = parse(example)
        linked = link(line.text, [Placed(m, m.start, m.end, 0, 1) for m in line.marks], defaults=True)
        assert (line.faults, linked.faults) == ((), ()), example
    (sample,) = re.findall(r"```story\n(.*?)```", text, re.DOTALL)
    assert told(corpus(sample)) == []


def test_a_broken_splits_file_is_a_fault_and_costs_no_document(corpus, monkeypatch, tmp_path):
    (tmp_path / "splits.toml").write_text("[dev\n")
    monkeypatch.setattr("corpus.files.splits", lambda: splits(tmp_path / "splits.toml"))
    found = corpus(STORY)
    assert [d.split for d in found.documents] == ["train"]
    assert "corpus/splits.toml:1:1: cannot be read" in str(found.faults[0])


def test_a_name_in_the_splits_that_nothing_has_is_a_fault(corpus):
    documents = corpus(STORY).documents
    assert list(rules.check_splits(documents, {"batch/1": "dev", "batch": "test"})) == []
    assert [f.what for f in rules.check_splits(documents, {"batch/9": "dev"})] == ["nothing is named `batch/9`, which is put to dev"]
