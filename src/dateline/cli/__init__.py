"""The command line, one file a verb."""

import errno
import sys
from io import StringIO, TextIOWrapper
from typing import Any

import click

from dateline.cli.calendar import calendar
from dateline.cli.events import events
from dateline.cli.filters import Refused
from dateline.cli.ingest import ingest
from dateline.cli.quotes import quotes
from dateline.cli.read import read
from dateline.cli.relations import relations
from dateline.cli.schema import schema
from dateline.cli.stories import stories
from dateline.cli.whois import whois
from dateline.version import __version__

VERBS = (read, ingest, events, quotes, stories, calendar, relations, whois, schema)


class Dateline(click.Group):
    """The verbs in the order of the data, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()  # a disk that is full must be told here, not in a traceback at the end
            return result
        except KeyboardInterrupt:
            ctx.exit(130)
        except OSError as e:
            if e.errno == errno.EPIPE:  # `dateline ... | head`: click ends quietly
                raise
            sys.stdout = StringIO()  # what still waits in the buffer would be told once more at the interpreter's end
            raise Refused(f"{e.filename or 'standard output'}: {e.strerror or e}") from e


@click.group(cls=Dateline, commands={v.name or "": v for v in VERBS}, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dateline", message="%(prog)s %(version)s")
def verbs() -> None:
    """Reads news pages offline and keeps the record of who did what to whom, when, where, who said so, with the words that show it.

    Exit status: 0 all went well; 2 an input, a record or an option was bad, told in a line on standard error (all other inputs are read).
    """


def main() -> None:
    """Run the command line with the process's arguments."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a letter that the terminal's encoding lacks is shown as ?
    verbs(prog_name="dateline")
