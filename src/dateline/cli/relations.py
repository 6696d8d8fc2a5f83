"""dateline relations: how two parties stand."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.filters import FILTERS, OUTPUTS, RECORD, opened, options, wanted
from dateline.cli.output import as_table, console, show

if TYPE_CHECKING:
    from dateline.relations import Dyad


@click.command("relations")
@click.argument("a")
@click.argument("b")
@options(RECORD, *FILTERS, *OUTPUTS)
def relations(record: Path, a: str, b: str, output: str | None, **given: Any) -> None:
    """How the parties A and B stand, by month, the relations told of them, and the latest events.

    A month counts events by quad and adds up their scores. A and B are country codes (KOR), actors' ids or
    names. --csv prints the months.
    """
    from dateline.cli.columns import MONTH_CSV, MONTH_TABLE

    with opened(record) as kept:
        found = kept.relations(a, b, wanted(**given))
    if output == "json":
        show([found], "json", (), (), empty="")
    elif output == "csv":
        show(found.months, "csv", MONTH_TABLE, MONTH_CSV, empty="")
    else:
        _report(found)


def _report(found: "Dyad") -> None:
    from rich.text import Text

    from dateline.cli.columns import EVENT_TABLE_OF_MANY, MONTH_TABLE, STANDING_TABLE
    from dateline.cli.plain import clean

    paper = console()
    paper.print(Text(clean(f"{found.a} and {found.b}"), style="bold"))
    if not found.months:
        paper.print("no dated events found between them")
    for title, rows, columns in (("By month", found.months, MONTH_TABLE), ("Told of them", found.standing, STANDING_TABLE),
                                 ("Latest events", found.latest, EVENT_TABLE_OF_MANY)):
        if rows:
            paper.print(Text(f"\n{title}", style="bold underline"))
            paper.print(as_table(rows, columns))
    if found.uncounted:
        paper.print(f"\nIn no month: {found.uncounted} (denied, or with a day that is not known to the month)")
