"""Boxes of other stories: a desk line and the headlines under it."""

import re
from collections.abc import Sequence

from msgspec import Struct

from dateline.story import furniture
from dateline.story.lines import SENTENCE_END, Line
from dateline.types import Desk, Headline

# "ALSO READ: Harbour reopens after storm": the box is one line.
INLINE = re.compile(
    r"(?i)^(?P<desk>(?:also |must |further )?read(?: also| more| next| this)?|related(?: (?:articles?|stories|story|coverage|links?"
    r"|news))?|see (?:also|more)|watch(?: also)?|"
    r"recommended|more on this(?: story)?|don['’]t miss|more|listen|explainer|background|further reading|in (?:pictures|photos)"
    r"|(?:picture |photo )?gallery|slideshow|video|opinion|editorial)"
    r" ?[:|»>–—] ?(?P<headline>\S.{8,200})$"
)
DESK_NAME = re.compile(r"\b(?:News|Coverage|Headlines|Stories)$|\bNews, ")
# Labels that open a headline of a box as well as a box of one line.
GENRES = re.compile(
    r"(?i)(?:watch|listen|explainer|background|in (?:pictures|photos)|(?:picture |photo )?gallery|slideshow|video|opinion|editorial)"
    r" ?[:|–—]"
)
# What a box may hold beside its headlines.
BESIDE = frozenset({"date", "count", "byline", "rule", "caption", "share", "navigation"})
ENDS_BOX = frozenset({"rights", "comment", "ad", "menu", "share", "notice"})


class Box(Struct, frozen=True):
    """A desk and the lines that its box takes (indexes into the page's lines)."""

    desk: Desk
    lines: tuple[int, ...]


def is_heading(line: Line) -> bool:
    """Does the wording say that other stories follow ("Most read", "More from World")?"""
    return line.kind == "related" and not INLINE.match(line.text)


def _names_desk(line: Line, masthead: str | None) -> bool:
    """A desk's name by its form ("Military Space News", "24/7 Energy News Coverage")."""
    if line.text == masthead:
        return True
    words = line.text.split()
    return (
        line.kind is None
        and not line.bullet
        and 2 <= len(words) <= 7
        and bool(DESK_NAME.search(line.text))
        and all(not w[0].islower() for w in words)
    )


def is_headline(line: Line) -> bool:
    """Could the line be a headline in a box?"""
    if line.kind not in (None, "related", "notice", "caption") or (line.kind == "related" and is_heading(line) and line.words < 6):
        return False
    return 3 <= line.words <= 32 and len(line.text) <= 240 and not (line.text.endswith(".") and line.words > 12)


def boxes(lines: Sequence[Line], free: Sequence[int], after: int, masthead: str | None = None) -> list[Box]:
    """The boxes among a page's lines that are no story, in their order.

    free      indexes of the lines that may be in one
    after     index of the story's last line: behind it a desk needs no known wording if a blank line sets it apart
    masthead  the publication's line above the story: where it comes again behind it, it is a desk's
    """
    desks = frozenset(i for i in free if is_heading(lines[i]) or (i > after and _names_desk(lines[i], masthead)))
    found: list[Box] = []
    at = 0
    while at < len(free):
        i = free[at]
        line = lines[i]
        if m := INLINE.match(line.text) if line.kind == "related" else None:
            box = Box(Desk(m["desk"].strip(), (Headline(m["headline"].strip(), line.href),)), (i,))
            if found and found[-1].lines[-1] == i - 1 and found[-1].desk.desk == box.desk.desk:
                last = found.pop()
                box = Box(Desk(box.desk.desk, last.desk.headlines + box.desk.headlines), (*last.lines, i))
            found.append(box)
            at += 1
            continue
        if i in desks or (i > after and _sets_apart(lines, free, at)):
            taken, at = _take(lines, free, at, desks)
            if taken:
                found.append(taken)
                continue
        at += 1
    return found


def _sets_apart(lines: Sequence[Line], free: Sequence[int], at: int) -> bool:
    """A desk line by its place: first of a block (a blank line or a heading's tag before it), headlines right below it."""
    line = lines[free[at]]
    block = line.gap > 0 or line.tag in _HEADINGS
    if (
        not block
        or line.kind not in (None, "navigation", "related")
        or line.bullet
        or not 1 <= line.words <= 9
        or SENTENCE_END.search(line.text)
    ):
        return False
    below: list[Line] = []
    for j in free[at + 1 : at + 6]:
        other = lines[j]
        if j != free[at] + 1 + len(below) or (other.gap > 0 and not (line.tag in _HEADINGS or other.bullet)):
            break
        if is_headline(other):
            below.append(other)
        elif other.kind not in BESIDE:
            break
        else:
            below.append(other)
    titles = [x for x in below if is_headline(x)]
    if line.tag in _HEADINGS:
        return bool(titles) and all(x.linked > 0.5 or x.bullet for x in titles[:2]) and sum(x.words for x in titles) >= 4 * len(titles)
    return len(titles) >= 2 and sum(x.words for x in titles) >= 4.5 * len(titles)


_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def _take(lines: Sequence[Line], free: Sequence[int], at: int, desks: frozenset[int]) -> tuple[Box | None, int]:
    """The box whose desk line is free[at], and the next place to look at."""
    head = lines[free[at]]
    taken = [free[at]]
    titles: list[Line] = []
    spread: bool | None = None  # are the headlines apart from each other by blank lines?
    k = at + 1
    while k < len(free):
        i = free[k]
        line = lines[i]
        if i != free[k - 1] + 1:
            break
        if (
            i in desks
            or (line.kind in ENDS_BOX and not (line.kind == "notice" and line.bullet))
            or (INLINE.match(line.text) and line.kind == "related" and not (titles and GENRES.match(line.text)))
        ):
            break
        if titles and _sets_apart(lines, free, k):
            break
        if line.gap > 0 and titles:
            if spread is None:
                spread = len(titles) == 1
            # A blank line ends a box whose headlines stand close; a box in bullets goes on with bullets.
            if not spread and not (line.bullet and lines[taken[-1]].bullet):
                break
        elif line.gap == 0 and len(titles) == 1 and spread is None and is_headline(line):
            spread = False
        if len(titles) > 1 and line.text.isupper() and not titles[-1].text.isupper():
            break
        if titles and titles[-1].bullet and not line.bullet and is_headline(line) and line.tag not in ("p", "a", "div"):
            break
        if is_headline(line):
            teaser = titles and line.prose and not titles[-1].prose and line.words > titles[-1].words and not line.bullet
            if not teaser:
                titles.append(line)
        elif line.kind not in BESIDE and not line.prose and line.words >= 3:
            break
        taken.append(i)
        k += 1
        if len(titles) >= 40:
            break
    if not titles:
        return None, at + 1
    desk = furniture_free(head.text)
    return Box(Desk(desk, tuple(Headline(t.text, t.href) for t in titles)), tuple(taken)), k


def furniture_free(text: str) -> str:
    """A desk's name without the colon, arrows and bullets around it."""
    return text[len(furniture.bullet(text)) :].strip(" :»›>|→▼•*–—-=").strip() or text
