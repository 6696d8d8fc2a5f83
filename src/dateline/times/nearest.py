"""Which of many: the year, week or day that an expression means which does not say it, seen from the day of telling.

A word (last, this, next) decides, else the tense of the clause. All functions are pure; `on` is the day of telling.
"""

from collections.abc import Callable
from datetime import date, timedelta

from dateline.times.direction import Tense
from dateline.times.meanings import Which
from dateline.times.values import is_day

_NEAR_DAYS, _FAR_DAYS = 60, 300   # see _by_tense
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def year_of_month(on: date, month: int, day: int | None, which: Which, tense: Tense, done: bool = False) -> int:
    """The year of a month, or of a day of it: of "November", "last May", "Dec. 15". 29 February falls in leap years only.

    done  the tense is that of the verb right before, so that it tells the side for certain
    """
    reach = 1 if day is None or (month, day) != (2, 29) else 8   # years; there may be eight between two leap years
    years = [y for y in range(on.year - reach, on.year + reach + 1) if 0 < y < 10_000 and is_day(y, month, day or 1)]
    reference = on if day else on.replace(day=15)
    off = {y: (date(y, month, day or 15) - reference).days for y in years}
    if not off:
        return on.year
    closest = min(off, key=lambda y: abs(off[y]))
    if which == "last":
        return max((y for y in off if off[y] < 0), default=closest)
    if which == "next":
        return min((y for y in off if off[y] > 0), default=closest)
    if which:
        return on.year
    return _by_tense(off, closest, bool(day), tense, done)


def _by_tense(off: dict[int, int], closest: int, has_day: bool, tense: Tense, done: bool) -> int:
    """The year on the side that the tense tells, unless that is ten months off and the other side is near: then news would name it.

    off  days from the day of telling, by year
    """
    if tense is Tense.FUTURE:
        told = min((y for y in off if off[y] >= 0), default=closest)
    elif tense is Tense.PAST or (tense is Tense.NONE and not has_day):
        told = max((y for y in off if off[y] <= 0), default=closest)
    else:
        return closest
    if done:
        return told
    return closest if abs(off[closest]) <= _NEAR_DAYS and abs(off[told]) > _FAR_DAYS else told


def year_of_weekday(on: date, month: int, day: int, weekday: int) -> int | None:
    """The year, this one or beside it, in which the day of a month falls on the weekday (1 is Monday)."""
    for year in sorted(_years_around(on), key=lambda y: abs(y - on.year)):
        if is_day(year, month, day) and date(year, month, day).isoweekday() == weekday:
            return year
    return None


def _years_around(on: date) -> list[int]:
    return [y for y in (on.year - 1, on.year, on.year + 1) if 0 < y < 10_000]


def weekday(on: date, day: int, which: Which, tense: Tense) -> date:
    """The day of a weekday (1 is Monday). What is past may be the day of telling itself, what is ahead is not.

    "Next Friday" is that of the week after this one. Raises OverflowError at the calendar's ends.
    """
    back, ahead = (on.isoweekday() - day) % 7, (day - on.isoweekday()) % 7
    if which == "last":
        return on - timedelta(days=back or 7)
    if which == "next":
        return on + timedelta(days=7 - on.weekday() + day - 1)
    if which == "this" and tense is not Tense.PAST:
        return on + timedelta(days=ahead)
    if tense is Tense.FUTURE or (tense is Tense.PRESENT and ahead):
        return on + timedelta(days=ahead or 7)
    return on - timedelta(days=back)


def year_of_season(on: date, code: str, which: Which, tense: Tense) -> int:
    """The year that a season began in."""
    start = _SEASON_STARTS[code]
    begun = on.year if on.month >= start else on.year - 1   # the last one that has begun
    over = on.year * 12 + on.month >= begun * 12 + start + 3
    if which == "last":
        return begun if over else begun - 1
    if which == "next":
        return begun + 1
    if which == "this":
        return begun if not over else on.year
    return begun + 1 if tense is Tense.FUTURE and over else begun


def year_of_quarter(on: date, number: int, tense: Tense) -> int:
    """The year of "the third quarter". The one just over is spoken of for weeks, also beside what is ahead."""
    current = (on.month - 1) // 3 + 1
    if number > current and tense is not Tense.FUTURE:
        return on.year - 1
    if number < current - 1 and tense is Tense.FUTURE:
        return on.year + 1
    return on.year


def holiday(on: date, day_of: Callable[[int], date], which: Which, tense: Tense) -> date | None:
    """The day of a holiday; None at the calendar's ends. day_of: its day in a year."""
    if not 1583 < on.year < 9998:   # Gregorian years
        return None
    near = [day_of(on.year + n) for n in (-1, 0, 1)]
    if which == "last":
        return max(d for d in near if d < on)
    if which == "next" or tense is Tense.FUTURE:
        return min(d for d in near if d >= on)
    if tense is Tense.PAST:
        return max(d for d in near if d <= on)
    return min(near, key=lambda d: abs((d - on).days))
