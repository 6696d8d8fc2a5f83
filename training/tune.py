"""From which probability on a trigger, an actor, a recipient counts: chosen on the dev split, by the F1 of events with both parties.

Of limits that read it equally well, within half a point, the lowest are taken: a party that is shown can be struck out by a reader,
one that is not shown cannot be seen to be missing.
"""

from collections.abc import Sequence
from itertools import product

from msgspec.structs import replace

from dateline.language.model.decode import decode
from dateline.language.model.layout import Limits
from dateline.language.model.session import Model
from training.examples import Example
from training.score import scored

_TRIGGER = (0.3, 0.4, 0.5, 0.6)
_EQUAL = 0.005
_PARTY = (0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6)


def tuned(model: Model, dev: Sequence[Example]) -> Limits:
    """The limits that read the dev split best."""
    scores = [model.scores(e.text) for e in dev]

    def f1(limits: Limits) -> float:
        layout = replace(model.layout, limits=limits)
        return round(scored(dev, lambda texts: [decode(*s, layout) for s in scores]).f1("event: root, parties"), 6)

    found = {limits: f1(limits) for limits in (Limits(actor=a, recipient=r) for a, r in product(_PARTY, _PARTY))}
    best = min((x for x, value in found.items() if value >= max(found.values()) - _EQUAL), key=lambda x: x.actor + x.recipient)
    return max((replace(best, trigger=t) for t in _TRIGGER), key=f1)
