"""What the model marks in one sentence. All offsets are characters of the text that the sentence was cut from, half open."""

from typing import NamedTuple


class MentionMark(NamedTuple):
    """Words that stand for somebody, a place or a time. sure: 0 to 1."""

    start: int
    end: int
    kind: str
    sure: float


class EventMark(NamedTuple):
    """A trigger, what deed it names and how far that got, and who and what goes with it.

    sure  0 to 1: that there is such a deed; of_root: that it is of this root
    """

    start: int
    end: int
    root: str
    mode: str | None
    status: str
    actors: tuple[MentionMark, ...]
    recipients: tuple[MentionMark, ...]
    time: MentionMark | None
    place: MentionMark | None
    sure: float
    of_root: float


class QuoteMark(NamedTuple):
    """A cue with what is said, by whom and to whom."""

    start: int
    end: int
    contents: tuple[tuple[int, int], ...]
    speaker: MentionMark | None
    addressee: MentionMark | None
    sure: float


class Marks(NamedTuple):
    """All of a sentence, each in the order of the text.

    contents  also those that no cue of the sentence owns
    maybe     words that may name a deed, too unlikely to count by themselves
    """

    mentions: tuple[MentionMark, ...] = ()
    events: tuple[EventMark, ...] = ()
    quotes: tuple[QuoteMark, ...] = ()
    contents: tuple[tuple[int, int], ...] = ()
    maybe: tuple[EventMark, ...] = ()
