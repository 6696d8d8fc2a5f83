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
        first = since or Day.today()
        plans = kept.plans(first, past, wanted(**given))
        empty = "no dated plans found" if past else f"no dated plans from {first} on (--past shows earlier ones too)"
        show(plans, output, EVENT_TABLE_OF_MANY, EVENT_CSV, empty=empty)
