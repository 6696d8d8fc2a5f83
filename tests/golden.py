"""A Reading as plain lines that a person can read and compare: one fact a line, in the order of the story."""

import difflib
from pathlib import Path

from dateline.types import Event, Quote, Reading, Story

PAGES = Path(__file__).parent / "pages"


def golden_pages() -> list[Path]:
    """The pages of tests/pages, each with its golden reading beside it."""
    return sorted(p for p in PAGES.iterdir() if p.suffix in (".txt", ".html") and not p.name.endswith(".golden.txt"))


def golden_path(page: Path) -> Path:
    return page.with_name(page.stem + ".golden.txt")


def as_golden(readings: list[Reading]) -> str:
    """The readings of one page as lines."""
    return "\n".join(line for r in readings for line in _reading(r)) + "\n"


def difference(golden: str, now: str, name: str) -> str:
    """What parts the two, as a unified diff; empty where they are the same."""
    return "\n".join(
        difflib.unified_diff(golden.splitlines(), now.splitlines(), f"{name} (golden)", f"{name} (read now)", lineterm="", n=1)
    )


def _reading(r: Reading) -> list[str]:
    number = {i: 0 if s.paragraph is None else s.paragraph + 1 for i, s in enumerate(r.sentences)}
    names = {a.id: a.name for a in r.actors}
    return [
        f"=== story {r.page.story}",
        *_anatomy(r.story),
        "--- times",
        *[f"[{_paragraph(r, t.start)}] {t.text!r} {t.type} {t.value} {t.first or '-'}..{t.last or '-'}" for t in r.times],
        "--- actors",
        *[
            f"{a.id}: {a.name} | {a.country or '-'} {' '.join(a.sectors) or '-'} | {a.role or '-'}"
            for a in sorted(r.actors, key=lambda a: a.id)
        ],
        "--- events",
        *[_event(e, number[e.evidence[0].sentence]) for e in r.events],
        "--- quotes",
        *[_quote(r, q, names) for q in r.quotes],
        "--- standing",
        *[f"[{number[s.evidence[0].sentence]}] {s.a} {s.relation} {s.b}" for s in r.standing],
        "--- notes",
        *[f"{n.stage}: {n.text}" for n in r.notes],
    ]


def _anatomy(s: Story) -> list[str]:
    d = s.dateline
    lines = [f"headline: {s.headline}", f"byline: {'; '.join(s.byline) or '-'}"]
    lines.append(f"dateline: {d.place} ({d.country}), {d.date}, {d.agency}" if d else "dateline: -")
    lines.append(
        f"published: {s.published} | updated: {s.updated} | publisher: {s.publisher} | section: {s.section} | language: {s.language}"
    )
    lines += [f"paragraph {i + 1}: {s.text[p.start : p.end]}" for i, p in enumerate(s.paragraphs)]
    lines += [f"related [{desk.desk}]: {h.text}" for desk in s.related for h in desk.headlines]
    if s.rights:
        forbids, needs = ", ".join(s.rights.prohibits) or "-", ", ".join(s.rights.requires) or "-"
        lines.append(f"rights: {s.rights.kind}, {s.rights.holder} | forbids {forbids} | needs {needs}")
    return lines + [f"cut ({c.reason}): {c.text[:60]!r}" for c in s.cut]


def _event(e: Event, paragraph: int) -> str:
    who = " + ".join(p.text for p in e.actors) or "-"
    whom = " + ".join(p.text for p in e.recipients) or ("each other" if e.reciprocal else "-")
    deed = e.deed.root + (f" {e.deed.mode}" if e.deed.mode else "")
    place = f"{e.place.name}{'?' if e.place.guess else ''}" if e.place else "-"
    days = f"{e.first or '-'}..{e.last or '-'}"
    return f"[{paragraph}] {who} | {deed}, {e.status} ({e.root or 'no code'}) | {whom} | {days} | {place} | {e.evidence[0].text!r}"


def _quote(r: Reading, q: Quote, names: dict[str, str]) -> str:
    said = " ... ".join(c.text for c in q.content)
    source = q.source.text if q.source else "-"
    return f"[{_paragraph(r, q.content[0].start)}] {q.type} | {source} = {names.get(q.speaker or '', '-')} | {said!r}"


def _paragraph(r: Reading, at: int) -> int:
    return next((i + 1 for i, p in enumerate(r.story.paragraphs) if p.start <= at < p.end), 0)
