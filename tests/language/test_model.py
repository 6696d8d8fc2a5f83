"""A model's files: loaded, refused where they are not what they say, and read with on any text at all.

tests/language/tiny holds a model of random weights that was never trained (made by tests/training/tiny.py): what it finds is
nonsense, and must be well-formed nonsense.
"""

import json
import shutil
import time
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import dateline
from dateline.cli import verbs
from dateline.language.model.choose import BadModel, chosen
from dateline.language.model.session import Model, batches, load, windows
from dateline.language.model.words import Words
from dateline.types import Page

TINY = Path(__file__).with_name("tiny")
TEXT = "Police in Oslo arrested Lars Holm on Monday, the government said, and the army visited the president."


@pytest.fixture(scope="module")
def model() -> Model:
    return load(TINY)


@pytest.fixture
def copy(tmp_path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "copy"))


def told(folder: Path, **changed) -> Path:
    data = json.loads((folder / "model.json").read_text("utf-8")) | changed
    (folder / "model.json").write_text(json.dumps(data), "utf-8")
    return folder


def check(text: str, marks, offset: int = 0) -> None:
    """Every span lies in the text and holds something."""
    spans = [(m.start, m.end) for m in marks.mentions] + list(marks.contents)
    for e in marks.events:
        spans += [(e.start, e.end), *((m.start, m.end) for m in (*e.actors, *e.recipients, e.time, e.place) if m)]
    for q in marks.quotes:
        spans += [(q.start, q.end), *q.contents, *((m.start, m.end) for m in (q.speaker, q.addressee) if m)]
    for start, end in spans:
        assert 0 <= start - offset < end - offset <= len(text) and text[start - offset : end - offset].strip()


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\t\n ", "\x00\x01\x02", "...", "한국과 중국이 회담했다.", "Глава МИД посетил Пекин.", "🙂 🙃",
        "\u200b\ufeff", "a\u0301e\u0301",
        "a\u0301e\u0301",
    ],
)
def test_any_text_is_read_without_a_word_of_complaint(model, text):
    [marks] = model.read([text], [7])
    check(text, marks, 7)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_marks_lie_in_their_text(text):
    [marks] = load(TINY).read([text], [0])
    check(text, marks)


@pytest.mark.parametrize("times", [13, 14, 15, 17, 60])  # 247 words are one window; then the last one is short, or long
def test_a_long_sentence_is_read_in_windows_whose_marks_do_not_repeat(model, times):
    text = " ".join([TEXT] * times)
    [marks] = model.read([text], [0])
    check(text, marks)
    starts = [e.start for e in marks.events]
    assert starts == sorted(set(starts))
    assert starts and starts[-1] > len(text) * 0.9


def test_windows_leave_no_gap_and_do_not_overlap_in_what_they_have_the_say_on():
    for count in (257, 300, 319, 320, 512, 900):
        starts, ends = [3 * n for n in range(count)], [3 * n + 2 for n in range(count)]
        pieces = [1 + sum(1 + (k % 7 == 0) * 3 for k in range(n)) for n in range(count)]
        words = Words([0] * (pieces[-1] + 3), pieces, starts, ends)
        for longest in (512, 100):
            parts = list(windows(words, longest))
            assert parts[0][1] == 0 and parts[-1][2] > ends[-1]
            assert all(a[2] == b[1] for a, b in pairwise(parts))
            for part, low, high in parts:
                assert len(part.ids) <= longest and part.pieces[-1] < len(part.ids) - 1
                assert all(s in part.starts for s in starts if low <= s < high)


def test_a_megabyte_without_a_blank_takes_bounded_time():
    began = time.perf_counter()
    [reading] = dateline.readings(Page(id="x", content="A headline\n\n" + "x" * 1_000_000, media="body"), TINY)
    assert time.perf_counter() - began < 60
    assert reading.story.text.endswith("x")


def test_sentences_of_a_story_are_read_in_batches_and_come_back_in_their_order(model):
    texts = [TEXT[:n].strip() for n in range(4, len(TEXT), 3)] * 2
    offsets = [1000 * n for n in range(len(texts))]
    for text, offset, marks in zip(texts, offsets, model.read(texts, offsets), strict=True):
        check(text, marks, offset)
    assert model.read([], []) == [] and model.read(["", TEXT, " "], [0, 0, 0])[1] == model.read([TEXT], [0])[0]


@given(st.lists(st.integers(3, 300), max_size=60))
def test_a_batch_holds_few_texts_of_like_length(lengths):
    held = list(batches(lengths))
    assert sorted(n for batch in held for n in batch) == list(range(len(lengths)))
    assert all(len(b) <= 8 and lengths[b[-1]] <= 1.15 * lengths[b[0]] for b in held)


def test_the_same_text_gives_the_same_marks_beside_texts_of_other_lengths(model):
    alone = model.read([TEXT], [0])
    beside = model.read(["The army said.", TEXT, "And " * 40 + "the police."], [0, 0, 0])
    assert alone[0] == beside[1]


def test_a_reading_says_which_model_read_it():
    page = Page(id="p", content=TEXT, media="body")
    assert dateline.read(page, TINY).reader == load(TINY).name
    assert dateline.read(page, "dictionary").reader == "dictionary"


def test_a_file_that_was_changed_is_refused(copy):
    with (copy / "model.onnx").open("ab") as file:
        file.write(b"\0")
    with pytest.raises(BadModel, match=r"is not the file that model\.json tells of"):
        load(copy)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"format": 99}, "is of format 99, this version reads format 1"),
        ({"files": {}}, "must name model.onnx and tokenizer.json"),
        ({"files": {"model.onnx": "", "tokenizer.json": "", "../x": ""}}, "and no other file"),
        ({"roots": ["BARTER"]}, "roots that PLOVER has not: BARTER"),
        ({"modes": ["SULK/"]}, "modes that are not of its roots"),
        ({"modes": ["AID/"]}, "roots without a mode"),
        ({"statuses": []}, "statuses that there are not"),
        ({"limits": {"actor": 0.0}}, "limits that are no shares"),
        ({"kinds": ["person"]}, "has other heads than model.json tells of"),
        ({"roots": 3}, "cannot be read"),
    ],
)
def test_a_layout_that_is_not_known_is_refused(copy, changed, why):
    with pytest.raises(BadModel, match=why):
        load(told(copy, **changed))


def test_a_folder_without_a_model_is_told_in_one_line(tmp_path):
    done = CliRunner().invoke(verbs, ["read", "--model", str(tmp_path), "-"], input="Oslo")
    assert done.exit_code == 2
    assert done.stderr == f"dateline: no model in {tmp_path}: No such file or directory\n"
    (tmp_path / "model.json").write_bytes(b"\xff\xfe junk")
    done = CliRunner().invoke(verbs, ["read", "--model", str(tmp_path), "-"], input="Oslo")
    assert done.exit_code == 2 and done.stderr.count("\n") == 1


def test_broken_network_files_are_refused_though_their_hashes_are_right(copy):
    import hashlib

    (copy / "model.onnx").write_bytes(b"no network")
    files = json.loads((copy / "model.json").read_text("utf-8"))["files"]
    with pytest.raises(BadModel, match="holds no model that can be read"):
        load(told(copy, files=files | {"model.onnx": hashlib.sha256(b"no network").hexdigest()}))


def test_the_dictionary_needs_no_model():
    assert chosen("dictionary") is None


def test_a_model_that_is_not_installed_is_told(monkeypatch):
    monkeypatch.setattr("dateline.language.model.choose.installed", dict)
    with pytest.raises(LookupError, match="'accurate' is not installed; installed: none"):
        chosen("accurate")
    assert chosen() is None


def test_the_command_line_reads_by_a_model_that_is_given_by_path():
    done = CliRunner().invoke(verbs, ["read", "--json", "--model", str(TINY), "-"], input=TEXT)
    assert done.exit_code == 0 and json.loads(done.stdout)["reader"].startswith("tiny ")
