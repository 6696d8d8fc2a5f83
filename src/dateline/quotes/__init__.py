"""Story -> Quote: who said, wrote, thought or wanted what, in the words that stand there."""

from dateline.quotes.reported import find

__all__ = ["find"]
