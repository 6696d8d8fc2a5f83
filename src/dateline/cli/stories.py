"""dateline stories: which stories were read."""

from pathlib import Path
from typing import Any

import click

from dateline.cli.filters import asking, opened, wanted
from dateline.cli.output import show


@click.command("stories")
@asking
def stories(record: Path, output: str | None, **given: Any) -> None:
    """Which stories were read, by day. --dyad, --recipient, --root, --quad and --status keep stories with such an event."""
    from dateline.cli.columns import STORY_CSV, STORY_TABLE

    with opened(record) as kept:
        show(kept.stories(wanted(**given)), output, STORY_TABLE, STORY_CSV, empty="no stories found")
