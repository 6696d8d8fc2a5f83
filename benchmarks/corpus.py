"""`dateline.read` against the corpus's test split: deeds found, and of those the mode, status and parties that are right.

Nothing is tuned on the test split. An event is found where the reader has one of its root in the same sentence; each counts once.
"""

from collections import Counter, defaultdict

from corpus.agreement import overlap, spans
from corpus.documents import Document
from corpus.files import documents as corpus_documents
from corpus.ontology import MODES

from dateline.language.model import Choice
from dateline.reading import readings
from dateline.types import Page, Party, Reading

COLUMNS = ("corpus", "reader", "found", "precision", "recall", "F1", "mode", "status", "actors", "recipients")


def main(model: Choice = None) -> int:
    documents = [d for d in corpus_documents() if d.split == "test"]
    for kind in ("story", "clause"):
        tally: dict[str, Counter[str]] = defaultdict(Counter)
        held = [d for d in documents if d.kind == kind]
        for document in held:
            _compare(document, tally, model)
        print(f"{'clauses' if kind == 'clause' else 'stories'}, {len(held)} of the test split")
        print(f"{'':10}" + "".join(f"{c:>11}" for c in COLUMNS))
        for root in (*MODES, "all"):
            counts = tally[root] if root != "all" else sum(tally.values(), Counter())
            print(f"{root:10}" + "".join(f"{cell:>11}" for cell in _row(counts)))
        print()
    return 0


def _row(n: Counter[str]) -> list[str]:
    def share(part: int, whole: int) -> str:
        return f"{part / whole:.3f}" if whole else "-"

    cells = [str(n["corpus"]), str(n["reader"]), str(n["found"])]
    cells += [share(n["found"], n["reader"]), share(n["found"], n["corpus"]), share(2 * n["found"], n["corpus"] + n["reader"])]
    return cells + [share(n[what], n["found"]) for what in ("mode", "status", "actors", "recipients")]


def read_document(document: Document, model: Choice) -> Reading:
    """A document of the corpus as `dateline.read` reads it."""
    title, _, body = document.text.partition("\n\n") if document.kind == "story" else (None, "", document.text)
    [reading] = readings(Page(id=document.id, content=body, media="body", title=title), model)
    assert reading.story.text == document.text
    return reading


def _compare(document: Document, tally: dict[str, Counter[str]], model: Choice) -> None:
    free = list(read_document(document, model).events)
    for told in free:
        tally[told.deed.root]["reader"] += 1
    for event in document.events:
        n = tally[event.root]
        n["corpus"] += 1
        start, end = next(s for s in document.sentences if s[0] <= event.start < s[1])
        alike = [t for t in free if t.deed.root == event.root and any(start <= e.start < end for e in t.evidence)]
        if not alike:
            continue
        right = [(_parties(document, event.actors, t.actors), _parties(document, event.recipients, t.recipients)) for t in alike]
        actors, recipients = max(right)
        best = alike[right.index((actors, recipients))]
        free.remove(best)
        n["found"] += 1
        n["mode"] += best.deed.mode == event.mode
        n["status"] += best.status == event.status
        n["actors"] += actors
        n["recipients"] += recipients


def _parties(document: Document, gold: tuple[int, ...], told: tuple[Party, ...]) -> bool:
    return overlap(spans(document, gold), [(t.start, t.end) for t in told])
