"""Pairs of sentences that are too alike, and triggers that are used too often."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from math import ceil
from typing import NamedTuple

from corpus.documents import Document, Event
from corpus.wording import alike, between, stems, trigger

# Two sentences are near-copies when, names taken out, this share of their stems is common, or of all stems, names included.
FRAME, WHOLE = 0.6, 0.55
# The fewest common stems that make two sentences near-copies: fewer are common by chance.
SHORTEST = 5
# How often a root's clauses may use a trigger's wording.
USES = 5


class Pair(NamedTuple):
    """Two sentences that are too alike: where each stands, its words, how alike they are (0 to 1)."""

    at: str
    words: str
    other_at: str
    other_words: str
    share: float


class Worn(NamedTuple):
    """A trigger's wording that one root's clauses use more than USES times, and where."""

    root: str
    wording: str
    at: tuple[str, ...]


def pairs(documents: list[Document]) -> Iterator[Pair]:
    """Sentences of clauses and stories -> the pairs that are too alike, in the order of the files."""
    units = [
        (d, row, d.text[start:end], between(d, start, end), stems(d.text[start:end]))
        for d in documents
        for (start, end), row in zip(d.sentences, d.rows, strict=True)
    ]
    often = Counter(s for *_, whole in units for s in set(whole))
    index: dict[str, list[int]] = defaultdict(list)
    for i, (*_, frame, whole) in enumerate(units):
        seen: set[int] = set()
        for s in dict.fromkeys(_prefix(whole, WHOLE, often) + _prefix(frame, FRAME, often)):
            seen.update(index[s])
            index[s].append(i)
        for k in sorted(seen):
            if units[k][0] is units[i][0]:
                continue  # a headline may say what its story says
            other_frame, other_whole = units[k][3], units[k][4]
            of_frame, of_whole = alike(frame, other_frame), alike(whole, other_whole)
            if (of_frame >= FRAME and _common(frame, other_frame)) or (of_whole >= WHOLE and _common(whole, other_whole)):
                (a, row, words, *_), (b, other_row, other_words, *_) = units[k], units[i]
                yield Pair(f"{a.file}:{row}", words, f"{b.file}:{other_row}", other_words, max(of_frame, of_whole))


def _common(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return len(set(a) & set(b)) >= SHORTEST


def _prefix(found: tuple[str, ...], share: float, often: Counter[str]) -> list[str]:
    """The rarest stems of a bag, so many that a bag alike by `share` has one of its own among them.

    Prefix filter: Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity joins in data cleaning" (2006).
    """
    bag = sorted(set(found), key=lambda s: (often[s], s))
    return bag[: len(bag) - ceil(share * len(bag)) + 1]


def worn(documents: list[Document]) -> Iterator[Worn]:
    """Clauses -> the triggers that one root uses more than USES times, or twice on one recipient, most used first."""
    uses: dict[tuple[str, tuple[str, ...]], list[tuple[Document, Event]]] = defaultdict(list)
    for d in documents:
        if d.kind == "clause":
            for event in d.events:
                uses[event.root, trigger(d, event)].append((d, event))
    for (root, wording), held in sorted(uses.items(), key=lambda item: (-len(item[1]), item[0])):
        if len(held) > USES or any(_object(a) == _object(b) != "" for a, b in combinations(held, 2)):
            yield Worn(root, " ".join(wording), tuple(f"{d.file}:{e.line}" for d, e in held))


def _object(used: tuple[Document, Event]) -> str:
    """The head of the recipient's mention: its last word's stem."""
    document, event = used
    words = [stems(document.words(document.spans[i])) for i in event.recipients]
    return words[0][-1] if words and words[0] else ""
