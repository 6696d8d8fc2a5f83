"""Corpus -> what the network learns from: one sentence at a time, with what is marked in it.

Offsets are characters of the sentence. In a clause only the event and its parties are marked: what is not marked there is no proof
that it is nothing, so those heads learn nothing from it.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpus.documents import Document, Span


class Marked(NamedTuple):
    """A span and what it is: the kind of a mention, else empty."""

    start: int
    end: int
    kind: str = ""


class Deed(NamedTuple):
    """An event. mode: "ROOT/mode", "ROOT/" for none of its modes.

    actors, recipients, times, places  numbers of Example.mentions
    like_actors, like_recipients  further mentions of the same parties in the sentence: as right as the marked ones on that side,
        so neither learnt nor unlearnt there
    """

    start: int
    end: int
    root: str
    mode: str
    status: str
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    times: tuple[int, ...]
    places: tuple[int, ...]
    like_actors: tuple[int, ...]
    like_recipients: tuple[int, ...]


class Said(NamedTuple):
    """A quotation whose cue stands in the sentence. contents: numbers of Example.contents."""

    start: int
    end: int
    speakers: tuple[int, ...]
    addressees: tuple[int, ...]
    contents: tuple[int, ...]


class Example(NamedTuple):
    """whole: everything in it is marked (a story's sentence), not only the event and its parties."""

    text: str
    mentions: tuple[Marked, ...]
    deeds: tuple[Deed, ...]
    said: tuple[Said, ...]
    contents: tuple[Marked, ...]
    whole: bool


def examples(documents: Iterable[Document]) -> Iterator[Example]:
    """Every sentence of the documents, in their order."""
    for document in documents:
        for sentence in document.sentences:
            yield _example(document, *sentence)


def _example(d: Document, start: int, end: int) -> Example:
    # Two actors under one mark ("the two sides") stand twice at the same place: the words are one mention.
    places = dict.fromkeys((s.start, s.end) for s in d.spans if start <= s.start < end)
    numbers = {place: n for n, place in enumerate(places)}
    kinds = {(s.start, s.end): s.kind for s in d.spans}

    def numbered(spans: Iterable[Span]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(numbers[s.start, s.end] for s in spans if (s.start, s.end) in numbers))

    def of(indices: Iterable[int | None]) -> tuple[int, ...]:
        return numbered(d.spans[i] for i in indices if i is not None)

    deeds = tuple(
        Deed(
            e.start - start, e.end - start, e.root, f"{e.root}/{e.mode or ''}", e.status,
            of(e.actors), of(e.recipients), of((e.time,)), of((e.place,)),
            _alike(d, e.actors, numbers), _alike(d, e.recipients, numbers),
        )
        for e in d.events if start <= e.start < end
    )  # fmt: skip
    contents = list(dict.fromkeys(c for q in d.quotes for c in q.content if start <= c[0] < end))
    said = tuple(
        Said(
            q.cue[0] - start, q.cue[1] - start, of((q.source,)),
            _addressed(d, q.addressee, start, end, numbers), tuple(contents.index(c) for c in q.content if c in contents),
        )
        for q in d.quotes if q.cue and start <= q.cue[0] < end
    )  # fmt: skip
    return Example(
        d.text[start:end], tuple(Marked(a - start, b - start, kinds[a, b]) for a, b in places), deeds, said,
        tuple(Marked(a - start, b - start) for a, b in contents), d.kind == "story",
    )  # fmt: skip


def _addressed(d: Document, ids: tuple[str, ...], start: int, end: int, numbers: dict[tuple[int, int], int]) -> tuple[int, ...]:
    """Mentions in the sentence of whom something is said to."""
    return tuple(dict.fromkeys(numbers[s.start, s.end] for s in d.spans if start <= s.start < end and set(s.ids) & set(ids)))


def _alike(d: Document, side: tuple[int, ...], numbers: dict[tuple[int, int], int]) -> tuple[int, ...]:
    """Mentions in the sentence of a side's parties, other than the marked ones."""
    ids = {x for i in side for x in d.spans[i].ids}
    chosen = {(d.spans[i].start, d.spans[i].end) for i in side}
    found = ((s.start, s.end) for s in d.spans if set(s.ids) & ids)
    return tuple(dict.fromkeys(numbers[place] for place in found if place in numbers and place not in chosen))
