"""Days as pages write them: "Dec. 30, 2025", "30 December 2025", "2025-12-30T10:15:00Z", "30.12.2025", with or without a year."""

import re
from datetime import date as Day

from msgspec import Struct

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
# EFE and ANSA keep the month of their own language in English feeds.
FOREIGN_MONTHS = {
    "ene": 1, "gen": 1, "abr": 4, "mag": 5, "giu": 6, "lug": 7, "ago": 8, "set": 9, "ott": 10, "dic": 12,
}  # fmt: skip

_MONTH = "(?P<{0}>" + "|".join(sorted((*MONTHS, *FOREIGN_MONTHS), key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)\b"

# A date in words or figures; the year may be missing from the first two forms.
DATE = re.compile(
    r"(?<![\w/:])(?:"
    + _MONTH.format("month1") + r"[ \t]{0,2}" + _DAY.format("day1") + r"(?:,?[ \t]{0,2}" + _YEAR.format("year1") + ")?"
    + "|" + _DAY.format("day2") + r"(?:[ \t]{1,2}of)?[ \t-]{1,2}"
    + _MONTH.format("month2") + r"(?:[,-]?[ \t]{0,2}" + _YEAR.format("year2") + ")?"
    + "|" + _YEAR.format("year3") + r"[-/](?P<month3>\d\d)[-/](?P<day3>\d\d)(?=\D|$)"
    + "|" + r"(?P<a4>\d{1,2})(?P<sep>[./])(?P<b4>\d{1,2})(?P=sep)(?P<year4>(?:19|20)\d\d|\d\d)\b(?!\.\d)"
    + ")",
    re.IGNORECASE,
)  # fmt: skip

# The same in words, without groups: what a dateline's date may be.
_ANY_MONTH = "(?:" + "|".join(sorted((*MONTHS, *FOREIGN_MONTHS), key=len, reverse=True)) + r")\b\.?"
SPELT = (
    rf"(?i:(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
    rf"(?:{_ANY_MONTH} {{0,2}}\d{{1,2}}(?:st|nd|rd|th)?\b|\d{{1,2}}(?:st|nd|rd|th)? {{1,2}}{_ANY_MONTH})(?:,? {{0,2}}(?:19|20)\d\d\b)?)"
)

# What may stand around the date on a line that only dates the page.
DATE_FURNITURE = re.compile(
    r"\b(?:first|originally|last|date|published|posted|updated|modified|created|released|issued|filed|updates?|publish|post|on|at|and|by|time|"
    r"mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"am|pm|a\.m|p\.m|noon|midnight|gmt|utc|bst|est|edt|et|pst|pdt|pt|cst|cdt|ct|mst|mdt|mt|cet|cest|eet|eest|msk|ist|pkt|jst|kst|hkt|sgt|"
    r"wib|aest|aedt|amt|sast|eat|wat|trt|local|uhr|hrs|hours|kyiv|moscow|read|min|mins|minutes?|ago|"
    r"t?[0-9]{1,2}[:.h][0-9]{2}(?::[0-9]{2})?(?:\s?[ap]\.?m)?z?|[0-9]{1,2}(?=\s?[ap]\.?m)|z)\b"
    r"|[\s,.;:|()\[\]/–—•·+*\-]+|(?<=\s)\d{3,4}(?=\s?(?:gmt|utc|hrs|z|est|ist|cet|$))|(?<=[+\-])\d{1,4}",
    re.IGNORECASE,
)
UPDATED = re.compile(r"\b(?:last )?(?:updated?|modified|updates?)\b", re.IGNORECASE)


class FoundDate(Struct, frozen=True):
    """Characters start..end of a text, and the date that they write; year is None where the words give none."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    def on(self, around: Day | None) -> Day | None:
        """The day meant. A missing year is the one that brings it nearest to `around` (so 31 Dec read on 2 Jan is last year's)."""
        if self.year is not None:
            return _day(self.year, self.month, self.day)
        if around is None:
            return None
        days = [d for y in (around.year - 1, around.year, around.year + 1) if (d := _day(y, self.month, self.day))]
        return min(days, key=lambda d: abs(d - around), default=None)


def find_dates(text: str) -> list[FoundDate]:
    """Every date written in the text, in order; impossible ones (31.02.2025) are left out."""
    found = []
    for m in DATE.finditer(text):
        g = m.groupdict()
        if g["month1"]:
            year, month, day = g["year1"], month_number(g["month1"]), int(g["day1"])
        elif g["month2"]:
            year, month, day = g["year2"], month_number(g["month2"]), int(g["day2"])
        elif g["month3"]:
            year, month, day = g["year3"], int(g["month3"]), int(g["day3"])
        else:
            first, second = int(g["a4"]), int(g["b4"])
            # Dots are Europe's order; with slashes the American order holds unless the figures forbid it.
            day, month = (first, second) if g["sep"] == "." or first > 12 else (second, first)
            year = g["year4"] if len(g["year4"]) == 4 else "20" + g["year4"]
        number = int(year) if year else None
        if month and _day(number or 2000, month, day):
            found.append(FoundDate(m.start(), m.end(), number, month, day))
    return found


def month_number(name: str) -> int:
    """1 to 12 for an English month or its short form (and for a few that agencies keep in Spanish or Italian); 0 where it is none."""
    name = name.lower().rstrip(".")
    return MONTHS.get(name) or FOREIGN_MONTHS.get(name, 0)


def iso_day(text: str | None) -> str | None:
    """A day or moment as metadata writes it, as ISO 8601; None where it is none. A moment keeps its time and offset."""
    if not text:
        return None
    text = text.strip()[:64]
    if m := re.match(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?\s?(?:Z|[+-]\d\d:?\d\d)?)?", text):
        day = m[0][:10]
        return m[0].replace(" ", "T", 1).replace(" ", "") if _valid(day) else None
    found = find_dates(text)
    day_meant = found[0].on(None) if found else None
    return day_meant.isoformat() if day_meant else None


def is_date_line(text: str) -> bool:
    """Does the line hold a date (year told or not) or a time of publication, and nothing else that tells?"""
    if len(text) > 110:
        return False
    rest = DATE.sub(" ", text)
    if len(rest) == len(text) and not (UPDATED.search(text) and re.search(r"\d", text)):
        return False
    return not DATE_FURNITURE.sub("", rest)


def _valid(day: str) -> bool:
    try:
        Day.fromisoformat(day)
    except ValueError:
        return False
    return True


def _day(year: int, month: int, day: int) -> Day | None:
    try:
        return Day(year, month, day)
    except ValueError:
        return None
