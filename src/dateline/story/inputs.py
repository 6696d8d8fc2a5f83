"""Where pages come from: files, folders, standard input, JSONL tables. What cannot be read comes out as BadInput, in its place."""

import os
import stat
from collections.abc import Iterable, Iterator
from datetime import date as Day
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
from msgspec import Struct

from dateline.story import encoding
from dateline.types import Media, Page

LARGEST = 20_000_000  # bytes of one page, and of one row of a table
TABLES = (".jsonl", ".ndjson")
_HTML_SIGNS = ("<html", "<!doctype html", "<head", "<body", "<article", "<div", "<p>", "<p ", "<h1")


class BadInput(Struct, frozen=True):
    """An input that could not be read. name: the path, or path and row ("news.jsonl:17"); why: for a person, without the name."""

    name: str
    why: str


class Row(Struct):
    """A row of a JSONL table. text: a clean body; page: a raw page; one of the two must be there."""

    id: str | int | None = None
    url: str | None = None
    date: str | None = None
    title: str | None = None
    text: str | None = None
    page: str | None = None


# What is read out of a folder; a file of another kind is read where it is named itself.
PAGE_SUFFIXES = frozenset(("", ".html", ".htm", ".xhtml", ".txt", ".text", ".jsonl", ".ndjson"))
_rows = msgspec.json.Decoder(Row)


def page(content: str, id: str = "-", url: str | None = None, date: Day | None = None) -> Page:
    """A Page of raw content; HTML and plain text are told apart by the first tags."""
    return Page(id=id, content=content, media=media_of(content), url=url, date=date)


def media_of(content: str) -> Media:
    """html where the content begins with tags of a page, else text."""
    head = content[:3000].lower()
    start = head.lstrip("\ufeff \t\r\n")
    if "<html" in head or "<!doctype html" in head or (start.startswith(("<?xml", "<!--")) and "<" in start[5:]):
        return "html"
    return "html" if start.startswith("<") and any(sign in head for sign in _HTML_SIGNS) else "text"


def inputs(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Page | BadInput]:
    """Every page of the paths, in their order, one at a time.

    paths   files (one page each; *.jsonl and *.ndjson: rows), "-": standard input, folders (read in depth, sorted; hidden files and
            kinds not in PAGE_SUFFIXES left out)
    stdin   what "-" reads: rows where its first line is a JSON object, else one page
    """
    for path in paths:
        if path == "-":
            yield from _stream(stdin, "-") if stdin is not None else iter([BadInput("-", "there is no standard input")])
        else:
            yield from _path(Path(path), path)


def _path(path: Path, name: str) -> Iterator[Page | BadInput]:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        yield BadInput(name, "no such file or folder")
        return
    except (OSError, ValueError) as error:
        yield BadInput(name, _why(error))
        return
    if stat.S_ISDIR(mode):
        held = False
        for inner in _files(path):
            held = True
            yield from _path(inner, str(inner))
        if not held:
            yield BadInput(name, "a folder without pages")
    elif not stat.S_ISREG(mode):
        yield BadInput(name, "neither a file nor a folder")
    elif path.suffix.lower() in TABLES:
        yield from _opened(path, name)
    else:
        yield _file(path, name)


def _opened(path: Path, name: str) -> Iterator[Page | BadInput]:
    try:
        with path.open("rb") as lines:
            yield from _table(lines, name)
    except OSError as error:
        yield BadInput(name, _why(error))


def _files(folder: Path) -> Iterator[Path]:
    """Files under a folder in sorted order; hidden ones, kinds that hold no pages, and folders already entered are left out."""
    seen: set[tuple[int, int]] = set()

    def enter(where: Path) -> Iterator[Path]:
        try:
            mark = where.stat()
            entries = sorted(os.scandir(where), key=lambda e: e.name)
        except OSError:
            yield where
            return
        if (mark.st_dev, mark.st_ino) in seen:
            return
        seen.add((mark.st_dev, mark.st_ino))
        for entry in entries:
            if entry.name.startswith("."):
                continue
            try:
                inside = entry.is_dir()
            except OSError:
                inside = False
            if inside:
                yield from enter(where / entry.name)
            elif Path(entry.name).suffix.lower() in PAGE_SUFFIXES:
                yield where / entry.name

    yield from enter(folder)


def _file(path: Path, name: str) -> Page | BadInput:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            return _too_large(name, size)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        return BadInput(name, _why(error))
    return _page(data, name)


def _page(data: bytes, name: str) -> Page | BadInput:
    if len(data) > LARGEST:
        return _too_large(name, None)
    if kind := encoding.binary(data):
        return BadInput(name, f"{kind}, not a page of text")
    content = encoding.decode(data)
    if not content.strip("\ufeff\x00 \t\r\n\f\v"):
        return BadInput(name, "empty")
    return page(content, id=name)


def _stream(stdin: BinaryIO, name: str) -> Iterator[Page | BadInput]:
    """Standard input: the first line tells whether it is a table."""
    first = stdin.readline(LARGEST + 1)
    while first and not first.strip() and len(first) <= LARGEST:
        following = stdin.readline(LARGEST + 1)
        if not following:
            break
        first = following
    if _is_object(first):
        yield from _table(stdin, name, first)
        return
    yield _page(first + stdin.read(LARGEST + 1 - len(first)) if len(first) <= LARGEST else first, name)


def _is_object(line: bytes) -> bool:
    line = line.removeprefix(b"\xef\xbb\xbf").strip()
    if not line.startswith(b"{"):
        return False
    try:
        return isinstance(msgspec.json.decode(line), dict)
    except (msgspec.DecodeError, RecursionError):
        # A table whose first row is broken is still a table; its keys give it away.
        return line.endswith(b"}") or b'"text"' in line[:2000] or b'"page"' in line[:2000]


def _table(stream: BinaryIO, name: str, first: bytes | None = None) -> Iterator[Page | BadInput]:
    number = 0
    line = first if first is not None else stream.readline(LARGEST + 1)
    while line:
        number += 1
        at = f"{name}:{number}"
        if len(line) > LARGEST:
            yield _too_large(at, None)
            while line and not line.endswith(b"\n"):
                line = stream.readline(LARGEST + 1)
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield from _row(line, at)
        line = stream.readline(LARGEST + 1)
    if number == 0:
        yield BadInput(name, "empty")


def _row(line: bytes, at: str) -> Iterator[Page | BadInput]:
    """The page of one row; a date that is none costs the date, not the row."""
    try:
        row = _rows.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except msgspec.ValidationError as error:
        yield BadInput(at, f"the row is not as it should be: {error}")
        return
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        yield BadInput(at, f"the row is no JSON object: {error}")
        return
    day: Day | None = None
    if row.date:
        try:
            day = Day.fromisoformat(row.date.strip()[:10])
        except ValueError:
            yield BadInput(at, f"date {row.date[:40]!r} is not a date like 2026-01-31: read without it")
    id = str(row.id) if row.id is not None else row.url or at
    content = row.text if row.text is not None else row.page
    if content is None:
        yield BadInput(at, "the row has neither text nor page")
    elif not content.strip():
        yield BadInput(at, f"the row's {'text' if row.text is not None else 'page'} is empty")
    elif row.text is not None:
        yield Page(id=id, content=row.text, media="body", url=row.url, title=row.title or None, date=day)
    else:
        yield page(content, id, row.url, day)


def _too_large(name: str, size: int | None) -> BadInput:
    held = f"{size:,} bytes" if size is not None else "more"
    return BadInput(name, f"too large: {held}, at most {LARGEST:,} bytes are read")


def _why(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "no permission to read it"
    text: Any = getattr(error, "strerror", None) or error
    return str(text)[:200].lower() if isinstance(error, OSError) else str(text)[:200]
