"""What is counted from a day (last week, two years ago), how long something takes, and how often it comes."""

from dateline.times.dates import day_of_month
from dateline.times.grammar import Made, Match
from dateline.times.meanings import Base, Fixed, Length, Phrase, Quarter, Shift, WeekOf
from dateline.times.words import word_set

# "a year" after one of these tells how long; after an amount it tells how often
_BEFORE_LENGTH = word_set(
    "for in within over after during of about nearly almost than least by only just around under to half quite every but from through with "
    "as some roughly was is lasted take takes took lasts last another once"
)
_AMOUNTS = word_set("units d12 d31 d99 d999 number times")   # kinds
_BEFORE_BARE_UNITS = word_set("for in after of within over or by during and")
_TOWARD = {"last": -1, "next": 1}


def relative(m: Match) -> Made:
    """Last week, next year, this month, the following day, that year; the past hour."""
    unit, pointer = m.word("UNIT"), m.pointer
    if unit in ("H", "MIN"):
        return Length(_period(1, unit), unit, 1, -1) if m.which == "last" else None
    if unit in ("S", "FN", "ML") or (unit == "D" and pointer == "current"):
        return None
    if unit == "Q":
        return Quarter(None, "Q", m.which)
    if pointer == "past" and unit != "Y":
        return Length(_period(1, unit), unit, 1, -1)
    from_told = pointer in ("previous", "following", "that", "same") or (unit == "D" and pointer != "this")
    return Shift(unit, _TOWARD.get(m.which, 0), "ref" if from_told else "on")


def weekend(m: Match) -> Made:
    if not m.which and m.word_before() not in ("the", "at", "over", "this"):
        return None
    return Shift("WE", _TOWARD.get(m.which, 0), "ref" if m.which == "same" else "on")


def yesterday(m: Match) -> Made:
    return Shift("D", {"yesterday": -1, "today": 0, "tomorrow": 1}[m["yesterday|today|tomorrow"].kind])


def day_beside(m: Match) -> Made:
    """The day before yesterday, the day after tomorrow; "the day before" alone counts from the day last set."""
    back = m["side"].kind == "before"
    near = m.get("yesterday|tomorrow")
    if m.word("UNIT") != "D" or (near and (near.kind == "yesterday") != back):
        return None
    if near:
        return Shift("D", -2 if back else 2)
    after = m.after()
    return Shift("D", -1 if back else 1, "ref") if after is None or not after.lower.isalnum() else None


def counted(m: Match) -> Made:
    """N units ago, earlier, later, before, after."""
    word = m["word"]
    unit = m.word("ANYUNIT")
    n = None if m.has("few") else _amount(m)
    if word.kind in ("before", "after"):
        after = m.after()
        if after is not None and after.lower.isalnum():
            return None
    if n is None:
        return Fixed("DATE", "PAST_REF") if word.kind == "ago" else None
    if unit in ("H", "MIN", "S"):
        return Length(_period(n, unit), unit, int(n))
    if unit in ("WE", "ML"):
        return None
    sign = -1 if word.kind in ("ago", "earlier", "before") else 1
    step, times = _STEPS.get(unit, (unit, 1))
    if n != int(n):
        if unit != "Y":
            return None
        step, times = "M", 12
    return Shift(step, sign * int(n * times), _counts_from(word.kind, step, n))


# units that the calendar's arithmetic counts in smaller ones
_STEPS = {"DE": ("Y", 10), "CE": ("Y", 100), "FN": ("W", 2), "Q": ("M", 3)}


def _counts_from(kind: str, unit: str, n: float) -> Base:
    if unit == "Y" and n == 1 and kind in ("ago", "earlier"):
        return "compared"
    return "on" if kind in ("ago", "from") else "ref"


def ahead(m: Match) -> Made:
    """In two weeks: a day ahead, or how long something took. The preposition is no part of it."""
    unit, n = m.word("ANYUNIT"), _amount(m)
    if n is None or n != int(n) or unit not in ("Y", "M", "W", "D"):
        return None
    end = m.span()[1]
    return [Phrase(m["NUM|a"].start, end, Length(_period(n, unit), unit, int(n), 0, True))]


# durations and sets


def _amount(m: Match) -> float | None:
    """How many units; None where the words do not tell."""
    for name in ("NUM", "NUM|a", "a"):
        word = m.get(name)
        if word:
            return 1 if word.kind == "a" else float(word.value) if isinstance(word.value, int | float) else None
    return 2 if m.has("couple") else None


def _period(n: float | None, unit: str) -> str:
    """The TIMEX3 value of n units; n None is not known: P2D, PT24H, P2Y6M, PXY."""
    code = "T" if unit in ("H", "MIN", "S") else ""
    letter = "M" if unit == "MIN" else unit
    if n is None:
        return f"P{code}X{letter}"
    if unit == "DE" and n == int(n):
        return f"P{int(n) * 10}Y"   # ISO 8601 knows no decades
    if n != int(n) and unit in ("Y", "H", "MIN"):
        rest = {"Y": (12, "M"), "H": (60, "M"), "MIN": (60, "S")}[unit]
        part = round((n - int(n)) * rest[0])
        return f"P{code}{int(n) or ''}{letter if int(n) else ''}{part}{rest[1]}"
    amount = str(int(n)) if n == int(n) else f"{n:g}"
    if unit == "FN":
        return f"P{int(n * 2)}W"
    return f"P{code}{amount}{letter}"


def length(m: Match) -> Made:
    unit, n = m.word("ANYUNIT"), _amount(m)
    if unit == "WE" or (unit == "Q" and m.get("hyphen")):   # three-quarters
        return None
    if m.get("old"):
        if m.word_after() not in _OLD_THINGS:
            return None
    elif m.word_after() == "old" or (m.word_after() == "-" and m.word_after(2) == "old"):
        return None
    toward = _TOWARD.get(m.which, 0)
    return Length(_period(n, unit), unit, int(n) if n is not None and n == int(n) else None, toward)


# "A two-year-old war" tells how long; "a two-year-old" tells an age, which is no time
_OLD_THINGS = word_set(
    "war conflict dispute truce ceasefire blockade embargo siege insurgency rebellion uprising revolt strike feud row standoff crisis "
    "alliance treaty pact accord agreement law ban rule government coalition regime campaign offensive tradition peace civil"
)


def length_between(m: Match) -> Made:
    """Two to three weeks, 12 to 18 months: the first number counts."""
    unit = m.word("ANYUNIT")
    return None if unit == "WE" else Length(_period(m.num("NUM"), unit), unit, m.num("NUM"))


def one_unit(m: Match) -> Made:
    """A year: how long, or after an amount how often."""
    unit = m.word("UNIT")
    if unit in ("S", "Q", "WE") or (unit == "MIN" and m.word_before() not in _BEFORE_LENGTH):
        return None
    after = m.after()
    if after and (after.kind in ("hyphen", "poss") or (unit == "D" and after.lower in ("of", "for"))):
        return None
    before = m.before()
    if before is None or before.lower in _BEFORE_LENGTH or not before.lower.isalnum():
        return Length(_period(1, unit), unit, 1)
    return Fixed("SET", _period(1, unit)) if not before.kind or before.kind in _AMOUNTS else None


def the_year(m: Match) -> Made:
    """For the year: how long; in, of, during the year: this one."""
    after = m.after()
    if after is not None and (after.kind or after.lower in ("to", "that")) and after.kind not in ("comma", "dot"):
        return None   # the year-earlier quarter, the year 2000
    if m.word_before() == "for":
        return Length("P1Y", "Y", 1)
    return Shift("Y", 0) if m.word_before() in _IN_THE_YEAR else None


_IN_THE_YEAR = word_set("in during through throughout of")


def bare_units(m: Match) -> Made:
    unit = m.word("UNITS")
    if m.word_before() not in _BEFORE_BARE_UNITS:
        return None
    return Length(_period(None, unit), unit)


def few_units(m: Match) -> Made:
    """The past few years, several weeks, a couple of days, recent years."""
    unit, n = m.word("UNITS"), 2 if m.has("couple") else None
    return Length(_period(n, unit), unit, n, _TOWARD.get(m.which, 0))


def half_unit(m: Match) -> Made:
    return _fraction(m, {"CE": (50, "Y"), "DE": (5, "Y"), "Y": (6, "M"), "H": (30, "MIN")})


def unit_and_half(m: Match) -> Made:
    return _fraction(m, {"DE": (15, "Y"), "Y": (18, "M"), "H": (90, "MIN")})


def _fraction(m: Match, whole: dict[str, tuple[int, str]]) -> Made:
    """Half a unit, or one and a half, in units that are whole; ago: a day, month or year."""
    if m.word("UNIT") not in whole:
        return None
    n, unit = whole[m.word("UNIT")]
    if m.get("ago"):
        return Shift(unit, -n) if unit in ("Y", "M") else None
    return Length(_period(n / 12, "Y") if (n, unit) == (18, "M") else _period(n, unit))


def unit_long(m: Match) -> Made:
    if m.has("old") and m.word_after() not in _OLD_THINGS:
        return None
    unit = m.word("ANYUNIT")
    return Length(_period(None if m["ANYUNIT"].kind == "units" else 1, unit), unit)


def every(m: Match) -> Made:
    if m.get("WEEKDAY"):
        return Fixed("SET", f"XXXX-WXX-{m.num('WEEKDAY')}" + (f"T{m.word('PART')}" if m.get("PART") else ""))
    if m.get("MONTH"):
        return Fixed("SET", f"XXXX-{m.num('MONTH'):02d}")
    if m.get("SEASON"):
        return Fixed("SET", f"XXXX-{m.word('SEASON')}")
    if m.get("PART"):
        return Fixed("SET", f"XXXX-XX-XXT{m.word('PART')}")
    unit = m.word("ANYUNIT")
    if unit == "WE":
        return Fixed("SET", "XXXX-WXX-WE")
    n = 2 if m.get("other") else 1 if m.get("times") else _amount(m) or 1   # three times a week: the week comes again
    return Fixed("SET", _period(n * 3, "M") if unit == "Q" else _period(n, unit))


def often(m: Match) -> Made:
    return Fixed("SET", m.word("often"))


def weekdays(m: Match) -> Made:
    """Fridays, Friday nights."""
    return Fixed("SET", f"XXXX-WXX-{m.num('day')}" + (f"T{m.word('parts')}" if m.get("parts") else ""))


def week_of(m: Match) -> Made:
    day = day_of_month(None, m.num("MONTH"), m.num("DAY"))
    return WeekOf(day) if m.word("UNIT") == "W" and day else None


def edge(m: Match) -> Made:
    """The end of the year: the year, less exactly."""
    unit = m.word("UNIT")
    return Shift(unit, 0) if unit in ("Y", "M", "W", "DE", "CE") else Quarter(None, "Q", "same") if unit == "Q" else None
