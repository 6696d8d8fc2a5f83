"""Story -> Event."""
from typing import NamedTuple


class Coded(NamedTuple):
    events: tuple
    mentions: tuple
    actors: tuple
    standing: tuple


def code(story, sentences, tagged, mentions, cast, times, quotes):
    return Coded((), tuple(mentions), tuple(cast), ())
