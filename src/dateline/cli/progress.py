"""A line of progress on standard error, on a terminal only."""

import sys
from types import TracebackType
from typing import Self

import click


class Progress:
    """Shows counts while pages are read; where standard error is no terminal it shows nothing."""

    def __init__(self) -> None:
        self._bar = None
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
            from rich.progress import Progress as Bar

            self._bar = Bar(SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(),
                            console=Console(stderr=True, markup=False, highlight=False), transient=True)
            self._task = self._bar.add_task("reading", total=None)

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar:
            self._bar.stop()

    def show(self, read: int, skipped: int, failed: int) -> None:
        if self._bar:
            self._bar.update(self._task, description=f"{read} read, {skipped} skipped, {failed} failed")

    def tell(self, line: str) -> None:
        """Print a line above the bar."""
        if self._bar:
            self._bar.console.print(line, soft_wrap=True)
        else:
            click.echo(line, err=True)
