"""Readings made by hand, of invented people and deeds, for tests of what comes after the reader."""

import sqlite3
from datetime import date as Day
from hashlib import blake2b
from pathlib import Path

from dateline import types as t
from dateline.types import Actor, Event, Evidence, Note, Page, Party, Reading, Sentence, Span, Standing, Story, Words

TEXT = 'Envoys to meet\n\nThe envoy will visit the harbour on Friday, said Mira Okonedo. "We hope for calm," she added.'
QUADS = {"AGREE": 1, "CONSULT": 1, "AID": 2, "REJECT": 3, "THREATEN": 3, "ASSAULT": 4}
SCORES = {"AGREE": 3.0, "CONSULT": 1.5, "AID": 7.0, "REJECT": -4.0, "THREATEN": -5.5, "ASSAULT": -10.0}


def span(words: str) -> tuple[int, int, str]:
    """A span of TEXT by its words."""
    start = TEXT.index(words)
    return start, start + len(words), words


def actor(code: str) -> Actor:
    return Actor(id=code, name=f"the government of {code}", kind="government", country=code[:3], sectors=("GOV",), cow=1, gw=2, why="made")


def party(code: str) -> Party:
    return Party(*span("envoy"), actor=code)


def event(root: str | None = "CONSULT", who: tuple[str, ...] = ("KOR",), to: tuple[str, ...] = ("CHN",), first: str | None = "2026-03-06",
          last: str | None = None, *, status: str = "happened", code: str | None = None, place: str | None = "Beijing",
          evidence: str = "will visit", said_by: str | None = None, reciprocal: bool = False) -> Event:
    code = None if status == "denied" else code or root
    return Event(
        deed=t.Deed(root or "CONSULT", "visit"), status=status, root=code, mode="visit" if code else None, quad=QUADS.get(code or ""),
        score=SCORES.get(code or ""), contexts=("diplomatic",), cameo="042", goldstein=1.9, actors=tuple(map(party, who)),
        recipients=tuple(map(party, to)), reciprocal=reciprocal, first=first and Day.fromisoformat(first),
        last=(last or first) and Day.fromisoformat(last or first), dated_by="time" if first else None,
        place=t.EventPlace(name=place, country="CHN", lat=39.9, lon=116.4, guess=False) if place else None, said_by=said_by,
        numbers=(t.Number(*span("Friday"), what="people", low=3.0),), evidence=(Evidence(*span(evidence), sentence=0),), confidence=0.75,
    )


def reading(page: str = "harbour.txt", *events: Event, day: str | None = "2026-03-02", content: str | None = None, story: int = 0,
            publisher: str | None = "The Made Gazette", agency: str | None = "MADE", url: str | None = "https://www.gazette.example/harbour",
            headline: str = "Envoys to meet", standing: tuple[Standing, ...] = (), notes: tuple[Note, ...] = ()) -> Reading:
    codes = sorted({p.actor for e in events for p in (*e.actors, *e.recipients)} | {"KOR", "CHN"})
    on = day and Day.fromisoformat(day)
    return Reading(
        version="0.1.0", reader="made", page=t.PageRef(id=page, url=url, date=on, story=story, digest=digest(content or page)),
        story=Story(headline=headline, text=TEXT, paragraphs=(Span(16, len(TEXT)),), byline=("Tarn Vale",), published=day, language="en",
                    publisher=publisher, dateline=t.Dateline(text="SEOUL (MADE) -", place="Seoul", country="KOR", date=on, agency=agency),
                    rights=t.Rights(holder="MADE", kind="restricted", prohibits=("copy",), requires=("consent",), notice="Do not copy.")),
        sentences=(Sentence(0, 14, TEXT[:14], None), Sentence(16, len(TEXT), TEXT[16:], 0)), mentions=(),
        actors=tuple(map(actor, codes)),
        times=(t.Time(*span("Friday"), type="DATE", value="2026-03-06", first=Day(2026, 3, 6), last=Day(2026, 3, 6)),),
        quotes=(t.Quote(type="direct", content=(Words(*span("We hope for calm,")),), cue=Words(*span("added")), source=Words(*span("she")),
                      speaker="KOR", said=on),),
        events=events, standing=standing, notes=notes,
    )


def page(reading: Reading, content: str | None = None) -> Page:
    return Page(id=reading.page.id, content=content or reading.page.id, url=reading.page.url, date=reading.page.date)


def standing(a: str = "KOR", b: str = "CHN", relation: str = "trading partner") -> Standing:
    return Standing(a=a, b=b, relation=relation, evidence=(Evidence(*span("harbour"), sentence=1),))


def digest(content: str) -> str:
    return blake2b(content.encode(), digest_size=16).hexdigest()


def everything(path: Path) -> dict[str, list[tuple]]:
    """All rows of all tables of a record, in the order of their keys."""
    with sqlite3.connect(path) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        return {t: list(db.execute(f"SELECT * FROM {t}")) for t in tables}
