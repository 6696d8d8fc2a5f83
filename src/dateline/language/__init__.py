"""Story -> Sentence, Token."""
import re
from typing import NamedTuple

from dateline.types import Sentence


class Token(NamedTuple):
    """A word or mark: offsets into Story.text, its letters, lower case, Penn tag, lemma."""
    start: int
    end: int
    text: str
    lower: str
    tag: str
    lemma: str


def split(story):
    return [Sentence(m.start() , m.end(), m[0], None) for m in re.finditer(r"[^.!?\n]+[.!?]?", story.text) if m[0].strip()]


def tag(text, start, end):
    return [Token(start + m.start(), start + m.end(), m[0], m[0].lower(), "NN", m[0].lower()) for m in re.finditer(r"\w+|[^\w\s]", text[start:end])]
