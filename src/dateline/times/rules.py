"""The table of time expressions: a name, a pattern over kinds of words (see grammar.py), and what it means.

An action returns None where the words around tell that it is no time ("May said", "1500 people").
"""

from dateline.times import clocks, counted, dates
from dateline.times.grammar import Action, Grammar, Made, Match, Rule
from dateline.times.holidays import HOLIDAYS
from dateline.times.meanings import Fixed, Moment, Quarter, Shift
from dateline.times.words import word_set


def _vague(value: str) -> Action:
    """A phrase with no day of its own; before a number or unit it only opens a longer one ("the past two weeks")."""

    def action(m: Match) -> Made:
        after = m.after()
        return None if after and after.kind in _COUNTABLE else Fixed("DATE", value)

    return action


_COUNTABLE = word_set(   # kinds
    "d12 d31 d99 d999 number wordnum unit unityear units few couple decimal season seasons quarter weekend centuryunit month"
)

# Words for the present, the past, the future at large: phrase, value
VAGUE = (
    ("now", "PRESENT_REF"), ("right now", "PRESENT_REF"), ("currently", "PRESENT_REF"), ("current", "PRESENT_REF"),
    ("at present", "PRESENT_REF"), ("at the moment", "PRESENT_REF"), ("nowadays", "PRESENT_REF"), ("these units", "PRESENT_REF"),
    ("recently", "PAST_REF"), ("more recently", "PAST_REF"), ("recent", "PAST_REF"),
    ("the past", "PAST_REF"), ("the near future", "FUTURE_REF"),
    ("the distant future", "FUTURE_REF"), ("the foreseeable future", "FUTURE_REF"), ("the future", "FUTURE_REF"),
    ("the near term", "FUTURE_REF"), ("the short term", "FUTURE_REF"),
    ("future units", "FUTURE_REF"), ("long ago", "PAST_REF"), ("in the meantime", "PRESENT_REF"),
)

RULES = (
    Rule("2026-01-05", "iso", dates.iso),
    Rule("2026-W02", "isoweek", lambda m: Fixed("DATE", m.word("isoweek"))),
    Rule("Jan. 5, 2026", "MONTH dot? the? DAY comma? YEAR", dates.month_day),
    Rule("Jan. 5", "MONTH dot? the? DAY", dates.month_day),
    Rule("Mon., Jan. 5", "shortweekday dot? comma? MONTH dot? DAY", dates.month_day),
    Rule("Jan. 5-7", "MONTH dot? DAY JOINT DAY:last", dates.days_of_month),
    Rule("Jan. 5-7, 2026", "MONTH dot? DAY JOINT DAY:last comma? YEAR", dates.days_of_month),
    Rule("5 January 2026", "DAY of? MONTH dot? comma? YEAR", dates.month_day),
    Rule("5 January", "DAY of? MONTH dot?", dates.month_day),
    Rule("5 to 7 January", "DAY JOINT DAY:last of? MONTH dot?", dates.days_of_month),
    Rule("5 to 7 January 2026", "DAY JOINT DAY:last of? MONTH dot? comma? YEAR", dates.days_of_month),
    Rule("January 2026", "MONTH dot? comma? of? the? YEAR|shortyear", dates.month_year),
    Rule("June to August 2025", "MONTH:first JOINT MONTH YEAR", dates.months_of_year),
    Rule("last Jan. 5", "BACK|ON|HERE:which MONTH dot? DAY", dates.month_day),
    Rule("last January", "BACK|ON|HERE:which MONTH", dates.month),
    Rule("January", "MONTH", dates.month),
    Rule("490 BC", "NUM bc", dates.year_bc),
    Rule("August 490 BC", "MONTH DAY? comma? NUM bc", dates.year_bc),
    Rule("5 August 490 BC", "DAY MONTH comma? NUM bc", dates.year_bc),
    Rule("490-479 BC", "NUM:first JOINT NUM bc", dates.years_bc),
    Rule("AD 70", "ad NUM", dates.year_ad),
    Rule("70 AD", "NUM ad", dates.year_ad),
    Rule("on the 14th", "on the ordinalday", dates.day_alone),
    Rule("2026", "YEAR", dates.whole_year),
    Rule("1990-95", "YEAR hyphen|dash|slash d12|d31|d99|year:last", dates.year_range),
    Rule("'95", "shortyear", dates.short_year),
    Rule("the 1990s", "decade", dates.decade),
    Rule("the 19th century", "ORD hyphen? centuryunit bc?", dates.century),
    Rule("the 18th and 19th centuries", "ORD JOINT ORD:last units", dates.centuries),
    Rule("this century", "BACK|ON|HERE:which centuryunit", dates.this_century),
    Rule("fiscal 2025", "fiscal unityear? YEAR", dates.fiscal_year),
    Rule("the fiscal year", "HERE:which? fiscal unityear", lambda m: Shift("Y", 0)),
    Rule("last fiscal year", "BACK|ON|latest:which fiscal unityear", lambda m: Shift("Y", 1 if m.which == "next" else -1)),
    Rule("last Friday", "BACK|ON|HERE:which ON:again? WEEKDAY", dates.weekday),
    Rule("the following Friday", "following:which WEEKDAY", dates.weekday),
    Rule("Friday", "WEEKDAY", dates.weekday),
    Rule("late on Friday", "early on? WEEKDAY", dates.late_weekday),
    Rule("last summer", "BACK|ON|HERE:which past? SEASON", dates.season),
    Rule("that summer", "THAT|following:which SEASON", dates.season),
    Rule("the summer", "SEASON", dates.season),
    Rule("summer 2024", "SEASON of? YEAR", dates.season_year),
    Rule("the third quarter", "ORD hyphen? quarter", dates.quarter),
    Rule("the third quarter of 2025", "ORD hyphen? quarter of? YEAR", dates.quarter),
    Rule("the fiscal third quarter", "fiscal hyphen? ORD hyphen? quarter", dates.quarter),
    Rule("first and second quarters", "ORD JOINT ORD:last quarter|units", dates.quarters),
    Rule("the first half of 2025", "ORD half of? YEAR", dates.half_year),
    Rule("this quarter", "BACK|ON|HERE:which quarter", dates.this_quarter),
    Rule("the latest quarter", "latest:which quarter|period", dates.this_quarter),
    Rule("the quarter", "the quarter", lambda m: Quarter(None, "Q", "same")),
    Rule("the year-earlier quarter", "unityear hyphen earlier|ago ORD? quarter|period", dates.quarter_a_year_before),
    Rule("the 1988 quarter", "YEAR quarter|period", dates.quarter_of_year),
    Rule("year-earlier", "unityear hyphen earlier|ago", lambda m: Shift("Y", -1, "compared")),
    Rule("last week", "BACK|ON|HERE|THAT:which UNIT", counted.relative),
    Rule("that same day", "that:which same UNIT", counted.relative),
    Rule("the following year", "following:which UNIT", counted.relative),
    Rule("the weekend", "BACK|ON|HERE|THAT:which weekend", counted.weekend),
    Rule("weekend", "weekend", counted.weekend),
    Rule("yesterday", "yesterday|today|tomorrow", counted.yesterday),
    Rule("the day before yesterday", "UNIT before|after:side yesterday|tomorrow", counted.day_beside),
    Rule("the day before", "the UNIT before|after:side", counted.day_beside),
    Rule("two years ago", "NUM|a more? ANYUNIT ago|earlier|later|before|after:word", counted.counted),
    Rule("a couple of years ago", "a? couple of? ANYUNIT ago|earlier|later:word", counted.counted),
    Rule("years ago", "a? few? ANYUNIT ago|earlier|later:word", counted.counted),
    Rule("two years from now", "NUM|a ANYUNIT from:word now", counted.counted),
    Rule("in two weeks", "in NUM|a ANYUNIT", counted.ahead),
    Rule("in two weeks' time", "in NUM|a ANYUNIT apostrophe time", counted.ahead),
    Rule("two years", "NUM hyphen? more|additional|consecutive|straight? ANYUNIT", counted.length),
    Rule("a two-year-old", "NUM hyphen? ANYUNIT hyphen? old", counted.length),
    Rule("the past two years", "BACK|ON:which NUM ANYUNIT", counted.length),
    Rule("the past few years", "BACK|ON:which a? few|couple of? UNITS", counted.few_units),
    Rule("several years", "a? few|couple of? more? UNITS", counted.few_units),
    Rule("recent years", "recent|coming|BACK:which UNITS", counted.few_units),
    Rule("two to three weeks", "NUM JOINT NUM:last hyphen? ANYUNIT", counted.length_between),
    Rule("years", "UNITS", counted.bare_units),
    Rule("a year", "a UNIT", counted.one_unit),
    Rule("half a century", "half a UNIT", counted.half_unit),
    Rule("half a century ago", "half a UNIT ago", counted.half_unit),
    Rule("a year and a half", "a UNIT and a half", counted.unit_and_half),
    Rule("a year and a half ago", "a UNIT and a half ago", counted.unit_and_half),
    Rule("a day-long", "ANYUNIT hyphen long|old", counted.unit_long),
    Rule("every Friday", "every WEEKDAY PART?", counted.every),
    Rule("every May", "every MONTH", counted.every),
    Rule("every summer", "every SEASON", counted.every),
    Rule("every night", "every PART", counted.every),
    Rule("every two weeks", "every other? NUM? ANYUNIT", counted.every),
    Rule("twice a year", "ONCE a|per|every ANYUNIT", counted.every),
    Rule("three times a week", "NUM times a|per|every ANYUNIT", counted.every),
    Rule("per day", "per ANYUNIT", counted.every),
    Rule("daily", "often", counted.often),
    Rule("Fridays", "weekdays:day", counted.weekdays),
    Rule("Friday nights", "weekdays|WEEKDAY:day parts", counted.weekdays),
    Rule("6:40 pm", "clock ampm? zone?", clocks.clock),
    Rule("8 am", "HOUR ampm zone?", clocks.clock),
    Rule("8 o'clock", "HOUR oclock", clocks.clock),
    Rule("4 in the morning", "HOUR in the PART", clocks.clock),
    Rule("8:30 in the morning", "clock in the PART", clocks.clock),
    Rule("1430 GMT", "NUM zone", clocks.clock),
    Rule("noon", "noon", clocks.noon),
    Rule("this morning", "BACK|ON|HERE|THAT:which PART", clocks.part_here),
    Rule("the following morning", "following:which PART", clocks.part_here),
    Rule("Sunday morning", "PART", clocks.part_alone),
    Rule("tonight", "tonight|overnight", clocks.tonight),
    Rule("the week of May 5", "UNIT of MONTH dot? DAY", counted.week_of),
    Rule("the year", "the unityear", counted.the_year),
    Rule("the full year", "the full unityear", lambda m: Shift("Y", 0)),
    Rule("the weeks ahead", "UNITS ahead", counted.few_units),
    Rule("mid-afternoon", "early hyphen? PART", lambda m: Moment("T" + m.word("PART"))),
    Rule("year-end", "unityear poss? hyphen? edge", lambda m: Shift("Y", 0)),
    Rule("the end of the year", "edge of the UNIT", counted.edge),
    *(Rule(phrase, phrase, _vague(value)) for phrase, value in VAGUE),
    *(Rule(name, f"BACK|ON|HERE:which? {name} comma? YEAR?", dates.holiday(name)) for name in HOLIDAYS),
)

GRAMMAR = Grammar(RULES)
