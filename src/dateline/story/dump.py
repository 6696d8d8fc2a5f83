"""A plain-text page -> its stories: copy-paste, Common Crawl WET, wire dumps, with the furniture still in them."""

import re
from itertools import pairwise

from dateline.story import anatomy, lines, region
from dateline.types import Page, Story

CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff]|[\ud800-\udfff]")
BREAK = re.compile(r"\r\n?|[\x0c\x85\u2028\u2029]")
BLANK = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
WIDEST = 100  # columns; text wrapped by hand or by a wire machine is no wider
LONGEST = 2_000_000  # characters that are read of a page


def clean(text: str) -> str:
    """Text without control characters, with one kind of line break and of blank."""
    return CONTROL.sub("", BLANK.sub(" ", BREAK.sub("\n", text)))


def unwrap(text: str) -> str:
    """Text whose lines were broken at a fixed width, with each paragraph on one line; other text unchanged.

    Broken lines are known by their width: none is wider than WIDEST, and the next line's first word would not have fitted in.
    """
    rows = text.split("\n")
    long = [r for r in rows if len(r.strip()) > 45]
    width = max((len(r.rstrip()) for r in rows), default=0)
    if not 45 < width <= WIDEST or len(long) < 4:
        return text
    pairs = [(a, b) for a, b in pairwise(rows) if len(a.strip()) > 0.6 * width and b.strip()]
    full = sum(_is_full(a, b, width) for a, b in pairs)
    if len(pairs) < 4 or full < 0.85 * len(pairs):
        return text
    joined: list[str] = []
    for i, row in enumerate(rows):
        before = rows[i - 1] if i else ""
        indented = len(row) - len(row.lstrip()) > len(before) - len(before.lstrip())
        if (
            joined
            and row.strip()
            and before.strip()
            and not indented
            and _is_full(before, row, width)
            and len(before.strip()) > 0.6 * width
        ):
            joined[-1] += (
                ""
                if joined[-1].endswith("-") and joined[-1][-2:-1].isalpha() and row[:1].islower() and " -" not in joined[-1][-2:]
                else " "
            ) + row.strip()
        else:
            joined.append(row.rstrip())
    return "\n".join(joined)


def _is_full(row: str, following: str, width: int) -> bool:
    return len(row.rstrip()) + 1 + len(following.split(None, 1)[0]) > width - 4


def read(page: Page) -> list[Story]:
    """The stories of a plain-text page, in its order; none where nothing on it reads like one."""
    found = lines.lines_of(unwrap(clean(page.content[:LONGEST])))
    chosen = region.story_lines(found)
    if not chosen:
        chosen = [i for i, x in enumerate(found) if x.prose and x.score > 0]
    return anatomy.stories(found, chosen, page)
