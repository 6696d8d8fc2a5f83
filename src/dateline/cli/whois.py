"""dateline whois: who a phrase means on a date."""

import json
import re
import sys
from datetime import date as Day
from datetime import datetime
from typing import TextIO

import click
import msgspec
from msgspec import Struct

_NAMED_MONTH = re.compile(r"(\d{1,2}) ([A-Z][a-z]+),? (\d{4})|([A-Z][a-z]+) (\d{1,2}),? (\d{4})")


class Row(Struct):
    """A row of a list: a phrase, the day it is used on, and words around it."""

    text: str
    id: str | int | None = None
    date: str | None = None
    context: str | None = None


_rows = msgspec.json.Decoder(Row)


def day(words: str) -> Day:
    """A day as ISO 8601 or as "12 April 2022" or "April 12, 2022". Raises ValueError where it is neither."""
    words = words.strip()
    m = _NAMED_MONTH.fullmatch(words)
    if not m:
        return Day.fromisoformat(words[:10])
    number, month, year = (m[1], m[2], m[3]) if m[1] else (m[5], m[4], m[6])
    for form in ("%d %B %Y", "%d %b %Y"):
        try:
            return datetime.strptime(f"{number} {month} {year}", form).date()
        except ValueError:
            continue
    raise ValueError(f"{words!r} is no date: write 2022-04-12 or 12 April 2022")


class _DayType(click.ParamType[Day]):
    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Day:
        try:
            return value if isinstance(value, Day) else day(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date: write 2022-04-12 or '12 April 2022'", param, ctx)


@click.command("whois")
@click.argument("phrase", required=False)
@click.option(
    "--on",
    type=_DayType(),
    default=None,
    help="The day on which the phrase is used; roles hold at a date. Default: today; rows without a date take the highest office held.",
)
@click.option("--context", default=None, help="Words around the phrase, or a country's name, to settle what it leaves open.")
@click.option(
    "--json",
    "rows",
    type=click.File("r", encoding="utf-8", errors="replace"),
    default=None,
    metavar="ROWS.jsonl",
    help="Read rows with id, text, date and context (- for standard input); print one object a line.",
)
def whois(phrase: str | None, on: Day | None, context: str | None, rows: TextIO | None) -> None:
    """Print who PHRASE means on a date: country, PLOVER code, name, and why.

    \b
    dateline whois "Prime Minister Thatcher" --on 1985-01-01
    dateline whois --json rows.jsonl
    """
    from dateline.actors import whois as look_up

    if rows is None:
        if phrase is None:
            raise click.UsageError("give a phrase, or rows with --json")
        found = look_up(phrase, on or Day.today(), context)
        for label, value in zip(found._fields, found, strict=True):
            click.echo(f"{label:8} {value or '-'}")
        return
    faulty = False
    for number, line in enumerate(rows, 1):
        if not line.strip():
            continue
        try:
            row = _rows.decode(line)
            date = day(row.date) if row.date else on
        except (ValueError, RecursionError) as e:
            click.echo(f"dateline: {rows.name}, line {number}: {e}", err=True)
            faulty = True
            continue
        found = look_up(row.text, date, row.context or None)
        sys.stdout.write(json.dumps({"id": row.id, **found._asdict()}, ensure_ascii=False) + "\n")
    if faulty:
        sys.exit(2)  # every other row was read
