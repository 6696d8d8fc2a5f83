"""The options that the asking verbs share: which record, which rows, in which form."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date as Day
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dateline.cli.plain import clean
from dateline.roots import ROOTS

if TYPE_CHECKING:
    from dateline.record import Filter, Record

Verb = TypeVar("Verb", bound=Callable[..., Any])

STATUSES = ("happened", "ongoing", "historical", "planned", "conditional", "denied")


def day(value: str) -> Day:
    """A day as YYYY-MM-DD."""
    try:
        return Day.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write it as YYYY-MM-DD") from None


class Refused(click.ClickException):
    """What a verb cannot do: one line on standard error, exit status 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        click.echo(f"dateline: {clean(self.message)}", err=True)


RECORD = click.option("--record", type=click.Path(path_type=Path), required=True, metavar="FILE", help="The record to ask.")
DYAD = click.option("--dyad", nargs=2, metavar="A B", help="Between these two parties, either way.")
FILTERS = (
    click.option("--actor", metavar="PARTY",
                 help="Done by this party: a country code, an actor's id or a name. Of quotes: said by; of stories: named."),
    click.option("--recipient", metavar="PARTY", help="Done to this party."),
    click.option("--root", multiple=True, metavar="ROOT", type=click.Choice(ROOTS, case_sensitive=False),
                 help="PLOVER root of its code, such as CONSULT; may be given again."),
    click.option("--quad", multiple=True, metavar="1-4", type=click.IntRange(1, 4),
                 help="1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; may be given again."),
    click.option("--status", multiple=True, metavar="STATUS", type=click.Choice(STATUSES),
                 help=f"How far it got: {', '.join(STATUSES)}; may be given again."),
    click.option("--since", type=day, metavar="DAY", help="On or after this day."),
    click.option("--until", type=day, metavar="DAY", help="On or before this day."),
    click.option("--place", metavar="PLACE", help="At this place: its name or a country code."),
    click.option("--source", metavar="NAME", help="Told by this publisher, agency or host."),
)
OUTPUTS = (
    click.option("--json", "output", flag_value="json", help="An object a line."),
    click.option("--csv", "output", flag_value="csv", help="Comma-separated values, a header first."),
)


def options(*found: Callable[[Verb], Verb]) -> Callable[[Verb], Verb]:
    """Several options as one decorator, in the order in which help shows them."""
    def decorate(verb: Verb) -> Verb:
        for option in reversed(found):
            verb = option(verb)
        return verb
    return decorate


def asking(verb: Verb) -> Verb:
    """The options of a verb that asks a record: --record, every filter, the output."""
    return options(RECORD, DYAD, *FILTERS, *OUTPUTS)(verb)


def wanted(**given: Any) -> "Filter":
    """The filter that the options amount to."""
    from dateline.record import Filter

    return Filter(**given)


@contextmanager
def opened(path: Path, *, write: bool = False) -> "Iterator[Record]":
    """A record; what is wrong with it ends the verb with one line."""
    from dateline.record import Record, RecordError

    try:
        with Record(path) if write else Record.open(path) as record:
            yield record
    except RecordError as e:
        raise Refused(str(e)) from e
