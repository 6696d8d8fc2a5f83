"""Holidays that news tells time by, and the days they fall on."""

from collections.abc import Callable
from datetime import date, timedelta


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, n: int, after: int = 1) -> Callable[[int], date]:
    """The nth such weekday (1 is Monday) of a month, counted from one of its days."""

    def day(year: int) -> date:
        first = date(year, month, after)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))

    return day


def _easter(shift: int) -> Callable[[int], date]:
    """Days around Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 (Nature; Meeus, Astronomical Algorithms)."""

    def day(year: int) -> date:
        a, (b, c) = year % 19, divmod(year, 100)
        d, e = divmod(b, 4)
        g = (b - (b + 8) // 25 + 1) // 3
        h = (19 * a + b - d - g + 15) % 30
        i, k = divmod(c, 4)
        weekday = (32 + 2 * e + 2 * i - h - k) % 7
        month, before = divmod(h + weekday - 7 * ((a + 11 * h + 22 * weekday) // 451) + 114, 31)
        return date(year, month, before + 1) + timedelta(days=shift)

    return day


# pattern of the name (grammar.py) -> its day in a year
HOLIDAYS: dict[str, Callable[[int], date]] = {
    "christmas": _fixed(12, 25),
    "christmas unit": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "boxing unit": _fixed(12, 26),
    "thanksgiving": _nth(11, 4, 4),
    "thanksgiving unit": _nth(11, 4, 4),
    "halloween": _fixed(10, 31),
    "easter": _easter(0),
    "easter weekday": _easter(0),
    "good weekday": _easter(-2),
    "palm weekday": _easter(-7),
    "new unityear poss unit": _fixed(1, 1),
    "new unityear poss eve": _fixed(12, 31),
    "election unit": _nth(11, 2, 1, after=2),
}
