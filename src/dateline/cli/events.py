"""dateline events: who did what to whom."""

from pathlib import Path
from typing import Any

import click

from dateline.cli.filters import asking, opened, wanted
from dateline.cli.output import show


@click.command("events")
@asking
def events(record: Path, output: str | None, **given: Any) -> None:
    """Who did what to whom, when and where, by day."""
    from dateline.cli.columns import EVENT_CSV, EVENT_TABLE_OF_MANY

    with opened(record) as kept:
        show(kept.events(wanted(**given)), output, EVENT_TABLE_OF_MANY, EVENT_CSV, empty="no events found")
