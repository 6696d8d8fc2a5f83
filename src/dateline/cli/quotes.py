"""dateline quotes: who said what."""

from pathlib import Path
from typing import Any

import click

from dateline.cli.filters import asking, opened, wanted
from dateline.cli.output import show


@click.command("quotes")
@asking
def quotes(record: Path, output: str | None, **given: Any) -> None:
    """Who said what, by day. --dyad, --recipient, --root, --quad and --status keep what stands in stories with such an event."""
    from dateline.cli.columns import QUOTE_CSV, QUOTE_TABLE_OF_MANY

    with opened(record) as kept:
        show(kept.quotes(wanted(**given)), output, QUOTE_TABLE_OF_MANY, QUOTE_CSV, empty="no quotes found")
