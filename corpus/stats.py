"""What the corpus covers, and what is thin."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from corpus.documents import Document, Event
from corpus.ontology import GENRES, KINDS, MODES, REGIONS, SPLITS, STATUSES
from corpus.wording import trigger

# The least that the corpus is to hold, of stories and of clauses: what is below is listed as thin.
LEAST = {
    "stories": 1200, "sentences of stories": 6500, "events of stories": 8000, "planned": 1200, "denied or conditional": 500,
    "quotations": 1500, "sentences of stories with no event": 1500, "clauses with an event": 8000, "clauses with no event": 1000,
}  # fmt: skip
LEAST_STORY_ROOT, LEAST_STORY_MODE = 250, 30
LEAST_CLAUSE_ROOT, LEAST_CLAUSE_MODE = 350, 40
# A quarter of the clauses: not happened; and a trigger after its recipient, or no actor before it.
LEAST_CLAUSE_SHARE = 0.25
NOT_HAPPENED, TURNED = "share of clauses not happened", "share of clauses passive, nominal or recipient first"

Table = dict[str, Any]


def count(documents: list[Document]) -> Table:
    """Documents -> a table of tables, every entry a number or a row of numbers (`--json` prints it as it is)."""
    stories = [d for d in documents if d.kind == "story"]
    clauses = [d for d in documents if d.kind == "clause"]
    told, short = _events(stories), _events(clauses)
    bodies = [(d, start, end) for d in stories for start, end in d.sentences[1:]]
    status = Counter(e.status for _, e in told)
    empty = sum(not any(start <= e.start < end for e in d.events) for d, start, end in bodies)
    totals = {
        "stories": len(stories), "sentences of stories": len(bodies), "events of stories": len(told), "planned": status["planned"],
        "denied or conditional": status["denied"] + status["conditional"], "quotations": sum(len(d.quotes) for d in stories),
        "sentences of stories with no event": empty, "clauses with an event": len(short),
        "clauses with no event": sum(not d.events for d in clauses),
    }  # fmt: skip
    wordings: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for d, e in told + short:
        wordings[e.root].add(trigger(d, e))
    by = _by(told, short)
    table = {
        "totals": totals,
        NOT_HAPPENED: _share(short, lambda _, e: e.status != "happened"),
        TURNED: _share(short, _turned),
        "root": {root: row | {"wordings": len(wordings[root])} for root, row in by(lambda _, e: e.root, MODES).items()},
        "mode": by(lambda _, e: f"{e.root}/{e.mode}" if e.mode else None, [f"{r}/{mode}" for r, modes in MODES.items() for mode in modes]),
        "status": by(lambda _, e: e.status, STATUSES),
        "region": by(lambda d, _: d.region, REGIONS),
        "decade": by(lambda d, _: d.date[:3] + "0s", ()),
        "genre": by(lambda d, _: d.genre, GENRES),
        "split": by(lambda d, _: d.split, SPLITS),
        "batch": {
            batch: {"documents": len(held), "events": sum(len(d.events) for d in held), "no event": sum(not d.events for d in held)}
            for batch in dict.fromkeys(d.batch for d in documents)
            for held in [[d for d in documents if d.batch == batch]]
        },
        "mention": dict(Counter(s.kind for d in stories for s in d.spans)),
        "quotation": dict(sorted(Counter(q.type for d in stories for q in d.quotes).items())),
    }
    return table | {"thin": _thin(table)}


def _events(documents: list[Document]) -> list[tuple[Document, Event]]:
    return [(d, e) for d in documents for e in d.events]


def _by(
    told: list[tuple[Document, Event]], short: list[tuple[Document, Event]]
) -> Callable[[Callable[[Document, Event], str | None], Iterable[str]], Table]:
    def by(key: Callable[[Document, Event], str | None], names: Iterable[str]) -> Table:
        in_stories, in_clauses = (Counter(k for d, e in held if (k := key(d, e))) for held in (told, short))
        every = [*names, *sorted((in_stories | in_clauses).keys() - set(names))]
        return {name: {"stories": in_stories[name], "clauses": in_clauses[name]} for name in every}

    return by


def _share(events: list[tuple[Document, Event]], holds: Callable[[Document, Event], bool]) -> float:
    return round(sum(holds(d, e) for d, e in events) / len(events), 3) if events else 0.0


def _turned(document: Document, event: Event) -> bool:
    """No actor stands before the trigger, or a recipient of a one-sided deed does, or the trigger follows its owner's 's."""
    before = document.text[: event.start]
    actors = [document.spans[i] for i in event.actors]
    recipients = [document.spans[i] for i in event.recipients]
    return (
        before.rstrip().endswith(("'s", "’s", "s'", "s’"))
        or not any(a.start < event.start for a in actors)
        or any(r.start < event.start for r in recipients)
    )


def _thin(table: Table) -> list[str]:
    found = [f"{name}: {table['totals'][name]} of {least}" for name, least in LEAST.items() if table["totals"][name] < least]
    for what, least in (("root", (LEAST_STORY_ROOT, LEAST_CLAUSE_ROOT)), ("mode", (LEAST_STORY_MODE, LEAST_CLAUSE_MODE))):
        for kind, bar in zip(("stories", "clauses"), least, strict=True):
            found += [f"{name} in {kind}: {row[kind]} of {bar}" for name, row in table[what].items() if row[kind] < bar]
    for name in (NOT_HAPPENED, TURNED):
        if table[name] < LEAST_CLAUSE_SHARE:
            found.append(f"{name}: {table[name]} of {LEAST_CLAUSE_SHARE}")
    return found


def show(table: Table) -> str:
    """The table for a person, columns lined up."""
    lines = [f"{name:<44}{value:>8}{LEAST[name]:>10}" for name, value in table["totals"].items()]
    lines = [f"{'':<44}{'now':>8}{'at least':>10}", *lines]
    lines += [f"{name:<56}{table[name]:>6}" for name in (NOT_HAPPENED, TURNED)]
    for what in ("root", "mode", "status", "region", "decade", "genre", "split", "batch"):
        columns = list(next(iter(table[what].values()), {}))
        lines += ["", f"{what:<28}" + "".join(f"{c:>11}" for c in columns)]
        lines += [f"{name:<28}" + "".join(f"{row[c]:>11}" for c in columns) for name, row in table[what].items()]
    for what in ("mention", "quotation"):
        lines += ["", f"{what:<28}{'stories':>11}"]
        lines += [f"{kind:<28}{table[what].get(kind, 0):>11}" for kind in (KINDS if what == "mention" else sorted(table[what]))]
    lines += ["", "thin:" if table["thin"] else "nothing is thin"]
    return "\n".join([*lines, *(f"  {one}" for one in table["thin"])])
