"""Phrases that stand beside each other and tell one time are made one: "8 am" + "on Sunday", "the third quarter" + "of last year"."""

import re
from collections.abc import Callable
from typing import NamedTuple

from dateline.times.meanings import Calendar, Fixed, Holiday, Meaning, Moment, Phrase, Quarter, Season, Shift, Weekday

Joined = Meaning | None


def _is_day(x: Meaning) -> bool:
    if isinstance(x, Shift):
        return x.unit in ("D", "WE")
    return isinstance(x, Weekday | Holiday) or (isinstance(x, Calendar) and x.day is not None)


def _is_year(x: Meaning) -> bool:
    return (isinstance(x, Shift) and x.unit == "Y") or (isinstance(x, Calendar) and x.year is not None and x.month is None)


def _moment_of_day(left: Meaning, right: Meaning) -> Joined:
    """Noon + Thursday; the night + October 7."""
    if isinstance(left, Moment) and _is_day(right) and (left.day is None):
        assert isinstance(right, Calendar | Weekday | Shift | Holiday)
        return Moment(left.clock.replace("?", ""), right)
    if isinstance(left, Moment) and isinstance(right, Moment) and left.day is None and right.day is not None and ":" in left.clock:
        return Moment(left.clock, right.day)   # 10 pm last night
    return None


def _day_and_moment(left: Meaning, right: Meaning) -> Joined:
    """Sunday + morning; Thursday + at noon."""
    if isinstance(right, Moment) and right.day is None and _is_day(left):
        assert isinstance(left, Calendar | Weekday | Shift | Holiday)
        return Moment(right.clock.replace("?", ""), left)
    if isinstance(right, Moment) and right.day is None and isinstance(left, Moment) and left.day is not None and ":" in right.clock:
        return Moment(right.clock, left.day)
    return None


def _weekday_and_date(left: Meaning, right: Meaning) -> Joined:
    """Monday, Jan. 5: the date tells it all."""
    if isinstance(left, Weekday) and isinstance(right, Calendar) and right.day is not None:
        return right._replace(weekday=left.day)
    if isinstance(left, Moment) and isinstance(left.day, Weekday) and isinstance(right, Calendar) and right.day is not None:
        return Moment(left.clock, right)
    return None


def _weekday_of_week(left: Meaning, right: Meaning) -> Joined:
    """Monday + of next week; Monday + last week."""
    if isinstance(left, Weekday) and isinstance(right, Shift) and right.unit == "W" and not left.which:
        return Weekday(left.day, "", right)
    return None


def _in_year(left: Meaning, right: Meaning) -> Joined:
    """The third quarter, the summer, June, or 5 May + of last year, of 1990."""
    if not _is_year(right) or not isinstance(right, Shift | Calendar):
        return None
    if isinstance(left, Quarter | Season) and left.within is None and not left.which:
        return left._replace(within=right)
    if isinstance(left, Calendar) and left.month and left.year is None and not left.which:
        return left._replace(year=right.year) if isinstance(right, Calendar) else left._replace(within=right)
    return None


def _year_and_part(left: Meaning, right: Meaning) -> Joined:
    """Last year's + third quarter; the 1988 + summer."""
    if isinstance(right, Quarter | Season) and isinstance(left, Shift | Calendar) and _is_year(left) and right.within is None:
        return right._replace(within=left)
    return None


def _same_moment(left: Meaning, right: Meaning) -> Joined:
    """10:35 am (0735 GMT): one moment on two clocks."""
    if isinstance(left, Moment) and isinstance(right, Moment) and right.day is None and ":" in left.clock and ":" in right.clock:
        return left
    return None


def _year_earlier(left: Meaning, right: Meaning) -> Joined:
    """The quarter + a year ago."""
    if isinstance(left, Quarter) and left.number is None and left.which == "same" and isinstance(right, Shift) and right.unit == "Y":
        return left._replace(years=right.n)
    return None


class _Join(NamedTuple):
    between: re.Pattern[str]
    make: Callable[[Meaning, Meaning], Joined]


_JOINS = tuple(
    _Join(re.compile(between, re.I), make)
    for between, make in (
        (r"\)?,?\s+(?:on|of|from|in)?\s*(?:the\s+)?|,?\s*\(?", _moment_of_day),
        (r"'s\s+|,?\s+(?:at|around|about|by|in the|during the)?\s*|-", _day_and_moment),
        (r"[,.]?\s+(?:the\s+)?|\s*\(", _weekday_and_date),
        (r",?\s+(?:of\s+)?", _weekday_of_week),
        (r",?\s+(?:of\s+|in\s+)?(?:the\s+)?", _in_year),
        (r"(?:'s|’s)?\s+(?:fiscal\s+)?", _year_and_part),
        (r"\s+", _year_earlier),
        (r"\s*\(", _same_moment),
    )
)
_LONGEST_GAP = 14


def join(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """Phrases with those made one that tell one time; a part of a day that found no day beside it is dropped."""
    out: list[Phrase] = []
    for phrase in phrases:
        while out and (made := _joined(text, out[-1], phrase)):
            phrase = made
            out.pop()
        out.append(phrase)
    _date_quarters(text, out)
    return _share_years(text, [x for x in out if not (isinstance(x.meaning, Moment) and "?" in x.meaning.clock)])


_ENDED = re.compile(r"\s+(?:that\s+)?(?:ended|ending|ends)\s+(?:on\s+)?", re.I)


def _date_quarters(text: str, phrases: list[Phrase]) -> None:
    """The quarter ended Sept. 30: the date tells which."""
    for i in range(len(phrases) - 1):
        (start, end), one, two = (phrases[i].end, phrases[i + 1].start), phrases[i].meaning, phrases[i + 1].meaning
        if not (isinstance(one, Quarter) and one.number is None and isinstance(two, Calendar) and two.month):
            continue
        if end - start < _LONGEST_GAP and _ENDED.fullmatch(text, start, end):
            phrases[i] = phrases[i]._replace(meaning=one._replace(within=two))


_RANGE = re.compile(r"\s*(?:-|–|—|/)\s*|\s+(?:to|until|till|through|and)\s+", re.I)


def _share_years(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """5 May to 3 June 1942: the year at the end is the start's too, or the one before it ("November to March 1943")."""
    for i in range(len(phrases) - 1):
        (start, end), one, two = (phrases[i].end, phrases[i + 1].start), phrases[i].meaning, phrases[i + 1].meaning
        if not (isinstance(one, Calendar) and isinstance(two, Calendar) and one.month and two.month and two.year):
            continue
        if one.year is None and one.within is None and not one.which and end - start < _LONGEST_GAP and _RANGE.fullmatch(text, start, end):
            earlier = (one.month, one.day or 0) > (two.month, two.day or 31)
            phrases[i] = phrases[i]._replace(meaning=one._replace(year=two.year - earlier))
    return phrases


def _joined(text: str, left: Phrase, right: Phrase) -> Phrase | None:
    if not 0 <= right.start - left.end <= _LONGEST_GAP or isinstance(left.meaning, Fixed):
        return None
    gap = text[left.end : right.start]
    for between, make in _JOINS:
        if between.fullmatch(gap) and (meaning := make(left.meaning, right.meaning)):
            return Phrase(left.start, right.end, meaning)
    return None
