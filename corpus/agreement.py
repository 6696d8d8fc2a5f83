"""How far two annotations of the same texts agree.

Cohen's kappa: J. Cohen, "A coefficient of agreement for nominal scales" (1960). Two triggers are one event where they share a
character; an event that one annotation alone has counts as "none" of the other's, so that kappa on roots is over all that either saw.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol, TypeVar

from corpus.documents import Document, Event, Fault
from corpus.files import Found, read
from corpus.ontology import CORPUS, KINDS

SECOND = CORPUS / "blind"
Table = dict[str, dict[str, float]]
Matched = tuple[Event | None, Event | None]


def read_second(folder: Path) -> Found:
    """The second annotation: stories in files named as the corpus's own, with the same numbers and words; clauses in any file."""
    files = sorted(folder.glob("*.txt"))
    if not files:
        return Found(faults=[Fault(str(folder), 1, 1, "no second annotation there: files named as the corpus's own")])
    return read(files)


def compare(first: list[Document], second: list[Document]) -> tuple[Table, list[str]]:
    """Two annotations -> agreement by what is compared, and a line for each event on which they part.

    Stories are paired by id, clauses by their words, for a second annotator sees them shuffled; those whose words differ are left out,
    and counted.
    """
    by_id = {_name(d): d for d in second}
    shared = [(d, by_id[_name(d)]) for d in first if _name(d) in by_id]
    both = [(a, b) for a, b in shared if a.text == b.text]
    table: Table = {
        "documents": {"compared": len(both), "words differ": len(shared) - len(both), "without a first": len(by_id) - len(shared)},
        "sentences": {"compared": sum(len(a.sentences) for a, _ in both)},
    }
    for kind in KINDS:
        table[f"span {kind}"] = _f1(
            ([(s.start, s.end) for s in a.spans if s.kind == kind], [(s.start, s.end) for s in b.spans if s.kind == kind]) for a, b in both
        )
    table["span all"] = _f1(([(s.start, s.end) for s in a.spans], [(s.start, s.end) for s in b.spans]) for a, b in both)
    table["span cue"] = _f1(([q.cue for q in a.quotes if q.cue], [q.cue for q in b.quotes if q.cue]) for a, b in both)
    table["span content"] = _f1(([c for q in a.quotes for c in q.content], [c for q in b.quotes for c in q.content]) for a, b in both)
    table["span trigger"] = _f1(([(e.start, e.end) for e in a.events], [(e.start, e.end) for e in b.events]) for a, b in both)

    pairs = [(a, b, pair) for a, b in both for pair in matched(a.events, b.events)]
    table["root"] = _kappa((x.root if x else "none", y.root if y else "none") for _, _, (x, y) in pairs)
    held = [(a, b, x, y) for a, b, (x, y) in pairs if x and y]
    table["root, both see an event"] = _kappa((x.root, y.root) for _, _, x, y in held)
    same = [(a, b, x, y) for a, b, x, y in held if x.root == y.root]
    table["mode, of the same root"] = _kappa((x.mode or "none", y.mode or "none") for _, _, x, y in same)
    table["status"] = _kappa((x.status, y.status) for _, _, x, y in held)
    for what, chosen in (("actor", _actors), ("recipient", _recipients), ("time", _time)):
        table[what] = _share(overlap(spans(a, chosen(x)), spans(b, chosen(y))) for a, b, x, y in same)
    return table, list(_partings(pairs))


def _name(document: Document) -> str:
    return document.id if document.kind == "story" else document.id.split("/")[1]


def _actors(event: Event) -> tuple[int, ...]:
    return event.actors


def _recipients(event: Event) -> tuple[int, ...]:
    return event.recipients


def _time(event: Event) -> tuple[int, ...]:
    return () if event.time is None else (event.time,)


def spans(document: Document, indices: Iterable[int]) -> list[tuple[int, int]]:
    """Indices into Document.spans -> where those spans start and end."""
    return [(document.spans[i].start, document.spans[i].end) for i in indices]


def overlap(a: list[tuple[int, int]], b: list[tuple[int, int]]) -> bool:
    """Whether each span of one side shares a character with one of the other; two empty sides agree."""
    return all(any(s < f and t < e for t, f in b) for s, e in a) and all(any(s < f and t < e for t, f in a) for s, e in b)


class Triggered(Protocol):
    """What has a trigger and a root."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def root(self) -> str: ...


A = TypeVar("A", bound=Triggered)
B = TypeVar("B", bound=Triggered)


def matched(a: Iterable[A], b: Iterable[B]) -> Iterator[tuple[A | None, B | None]]:
    """Events paired by the overlap of their triggers, those of one root first; what is left stands alone."""
    left, right = list(a), list(b)
    for same in (True, False):
        for x in list(left):
            found = next((y for y in right if x.start < y.end and y.start < x.end and (not same or x.root == y.root)), None)
            if found:
                left.remove(x)
                right.remove(found)
                yield x, found
    yield from ((x, None) for x in left)
    yield from ((None, y) for y in right)


def _kappa(pairs: Iterable[tuple[str, str]]) -> dict[str, float]:
    held = list(pairs)
    if not held:
        return {"n": 0, "same": 0.0, "kappa": 0.0}
    n, same = len(held), sum(x == y for x, y in held) / len(held)
    left, right = Counter(x for x, _ in held), Counter(y for _, y in held)
    chance = sum(left[k] * right[k] for k in left) / n**2
    return {"n": n, "same": round(same, 3), "kappa": round((same - chance) / (1 - chance), 3) if chance < 1 else 1.0}


def _share(same: Iterable[bool]) -> dict[str, float]:
    held = list(same)
    return {"n": len(held), "same": round(sum(held) / len(held), 3) if held else 0.0}


def _f1(sides: Iterable[tuple[list[tuple[int, int]], list[tuple[int, int]]]]) -> dict[str, float]:
    """Agreement on spans as F1, of exact spans and of overlapping ones (each may be matched once)."""
    first = second = exact = near = 0
    for a, b in sides:
        first, second = first + len(a), second + len(b)
        exact += sum((Counter(a) & Counter(b)).values())
        near += touching(a, b)
    both = max(first + second, 1)
    return {"n": first, "exact": round(2 * exact / both, 3), "overlap": round(2 * near / both, 3)}


def touching(a: Iterable[tuple[int, int]], b: Iterable[tuple[int, int]]) -> int:
    """How many spans of one list share a character with one of the other, each used once."""
    free, count = sorted(b), 0
    for start, end in sorted(a):
        found = next((span for span in free if start < span[1] and span[0] < end), None)
        if found:
            free.remove(found)
            count += 1
    return count


def _partings(pairs: list[tuple[Document, Document, Matched]]) -> Iterator[str]:
    for a, b, (x, y) in pairs:
        told = [_tell(d, e) for d, e in ((a, x), (b, y))]
        if told[0] != told[1]:
            at = x or y
            start, end = next(s for s in a.sentences if at and s[0] <= at.start < s[1])
            yield f"{a.id}: {a.text[start:end]}\n    first: {told[0]}\n    second: {told[1]}"


def _tell(document: Document, event: Event | None) -> str:
    if event is None:
        return "none"
    parties = (", ".join(document.words(document.spans[i]) for i in side) for side in (event.actors, event.recipients))
    return f"{document.words(event)} = {event.root}/{event.mode} {event.status} {' > '.join(parties)}"


def show(table: Table) -> str:
    """The table for a person, columns lined up."""
    columns = ("n", "exact", "overlap", "same", "kappa")
    lines = [f"{name}: {', '.join(f'{k} {v}' for k, v in table[name].items())}" for name in ("documents", "sentences")]
    lines.append(f"{'':<26}" + "".join(f"{c:>9}" for c in columns))
    for name, row in table.items():
        if name not in ("documents", "sentences"):
            lines.append(f"{name:<26}" + "".join(f"{row.get(c, ''):>9}" for c in columns))
    return "\n".join(lines)
