"""The table of rules: each rule's name is an example of what it finds."""

from datetime import date

import pytest

from dateline.times import tag
from dateline.times.holidays import HOLIDAYS
from dateline.times.rules import RULES

# names that are no whole expression need one around them
WITHIN = {
    "May": "in May", "January": "in January", "per day": "40 flights per day", "2026": "in 2026", "'95": "in '95", "years": "for years",
    "the summer": "in the summer", "year-earlier": "the year-earlier figure", "a two-year-old": "a two-year-old war",
    "a day-long": "a day-long siege", "every May": "every May", "a year": "for a year", "the weekend": "over the weekend",
    "weekend": "at the weekend", "year-end": "by year-end", "8 o'clock": "at 8 o'clock", "the day before": "He fell the day before.",
    "the week of May 5": "the week of May 5", "recent": "a recent visit", "current": "the current row", "these units": "these days",
    "future units": "future years",
    "the year": "in the year",
}


@pytest.mark.parametrize("name", [rule.name for rule in RULES if rule.name not in HOLIDAYS])
def test_a_rule_finds_the_expression_that_it_is_named_after(name: str) -> None:
    text = WITHIN.get(name, name)
    found = tag(text, date(2025, 12, 30))
    assert found, f"nothing found in {text!r}"
    covered = sum(t.end - t.start for t in found)
    assert covered >= min(len(name), len(text)) * 0.4


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Christmas Eve", "2025-12-24"), ("Christmas Day", "2025-12-25"), ("New Year's Day", "2026-01-01"),
        ("New Year's Eve", "2025-12-31"),
        ("Easter Sunday 2026", "2026-04-05"), ("Good Friday 2024", "2024-03-29"), ("Thanksgiving Day 2025", "2025-11-27"),
        ("Election Day 2028", "2028-11-07"), ("Easter 2000", "2000-04-23"), ("Halloween 2025", "2025-10-31"),
    ],
)
def test_a_holiday_falls_on_its_day(text: str, day: str) -> None:
    assert [t.value for t in tag(text, date(2025, 12, 30))] == [day]
