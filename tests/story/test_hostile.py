"""Hostile pages: nothing raises, everything ends, spans hold."""

import time

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from dateline import story
from dateline.types import Story

WORDS = "The two ministers met on Friday in the old town and agreed on a plan for the river, officials said."
PARAGRAPHS = "".join(f"<p>{WORDS} It was round {n} of the talks.</p>" for n in range(8))


def holds(read: Story) -> None:
    """Every paragraph's span is inside the text and bare of blanks; headline and paragraphs with blank lines between are the text."""
    words = [read.text[p.start : p.end] for p in read.paragraphs]
    assert all(0 <= p.start < p.end <= len(read.text) for p in read.paragraphs)
    assert all(w == w.strip() and w for w in words)
    assert read.text == "\n\n".join([*([read.headline] if read.headline else []), *words])


HOSTILE = {
    "10,000 nested divs": "<html><body>" + "<div>" * 10_000 + PARAGRAPHS + "</div>" * 10_000 + "</body></html>",
    "100,000 nested spans": "<html><body>" + "<span>" * 100_000 + WORDS,
    "unclosed lists": "<html><body>" + "<ul><li>" * 2_000 + WORDS,
    "a megabyte without a blank, html": "<html><body><p>" + "x" * 1_000_000 + "</p>" + PARAGRAPHS,
    "a megabyte without a blank": "y" * 1_000_000,
    "a megabyte of one line": (WORDS + " ") * 10_000,
    "60,000 short lines": "a\n" * 60_000,
    "brackets": "(" * 50_000 + "\n" + "[" * 50_000,
    "dashes": "A-" * 50_000 + "\n— " * 1_000,
    "capitals": "AA, " * 30_000,
    "dates": "Jan 1, " * 20_000,
    "copyright": "copyright © 2020 " * 5_000 + "\n" + "may not be copied, " * 5_000,
    "by by by": "By By By " * 10_000,
    "controls": "".join(chr(i) for i in range(32)) * 200 + WORDS,
    "entities": '<!DOCTYPE html [<!ENTITY a "'
    + "b" * 1000
    + '"><!ENTITY c "'
    + "&a;" * 1000
    + '"><!ENTITY d "'
    + "&c;" * 1000
    + '">]><html><body><p>&d;</p>'
    + PARAGRAPHS,
    "an outside entity": '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x;</p>' + PARAGRAPHS,
    "a table in a table": "<html><body>" + "<table><tr><td>" * 500 + WORDS,
    "attributes": "<html><body><p " + " ".join(f'a{i}="{i}"' for i in range(20_000)) + ">" + PARAGRAPHS,
    "broken JSON-LD": '<html><head><script type="application/ld+json">' + "[" * 100_000 + "</script></head><body>" + PARAGRAPHS,
    "half surrogates": "\ud800\udfff " + WORDS,
    "right to left": "\u202e\u200f" + "الرئيس التقى الوزير في العاصمة يوم الجمعة. " * 30,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read_in_bounded_time_and_never_raises(name: str) -> None:
    began = time.process_time()
    stories = story.read(story.page(HOSTILE[name]))
    assert time.process_time() - began < 10
    for read in stories:
        holds(read)
        assert "root:" not in read.text


def test_text_below_deep_nesting_is_read() -> None:
    (read,) = story.read(story.page(HOSTILE["10,000 nested divs"]))
    assert len(read.paragraphs) == 8


def test_scripts_styles_and_templates_never_come_into_the_story() -> None:
    page = (
        "<html><head><style>p {color: red}</style></head><body><script>var secret = 'the ministers met on Sunday, he said.';</script>"
        f"<noscript><p>{WORDS} Turn on your secret scripts.</p></noscript><template><p>{WORDS} A secret template.</p></template>"
        f"<article><h1>Ministers agree on river</h1>{PARAGRAPHS}<script>secret()</script></article></body></html>"
    )
    (read,) = story.read(story.page(page))
    assert "secret" not in read.text
    assert "secret" not in "".join(cut.text for cut in read.cut)


LINES = st.lists(
    st.sampled_from(
        [
            WORDS,
            "",
            "  ",
            "ADVERTISEMENT",
            "Related stories",
            "- A headline about a river",
            "By Ana Petrov",
            "5 May 2026",
            "OSLO, May 4 (Reuters) - " + WORDS,
            "© 2026 The Example Times. All rights reserved.",
            "ALSO READ: A headline about a bridge",
            "Comments",
            "Photo: A Name/Getty",
            "(END)",
            "The Example Times",
            "Home | World | Sport | Opinion",
            "Two ministers agree on a river",
            "\tindented " + WORDS,
            "1. First",
            "* * *",
            "Enditem",
            "“Yes,” he said.",
            "ANKARA",
        ]
    )
    | st.text(max_size=60),
    max_size=25,
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINES)
def test_spans_of_a_dump_hold_whatever_its_lines(lines: list[str]) -> None:
    for read in story.read(story.page("\n".join(lines))):
        holds(read)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINES)
def test_spans_of_an_html_page_hold_whatever_its_blocks(lines: list[str]) -> None:
    blocks = "".join(f"<{tag}>{text}</{tag}>" for text, tag in zip(lines, ["p", "div", "h2", "li", "p"] * 5, strict=False))
    for read in story.read(story.page(f"<html><body><h1>Two ministers agree</h1>{blocks}</body></html>")):
        holds(read)
