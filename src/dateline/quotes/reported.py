"""Attributions of a story's sentences -> Quotes, joined over sentences and paragraphs, with speakers and days."""

from collections.abc import Sequence
from datetime import date as Day

from dateline.language import Token
from dateline.quotes import attribution, clauses, marks, phrasal
from dateline.quotes.bounds import trim
from dateline.quotes.clauses import Attribution, Clauses
from dateline.quotes.speakers import Speakers, said_on
from dateline.types import Actor, Mention, Quote, QuoteType, Sentence, Span, Story, Time, Words


class _Draft:
    """A quote in the making: its content grows while sentences between marks follow without a cue.

    Without an attribution of its own its speaker is the one of the quote before it.
    """

    def __init__(self, c: Clauses, a: Attribution | None, before: "_Draft | None" = None) -> None:
        self.sentence = Span(c.tokens[0].start, c.tokens[-1].end)
        self.cue = c.words(*a.cue) if a else None
        self.source = c.words(*a.source) if a and a.source else None
        self.addressee = c.words(*a.addressee) if a and a.addressee else None
        self.speaker: Words | None = before.speaker if before else self.source
        self.paragraph = c.paragraph
        self.content: list[Words] = []
        self._marked: list[bool] = []
        self._holds_marks = False
        for part in a.content if a else ((0, len(c.tokens)),):
            self.add(c, *part)

    def add(self, c: Clauses, start: int, end: int, first: bool = False) -> None:
        """Another stretch of what was said, behind the others or before them all."""
        part = (start, end) if c.inside(start, end) else trim(c, start, end)
        if part:
            at = 0 if first else len(self.content)
            self.content.insert(at, c.words(*part))
            self._marked.insert(at, c.inside(*part))
            self._holds_marks = self._holds_marks or c.holds_marks(*part)
            self.paragraph = c.paragraph

    @property
    def leads(self) -> bool:
        """Do sentences between marks go on with it? So where it ends between marks, or stands before its cue."""
        return bool(self.content) and (self._marked[-1] or self.cue is None or self.content[0].start < self.cue.start)

    @property
    def takes_earlier(self) -> bool:
        """Does it tell whose the marked sentences before it are: ["Go."] she said, or ["Go."] "Now," she said?"""
        return not self.content or (self._marked[0] and self.cue is not None and self.content[0].start < self.cue.start)

    @property
    def type(self) -> QuoteType:
        if all(self._marked):
            return "direct"
        return "mixed" if self._holds_marks else "indirect"

    def quote(self, speakers: Speakers, times: Sequence[Time], told_on: Day | None) -> Quote:
        return Quote(
            type=self.type,
            content=tuple(self.content),
            cue=self.cue,
            source=self.source,
            speaker=speakers.actor(self.speaker),
            addressee=speakers.actor(self.addressee),
            said=said_on(self.sentence, self.content, times, told_on),
        )


def find(
    story: Story,
    sentences: Sequence[Sentence],
    tagged: Sequence[Sequence[Token]],
    mentions: Sequence[Mention],
    cast: Sequence[Actor],
    times: Sequence[Time],
) -> list[Quote]:
    """The quotes of a story in the order of their content.

    sentences, tagged   as of dateline.language, one list of tokens a sentence
    mentions, cast      who is meant by the words of a source; a source that is no mention has no speaker
    times               in the order of the text; a day in the words around a cue is the day it was said on, else the story's
    """
    speakers = Speakers(mentions, cast)
    drafts = _Drafts()
    headline_end = story.paragraphs[0].start if story.paragraphs else len(story.text)
    marked = marks.find(story.text, [Span(0, headline_end), *story.paragraphs])
    for c in clauses.split(story.text, sentences, tagged, marked):
        drafts.read(c)
    quotes = [d.quote(speakers, times, story.day) for d in drafts.close()]
    quotes = [q for q in quotes if q.type != "indirect" or not _is_name(q.content)]
    return sorted(quotes, key=lambda q: (q.content[0].start, q.content[-1].end))


def _is_name(content: Sequence[Words]) -> bool:
    """Is what would be reported no more than a name ("France thanked Mali")? Then nothing is."""
    words = [w for c in content for w in c.text.split()]
    return len(words) < 4 and all(w[0].isupper() or w.lower() in ("the", "of", "and") for w in words)


class _Drafts:
    """The quotes of the sentences read so far.

    last       whose words go on where sentences between marks follow
    waiting    sentences between marks whose cue has not come yet
    turn       whose words go on to the paragraph's end: "ROE: We go on. ..."
    announced  its words come in the next sentence: "She wrote:"
    """

    def __init__(self) -> None:
        self.done: list[_Draft] = []
        self.last: _Draft | None = None
        self.turn: _Draft | None = None
        self.waiting: list[Clauses] = []
        self.announced: _Draft | None = None
        self.paragraph: int | None = -1
        self.opened = False  # has the paragraph had a sentence that is not all between marks?

    def read(self, c: Clauses) -> None:
        """Take in the next sentence."""
        if c.paragraph != self.paragraph:
            self._turn_paragraph(c.paragraph)
        label = None if self.opened else phrasal.label(c)
        if label:
            self.turn = self.last = _Draft(c, label)
            self.done.append(self.turn)
            self.opened = True
        elif self.turn:
            self.turn.add(c, 0, len(c.tokens))
        elif c.inside(0, len(c.tokens)):
            self._read_marked(c)
        else:
            self._read_told(c)

    def close(self) -> list[_Draft]:
        """All quotes, after the last sentence."""
        self._turn_paragraph(None)
        return self.done

    def _turn_paragraph(self, paragraph: int | None) -> None:
        """Marked sentences to which no cue came are the last speaker's; who said nothing in a whole paragraph is no longer that."""
        mine = [_Draft(c, None, self.last) for c in self.waiting]
        self.done += mine
        self.waiting = []
        if mine:
            self.last = mine[-1]
        elif self.last and self.last.paragraph != self.paragraph:
            self.last = None
        self.paragraph, self.opened, self.turn = paragraph, False, None

    def _read_marked(self, c: Clauses) -> None:
        whole = (0, len(c.tokens))
        if self.announced:
            self.announced.add(c, *whole)
            self.done.append(self.announced)
            self.last, self.announced, self.opened = self.announced, None, True
        elif self.last and self.opened:
            self.last.add(c, *whole)
        else:
            self.waiting.append(c)

    def _read_told(self, c: Clauses) -> None:
        self.opened = True
        found = [_Draft(c, a) for a in attribution.find(c)]
        for draft in found:
            if draft.takes_earlier:
                for quoted in reversed(self.waiting):
                    draft.add(quoted, 0, len(quoted.tokens), first=True)
                self.waiting = []
        announcing = c.tokens[-1].text == ":"
        self.announced = next((d for d in reversed(found) if not d.content), None) if announcing else None
        found = [d for d in found if d.content]
        if not found and self.last and attribution.quotes_fragment(c):
            found = [_Draft(c, None, self.last)]
        self.done += found
        if found:
            self.last = next((d for d in reversed(found) if d.leads), None)
