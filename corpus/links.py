"""The marks of a document's lines -> spans, events and quotations over its text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.documents import Event, Quote, Span
from corpus.markup import Mark

_ACTOR, _RECIPIENT = re.compile(r"a\d*"), re.compile(r"r\d*")
_MARKS = "\"“”«»"


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with its place in the document: offsets over the whole text, the number of its sentence, the line of the file."""

    mark: Mark
    start: int
    end: int
    sentence: int
    line: int


@dataclass(frozen=True, slots=True)
class Linked:
    """What the marks of one document amount to; faults as (line, column, what)."""

    spans: tuple[Span, ...]
    events: tuple[Event, ...]
    quotes: tuple[Quote, ...]
    faults: tuple[tuple[int, int, str], ...]


def link(text: str, marks: list[Placed], defaults: bool) -> Linked:
    """Resolve the ids of a document's marks.

    A link means the nearest mention with that id: in the sentence, else before it, else after it. With `defaults` an event that names
    no links takes the mentions of its sentence with ids a, a2, .. as actors and r, r2, .. as recipients.
    """
    return _Document(text, marks, defaults).linked()


class _Document:
    def __init__(self, text: str, marks: list[Placed], defaults: bool) -> None:
        self.text, self.defaults = text, defaults
        self.mentions = [m for m in marks if m.mark.sign == "["]
        self.deeds = [m for m in marks if m.mark.sign == "{"]
        self.contents = [m for m in marks if m.mark.sign == "<"]
        self.faults: list[tuple[int, int, str]] = []

    def linked(self) -> Linked:
        spans = tuple(Span(m.start, m.end, m.mark.kind, m.mark.ids, m.line, m.mark.column) for m in self.mentions)
        quotes, speakers = self._quotes()
        events = tuple(self._event(d, speakers) for d in self.deeds if d.mark.root)
        return Linked(spans, events, quotes, tuple(self.faults))

    def _fault(self, at: Placed, what: str) -> None:
        self.faults.append((at.line, at.mark.column, what))

    def _nearest(self, to: Placed, candidates: Iterable[int]) -> int | None:
        def far(i: int) -> tuple[int, int]:
            m = self.mentions[i]
            where = 0 if m.sentence == to.sentence else 1 if m.sentence < to.sentence else 2
            return where, max(m.start - to.end, to.start - m.end, 0)

        return min(candidates, key=far, default=None)

    def _mention(self, of: Placed, name: str) -> int | None:
        found = self._nearest(of, (i for i, m in enumerate(self.mentions) if name in m.mark.ids))
        if found is None:
            self._fault(of, f"nothing has the id `{name}`")
        return found

    def _event(self, deed: Placed, speakers: dict[int, tuple[str, ...]]) -> Event:
        mark = deed.mark
        if mark.parties is not None:
            actors, recipients = mark.parties
        else:
            actors, recipients = self._default(deed, _ACTOR), self._default(deed, _RECIPIENT)
        time = place = None
        for name in mark.at:
            if name in ("t", "p"):
                kind = "time" if name == "t" else "place"
                found = self._nearest(deed, (i for i, m in enumerate(self.mentions) if m.mark.kind == kind and m.sentence == deed.sentence))
                if found is None:
                    self._fault(deed, f"@{name}, but no {kind} in the sentence")
            else:
                found = self._mention(deed, name)
            if found is not None and self.mentions[found].mark.kind == "time":
                time = found
            elif found is not None:
                place = found
        said = mark.said if mark.said not in (None, "-") else None
        if mark.said is None:
            around = [i for i, c in enumerate(self.contents) if c.start <= deed.start and deed.end <= c.end]
            said = "+".join(speakers.get(max(around, key=lambda i: self.contents[i].start), ())) if around else None
        elif said:
            self._mention(deed, said)
        return Event(
            deed.start, deed.end, mark.root or "", mark.mode, mark.status, self._parties(deed, actors), self._parties(deed, recipients),
            time, place, said or None, deed.line, mark.column,
        )  # fmt: skip

    def _parties(self, deed: Placed, names: tuple[str, ...]) -> tuple[int, ...]:
        found = [self._mention(deed, name) for name in names]
        for i in dict.fromkeys(i for i in found if i is not None):
            m = self.mentions[i]
            if deed.start <= m.start and m.end <= deed.end:
                self._fault(deed, f"the trigger holds its own party `{self.text[m.start : m.end]}`")
            if m.mark.kind == "time":
                self._fault(deed, "a time is no party")
        return tuple(dict.fromkeys(i for i in found if i is not None))

    def _quotes(self) -> tuple[tuple[Quote, ...], dict[int, tuple[str, ...]]]:
        """The quotations, and the speaker of each content by its index."""
        cues = [d for d in self.deeds if d.mark.cue]
        of_cue: dict[int, list[int]] = {}
        alone: list[int] = []
        for i, content in enumerate(self.contents):
            names = set(content.mark.ids)
            near = [
                k for k, cue in enumerate(cues)
                if cue.sentence == content.sentence and not (content.start <= cue.start and cue.end <= content.end)
                and (not names or names & set(self._voices(cue)[0]))
            ]  # fmt: skip
            if near:
                nearest = min(near, key=lambda k: max(cues[k].start - content.end, content.start - cues[k].end))
                of_cue.setdefault(nearest, []).append(i)
            elif names:
                alone.append(i)
            else:
                self._fault(content, "a content without a cue in its sentence names its speaker: <words|id>")
        quotes: list[tuple[int, Quote]] = []
        speakers: dict[int, tuple[str, ...]] = {}
        for k, cue in enumerate(cues):
            voices, addressee = self._voices(cue)
            held = of_cue.get(k, [])
            if not held:
                self._fault(cue, "a cue with no content in its sentence")
                continue
            for i in held:
                speakers[i] = voices
            for name in addressee:
                self._mention(cue, name)
            quotes.append((held[0], self._quote(held, cue, voices, addressee)))
        for i in alone:
            speakers[i] = self.contents[i].mark.ids
            quotes.append((i, self._quote([i], None, speakers[i], ())))
        return tuple(q for _, q in sorted(quotes, key=lambda pair: pair[0])), speakers

    def _voices(self, cue: Placed) -> tuple[tuple[str, ...], tuple[str, ...]]:
        actors, recipients = cue.mark.parties or ((), ())
        if cue.mark.root:  # an event that is a cue too: who is condemned is not spoken to
            return actors or self._default(cue, _ACTOR), ()
        return actors, recipients

    def _default(self, deed: Placed, letter: re.Pattern[str]) -> tuple[str, ...]:
        """The ids in a deed's sentence that make a party where it names none; none of them without `defaults`."""
        here = (name for m in self.mentions if m.sentence == deed.sentence for name in m.mark.ids)
        return tuple(dict.fromkeys(name for name in here if letter.fullmatch(name))) if self.defaults else ()

    def _quote(self, held: list[int], cue: Placed | None, voices: tuple[str, ...], addressee: tuple[str, ...]) -> Quote:
        spans = tuple((self.contents[i].start, self.contents[i].end) for i in held)
        sources = [s for s in (self._mention(cue or self.contents[held[0]], name) for name in voices) if s is not None]
        return Quote(self._type(spans), spans, (cue.start, cue.end) if cue else None, voices, sources[0] if sources else None, addressee)

    def _type(self, spans: tuple[tuple[int, int], ...]) -> str:
        words = [self.text[start:end] for start, end in spans]
        if not any(sign in w for w in words for sign in _MARKS):
            return "indirect"
        return "direct" if all(_wholly_marked(w) for w in words) else "mixed"


def _wholly_marked(words: str) -> bool:
    """Whether quotation marks stand at the ends alone; one end will do, for a quotation that goes on over sentences."""
    return (words[0] in _MARKS or words[-1] in _MARKS) and not any(sign in words[1:-1] for sign in _MARKS)
