"""Deeds of one sentence as the model marks them, and the dictionary's beside them."""

from collections.abc import Sequence

from dateline.events.drafts import Draft
from dateline.events.ontology import MUTUAL
from dateline.language import Parsed
from dateline.language.model import EventMark, Marks
from dateline.types import Deed, Status


def model_drafts(parsed: Parsed, marks: Marks) -> list[Draft]:
    """The sentence's deeds by the model, in the order of the text."""
    found = (_draft(parsed, event) for event in marks.events)
    return [d for d in found if d]


def filled(found: list[Draft], others: Sequence[Draft]) -> list[Draft]:
    """The model's drafts; where it names no party on a side, those of the dictionary's draft of the same deed on the same words."""
    return [_filled(d, [o for o in others if o.deed.root == d.deed.root and o.first < d.last and d.first < o.last]) for d in found]


def _filled(draft: Draft, same: list[Draft]) -> Draft:
    for other in same:
        if not draft.actors and other.actors:
            rest = tuple(k for k in other.actors if k not in draft.recipients)
            draft = draft._replace(actors=rest, mutual=other.mutual and len(rest) > 1 and not draft.recipients)
        if not draft.recipients and other.recipients:
            rest = tuple(k for k in other.recipients if k not in draft.actors)
            draft = draft._replace(recipients=rest, mutual=draft.mutual and not rest, marked=False)
    return draft


def _draft(parsed: Parsed, event: EventMark) -> Draft | None:
    first, last = _tokens(parsed, event.start, event.end)
    if first == last:
        return None
    actors = _phrases(parsed, [(m.start, m.end) for m in event.actors])
    recipients = tuple(k for k in _phrases(parsed, [(m.start, m.end) for m in event.recipients]) if k not in actors)
    status: Status = event.status  # type: ignore[assignment]
    return Draft(
        Deed(event.root, event.mode), status, actors, recipients,
        event.root in MUTUAL and not recipients and len(actors) > 1,
        first, last, parsed.clause_of(first), 0.85 * event.sure * event.of_root, marked=True,
    )  # fmt: skip


def _tokens(parsed: Parsed, start: int, end: int) -> tuple[int, int]:
    held = [k for k, t in enumerate(parsed.tokens) if t.start < end and start < t.end]
    return (held[0], held[-1] + 1) if held else (0, 0)


def _phrases(parsed: Parsed, spans: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """The phrase that each span is headed by: the first one whose head it holds and that owns no other one in it."""
    found: list[int] = []
    for start, end in spans:
        inside = [k for k, p in enumerate(parsed.phrases) if start < parsed.tokens[p.head].end and parsed.tokens[p.head].start < end]
        owners = {parsed.phrases[k].owner for k in inside}
        found += [k for k in inside if k not in owners][:1]
    return tuple(dict.fromkeys(found))
