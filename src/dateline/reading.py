"""The left half in one function: a page goes in, a Reading of each of its stories comes out.

    page -> story -> sentences -> mentions, times, quotes -> events

Pure: no network, no database, no state between stories. Each stage takes the former stages' types and returns its own.
"""

from typing import TYPE_CHECKING, Any

from dateline import actors, events, language, quotes, story, times
from dateline.language.model import DICTIONARY, Choice, model_for
from dateline.types import Note, Page, PageRef, Reading, Story
from dateline.version import __version__

if TYPE_CHECKING:
    from dateline.language.model.session import Model


class NoStory(ValueError):
    """The page holds no story that could be told apart from its furniture."""


def read(page: Page | str, model: Choice = None) -> Reading:
    """Read the first story of a page.

    page    a Page, or the text of one (HTML or a plain-text dump; told apart by its first tag)
    model   fast, accurate, dictionary (no model), a folder with a model, or None for the best one installed
    raises  NoStory where nothing on it is a story; LookupError, BadModel where there is no such model
    """
    return readings(page, model)[0]


def readings(page: Page | str, model: Choice = None) -> list[Reading]:
    """Read every story of a page, in the order of the page. Raises NoStory where it holds none; else as `read`."""
    reader = model_for(model)
    if isinstance(page, str):
        page = story.page(page)
    stories = story.read(page)
    if not stories:
        raise NoStory("no story found")
    digest = page.digest
    refs = [PageRef(id=page.id, url=page.url, date=page.date, story=i, digest=digest) for i in range(len(stories))]
    return [_read_story(ref, s, reader) for ref, s in zip(refs, stories, strict=True)]


def _read_story(ref: PageRef, told: Story, model: "Model | None") -> Reading:
    notes = []
    if told.language not in (None, "en"):
        notes.append(Note("language", f"the story is in {told.language!r}; only English is read beyond its anatomy"))
        return _reading(ref, told, model, notes=tuple(notes))
    if told.day is None:
        notes.append(Note("times", "no date is known for the story: expressions like 'on Sunday' stay undated"))
    sentences = language.split(told)
    tagged = [language.tag(told.text, s.start, s.end) for s in sentences]
    parsed = [language.parse(tokens) for tokens in tagged]
    found_times = times.tag(told.text, on=told.day, tagged=tagged)
    mentions, cast = actors.find(told, parsed)
    said = quotes.find(told, sentences, tagged, mentions, cast, found_times)
    marks = model.read([s.text for s in sentences], [s.start for s in sentences]) if model else None
    coded = events.code(told, sentences, parsed, mentions, cast, found_times, said, marks)
    return _reading(
        ref,
        told,
        model,
        sentences=tuple(sentences),
        mentions=coded.mentions,
        actors=coded.actors,
        times=tuple(found_times),
        quotes=tuple(said),
        events=coded.events,
        standing=coded.standing,
        notes=tuple(notes),
    )


def _reading(ref: PageRef, told: Story, model: "Model | None", **found: tuple[Any, ...]) -> Reading:
    empty: dict[str, tuple[Any, ...]] = dict.fromkeys(
        ("sentences", "mentions", "actors", "times", "quotes", "events", "standing", "notes"), ()
    )
    return Reading(version=__version__, reader=model.name if model else DICTIONARY, page=ref, story=told, **{**empty, **found})
