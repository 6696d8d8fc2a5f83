"""text -> Time."""
from dateline.types import Time


def tag(text, on=None, tagged=None) -> list[Time]:
    return []
