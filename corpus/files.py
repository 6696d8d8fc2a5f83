"""Corpus files -> documents and faults. A broken story or clause is left out; the next one is read all the same."""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from corpus import markup
from corpus.documents import Document, Fault
from corpus.links import Placed, link
from corpus.ontology import CORPUS, DECADES, GENRES, REGIONS, SPLITS, YEARS

_BATCH = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(slots=True)
class Found:
    """What a file or folder holds: its documents in the order of the files, what is wrong in it, and the names that splits.toml fixes."""

    documents: list[Document] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    fixed: dict[str, str] = field(default_factory=dict)


def splits(path: Path = CORPUS / "splits.toml") -> dict[str, str]:
    """Batch or document id -> dev or test, as the file fixes it; what it does not name is train.

    Raises OSError, tomllib.TOMLDecodeError.
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: split for split in SPLITS for name in table.get(split, {}).get("documents", [])} | {
        name: split for split in SPLITS for name in table.get(split, {}).get("batches", [])
    }


def corpus_files(folder: Path = CORPUS) -> list[Path]:
    """The corpus's own files: stories, then clauses, by name."""
    return [*sorted((folder / "stories").glob("*.txt")), *sorted((folder / "clauses").glob("*.txt"))]


def read(paths: list[Path]) -> Found:
    """Files of stories or clauses -> all that they hold. A file that cannot be read is a fault."""
    found, here = Found(), Path.cwd()
    try:
        found.fixed = splits()
    except (OSError, tomllib.TOMLDecodeError) as error:
        found.faults.append(Fault("corpus/splits.toml", 1, 1, f"cannot be read, all is taken for train: {error}"))
    for path in paths:
        name = str(path.relative_to(here) if path.is_relative_to(here) else path)
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            found.faults.append(Fault(name, 1, 1, f"cannot be read: {reason(error)}"))
            continue
        _File(name, path.stem, text, found).read()
    seen: dict[str, Document] = {}
    for document in found.documents:
        if (former := seen.setdefault(document.text.casefold(), document)) is not document:
            found.faults.append(Fault(document.file, document.rows[0], 1, f"the same words stand in {former.file}:{former.rows[0]}"))
    return found


class BadCorpus(ValueError):
    """Something in the corpus cannot be read."""


def documents() -> list[Document]:
    """The whole corpus. Raises BadCorpus where anything in it cannot be read: a split that is not known would be trained on."""
    found = read(corpus_files())
    if found.faults:
        raise BadCorpus(f"{found.faults[0]} ({len(found.faults)} faults; see `python -m corpus check`)")
    return found.documents


def reason(error: OSError | UnicodeDecodeError) -> str:
    """Why a file cannot be read, in a few words."""
    return error.strerror or str(error) if isinstance(error, OSError) else f"not UTF-8 at byte {error.start}"


def bare(text: str, every: int = 1) -> str:
    """A corpus file's text -> the same without its marks, for a second annotator: each `every`-th story or clause of it."""
    kept: list[str] = []
    stories = clauses = 0
    story = False
    for line in text.split("\n"):
        if line.startswith("#"):
            continue
        header, clause = line.startswith("=="), False
        if header:
            story = line.count("|") == 4
            stories += story
        elif not story and line.strip():
            clause = True
            clauses += 1
        if story and stories % every or clause and clauses % every or not (kept or header):
            continue
        kept.append(line if header else markup.parse(line).text)
    return "\n".join(kept)


def digest(text: str) -> str:
    """What names a clause in its batch: it stays when clauses around it come and go."""
    return hashlib.blake2b(text.encode(), digest_size=5).hexdigest()


class _File:
    def __init__(self, name: str, batch: str, text: str, found: Found) -> None:
        self.name, self.batch, self.found = name, batch, found
        self.lines = text.split("\n")
        if not _BATCH.fullmatch(batch):
            self._fault(1, 1, f"`{batch}` is no name of a batch: small letters, digits and - between them")

    def _fault(self, line: int, column: int, what: str) -> None:
        self.found.faults.append(Fault(self.name, line, column, what))

    def read(self) -> None:
        numbers: dict[str, int] = {}
        sections = list(self._sections())
        if not sections:
            self._fault(1, 1, "nothing in it: a story or a section of clauses begins with a line `== ...`")
        for at, body in sections:
            fields = [f.strip() for f in self.lines[at][2:].split("|")]
            if len(fields) == 5:
                if fields[0] in numbers:
                    self._fault(at + 1, 1, f"number {fields[0]} again: it stands in line {numbers[fields[0]]} too")
                numbers.setdefault(fields[0], at + 1)
                self._story(at, fields, body)
            elif len(fields) == 3:
                self._clauses(at, fields, body)
            else:
                self._fault(at + 1, 1, "a header is `== number | genre | region | date | dateline` or `== genre | region | decade`")

    def _sections(self) -> Iterator[tuple[int, list[int]]]:
        """(index of the header's line, indices of the lines under it); remarks are left out."""
        head = -1
        body: list[int] = []
        for i, line in enumerate(self.lines):
            if line.startswith("=="):
                if head >= 0:
                    yield head, body
                head, body = i, []
            elif line.startswith("#"):
                continue
            elif head >= 0:
                body.append(i)
            elif line.strip():
                self._fault(i + 1, 1, "text before the first header `== ...`")
        if head >= 0:
            yield head, body

    def _header(self, at: int, genre: str, region: str) -> None:
        for value, known, what in ((genre, GENRES, "genre"), (region, REGIONS, "region")):
            if value not in known:
                self._fault(at + 1, 1, f"`{value}` is no {what}: {', '.join(known)}")

    def _marked(self, i: int) -> markup.Line:
        line = markup.parse(self.lines[i].strip())
        for column, what in line.faults:
            self._fault(i + 1, column, what)
        return line

    def _split(self, name: str) -> str:
        return self.found.fixed.get(name, self.found.fixed.get(self.batch, "train"))

    def _story(self, at: int, fields: list[str], body: list[int]) -> None:
        number, genre, region, day, dateline = fields
        self._header(at, genre, region)
        if not number.isdecimal():
            self._fault(at + 1, 1, f"`{number}` is no number of a story")
        try:
            if date.fromisoformat(day).year not in YEARS:
                self._fault(at + 1, 1, f"{day} is not in the years {YEARS[0]} to {YEARS[-1]}")
        except ValueError:
            self._fault(at + 1, 1, f"`{day}` is no date like 1998-03-02")
        if not dateline:
            self._fault(at + 1, 1, "a story has a dateline: `DHAKA, March 2 (Delta Press)`")
        text, fresh = "", False
        sentences: list[tuple[int, int]] = []
        rows: list[int] = []
        marks: list[Placed] = []
        before = len(self.found.faults)
        for i in body:
            if not self.lines[i].strip():
                fresh = True
                continue
            line = self._marked(i)
            text += "\n\n" if text and (fresh or len(sentences) == 1) else " " if text else ""
            marks += [Placed(m, len(text) + m.start, len(text) + m.end, len(sentences), i + 1) for m in line.marks]
            sentences.append((len(text), len(text) + len(line.text)))
            rows.append(i + 1)
            text, fresh = text + line.text, False
        if len(self.found.faults) > before:
            return
        if len(sentences) < 2:
            self._fault(at + 1, 1, "a story has a headline and sentences")
            return
        self._add(f"{self.batch}/{number}", "story", (genre, region, day, dateline), text, sentences, marks, rows)

    def _clauses(self, at: int, fields: list[str], body: list[int]) -> None:
        genre, region, decade = fields
        self._header(at, genre, region)
        if decade not in DECADES:
            self._fault(at + 1, 1, f"`{decade}` is no decade: {', '.join(DECADES)}")
        for i in body:
            if not self.lines[i].strip():
                continue
            line = self._marked(i)
            if not line.faults:
                marks = [Placed(m, m.start, m.end, 0, i + 1) for m in line.marks]
                name = f"{self.batch}/{digest(line.text)}"
                self._add(name, "clause", (genre, region, decade, ""), line.text, [(0, len(line.text))], marks, [i + 1])

    def _add(
        self, name: str, kind: str, header: tuple[str, str, str, str], text: str, sentences: list[tuple[int, int]], marks: list[Placed],
        rows: list[int],
    ) -> None:  # fmt: skip
        linked = link(text, marks, defaults=kind == "clause")
        for row, column, what in linked.faults:
            self._fault(row, column, what)
        if not linked.faults:
            genre, region, day, dateline = header
            self.found.documents.append(Document(
                name, kind, self.batch, self._split(name), genre, region, day, dateline, text, tuple(sentences),
                linked.spans, linked.events, linked.quotes, self.name, tuple(rows),
            ))  # fmt: skip
