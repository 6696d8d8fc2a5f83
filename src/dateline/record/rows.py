"""What the record answers with: typed rows, each with the story that tells it. The same rows are made straight from a Reading."""

from datetime import date as Day
from urllib.parse import urlsplit

from msgspec import Struct, field

from dateline.types import (
    AHEAD,
    Actor,
    Deed,
    Event,
    EventPlace,
    Evidence,
    Number,
    Party,
    Quote,
    QuoteType,
    Reading,
    Standing,
    Status,
    Story,
    Words,
)


class Told(Struct, frozen=True, kw_only=True):
    """Which story tells it.

    digest, story  the key: of the page's content, and the story's number on the page
    source         the publisher, else the agency, else the host of the address
    told           the day that the story is told on
    """

    digest: str
    story: int
    page: str
    url: str | None
    source: str | None
    told: Day | None
    headline: str | None


class Participant(Party, frozen=True, kw_only=True):
    """A party's words, and its actor's name, country and PLOVER sectors as that story tells them."""

    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()


class EventRow(Told, frozen=True, kw_only=True):
    """An event as one story reports it; fields as in dateline.types.Event. event: its index in that Reading."""

    event: int
    first: Day | None = field(default=None, name="from")
    last: Day | None = field(default=None, name="to")
    dated_by: str | None
    status: Status
    deed: Deed
    root: str | None
    mode: str | None
    quad: int | None
    score: float | None
    contexts: tuple[str, ...]
    cameo: str | None
    goldstein: float | None
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    reciprocal: bool
    place: EventPlace | None
    said_by: str | None
    said_by_name: str | None
    numbers: tuple[Number, ...]
    evidence: tuple[Evidence, ...]
    confidence: float

    def ahead_of(self, day: Day) -> bool:
        """Whether it is a dated plan that has not ended before that day."""
        return self.status in AHEAD and self.last is not None and self.last >= day


class QuoteRow(Told, frozen=True, kw_only=True):
    """A quotation; fields as in dateline.types.Quote (named: its `source`, the words that name the speaker)."""

    quote: int
    type: QuoteType
    content: tuple[Words, ...]
    cue: Words | None
    named: Words | None
    speaker: str | None
    speaker_name: str | None
    speaker_country: str | None
    addressee: str | None
    addressee_name: str | None
    said: Day | None


class StoryRow(Told, frozen=True, kw_only=True):
    """A story, and how much was read in it. place, country: its dateline's; rights: the notice's kind; prohibits: the verbs it forbids."""

    byline: tuple[str, ...]
    published: str | None
    publisher: str | None
    agency: str | None
    section: str | None
    language: str | None
    place: str | None
    country: str | None
    rights: str | None
    rights_holder: str | None
    prohibits: tuple[str, ...]
    events: int
    quotes: int
    notes: tuple[str, ...]


class StandingRow(Told, frozen=True, kw_only=True):
    """A lasting relation that a story tells of; fields as in dateline.types.Standing."""

    standing: int
    a: str
    a_name: str
    b: str
    b_name: str
    relation: str
    first: Day | None = field(default=None, name="from")
    last: Day | None = field(default=None, name="to")
    evidence: tuple[Evidence, ...]


def host(url: str | None) -> str | None:
    """The host of an address without its "www."; None where there is none or the address is broken."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def source(story: Story, url: str | None) -> str | None:
    """Whose story it is: the publisher, else the agency, else the host of its address."""
    return story.publisher or (story.dateline and story.dateline.agency) or host(url)


def event_rows(reading: Reading) -> list[EventRow]:
    """A Reading's events as rows, in the order of the Reading."""
    cast = {a.id: a for a in reading.actors}
    return [_event_row(reading, cast, i, e) for i, e in enumerate(reading.events)]


def quote_rows(reading: Reading) -> list[QuoteRow]:
    """A Reading's quotations as rows, in the order of the Reading."""
    cast = {a.id: a for a in reading.actors}
    return [_quote_row(reading, cast, i, q) for i, q in enumerate(reading.quotes)]


def standing_rows(reading: Reading) -> list[StandingRow]:
    """A Reading's standing relations as rows, in the order of the Reading."""
    cast = {a.id: a for a in reading.actors}
    return [_standing_row(reading, cast, i, s) for i, s in enumerate(reading.standing)]


def _event_row(reading: Reading, cast: dict[str, Actor], i: int, e: Event) -> EventRow:
    page, story = reading.page, reading.story
    return EventRow(
        digest=page.digest, story=page.story, page=page.id, url=page.url, source=source(story, page.url), told=story.day,
        headline=story.headline, event=i, first=e.first, last=e.last, dated_by=e.dated_by, status=e.status, deed=e.deed, root=e.root,
        mode=e.mode, quad=e.quad, score=e.score, contexts=e.contexts, cameo=e.cameo, goldstein=e.goldstein,
        actors=tuple(_participant(cast, p) for p in e.actors), recipients=tuple(_participant(cast, p) for p in e.recipients),
        reciprocal=e.reciprocal, place=e.place, said_by=e.said_by, said_by_name=_name(cast, e.said_by), numbers=e.numbers,
        evidence=e.evidence, confidence=e.confidence,
    )


def _quote_row(reading: Reading, cast: dict[str, Actor], i: int, q: Quote) -> QuoteRow:
    page, story = reading.page, reading.story
    speaker = cast.get(q.speaker or "")
    return QuoteRow(
        digest=page.digest, story=page.story, page=page.id, url=page.url, source=source(story, page.url), told=story.day,
        headline=story.headline, quote=i, type=q.type, content=q.content, cue=q.cue, named=q.source, speaker=q.speaker,
        speaker_name=_name(cast, q.speaker), speaker_country=speaker.country if speaker else None, addressee=q.addressee,
        addressee_name=_name(cast, q.addressee), said=q.said,
    )


def _standing_row(reading: Reading, cast: dict[str, Actor], i: int, s: Standing) -> StandingRow:
    page, story = reading.page, reading.story
    return StandingRow(
        digest=page.digest, story=page.story, page=page.id, url=page.url, source=source(story, page.url), told=story.day,
        headline=story.headline, standing=i, a=s.a, a_name=_name(cast, s.a) or s.a, b=s.b, b_name=_name(cast, s.b) or s.b,
        relation=s.relation, first=s.first, last=s.last, evidence=s.evidence,
    )


def _participant(cast: dict[str, Actor], p: Party) -> Participant:
    a = cast.get(p.actor)
    # A party that no entry of `actors` stands behind keeps its own words as its name.
    return Participant(p.start, p.end, p.text, actor=p.actor, name=a.name if a else p.text, country=a.country if a else None,
                       sectors=a.sectors if a else ())


def _name(cast: dict[str, Actor], actor: str | None) -> str | None:
    if actor is None:
        return None
    return cast[actor].name if actor in cast else actor
