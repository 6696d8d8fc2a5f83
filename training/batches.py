"""Examples -> tensors. A word is scored at its first piece; what is not to be learnt is IGNORED."""

import random
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import torch
from tokenizers import Tokenizer
from torch import Tensor

from dateline.language.model.layout import LINKS, Layout
from dateline.language.model.words import Words, words_of
from training.examples import Example, Marked

IGNORED = -100
_OF_DEED, _OF_CUE = range(4), range(4, 7)


class Batch(NamedTuple):
    """ids, mask: [B, T]; tags: head -> [B, T]; rows: [R, 2], the sentence and piece from which links go;
    targets, learnt: [R, links, T], 1 where the link is, and where it is to be learnt; read: what it was made of."""

    ids: Tensor
    mask: Tensor
    tags: dict[str, Tensor]
    rows: Tensor
    targets: Tensor
    learnt: Tensor
    read: Sequence["Read"]


class Read(NamedTuple):
    """An example, its words and their numbers of label, a list a head."""

    example: Example
    words: Words
    tags: dict[str, list[int]]
    rows: list["Row"]


class Row(NamedTuple):
    """Links from one word. ends: link -> words it goes to; aside: link -> words not to be learnt; links: those that it teaches."""

    word: int
    ends: dict[int, list[int]]
    aside: dict[int, list[int]]
    links: range


def grouped(examples: Sequence[Example], tokenizer: Tokenizer, layout: Layout, pieces: int, draw: random.Random) -> list[list[Read]]:
    """The examples in groups of at most `pieces` pieces (padding included), alike in length, in an order that `draw` gives."""
    cut = ((e, words_of(e.text, tokenizer)) for e in examples)
    read = [labelled(e, words, layout) for e, words in cut if len(words.ids) <= layout.longest]  # a longer one does not fit the encoder
    order = list(range(len(read)))
    draw.shuffle(order)
    groups: list[list[Read]] = []
    for start in range(0, len(order), 1024):  # sorted within a stretch alone, so that a run sees long and short all the way
        held: list[Read] = []
        for n in sorted(order[start : start + 1024], key=lambda n: (len(read[n].words.ids), n)):
            if held and len(read[n].words.ids) * (len(held) + 1) > pieces:
                groups.append(held)
                held = []
            held.append(read[n])
        groups.append(held)
    draw.shuffle(groups)
    return groups


def labelled(e: Example, words: Words, layout: Layout) -> Read:
    """An example's labels, word by word."""
    n = len(words.starts)
    heads = ("mention", "trigger", "cue", "content", "root", "mode", "status")
    # What a clause leaves unmarked may be anything but a trigger.
    tags = {h: [0 if h == "trigger" or e.whole and h in ("mention", "cue", "content") else IGNORED] * n for h in heads}
    for m in e.mentions:
        kind = layout.kinds.index(m.kind)
        _mark(tags["mention"], words.inside(m.start, m.end), 1 + 2 * kind)
    for content in e.contents:
        _mark(tags["content"], words.inside(content.start, content.end), 1)
    rows: list[Row] = []
    for d in e.deeds:
        held = words.inside(d.start, d.end)
        _mark(tags["trigger"], held, 1)
        for w in held:
            tags["root"][w] = layout.roots.index(d.root)
            tags["mode"][w] = layout.modes.index(d.mode)
            tags["status"][w] = layout.statuses.index(d.status)
            if not e.whole:
                tags["mention"][w] = 0
        ends = {k: _all(words, (e.mentions[i] for i in side)) for k, side in enumerate((d.actors, d.recipients, d.times, d.places))}
        aside = {k: _all(words, (e.mentions[i] for i in side)) for k, side in enumerate((d.like_actors, d.like_recipients))}
        rows += [Row(w, ends, aside, _OF_DEED if e.whole else range(2)) for w in held]
    for s in e.said:
        held = words.inside(s.start, s.end)
        _mark(tags["cue"], held, 1)
        ends = {4: _all(words, (e.mentions[i] for i in s.speakers)), 5: _all(words, (e.mentions[i] for i in s.addressees))}
        ends[6] = _all(words, (e.contents[i] for i in s.contents))
        rows += [Row(w, ends, {}, _OF_CUE) for w in held]
    return Read(e, words, tags, rows)


def _mark(tags: list[int], held: Sequence[int], first: int) -> None:
    for at, w in enumerate(held):
        tags[w] = first + (at > 0)


def _all(words: Words, spans: Iterable[Marked]) -> list[int]:
    return [w for m in spans for w in words.inside(m.start, m.end)]


def collated(read: Sequence[Read], layout: Layout) -> Batch:
    """Examples as one batch, padded to the longest."""
    ids, mask = padded([r.words for r in read], layout.pad)
    longest = ids.shape[1]
    tags = {h: torch.full(ids.shape, IGNORED) for h in layout.heads}
    origins, targets, learnt = [], [], []
    for b, r in enumerate(read):
        first = torch.tensor(r.words.pieces, dtype=torch.long)
        for head, labels in r.tags.items():
            tags[head][b, first] = torch.tensor(labels, dtype=torch.long)
        for row in r.rows:
            goal, valid = torch.zeros((len(LINKS), longest)), torch.zeros((len(LINKS), longest))
            for link in row.links:
                goes = first[row.ends.get(link, [])]
                valid[link, first] = 1
                valid[link, first[row.aside.get(link, [])]] = 0
                valid[link, goes] = goal[link, goes] = 1
            origins.append((b, int(first[row.word])))
            targets.append(goal)
            learnt.append(valid)
    if not origins:  # a batch of sentences that tell nothing
        return Batch(ids, mask, tags, torch.zeros((0, 2), dtype=torch.long), *(torch.zeros((0, len(LINKS), longest)),) * 2, read)
    return Batch(ids, mask, tags, torch.tensor(origins), torch.stack(targets), torch.stack(learnt), read)


def padded(read: Sequence[Words], pad: int) -> tuple[Tensor, Tensor]:
    """Ids and mask [B, T] of texts, each as long as the longest."""
    longest = max(len(w.ids) for w in read)
    ids = torch.tensor([w.ids + [pad] * (longest - len(w.ids)) for w in read])
    mask = torch.tensor([[1.0] * len(w.ids) + [0.0] * (longest - len(w.ids)) for w in read])
    return ids, mask
