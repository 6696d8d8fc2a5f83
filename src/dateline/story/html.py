"""An HTML page -> its stories. The page is parsed once; its main text is found by trafilatura, every other part by our own lines."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from msgspec.structs import replace

from dateline.story import anatomy, furniture, metadata, region, related
from dateline.story.dump import clean
from dateline.story.lines import Line, line
from dateline.types import Page, Story

DEEPEST = 200  # levels kept: what is nested deeper moves up (parsers and extractors are blind or slow below)
LARGEST = 6_000_000  # characters of a page that are parsed
MOST_LINES = 20_000
WHOLE = 0.9  # share of the page's lines that is no choice
SURE = 0.8  # share of our own path that must be in trafilatura's text to be the same, in finer lines
AGREED = 0.5  # share of trafilatura's choice that our own path must hold to be believed
ENOUGH = 0.8  # share of the main text's letters that must be found again among the page's lines

IN_BOX = -5.0  # added to a line's score inside an element whose name tells of furniture
LABELS = frozenset({"notice", "related", "menu", "navigation"})  # none either, where our own path agrees
ENDS = LABELS | {"rights", "comment", "ad", "share", "caption"}  # behind one of these the story is over, but for running text
NEVER = frozenset({"ad", "share", "date", "comment", "caption", "byline", "rights", "rule"})  # no story even where trafilatura keeps them

_SILENT = (
    "script style noscript template svg math iframe object embed canvas audio video select option textarea input map head title meta link"
)
SILENT = frozenset(_SILENT.split())
_BLOCK = (
    "address article aside blockquote body button center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 "
    "h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul label legend "
    "caption"
)
BLOCK = frozenset(_BLOCK.split())


def read(page: Page) -> list[Story]:
    """The stories of an HTML page; none where it holds no running text."""
    tree = parse(page.content)
    if tree is None:
        return []
    facts = metadata.facts_of(tree)
    found = page_lines(tree)
    chosen, found = _main(tree, found)
    chosen = [i for i in chosen if found[i].kind not in NEVER and not related.INLINE.match(found[i].text)]
    if not chosen:
        return []
    return anatomy.stories(found, chosen, page, facts)


def parse(content: str) -> HtmlElement | None:
    """The page's tree, not deeper than DEEPEST; None where there is nothing to parse."""
    content = clean(content[:LARGEST])
    # A declaration of the encoding that the bytes had is wrong by now: lxml refuses such a string.
    content = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", content)
    if not content.strip():
        return None
    content = _shallow(content)
    try:
        tree: HtmlElement = document_fromstring(
            content.encode("utf-8"), parser=HTMLParser(huge_tree=True, encoding="utf-8", remove_comments=True, remove_pis=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return tree


def _shallow(content: str) -> str:
    """The page without the tags of what is nested deeper than DEEPEST: libxml2 drops the text below its own bound in silence."""
    depth, dropped = 0, 0

    def keep(tag: re.Match[str]) -> str:
        nonlocal depth, dropped
        if tag[2].lower() in _UNCOUNTED:
            return tag[0]
        if not tag[1]:
            if depth >= DEEPEST:
                dropped += 1
                return "\n"
            depth += 1
        elif dropped:
            dropped -= 1
            return "\n"
        else:
            depth = max(0, depth - 1)
        return tag[0]

    return _TAG.sub(keep, content)


_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})\b[^>]{0,2000}>")
# Elements that have no end or need not be closed: they cannot be counted.
_UNCOUNTED = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"),
        *(
            "p",
            "li",
            "dt",
            "dd",
            "td",
            "th",
            "tr",
            "tbody",
            "thead",
            "tfoot",
            "option",
            "colgroup",
            "html",
            "head",
            "body",
            "a",
            "script",
            "style",
        ),
    }
)


class _Block:
    """The block that is being filled while the tree is walked."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.linked = 0
        self.href: str | None = None


def page_lines(tree: HtmlElement) -> list[Line]:
    """The page's blocks of text as lines, in its order, with the elements around them in tag, hint and linked."""
    found: list[Line] = []
    block = _Block()
    stack: list[tuple[str, str | None]] = []  # (block's tag, hint) of the open elements
    link: str | None = None
    silent = 0
    last_parent: object = None

    def flush(parent: object) -> None:
        nonlocal block, last_parent
        text = " ".join("".join(block.words).split())
        if text and len(found) < MOST_LINES:
            letters = sum(len(w.strip()) for w in block.words)
            tag = next((t for t, _ in reversed(stack) if t in BLOCK), None)
            hint = next((h for _, h in reversed(stack) if h), None)
            apart = parent is not last_parent or tag != "li"
            made = line(text, gap=int(apart), linked=min(1.0, block.linked / max(letters, 1)), tag=tag, hint=hint, href=block.href)
            if tag == "li" and not made.bullet:
                made = replace(made, bullet="* ")
            found.append(_by_hint(made))
            last_parent = parent
        block = _Block()

    def add(text: str | None, inside: HtmlElement) -> None:
        if not text:
            return
        rows = text.split("\n") if any(t == "pre" for t, _ in stack) else [text]
        for n, row in enumerate(rows):
            if n:
                flush(inside)
            block.words.append(row)
            block.linked += len(row.strip()) if link else 0

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if silent or tag in SILENT or _hidden(element):
                silent += 1
                continue
            if tag in BLOCK:
                flush(element.getparent())
            stack.append((tag, _hint(element, tag)))
            if tag == "a" and (before := element.getprevious()) is not None and before.tag == "a" and not (before.tail or "").strip():
                block.words.append(" ")  # two entries of a menu
            if tag == "a" and element.get("href"):
                link = element.get("href")
                block.href = block.href or link
            if tag == "br":
                flush(element.getparent())
            add(element.text, element)
        else:
            if silent:
                silent -= 1
                if not silent:
                    add(element.tail, element.getparent())
                continue
            if tag in BLOCK:
                flush(element.getparent())
            if tag == "a":
                link = None
            stack.pop()
            add(element.tail, element.getparent())
    flush(None)
    return found


def _hidden(element: HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        "display:none" in style
        or element.get("hidden") is not None
        or (element.get("aria-hidden") == "true" and element.tag in ("span", "i"))
    )


def _hint(element: HtmlElement, tag: str) -> str | None:
    if tag == "nav":
        return "navigation"
    if tag == "figcaption":
        return "caption"
    if tag in ("body", "html", "main", "article"):
        return None
    names = (
        " ".join((element.get("class") or "", element.get("id") or "", element.get("role") or "", element.get("itemprop") or ""))
        .strip()
        .lower()[:300]
    )
    if not names:
        return None
    return furniture.kind_of_element(names)


def _by_hint(made: Line) -> Line:
    """The line with the kind that its elements tell, where its wording tells none."""
    if made.kind is None and made.hint in ("caption", "byline", "share") and (made.hint == "caption" or made.words <= 14):
        return replace(made, kind=made.hint, prose=False)
    if made.hint == "navigation" and made.kind is None and made.words <= 6:
        return replace(made, kind="navigation", prose=False)
    if made.hint in ("related", "comment", "ad", "navigation", "share", "rights"):
        return replace(made, score=made.score + IN_BOX)
    return made


def _main(tree: HtmlElement, found: list[Line]) -> tuple[list[int], list[Line]]:
    """Indexes of the lines that hold the page's main text; the lines, with that text put in where it is not found among them.

    trafilatura's choice is the first voice. Where our own path through the lines (region.py) agrees with it, the path's further
    paragraphs come in (trafilatura takes one container, and pages put ads between two), and what stands loose at its ends goes.
    """
    from trafilatura import bare_extraction  # 400 ms

    own = region.story_lines(found)
    document = bare_extraction(tree, favor_precision=True, include_comments=False)
    body = getattr(document, "body", None)
    told = (
        [t for e in body.iter(*_TOLD) for part in "".join(_own_text(e)).split(_BREAK) if (t := " ".join(part.split()))]
        if body is not None
        else []
    )
    if not told:
        return own, found
    chosen = _find_again(told, found)
    common = _letters(found, set(chosen) & set(own))
    if own and len(chosen) > WHOLE * len(found):
        return own, found  # nothing was cut: the page has no structure to tell by
    if _letters(found, chosen) >= ENOUGH * sum(len(_squeeze(t)) for t in told):
        if common >= AGREED * _letters(found, chosen):
            chosen = _settle(found, chosen, own)
        return chosen, found
    if own and common >= SURE * _letters(found, own):
        return own, found  # the same text, in our finer lines (a page in one <pre>)
    first = chosen[0] if chosen else len(found)
    last = chosen[-1] + 1 if chosen else len(found)
    put = [line(t, gap=1, tag="p") for t in told]
    return list(range(first, first + len(put))), [*found[:first], *put, *found[last:]]


_BREAK = "\x1e"  # stands for a line's break inside a paragraph
_TOLD = ("p", "head", "item", "quote", "cell", "code")


def _letters(found: Sequence[Line], chosen: Iterable[int]) -> int:
    return sum(len(_squeeze(found[i].shown)) for i in chosen)


def _settle(found: Sequence[Line], chosen: Sequence[int], own: Sequence[int]) -> list[int]:
    """trafilatura's choice with our path's further paragraphs, without labels, and without loose lines before and behind the path."""
    if not chosen:
        return list(own)
    first, last = chosen[0], chosen[-1]
    end = next((i for i in range(own[-1] + 1, len(found)) if found[i].kind in ENDS), len(found))
    more = (
        i for i in own if found[i].prose and (first < i < last or found[i].tag == "p") and found[i].hint is None and found[i].linked < 0.5
    )
    kept = (i for i in {*chosen, *more} if found[i].kind not in LABELS and (found[i].prose or own[0] <= i < end))
    return sorted(kept)


def _own_text(element: HtmlElement) -> list[str]:
    """Text of an element of trafilatura's without that of its inner blocks."""
    parts = [element.text or ""]
    for child in element:
        if child.tag not in (*_TOLD, "list", "table", "row"):
            parts += [_BREAK if child.tag == "lb" else "", *_own_text(child)]
        parts.append(child.tail or "")
    return parts


def _find_again(told: Sequence[str], found: Sequence[Line]) -> list[int]:
    """Lines of the page that the main text stands in: the heaviest chain of lines whose letters follow each other in it.

    A line weighs its letters squared, so that no paragraph yields its place to a word of the menu.
    """
    whole = "".join(_squeeze(t) for t in told)
    paragraphs = {_squeeze(t) for t in told}
    ends, best = [0], [(0, -1)]  # by place in `whole`: the heaviest chain that ends there or before, and its last link
    links: list[tuple[int, int]] = []  # (line, link before it)
    for i, x in enumerate(found):
        words = _squeeze(x.shown)
        if not words or (len(words) < (20 if x.tag == "p" else 40) and words not in paragraphs):
            continue
        at = whole.find(words)
        new: list[tuple[int, int, int]] = []
        while at >= 0 and len(new) < 20:
            weight, before = best[bisect_right(ends, at) - 1]
            links.append((i, before))
            new.append((at + len(words), weight + len(words) ** 2, len(links) - 1))
            at = whole.find(words, at + 1)
        for end, weight, link in new:
            k = bisect_right(ends, end)
            if best[k - 1][0] >= weight:
                continue
            while k < len(ends) and best[k][0] <= weight:
                del ends[k], best[k]
            ends.insert(k, end)
            best.insert(k, (weight, link))
    chosen, link = [], best[-1][1]
    while link >= 0:
        i, link = links[link]
        chosen.append(i)
    return chosen[::-1]


def _squeeze(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())
