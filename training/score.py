"""A model's marks against the corpus: what it finds, head by head.

A trigger is found where it shares a character with one of the corpus; an event is right where also its root and both its parties are
(each side's spans overlap the other's, as in `corpus agreement`); "with mode" and "with status" ask for those too.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from corpus.agreement import matched, overlap, touching

from dateline.language.model.marks import EventMark, Marks
from training.examples import Deed, Example

Reader = Callable[[Sequence[str]], list[Marks]]


class Tally:
    """Counts of what the corpus has, what the model has, and what they share."""

    def __init__(self) -> None:
        self.gold: Counter[str] = Counter()
        self.told: Counter[str] = Counter()
        self.right: Counter[str] = Counter()

    def add(self, what: str, gold: int, told: int, right: int) -> None:
        self.gold[what] += gold
        self.told[what] += told
        self.right[what] += right

    def f1(self, what: str) -> float:
        return 2 * self.right[what] / max(self.gold[what] + self.told[what], 1)

    def row(self, what: str) -> str:
        precision, recall = self.right[what] / max(self.told[what], 1), self.right[what] / max(self.gold[what], 1)
        return f"{what:24}{self.gold[what]:8}{self.told[what]:8}{precision:10.3f}{recall:9.3f}{self.f1(what):8.3f}"


HEAD = f"{'':24}{'corpus':>8}{'model':>8}{'precision':>10}{'recall':>9}{'F1':>8}"


def scored(examples: Sequence[Example], reader: Reader) -> Tally:
    """Read the examples' texts and compare."""
    tally = Tally()
    for example, marks in zip(examples, reader([e.text for e in examples]), strict=True):
        _events(example, marks, tally)
        if example.whole:
            _spans(example, marks, tally)
            _quotes(example, marks, tally)
    return tally


def _spans(e: Example, marks: Marks, tally: Tally) -> None:
    gold, told = {(m.start, m.end): m.kind for m in e.mentions}, {(m.start, m.end): m.kind for m in marks.mentions}
    tally.add("mention, span", len(gold), len(told), len(gold.keys() & told.keys()))
    tally.add("mention, span and kind", len(gold), len(told), len(gold.items() & told.items()))
    tally.add("mention, overlap", len(gold), len(told), touching(gold, told))


def _quotes(e: Example, marks: Marks, tally: Tally) -> None:
    cues, found = [(s.start, s.end) for s in e.said], [(q.start, q.end) for q in marks.quotes]
    tally.add("cue", len(cues), len(found), touching(cues, found))
    contents = {(c.start, c.end) for c in e.contents}
    tally.add("content, exact", len(contents), len(marks.contents), len(contents & set(marks.contents)))
    gold = [(e.mentions[i].start, e.mentions[i].end, s.start) for s in e.said for i in s.speakers[:1]]
    told = [(q.speaker.start, q.speaker.end, q.start) for q in marks.quotes if q.speaker]
    tally.add("speaker of a cue", len(gold), len(told), sum(any(s < b and a < t and c == d for s, t, d in told) for a, b, c in gold))


def _events(e: Example, marks: Marks, tally: Tally) -> None:
    pairs = [(d, m) for d, m in matched(e.deeds, marks.events) if d and m]
    counts = len(e.deeds), len(marks.events)
    tally.add("trigger", *counts, len(pairs))
    rooted = [(d, m) for d, m in pairs if d.root == m.root]
    tally.add("trigger, root", *counts, len(rooted))
    both = [(d, m) for d, m in rooted if _sides(e, d, m)]
    tally.add("event: root, parties", *counts, len(both))
    exact = [(d, m) for d, m in both if d.mode == f"{m.root}/{m.mode or ''}"]
    tally.add("event: with mode", *counts, len(exact))
    tally.add("event: with status", *counts, sum(d.status == m.status for d, m in exact))
    n = len(rooted)
    tally.add("of those: mode", n, n, sum(d.mode == f"{m.root}/{m.mode or ''}" for d, m in rooted))
    tally.add("of those: status", n, n, sum(d.status == m.status for d, m in rooted))
    tally.add("of those: actors", n, n, sum(_side(e, d.actors, d.like_actors, m.actors) for d, m in rooted))
    tally.add("of those: recipients", n, n, sum(_side(e, d.recipients, d.like_recipients, m.recipients) for d, m in rooted))


def _sides(e: Example, d: Deed, m: EventMark) -> bool:
    return _side(e, d.actors, d.like_actors, m.actors) and _side(e, d.recipients, d.like_recipients, m.recipients)


def _side(e: Example, gold: tuple[int, ...], alike: tuple[int, ...], told: Sequence[tuple[int, int, str, float]]) -> bool:
    """Do a side's spans agree? Another mention of the same party will do for the marked one."""
    spans = [(e.mentions[i].start, e.mentions[i].end) for i in gold]
    others = [(e.mentions[i].start, e.mentions[i].end) for i in alike]
    found = [(m[0], m[1]) for m in told]
    if not gold:
        return not found
    kept = [f for f in found if any(f[0] < t and s < f[1] for s, t in spans) or not any(f[0] < t and s < f[1] for s, t in others)]
    return overlap(spans, kept) or bool(kept != found and not kept and len(spans) == 1)
