"""dateline read: what a page says."""

import sys

import click

from dateline.cli.output import console
from dateline.cli.pages import MODEL, Faults, pages, ready
from dateline.cli.pages import read as read_page


@click.command("read")
@click.argument("paths", metavar="PAGE...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One Reading a line instead of a report (schema: `dateline schema`).")
@MODEL
def read(paths: tuple[str, ...], as_json: bool, choice: str | None) -> None:
    """Read news pages and print what each story says.

    PAGE is a file, a folder, or - for standard input (one page, or a JSON object a line with id, date, url, title and text or page).
    """
    import msgspec

    from dateline.cli.report import report

    ready(choice)
    faults = Faults()
    out, paper = sys.stdout.buffer, None if as_json else console()
    for page in pages(paths, faults):
        for reading in read_page(page, faults, choice):
            if paper is None:
                out.write(msgspec.json.encode(reading) + b"\n")
            else:
                report(reading, paper)
    out.flush()
    faults.leave()
