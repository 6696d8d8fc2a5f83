"""Story -> Event: the deed and its status, the parties, when, where, who says so, and the words that show it."""

from dateline.events.coding import Coded, code

__all__ = ["Coded", "code"]
