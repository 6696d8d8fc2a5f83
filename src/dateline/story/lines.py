"""The lines of a page: what each looks like, and how much it looks like a story's."""

import re
from math import log2

from msgspec import Struct

from dateline.story import datelines, furniture
from dateline.story.dates import is_date_line

WORD = re.compile(r"\w+(?:['’.-]\w+)*")
FOREIGN = re.compile(r"[\u0370-\u1fff\u3040-\uabff\uac00-\ud7af]{2}")  # scripts other than Latin: English habits tell nothing
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
SENTENCE_END = re.compile(r"[.!?…。！？](?:[\"'”’»)\]]|\s?\(\w+\))*$|[\"”’]$")
COUNT_LINE = re.compile(
    r"^[\W\d_]*(?:\d[\d.,:/ ]*[kKmM%]?|\d+ ?(?:h|hrs?|hours?|min|mins|minutes?|days?|weeks?|months?|d|w|m)(?: ago)?)[\W\d_]*$"
)
AGO_LINE = re.compile(r"(?i)^(?:\w+ )?(?:\d+|an?) ?(?:h|hrs?|hours?|min|mins|minutes?|days?|weeks?|months?|years?) ago\b.{0,30}$")
COMMENTER = re.compile(
    r"^(?!(?i:he|she|it|they|we|who|the|a|an|police|officials?)\b)(?:[\w.@'-]+ ){1,3}(?:says:|(?:wrote|said|commented|replied) on "
    r".{0,20}\d.{0,20}:?)$"
)
BIOGRAPHY = re.compile(
    r"^(?:By |About )?(?!(?:As|In|When|But|And|The|For|After|If|While|A|An|At|On)\b)[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ(][\w.'’()-]*){1,4},? "
    r"(?:is|was|has been|has|covers|writes|reports|joined|works|contributes)\b[^.]{0,80}"
    r"\b(?:reporter|writer|journalist|editor|correspondent|columnist|contributor|producer|blogger|author|fellow|covering|covers"
    r"|reporting|freelance)"
)
MENU_ROW = re.compile(r"\s*(?:\||·|•|»|›|>|\s/\s|\s{3,}|\t)\s*")
_FUNCTION_WORDS = (
    "a about after against all also although among an and are as at be been before being between but by could did do during for "
    "from had has have he her his if in into is it its may more most not of on or other over said she should since so some such "
    "than that the their them there these they this those to under until was we were what when which while who whom whose will "
    "with within without would you your i n't don't my our out up no one"
)
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())

# Weights of the score, in the order of what tells most. One place to tune; each is a truth about pages in English.
BASE = -3.6  # a line is furniture unless something speaks for a story
PER_DOUBLING = 1.25  # log2 of the words: long lines are stories
SENTENCE = 1.3  # ends like a sentence
OPEN_END = -1.3  # five words and more that end without a full stop: a headline, a link
FUNCTION = 3.0  # share of function words, over 0.2: prose
NO_FUNCTION = -1.2  # four words and more, none of them a function word: a name, a menu
TITLE_CASE = -1.0  # nearly all words with capitals: a headline, a menu
LISTED = -2.5  # a bullet or a number before it
LINKED = -3.5  # all of it is a link (HTML only)
FURNITURE = -4.0  # a wording of the tables
DATELINE = 4.0  # opens with a dateline


class Line(Struct, frozen=True, kw_only=True):
    """One line or block of a page.

    text     without bullet and surrounding blanks
    indent   columns before it; 0 for HTML
    gap      blank lines before it
    bullet   the mark of a list before it, "" for none
    kind     what its wording tells: a kind of furniture, "byline", "date", "count", "menu", None
    score    how much it looks like a story's line: positive is story
    prose    it is a sentence or more of running text
    linked   share of its letters inside links (HTML only)
    tag      h1 to h6, p, li, td, figcaption, ... (HTML only)
    hint     kind of furniture that its elements' names tell (HTML only)
    href     where its first link goes (HTML only)
    """

    text: str
    words: int
    indent: int = 0
    gap: int = 0
    bullet: str = ""
    kind: str | None = None
    score: float = 0.0
    prose: bool = False
    dateline: datelines.Found | None = None
    linked: float = 0.0
    tag: str | None = None
    hint: str | None = None
    href: str | None = None

    @property
    def shown(self) -> str:
        """The words; the number of a list's item is one of them, a bullet is not."""
        return self.bullet + self.text if any(c.isdigit() for c in self.bullet) else self.text

    @property
    def titled(self) -> bool:
        """Could it be a headline, by its looks?"""
        return self.kind is None and 3 <= self.words <= 30 and len(self.text) <= 220 and not self.text.endswith(".")


def ends_sentence(text: str) -> bool:
    """Does a text end as a sentence does (an agency's tail behind it looked over)?"""
    if SENTENCE_END.search(text[-12:]):
        return True
    kept, tail = datelines.cut_tail(text[-80:]) if len(text) > 40 else ("", "")
    return bool(tail and kept and SENTENCE_END.search(kept[-12:]))


def line(text: str, *, gap: int = 0, linked: float = 0.0, tag: str | None = None, hint: str | None = None, href: str | None = None) -> Line:
    """The Line of one line of text, as it stands with its indent."""
    bare = text.strip()
    indent = len(text.expandtabs(4)) - len(text.expandtabs(4).lstrip()) if text[:1].isspace() else 0
    mark = furniture.bullet(bare)
    found = datelines.find(bare)
    if mark and not found:
        bare = bare[len(mark) :]
        found = datelines.find(bare)
    kind = kind_of(bare)
    found = found if kind in (None, "caption") else None
    if found and found.strong:
        kind = None
    count = count_words(bare)
    whole = ends_sentence(bare)
    return Line(
        text=bare, words=count, indent=indent, gap=gap, bullet=mark, kind=kind, dateline=found, linked=linked, tag=tag, hint=hint,
        href=href, score=score(bare, count, whole, bool(mark), kind, found, linked),
        prose=whole and count >= 8 and kind is None,
    )  # fmt: skip


def count_words(text: str) -> int:
    """Words of a line; scripts without blanks count seven characters for three words."""
    n = len(WORD.findall(text[:20000]))
    if n < 12 and len(text) > 12 and (cjk := len(CJK.findall(text[:20000]))):
        n = max(n, cjk * 3 // 7)
    return n


def kind_of(text: str) -> str | None:
    """Kind of a line by its wording: furniture's, or byline, date, count, menu."""
    if not text or not any(c.isalnum() for c in text[:200]):
        return "rule"
    if len(text) < 24 and COUNT_LINE.match(text):
        return "count"
    if is_date_line(text) or (len(text) < 50 and AGO_LINE.match(text)):
        return "date"
    if len(text) < 70 and COMMENTER.match(text):
        return "comment"
    if (m := furniture.BYLINE.match(text)) and len(text) < 200 and m["names"][0].isupper():
        return "byline"
    kind = furniture.kind_of(text)
    if kind:
        return kind
    parts = MENU_ROW.split(text[:600])
    if len(parts) >= 4 and sum(len(p.split()) <= 3 for p in parts) >= 0.8 * len(parts):
        return "menu"
    if BIOGRAPHY.match(text[:220]):
        return "notice"
    if len(text) < 400 and furniture.is_credit(text) and not text.endswith((".", '"', "”")):
        return "caption"
    if len(text) < 90 and (furniture.BYLINE_ROLE.match(text) or furniture.BYLINE_PLACE.match(text)):
        return "byline"
    return None


def score(text: str, count: int, whole: bool, listed: bool, kind: str | None, found: datelines.Found | None, linked: float) -> float:
    """How much a line looks like a story's line (see the weights above). whole: it ends as a sentence does."""
    total = BASE + PER_DOUBLING * log2(1 + min(count, 60))
    if whole:
        total += SENTENCE
    elif count >= 5 and not text.endswith((":", ",", ";", "—")):
        total += OPEN_END
    words = text[:400].split()
    if not FOREIGN.search(text[:60]):
        common = sum(w.lower().strip("\"'“”‘’.,:;!?()") in FUNCTION_WORDS for w in words)
        total += FUNCTION * (min(common / len(words), 0.5) - 0.2) if common else NO_FUNCTION * (len(words) >= 4)
        capitals = sum(w[0].isupper() or not w[0].isalpha() for w in words)
        if len(words) >= 3 and capitals > 0.75 * len(words):
            total += TITLE_CASE
    if listed:
        total += LISTED
    if kind:
        total = min(total, 0.0) + FURNITURE
    elif found and found.strong:
        total = max(total, 0.0) + DATELINE
    return total + LINKED * linked


def lines_of(text: str) -> list[Line]:
    """The lines of a plain-text page that hold something, each with the blank lines before it counted."""
    found: list[Line] = []
    gap = 0
    for raw in text.split("\n"):
        if not raw.strip():
            gap += 1
            continue
        found.append(line(raw.rstrip(), gap=gap))
        gap = 0
    return found
