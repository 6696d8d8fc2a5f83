"""dateline calendar: what is announced for the days ahead."""

from datetime import date as Day
from pathlib import Path
from typing import Any

import click

from dateline.cli.filters import asking, opened, wanted
from dateline.cli.output import show


@click.command("calendar")
@asking
@click.option("--past", is_flag=True, help="Also plans whose days are over.")
def calendar(record: Path, output: str | None, since: Day | None, past: bool, **given: Any) -> None:
    """What is planned, with its days, soonest first: what has not ended before --since (by default today)."""
    from dateline.cli.columns import EVENT_CSV, EVENT_TABLE_OF_MANY

    with opened(record) as kept:
        plans = kept.plans(since or Day.today(), past, wanted(**given))
        show(plans, output, EVENT_TABLE_OF_MANY, EVENT_CSV, empty="no dated plans found")
