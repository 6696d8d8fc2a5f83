"""A smaller network learns a larger one's scores beside the labels.

G. Hinton et al., "Distilling the Knowledge in a Neural Network" (2015).
"""

import torch
from torch import Tensor
from torch.nn import functional as F

from dateline.language.model.layout import Layout
from training.batches import Batch
from training.network import Network


def softened(teacher: Network, words: Tensor, links: Tensor, batch: Batch, layout: Layout) -> Tensor:
    """How far a student's scores are from the teacher's: KL divergence a head and word, and the binary kind over the links
    that the batch teaches.

    Both must cut texts into the same pieces.
    """
    with torch.no_grad(), torch.autocast(words.device.type, dtype=torch.bfloat16):
        goal_words, goal_links = teacher(batch.ids, batch.mask)
    first = batch.tags["trigger"] >= 0  # every word's first piece
    total = torch.zeros((), device=words.device)
    student, goal = words.float()[first], goal_words.float()[first]
    # What deed a word names is of interest only where it may name one.
    weight = 1 - torch.softmax(goal[:, layout.heads["trigger"]], -1)[:, 0]
    for head, columns in layout.heads.items():
        cost = F.kl_div(
            torch.log_softmax(student[:, columns], -1), torch.log_softmax(goal[:, columns], -1), reduction="none", log_target=True
        ).sum(-1)
        total = total + ((cost * weight).sum() / weight.sum().clamp(min=1) if head in ("root", "mode", "status") else cost.mean() * 3)
    rows = batch.rows
    if len(rows):
        goal_rows = torch.sigmoid(goal_links.float()[rows[:, 0], :, rows[:, 1]])
        costs = F.binary_cross_entropy_with_logits(links.float()[rows[:, 0], :, rows[:, 1]], goal_rows, reduction="none")
        # What the teacher was never taught (a trigger's speaker, a word's further pieces) it answers at random.
        total = total + (costs * batch.learnt).sum() / (goal_rows * batch.learnt).sum().clamp(min=1)
    return total
