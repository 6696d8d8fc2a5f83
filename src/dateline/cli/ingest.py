"""dateline ingest: read pages into a record."""

from pathlib import Path

import click

from dateline.cli.filters import opened
from dateline.cli.pages import MODEL, Faults, pages, read, ready

STOPPED = 130  # what shells give for a program that Ctrl-C ended


@click.command("ingest")
@click.argument("paths", metavar="PAGE...", nargs=-1, required=True)
@click.option("--record", type=click.Path(path_type=Path), required=True, metavar="FILE",
              help="The record to read into; made where it is absent.")
@MODEL
def ingest(paths: tuple[str, ...], record: Path, choice: str | None) -> None:
    """Read news pages into a record.

    PAGE is as in `dateline read`. What was read before is skipped, so an ingest that was stopped, however roughly, goes on
    when it is started again.
    """
    from dateline.cli.progress import Progress

    ready(choice)
    done = skipped = 0
    stopped = False
    with Progress() as progress, opened(record, write=True) as kept:
        faults = Faults(progress.tell)
        try:
            for page in pages(paths, faults):
                if kept.skips(page):
                    skipped += 1
                elif found := read(page, faults, choice):
                    kept.add(*found)
                    done += 1
                progress.show(done, skipped, faults.failed)
        except KeyboardInterrupt:
            stopped = True
    click.echo(f"{done} read, {skipped} skipped, {faults.failed} failed{'; stopped before the end' if stopped else ''}", err=True)
    if stopped:
        raise click.exceptions.Exit(STOPPED)
    faults.leave()
