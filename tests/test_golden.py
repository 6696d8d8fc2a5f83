"""Golden pages in, golden readings out, shown as a diff when they part."""

from pathlib import Path

import msgspec
import pytest

import dateline
from dateline.story.inputs import inputs
from dateline.types import Page, Reading
from tests.golden import as_golden, difference, golden_pages, golden_path

MODEL = "dictionary"  # whatever else is installed


def read_file(path: Path) -> list[Reading]:
    [page] = inputs([str(path)], None)
    assert isinstance(page, Page)
    return dateline.readings(page, MODEL)


@pytest.mark.parametrize("page", golden_pages(), ids=lambda p: p.stem)
def test_page_is_read_as_its_golden_reading_says(page: Path, request: pytest.FixtureRequest) -> None:
    now = as_golden(read_file(page))
    if request.config.getoption("--update-golden"):
        golden_path(page).write_text(now, "utf-8")
    parted = difference(golden_path(page).read_text("utf-8"), now, page.name)
    assert not parted, f"\n{parted}\n\nWhere the new reading is the better one: pytest --update-golden, and look at the change."


@pytest.mark.parametrize("page", golden_pages(), ids=lambda p: p.stem)
def test_every_span_of_a_reading_shows_its_own_words(page: Path) -> None:
    for reading in read_file(page):
        text = reading.story.text
        spans = [x for x in _with_words(msgspec.to_builtins(reading)) if "start" in x and "text" in x]
        assert spans
        for span in spans:
            assert text[span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("page", golden_pages(), ids=lambda p: p.stem)
def test_a_reading_goes_to_json_and_back_unchanged_and_is_the_same_bytes_each_time(page: Path) -> None:
    first, second = read_file(page), read_file(page)
    for one, other in zip(first, second, strict=True):
        data = msgspec.json.encode(one)
        assert data == msgspec.json.encode(other)
        assert msgspec.json.decode(data, type=Reading) == one


@pytest.mark.parametrize("page", golden_pages(), ids=lambda p: p.stem)
def test_every_party_speaker_and_mention_has_its_entry_among_the_actors(page: Path) -> None:
    for reading in read_file(page):
        known = {a.id for a in reading.actors}
        named = [p.actor for e in reading.events for p in e.actors + e.recipients]
        named += [x for q in reading.quotes for x in (q.speaker, q.addressee) if x]
        named += [m.actor for m in reading.mentions if m.actor] + [e.said_by for e in reading.events if e.said_by]
        assert set(named) <= known


def _with_words(value: object) -> list[dict]:
    if isinstance(value, dict):
        return [value, *[x for v in value.values() for x in _with_words(v)]]
    if isinstance(value, list | tuple):
        return [x for v in value for x in _with_words(v)]
    return []
