"""A plain-text page -> its stories: copy-paste, Common Crawl WET, wire dumps, with the furniture still in them."""

import re
from itertools import pairwise

from dateline.story import anatomy, lines, region
from dateline.story.furniture import bullet
from dateline.types import Page, Story

CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff]|[\ud800-\udfff]")
BREAK = re.compile(r"\r\n?|[\x0c\x85\u2028\u2029]")
BLANK = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
NARROW = 140  # columns of a line that may have been broken by hand
WIDEST = 100  # columns; text wrapped by hand or by a wire machine is no wider
LONGEST = 2_000_000  # characters that are read of a page


def clean(text: str) -> str:
    """Text without control characters, with one kind of line break and of blank."""
    return CONTROL.sub("", BLANK.sub(" ", BREAK.sub("\n", text)))


def unwrap(text: str) -> str:
    """Text whose lines were broken at a fixed width, with each paragraph on one line; other text unchanged.

    A line was broken where the next one's first word would not have fitted into it. A long line that stops in the middle of a
    sentence goes on in the next one if that begins in lower case, whatever the width.
    """
    rows = [row.rstrip() for row in text.split("\n")]
    width = _width(rows)
    joined: list[str] = []
    for before, row, after in zip(["", *rows], rows, [*rows[1:], ""], strict=False):
        if before and row and _indent(row) <= _indent(before) and (_broken(before, row, after, width) or _goes_on(before, row)):
            joined[-1] += ("" if _HYPHEN.search(before) and row.lstrip()[0].islower() else " ") + row.strip()
        else:
            joined.append(row)
    return "\n".join(joined)


_HYPHEN = re.compile(r"[^\W\d_]-$")
_UNFINISHED = re.compile(r"[^.!?:;\"”’)\]|]$")


def _width(rows: list[str]) -> int:
    """The width at which a page's lines were broken; 0 where they were not.

    Told by the lines that go on in lower case: all but a few are as full as the width allows. An address may stick out.
    """
    lengths = sorted(len(row) for row in rows if len(row) > 45)
    going_on = [(a, b) for a, b in pairwise(rows) if len(a) > 30 and b and b.lstrip()[0].islower()]
    if len(lengths) < 4 or len(going_on) < 2:
        return 0
    width = lengths[int((len(lengths) - 1) * 0.97)]
    full = sum(_is_full(a, b, width) for a, b in going_on)
    return width if width <= WIDEST and full >= 0.8 * len(going_on) else 0


def _is_full(row: str, following: str, width: int) -> bool:
    """Would the next line's first word not have fitted into this line?"""
    return 0.6 * width < len(row) <= width + 2 and len(row) + 1 + len(following.split(None, 1)[0]) > width


def _broken(row: str, following: str, after: str, width: int) -> bool:
    if not width or not _is_full(row, following, width):
        return False
    # Between two headlines that happen to be long nothing was broken: neither goes on, and neither ends as a sentence does.
    titles = following.lstrip()[0].isupper() and _UNFINISHED.search(row) and _UNFINISHED.search(following)
    return not titles or bool(after and _is_full(following, after, width))


def _goes_on(row: str, following: str) -> bool:
    long = 50 <= len(row.strip()) <= NARROW and len(following.split()) >= 4
    opens = following.lstrip()[0].islower() and not following.lstrip().startswith("by ") and not bullet(following.strip())
    return long and opens and bool(_UNFINISHED.search(row))


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())


def read(page: Page) -> list[Story]:
    """The stories of a plain-text page, in its order; none where nothing on it reads like one."""
    found = lines.lines_of(unwrap(clean(page.content[:LONGEST])))
    chosen = region.story_lines(found)
    if not chosen:
        chosen = [i for i, x in enumerate(found) if x.prose and x.score > 0]
    return anatomy.stories(found, chosen, page)
