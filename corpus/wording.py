"""When two triggers or two sentences are worded alike."""

import re
from collections.abc import Iterable

from corpus.documents import Document, Event

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Words that tell no two wordings apart.
_FUNCTION = frozenset(
    "a an the this that these those its his her their our my your it he she they them him we us i you who which whose what there "
    "of in on at by for from to with into over under against about after before as and or but nor not no than then so if unless until "
    "is are was were be been being has have had having do does did will would may might can could shall should must "
    "all any some each both more most other another such only also just still yet up out off down'".split()
)
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "ly", "s", "e", "y")


def stem(word: str) -> str:
    """A word without its ending, rough but the same for all forms of most verbs: "barred", "bars", "barring" -> "bar"."""
    word = word.casefold().replace("’", "'").removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "s" else word


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's content words, in their order."""
    return tuple(stem(w) for w in _WORD.findall(text) if w.casefold() not in _FUNCTION)


def trigger(document: Document, event: Event) -> tuple[str, ...]:
    """What a trigger is worded with: the stems of its content words, or all its words where it has none."""
    words = document.words(event)
    return stems(words) or (words.casefold(),)


def between(document: Document, start: int, end: int) -> tuple[str, ...]:
    """The stems of a stretch of text without its mentions: what is left of a sentence when names are taken out."""
    kept, at = [], start
    for span in sorted((s for s in document.spans if start <= s.start and s.end <= end), key=lambda s: (s.start, -s.end)):
        if span.start >= at:
            kept.append(document.text[at : span.start])
            at = span.end
    return stems(" ".join([*kept, document.text[at:end]]))


def alike(a: Iterable[str], b: Iterable[str]) -> float:
    """Jaccard's coefficient of two bags of stems, 0 to 1."""
    left, right = set(a), set(b)
    return len(left & right) / len(left | right) if left or right else 0.0
