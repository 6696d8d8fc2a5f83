"""A Reading as a report for people."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dateline.cli.columns import EVENT_TABLE, QUOTE_TABLE, STANDING_TABLE
from dateline.cli.output import Column, as_table
from dateline.cli.plain import clean, shorten
from dateline.record.rows import event_rows, quote_rows, standing_rows
from dateline.types import Reading, Rights, Story

CUT = 110  # characters shown of what was cut

TIME_TABLE = (
    Column("Words", lambda t: shorten(t.text, 60), 30),
    Column("Type", lambda t: t.type, 8),
    Column("Value", lambda t: t.value, 14),
    Column("From", lambda t: t.first or "", 10),
    Column("To", lambda t: t.last or "", 10),
)
CUT_TABLE = (
    Column("Why", lambda c: c.reason, 10),
    Column("Words", lambda c: shorten(c.text, CUT)),
)
NOTE_TABLE = (
    Column("Stage", lambda n: n.stage, 8),
    Column("Could not", lambda n: n.text),
)


def report(reading: Reading, paper: Console) -> None:
    """Print all that a story says, section by section; empty sections are left out."""
    story = reading.story
    events = event_rows(reading)
    ahead = [e for e in events if story.day and e.ahead_of(story.day)]
    paper.print(Rule(Text(shorten(story.headline or "(no headline)", paper.width - 4), style="bold"), align="left", style=""))
    paper.print(_head(reading))
    _section(paper, "Story", *_paragraphs(story))
    _table(paper, "Events", events, EVENT_TABLE)
    _table(paper, "Planned ahead", sorted(ahead, key=lambda e: (e.first or e.last, e.last, e.event)), EVENT_TABLE)
    _table(paper, "Quotations", quote_rows(reading), QUOTE_TABLE)
    _table(paper, "Times", reading.times, TIME_TABLE)
    _table(paper, "Standing relations", standing_rows(reading), STANDING_TABLE)
    _section(paper, "Related headlines", *_related(story))
    _table(paper, "Cut from the page", story.cut, CUT_TABLE)
    _table(paper, "Notes", reading.notes, NOTE_TABLE)
    paper.print()


def _head(reading: Reading) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    for name, value in _facts(reading):
        if value:
            table.add_row(name, Text(clean(value)))
    return table


def _facts(reading: Reading) -> Iterator[tuple[str, str | None]]:
    s, line = reading.story, reading.story.dateline
    yield "By", ", ".join(s.byline)
    yield "Dateline", ", ".join(str(w) for w in (line.place, line.country, line.date, line.agency) if w) if line else None
    yield "Published", s.published
    yield "Updated", s.updated
    yield "Publisher", s.publisher
    yield "Section", s.section
    yield "Language", s.language
    yield "Rights", _rights(s.rights) if s.rights else None
    yield "Notice", shorten(s.rights.notice, 600) if s.rights else None
    yield "Page", reading.page.id + (f", story {reading.page.story + 1}" if reading.page.story else "")
    yield "Address", reading.page.url


def _rights(rights: Rights) -> str:
    parts = [rights.kind + (f" by {rights.holder}" if rights.holder else "")]
    if rights.prohibits:
        parts.append(f"forbids to {', '.join(rights.prohibits)}")
    if rights.requires:
        parts.append(f"requires {', '.join(rights.requires)}")
    return "; ".join(parts)


def _paragraphs(story: Story) -> Iterator[Text]:
    for i, p in enumerate(story.paragraphs):
        yield Text(("\n" if i else "") + " ".join(clean(story.text[p.start:p.end]).split()))


def _related(story: Story) -> Iterator[Text]:
    for desk in story.related:
        yield Text(clean(desk.desk or "(no desk named)"), style="italic")
        for headline in desk.headlines:
            yield Text("  - " + clean(headline.text))


def _section(paper: Console, title: str, *lines: Text) -> None:
    if lines:
        paper.print(Text(f"\n{title}", style="bold underline"))
        for line in lines:
            paper.print(Padding(line, (0, 0, 0, 2)))


def _table(paper: Console, title: str, rows: Sequence[Any], columns: Sequence[Column]) -> None:
    if rows:
        paper.print(Text(f"\n{title}", style="bold underline"))
        paper.print(Padding(as_table(rows, columns), (0, 0, 0, 2), expand=False))
