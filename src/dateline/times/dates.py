"""What dates of the calendar mean: days, months, years, decades; weekdays, seasons, quarters, holidays."""

from dateline.times.grammar import Action, Made, Match
from dateline.times.meanings import Base, Calendar, Fixed, Holiday, Moment, Phrase, Quarter, Season, Shift, Weekday
from dateline.times.values import is_day
from dateline.times.words import NOT_AFTER_WEEKDAY, word_set

# What may stand before a bare "May" or a bare number that is a year
BEFORE_MONTH = word_set("in since by until till from of during between before after through early late mid around about than for")
BEFORE_YEAR = BEFORE_MONTH | word_set("last next this and or to for the year fiscal circa into over throughout at on election elections")
_COUNTED = word_set(
    "people percent pct km miles meters metres feet points men women troops soldiers members jobs tons tonnes pounds dollars %"
)
_LAST_YEAR = 9999
_NO_PLURALS = word_set("is was as has")


def _year_of(m: Match) -> int | None:
    year = m.get("YEAR") or m.get("YEAR|shortyear")
    if year is None or not isinstance(year.value, int):
        return None
    return year.value + (1900 if year.value > 30 else 2000) if year.kind == "shortyear" else year.value


def day_of_month(year: int | None, month: int, day: int) -> Calendar | None:
    return Calendar(year, month, day) if is_day(year, month, day) else None


def iso(m: Match) -> Made:
    numbers = m["iso"].value
    assert isinstance(numbers, tuple)
    day = day_of_month(numbers[0], numbers[1], numbers[2])
    if day and len(numbers) > 3:
        return Moment(f"T{numbers[3]:02d}:{numbers[4]:02d}", day)
    return day


def month_day(m: Match) -> Made:
    day = day_of_month(_year_of(m), m.num("MONTH"), m.num("DAY"))
    return day._replace(which=m.which) if day else None


def days_of_month(m: Match) -> Made:
    """Two days of one month, two expressions: the month's name stands in one of them."""
    year, month = _year_of(m), m.num("MONTH")
    first, last = day_of_month(year, month, m.num("DAY")), day_of_month(year, month, m.num("last"))
    if not first or not last:
        return None
    one = (m["DAY"].start, m["DAY"].end)
    other = (m["last"].start, m["last"].end)
    if m["MONTH"].start < one[0]:
        one = (m["MONTH"].start, one[1])
    else:
        other = (other[0], m["MONTH"].end)
    tail = m.get("YEAR")
    return [Phrase(*one, first), Phrase(other[0], tail.end if tail else other[1], last)]


def month_year(m: Match) -> Made:
    return Calendar(_year_of(m), m.num("MONTH"))


def months_of_year(m: Match) -> Made:
    """June to August 2025; November to March 2025 begins in the year before."""
    year, first, last = _year_of(m), m.num("first"), m.num("MONTH")
    before = year - 1 if year is not None and first > last else year
    return [Phrase(*m.span("first", "first"), Calendar(before, first)), Phrase(*m.span("MONTH"), Calendar(year, last))]


def month(m: Match) -> Made:
    if m["MONTH"].kind == "maymonth":
        hyphened = m.word_before() == "-" and m.word_before(2) in ("early", "late", "mid")
        before, after = m.before(2), m.after()
        joined = m.word_before() in ("to", "and", "or", "-", "–") and before is not None and before.kind in ("month", "maymonth")
        named = m.word_before() == "the" and after is not None and after.lower.isalpha() and after.lower not in _FOLLOWS_NAME
        if not (hyphened or joined or named or m.which or m.word_before() in BEFORE_MONTH) or (after and after.kind == "poss"):
            return None
    return Calendar(None, m.num("MONTH"), None, m.which)


_FOLLOWS_NAME = word_set("for on of in and or to")   # the March for ..., the March on ...


def day_alone(m: Match) -> Made:
    """On the 14th: of the month last set."""
    after = m.after()
    if after is not None and after.lower.isalnum() and after.lower not in _GOES_ON:
        return None
    return [Phrase(*m.span("the", "ordinalday"), Calendar(None, None, m.num("ordinalday")))]


_GOES_ON = word_set("the a an he she it they we with when where while at in and but as by to after before his her their both")


def whole_year(m: Match) -> Made:
    year, before, after = _year_of(m), m.word_before(), m.after()
    if year is None or m.word_after() in _COUNTED:
        return None
    plural = after is not None and not after.kind and after.lower.isalpha() and after.lower.endswith("s") and after.lower not in _NO_PLURALS
    if plural and year < 1900:
        return Calendar(year) if before in ("in", "since", "year") else None
    if year < 1500 or (year == 2000 and not m["YEAR"].lower):   # "two thousand"
        return Calendar(year) if before in BEFORE_YEAR else None
    return Calendar(year)


def year_range(m: Match) -> Made:
    """1990-95, 2020-2021: two years."""
    first, last = m["YEAR"], m["last"]
    assert isinstance(first.value, int) and isinstance(last.value, int)
    end = last.value if last.value > 100 else first.value // 100 * 100 + last.value
    if not 0 < end - first.value < 100 or (first.value < 1800 and last.value > 100 and m.word_before() not in BEFORE_YEAR):
        return None
    return [Phrase(first.start, first.end, Calendar(first.value)), Phrase(last.start, last.end, Calendar(end))]


def short_year(m: Match) -> Made:
    return Calendar(_year_of(m)) if m.word_before() in BEFORE_YEAR else None


def year_bc(m: Match) -> Made:
    if not 0 < m.num("NUM") <= _LAST_YEAR:
        return None
    return Calendar(-m.num("NUM"), m.num("MONTH") if m.get("MONTH") else None, m.num("DAY") if m.get("DAY") else None)


def years_bc(m: Match) -> Made:
    if not 0 < m.num("NUM") <= m.num("first") <= _LAST_YEAR:
        return None
    return [Phrase(m["first"].start, m["first"].end, Calendar(-m.num("first"))),
            Phrase(m["NUM"].start, m["bc"].end, Calendar(-m.num("NUM")))]


def year_ad(m: Match) -> Made:
    return Calendar(m.num("NUM")) if 0 < m.num("NUM") <= _LAST_YEAR else None


def decade(m: Match) -> Made:
    word = m["decade"]
    full = word.lower[:1] in "'’" or word.lower[:4].isdecimal()
    if not full and m.word_before() not in ("the", "early", "late", "mid", "-"):
        return None   # "in his 80s" is an age
    return Fixed("DATE", str(word.value))


def century(m: Match) -> Made:
    n = m.num("ORD")
    if not 1 <= n <= 22:
        return None
    return Fixed("DATE", ("BC" if m.get("bc") else "") + f"{n - (0 if m.get('bc') else 1):02d}")


def centuries(m: Match) -> Made:
    if m.word("units") != "CE" or not (1 < m.num("ORD") <= 22 and 1 < m.num("last") <= 22):
        return None
    return [Phrase(*m.span("ORD", "ORD"), Fixed("DATE", f"{m.num('ORD') - 1:02d}")),
            Phrase(*m.span("last"), Fixed("DATE", f"{m.num('last') - 1:02d}"))]


def this_century(m: Match) -> Made:
    return Shift("CE", {"last": -1, "next": 1}.get(m.which, 0))


def fiscal_year(m: Match) -> Made:
    return Fixed("DATE", f"FY{_year_of(m)}")


# weekdays, seasons, quarters, holidays


def weekday(m: Match) -> Made:
    if m.word_after() in NOT_AFTER_WEEKDAY:
        return None
    told: Base = "ref" if m.pointer in ("previous", "following", "same", "that") else "on"
    return Weekday(m.num("WEEKDAY"), m.which, None, told)


def late_weekday(m: Match) -> Made:
    return Moment("TNI", Weekday(m.num("WEEKDAY"))) if m["early"].lower == "late" else Weekday(m.num("WEEKDAY"))


def season(m: Match) -> Made:
    """Spring and fall are also verbs and things: they need more around them."""
    word, before = m["SEASON"].lower, m.word_before()
    if m.which:
        return Season(m.word("SEASON"), m.which)
    if before not in _BEFORE_SEASON:
        return None
    if word == "fall" and before not in _BEFORE_FALL:
        return None
    if word == "spring" and before not in _BEFORE_FALL and m.word_before(2) not in _BEFORE_FALL | {"of"}:
        return None
    return Season(m.word("SEASON"))


_BEFORE_SEASON = word_set("in the by since until during early late mid - for of and or")
_BEFORE_FALL = word_set("in since until during early late mid")


def season_year(m: Match) -> Made:
    return Season(m.word("SEASON"), "", Calendar(_year_of(m)))


def quarter(m: Match) -> Made:
    n = m.num("ORD")
    if not 1 <= n <= 4:
        return None
    return Quarter(n, "Q", "", Calendar(_year_of(m)) if _year_of(m) else None)


def quarters(m: Match) -> Made:
    one, two = m.num("ORD"), m.num("last")
    if m.word("quarter|units") != "Q" or not (1 <= one <= 4 and 1 <= two <= 4):
        return None
    return [Phrase(*m.span("ORD", "ORD"), Quarter(one)), Phrase(*m.span("last"), Quarter(two))]


def half_year(m: Match) -> Made:
    return Quarter(m.num("ORD"), "H", "", Calendar(_year_of(m))) if 1 <= m.num("ORD") <= 2 else None


def this_quarter(m: Match) -> Made:
    return Quarter(None, "Q", m.which)


def quarter_a_year_before(m: Match) -> Made:
    n = m.num("ORD") if m.get("ORD") else None
    return Quarter(n, "Q", "same", None, -1)


def quarter_of_year(m: Match) -> Made:
    return Quarter(None, "Q", "same", Calendar(_year_of(m)))


def holiday(name: str) -> Action:
    return lambda m: Holiday(name, _year_of(m), m.which)
