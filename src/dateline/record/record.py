"""The record: what was read, kept in one SQLite file, and asked."""

from collections.abc import Iterator
from datetime import date as Day
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

import msgspec

from dateline.record import store
from dateline.record.filter import Filter, of_events, of_quotes, of_stories, where
from dateline.record.rows import EventRow, QuoteRow, StandingRow, StoryRow
from dateline.types import Page, Reading

if TYPE_CHECKING:
    from dateline.relations import Dyad

Row = TypeVar("Row")

TOLD = "s.digest, s.story, d.page, d.url, s.source, s.day AS told, s.headline"
ALL = Filter()
STORY_ORDER = "d.page, s.digest, s.story"


class Record:
    """A record of what news pages report. Opens the file, making it where it is absent.

        with Record("news.db") as record:
            record.add(dateline.read(page))
            record.events(Filter(dyad=("KOR", "CHN")))

    raises  RecordError where the file is no record, is damaged, locked, full, or comes from a newer version
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._db = store.connect(self.path, write=True)

    @classmethod
    def create(cls, path: str | Path) -> Self:
        """Make a new record. Raises RecordError where the file exists."""
        if Path(path).exists():
            raise store.RecordError(f"{path}: exists already")
        return cls(path)

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Open a record that exists, for asking only."""
        record = cls.__new__(cls)
        record.path = Path(path)
        record._db = store.connect(record.path, write=False)
        return record

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._db.close()

    def add(self, *readings: Reading) -> bool:
        """Keep the readings of one page, all or none of them. False where its content is in the record already."""
        with store.faults(self.path):
            return store.write(self._db, readings)

    def has(self, digest: str) -> bool:
        """Whether a page's content (its digest: PageRef) was read into the record."""
        with store.faults(self.path):
            return store.held(self._db, digest) is not None

    def skips(self, page: Page) -> bool:
        """Whether a page need not be read: its content was, from this copy or one that goes before it. Writes the copy down."""
        digest = page.digest
        with store.faults(self.path):
            kept = store.held(self._db, digest)
            if kept is None or store.copy_key(kept.id, kept.url, kept.date) > store.copy_key(page.id, page.url, page.date):
                return False
            store.write_copy(self._db, digest, page.id, page.url, page.date)
            return True

    def events(self, wanted: Filter = ALL) -> list[EventRow]:
        """Events by day, those without one by the day they are told on."""
        return self._events(*where(of_events(wanted)), order="coalesce(e.first, e.last, s.day, '9999')")

    def plans(self, since: Day, past: bool = False, wanted: Filter = ALL) -> list[EventRow]:
        """What is planned, or planned on a condition, with a date that has not ended before `since`; past: also what has. Soonest first."""
        test, values = where(of_events(wanted))
        ahead = "" if past else " AND e.last >= ?"
        return self._events(f"e.status IN ('planned', 'conditional') AND e.last IS NOT NULL AND {test}{ahead}",
                            [*values, *([] if past else [since.isoformat()])], order="e.first, e.last")

    def quotes(self, wanted: Filter = ALL) -> list[QuoteRow]:
        """Quotations by the day they were said on."""
        test, values = where(of_quotes(wanted))
        return list(self._rows(QuoteRow, ("content", "cue", "named"), f"""
            SELECT {TOLD}, q.*, coalesce(a.name, q.speaker) AS speaker_name, a.country AS speaker_country,
              coalesce(b.name, q.addressee) AS addressee_name
            FROM quotes q JOIN stories s USING (digest, story) JOIN documents d USING (digest)
            LEFT JOIN actors a ON a.digest = q.digest AND a.story = q.story AND a.actor = q.speaker
            LEFT JOIN actors b ON b.digest = q.digest AND b.story = q.story AND b.actor = q.addressee
            WHERE {test} ORDER BY coalesce(q.said, s.day, '9999'), {STORY_ORDER}, q.quote""", values))

    def stories(self, wanted: Filter = ALL) -> list[StoryRow]:
        """Stories by the day they are told on."""
        test, values = where(of_stories(wanted))
        return list(self._rows(StoryRow, ("byline", "prohibits", "notes"), f"""
            SELECT {TOLD}, s.byline, s.published, s.publisher, s.agency, s.section, s.language, s.place, s.country, s.rights,
              s.rights_holder, s.prohibits,
              (SELECT count(*) FROM events e WHERE e.digest = s.digest AND e.story = s.story) AS events,
              (SELECT count(*) FROM quotes q WHERE q.digest = s.digest AND q.story = s.story) AS quotes,
              (SELECT json_group_array(text) FROM
                (SELECT text FROM notes n WHERE n.digest = s.digest AND n.story = s.story ORDER BY note)) AS notes
            FROM stories s JOIN documents d USING (digest)
            WHERE {test} ORDER BY coalesce(s.day, '9999'), {STORY_ORDER}""", values))

    def readings(self) -> Iterator[Reading]:
        """Every Reading as it was read, by digest."""
        with store.faults(self.path):
            for (text,) in self._db.execute("SELECT reading FROM stories ORDER BY digest, story"):
                yield msgspec.json.decode(text, type=Reading)

    def relations(self, a: str, b: str, wanted: Filter = ALL) -> "Dyad":
        """How two parties stand by month, which lasting relations are told of them, and what came last."""
        from dateline.relations import dyad  # the next stage: it is made of this one's rows

        events = self.events(msgspec.structs.replace(wanted, dyad=(a, b)))
        return dyad(a, b, events, self._standing(a, b, wanted))

    def _standing(self, a: str, b: str, wanted: Filter) -> list[StandingRow]:
        test, values = where(of_stories(Filter(source=wanted.source, since=wanted.since, until=wanted.until)))
        is_a, is_b = (_stands_for(column) for column in ("t.a", "t.b"))
        return list(self._rows(StandingRow, ("evidence",), f"""
            SELECT {TOLD}, t.*, {_name_of("t.a")} AS a_name, {_name_of("t.b")} AS b_name
            FROM standing t JOIN stories s USING (digest, story) JOIN documents d USING (digest)
            WHERE ({is_a} AND {is_b} OR {is_a} AND {is_b}) AND {test}
            ORDER BY t.relation, coalesce(s.day, '9999'), {STORY_ORDER}, t.standing""",
            [a, a, a, b, b, b, b, b, b, a, a, a, *values]))

    def _events(self, test: str, values: list[object], order: str) -> list[EventRow]:
        with store.faults(self.path):
            found = self._db.execute(f"""
                SELECT {TOLD}, e.*, a.name AS said_by_name
                FROM events e JOIN stories s USING (digest, story) JOIN documents d USING (digest)
                LEFT JOIN actors a ON a.digest = e.digest AND a.story = e.story AND a.actor = e.said_by
                WHERE {test} ORDER BY {order}, {STORY_ORDER}, e.event""", values)
            return [self._event(dict(row)) for row in found]

    def _event(self, row: dict[str, Any]) -> EventRow:
        key = (row["digest"], row["story"], row["event"])
        parties: dict[str, list[dict[str, Any]]] = {"actor": [], "recipient": []}
        for p in self._db.execute('SELECT role, actor, name, country, sectors, start, "end", words AS text FROM parties'
                                  " WHERE digest = ? AND story = ? AND event = ? ORDER BY role, position", key):
            parties[p["role"]].append({**dict(p), "sectors": msgspec.json.decode(p["sectors"])})
        place = None
        if row["place"] is not None:
            place = {"name": row["place"], "country": row["place_country"], "lat": row["lat"], "lon": row["lon"],
                     "guess": bool(row["place_guess"])}
        return _typed(EventRow, ("contexts", "numbers", "evidence"), {
            **row, "from": row["first"], "to": row["last"], "deed": {"root": row["deed_root"], "mode": row["deed_mode"]},
            "actors": parties["actor"], "recipients": parties["recipient"], "reciprocal": bool(row["reciprocal"]), "place": place,
            "said_by_name": row["said_by"] if row["said_by_name"] is None else row["said_by_name"],
        })

    def _rows(self, kind: type[Row], lists: tuple[str, ...], sql: str, values: list[object]) -> Iterator[Row]:
        with store.faults(self.path):
            for row in self._db.execute(sql, values):
                found = dict(row)
                yield _typed(kind, lists, {**found, "from": found.get("first"), "to": found.get("last")})


def _typed(kind: type[Row], lists: tuple[str, ...], row: dict[str, Any]) -> Row:
    """A row as its struct; `lists` names the columns that hold JSON."""
    decoded = {name: msgspec.json.decode(row[name]) if row[name] is not None else None for name in lists}
    return msgspec.convert({**row, **decoded}, kind)


def _name_of(column: str) -> str:
    """SQL: the name of an actor in `standing`; a code that no actor of the story has stays a code."""
    return f"coalesce(nullif((SELECT name {_of_actor(column)}), ''), {column})"


def _stands_for(column: str) -> str:
    """SQL: a code or actor id in `standing` is the party named by country code, id or name."""
    return (f"(upper(?) IN ({column}, (SELECT country {_of_actor(column)})) OR ? = {column} COLLATE NOCASE"
            f" OR ? = (SELECT name {_of_actor(column)}) COLLATE NOCASE)")


def _of_actor(column: str) -> str:
    return f"FROM actors x WHERE x.digest = t.digest AND x.story = t.story AND x.actor = {column}"
