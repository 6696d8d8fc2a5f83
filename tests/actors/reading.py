"""What the tests of this stage share: a story from its words, and what find() makes of it."""

from datetime import date as Day

from dateline import actors, language
from dateline.types import Actor, Dateline, Mention, Span, Story


def story(text: str, on: Day | None = None, place: str | None = None, country: str | None = None) -> Story:
    """A story of one paragraph, with a dateline where a day or place is given."""
    line = Dateline(text="", place=place, country=country, date=on, agency=None) if on or place else None
    return Story(headline=None, text=text, paragraphs=(Span(0, len(text)),), dateline=line, language="en")


def found(told: Story) -> tuple[list[Mention], dict[str, Actor]]:
    """Its mentions and its actors by id."""
    sentences = language.split(told)
    mentions, cast = actors.find(told, [language.parse(language.tag(told.text, s.start, s.end)) for s in sentences])
    return mentions, {a.id: a for a in cast}


def who(text: str, words: str, on: Day | None = None, country: str | None = None, nth: int = 0) -> Actor | None:
    """The actor of the nth mention with these words."""
    mentions, cast = found(story(text, on, None if country is None else "here", country))
    same = [m for m in mentions if m.text == words]
    assert len(same) > nth, [m.text for m in mentions]
    return cast.get(same[nth].actor or "")


def kind(text: str, words: str) -> str:
    """The kind of the first mention with these words."""
    return next(m.kind for m in found(story(text))[0] if m.text == words)
