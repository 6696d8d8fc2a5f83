"""The corpus as a program sees it: documents with standoff spans, events and quotations.

All offsets are characters of Document.text, half open.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a corpus file: where (line and column from 1) and what."""

    file: str
    line: int
    column: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.what}"


@dataclass(frozen=True, slots=True)
class Span:
    """A mention, place or time.

    ids           the actors that are meant (two for "the two sides"); a place or time has one at most; empty where nothing links to it
    line, column  where its mark stands in the file
    """

    start: int
    end: int
    kind: str
    ids: tuple[str, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Event:
    """A deed as one sentence tells it.

    trigger             span of the words that name the deed
    actors, recipients  indices into Document.spans, none twice; the recipients are empty for a mutual deed
    time, place         indices likewise
    said_by             the id of the source, where somebody tells it
    line, column        where its mark stands in the file
    """

    start: int
    end: int
    root: str
    mode: str | None
    status: str
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    time: int | None
    place: int | None
    said_by: str | None
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody is reported to say.

    type       direct (all of it in quotation marks), mixed (some of it), indirect
    content    spans of what is said
    cue        span of the word of saying; None where a speaker goes on without one
    speaker    ids of who says it (several speak together); addressee likewise
    source     index of the speaker's mention in Document.spans
    """

    type: str
    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None
    speaker: tuple[str, ...]
    source: int | None
    addressee: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One story or clause.

    id          "batch/number" of a story, "batch/digest of its words" of a clause
    kind        story, clause
    split       train, dev, test
    date        ISO 8601 of a story, a decade ("1990s") of a clause
    text        a story: the headline, an empty line, the paragraphs with an empty line between
    sentences   spans of text; a story's first one is its headline
    file, rows  where it stands: a row (from 1) for each sentence
    """

    id: str
    kind: str
    batch: str
    split: str
    genre: str
    region: str
    date: str
    dateline: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    spans: tuple[Span, ...]
    events: tuple[Event, ...]
    quotes: tuple[Quote, ...]
    file: str
    rows: tuple[int, ...]

    def words(self, span: tuple[int, int] | Span | Event) -> str:
        """The words of a span."""
        start, end = span if isinstance(span, tuple) else (span.start, span.end)
        return self.text[start:end]
