"""Datelines: the line that opens a wire story, in the layouts of agencies and papers (a table, LAYOUTS).

A dateline is known by its layout and by what fills it: a date, a known agency, or a place that the table of places holds.
"""

import re
from datetime import date as Day

from msgspec import Struct

from dateline.story import places
from dateline.story.agencies import is_known, short_name
from dateline.story.dates import DATE_FURNITURE, FOREIGN_MONTHS, SPELT, find_dates
from dateline.types import Dateline

_LETTER = r"[^\W\d_]"
_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀĂĄĆČĐĒĘĞĪŁŃŌŐŚŞŠŪŻŽȘȚ]" + _LETTER + r"*(?:['’.]" + _LETTER + r"*){0,4})"
_JOIN = r"(?:(?: |-| ?- ?)(?:(?:al|au|aux|da|das|de|del|des|di|do|dos|du|el|ez|es|en|la|las|le|les|of|on|sur|the|und|upon|y|i|e)[ -]){0,2})"
_NAME = _WORD + "(?:" + _JOIN + _WORD + "){0,4}"

#  name        what may fill it
PARTS = {
    "place": rf"(?P<place>{_NAME}(?:(?: ?/ ?|, | and ){_NAME}){{0,3}}(?: ?\([^()\[\]]{{2,30}}\))?(?: ?\[[^()\[\]]{{2,30}}\])?)",
    "places": rf"(?P<place>{_NAME}(?: ?/ ?{_NAME}){{0,3}}(?:, {_NAME})?)",
    "date": rf"(?P<date>{SPELT})",
    "agency": r"(?P<agency>[^\W\d_][\w&.'’/ -]{1,40}?)",
    "known": r"(?P<agency>[A-Z]{2,}[A-Za-z]*)",
    "dash": r"(?:\.?[ \t]?(?:--|[-–—―_])[ \t]?|: )",
    "gap": r"(?:\.?[ \t]{0,2}(?:--|[-–—―_:])[ \t]?|[ \t]|$)",
}  # fmt: skip


class Layout(Struct, frozen=True):
    """One layout; `needs` is what makes it a dateline and no look-alike.

    ""       nothing more: date and agency tell
    agency   an agency of the table
    either   an agency of the table, or a known place, or a name in capitals
    place    a known place, and a story's beginning behind it
    city     the same, and no country
    colon    the same, and no year (a caption has one)
    alone    a known place in capitals, on a line of its own
    """

    pattern: str
    needs: str
    example: str


#          layout                                              needs      example (made up)
LAYOUTS = (
    Layout(r"{place},? {date} \({agency}\)(?:,| ?[-–—]+)? (?P<own>{date})$", "",  "Seoul, Jan 4 (AFP) Jan 4, 2026"),
    Layout(r"{place}[,.]? {date} ?[(/\[]{agency}[)/\]]{gap}",    "",        "SEOUL, Jan. 4, 2026 (Yonhap) -- Text"),
    Layout(r"{place}[,.]? {date}\.? /{agency}/\.? ?(?:--|[-–—])? ?", "",    "MOSCOW, January 4. /TASS/. Text"),
    Layout(r"\({agency}\) ?[-–—]+ ?{place}, {date}{dash}",       "",        "(ANSA) - ROME, JAN 4 - Text"),
    Layout(r"\({agency}\) ?[-–—]+ ?{places}{dash}",              "agency",  "(ANSA) - ROME - Text"),
    Layout(r"{date} \({agency}\){dash}",                         "",        "Jan 4 (Reuters) - Text"),
    Layout(r"\({agency}\){dash}",                                "agency",  "(Reuters) -Text"),
    Layout(r"{place} ?(?:--)?\({agency}\) ?(?:--|[-–—_]|:) ?",   "either",  "GRANTS PASS, Ore. (AP) — Text"),
    Layout(r"{place} ?/{agency}/ ?(?:--|[-–—]) ?",               "agency",  "PALO ALTO, Calif. /PRNewswire/ -- Text"),
    Layout(r"{place} \({date}\) ?(?:--|[-–—:]) ?",               "",        "GENEVA (4 January 2026) – Text"),
    Layout(r"{places}[,.] ?{known} ?(?:--|[-–—:]) ?",            "agency",  "Damascus, SANA- Text"),
    Layout(r"{place}, {date},? ?(?:--|[-–—―]) ?", "",   "BEIRUT, Lebanon, Jan. 4 — Text"),
    Layout(r"{place}, {date}: ",                                 "colon",   "NEW DELHI, JAN 4: Text"),
    Layout(r"{place}:[ \t]",                                     "city",    "ISLAMABAD: Text"),
    Layout(r"{place}(?: (?:--|[-–—―])(?:[ \t]|$)|[—―](?=\S))",   "place",   "MADRID — Text"),
    Layout(r"{place}$",                                          "alone",   "ANKARA"),
)  # fmt: skip

# Words that open a line like a dateline does and are none.
LOOKALIKES = re.compile(
    r"(?i)(?:breaking|urgent|update|updated?(?: \d)?|exclusive|note|notes|watch|video|analysis|opinion|explainer|factbox|live"
    r"|correction|editor'?s note|"
    r"photos?|pictures?|caption|image|source|by|read|related|also|advertisement|warning|summary|key points|highlights|background"
    r"|timeline|quotes?|fact check|"
    r"news|world|sports?|business|politics|about|contact|tags?|topics?|copyright|review|interview|profile|feature|column|commentary"
    r"|letter|editorial|obituary|alert)\b"
)
_NO_AGENCY = re.compile(r"(?i)photo|image|getty|file|handout|pool|picture|video|courtesy|\b(?:left|right|centre|center)\b")

END_MARK = re.compile(r"(?:# ?){2,6}|-30-|-{0,3} ?(?:ENDS|Ends) ?-{0,3}")
# What ends a story on behalf of its agency. Each is a whole last line or the end of the last paragraph.
TAILS = re.compile(
    r"(?:^|(?<=[.!?\"”'’)\s]))[ \t]*(?:"
    r"\((?:ANI|ANSA|END|Xinhua|Yonhap|KUNA|UNI|IANS|PTI|AFP|EFE|Bernama|WAM|MENA|QNA|SPA)\)\.?"
    r"|-{1,3} ?(?:IANS|ANI|UNI|BERNAMA|Bernama|KUNA|NNN[\w-]*|Reuters|AFP)(?:\s+[a-z]{2,6}(?:/[a-z]{2,6}){0,4}/?)?"
    r"|(?:PTI|UNI) (?:[A-Z]{2,6}(?: |/|$)){1,5}"
    r"|Enditem|ENDITEM|Endit|\(?END\)?|-?-? ?END ?-?-?|-?-?ENDS-?-?|(?:# ?){2,6}|-30-|_{3,}|\*{3,}"
    r"|[a-z]{2,4}(?:[-/][a-z]{2,4}){1,5}(?:/[a-z]{0,4})?"
    r")[ \t]*$"
)


def _compile(layout: Layout) -> re.Pattern[str]:
    pattern = layout.pattern.replace("(?P<own>{date})", f"(?P<own>{SPELT})")
    for name, part in PARTS.items():
        pattern = pattern.replace("{" + name + "}", part)
    return re.compile(pattern)


_COMPILED = tuple((_compile(layout), layout.needs) for layout in LAYOUTS)


class Found(Struct, frozen=True):
    """A dateline at the beginning of a line.

    end      where the story's own words begin
    strong   it holds a date or a known agency, so that it can open a story anywhere
    own      the page's own date, printed behind the agency's ("Seoul, Jan 4 (AFP) Jan 4, 2026")
    """

    end: int
    text: str
    place: str | None
    country: str | None
    date: str | None
    agency: str | None
    own: str | None
    strong: bool

    def dated(self, page_day: Day | None) -> Dateline:
        """The dateline with its date's year taken from the page's day, or the page's day where it is undated."""
        day = page_day
        if self.date:
            around = self.own_day() or page_day
            day = find_dates(self.date)[0].on(around)
        return Dateline(text=self.text, place=self.place, country=self.country, date=day, agency=self.agency)

    def own_day(self) -> Day | None:
        """The day of publication that the dateline itself tells (a year in it)."""
        for words in (self.own, self.date):
            if words and (day := find_dates(words)[0].on(None)):
                return day
        return None


def find(line: str) -> Found | None:
    """The dateline that a line opens with, or None. `line` is one paragraph or one line, without surrounding blanks."""
    head = line[:160]
    if not head or not (head[0].isupper() or head[0] in "(/[" or head[0].isdigit()):
        return None
    if not _may_be(head) or LOOKALIKES.match(head):
        return None
    for pattern, needs in _COMPILED:
        if (m := pattern.match(head)) and (found := _judge(m, needs, line)):
            return found
    return None


_MARK = re.compile(r"[(/\[—–―_:]|-[-\s]|\.-| -")
_LOWER = frozenset({*places.PARTICLES, "and", *FOREIGN_MONTHS})


def _may_be(head: str) -> bool:
    """A quick look before the layouts are tried: no word in lower case stands before the first mark."""
    mark = _MARK.search(head)
    if not mark:
        return len(head) < 60 and head.isupper()
    return not any(w[0].islower() and w not in _LOWER for w in head[: mark.start()].split())


def _judge(m: re.Match[str], needs: str, line: str) -> Found | None:
    g = m.groupdict()
    agency, place, date = g.get("agency"), g.get("place"), g.get("date")
    if agency and (_NO_AGENCY.search(agency) or len(agency.split()) > 6):
        return None
    if place and not date and len(place) > 60:
        return None
    if date and not find_dates(date):
        return None
    name, country, known = _place(place) if place else (None, None, False)
    signed = bool(agency and is_known(agency))
    signers = agency.split() if agency else []
    capitals = place is not None and place.split(",")[0].isupper()
    # The words of a heading go on in lower case ("Moscow — the next stop").
    opens = m.end() == len(line) or line[m.end()].isupper() or line[m.end()] in "“\"'‘0123456789$€£("
    allowed = {
        "": True,
        "agency": signed,
        "either": signed or known or (bool(signers) and all(w[0].isupper() or w in ("of", "de", "the") for w in signers) and opens),
        # A caption's "SEOUL, Jan. 4, 2026: ..." tells the year, a paper's dateline does not.
        "colon": known and opens and not re.search(r"\d{4}", date or ""),
        "place": known and opens,
        # "Mexico: ..." opens a list of countries.
        "city": known and opens and (capitals or places.is_city(place or "")),
        "alone": known and capitals and len(place or "") > 3,
    }[needs]
    if not allowed:
        return None
    if needs == "" and date and place and not agency and not (known or capitals):
        return None
    text = m[0].rstrip()
    strong = bool(signed or (agency and date) or (date and capitals))
    return Found(m.end(), text, name, country, date, short_name(agency) if agency else None, g.get("own"), strong)


def _place(written: str) -> tuple[str, str | None, bool]:
    """(place in mixed case, country, is it known) of "LIMA, Peru", "SEOUL/WASHINGTON", "Pune (Maharashtra) [India]"."""
    brackets = re.findall(r"[(\[]([^)\]]+)[)\]]", written)
    bare = re.sub(r" ?[(\[][^)\]]*[)\]]", "", written).strip(" ,").rstrip(".")
    cities = [c.strip() for c in re.split(r"/| and ", bare) if c.strip()]
    if not cities:
        return written, None, False
    first, *after = [p.strip() for p in cities[0].split(",")]
    if " " in first and is_known(first.split()[0]):  # "Reuters LIMA (Reuters)": the agency's name stuck to it
        first = first.split(None, 1)[1]
        cities[0] = first
    told = next((c for name in (*brackets[::-1], *after[::-1]) if (c := places.country_of_name(name))), None)
    known = places.city(first)
    names = [places.mixed_case(c.split(",")[0].strip()) for c in cities]
    if after and not told:  # "CITY, CITY": joint, unless the second names nothing known
        names = [places.mixed_case(first), *(places.mixed_case(a) for a in after if places.city(a))]
    return "/".join(names), told or (known[1] if known else None), bool(told or known)


def cut_tail(text: str) -> tuple[str, str]:
    """A story's last paragraph without its agency's tail, and the tail ("" where there is none)."""
    m = TAILS.search(text, max(0, len(text) - 60))
    if not m:
        return text, ""
    return text[: m.start()].rstrip(), text[m.start() :].strip()


def wire_header(line: str) -> tuple[str, str] | None:
    """(agency, date) of a line above a story that names both and nothing else ("KYODO NEWS - Jan 4, 2026 - 12:34 | World")."""
    dates = find_dates(line[:120])
    if not dates or len(line) > 120:
        return None
    before = line[: dates[0].start].strip(" -–—|:,•·")
    after = DATE_FURNITURE.sub(" ", line[dates[0].end :]).split()
    if is_known(before) and len(after) <= 2:
        return short_name(before), line[dates[0].start : dates[0].end]
    return None
