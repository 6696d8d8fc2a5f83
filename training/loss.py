"""What a batch costs: cross-entropy a head, and for links the binary kind."""

import torch
from torch import Tensor
from torch.nn import functional as F

from dateline.language.model.layout import Layout
from training.batches import IGNORED, Batch

WEIGHTS = {"mention": 1.0, "trigger": 2.0, "cue": 0.5, "content": 0.5, "root": 1.0, "mode": 0.5, "status": 0.5, "links": 1.0}


def losses(words: Tensor, links: Tensor, batch: Batch, layout: Layout) -> dict[str, Tensor]:
    """Scores of a batch -> the cost of each head that it teaches, weighted."""
    found: dict[str, Tensor] = {}
    words = words.float()
    for head, columns in layout.heads.items():
        tags = batch.tags[head]
        known = tags != IGNORED
        if known.any():
            scores = words[..., columns][known]
            if head == "mode":
                scores = scores + _other_roots(batch.tags["root"][known], layout, scores.device)
            found[head] = F.cross_entropy(scores, tags[known]) * WEIGHTS[head]
    if len(batch.rows):
        scores = links.float()[batch.rows[:, 0], :, batch.rows[:, 1]]
        costs = F.binary_cross_entropy_with_logits(scores, batch.targets, reduction="none") * batch.learnt
        found["links"] = costs.sum() / batch.targets.sum().clamp(min=1) * WEIGHTS["links"]
    return found


def _other_roots(roots: Tensor, layout: Layout, device: torch.device) -> Tensor:
    """A mode is chosen among those of its root: the others are out of the question."""
    table = torch.full((len(layout.roots), len(layout.modes)), -1e4)
    for n, root in enumerate(layout.roots):
        table[n, list(layout.modes_of[root])] = 0
    return table.to(device)[roots]
