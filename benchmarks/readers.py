"""Who reads events best on the corpus's test split: the dictionary alone, the model alone, or the two together as `dateline read` does.

An event is found where a reader tells one of its root in the same sentence, and whole where both its parties are right too; each
counts once. The model alone is what it marks, before anything is looked up; "deeds" are what the reader tells.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from corpus.agreement import overlap, spans
from corpus.documents import Document
from corpus.files import documents as corpus_documents

from benchmarks.corpus import read_document
from dateline.language.model import DICTIONARY, Choice, model_for
from dateline.language.model.session import Model

Span = tuple[int, int]


class Told(NamedTuple):
    """An event as a reader tells it: its root, where in the text, its parties' words."""

    root: str
    at: int
    actors: Sequence[Span]
    recipients: Sequence[Span]


def main(choice: Choice = None) -> int:
    model = model_for(choice)
    if model is None:
        print("no model is installed: there is nothing to compare the dictionary with", file=sys.stderr)
        return 2
    documents = [d for d in corpus_documents() if d.split == "test"]
    readers = {
        "dictionary alone": lambda d: _read(d, DICTIONARY), "model alone": lambda d: _marked(d, model),
        "together": lambda d: _read(d, choice),
    }  # fmt: skip
    columns = ("precision", "recall", "found F1", "whole F1")
    for kind in ("story", "clause"):
        held = [d for d in documents if d.kind == kind]
        print(f"\n{'stories' if kind == 'story' else 'clauses'} of the test split, {sum(len(d.events) for d in held)} events; {model.name}")
        print(f"{'':18}{'deeds':>8}" + "".join(f"{c:>11}" for c in columns))
        for name, reader in readers.items():
            tally: Counter[str] = Counter()
            for document in held:
                _compare(document, reader(document), tally)
            right, whole, told, gold = (tally[x] for x in ("found", "whole", "told", "gold"))
            figures = (right / max(told, 1), right / gold, 2 * right / (told + gold), 2 * whole / (told + gold))
            print(f"{name:18}{told:8}" + "".join(f"{x:11.3f}" for x in figures))
    return 0


def _read(document: Document, choice: Choice) -> list[Told]:
    return [
        Told(e.deed.root, x.start, [(p.start, p.end) for p in e.actors], [(p.start, p.end) for p in e.recipients])
        for e in read_document(document, choice).events for x in e.evidence[:1]
    ]  # fmt: skip


def _marked(document: Document, model: Model) -> list[Told]:
    found = model.read([document.text[a:b] for a, b in document.sentences], [a for a, _ in document.sentences])
    return [
        Told(e.root, e.start, [(m.start, m.end) for m in e.actors], [(m.start, m.end) for m in e.recipients])
        for marks in found for e in marks.events
    ]  # fmt: skip


def _compare(document: Document, told: Iterable[Told], tally: Counter[str]) -> None:
    free = list(told)
    tally["told"] += len(free)
    for event in document.events:
        tally["gold"] += 1
        start, end = next(s for s in document.sentences if s[0] <= event.start < s[1])
        sides = spans(document, event.actors), spans(document, event.recipients)
        alike = [t for t in free if t.root == event.root and start <= t.at < end]
        best = max(alike, key=lambda t: overlap(sides[0], list(t.actors)) and overlap(sides[1], list(t.recipients)), default=None)
        if best:
            free.remove(best)
            tally["found"] += 1
            tally["whole"] += overlap(sides[0], list(best.actors)) and overlap(sides[1], list(best.recipients))
