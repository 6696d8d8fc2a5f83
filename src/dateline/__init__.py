"""dateline: reads news pages and keeps the record of what they report.

    >>> import dateline
    >>> reading = dateline.read(page)            # doctest: +SKIP
    >>> reading.events[0].evidence[0].text       # doctest: +SKIP

Names are loaded when they are first asked for: `dateline --help` should not wait for the stages.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dateline.version import __version__

if TYPE_CHECKING:
    from dateline import actors, events, language, quotes, relations, story, times
    from dateline.reading import NoStory, read, readings
    from dateline.record import Record
    from dateline.types import Page, Reading

__all__ = [
    "NoStory",
    "Page",
    "Reading",
    "Record",
    "__version__",
    "actors",
    "events",
    "language",
    "quotes",
    "read",
    "readings",
    "relations",
    "story",
    "times",
]

_HOMES = {"NoStory": "reading", "read": "reading", "readings": "reading", "Record": "record", "Page": "types", "Reading": "types"}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"dateline.{_HOMES[name]}"), name)
    if name in __all__:
        return import_module(f"dateline.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
