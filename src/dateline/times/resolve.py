"""Phrases -> Times: what a phrase says, counted from the day the story is told on or from the day it last set.

News counts from its dateline; a narrative (an encyclopedia's history, a chronology) from the last date that it told. Which of
the two a text is, is told by its dates: many years of long ago, and few words like "yesterday".
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from dateline.times import nearest
from dateline.times.direction import Directions, Tense
from dateline.times.holidays import HOLIDAYS
from dateline.times.meanings import (
    Calendar,
    Fixed,
    Holiday,
    Length,
    Meaning,
    Moment,
    Phrase,
    Quarter,
    Season,
    Shift,
    Weekday,
    WeekOf,
)
from dateline.times.ranges import leads_to
from dateline.times.values import NEVER, Days, Point, days, is_day, point, week
from dateline.types import Time, Timex

_NARRATIVE_YEARS = 8
_QUARTER_REACH = 500  # characters over which "a year earlier" still speaks of the last quarter named
_DAY_REACH = 150      # characters over which a clock time is on the day last named
_MONTHS_BACK = 8      # a narrative does not go back as far in a year without naming it
_EXACT_WEEKS = 3      # "two weeks ago" is a day, "six weeks ago" a week
_UNIT_DAYS = {"D": 1, "W": 7}


class _Told(NamedTuple):
    type: Timex
    value: str
    point: Point | None = None
    anchored: date | None = None
    days: Days | None = None


def resolve(text: str, phrases: Sequence[Phrase], on: date | None, directions: Directions) -> list[Time]:
    """Times of the phrases, in order.

    on  the day the story is told on; None where it is not known: what hangs on it then gets X for what is missing
    """
    resolver = _Resolver(on, directions, _is_narrative(phrases, on))
    told = [(phrase, meant) for phrase in phrases if (meant := resolver.tell(phrase)) is not None]
    if on is not None:
        _put_in_order(text, told, on, directions)
    return [_time(text, phrase, meant) for phrase, meant in told]


def _time(text: str, phrase: Phrase, meant: _Told) -> Time:
    first, last = meant.days or (days(meant.value) if meant.type in ("DATE", "TIME") else NEVER)
    return Time(
        phrase.start, phrase.end, text[phrase.start : phrase.end], type=meant.type, value=meant.value, first=first, last=last,
        anchored=meant.anchored,
    )


def _put_in_order(text: str, told: list[tuple[Phrase, _Told]], on: date, directions: Directions) -> None:
    """From Friday to Monday, November to March: an end before its start moves on by a week or year, or the start back, if all is past."""
    for i in range(len(told) - 1):
        (one, start), (two, end) = told[i], told[i + 1]
        cycle = _cycle(one.meaning)
        if not cycle or cycle != _cycle(two.meaning) or not leads_to(text, one.start, one.end, two.start):
            continue
        if start.point and end.point and start.point.date and end.point.date and end.point.date < start.point.date:
            if start.point.date > on or directions.tense(one.start, one.end) is not Tense.PAST:
                told[i + 1] = two, _moved(end, cycle, 1)
            else:
                told[i] = one, _moved(start, cycle, -1)


def _cycle(meaning: Meaning) -> str:
    """What the expression comes again after: a week, a year, or nothing."""
    if isinstance(meaning, Weekday) and not meaning.which and meaning.within is None:
        return "W"
    if isinstance(meaning, Calendar) and meaning.month and meaning.year is None and not meaning.which and meaning.within is None:
        return "Y"
    return ""


def _moved(told: _Told, cycle: str, n: int) -> _Told:
    assert told.point is not None and told.point.year is not None
    try:
        at = told.point.shift("W", n) if cycle == "W" else told.point._replace(year=told.point.year + n)
    except OverflowError:
        return told
    return told._replace(value=at.value, point=at)


def _is_narrative(phrases: Sequence[Phrase], on: date | None) -> bool:
    """Whether most of the dates tell their own year, long past, and few hang on the day of telling."""
    meanings = [p.meaning for p in phrases]
    years = [m.year for m in meanings if isinstance(m, Calendar) and m.year is not None]
    own = sum(on is None or on.year - year > 1 for year in years)
    hung = sum(isinstance(m, Weekday | Quarter) or (isinstance(m, Shift) and m.base == "on") for m in meanings)
    return own >= _NARRATIVE_YEARS and own > 2 * hung


class _Resolver:
    """Goes through one text's phrases in order and keeps the dates that the text has set so far."""

    def __init__(self, on: date | None, directions: Directions, narrative: bool) -> None:
        self.on = on
        self.narrative = narrative
        self._directions = directions
        self._year: Point | None = None
        self._month: Point | None = None
        self._day: Point | None = None
        self._day_at = 0
        self._quarter: tuple[int, int] | None = None
        self._quarter_at = -_QUARTER_REACH
        self._phrase = Phrase(0, 0, Fixed("DATE", ""))

    def tell(self, phrase: Phrase) -> _Told | None:
        self._phrase = phrase
        try:
            told = self._tell(phrase.meaning)
        except OverflowError:
            return None
        if told and told.point and told.point.year is not None:
            self._set(told.point)
        return told

    def _set(self, at: Point) -> None:
        self._year = Point(at.year)
        if at.month is not None:
            self._month = Point(at.year, at.month)
        if at.day is not None:
            self._day, self._day_at = at, self._phrase.end

    def _tell(self, meaning: Meaning) -> _Told | None:
        match meaning:
            case Fixed(kind, value):
                return _Told(kind, value)
            case Calendar():
                return self._calendar(meaning)
            case Weekday():
                return self._weekday(meaning)
            case Shift():
                return self._shift(meaning)
            case Quarter():
                return self._quarter_of(meaning)
            case Season():
                return self._season(meaning)
            case Holiday():
                return self._holiday(meaning)
            case Moment():
                return self._moment(meaning)
            case Length():
                return self._length(meaning)
            case WeekOf(day):
                told = self._calendar(day)
                the = told.point.date if told.point else None
                return _Told("DATE", week(the), told.point, told.anchored) if the else None

    def _tense(self) -> Tense:
        return self._directions.tense(self._phrase.start, self._phrase.end)

    # dates that lack their year

    def _calendar(self, said: Calendar) -> _Told:
        if said.month is None and said.day is not None:
            return self._day_of_month(said.day)
        if said.year is not None or said.month is None:
            at = Point(said.year, said.month, said.day)
            return _Told("DATE", at.value, at)
        if said.within is not None:
            told = self._shift(said.within)
            at = Point(told.point.year if told and told.point else None, said.month, said.day)
            return _Told("DATE", at.value, at, self.on)
        if self.narrative and self._year is not None and not said.which:
            year = self._year.year
            if year is not None and self._month and self._month.year == year and (self._month.month or 0) - said.month >= _MONTHS_BACK:
                year += 1   # from autumn back to spring is on to the next year
            at = Point(year, said.month, said.day)
            return _Told("DATE", at.value, at, self._year.date)
        if self.on is None:
            at = Point(None, said.month, said.day)
            return _Told("DATE", at.value, at)
        year = None
        if said.weekday and said.day is not None:
            year = nearest.year_of_weekday(self.on, said.month, said.day, said.weekday)
        if year is None:
            done = self._directions.done(self._phrase.start)
            year = nearest.year_of_month(self.on, said.month, said.day, said.which, self._tense(), done)
        at = Point(year, said.month, said.day)
        return _Told("DATE", at.value, at, self.on)

    def _day_of_month(self, day: int) -> _Told:
        """On the 14th."""
        month = self._month or (point(self.on) if self.on and not self.narrative else None)
        if month is None or month.month is None or not is_day(month.year, month.month, day):
            return _Told("DATE", f"XXXX-XX-{day:02d}")
        at = Point(month.year, month.month, day)
        return _Told("DATE", at.value, at, month.date)

    # weekdays, seasons, quarters

    def _weekday(self, said: Weekday) -> _Told:
        if said.within is not None and self.on is not None:
            monday = self.on - timedelta(days=self.on.weekday()) + timedelta(weeks=said.within.n)
            return self._at(monday + timedelta(days=said.day - 1), self.on)
        base = self.on
        if self.narrative or said.base == "ref":
            base = (self._day.date if self._day else None) or (None if self.narrative else self.on)
        if base is None:
            return _Told("DATE", f"XXXX-WXX-{said.day}")
        if said.base == "ref" and said.which == "next":   # the following Friday
            return self._at(base + timedelta(days=(said.day - base.isoweekday()) % 7 or 7), base)
        tense = Tense.FUTURE if self.narrative else self._tense()
        return self._at(nearest.weekday(base, said.day, said.which, tense), base)

    @staticmethod
    def _at(day: date, anchor: date | None) -> _Told:
        return _Told("DATE", day.isoformat(), point(day), anchor)

    def _year_within(self, within: Shift | Calendar | None) -> int | None:
        if isinstance(within, Calendar):
            return within.year
        if isinstance(within, Shift):
            told = self._shift(within, plain=True)
            return told.point.year if told and told.point else None
        return None

    def _season(self, said: Season) -> _Told:
        year = self._year_within(said.within)
        if year is None and self.narrative and self._year is not None:
            year = self._year.year
        if year is None and self.on is not None:
            year = nearest.year_of_season(self.on, said.code, said.which, self._tense())
        return _Told("DATE", f"{Point(year).value}-{said.code}", Point(year) if year is not None else None, self.on)

    def _quarter_of(self, said: Quarter) -> _Told | None:
        if isinstance(said.within, Calendar) and said.within.month:   # the quarter ended Sept. 30
            at = self._calendar(said.within).point
            if at is None or at.year is None or at.month is None:
                return None
            return self._keep_quarter(at.year, (at.month - 1) // 3 + 1)
        year, number = self._year_within(said.within), said.number
        if number is None:
            if said.within is not None and year is not None:
                return self._keep_quarter(year, self._quarter[1]) if self._quarter else _Told("DATE", Point(year).value, Point(year))
            return self._quarter_near(said)
        if year is None:
            if self.on is None:
                return _Told("DATE", f"XXXX-{said.letter}{number}")
            year = nearest.year_of_quarter(self.on, number, self._tense())
        year += said.years
        if said.letter == "Q":
            return self._keep_quarter(year, number)
        return _Told("DATE", f"{Point(year).value}-H{number}", None, None if said.within else self.on)

    def _keep_quarter(self, year: int, number: int) -> _Told:
        self._quarter, self._quarter_at = (year, number), self._phrase.end
        return _Told("DATE", f"{Point(year).value}-Q{number}", None, self.on)

    def _quarter_near(self, said: Quarter) -> _Told:
        if said.which == "same" and self._quarter:
            year, number = self._quarter
        elif self.on is None:
            return _Told("DATE", "XXXX-QX")
        else:
            back = {"this": 0, "next": -1}.get(said.which, 1)
            year, number = divmod(self.on.year * 4 + (self.on.month - 1) // 3 - back, 4)
            number += 1
        if said.years:
            return _Told("DATE", f"{Point(year + said.years).value}-Q{number}", None, self.on)
        return self._keep_quarter(year, number)

    def _holiday(self, said: Holiday) -> _Told | None:
        day_of = HOLIDAYS[said.name]
        year = said.year
        if year is None and self.narrative and self._year is not None:
            year = self._year.year
        if year is not None:
            return self._at(day_of(year), None) if 1583 <= year < 9999 else None
        day = nearest.holiday(self.on, day_of, said.which, self._tense()) if self.on is not None else None
        return self._at(day, self.on) if day else None

    # what is counted from a day

    def _shift(self, said: Shift, plain: bool = False) -> _Told | None:
        """plain: a year before is that year, whatever quarter was spoken of."""
        unit, n = said.unit, said.n
        if said.base == "compared" and not plain and self._quarter and self._phrase.start - self._quarter_at < _QUARTER_REACH:
            year, number = self._quarter
            return _Told("DATE", f"{Point(year + n).value}-Q{number}", None, self.on)
        base = self._base(said)
        if unit in ("DE", "CE"):
            if base is None or base.year is None:
                return None
            size = 10 if unit == "DE" else 100
            return _Told("DATE", f"{base.year // size + n:0{3 if unit == 'DE' else 2}d}", None, self.on)
        if base is None:
            return _Told("DATE", {"Y": "XXXX", "M": "XXXX-XX", "D": "XXXX-XX-XX"}.get(unit, "XXXX-WXX"))
        if said.base == "ref" and said.n > 0 and self.on is not None and base == point(self.on) and self._tense() is Tense.PAST:
            return _Told("DATE", "XXXX-WXX" if unit == "W" else Point(None).value)   # a week later than nobody knows what
        if unit in ("W", "WE"):
            return self._week(base, said)
        at = base.shift(unit, n) if n or unit == "D" else Point(base.year, base.month if unit == "M" else None)
        return _Told("DATE", at.value, at, base.date)

    def _base(self, said: Shift) -> Point | None:
        """The day, month or year to count from."""
        on = point(self.on) if self.on else None
        if said.base != "ref" and not self.narrative:
            return on
        set_here = {"Y": self._year, "M": self._month}.get(said.unit, self._day)
        if set_here is not None:
            return set_here
        return None if self.narrative else on

    def _week(self, base: Point, said: Shift) -> _Told | None:
        day = base.date
        if day is None:
            return None
        if said.unit == "WE":
            return self._weekend(day, said)
        if (abs(said.n) > 1 and abs(said.n) <= _EXACT_WEEKS) or (said.base == "ref" and said.n):
            return self._at_shift(base, "W", said.n)
        moved = base.shift("W", said.n).date
        return _Told("DATE", week(moved), None, day) if moved else None

    def _at_shift(self, base: Point, unit: str, n: int) -> _Told:
        at = base.shift(unit, n)
        return _Told("DATE", at.value, at, base.date)

    def _weekend(self, on: date, said: Shift) -> _Told | None:
        inside = on.isoweekday() >= 6
        n = said.n
        if n == 0 and self._tense() is not Tense.FUTURE and self._tense() is not Tense.PRESENT and not inside:
            n = -1
        try:
            day = on + timedelta(weeks=n)
        except OverflowError:
            return None
        return _Told("DATE", week(day) + "-WE", None, on)

    def _moment(self, said: Moment) -> _Told:
        if said.day is None:
            near = self._day is not None and self._phrase.start - self._day_at < _DAY_REACH
            at = self._day if near or self.narrative or self.on is None else point(self.on)
            return _Told("TIME", (at.value if at else "XXXX-XX-XX") + said.clock, at, self.on)
        told = self._tell(said.day)
        if told is None:
            return _Told("TIME", "XXXX-XX-XX" + said.clock)
        return _Told("TIME", told.value + said.clock, told.point, told.anchored)

    def _length(self, said: Length) -> _Told | None:
        if said.ahead and said.n is not None and self.on is not None:
            if self._tense() is Tense.FUTURE:
                at = point(self.on)
                if said.unit == "W" and said.n > _EXACT_WEEKS:
                    return self._week(at, Shift("W", said.n))
                at = at.shift(said.unit, said.n)
                return _Told("DATE", at.value, at, self.on)
            return _Told("DURATION", said.value)
        if said.toward and said.n is not None and self.on is not None:
            return _Told("DURATION", said.value, None, self.on, self._stretch(self.on, said.unit, said.n * said.toward))
        return _Told("DURATION", said.value)

    @staticmethod
    def _stretch(on: date, unit: str, n: int) -> Days:
        """The days of the last (n below 0) or next n units."""
        try:
            if unit in ("H", "MIN", "S"):
                other = on + timedelta(days=n / 24) if unit == "H" else on
            elif unit in _UNIT_DAYS:
                other = on + timedelta(days=n * _UNIT_DAYS[unit])
            else:
                months = on.year * 12 + on.month - 1 + n * {"Y": 12, "M": 1, "Q": 3, "DE": 120, "CE": 1200}[unit]
                other = date(months // 12, months % 12 + 1, min(on.day, 28))
        except (OverflowError, ValueError, KeyError):
            return NEVER
        return (other, on) if n < 0 else (on, other)
