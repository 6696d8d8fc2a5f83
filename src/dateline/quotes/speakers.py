"""Who is meant by the words that name a speaker, and the day on which it was said."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date as Day

from dateline.types import Actor, Mention, Span, Time, Words

_LONGEST_MENTION = 200  # characters
_RELATIVE = frozenset(("who", "which", "that"))


class Speakers:
    """The mentions of a story that stand for one of its cast, looked up by place."""

    def __init__(self, mentions: Sequence[Mention], cast: Sequence[Actor]) -> None:
        known = {a.id for a in cast}
        self._mentions = sorted((m for m in mentions if m.actor in known), key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self._mentions]

    def actor(self, words: Words | None) -> str | None:
        """The id of the actor that these words name by their head: what stands before the first comma; None where nobody is known.

        The mention that shares most with the head wins, of two alike the first. "who" is the mention right before it.
        """
        if words is None:
            return None
        if words.text.lower() in _RELATIVE:
            return self._before(words.start)
        head = words.start + len(words.text.split(",")[0])
        best, most = None, 0
        for m in self._starting(words.start - _LONGEST_MENTION, head):
            shared = min(m.end, head) - max(m.start, words.start)
            if shared > most:
                best, most = m.actor, shared
        return best

    def _before(self, at: int) -> str | None:
        ended = [m for m in self._starting(at - _LONGEST_MENTION, at) if at - 2 <= m.end <= at]
        return ended[0].actor if ended else None

    def _starting(self, first: int, last: int) -> Sequence[Mention]:
        return self._mentions[bisect_left(self._starts, first) : bisect_left(self._starts, last)]


def said_on(sentence: Span, content: Sequence[Span], times: Sequence[Time], told_on: Day | None) -> Day | None:
    """The day told in the reporter's own words of a sentence, else the story's; None where those words tell no single day.

    times  in the order of the text
    """
    first = bisect_left(times, sentence.start, key=lambda t: t.start)
    for t in times[first:]:
        if t.start >= sentence.end:
            break
        if t.type in ("DATE", "TIME") and not any(w.start < t.end and t.start < w.end for w in content):
            if t.first and told_on and t.first > told_on:
                continue  # a day ahead of the story is not the day of saying
            return t.first if t.first == t.last else None
    return told_on
