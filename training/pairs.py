"""The other way to find an event's parties: ordered pairs of mentions, each told its root straight from the states of the two.

No trigger is looked for. It is trained beside the links, on the same encoder, to be compared with them
(`pairs = true` in a run's settings).
What it cannot tell: an event with one party alone, which words show it, two events of one pair.
"""

from collections.abc import Sequence
from itertools import permutations

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from dateline.language.model.decode import decode
from dateline.language.model.layout import Layout
from dateline.language.model.marks import Marks
from dateline.language.model.words import Words, words_of
from training.batches import Read, padded
from training.examples import Example
from training.network import Network
from training.score import Tally

_WIDTH = 192
Triple = tuple[str, tuple[int, int], tuple[int, int]]  # root, actor's span, recipient's span


class PairHead(nn.Module):
    """States [T, width] and pairs of pieces [P, 2] -> scores [P, 1 + roots]; the first column is "nothing between them"."""

    def __init__(self, width: int, roots: int) -> None:
        super().__init__()
        self.left, self.right, self.around = (nn.Linear(width, _WIDTH) for _ in range(3))
        self.out = nn.Linear(_WIDTH, 1 + roots)

    def forward(self, states: Tensor, pairs: Tensor) -> Tensor:
        whole = self.around(states.mean(0))
        return self.out(torch.tanh(self.left(states[pairs[:, 0]]) + self.right(states[pairs[:, 1]]) + whole))


def gold_pairs(example: Example, layout: Layout) -> dict[tuple[int, int], int]:
    """Numbers of mentions, actor first -> 1 + the root's number; of two events between the same the first one counts."""
    found: dict[tuple[int, int], int] = {}
    for d in example.deeds:
        sides = [(a, r) for a in d.actors for r in d.recipients] or list(permutations(d.actors, 2))
        for pair in sides:
            found.setdefault(pair, 1 + layout.roots.index(d.root))
    return found


def pair_loss(head: PairHead, states: Tensor, read: Sequence[Read], layout: Layout) -> Tensor:
    """Cross-entropy over all ordered pairs of the marked mentions that can be parties, in a batch's states [B, T, width]."""
    scores, goals = [], []
    for row, r in enumerate(read):
        firsts = {n: r.words.pieces[w[0]] for n, m in enumerate(r.example.mentions) if m.kind != "time" and (w := r.words.inside(*m[:2]))}
        pairs = list(permutations(firsts, 2))
        if pairs:
            gold = gold_pairs(r.example, layout)
            scores.append(head(states[row, : len(r.words.ids)], torch.tensor([(firsts[a], firsts[b]) for a, b in pairs])))
            goals += [gold.get(p, 0) for p in pairs]
    if not scores:
        return states.sum() * 0
    return F.cross_entropy(torch.cat(scores), torch.tensor(goals, device=states.device))


def read_pairs(head: PairHead, states: Tensor, words: Words, marks: Marks, layout: Layout) -> set[Triple]:
    """The pairs of the mentions that the network itself marks, with the root of each that has one."""
    spans = [(m.start, m.end) for m in marks.mentions if m.kind != "time"]
    firsts = [words.pieces[words.inside(*s)[0]] for s in spans]
    pairs = list(permutations(range(len(spans)), 2))
    if not pairs:
        return set()
    best = head(states, torch.tensor([(firsts[a], firsts[b]) for a, b in pairs])).argmax(1).tolist()
    return {(layout.roots[n - 1], spans[a], spans[b]) for (a, b), n in zip(pairs, best, strict=True) if n}


@torch.no_grad()
def compared(head: PairHead, network: Network, tokenizer: Tokenizer, layout: Layout, dev: Sequence[Example], tally: Tally) -> None:
    """Count for both ways which ordered pairs of parties they find on the dev split, and which with the right root."""
    for e in dev:
        words = words_of(e.text, tokenizer)
        ids, mask = (x.to(network.mix.device) for x in padded([words], layout.pad))
        for_words, for_links = network.states(ids, mask)
        marks = decode(network.words(for_words)[0].cpu().numpy(), network.linked(for_links)[0].cpu().numpy(), words, layout)
        tallied(e, linked_triples(marks), layout, "by links", tally)
        tallied(e, read_pairs(head, for_links[0], words, marks, layout), layout, "by pairs", tally)


def linked_triples(marks: Marks) -> set[Triple]:
    """What the triggers and their links tell, in the same form."""
    found: set[Triple] = set()
    for e in marks.events:
        actors, recipients = [(m.start, m.end) for m in e.actors], [(m.start, m.end) for m in e.recipients]
        sides = [(a, r) for a in actors for r in recipients] or list(permutations(actors, 2))
        found |= {(e.root, a, r) for a, r in sides}
    return found


def tallied(example: Example, told: set[Triple], layout: Layout, what: str, tally: Tally) -> None:
    """Count the triples of an example that are told: root the same, spans overlapping."""
    spans = [(m.start, m.end) for m in example.mentions]
    gold = [(layout.roots[n - 1], spans[a], spans[b]) for (a, b), n in gold_pairs(example, layout).items()]
    for name, rooted in (("pairs", False), ("pairs and roots", True)):
        right = sum(any(_same(g, t, rooted) for t in told) for g in gold)
        tally.add(f"{name}, {what}", len(gold), len(told), right)


def _same(gold: Triple, told: Triple, rooted: bool) -> bool:
    return (not rooted or gold[0] == told[0]) and all(a[0] < b[1] and b[0] < a[1] for a, b in zip(gold[1:], told[1:], strict=True))
