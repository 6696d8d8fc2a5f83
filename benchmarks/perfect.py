"""A Reading against the perfect reading of its page (tests/pages/*.expected.json): how many facts are right, by part.

An event counts as found where one event of the reading has its deed (or one that is accepted too), its parties' countries
and evidence in its paragraph; its status and dates are compared then. Optional facts cost nothing when missed.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.types import Event, Reading

PARTS = ("anatomy", "times", "events", "quotes", "actors")
_MUTUAL = ("CONSULT", "AGREE", "COOPERATE", "SUPPORT", "ASSAULT")


def plain(text: str | None) -> str:
    return re.sub(r"\W+", " ", (text or "").lower()).strip()


def score(reading: Reading, expected: Path) -> dict[str, list[tuple[str, bool]]]:
    """part -> (what was checked, is it right) of one reading."""
    want = json.loads(expected.read_text("utf-8"))
    return {
        "anatomy": list(_anatomy(reading, want["anatomy"])),
        "times": list(_times(reading, want["times"])),
        "events": list(_events(reading, want["events"])),
        "quotes": list(_quotes(reading, want["quotes"])),
        "actors": list(_actors(reading, want["actors"])),
    }


def paragraph(r: Reading, start: int) -> int:
    """0 for the headline, 1.. for the body."""
    return next((i + 1 for i, p in enumerate(r.story.paragraphs) if p.start <= start < p.end), 0)


def _anatomy(r: Reading, want: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    s = r.story
    for key in ("headline", "publisher"):
        yield key, getattr(s, key) == want[key]
    yield "published", (s.published or "")[:10] == (want["published"] or "")
    d = s.dateline
    for key, value in (want["dateline"] or {}).items():
        got = str(getattr(d, key)) if d and getattr(d, key) is not None else None
        yield f"dateline {key}", plain(got) == plain(value)
    body = [s.text[p.start : p.end] for p in s.paragraphs]
    yield "paragraphs", len(body) == want["body_paragraphs"]
    yield "first paragraph", body[:1] == [want["body_first"]]
    yield "last paragraph", body[-1:] == [want["body_last"]]
    yield "ad slots", sum(c.reason == "ad" for c in s.cut) == want["ad_slots"]
    boxes = [(plain(x.desk), [plain(h.text) for h in x.headlines]) for x in s.related]
    for box in want["related"]:
        yield f"related {box['desk']}", (plain(box["desk"]), [plain(h) for h in box["headlines"]]) in boxes
    yield "no other related box", len(boxes) <= len(want["related"])
    rights = want["rights"] or {}
    yield "rights holder", (s.rights.holder if s.rights else None) == rights.get("holder")
    for verb in rights.get("prohibits", ()):
        yield f"rights forbid {verb}", bool(s.rights) and plain(verb).split()[-1] in {plain(v).split()[-1] for v in s.rights.prohibits}


def _times(r: Reading, want: list[dict[str, Any]]) -> Iterator[tuple[str, bool]]:
    for t in want:
        words = set(plain(t["text"]).split())
        near = [x for x in r.times if paragraph(r, x.start) == t["sentence"] and words & set(plain(x.text).split())]
        got = {x.value for x in near} | {f"{x.first}/{x.last}" for x in near}
        if len(near) > 1:
            got.add(f"{near[0].value}/{near[-1].value}")
        yield f"time {t['text']!r} [{t['sentence']}]", bool(got & set(t["values"]))


def _events(r: Reading, want: list[dict[str, Any]]) -> Iterator[tuple[str, bool]]:
    free = list(r.events)
    for g in sorted(want, key=lambda g: g["optional"]):
        hit = next((e for e in free if _same_event(r, e, g)), None)
        name = f"event {g['root']} [{g['sentence']}]"
        if hit:
            free.remove(hit)
        if g["optional"]:
            continue
        yield name, hit is not None
        yield f"{name} status", hit is not None and hit.status == g["status"]
        if g["date_start"]:
            yield f"{name} date", hit is not None and str(hit.first or "").startswith(g["date_start"])
    yield "at most two events that are not in the story", len(free) <= 2


def _same_event(r: Reading, e: Event, g: dict[str, Any]) -> bool:
    country = {a.id: a.country for a in r.actors}
    actors, recipients = {country[p.actor] for p in e.actors}, {country[p.actor] for p in e.recipients}
    both = set(g["actors"]) | set(g["recipients"])
    way = actors >= set(g["actors"]) and recipients >= set(g["recipients"]) and actors | recipients == both
    mutual = g["root"] in _MUTUAL and len(both) > 1 and actors | recipients == both
    here = any(paragraph(r, x.start) == g["sentence"] for x in e.evidence)
    return here and e.deed.root in (g["root"], *g["also_accepted"]) and (way or mutual)


def _quotes(r: Reading, want: list[dict[str, Any]]) -> Iterator[tuple[str, bool]]:
    names = {a.id: a.name for a in r.actors}
    for g in want:
        near = [q for q in r.quotes if paragraph(r, q.content[0].start) == g["sentence"]]
        if "text" in g:
            near = [q for q in near if plain(g["text"]) in (c := plain(" ".join(x.text for x in q.content))) or c and c in plain(g["text"])]
        name = f"quote [{g['sentence']}]"
        yield name, bool(near)
        if "source" in g["check"]:
            said = plain(near[0].source.text) if near and near[0].source else ""
            yield f"{name} source", bool(said) and (plain(g["speaker_text"]) in said or said in plain(g["speaker_text"]))
        if "speaker" in g["check"]:
            yield f"{name} speaker", bool(near) and plain(names.get(near[0].speaker or "")) == plain(g["speaker"][0])


def _actors(r: Reading, want: list[dict[str, Any]]) -> Iterator[tuple[str, bool]]:
    by_id = {a.id: a for a in r.actors}
    for g in want:
        for mention in g["mentions"]:
            words, _, where = mention.partition(" (")
            for at in [int(x) for x in where.rstrip(")").replace(" ", "").split(",") if x.isdigit()] or [None]:
                near = [m for m in r.mentions if at in (None, paragraph(r, m.start)) and plain(words) in plain(m.text)]
                near.sort(key=lambda m: len(m.text))
                a = by_id.get(near[0].actor or "") if near else None
                name = f"mention {words!r}"
                if g.get("place"):
                    yield name, bool(near) and near[0].kind == "place"
                    continue
                for key in ("country", "sector"):
                    if g.get(key):
                        yield f"{name} {key}", a is not None and g[key] in ((a.country,) if key == "country" else a.sectors)
