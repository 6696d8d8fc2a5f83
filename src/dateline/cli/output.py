"""Rows as a table, as JSON lines, or as CSV; a console whose width is bounded and which prints nothing that a page commands."""

import csv
import io
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from dateline.cli.plain import clean

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

PIPED_WIDTH, NARROWEST, WIDEST = 110, 40, 140

class Column(NamedTuple):
    """A column: its header, how a row fills it, and how wide it may get in a table (characters)."""

    header: str
    of: Callable[[Any], object]
    most: int | None = None


def show(rows: Sequence[Any], output: str | None, table: Sequence[Column], columns: Sequence[Column], *, empty: str) -> None:
    """Print rows in the form that was asked for; `table` are the columns for people, `columns` those of CSV."""
    if output == "json":
        lines(rows)
    elif output == "csv":
        click.echo(as_csv(rows, columns), nl=False)
    elif rows:
        console().print(as_table(rows, table))
    else:
        click.echo(empty)


def lines(rows: Iterable[Any]) -> None:
    """Print each row as JSON on a line of its own."""
    import msgspec

    out = sys.stdout.buffer
    for row in rows:
        out.write(msgspec.json.encode(row) + b"\n")
    out.flush()


def as_csv(rows: Iterable[Any], columns: Sequence[Column]) -> str:
    """CSV after RFC 4180 with line feeds. Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([c.header for c in columns])
    writer.writerows([_csv_cell(c.of(row)) for c in columns] for row in rows)
    return out.getvalue()


def _csv_cell(value: object) -> object:
    if value is None or isinstance(value, int | float):
        return value
    text = clean(";".join(value) if isinstance(value, list | tuple) else str(value))
    # OWASP, CSV injection: spreadsheets run cells that start so; leading blanks are skipped by some.
    return "'" + text if text.lstrip().startswith(("=", "+", "-", "@")) else text


def console() -> "Console":
    """Standard output for tables and reports: the terminal's width within bounds, a fixed one when piped; no markup, no emoji names."""
    from rich.console import Console

    width = shutil.get_terminal_size((PIPED_WIDTH, 24)).columns if sys.stdout.isatty() else PIPED_WIDTH
    return Console(width=max(NARROWEST, min(width, WIDEST)), markup=False, highlight=False, emoji=False)


def as_table(rows: Iterable[Any], columns: Sequence[Column]) -> "Table":
    """Rows as a table; words that are too long for their column go on in the next line."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    # Cells are Text, never markup, and cleaned: Text by itself lets ESC sequences through.
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for c in columns:
        table.add_column(c.header, max_width=c.most, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_words(c.of(row))) for c in columns))
    return table


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "\n".join(clean(str(v)) for v in value if v)
    return clean(str(value))
