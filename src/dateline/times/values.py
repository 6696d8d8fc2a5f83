"""TIMEX3 values: points of the calendar, their arithmetic, and the days that a value means.

ISO-TimeML (2009) and TIDES (2005): "2026-01-04", "2026-W02", "2025-Q3", "2024-SU", "199" (a decade), "19" (a century), "FY2025", "BC0490",
"2025-12-28TMO" (a part of a day), X for what is not known.
"""

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

Days = tuple[date | None, date | None]
NEVER: Days = (None, None)

# first and last month of a season in the north; a winter is named by the year that it begins in
_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
_GREGORIAN_CYCLE = 400
_SPAN_OF_UNIT = {"D": 1, "W": 7}


class Point(NamedTuple):
    """A year, a month of it, or a day. Years before Christ are negative (-490); year None is not known."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def value(self) -> str:
        year = "XXXX" if self.year is None else f"{self.year:04d}" if self.year >= 0 else f"BC{-self.year:04d}"
        if self.month is None:
            return year
        return f"{year}-{self.month:02d}" + (f"-{self.day:02d}" if self.day is not None else "")

    @property
    def date(self) -> date | None:
        """The day, or the first day of the month or year; None where the calendar has none such."""
        try:
            return date(self.year or 0, self.month or 1, self.day or 1)
        except ValueError:
            return None

    def shift(self, unit: str, n: int) -> "Point":
        """n units (Y, M, W, D) on, as exact as the unit: a shift by years gives a year. Raises OverflowError past the calendar's ends."""
        if self.year is None:
            return Point(None)
        if unit == "Y":
            return Point(self.year + n)
        if unit == "M":
            if self.month is None:
                raise OverflowError("no month to count from")
            months = self.year * 12 + self.month - 1 + n
            return Point(months // 12, months % 12 + 1)
        if self.month is None or self.day is None:
            raise OverflowError("no day to count from")
        # the calendar repeats after 400 years: years that `date` lacks are counted in one that it has
        cycles = (self.year - 2000) // _GREGORIAN_CYCLE * _GREGORIAN_CYCLE
        try:
            moved = date(self.year - cycles, self.month, self.day) + timedelta(days=n * _SPAN_OF_UNIT[unit])
        except ValueError as wrong:
            raise OverflowError(str(wrong)) from wrong
        return Point(moved.year + cycles, moved.month, moved.day)


def point(day: date) -> Point:
    return Point(day.year, day.month, day.day)


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has that day; in an unknown year 29 February passes."""
    leap = 2000 if year is None or year < 0 else year
    return 1 <= month <= 12 and 1 <= day <= (calendar.monthrange(leap, month)[1] if 1 <= leap <= 9999 else 31)


def week(day: date) -> str:
    """The ISO 8601 week of a day: 2026-01-04 is in 2026-W01."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def days(value: str) -> Days:
    """First and last day that a DATE or TIME value means, both inside; (None, None) where it is vague or no such day is.

    "2026-W02" is 5 to 11 January 2026; "T24:00" of a day is still that day.
    """
    for pattern, read in _FORMS:
        if m := pattern.fullmatch(value):
            try:
                return read(*m.groups())
            except (ValueError, OverflowError):
                return NEVER
    return NEVER


def _months(year: int, first: int, last: int) -> Days:
    """Months counted on from January of the year: 14 is the next year's February."""
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, first, 1), date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])


def _day(y: str, m: str, d: str) -> Days:
    the = date(int(y), int(m), int(d))
    return the, the


def _week(y: str, w: str) -> Days:
    return date.fromisocalendar(int(y), int(w), 1), date.fromisocalendar(int(y), int(w), 7)


def _weekend(y: str, w: str) -> Days:
    return date.fromisocalendar(int(y), int(w), 6), date.fromisocalendar(int(y), int(w), 7)


def _years(first: int, last: int) -> Days:
    return date(first, 1, 1), date(last, 12, 31)


_FORMS = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?", _day),
        (r"(\d{4})-(\d\d)", lambda y, m: _months(int(y), int(m), int(m))),
        (r"(\d{4})", lambda y: _years(int(y), int(y))),
        (r"(\d{4})-W(\d\d)", _week),
        (r"(\d{4})-W(\d\d)-WE(?:T.*)?", _weekend),
        (r"(\d{4})-Q([1-4])", lambda y, q: _months(int(y), 3 * int(q) - 2, 3 * int(q))),
        (r"(\d{4})-H([12])", lambda y, h: _months(int(y), 6 * int(h) - 5, 6 * int(h))),
        (r"(\d{4})-(SP|SU|FA|WI)", lambda y, s: _months(int(y), *_SEASON_MONTHS[s])),
        (r"(\d{3})", lambda d: _years(int(d) * 10, int(d) * 10 + 9)),
        (r"(\d{2})", lambda c: _years(int(c) * 100, int(c) * 100 + 99)),
    )
)
