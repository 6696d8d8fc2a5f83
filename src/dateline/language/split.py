"""Sentences of a news story: abbreviations, initials, datelines and quotations do not end one."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from dateline.types import Sentence, Span, Story

# A mark that may end a sentence, the closing marks after it, the blank, and what opens the next one.
_END = re.compile(r"(?P<mark>[.!?…]+)(?P<closers>[\"'”’»)\]]*)(?P<blank>\s+)(?=(?P<opens>[\"'“‘«(\[`]*)(?P<next>[^\s]))")
_LAST_WORD = re.compile(r"(?:^|[\s(\[\"'“‘/-])((?:[A-Za-z]\.)*[A-Za-z]+)$")
# After "U.S." a capital may go on the same sentence ("the U.S. Senate"); these words open a new one.
_STARTERS = frozenset(
    "The A An In On At He She It They We I But And His Her Its Their This That These Those There After As For When "
    "While Since Some Many Most "
    "Both If Also Earlier Last However Meanwhile More No Not One Two By From With Under Such Another Officials Police Asked Under".split()
)
_LONGEST = 1200  # characters: more is no sentence of the news; the later stages look back and forth inside one
_LOOK_BACK = 40  # characters: longer than any abbreviation


@cache
def abbreviations() -> frozenset[str]:
    """Words written with a full stop that does not end a sentence: lower case, without that stop."""
    lines = files("dateline.language").joinpath("data/abbreviations.txt").read_text("utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split())


def split(story: Story) -> list[Sentence]:
    """The sentences of a story's headline and paragraphs, in order; each lies inside one paragraph."""
    blocks: list[tuple[int, int, int | None]] = [(p.start, p.end, i) for i, p in enumerate(story.paragraphs)]
    head = story.headline or ""
    if head and story.text.startswith(head):
        blocks.insert(0, (0, len(head), None))
    return [
        Sentence(s.start, s.end, story.text[s.start : s.end], paragraph)
        for start, end, paragraph in blocks
        for s in sentence_spans(story.text, start, end)
    ]


def sentence_spans(text: str, start: int, end: int) -> list[Span]:
    """Spans of the sentences of text[start:end], blanks trimmed."""
    spans: list[Span] = []
    at = start
    for m in _END.finditer(text, start, end):
        if not _ends(text, start, m):
            continue
        spans += _pieces(text, at, m.end("closers"))
        at = m.end("blank")
    spans += _pieces(text, at, end)
    return [s for s in spans if s.start < s.end]


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence text[start:end], cut at a blank where it is longer than any sentence is."""
    while end - start > _LONGEST:
        cut = max(text.rfind(" ", start, start + _LONGEST), text.rfind("\n", start, start + _LONGEST))
        cut = cut if cut > start else start + _LONGEST
        yield _trim(text, start, cut)
        start = cut
    yield _trim(text, start, end)


def _ends(text: str, start: int, m: re.Match[str]) -> bool:
    """Does the mark end a sentence?"""
    follows = m["next"]
    if "\n\n" in m["blank"]:
        return True
    if not (follows.isupper() or follows.isdigit() or m["opens"] or not follows.isascii()):
        return False
    if m["mark"] != "." or m["closers"]:
        # `"Why?" he asked.`: a small letter after the quotation goes on; a capital opens
        return True
    word = _LAST_WORD.search(text, max(start, m.start() - _LOOK_BACK), m.start())
    if not word:
        return True
    before = word[1]
    if len(before) == 1 and before.isupper() and before != "I":
        return False  # an initial: "John F. Kennedy"
    if "." in before or before.lower() in ("us", "uk", "no"):
        following = re.match(r"[\w'’]+", text[m.end() : m.end() + 20])
        known = before.lower() in abbreviations() or "." in before
        return not known or bool(following and following[0] in _STARTERS)
    return before.lower() not in abbreviations() or (
        before.islower() and before in ("no", "in", "mass", "miss", "sat", "sun", "wash", "art", "fig")
    )


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
