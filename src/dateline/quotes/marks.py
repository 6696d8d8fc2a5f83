"""Quotation marks of all kinds -> the stretches that stand between them.

Only the outermost pair of a nest counts: marks inside marks belong to the speaker's words.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from dateline.types import Span

_MARK = re.compile(r"''|``|[\"'“”„«»‘’`]")
#          opens  closes; “ and ” are also met the wrong way round
_PAIRS = {
    "“": ("”", '"', "“"),
    "”": ("”", '"'),
    "„": ("“", "”"),
    "«": ("»",),
    "``": ("''", '"'),
    "''": ("''",),
    '"': ('"', "”"),
    "‘": ("’", "'"),
    "'": ("'", "’"),
    "`": ("'", "’"),
}
_OPENING = ('"', "“", "«", "„", "``", "''")
_SINGLE = frozenset("‘'`")
_ELISION = re.compile(r"['‘](?:\d0s|em|til|tis|twas|cause|n)\b", re.IGNORECASE)


class Marked(NamedTuple):
    """Words between marks: start..end with the marks, inner_start..inner_end without (characters, half open).

    A speech that goes on in the next paragraph has no closing mark: both ends are then the paragraph's.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int


def find(text: str, paragraphs: Sequence[Span]) -> list[Marked]:
    """The marked stretches of each paragraph, in order; no two overlap and none leaves its paragraph."""
    found: list[Marked] = []
    for i, p in enumerate(paragraphs):
        goes_on = i + 1 < len(paragraphs) and text.startswith(_OPENING, paragraphs[i + 1].start)
        found += _in_paragraph(text, p.start, p.end, goes_on)
    return found


def _in_paragraph(text: str, start: int, end: int, goes_on: bool) -> list[Marked]:
    """goes_on: the next paragraph opens with a mark, so that one left open here is a speech that runs over both."""
    marks = list(_MARK.finditer(text, start, end))
    first_word = start + len(text[start:end]) - len(text[start:end].lstrip())
    last_closer = _last_closers(text, marks, end)
    found: list[Marked] = []
    at = 0
    while at < len(marks):
        opening = marks[at]
        at += 1
        if not _opens(text, opening, start, end):
            continue
        # A search only where it will succeed: all in all no mark is passed twice, however many stand open.
        if last_closer.get(opening[0], -1) >= at:
            while not _closes(text, marks[at], opening[0], end):
                at += 1
            closing = marks[at]
            at += 1
            if text[opening.end() : closing.start()].strip():
                found.append(Marked(opening.start(), closing.end(), opening.end(), closing.start()))
        elif opening[0] not in _SINGLE and (goes_on or opening.start() == first_word):
            found.append(Marked(opening.start(), end, opening.end(), end))
            break
    return found


def _last_closers(text: str, marks: list[re.Match[str]], end: int) -> dict[str, int]:
    """For each opening mark the index of the last mark that shuts one of its kind."""
    return {kind: i for i, m in enumerate(marks) for kind in _PAIRS if _closes(text, m, kind, end)}


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    if mark[0] not in _PAIRS or mark.end() >= end:
        return False
    before = text[mark.start() - 1] if mark.start() > start else "\n"
    after = text[mark.end()]
    if after.isspace() and mark[0] not in "«„":
        return False
    if mark[0] == "”":
        return before == "\n"
    if mark[0] in _SINGLE:
        return not before.isalnum() and before not in ".,!?" and after.isalnum() and not _ELISION.match(text, mark.start())
    # 6'2" and 24" are measures
    return mark[0] != '"' or not before.isalnum()


def _closes(text: str, mark: re.Match[str], kind: str, end: int) -> bool:
    """Can this mark shut a stretch that a mark of the kind opened?"""
    if mark[0] not in _PAIRS[kind]:
        return False
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < end else " "
    if kind in _SINGLE or mark[0] == kind == "“":
        return not before.isspace() and not after.isalnum()
    return not (mark[0] == kind == '"' and before.isspace() and after.isalnum())
