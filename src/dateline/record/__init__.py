"""Reading -> the record: one SQLite file that keeps what was read and answers questions on it."""

from dateline.record.filter import Filter
from dateline.record.record import Record
from dateline.record.store import RecordError

__all__ = ["Filter", "Record", "RecordError"]
