"""The words that English news tells time with: what kind of word each is, and what it means.

A word has one kind; grammar.py builds its classes (DAY, NUM, UNIT, ...) from kinds. Sources: the month, weekday, season and
unit names of ISO 8601 and ISO-TimeML (2009), the usual abbreviations of the news agencies' stylebooks.
"""

from typing import NamedTuple


class Entry(NamedTuple):
    """kind of word, and its meaning: an int for numbers, months, weekdays; a TIMEX3 code for units, seasons, parts of a day."""

    kind: str
    value: int | float | str


def word_set(words: str) -> frozenset[str]:
    """A set of the words of a line."""
    return frozenset(words.split())


MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# written small, or without a day or a preposition beside them, these are other words or names
DOUBTFUL_MONTHS = {
    "march": 3, "may": 5, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}
SHORT_WEEKDAYS = {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7}

UNITS = {
    "year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "MIN", "second": "S", "decade": "DE", "century": "CE",
    "quarter": "Q", "fortnight": "FN", "millennium": "ML",
}
PLURAL_UNITS = {name + "s": code for name, code in UNITS.items() if name not in ("century", "millennium")} | {
    "centuries": "CE", "millennia": "ML", "yrs": "Y", "mins": "MIN", "hrs": "H",
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "dusk": "EV",
    "nightfall": "EV", "sunset": "EV", "daytime": "DT", "lunchtime": "MI", "nighttime": "NI",
}
NOONS = {"noon": 12, "midday": 12, "midnight": 24}
ZONES = ("gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "bst", "cet", "cest", "ist", "jst", "kst", "msk",
         "hkt")

ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {"hundred": 100, "thousand": 1000, "dozen": 12}
ORDINALS = {
    "first": 1, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
    "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}
NAMED_DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}

# kind -> its words
_KINDS = {
    "last": "last", "past": "past", "previous": "previous preceding prior", "next": "next", "coming": "coming upcoming",
    "following": "following ensuing subsequent", "this": "this", "that": "that", "same": "same", "current": "current",
    "latest": "latest", "ago": "ago", "later": "later afterwards afterward", "earlier": "earlier beforehand", "before": "before",
    "after": "after", "the": "the", "a": "a an", "of": "of", "in": "in", "on": "on", "at": "at",
    "to": "to till until through", "and": "and",
    "or": "or", "from": "from", "between": "between", "every": "every each", "per": "per", "once": "once twice thrice",
    "early": "early late mid", "edge": "beginning start end middle close outset", "few": "several few many numerous", "couple": "couple",
    "recent": "recent", "fiscal": "fiscal", "half": "half", "today": "today", "yesterday": "yesterday",
    "tomorrow": "tomorrow", "tonight": "tonight", "overnight": "overnight", "bc": "bc bce", "ad": "ad ce", "period": "period",
    "oclock": "o'clock o’clock", "old": "old", "long": "long",
}
_SETS = {"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M", "yearly": "P1Y",
         "annually": "P1Y", "hourly": "PT1H"}

WORDS: dict[str, Entry] = {
    **{word: Entry(kind, word) for kind, words in _KINDS.items() for word in words.split()},
    **{word: Entry("often", value) for word, value in _SETS.items()},
    **{name: Entry("month", i + 1) for i, name in enumerate(MONTH_NAMES)},
    **{name: Entry("maymonth", i) for name, i in DOUBTFUL_MONTHS.items()},
    **{name: Entry("weekday", i + 1) for i, name in enumerate(WEEKDAY_NAMES)},
    **{name + "s": Entry("weekdays", i + 1) for i, name in enumerate(WEEKDAY_NAMES)},
    **{name: Entry("shortweekday", i) for name, i in SHORT_WEEKDAYS.items()},
    **{name: Entry("unit", code) for name, code in UNITS.items()},
    **{name: Entry("units", code) for name, code in PLURAL_UNITS.items()},
    **{name: Entry("season", code) for name, code in SEASONS.items()},
    **{name + "s": Entry("seasons", code) for name, code in SEASONS.items()},
    **{name: Entry("part", code) for name, code in PARTS.items()},
    **{name + "s": Entry("parts", code) for name, code in PARTS.items()},
    **{name: Entry("noon", hour) for name, hour in NOONS.items()},
    **{name: Entry("zone", name) for name in ZONES},
    **{name: Entry("wordnum", n) for name, n in (ONES | TENS | SCALES).items()},
    **{name: Entry("ordinal", n) for name, n in ORDINALS.items()},
    **{name: Entry("decade", f"19{n}") for name, n in NAMED_DECADES.items()},
    # "second" the ordinal and "second" the unit are one word: a kind of its own, member of both classes
    "second": Entry("second", 2),
    "weekend": Entry("weekend", "WE"),
    "weekends": Entry("weekends", "WE"),
    "year": Entry("unityear", "Y"),
    "century": Entry("centuryunit", "CE"),
    "quarter": Entry("quarter", "Q"),
}
# These words are times only when capitalised
CAPITALISED = word_set("month maymonth weekday weekdays shortweekday zone")

# A weekday before one of these is part of a name
NOT_AFTER_WEEKDAY = frozenset({"times", "telegraph", "mirror", "mail", "express", "herald", "school"})
