"""The file: opening it safely, bringing it to today's schema, and writing readings into it, a transaction a document."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import msgspec

from dateline.record.rows import event_rows, host, source
from dateline.types import PageRef, Reading
from dateline.version import __version__

APPLICATION = 0x64746C6E  # "dtln", in the file's header: tells a record from any other SQLite database
LOWEST_SQLITE = (3, 37, 0)  # the first with STRICT tables
BUSY_SECONDS = 10.0
MAGIC = b"SQLite format 3\0"


class RecordError(Exception):
    """A record that cannot be opened, read or written. The message names the file and says what to do."""


def migrations() -> list[tuple[int, str]]:
    """The numbered steps of the schema as (number, SQL), in order."""
    folder = files("dateline.record").joinpath("migrations")
    return sorted((int(f.name[:3]), f.read_text("utf-8")) for f in folder.iterdir() if re.match(r"\d{3}_\w+\.sql$", f.name))


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """Open a record. write: make it where it is absent and bring it to today's schema; else it must exist and is opened read-only.

    raises RecordError where the file is no record, is damaged, comes from a newer version, or is locked; it is then left as it was
    """
    if sqlite3.sqlite_version_info < LOWEST_SQLITE:
        raise RecordError(f"SQLite {'.'.join(map(str, LOWEST_SQLITE))} or later is needed, this Python has {sqlite3.sqlite_version}")
    newest = migrations()[-1][0]
    try:
        version = _look(path, newest)
    except OSError as e:
        raise RecordError(f"{path}: {e.strerror}") from e
    if version == 0 and not write:
        raise RecordError(f"{path}: no such record; `dateline ingest PAGE... --record {path}` makes one")
    with faults(path):
        db = sqlite3.connect(f"{path.absolute().as_uri()}?{_mode(path, write)}", uri=True, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            db.row_factory = sqlite3.Row
            db.execute("PRAGMA foreign_keys = ON")
            # Once more: while a log stands beside it, the file's header may be behind.
            _refuse_newer(path, db.execute("PRAGMA user_version").fetchone()[0], newest)
            if not write:
                db.execute("PRAGMA query_only = ON")
            else:
                if version and db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                    raise RecordError(f"{path}: the record is damaged; go on with a copy of it from before")
                _migrate(db)
                db.execute("PRAGMA journal_mode = WAL")
                db.execute("PRAGMA synchronous = NORMAL")
            if db.execute("PRAGMA user_version").fetchone()[0] < newest:
                raise RecordError(f"{path}: the record has an older schema; any `dateline ingest` into it brings it up to date")
        except BaseException:
            db.close()
            raise
    return db


def _mode(path: Path, write: bool) -> str:
    # Asking opens for writing too (and then forbids it): a connection that may not write leaves its -wal and -shm files behind.
    if write:
        return "mode=rwc"
    return "mode=rw" if os.access(path.parent, os.W_OK) and os.access(path, os.W_OK) else "immutable=1"


def _look(path: Path, newest: int) -> int:
    """The schema number in a file's header, 0 for an absent or empty file; reads a hundred bytes and touches nothing.

    SQLite database file format, section 1.3: page size at 16, size in pages at 28, user version at 60, application id at 68.
    """
    if not path.exists():
        return 0
    with path.open("rb") as f:
        head = f.read(100)
    if not head:
        return 0
    if len(head) < 100 or not head.startswith(MAGIC):
        raise RecordError(f"{path}: is no record (no SQLite database); left as it is")
    page, pages, version, application = (int.from_bytes(head[at:at + n], "big") for at, n in ((16, 2), (28, 4), (60, 4), (68, 4)))
    if application != APPLICATION:
        raise RecordError(f"{path}: is no record of dateline but another program's database; left as it is")
    _refuse_newer(path, version, newest)
    log = path.with_name(path.name + "-wal")
    # While a log stands beside it, the file may be shorter than its header says: the rest is in the log.
    if not (log.exists() and log.stat().st_size) and path.stat().st_size < (65536 if page == 1 else page) * pages:
        raise RecordError(f"{path}: the record is cut short; go on with a copy of it from before")
    return version


def _refuse_newer(path: Path, version: int, newest: int) -> None:
    if version > newest:
        raise RecordError(f"{path}: was written by a newer dateline (schema {version}), this is {__version__} (schema {newest}): "
                          "upgrade with `pip install -U dateline`")


def _migrate(db: sqlite3.Connection) -> None:
    """Run the steps that the record has not seen, each with its number in one transaction."""
    for number, sql in migrations():
        # executescript() commits what is open before it starts, so the whole transaction stands inside the script.
        if db.execute("PRAGMA user_version").fetchone()[0] >= number:
            continue
        with transaction(db):
            # Another program may have made the step while this one waited for the lock.
            if db.execute("PRAGMA user_version").fetchone()[0] < number:
                for statement in statements(sql):
                    db.execute(statement)
                db.execute(f"PRAGMA application_id = {APPLICATION}")
                db.execute(f"PRAGMA user_version = {number}")


def statements(sql: str) -> Iterator[str]:
    """The statements of a script, one by one."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside, or none of it. The lock to write is taken at the start."""
    try:
        db.execute("BEGIN IMMEDIATE")
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk complain of into one line that names the file."""
    try:
        yield
    except sqlite3.OperationalError as e:
        words = str(e)
        if "locked" in words or "busy" in words:
            raise RecordError(f"{path}: another program has kept the record locked for {BUSY_SECONDS:.0f} seconds; try again later") from e
        if "full" in words:
            raise RecordError(f"{path}: the disk is full; what was read before is kept") from e
        raise RecordError(f"{path}: {words}") from e
    except sqlite3.DatabaseError as e:
        raise RecordError(f"{path}: the record is damaged ({e}); go on with a copy of it from before") from e
    except OSError as e:
        raise RecordError(f"{path}: {e.strerror or e}; what was read before is kept") from e


def copy_key(page: str, url: str | None, date: object) -> tuple[str, str, str]:
    """What the copies of one content are ordered by. The first one is the copy that is read, whatever the order they came in."""
    return page, url or "", str(date) if date else ""


def write(db: sqlite3.Connection, readings: tuple[Reading, ...]) -> bool:
    """Write the readings of one page in one transaction. False where they, or those of a copy that goes before it, stand there."""
    with transaction(db):
        new = [_write_reading(db, r) for r in readings]
    return any(new)


def write_copy(db: sqlite3.Connection, digest: str, page: str, url: str | None, date: object) -> None:
    """Write down one more page that holds a content that was read."""
    db.execute("INSERT OR IGNORE INTO copies VALUES (?, ?, ?, ?)", (digest, *copy_key(page, url, date)))


def _write_reading(db: sqlite3.Connection, r: Reading) -> bool:
    ref = r.page
    mine, kept = copy_key(ref.id, ref.url, ref.date), held(db, ref.digest)
    theirs = copy_key(kept.id, kept.url, kept.date) if kept else mine
    if mine <= theirs:
        db.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET page = excluded.page, url = excluded.url,"
                   " date = excluded.date, version = excluded.version, reader = excluded.reader",
                   (ref.digest, ref.id, ref.url, iso(ref.date), r.version, r.reader))
    write_copy(db, ref.digest, ref.id, ref.url, ref.date)
    if mine > theirs:
        return False
    if mine < theirs:
        db.execute("DELETE FROM stories WHERE digest = ?", (ref.digest,))
    if db.execute("SELECT 1 FROM stories WHERE digest = ? AND story = ?", (ref.digest, ref.story)).fetchone():
        return False
    _write_story(db, r)
    return True


def _write_story(db: sqlite3.Connection, r: Reading) -> None:
    s, ref = r.story, r.page
    line, rights = s.dateline, s.rights
    insert(db, "stories", [[
        ref.digest, ref.story, s.headline, json(s.byline), iso(s.day), s.published, s.updated, s.publisher, line and line.agency,
        host(ref.url), source(s, ref.url), s.section, s.language, line and line.place, line and line.country, rights and rights.kind,
        rights and rights.holder, json(rights.prohibits if rights else ()), json(r),
    ]])
    key = (ref.digest, ref.story)
    insert(db, "actors", [[*key, a.id, a.name, a.kind, a.country, json(a.sectors), a.role, a.wikidata, a.cow, a.gw, a.why]
                          for a in {a.id: a for a in r.actors}.values()])
    insert(db, "events", [[
        *key, i, e.status, e.deed.root, e.deed.mode, e.root, e.mode, e.quad, e.score, json(e.contexts), e.cameo, e.goldstein, e.reciprocal,
        iso(e.first), iso(e.last), e.dated_by, e.place and e.place.name, e.place and e.place.country, e.place and e.place.lat,
        e.place and e.place.lon, e.place and e.place.guess, e.said_by, json(e.numbers), json(e.evidence), e.confidence,
    ] for i, e in enumerate(r.events)])
    insert(db, "parties", [
        [*key, row.event, role, i, p.actor, p.name, p.country, json(p.sectors), p.start, p.end, p.text]
        for row in event_rows(r) for role, parties in (("actor", row.actors), ("recipient", row.recipients)) for i, p in enumerate(parties)
    ])
    insert(db, "quotes", [[*key, i, q.type, json(q.content), q.cue and json(q.cue), q.source and json(q.source), q.speaker, q.addressee,
                           iso(q.said)] for i, q in enumerate(r.quotes)])
    insert(db, "times", [[*key, i, t.start, t.end, t.text, t.type, t.value, iso(t.first), iso(t.last), iso(t.anchored)]
                         for i, t in enumerate(r.times)])
    insert(db, "standing", [[*key, i, t.a, t.b, t.relation, iso(t.first), iso(t.last), json(t.evidence)] for i, t in enumerate(r.standing)])
    insert(db, "notes", [[*key, i, n.stage, n.text] for i, n in enumerate(r.notes)])


def insert(db: sqlite3.Connection, table: str, rows: list[list[object]]) -> None:
    if rows:
        db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def json(value: object) -> str:
    return msgspec.json.encode(value).decode("utf-8")


def iso(day: object) -> str | None:
    return str(day) if day else None


def held(db: sqlite3.Connection, digest: str) -> PageRef | None:
    """The copy of a content that was read into the record; None where there is none."""
    row = db.execute("SELECT page, url, date FROM documents WHERE digest = ?", (digest,)).fetchone()
    return msgspec.convert({"id": row[0], "url": row[1], "date": row[2], "story": 0, "digest": digest}, PageRef) if row else None
