"""Which two time expressions are the ends of one stretch: "from Sunday to Tuesday", "between 2010 and 2012", "Jan. 4-6"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from dateline.types import Time

# what stands between the two ends; "and" needs a "between" (or "from") before the first
_TO = re.compile(r"\s*(?:-|–|—|/)\s*|,?\s+(?:to|through|until|till|up to)(?:\s+the)?\s+", re.I)
_AND = re.compile(r",?\s+and(?:\s+the)?\s+", re.I)
_OPENS = re.compile(r"\b(?:from|between)(?:\s+(?:the|around|about|early|late))?\s*$", re.I)
_REACH = 24  # characters


def ranges(text: str, times: Sequence[Time]) -> list[tuple[Time, Time]]:
    """(start, end) of each stretch told by two expressions next to each other, in order.

    text   what the times' spans lie in
    times  in the order of the text, as `tag` gives them
    """
    return [
        (one, two)
        for one, two in pairwise(times)
        if not {one.type, two.type} & {"DURATION", "SET"}
        and leads_to(text, one.start, one.end, two.start)
        and (one.first is None or two.last is None or one.first <= two.last)
    ]


def leads_to(text: str, start: int, end: int, next_start: int) -> bool:
    """Whether the words after an expression (characters start..end) say that what starts at next_start is its other end."""
    if not 0 < next_start - end <= _REACH:
        return False
    between = text[end:next_start]
    return bool(_TO.fullmatch(between) or (_AND.fullmatch(between) and _OPENS.search(text, max(0, start - _REACH), start)))
