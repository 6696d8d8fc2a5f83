"""The types of the reader, in the order of the data: Page, Story, Sentence, Mention and Actor, Time, Quote, Event, Reading.

All are frozen, hashable and encode to JSON and back (`msgspec.json`). A span is a pair of character offsets into
`Story.text`, half open; what carries `text` carries exactly the words of its span. Dates are ISO 8601, countries
ISO 3166-1 alpha-3 or PLOVER's codes for what is no state (UNO, EUR, IGO, NGO, ISM, IMG, MNC).
"""

from datetime import date as Day
from hashlib import blake2b
from typing import Literal

from msgspec import Struct, field

Media = Literal["html", "text", "body"]
CutReason = Literal["masthead", "ad", "navigation", "related", "rights", "caption", "comment", "notice"]
MentionKind = Literal[
    "person", "role", "state", "government", "body", "armed", "people", "place", "media", "company", "party", "thing"
]
Timex = Literal["DATE", "TIME", "DURATION", "SET"]
QuoteType = Literal["direct", "indirect", "mixed"]
Status = Literal["happened", "ongoing", "historical", "planned", "conditional", "denied"]
AHEAD: tuple[Status, ...] = ("planned", "conditional")  # not done yet when it is told
DatedBy = Literal["time", "dateline", "narrative"]
Counted = Literal["killed", "injured", "arrested", "people", "money"]


class Page(Struct, frozen=True, kw_only=True):
    """One page as it came in: what a file, standard input or a row of a table holds.

    id       the row's id, else the path or the address
    content  the page decoded to text
    media    html; text (a plain-text dump, furniture included); body (a clean story: title and paragraphs, nothing to cut)
    title    a row's title; only for media "body"
    date     the day the page is known to be from, when something outside it tells
    """

    id: str
    content: str
    media: Media = "text"
    url: str | None = None
    title: str | None = None
    date: Day | None = None

    @property
    def digest(self) -> str:
        """BLAKE2b of the content (16 bytes, hexadecimal): what was read before is known by it."""
        return blake2b(self.content.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


class PageRef(Struct, frozen=True, kw_only=True):
    """Which story of which page a Reading is of.

    story   0 for the page's first story, 1 for the next
    digest  Page.digest
    """

    id: str
    url: str | None
    date: Day | None
    story: int
    digest: str


class Span(Struct, frozen=True):
    """Characters start..end of Story.text, half open."""

    start: int
    end: int


class Words(Span, frozen=True):
    """A span and the words that stand there."""

    text: str


class Dateline(Struct, frozen=True, kw_only=True):
    """The line that opens a wire story.

    text    as it stood on the page
    place   in mixed case; two cities are "Washington/Brussels", country is then the first one's
    date    an undated dateline takes the page's date
    agency  the agency's usual short name ("AFP", "Yonhap"); None for an unsigned one
    """

    text: str
    place: str | None
    country: str | None
    date: Day | None
    agency: str | None


class Headline(Struct, frozen=True):
    text: str
    url: str | None = None


class Desk(Struct, frozen=True):
    """A box of related headlines and the desk that it stands under; desk is None where the page names none."""

    desk: str | None
    headlines: tuple[Headline, ...]


class Rights(Struct, frozen=True, kw_only=True):
    """What the page's notice says about using its text.

    kind       reserved (all rights reserved), licensed (an open licence), restricted (forbids some uses), claimed (a bare copyright line)
    prohibits  the notice's own verbs: "copy", "commercially exploit"
    requires   what a use needs: "prior written consent", "attribution"
    odrl       ODRL 2.2 actions that the forbidden verbs amount to: "reproduce", "distribute"
    notice     its words
    """

    holder: str | None
    kind: Literal["reserved", "licensed", "restricted", "claimed"]
    prohibits: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    odrl: tuple[str, ...] = ()
    notice: str = ""


class Cut(Struct, frozen=True):
    """Words of the page that are no part of the story, and why they were cut."""

    text: str
    reason: CutReason


class Story(Struct, frozen=True, kw_only=True):
    """A story taken out of its page.

    text        the headline, then the body's paragraphs, a blank line between; the dateline is taken out of it
    paragraphs  spans of the body's paragraphs in text (the headline is none of them)
    published, updated  ISO 8601, a day or a moment
    language    ISO 639-1
    """

    headline: str | None
    text: str
    paragraphs: tuple[Span, ...]
    byline: tuple[str, ...] = ()
    dateline: Dateline | None = None
    published: str | None = None
    updated: str | None = None
    publisher: str | None = None
    section: str | None = None
    language: str | None = None
    related: tuple[Desk, ...] = ()
    rights: Rights | None = None
    cut: tuple[Cut, ...] = ()

    @property
    def day(self) -> Day | None:
        """The day that the story is told on: the dateline's, else that of publication.

        The agency's own date wins over the page's: networks republish days later under the old dateline.
        """
        if self.dateline and self.dateline.date:
            return self.dateline.date
        return Day.fromisoformat(self.published[:10]) if self.published else None


class Sentence(Words, frozen=True):
    """paragraph: an index into Story.paragraphs, None for the headline."""

    paragraph: int | None


class Place(Struct, frozen=True, kw_only=True):
    """A place of the gazetteer: its usual English name, its country, the point of its centre in degrees (WGS 84)."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None


class EventPlace(Place, frozen=True, kw_only=True):
    """guess: the sentence names no place; this one is the dateline's."""

    guess: bool = False


class Mention(Words, frozen=True, kw_only=True):
    """A name, role, pronoun or noun phrase that stands for somebody, or names a place. Mentions may nest.

    kind   what the words are used as: "Seoul" is `government` in "Seoul said", `place` in "in Seoul"
    actor  id of an entry of Reading.actors; None for a place meant as one
    place  for a name of a place, whether it is meant as one or as its government
    """

    kind: MentionKind
    actor: str | None = None
    place: Place | None = None


class Actor(Struct, frozen=True, kw_only=True):
    """Somebody who can act.

    id       stable over stories for what the knowledge base knows ("KOR", "KOR.GOV", "UNO"); else made of the name and country
    sectors  PLOVER sector codes, the first one the one to code by
    role     held on the story's date, as the story or the knowledge base tells
    cow, gw  Correlates of War and Gleditsch-Ward state numbers
    why      how the words were linked to it, for a person to read
    """

    id: str
    name: str
    kind: MentionKind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    wikidata: str | None = None
    cow: int | None = None
    gw: int | None = None
    why: str | None = None


class Time(Words, frozen=True, kw_only=True):
    """A time expression and the days that it means.

    value        TIMEX3 value (ISO-TimeML 2009): "2026-W02", "P2D", "PAST_REF"
    first, last  the interval of days, both inside it; None where the words are vague (JSON: from, to)
    anchored     the day that it was counted from; None where the words tell their own date
    """

    type: Timex
    value: str
    first: Day | None = field(default=None, name="from")
    last: Day | None = field(default=None, name="to")
    anchored: Day | None = None


class Quote(Struct, frozen=True, kw_only=True):
    """Words or thoughts laid to somebody.

    content    direct: what stands between the marks (marks left out); indirect: the reported clause
    cue        the verb or phrase of saying; source: the words that name who said it
    speaker, addressee  ids of Reading.actors
    said       the day on which it was said, as far as the story tells
    """

    type: QuoteType
    content: tuple[Words, ...]
    cue: Words | None = None
    source: Words | None = None
    speaker: str | None = None
    addressee: str | None = None
    said: Day | None = None


class Deed(Struct, frozen=True):
    """What is done or would be done: a PLOVER root and one of its modes."""

    root: str
    mode: str | None = None


class Party(Words, frozen=True, kw_only=True):
    """Words that name a party of an event, and the actor that they stand for."""

    actor: str


class Number(Words, frozen=True, kw_only=True):
    """A count that the event tells. low, high: "at least 12" is 12 and None (JSON: from, to); unit: a currency, else None."""

    what: Counted
    low: float | None = field(default=None, name="from")
    high: float | None = field(default=None, name="to")
    unit: str | None = None


class Evidence(Words, frozen=True, kw_only=True):
    """The words that show a fact; sentence is an index into Reading.sentences."""

    sentence: int


class Event(Struct, frozen=True, kw_only=True):
    """Who did what to whom, when, where, who says so, and the words that show it.

    deed, status       what is done or would be done, and how far it got
    root, mode, quad, score   PLOVER's code for the two (1 verbal cooperation, 2 material cooperation, 3 verbal conflict,
                       4 material conflict; score -10 to 10); all None where PLOVER has no code (denied deeds)
    cameo, goldstein   for old series: the nearest CAMEO code and its Goldstein score (-10 to 10)
    recipients         empty for a mutual deed, whose parties are all `actors`; reciprocal is then true
    first, last        the days of it, both inside (JSON: from, to); dated_by tells where they come from
    said_by            actor id of who attributes it; None where the story tells it in its own voice
    confidence         0 to 1, two decimals
    """

    deed: Deed
    status: Status
    root: str | None
    mode: str | None
    quad: int | None
    score: float | None
    contexts: tuple[str, ...]
    cameo: str | None
    goldstein: float | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    reciprocal: bool
    first: Day | None = field(default=None, name="from")
    last: Day | None = field(default=None, name="to")
    dated_by: DatedBy | None = None
    place: EventPlace | None = None
    said_by: str | None = None
    numbers: tuple[Number, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 0.5


class Standing(Struct, frozen=True, kw_only=True):
    """A lasting relation between two parties, told as background: alliance, trading partner, state of war (JSON: from, to)."""

    a: str
    b: str
    relation: str
    first: Day | None = field(default=None, name="from")
    last: Day | None = field(default=None, name="to")
    evidence: tuple[Evidence, ...] = ()


class Note(Struct, frozen=True):
    """What a stage could not do."""

    stage: str
    text: str


class Reading(Struct, frozen=True, kw_only=True):
    """All that one story says. version: of dateline; reader: which coder of events read it."""

    version: str
    reader: str
    page: PageRef
    story: Story
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    times: tuple[Time, ...]
    quotes: tuple[Quote, ...]
    events: tuple[Event, ...]
    standing: tuple[Standing, ...]
    notes: tuple[Note, ...]
