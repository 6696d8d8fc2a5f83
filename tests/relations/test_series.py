"""A dyad's months count what was reported, in the month it belongs to."""

import pytest
from made import event, reading

from dateline.record.rows import event_rows
from dateline.relations import dyad, months


def rows(*events, day="2026-03-02", **more):
    return event_rows(reading("a", *events, day=day, **more))


@pytest.mark.parametrize(("given", "month"), [
    (event(first="2026-01-31"), "2026-01"),
    (event(first="2026-01-01", last="2026-01-31"), "2026-01"),
    (event(first="2025-01-01", last="2025-12-31"), None),
    (event(first=None), "2026-03"),
    (event(status="historical", first="2019-12-01"), "2019-12"),
    (event(status="historical", first=None), None),
    (event(status="planned", code="AGREE", first="2026-05-01"), "2026-03"),
    (event(status="conditional", code="AGREE", first="2026-05-01"), "2026-03"),
    (event(status="ongoing", first="2024-01-01"), "2026-03"),
    (event(status="denied", first="2026-03-01"), None),
])
def test_an_event_counts_in(given, month):
    assert [m.month for m in months(rows(given))] == [month] * (month is not None)


def test_a_plan_of_a_story_without_a_day_counts_on_its_own():
    assert [m.month for m in months(rows(event(status="planned", code="AGREE", first="2026-05-01"), day=None))] == ["2026-05"]


def test_a_month_counts_by_quad_and_adds_up_scores_and_sources():
    found, = months([*rows(event(), event("AID"), event("AID"), event("REJECT"), event("ASSAULT")),
                     *rows(event("THREATEN"), publisher="Other Post")])
    assert (found.verbal_cooperation, found.material_cooperation, found.verbal_conflict, found.material_conflict) == (1, 2, 2, 1)
    assert (found.cooperation, found.conflict) == (15.5, -19.5)
    assert found.sources == 2


def test_a_dyad_shows_the_newest_events_first_and_says_how_many_no_month_counts():
    found = dyad("KOR", "CHN", rows(*(event(first=f"2026-01-{d:02}") for d in range(1, 15)), event(status="denied")), ())
    assert [e.first.day for e in found.latest] == [14, 13, 12, 11, 10, 9, 8, 7, 6, 5]
    assert found.uncounted == 1
