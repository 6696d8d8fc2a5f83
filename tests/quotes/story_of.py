"""A story made of a body text, and the quotes that are read from it."""

import re
from datetime import date as Day

from dateline import language, quotes
from dateline.types import Actor, Dateline, Mention, Quote, Span, Story, Time


def story_of(text: str, day: Day | None = None) -> Story:
    paragraphs = tuple(Span(m.start(), m.end()) for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text))
    told = Dateline(text="", place=None, country=None, date=day, agency=None)
    return Story(headline=None, text=text, paragraphs=paragraphs, dateline=told)


def quotes_of(text: str, actors: dict[str, str] | None = None, times: tuple[Time, ...] = (), day: Day | None = None) -> list[Quote]:
    """actors: words of the text -> the id of the actor that they stand for, wherever they stand."""
    story = story_of(text, day)
    sentences = language.split(story)
    tagged = [language.tag(text, s.start, s.end) for s in sentences]
    mentions = [
        Mention(m.start(), m.end(), m[0], kind="person", actor=actor)
        for words, actor in (actors or {}).items()
        for m in re.finditer(rf"\b{re.escape(words)}\b", text)
    ]
    cast = [Actor(id=a, name=a, kind="person") for a in dict.fromkeys((actors or {}).values())]
    return quotes.find(story, sentences, tagged, mentions, cast, list(times))
