"""What stands above a story: headline, authors, dates, section, and the publication's name."""

import re
from collections.abc import Sequence
from datetime import date as Day

from msgspec import Struct

from dateline.story.agencies import is_known
from dateline.story.dates import UPDATED, find_dates
from dateline.story.furniture import BYLINE, BYLINE_PLACE, BYLINE_ROLE
from dateline.story.lines import FUNCTION_WORDS, WORD, Line

DOMAIN = re.compile(r"\b((?:[A-Za-z0-9-]+\.)+(?:com|org|net|co\.[a-z]{2}|news|info|tv|[a-z]{2}))\b")
PAPER = re.compile(
    r"\b(?:Times|Post|News|Herald|Tribune|Daily|Press|Journal|Gazette|Guardian|Observer|Chronicle|Standard|Star|Sun|Mail|Globe|Monitor"
    r"|Broadcasting|Network|"
    r"Agency|Wire|Wires|TV|Television|Radio|Online|Today|Courier|Echo|Express|Independent|Ledger|Mirror|Register|Review|Record"
    r"|Sentinel|Telegraph|Weekly|"
    r"Dispatch|Examiner|Inquirer|Bulletin|Business|Channel|Media|Argus|Advertiser|Nation|Citizen|Voice|Messenger|Beacon|Call|Reporter"
    r"|Report|Mercury|Service|Newswire|FM)\b"
)
_MENU_MARK = re.compile(r"\s[-–|·•>/]\s")
FROM_SITE = re.compile(r"\b(?:from|at|by|on) ((?:[A-Za-z0-9-]+\.)+(?:com|org|net|co\.[a-z]{2}|news|info|tv|[a-z]{2}))\s*$", re.IGNORECASE)
TITLE_TAIL = re.compile(r"\s+(?:\||-|–|—|::|•|»)\s+([^|–—•]{2,50})$")
CRUMBS = re.compile(r"\s*(?:>|»|›|/|→|::)\s*")
SLUG = re.compile(
    r"^(?:(?:BC|AM|PM|AP|RTR|URGENT|FLASH|BULLETIN)-[\w-]+|[A-Z]{1,3}\d{3,5}|[a-z]{1,3}\d{3,4}|[A-Z]+-[A-Z]+(?:-[A-Z]+)+)\b|^(?:Eds?:"
    r"|EDITORS:|ZCZC|NNNN|Slug:)"
)

NAME = re.compile(r"^[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ]\.)?(?: [A-ZÀ-Þ][\w'’-]+){1,2}$")
LABELS = frozenset("home menu search close subscribe share live urgent exclusive breaking flash update news latest".split())
REACH = 30  # lines above the story in which its headline is looked for


class Head(Struct, frozen=True, kw_only=True):
    """What was found above a story. used: indexes of the lines that tell it, by what they tell; deck: lines between headline and story."""

    headline: str | None
    at: int | None
    byline: tuple[str, ...]
    published: str | None
    updated: str | None
    section: str | None
    used: tuple[int, ...]
    deck: tuple[int, ...]


def read(lines: Sequence[Line], start: int, body: Sequence[Line], floor: int, day: Day | None, title: str | None = None) -> Head:
    """Read what stands above the story.

    start   index of the story's first line
    body    the story's first lines, to know the headline by their words
    floor   no line before this index belongs to the story's head
    day     the page's day where something outside tells it: the year of dates without one
    title   the headline by the page's metadata
    """
    low = max(floor, start - REACH)
    at = _headline(lines, low, start, body, title)
    begin = at if at is not None else max(low, start - 8)
    names: list[str] = []
    published = updated = section = None
    used: list[int] = []
    for i in [*range(begin, start), *range(begin - 1, max(low, begin - 5) - 1, -1)]:
        line = lines[i]
        if line.kind == "byline" and not names:
            names = authors(line.text)
            used.append(i)
        if line.kind in ("date", "byline") or (line.kind in ("notice", "menu", None) and line.words <= 14 and i >= begin and i != at):
            first, changed = dates_of(line.text, day)
            if (first and not published) or (changed and not updated):
                used.append(i)
            published, updated = published or first, updated or changed
    if not names:
        names, i = _bare_name(lines, begin + 1, start)
        used += [i] if names else []
    if at is not None:
        section = _section(lines, low, at, lines[at].text)
    deck = (
        tuple(i for i in range(begin + 1, start) if lines[i].kind is None and i not in used and lines[i].words >= 4)
        if at is not None
        else ()
    )
    return Head(
        headline=clean_headline(lines[at].text) if at is not None else title, at=at, byline=tuple(names), published=published,
        updated=updated, section=section, used=tuple(dict.fromkeys(used)), deck=deck,
    )  # fmt: skip


def _bare_name(lines: Sequence[Line], begin: int, start: int) -> tuple[list[str], int]:
    """An author's name alone on a line beside a date ("Hana Mori" / "17 June 2025"), and where it stands."""
    for i in range(begin, start):
        line, beside = lines[i], [lines[k] for k in (i - 1, i + 1) if begin <= k < start]
        if line.kind is None and NAME.match(line.text) and any(x.kind == "date" for x in beside) and not PAPER.search(line.text):
            return [line.text], i
    return [], 0


def _headline(lines: Sequence[Line], low: int, start: int, body: Sequence[Line], title: str | None) -> int | None:
    stems = {w.lower()[:5] for x in body[:6] for w in WORD.findall(x.text[:600]) if len(w) > 3}
    best, best_worth = None, 0.5
    texts = [clean_headline(x.text).lower() for x in lines[: start + 1]]
    wanted = clean_headline(title).lower() if title else None
    for i in range(low, start):
        line = lines[i]
        if line.kind in ("rights", "comment", "ad", "byline", "date", "count", "menu", "rule", "share") or SLUG.match(line.text):
            continue
        text = texts[i]
        content = [w for w in WORD.findall(line.text) if len(w) > 3 and w.lower() not in FUNCTION_WORDS]
        if not 2 <= line.words <= 34 or len(line.text) > 240:
            continue
        shared = sum(w.lower()[:5] in stems for w in content) / max(len(content), 3)
        worth = 3.0 * shared - 0.07 * (start - i)
        worth += (
            1.0 * (5 <= line.words <= 18)
            - 1.0 * (line.words < 4)
            - 1.2 * line.text.endswith(".")
            - 1.0 * bool(line.bullet)
            - 1.2 * (line.words > 22)
        )
        worth -= 1.5 * (line.kind is not None) + 2.0 * bool(FROM_SITE.search(line.text))
        worth += 1.5 * any(texts[j].startswith(text) for j in range(max(0, low - 60), start + 1) if j != i and len(text) > 15)
        worth -= 3.0 * any(d.year for d in find_dates(line.text)) * (line.words <= 14)
        worth += 2.0 * (line.tag == "h1") + 0.6 * (line.tag in ("h2", "h3"))
        worth += 0.6 * (line.indent < 4 and i + 1 < start and lines[i + 1].kind in ("byline", "date"))
        # A deck stands right below the headline, and says more of the story's words.
        if i > low and lines[i - 1].titled and lines[i - 1].words >= 4 and not lines[i - 1].bullet and worth > 0.5:
            worth -= 1.3
        if wanted and text == wanted:
            worth += 4.0
        # Of a title and its deck the title stands first.
        if worth > best_worth or (best is not None and worth == best_worth):
            best, best_worth = i, worth
    if best is not None:
        # The browser's title repeats the headline with the publication's name behind it: the page's own line is the cleaner.
        for i in range(best + 1, start):
            if texts[i] == texts[best] and lines[i].kind not in ("navigation", "menu"):
                best = i
                break
    return best


def clean_headline(text: str) -> str:
    """A headline without the publication's name behind it ("... | The Example Times")."""
    text = text.strip()
    while (
        (m := TITLE_TAIL.search(text))
        and len(text[: m.start()].split()) >= 4
        and (PAPER.search(m[1]) or DOMAIN.search(m[1]) or "|" in m[0])
    ):
        text = text[: m.start()].strip()
    return text


def authors(text: str) -> list[str]:
    """Names in a byline: "By Ana Petrov and Li Wei, Foreign Desk" -> Ana Petrov, Li Wei."""
    m = BYLINE.match(text) or BYLINE_ROLE.match(text) or BYLINE_PLACE.match(text)
    if not m:
        return []
    names = re.split(r"\s+(?:in|at|from|for|of) (?=[A-Z])|\s*(?:\||–|—|•|·)\s*", m["names"])[0]
    found: list[str] = []
    for part in re.split(r",\s*|\s+and\s+|\s*&\s*|\s*/\s*|;\s*", names):
        part = part.strip(" .,:()")
        if not part or not part[0].isupper() or len(part.split()) > 6:
            continue
        if found and re.search(
            r"(?i)\b(?:writer|correspondent|editor|reporter|staff|desk|bureau|columnist|press|news|service|chief|contributor|analyst)\b",
            part,
        ):
            continue
        found.append(part if not part.isupper() or is_known(part) else part.title())
    return found


def dates_of(text: str, day: Day | None) -> tuple[str | None, str | None]:
    """(published, updated) that a line tells, ISO days. Two dates with no word between them: the later one is the update."""
    published = updated = None
    end = 0
    for found in find_dates(text):
        on = found.on(day)
        label = text[end : found.start]
        end = found.end
        if not on:
            continue
        if UPDATED.search(label) and not re.search(r"(?i)publish|posted", label):
            updated = updated or on.isoformat()
        elif not published:
            published = on.isoformat()
        elif not updated:
            updated = on.isoformat()
    return published, updated


def _section(lines: Sequence[Line], low: int, at: int, headline: str) -> str | None:
    """The section by a trail of crumbs, or by a lone section's name just above the headline."""
    for i in range(at - 1, max(low, at - 8) - 1, -1):
        crumbs = [c.strip() for c in CRUMBS.split(lines[i].text) if c.strip()]
        if len(crumbs) >= 2 and crumbs[0].lower() in ("home", "homepage", "front page", "news") and len(lines[i].text) < 160:
            named = [
                c
                for c in crumbs[1:]
                if c.lower() not in headline.lower() and headline.lower()[:20] not in c.lower() and len(c.split()) <= 4
            ]
            return named[-1] if named else crumbs[0] if crumbs[0].lower() == "news" else None
    above = lines[at - 1] if at > low else None
    if (
        above
        and above.kind in ("navigation", None)
        and above.words <= 3
        and not above.bullet
        and above.text[:1].isupper()
        and not DOMAIN.search(above.text)
        and not PAPER.search(above.text)
        and above.text.lower() not in LABELS
    ):
        return above.text
    return None


def publisher(lines: Sequence[Line], at: int, rights_holder: str | None, site: str | None) -> tuple[str | None, int | None]:
    """(name of the publication, index of the masthead line).

    at             index of the headline, or of the story where it has none
    rights_holder  a name of last resort: agencies hold the rights in stories on others' pages
    site           name by metadata
    """
    top = range(min(at, 60))
    for i in top:
        m = FROM_SITE.search(lines[i].text)
        if m and lines[i].words <= 9 and lines[i].kind not in ("notice", "byline"):
            return site or m[1], i
    named: dict[int, str] = {}
    for i in top:
        line = lines[i]
        if i < 12 and _is_masthead(line):
            named[i] = _masthead_name(line.text)
    for i, name in named.items():
        if site and (site.lower() in name.lower() or name.lower() in site.lower()):
            return site, i
    first = next(iter(named.items()), None)
    if site:
        return site, None
    tails = [
        m[1].strip()
        for x in lines[: at + 1]
        if x.words > 4
        and len(_MENU_MARK.findall(x.text)) < 2
        and (m := TITLE_TAIL.search(x.text))
        and (PAPER.search(m[1]) or DOMAIN.search(m[1]))
    ]
    if tails:
        return tails[-1], next((i for i, n in named.items() if n.lower() == tails[-1].lower()), None)
    if first:
        return first[1], first[0]
    if rights_holder and not is_known(rights_holder):
        return rights_holder, None
    return None, None


def spelt(name: str, lines: Sequence[Line]) -> str:
    """A name in capitals as the page spells it elsewhere, else in mixed case."""
    if not name.isupper() or DOMAIN.fullmatch(name) or (" " not in name and len(name) <= 5):
        return name
    pattern = re.compile(r"\b" + re.escape(name) + r"\b", re.IGNORECASE)
    found = (m[0] for x in lines if (m := pattern.search(x.text)) and not m[0].isupper() and not m[0].islower())
    return next(found, " ".join(_mixed(word, first=n == 0) for n, word in enumerate(name.split())))


def _mixed(word: str, first: bool) -> str:
    """A word in capitals in mixed case; an abbreviation (no vowel, or an agency's) stays as it is."""
    if not first and word in ("OF", "AND", "THE", "FOR", "DE", "LA"):
        return word.lower()
    return word if is_known(word) or (len(word) <= 4 and not re.search("[AEIOUY]", word)) else word.title()


def _is_masthead(line: Line) -> bool:
    if (
        line.kind not in (None, "navigation", "caption")
        or line.bullet
        or not 1 <= line.words <= 8
        or len(line.text) > 70
        or line.text.endswith((".", "?", "!"))
    ):
        return False
    if DOMAIN.fullmatch(line.text):
        return True
    if len(_MENU_MARK.findall(line.text)) > 1:
        return False  # "Home - News - Tides": a menu
    name = _masthead_name(line.text)
    name = name.title() if name.isupper() else name
    words = name.split()
    capitals = sum(w[0].isupper() or not w[0].isalpha() or w.lower() in ("of", "the", "and", "for", "de", "la", "&") for w in words)
    if not words or capitals < len(words):
        return False
    generic = {
        "breaking",
        "latest",
        "top",
        "world",
        "local",
        "national",
        "business",
        "all",
        "more",
        "sports",
        "u.s.",
        "us",
        "uk",
        "international",
        "my",
        "your",
        "today",
    }
    if all(
        w.lower() in generic or w.lower() in ("news", "live", "tv", "radio", "media", "press", "headlines", "weekly", "daily", "online")
        for w in words
    ):
        return False
    return bool(PAPER.search(name) or DOMAIN.search(name))


def _masthead_name(text: str) -> str:
    """The name in a masthead line, without its slogan or date ("The Example Times | Est. 1901")."""
    text = text.strip(" *=#~_-–—|•")
    parts = [p.strip() for p in re.split(r"\s+(?:\||–|—|-|•|·|::|»)\s+|\s{3,}|: ", text) if p.strip()]
    named = [p for p in parts if PAPER.search(p) or DOMAIN.search(p)]
    return (named or parts or [text])[0]
