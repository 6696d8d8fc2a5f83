"""Deeds of one sentence as the model marks them, and the dictionary's beside them."""

from collections.abc import Sequence

from dateline.events.drafts import Draft, surest
from dateline.events.ontology import MUTUAL, code
from dateline.language import Parsed
from dateline.language.model import EventMark, Marks
from dateline.types import Deed, Status

_SURE = 0.7  # of the root: below it the dictionary has the say on what deed the words name
_TALKS = frozenset(("CONSULT", "AGREE", "COOPERATE"))  # what takes two that do the same
_ALONE = 0.5  # how much a deed counts that the model is not sure of and the dictionary tells


def together(parsed: Parsed, marks: Marks, others: Sequence[Draft]) -> list[Draft]:
    """The sentence's deeds by both readers: the model's, then those of the dictionary whose words the model half believes in.

    others  the dictionary's
    Each knows what the other does not: the model has read whole sentences, the dictionary holds words that no sentence taught.
    """
    found = _once([_voted(draft, event.of_root, others) for event in marks.events if (draft := _draft(parsed, event))])
    believed = [_tokens(parsed, m.start, m.end) for m in marks.maybe]
    words, told = [(d.first, d.last) for d in found], {_told(d) for d in found}
    rest = [o for o in others if _touched(o, believed) and not _touched(o, words) and _told(o) not in told]
    return found + [o._replace(confidence=o.confidence * _ALONE) for o in rest]


def _once(found: Sequence[Draft]) -> list[Draft]:
    """One draft, the surest, of each deed of the same parties at the same time and place: "held a rally, and at the rally .."."""
    return surest(found, lambda d: (d.deed.root, d.status, d.actors, d.recipients, d.time, d.place))


def _told(draft: Draft) -> tuple[object, ...]:
    """The code and the parties of a draft: "will work to deepen cooperation" is one promise, whichever words are taken for it."""
    return code(draft.deed, draft.status).root, frozenset(draft.actors), frozenset(draft.recipients)


def _touched(draft: Draft, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(draft.first < last and first < draft.last for first, last in stretches)


def _voted(draft: Draft, sure: float, others: Sequence[Draft]) -> Draft:
    """The model's draft, with the dictionary's root for the same words where the model is unsure, and its parties on an empty side."""
    same = [o for o in others if _touched(o, [(draft.first, draft.last)])]
    draft = draft._replace(agreed=draft.status == "planned" and any(o.agreed for o in same))
    agreed = [o for o in same if o.deed.root == draft.deed.root]
    if same and not agreed and sure < _SURE:
        other = max(same, key=lambda o: o.confidence)
        draft, agreed = draft._replace(deed=other.deed, status=other.status, mutual=draft.mutual and other.mutual), [other]
    for other in agreed:
        draft = _filled(draft, other)
    return draft


def _filled(draft: Draft, other: Draft) -> Draft:
    """The draft, with the other's parties on a side that it leaves empty, or beside the one party of what takes two."""
    if not draft.actors and other.actors:
        rest = tuple(k for k in other.actors if k not in draft.recipients)
        draft = draft._replace(actors=rest, mutual=other.mutual and len(rest) > 1 and not draft.recipients)
    if not draft.recipients and other.recipients:
        rest = tuple(k for k in other.recipients if k not in draft.actors)
        draft = draft._replace(recipients=rest, mutual=draft.mutual and not rest, marked=False)
    if len(draft.actors) == 1 and not draft.recipients and other.mutual:
        draft = draft._replace(actors=tuple(dict.fromkeys((*draft.actors, *other.actors))), mutual=True)
    return draft


def _draft(parsed: Parsed, event: EventMark) -> Draft | None:
    first, last = _tokens(parsed, event.start, event.end)
    if first == last:
        return None
    actors = _phrases(parsed, [(m.start, m.end) for m in event.actors])
    recipients = tuple(k for k in _phrases(parsed, [(m.start, m.end) for m in event.recipients]) if k not in actors)
    if event.root in _TALKS and not actors and len(recipients) > 1:
        actors, recipients = recipients, ()  # "a dinner for the two ministers": neither is only the one to whom it is done
    at = parsed.clause_of(first)
    if at >= 0 and (verb := parsed.clauses[at].verb).start < first < verb.end:
        first = verb.start  # "will visit" shows that it is planned, "did not visit" that it was not
    status: Status = event.status  # type: ignore[assignment]
    return Draft(
        Deed(event.root, event.mode), status, actors, recipients,
        event.root in MUTUAL and not recipients and len(actors) > 1,
        first, last, at, 0.85 * event.sure * event.of_root, marked=True,
        time=event.time and event.time[:2], place=event.place and event.place[:2],
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
