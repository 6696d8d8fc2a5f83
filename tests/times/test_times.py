"""What time expressions mean, seen from the day that a story is told on: Tuesday, 30 December 2025, unless a test says otherwise."""

from datetime import date

import pytest

from dateline.times import ranges, tag

ON = date(2025, 12, 30)


def values(text: str, on: date | None = ON) -> list[str]:
    return [t.value for t in tag(text, on)]


def words(text: str, on: date | None = ON) -> list[str]:
    return [t.text for t in tag(text, on)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoy arrived on Dec 28, 2025.", "2025-12-28"), ("The envoy arrived on 28 December 2025.", "2025-12-28"),
        ("The envoy arrived on 12/28/2025.", "2025-12-28"), ("The envoy arrived on 28/12/2025.", "2025-12-28"),
        ("The envoy arrived on 28.12.2025.", "2025-12-28"), ("The envoy arrived on 2025-12-28.", "2025-12-28"),
        ("The envoy arrived on the 28th of December, 2025.", "2025-12-28"), ("The envoy arrived on Sunday, Dec. 28.", "2025-12-28"),
        ("The envoy arrived on December the 28th.", "2025-12-28"), ("The envoy arrived in March 2024.", "2024-03"),
        ("The envoy arrived in nineteen ninety-six.", "1996"), ("The envoy arrived on the 28th.", "2025-12-28"),
    ],
)
def test_a_date_is_read_in_every_form_that_newspapers_write(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister will fly to Lima on Sunday.", "2026-01-04"), ("The minister flew to Lima on Sunday.", "2025-12-28"),
        ("The minister is to fly to Lima on Sunday.", "2026-01-04"), ("The minister said on Tuesday that he was ill.", "2025-12-30"),
        ("On Sunday the minister will fly to Lima.", "2026-01-04"), ("Sunday's vote will go ahead, the court said.", "2026-01-04"),
        ("The strike is due to begin on Friday.", "2026-01-02"), ("The strike, which began on Friday, is over.", "2025-12-26"),
        ("The talks were put off until Thursday.", "2026-01-01"), ("The museum opens on Saturday.", "2026-01-03"),
        ("The rally last Friday drew thousands.", "2025-12-26"), ("The court will rule next Friday.", "2026-01-09"),
        ("Both sides agreed to meet again on Monday.", "2026-01-05"), ("The mayor failed to appear on Monday.", "2025-12-29"),
        ("He could not be reached on Monday.", "2025-12-29"), ("The troops, he said, would leave by Monday.", "2026-01-05"),
    ],
)
def test_a_bare_weekday_lies_on_the_side_that_its_clause_tells(text: str, value: str) -> None:
    assert values(text) == [value]


def test_two_weekdays_of_one_sentence_each_follow_their_own_verb() -> None:
    assert values("The king, who arrived on Monday, will leave on Thursday.") == ["2025-12-29", "2026-01-01"]
    assert values("He said on Monday that the army would move on Wednesday.") == ["2025-12-29", "2025-12-31"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They last met in November.", "2025-11"), ("The fleet will sail in March.", "2026-03"), ("The pact expired last May.", "2025-05"),
        ("The border will open on January 7.", "2026-01-07"), ("A new law takes effect next year.", "2026"),
        ("The harvest failed this year.", "2025"), ("The fair closed last week.", "2025-W52"), ("The fair opens next week.", "2026-W02"),
        ("Envoys will meet later this week.", "2026-W01"), ("The rebels met last month.", "2025-11"),
        ("The rebels will meet next month.", "2026-01"), ("The bridge collapsed yesterday.", "2025-12-29"),
        ("The bridge will open the day after tomorrow.", "2026-01-01"),
    ],
)
def test_the_turn_of_the_year_is_crossed_on_the_right_side(text: str, value: str) -> None:
    assert values(text) == [value]


def test_weeks_are_those_of_iso_8601_also_where_the_year_has_53() -> None:
    found = tag("The port reopened last week.", date(2021, 1, 5))
    assert [(t.value, t.first, t.last) for t in found] == [("2020-W53", date(2020, 12, 28), date(2021, 1, 3))]


@pytest.mark.parametrize(
    ("text", "on", "value"),
    [
        ("The vote was held on Feb. 29.", date(2024, 3, 1), "2024-02-29"), ("The vote was held on Feb. 29.", ON, "2024-02-29"),
        ("The vote will be held on Feb. 29.", ON, "2028-02-29"), ("The vote was held yesterday.", date(2024, 3, 1), "2024-02-29"),
    ],
)
def test_leap_days_fall_in_leap_years(text: str, on: date, value: str) -> None:
    assert values(text, on) == [value]


def test_a_day_that_no_calendar_has_is_no_date() -> None:
    assert all(len(value) < len("2025-02-30") for value in values("The clerk wrote February 30, 2025 on it, and 31/31/2025."))


def test_a_weekday_beside_a_date_tells_its_year() -> None:
    assert values("The treaty is dated Friday, Jan. 3.") == ["2025-01-03"]
    assert values("The treaty is dated Saturday, Jan. 3.") == ["2026-01-03"]


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("Exports fell in the third quarter.", "2025-Q3", date(2025, 7, 1), date(2025, 9, 30)),
        ("Exports fell in the first half of 2024.", "2024-H1", date(2024, 1, 1), date(2024, 6, 30)),
        ("The war began in the summer of 2024.", "2024-SU", date(2024, 6, 1), date(2024, 8, 31)),
        ("The war began last winter.", "2024-WI", date(2024, 12, 1), date(2025, 2, 28)),
        ("The war began in the 1990s.", "199", date(1990, 1, 1), date(1999, 12, 31)),
        ("The war began in the '80s.", "198", date(1980, 1, 1), date(1989, 12, 31)),
        ("The war began in the 19th century.", "18", date(1800, 1, 1), date(1899, 12, 31)),
        ("Envoys met over the weekend.", "2025-W52-WE", date(2025, 12, 27), date(2025, 12, 28)),
        ("Spending fell in fiscal 2025.", "FY2025", None, None),
    ],
)
def test_periods_have_their_first_and_last_day(text: str, value: str, first: date | None, last: date | None) -> None:
    assert [(t.value, t.first, t.last) for t in tag(text, ON)] == [(value, first, last)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The tower fell at 6:40 pm.", "2025-12-30T18:40"), ("The tower fell at 12:05 a.m. on Sunday.", "2025-12-28T00:05"),
        ("Polls open at 8 am on Sunday.", "2026-01-04T08:00"), ("The raid began at 0430 GMT on Monday.", "2025-12-29T04:30"),
        ("The offer ends at noon on Thursday, Jan. 8.", "2026-01-08T12:00"), ("The offer ends at midnight.", "2025-12-30T24:00"),
        ("Shells fell on Sunday morning.", "2025-12-28TMO"), ("Shells fell overnight.", "2025-12-29TNI"),
        ("The king speaks tonight.", "2025-12-30TNI"), ("Shells fell late on Sunday.", "2025-12-28TNI"),
        ("Shells fell on the night of March 3, 2024.", "2024-03-03TNI"),
        ("The tower fell at 10:35 am (0735 GMT) on Monday.", "2025-12-29T10:35"),
    ],
)
def test_times_of_the_day_are_on_their_day(text: str, value: str) -> None:
    assert [(t.type, t.value) for t in tag(text, ON)] == [("TIME", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The siege lasted two days.", "P2D"), ("The siege lasted for years.", "PXY"), ("The siege went on for decades.", "PXDE"),
        ("The siege lasted several weeks.", "PXW"), ("The siege lasted 24 hours.", "PT24H"),
        ("The siege lasted a year and a half.", "P1Y6M"),
        ("The siege lasted two and a half years.", "P2Y6M"), ("The siege lasted half a century.", "P50Y"),
        ("The siege lasted more than twenty-one months.", "P21M"), ("A two-year-old war went on.", "P2Y"),
        ("It was the first siege in 15 years.", "P15Y"), ("The siege lasted two to three weeks.", "P2W"),
    ],
)
def test_durations_have_iso_values(text: str, value: str) -> None:
    assert [(t.type, t.value) for t in tag(text, ON)] == [("DURATION", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council meets every Thursday.", "XXXX-WXX-4"), ("The council meets on Mondays.", "XXXX-WXX-1"),
        ("The council meets daily.", "P1D"), ("The council meets twice a year.", "P1Y"),
        ("The council meets three times a week.", "P1W"),
        ("The council meets every two weeks.", "P2W"), ("The council meets every other day.", "P2D"),
        ("The council meets each July.", "XXXX-07"),
    ],
)
def test_what_comes_again_is_a_set(text: str, value: str) -> None:
    assert [(t.type, t.value) for t in tag(text, ON)] == [("SET", value)]


def test_ages_are_no_times() -> None:
    assert words("The 44-year-old guide and a boy, 6 years old, were found.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bridge fell two years ago.", "2023"), ("The bridge fell three days ago.", "2025-12-27"),
        ("The bridge fell five months ago.", "2025-07"), ("The bridge fell two weeks ago.", "2025-12-16"),
        ("The bridge fell six weeks ago.", "2025-W47"), ("The bridge will open in two weeks.", "2026-01-13"),
        ("The bridge fell years ago.", "PAST_REF"), ("The bridge is now closed.", "PRESENT_REF"),
        ("The bridge may open in the near future.", "FUTURE_REF"), ("The bridge fell a decade ago.", "2015"),
    ],
)
def test_what_is_counted_from_today_is_as_exact_as_its_unit(text: str, value: str) -> None:
    assert values(text) == [value]


def test_a_date_near_ahead_is_not_taken_for_last_years() -> None:
    assert values("The firm declared a dividend for holders of record Jan. 15.") == ["2026-01-15"]
    assert values("He was killed on Jan. 15.") == ["2025-01-15"]
    assert values("He was killed in a raid on the port last Jan. 15.") == ["2025-01-15"]


def test_the_quarter_is_the_one_last_named_or_dated() -> None:
    assert values("Sales rose in the second quarter. Profit for the quarter fell.") == ["2025-Q2", "2025-Q2"]
    assert values("Profit fell in the quarter ended June 30.") == ["2025-Q2", "2025-06-30"]


def test_the_past_weeks_end_today() -> None:
    (found,) = tag("Forty villages burned in the past two weeks.", ON)
    assert (found.value, found.first, found.last, found.anchored) == ("P2W", date(2025, 12, 16), ON, ON)


def test_a_day_later_counts_from_the_day_that_the_story_set() -> None:
    text = "A mutiny broke out on July 15, 2016. The following day the fleet gave up. Two weeks later the premier fled."
    assert values(text) == ["2016-07-15", "2016-07-16", "2016-07-30"]


def test_a_week_later_than_nobody_knows_what_stays_open() -> None:
    assert values("Earlier this year both met; a week later they split.") == ["2025", "XXXX-WXX"]


def test_a_narrative_takes_the_year_that_it_last_set() -> None:
    told = "".join(f"In March {year} the rebels took a town. " for year in range(1910, 1920))
    assert values(told + "On 5 April they lost it. In May they fled. The next year they won.")[-3:] == ["1919-04-05", "1919-05", "1920"]


def test_a_year_ago_in_a_report_on_a_quarter_is_that_quarter() -> None:
    assert values("Profit fell in the third quarter from a year earlier.") == ["2025-Q3", "2024-Q3"]
    assert values("The plant was closed a year ago.") == ["2024"]


@pytest.mark.parametrize(
    "text",
    [
        "The Labour chief said May may go.", "March for Peace organisers disagreed.", "The Sunday Times asked 1500 people.",
        "The 9:30 train was full.", "She is in her 80s.", "It cost $1999.", "Prices rose by 30 percent.",
    ],
)
def test_names_and_amounts_are_no_times(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("He will be in Rome from Sunday to Tuesday.", [("2026-01-04", "2026-01-06")]),
        ("He will be in Rome from Friday to Monday.", [("2026-01-02", "2026-01-05")]),
        ("Rain fell from Friday to Monday.", [("2025-12-26", "2025-12-29")]), ("Talks ran between 2010 and 2012.", [("2010", "2012")]),
        ("They fought from 1990-95.", [("1990", "1995")]), ("The drill runs January 4-6.", [("2026-01-04", "2026-01-06")]),
        ("Snow will close the pass from 3 to 5 February.", [("2026-02-03", "2026-02-05")]),
        ("The garden is open from November to March.", [("2025-11", "2026-03")]),
        ("The army marched from 5 May to 3 June 1942.", [("1942-05-05", "1942-06-03")]),
        ("The army marched from November to March 1943.", [("1942-11", "1943-03")]),
        ("Both met on Monday and on Friday.", []), ("It rained on Monday, and 2019 was dry.", []),
    ],
)
def test_ranges_pair_start_and_end(text: str, ends: list[tuple[str, str]]) -> None:
    assert [(a.value, b.value) for a, b in ranges(text, tag(text, ON))] == ends


def test_on_saturday_from_friday_to_monday_lies_in_order() -> None:
    text = "He will be in Rome from Friday to Monday."
    assert values(text, date(2026, 1, 3)) == ["2026-01-09", "2026-01-12"]
    text = "Rain fell from Friday to Monday."
    assert values(text, date(2026, 1, 4)) == ["2025-12-26", "2025-12-29"]


def test_spans_leave_out_the_preposition_and_keep_the_article() -> None:
    assert words("On Monday, at the end of the year, in early March and in the 1990s.") == [
        "Monday", "the end of the year", "early March", "the 1990s",
    ]


def test_without_a_day_of_telling_nothing_is_guessed() -> None:
    assert values("He came on Sunday, left on 5 May and returned last month.", None) == ["XXXX-WXX-7", "XXXX-05-05", "XXXX-XX"]


def test_years_before_christ_have_values_and_no_days() -> None:
    found = tag("The city fell in 490 BC and rose in AD 70.", ON)
    assert [(t.value, t.first) for t in found] == [("BC0490", None), ("0070", date(70, 1, 1))]


def test_what_was_counted_names_its_anchor() -> None:
    assert [t.anchored for t in tag("It closed on Sunday; it opened in 2019.", ON)] == [ON, None]
