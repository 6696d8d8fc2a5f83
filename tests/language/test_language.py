"""Sentences, tags and clauses of news English."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import language
from dateline.language import morphology
from dateline.language.split import sentence_spans
from dateline.types import Page


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Brekke met Gen. R. K. Dahl on Jan. 4. They talked for an hour.", 2),
        ("The U.S. Senate voted. It was close.", 2),
        ("He left the U.S. The talks failed.", 2),
        ('"We are ready," he said. "Are you?" she asked.', 2),
        ('"Why now?" the envoy asked.', 1),
        ("It cost $3.5 million. Nobody paid.", 2),
        ("What now? Nobody knows! Go.", 3),
    ],
)
def test_a_text_has_so_many_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count, sentences(text)


def tags(text: str) -> str:
    return " ".join(f"{t.text}/{t.tag}" for t in language.tag(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister visits Oslo.", "The/DT minister/NN visits/VBZ Oslo/NNP ./PUNCT"),
        ("peace talks with Peru failed", "peace/NN talks/NNS with/IN Peru/NNP failed/VBD"),
        ("A man arrested on Sunday said police beat him", "A/DT man/NN arrested/VBN on/IN Sunday/NNP said/VBD police/NN beat/VBD him/PRP"),
        ("Lee and Xi last met", "Lee/NNP and/CC Xi/NNP last/RB met/VBD"),
        ("She didn't attack", "She/PRP did/VBD n't/RB attack/VB"),
    ],
)
def test_words_are_tagged_by_their_neighbours(text: str, expected: str) -> None:
    assert tags(text) == expected


def clause(text: str, lemma: str) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    parsed = language.parse(language.tag(text, 0, len(text)))

    def words(k: int) -> str:
        p = parsed.phrases[k]
        return " ".join(t.text for t in parsed.tokens[p.start : p.end])

    c = next(c for c in parsed.clauses if c.lemma == lemma)
    return [words(k) for k in c.subject], [words(k) for k in c.object], [(p, words(k)) for p, k in c.preps]


@pytest.mark.parametrize(
    ("text", "lemma", "subject", "objects"),
    [
        ("Lee, the president of Korea, said the leader of the party in Berlin urged Iran to free them.", "urge", ["the leader"], ["Iran"]),
        ("Lee, the president of Korea, said the leader of the party in Berlin urged Iran to free them.", "free", ["Iran"], ["them"]),
        ("The rebels, who are backed by Iran, attacked a convoy carrying aid.", "attack", ["The rebels"], ["a convoy"]),
        ("The rebels, who are backed by Iran, attacked a convoy carrying aid.", "carry", ["a convoy"], ["aid"]),
        ("Seoul and Beijing signed a treaty and opened the border.", "open", ["Seoul", "Beijing"], ["the border"]),
        ("Oslo hit back, banning Peruvian ships.", "ban", ["Oslo"], ["Peruvian ships"]),
        ("Russia and Turkey's foreign ministers met.", "meet", ["Russia", "foreign ministers"], []),
        ("The front will free the soldiers and the army will hold talks.", "hold", ["the army"], ["talks"]),
    ],
)
def test_a_verb_has_its_subject_and_object(text: str, lemma: str, subject: list[str], objects: list[str]) -> None:
    assert clause(text, lemma)[:2] == (subject, objects)


def test_phrases_after_the_verb_keep_their_prepositions() -> None:
    assert clause("Oslo imposed sanctions on Peru over the raid.", "impose")[2] == [("on", "Peru"), ("over", "the raid")]


@pytest.mark.parametrize(
    ("noun", "one"),
    [
        ("troops", "troop"),
        ("allies", "ally"),
        ("sanctions", "sanction"),
        ("crises", "crisis"),
        ("politics", "politics"),
        ("critics", "critic"),
        ("gas", "gas"),
    ],
)
def test_nouns_have_their_singular(noun: str, one: str) -> None:
    assert morphology.singular(noun) == one


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_split_tagged_and_parsed_with_exact_offsets(text: str) -> None:
    page = Page(id="x", content=text, media="body")
    from dateline import story

    for told in story.read(page):
        for s in language.split(told):
            assert told.text[s.start : s.end] == s.text and s.text == s.text.strip()
            tokens = language.tag(told.text, s.start, s.end)
            assert all(told.text[t.start : t.end] == t.text for t in tokens)
            assert [t.start for t in tokens] == sorted(t.start for t in tokens)
            language.parse(tokens)


def test_a_megabyte_without_a_blank_is_read_in_no_time() -> None:
    text = "a" * 1_000_000
    assert language.tag(text, 0, len(text)) == []
