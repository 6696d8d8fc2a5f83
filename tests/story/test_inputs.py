"""Inputs: files, folders, tables, standard input; what cannot be read is told by name and reason, and the rest goes on."""

import io
import json
import os
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dateline.story import encoding
from dateline.story.inputs import LARGEST, BadInput, inputs, media_of, page
from dateline.types import Page

TEXT = "The ministers of two countries met on Friday and agreed on a plan for the river.\n"


def rows(*lines: object) -> bytes:
    return b"".join((line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines)


def read(*paths: object, stdin: bytes | None = None) -> list[Page | BadInput]:
    return list(inputs([str(p) for p in paths], io.BytesIO(stdin) if stdin is not None else None))


def bad(found: Page | BadInput, word: str) -> bool:
    return isinstance(found, BadInput) and word in found.why


def test_a_file_is_a_page_named_by_its_path(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(TEXT)
    assert read(file) == [page(TEXT, id=str(file))]


def test_a_folder_is_read_in_depth_in_sorted_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden.txt", ".git/x.txt", "c.jsonl"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(TEXT if not name.endswith("l") else json.dumps({"id": "row", "text": "A body."}))
    assert [p.id for p in read(tmp_path)] == [str(tmp_path / "a/z.txt"), str(tmp_path / "b.txt"), "row"]


def test_a_loop_of_links_is_entered_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "page.txt").write_text(TEXT)
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    (tmp_path / "in" / "self").symlink_to(tmp_path / "in" / "self")
    found = read(tmp_path)
    assert sum(isinstance(p, Page) for p in found) == 1
    assert all(isinstance(p, Page) or "self" in p.name for p in found)


def test_rows_are_bodies_or_pages(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_bytes(
        rows(
            {"id": "1", "url": "https://example.org/1", "date": "2026-01-02", "title": "A title", "text": "A body."},
            {"id": 2, "page": "<html><body><p>Words</p></body></html>", "date": "2026-01-02T10:00:00Z"},
            {"page": "Words\n\nMore words", "unknown": [1]},
        )
    )
    first, second, third = read(file)
    assert first == Page(id="1", content="A body.", media="body", url="https://example.org/1", title="A title", date=date(2026, 1, 2))
    assert (second.id, second.media, second.date) == ("2", "html", date(2026, 1, 2))
    assert (third.id, third.media, third.title) == (f"{file}:3", "text", None)


def test_bad_rows_are_named_by_their_line_and_the_others_go_on() -> None:
    found = read(
        "-",
        stdin=rows(
            {"id": "1", "text": "A body."},
            b"{broken",
            b"[1]",
            {"id": "4"},
            {"id": "5", "text": " "},
            {"text": "x", "date": "31.12.2025"},
            {"text": 3},
            b"",
            {"id": "9", "text": "The end."},
        ),
    )
    assert [p.id if isinstance(p, Page) else p.name for p in found] == ["1", "-:2", "-:3", "-:4", "-:5", "-:6", "-:6", "-:7", "9"]
    assert isinstance(found[6], Page) and found[6].date is None, "a row with a bad date is read without one"
    assert bad(found[1], "no JSON") and bad(found[3], "neither text nor page") and bad(found[4], "empty") and bad(found[5], "31.12.2025")


def test_standard_input_is_rows_or_one_page() -> None:
    assert read("-", stdin=TEXT.encode()) == [page(TEXT, id="-")]
    assert [p.id for p in read("-", stdin=rows(b"", {"id": "a", "text": "x"}, {"id": "b", "text": "y"}))] == ["a", "b"]
    assert bad(read("-", stdin=b"")[0], "empty")
    assert bad(read("-")[0], "no standard input")


def test_a_page_that_opens_with_a_brace_is_no_table() -> None:
    (found,) = read("-", stdin=b"{Seoul} said on Friday that it agreed.\nAnd more.")
    assert isinstance(found, Page) and found.media == "text"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image"),
        (b"\xff\xd8\xff\xe0JFIF", "a JPEG image"),
        (b"PK\x03\x04....", "a zip archive"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"abc\x00\x01\x02\x03def\x00\x00" * 9, "binary data"),
        (bytes(range(1, 32)) * 30, "binary data"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, why: str) -> None:
    file = tmp_path / "x"
    file.write_bytes(data)
    assert bad(read(file)[0], why)


def test_missing_and_unreadable_files_are_told(tmp_path: Path) -> None:
    assert bad(read(tmp_path / "none.txt")[0], "no such file")
    assert isinstance(read("a\x00b")[0], BadInput)
    os.mkfifo(tmp_path / "pipe")
    assert bad(read(tmp_path / "pipe")[0], "neither a file nor a folder")
    locked = tmp_path / "locked.txt"
    locked.write_text(TEXT)
    locked.chmod(0)
    if not os.access(locked, os.R_OK):
        assert bad(read(locked)[0], "permission")


def test_a_file_of_a_hundred_megabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as out:
        out.truncate(100_000_000)
    tracemalloc.start()
    assert bad(read(file)[0], f"{LARGEST:,}")
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


def test_a_row_over_the_bound_is_refused_and_the_next_is_read() -> None:
    found = read(
        "-", stdin=rows({"id": "1", "text": "x"}, b'{"id": "2", "text": "' + b"y" * (LARGEST + 10) + b'"}', {"id": "3", "text": "z"})
    )
    assert [p.id if isinstance(p, Page) else p.name for p in found] == ["1", "-:2", "3"]


def test_a_table_is_read_row_by_row() -> None:
    class Endless(io.RawIOBase):
        """A table without an end."""

        def readline(self, size: int | None = -1) -> bytes:
            return b'{"text": "A body."}\n'

    found: Iterator[Page | BadInput] = inputs(["-"], Endless())  # type: ignore[arg-type]
    assert [next(found).id for _ in range(3)] == ["-:1", "-:2", "-:3"]


def test_html_is_told_from_text() -> None:
    assert media_of("<!DOCTYPE html><html><body>x</body></html>") == "html"
    assert media_of("\n  <div><p>Words</p></div>") == "html"
    assert media_of("<p>Words") == "html"
    assert media_of("Words that speak of the <html> of a page come late" * 0 + "Words <b>and</b> marks") == "text"
    assert media_of("1 < 2 and 3 > 2") == "text"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Zürich – “ja”".encode(), "Zürich – “ja”"),
        (b"\xef\xbb\xbf" + "Zürich".encode(), "Zürich"),
        ("Zürich".encode("utf-16"), "Zürich"),
        ("The talks in Zurich".encode("utf-16-le"), "The talks in Zurich"),
        (b"<meta charset=iso-8859-1>" + "Zürich “ja”".encode("cp1252"), "<meta charset=iso-8859-1>Zürich “ja”"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">' + "Москва".encode("cp1251"), None),
        (b"<meta charset=utf-8>" + "Zürich".encode() + b"\xff" + b"a" * 400, None),
        (b"<meta charset=nonsense>abc", "<meta charset=nonsense>abc"),
    ],
)
def test_encodings_are_told_as_browsers_tell_them(data: bytes, text: str | None) -> None:
    decoded = encoding.decode(data)
    if text is not None:
        assert decoded.strip("\ufeff") == text
    elif b"1251" in data:
        assert decoded.endswith("Москва")
    else:
        assert "Zürich\ufffd" in decoded  # a broken byte among good ones stands as U+FFFD


def test_a_text_without_a_word_on_its_encoding_is_guessed() -> None:
    told = "Президент России провёл переговоры с премьер-министром Японии о мирном договоре и островах. " * 5
    assert encoding.decode(told.encode("cp1251")) == told
    told = "韓国の大統領は来週中国を訪問し、首脳会談を行う予定だと発表した。" * 8
    assert encoding.decode(told.encode("shift_jis")) == told


@pytest.mark.parametrize(
    "data", [bytes(range(128, 256)) * 4, b"\x80" * 50, b"\xc3\x28" * 9, b"\xff\xfe\x00", os.urandom(0) + b"\x81\x8d\x8f" * 7]
)
def test_bytes_that_fit_no_encoding_never_raise(data: bytes) -> None:
    assert isinstance(encoding.decode(data), str)
