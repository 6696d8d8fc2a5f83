"""Made-up pages in the layouts of wires, papers, agencies and broadcasters: every part of each story is where it belongs."""

import html
import json
import textwrap
from pathlib import Path

import msgspec
import pytest

from dateline import story
from dateline.types import Story

PAGES = Path(__file__).parent / "pages"
GOLDEN = sorted(PAGES.glob("*.json"))


def page_of(golden: Path) -> story.Page:
    path = next(p for p in (golden.with_suffix(".txt"), golden.with_suffix(".html")) if p.exists())
    return story.page(path.read_text("utf-8"))


def told(golden: Path) -> list[dict]:
    expected = json.loads(golden.read_text("utf-8"))
    return expected if isinstance(expected, list) else [expected]


def anatomy(read: Story, expected: dict) -> dict:
    """The parts of a story in the shape of a golden file."""
    paragraphs = [read.text[p.start : p.end] for p in read.paragraphs]
    dateline = msgspec.to_builtins(read.dateline) if read.dateline else {}
    return {
        "publisher": read.publisher,
        "headline": read.headline,
        "dateline": {key: dateline.get(key) for key in expected["dateline"]},
        "published": read.published[:10] if read.published else None,
        "body_paragraphs": len(paragraphs),
        "body_first": paragraphs[0],
        "body_last": paragraphs[-1],
        "ad_slots": sum(cut.reason == "ad" for cut in read.cut),
        "related": [{"desk": desk.desk, "headlines": [h.text for h in desk.headlines]} for desk in read.related],
        "rights": {
            "holder": read.rights.holder if read.rights else None,
            "prohibits": list(read.rights.prohibits) if read.rights else [],
            "notice": " ".join(read.rights.notice.split()) if read.rights else "",
        },
    }


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_a_page_is_read_as_its_golden_story_says(golden: Path) -> None:
    stories, expected = story.read(page_of(golden)), told(golden)
    assert len(stories) == len(expected)
    for read, wanted in zip(stories, expected, strict=True):
        assert anatomy(read, wanted) == wanted


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_the_dateline_is_taken_out_of_the_text_and_kept_as_it_stood(golden: Path) -> None:
    page = page_of(golden)
    for read in story.read(page):
        if read.dateline:
            assert read.dateline.text in " ".join(page.content.split())
            assert not read.text[read.paragraphs[0].start :].startswith(read.dateline.text)


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_nothing_that_was_cut_is_a_paragraph_of_the_story(golden: Path) -> None:
    for read in story.read(page_of(golden)):
        paragraphs = {read.text[p.start : p.end] for p in read.paragraphs}
        assert not paragraphs & {line for cut in read.cut for line in cut.text.split("\n")}


def test_reading_a_page_twice_gives_the_same_story() -> None:
    page = page_of(GOLDEN[0])
    assert story.read(page) == story.read(page)


def test_authors_and_dates_above_a_story_are_read() -> None:
    read = story.read(page_of(PAGES / "reuters_wire.json"))[0]
    assert read.byline == ("Ines Cardozo", "Paul Renner")
    read = story.read(page_of(PAGES / "newspaper.json"))[0]
    assert (read.byline, read.updated) == (("Nora S. Haddad",), "2025-10-07T15:02:00+02:00")


def test_two_stories_on_a_page_keep_their_order_and_share_its_notice() -> None:
    first, second = story.read(page_of(PAGES / "two_stories.json"))
    assert first.dateline and second.dateline and first.dateline.date and second.dateline.date
    assert first.dateline.date < second.dateline.date
    assert first.rights == second.rights


def test_a_page_of_menus_alone_holds_no_story() -> None:
    assert story.read(story.page("Home\nWorld\nSport\nContact us\n© 2026 The Example Times")) == []
    assert story.read(story.page("<html><body><nav><a href='/'>Home</a></nav></body></html>")) == []
    assert story.read(story.page("")) == []


def test_one_sentence_is_a_story_without_a_headline() -> None:
    (read,) = story.read(story.page("The minister of Ruritania met his neighbour on the bridge on Friday."))
    assert read.headline is None
    assert read.text == "The minister of Ruritania met his neighbour on the bridge on Friday."


def test_lines_broken_at_a_fixed_width_are_joined_to_paragraphs() -> None:
    read = story.read(page_of(PAGES / "wrapped_wire.json"))[0]
    assert all("\n" not in read.text[p.start : p.end] for p in read.paragraphs)


def tight(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip())


SHAPES = {
    "without blank lines": tight,
    "with blank lines everywhere": lambda text: tight(text).replace("\n", "\n\n"),
    "with line breaks of another system": lambda text: text.replace("\n", "\r\n"),
    "indented": lambda text: "\n".join("    " + line for line in text.split("\n")),
    "with blanks that do not break": lambda text: text.replace(" ", "\u00a0"),
    "as lines of one HTML block": lambda text: "<html><body><div>" + html.escape(text).replace("\n", "<br>") + "</div></body></html>",
    "as preformatted HTML": lambda text: "<html><body><pre>" + html.escape(text) + "</pre></body></html>",
}
PLAIN = [golden for golden in GOLDEN if golden.with_suffix(".txt").exists() and golden.stem not in ("wrapped_wire", "two_stories")]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("golden", PLAIN, ids=lambda path: path.stem)
def test_the_story_stays_the_same_whatever_the_shape_of_the_page(golden: Path, shape: str) -> None:
    (wanted,) = told(golden)
    (read,) = story.read(story.page(SHAPES[shape](golden.with_suffix(".txt").read_text("utf-8"))))
    found = anatomy(read, wanted)
    for part in ("headline", "dateline", "published", "body_paragraphs", "body_first", "body_last", "ad_slots"):
        assert found[part] == wanted[part]


def test_a_page_broken_at_72_columns_is_put_together_again() -> None:
    text = (PAGES / "reuters_wire.txt").read_text("utf-8")
    broken = "\n".join("\n".join(textwrap.wrap(line, 72, break_on_hyphens=False)) for line in text.split("\n"))
    (wanted,) = told(PAGES / "reuters_wire.json")
    (read,) = story.read(story.page(broken))
    assert anatomy(read, wanted) == wanted
