"""Clean bodies (rows with `text`): nothing is changed."""

from datetime import date

import hypothesis.strategies as st
from hypothesis import given

from dateline import story
from dateline.types import Page


def body(text: str, title: str | None = None) -> story.Story:
    return story.read(Page(id="1", content=text, media="body", title=title, date=date(2026, 1, 2)))[0]


def test_text_is_title_blank_line_and_the_body_unchanged() -> None:
    told = body("OSLO, Dec 30 (Reuters) - Norway agreed.\n\n  It said so. \n", "Norway agrees")
    assert told.text == "Norway agrees\n\nOSLO, Dec 30 (Reuters) - Norway agreed.\n\n  It said so. \n"
    assert [told.text[p.start : p.end] for p in told.paragraphs] == ["OSLO, Dec 30 (Reuters) - Norway agreed.", "It said so."]
    assert told.dateline and told.dateline.place == "Oslo" and told.dateline.date == date(2025, 12, 30)


def test_without_a_title_the_text_is_the_body_and_there_is_no_headline() -> None:
    told = body("Norway agreed.")
    assert (told.text, told.headline, told.published) == ("Norway agreed.", None, "2026-01-02")


def test_paragraphs_are_lines_where_there_are_no_blank_lines() -> None:
    told = body("One sentence here.\nAnother one there.\n")
    assert [told.text[p.start : p.end] for p in told.paragraphs] == ["One sentence here.", "Another one there."]


def test_paragraphs_keep_their_line_breaks_where_blank_lines_part_them() -> None:
    told = body("One sentence\nin two lines.\n \nAnother one.")
    assert [told.text[p.start : p.end] for p in told.paragraphs] == ["One sentence\nin two lines.", "Another one."]


@given(st.text(alphabet="ab .\n\t\u00a0\x85\u2028“é한", max_size=80), st.none() | st.text(alphabet="ab ", min_size=1, max_size=9))
def test_a_body_is_never_changed_and_its_spans_are_bare_words(text: str, title: str | None) -> None:
    stories = story.read(Page(id="1", content=text, media="body", title=title))
    if not text.strip():
        assert stories == []
        return
    told = stories[0]
    assert told.text == (f"{title}\n\n{text}" if title else text)
    words = [told.text[p.start : p.end] for p in told.paragraphs]
    assert all(w and w == w.strip() for w in words)
    assert "".join("".join(words).split()) == "".join(text.split())


def test_english_is_told_from_other_languages() -> None:
    assert body("The two leaders met in the capital and agreed on a plan for the river.").language == "en"
    assert (
        body("Die beiden Regierungschefs trafen sich am Freitag in der Hauptstadt und sprachen über den Fluss und seine Ufer.").language
        == "de"
    )
    assert body("Ja.").language is None
