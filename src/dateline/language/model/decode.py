"""Scores of a sentence's words and links -> marks."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.language.model.layout import LINKS, Layout
from dateline.language.model.marks import EventMark, Marks, MentionMark, QuoteMark
from dateline.language.model.words import Words

Array = NDArray[np.floating[Any]]
Run = tuple[int, int]  # words, half open
_ACTOR, _RECIPIENT, _TIME, _PLACE, _SPEAKER, _ADDRESSEE, _CONTENT = range(len(LINKS))


def decode(scores: Array, links: Array, words: Words, layout: Layout, offset: int = 0) -> Marks:
    """One sentence's marks.

    scores  [pieces, layout.width], links [len(LINKS), pieces, pieces], both as the network gives them
    offset  of the sentence in the text that the marks' characters count in
    """
    if not words.pieces:
        return Marks()
    first = np.array(words.pieces)
    return _Sentence(scores[first], links[:, first[:, None], first], words, layout, offset).marks()


class _Sentence:
    def __init__(self, scores: Array, links: Array, words: Words, layout: Layout, offset: int) -> None:
        self.scores, self.words, self.layout, self.offset = scores, words, layout, offset
        self.links = 1 / (1 + np.exp(-np.clip(links, -30, 30)))
        kinds = _softmax(scores[:, layout.heads["mention"]])
        self.kinds = kinds[:, 1::2] + kinds[:, 2::2]  # a word's chance of being of a kind, at whatever place in the mention
        self.mentions = self._mentions(kinds)

    def marks(self) -> Marks:
        limits = self.layout.limits
        triggers = self._adjoined(self._runs("trigger", limits.trigger))
        events = tuple(self._event(run, sure) for run, sure in triggers)
        doubted = self._runs("trigger", limits.maybe, [w for (a, b), _ in triggers for w in range(a, b)])
        contents = [run for run, _ in self._runs("content", 0.5)]
        quotes = tuple(self._quote(run, sure, contents) for run, sure in self._runs("cue", limits.cue))
        return Marks(
            tuple(m for _, m in self.mentions), events, quotes, tuple(self._place(run) for run in contents),
            tuple(self._event(run, sure) for run, sure in doubted),
        )  # fmt: skip

    def _place(self, run: Run) -> tuple[int, int]:
        return self.words.starts[run[0]] + self.offset, self.words.ends[run[1] - 1] + self.offset

    def _mentions(self, chances: Array) -> list[tuple[Run, MentionMark]]:
        """Words that go together as mentions: a first word opens one, further words of any kind go on with it."""
        best = chances.argmax(1)
        found: list[tuple[Run, MentionMark]] = []
        at = 0
        while at < len(best):
            if best[at] == 0:
                at += 1
                continue
            end = at + 1
            while end < len(best) and best[end] > 0 and best[end] % 2 == 0:
                end += 1
            found.append(((at, end), self._mention((at, end), float(1 - chances[at:end, 0].mean()))))
            at = end
        return found

    def _mention(self, run: Run, sure: float) -> MentionMark:
        kind = self.layout.kinds[int(self.kinds[run[0] : run[1]].mean(0).argmax())]
        return MentionMark(*self._place(run), kind, sure)

    def _runs(self, head: str, limit: float, taken: Sequence[int] = ()) -> list[tuple[Run, float]]:
        """Stretches that a head of first and further words marks, with the chance that the first word is marked at all.

        taken  words that are none of these
        """
        chances = _softmax(self.scores[:, self.layout.heads[head]])
        held = 1 - chances[:, 0]
        held[list(taken)] = 0
        found: list[tuple[Run, float]] = []
        at = 0
        while at < len(chances):
            if held[at] < limit:
                at += 1
                continue
            end = at + 1
            while end < len(chances) and held[end] > min(limit, 0.5) and chances[end, 2] > chances[end, 1]:
                end += 1
            found.append(((at, end), float(held[at])))
            at = end
        return found

    def _adjoined(self, runs: list[tuple[Run, float]]) -> list[tuple[Run, float]]:
        """Triggers of which no word stands between two of one root are one: "protest march"."""
        found: list[tuple[Run, float]] = []
        for run, sure in runs:
            if found and found[-1][0][1] == run[0] and self._root(found[-1][0]) == self._root(run):
                (start, _), other = found.pop()
                run, sure = (start, run[1]), max(sure, other)
            found.append((run, sure))
        return found

    def _root(self, run: Run) -> int:
        return int(self.scores[run[0] : run[1], self.layout.heads["root"]].mean(0).argmax())

    def _event(self, run: Run, sure: float) -> EventMark:
        layout = self.layout
        means = self.scores[run[0] : run[1]].mean(0)
        roots = _softmax(means[layout.heads["root"]])
        root = layout.roots[int(roots.argmax())]
        modes = layout.modes_of[root]
        mode = layout.modes[modes[int(means[layout.heads["mode"]][list(modes)].argmax())]].split("/")[1] or None
        status = layout.statuses[int(means[layout.heads["status"]].argmax())]
        to = self.links[:, run[0] : run[1]].mean(1)
        actors, recipients = self._parties(to, run, root)
        return EventMark(
            *self._place(run), root, mode, status, actors, recipients,
            self._best(to[_TIME], ("time",)), self._best(to[_PLACE], ("place",)), round(sure, 3), round(float(roots.max()), 3),
        )  # fmt: skip

    def _parties(self, to: Array, trigger: Run, root: str) -> tuple[tuple[MentionMark, ...], tuple[MentionMark, ...]]:
        """Mentions that are actors, and recipients; of a mention that could be both the likelier. A party need be no mention of its own."""
        limits = self.layout.limits
        limit = (limits.actor, limits.recipient)
        sides: tuple[list[MentionMark], list[MentionMark]] = ([], [])
        free = np.ones(len(to[0]), dtype=bool)
        free[trigger[0] : trigger[1]] = False
        rest: list[tuple[float, MentionMark]] = []
        for run, mention in self.mentions:
            chances = to[:2, run[0] : run[1]].mean(1)
            free[run[0] : run[1]] = False
            if mention.kind == "time":
                continue
            side = int((chances / limit).argmax())
            if chances[side] > limit[side]:
                sides[side].append(mention)
            else:
                rest.append((float(chances[_RECIPIENT]), mention))
        for side, found in enumerate(sides):
            for run in _stretches(free & (to[side] > max(limit[side], 0.5)) & (to[side] >= to[1 - side])):
                found.append(self._mention(run, float(to[side, run[0] : run[1]].mean())))
            found.sort()
        if root in self.layout.needy and not sides[_RECIPIENT] and rest:
            chance, mention = max(rest)
            sides[_RECIPIENT].extend([mention] if chance > limits.needed else [])
        return tuple(sides[0]), tuple(sides[1])

    def _best(self, to: Array, kinds: Sequence[str] = ()) -> MentionMark | None:
        """The mention that a link most likely goes to; None where none is likely enough."""
        held = [(float(to[a:b].mean()), m) for (a, b), m in self.mentions if not kinds or m.kind in kinds]
        chance, mention = max(held, default=(0.0, None), key=lambda pair: pair[0])
        return mention if chance > self.layout.limits.link else None

    def _quote(self, run: Run, sure: float, contents: list[Run]) -> QuoteMark:
        to = self.links[:, run[0] : run[1]].mean(1)
        said = tuple(self._place((a, b)) for a, b in contents if to[_CONTENT, a:b].mean() > self.layout.limits.link)
        return QuoteMark(*self._place(run), said, self._best(to[_SPEAKER]), self._best(to[_ADDRESSEE]), round(sure, 3))


def _stretches(held: NDArray[np.bool_]) -> list[Run]:
    """Runs of true, half open."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], held, [False])).astype(np.int8)))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def _softmax(x: Array) -> Array:
    e = np.exp(x - x.max(-1, keepdims=True))
    chances: Array = e / e.sum(-1, keepdims=True)
    return chances
