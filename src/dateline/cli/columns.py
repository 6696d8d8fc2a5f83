"""What tables and CSV show of events and quotations, a column a line."""

from collections.abc import Sequence
from pathlib import PurePath

from dateline.cli.output import Column
from dateline.cli.plain import shorten
from dateline.record.rows import EventRow, Participant, QuoteRow, StoryRow
from dateline.types import Number

WORDS = 240  # characters of evidence that a table's cell shows at most


def when(row: EventRow) -> str:
    """The interval of days."""
    if row.first == row.last:
        return str(row.first) if row.first else "undated"
    return f"{row.first or '…'} to {row.last or '…'}"


def who(parties: Sequence[Participant]) -> list[str]:
    return [shorten(p.name, 60) + _codes(p) for p in parties]


def _codes(p: Participant) -> str:
    codes = " ".join(c for c in (p.country, *p.sectors[:1]) if c)
    return f" ({codes})" if codes and codes != p.name else ""


def did(row: EventRow) -> str:
    """The deed, and in an arrow the code that it gets by its status."""
    deed = row.deed.root + (f" {row.deed.mode}" if row.deed.mode else "")
    return deed if row.root in (None, row.deed.root) else f"{deed} → {row.root}"


def where(row: EventRow) -> str:
    if row.place is None:
        return ""
    return f"in {row.place.name}{f', {row.place.country}' if row.place.country else ''}{' ?' if row.place.guess else ''}"


def count(n: Number) -> str:
    """A number of an event: "killed 12", "injured at least 3", "people 20 to 30"."""
    low, high = (f"{x:,.15g}" if x is not None else None for x in (n.low, n.high))
    if low and high:
        amount = low if low == high else f"{low} to {high}"
    else:
        amount = f"at least {low}" if low else f"at most {high}" if high else n.text
    return shorten(f"{n.what} {amount} {n.unit or ''}", 40)


def words(row: EventRow) -> str:
    """The words that show it, and who says so."""
    shown = shorten(" … ".join(e.text for e in row.evidence), WORDS)
    return f"{shown} [{shorten(row.said_by_name, 40)}]" if row.said_by_name else shown


def told_by(row: EventRow | QuoteRow | StoryRow) -> str:
    return f"{shorten(row.source or PurePath(row.page).name or row.page, 40)} {row.told or ''}".strip()


def content(row: QuoteRow) -> str:
    return shorten(" … ".join(w.text for w in row.content), WORDS * 2)


EVENT_TABLE = (
    Column("When\nstatus", lambda r: [when(r), r.status], 11),
    Column("Who", lambda r: who(r.actors), 22),
    Column("Did what\nwhere", lambda r: [did(r), where(r), *map(count, r.numbers)], 18),
    Column("To whom", lambda r: who(r.recipients), 22),
    Column("Words\n[said by]", words),
)

EVENT_TABLE_OF_MANY = (*EVENT_TABLE, Column("Told by", told_by, 14))

EVENT_CSV = (
    Column("id", lambda r: f"{r.digest}-{r.story}-{r.event}"),
    Column("from", lambda r: r.first),
    Column("to", lambda r: r.last),
    Column("dated_by", lambda r: r.dated_by),
    Column("status", lambda r: r.status),
    Column("root", lambda r: r.root),
    Column("mode", lambda r: r.mode),
    Column("quad", lambda r: r.quad),
    Column("score", lambda r: r.score),
    Column("deed_root", lambda r: r.deed.root),
    Column("deed_mode", lambda r: r.deed.mode),
    Column("contexts", lambda r: r.contexts),
    Column("cameo", lambda r: r.cameo),
    Column("goldstein", lambda r: r.goldstein),
    Column("actors", lambda r: [p.actor for p in r.actors]),
    Column("actor_names", lambda r: [p.name for p in r.actors]),
    Column("actor_countries", lambda r: [p.country or "" for p in r.actors]),
    Column("actor_sectors", lambda r: [" ".join(p.sectors) for p in r.actors]),
    Column("recipients", lambda r: [p.actor for p in r.recipients]),
    Column("recipient_names", lambda r: [p.name for p in r.recipients]),
    Column("recipient_countries", lambda r: [p.country or "" for p in r.recipients]),
    Column("recipient_sectors", lambda r: [" ".join(p.sectors) for p in r.recipients]),
    Column("reciprocal", lambda r: int(r.reciprocal)),
    Column("place", lambda r: r.place and r.place.name),
    Column("place_country", lambda r: r.place and r.place.country),
    Column("lat", lambda r: r.place and r.place.lat),
    Column("lon", lambda r: r.place and r.place.lon),
    Column("place_guess", lambda r: r.place and int(r.place.guess)),
    Column("said_by", lambda r: r.said_by),
    Column("words", lambda r: " … ".join(e.text for e in r.evidence)),
    Column("confidence", lambda r: r.confidence),
    Column("told", lambda r: r.told),
    Column("source", lambda r: r.source),
    Column("headline", lambda r: r.headline),
    Column("page", lambda r: r.page),
    Column("url", lambda r: r.url),
)

QUOTE_TABLE = (
    Column("Said on", lambda r: r.said, 10),
    Column("Speaker", lambda r: shorten(r.speaker_name or (r.named.text if r.named else "?"), 60), 20),
    Column("Cue", lambda r: r.cue and shorten(r.cue.text, 30), 12),
    Column("Type", lambda r: r.type, 8),
    Column("Words", content),
)

QUOTE_TABLE_OF_MANY = (*QUOTE_TABLE, Column("Told by", told_by, 14))

QUOTE_CSV = (
    Column("id", lambda r: f"{r.digest}-{r.story}-{r.quote}"),
    Column("said", lambda r: r.said),
    Column("type", lambda r: r.type),
    Column("words", lambda r: " … ".join(w.text for w in r.content)),
    Column("cue", lambda r: r.cue and r.cue.text),
    Column("speaker", lambda r: r.speaker),
    Column("speaker_name", lambda r: r.speaker_name),
    Column("speaker_country", lambda r: r.speaker_country),
    Column("speaker_words", lambda r: r.named and r.named.text),
    Column("addressee", lambda r: r.addressee),
    Column("addressee_name", lambda r: r.addressee_name),
    Column("told", lambda r: r.told),
    Column("source", lambda r: r.source),
    Column("headline", lambda r: r.headline),
    Column("page", lambda r: r.page),
    Column("url", lambda r: r.url),
)

STORY_TABLE = (
    Column("Told", lambda r: r.told or "undated", 10),
    Column("Headline", lambda r: shorten(r.headline or "(no headline)", WORDS)),
    Column("Source", lambda r: shorten(r.source or "", 40), 14),
    Column("Dateline", lambda r: ", ".join(w for w in (r.place, r.country) if w), 12),
    Column("Events", lambda r: r.events, 6),
    Column("Quotes", lambda r: r.quotes, 6),
    Column("Rights", lambda r: r.rights, 10),
    Column("Page", lambda r: shorten(PurePath(r.page).name or r.page, 60), 18),
)

STORY_CSV = (
    Column("id", lambda r: f"{r.digest}-{r.story}"),
    Column("told", lambda r: r.told),
    Column("headline", lambda r: r.headline),
    Column("byline", lambda r: r.byline),
    Column("published", lambda r: r.published),
    Column("publisher", lambda r: r.publisher),
    Column("agency", lambda r: r.agency),
    Column("source", lambda r: r.source),
    Column("section", lambda r: r.section),
    Column("language", lambda r: r.language),
    Column("place", lambda r: r.place),
    Column("country", lambda r: r.country),
    Column("rights", lambda r: r.rights),
    Column("rights_holder", lambda r: r.rights_holder),
    Column("prohibits", lambda r: r.prohibits),
    Column("events", lambda r: r.events),
    Column("quotes", lambda r: r.quotes),
    Column("notes", lambda r: r.notes),
    Column("page", lambda r: r.page),
    Column("url", lambda r: r.url),
)

MONTH_TABLE = (
    Column("Month", lambda m: m.month, 7),
    Column("Coop. verbal", lambda m: m.verbal_cooperation, 11),
    Column("Coop. material", lambda m: m.material_cooperation, 11),
    Column("Conflict verbal", lambda m: m.verbal_conflict, 8),
    Column("Conflict material", lambda m: m.material_conflict, 8),
    Column("Cooperation score", lambda m: f"{m.cooperation:.1f}", 11),
    Column("Conflict score", lambda m: f"{m.conflict:.1f}", 8),
    Column("Sources", lambda m: m.sources),
)

MONTH_CSV = (
    Column("month", lambda m: m.month),
    Column("verbal_cooperation", lambda m: m.verbal_cooperation),
    Column("material_cooperation", lambda m: m.material_cooperation),
    Column("verbal_conflict", lambda m: m.verbal_conflict),
    Column("material_conflict", lambda m: m.material_conflict),
    Column("cooperation", lambda m: m.cooperation),
    Column("conflict", lambda m: m.conflict),
    Column("sources", lambda m: m.sources),
)

STANDING_TABLE = (
    Column("A", lambda s: shorten(s.a_name, 40), 16),
    Column("Relation", lambda s: s.relation, 16),
    Column("B", lambda s: shorten(s.b_name, 40), 16),
    Column("Words", lambda s: shorten(" … ".join(e.text for e in s.evidence), WORDS)),
)
