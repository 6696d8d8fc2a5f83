"""From the command line's arguments to readings, each bad input told in one line and passed over."""

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from dateline.cli.filters import Refused
from dateline.cli.plain import clean, shorten

if TYPE_CHECKING:
    from dateline import Page, Reading

BAD_INPUT = 2


class Faults:
    """The inputs that could not be read in full, told as they come; `tell` prints a line (a progress bar has its own way to).

    told    how many
    failed  how many of them gave no reading at all
    """

    def __init__(self, tell: Callable[[str], object] | None = None) -> None:
        self.told = self.failed = 0
        self._tell = tell or (lambda line: click.echo(line, err=True))

    def add(self, name: str, why: str, *, failed: bool = True) -> None:
        self.told += 1
        self.failed += failed
        self._tell(f"dateline: {clean(name)}: {shorten(why, 300)}")

    def leave(self) -> None:
        """End with exit status 2 where any input was bad."""
        if self.told:
            raise click.exceptions.Exit(BAD_INPUT)


def pages(paths: Sequence[str], faults: Faults) -> "Iterator[Page]":
    """The pages that the arguments name, in order; `-` is standard input."""
    import msgspec

    from dateline.story.inputs import BadInput, inputs

    for item in inputs(paths, sys.stdin.buffer):
        if isinstance(item, BadInput):
            faults.add(item.name, item.why)
        elif item.id.isprintable():
            yield item
        else:
            # Bytes of a file's name that are no UTF-8 come as lone surrogates, which neither JSON nor SQLite takes.
            yield msgspec.structs.replace(item, id=item.id.encode("utf-8", "replace").decode("utf-8"))


MODEL = click.option(
    "--model", "choice", metavar="MODEL",
    help="What reads the events: fast, accurate, a folder with a model, or dictionary; as a rule the best one installed.",
)  # fmt: skip


def ready(choice: str | None) -> None:
    """Load the model that was asked for before any page is read; one that is missing or broken ends the verb here."""
    from dateline.language.model import BadModel, model_for

    try:
        model_for(choice)
    except (LookupError, BadModel) as e:
        raise Refused(str(e)) from e


def read(page: "Page", faults: Faults, choice: str | None = None) -> "list[Reading]":
    """The readings of a page by a model that is `ready`; none where it holds no story or the reader fails on it, which is told."""
    from dateline import NoStory, readings

    try:
        found = readings(page, choice)
    except NoStory as e:
        faults.add(page.id, str(e))
        return []
    except Exception as e:  # One page must not end a run over thousands; the line names it, so that it can be reported.
        faults.add(page.id, f"the reader failed on this page ({type(e).__name__}: {e}); please report it")
        return []
    for note in (n for r in found for n in r.notes if n.stage == "language"):
        faults.add(page.id, note.text, failed=False)
    return found
