"""dateline: reads news pages and keeps the record of what they report.

    >>> import dateline
    >>> reading = dateline.read(page)            # doctest: +SKIP
    >>> reading.events[0].evidence[0].text       # doctest: +SKIP
"""

from dateline.reading import NoStory, read, readings
from dateline.record import Record
from dateline.types import Page, Reading
from dateline.version import __version__

__all__ = ["NoStory", "Page", "Reading", "Record", "__version__", "read", "readings"]
