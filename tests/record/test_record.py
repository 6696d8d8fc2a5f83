"""The record keeps what was read, once, whatever the order, and answers with the same facts."""

import itertools
import sqlite3
import tempfile
from datetime import date as Day
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import event, everything, page, reading, standing

from dateline.record import Filter, Record, RecordError, store
from dateline.record.rows import event_rows, quote_rows, standing_rows
from dateline.types import Actor, Event, EventPlace, Evidence, Number, Party, Quote, Words

OFFSET, AMOUNT = st.integers(0, 2**40), st.floats(allow_nan=False, allow_infinity=False) | st.none()
SPAN = {"start": OFFSET, "end": OFFSET}
WORDS, PARTIES = st.builds(Words, **SPAN), st.lists(st.builds(Party, **SPAN), max_size=2).map(tuple)
NAMES = st.sampled_from(("KOR", "CHN", "=1", ""))
EVENTS = st.builds(
    Event, quad=st.integers(1, 4) | st.none(), score=AMOUNT, goldstein=AMOUNT, actors=PARTIES, recipients=PARTIES,
    said_by=NAMES | st.none(), place=st.none() | st.builds(EventPlace, lat=AMOUNT, lon=AMOUNT), confidence=st.floats(0, 1),
    numbers=st.lists(st.builds(Number, low=AMOUNT, high=AMOUNT, **SPAN), max_size=1).map(tuple),
    evidence=st.lists(st.builds(Evidence, sentence=OFFSET, **SPAN), max_size=2).map(tuple),
)
QUOTES = st.builds(Quote, content=st.lists(WORDS, max_size=2).map(tuple), cue=st.none() | WORDS, source=st.none() | WORDS,
                   speaker=NAMES | st.none(), addressee=NAMES | st.none())
ACTORS = st.builds(Actor, id=NAMES, cow=OFFSET | st.none(), gw=OFFSET | st.none())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def test_an_event_comes_out_as_it_went_in(file):
    r = reading("a", event(said_by="KOR"), event("ASSAULT", ("IRN",), (), None, place=None),
                event("AGREE", ("KOR", "CHN"), (), reciprocal=True))
    with Record(file) as record:
        assert record.add(r)
        assert sorted(record.events(), key=lambda e: e.event) == event_rows(r)


@given(st.lists(EVENTS, max_size=3), st.lists(QUOTES, max_size=3), st.lists(ACTORS, max_size=3))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_whatever_a_reading_holds_comes_out_as_it_went_in(events, quotes, actors):
    r = msgspec.structs.replace(reading("a", *events), quotes=tuple(quotes), actors=tuple(actors))
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "news.db") as record:
        record.add(r)
        assert list(record.readings()) == [r]
        assert sorted(record.events(), key=lambda e: e.event) == event_rows(r)
        assert sorted(record.quotes(), key=lambda q: q.quote) == quote_rows(r)


def test_the_same_pages_give_the_same_record_in_whatever_order_they_come(tmp_path):
    pages = [reading("b", event(), content="same"), reading("a", event("AID"), content="same"), reading("c", event("REJECT")),
             reading("a", event("AID"), content="same", url=None)]
    records = []
    for i, order in enumerate(itertools.permutations(pages)):
        file = tmp_path / f"{i}.db"
        with Record(file) as record:
            for r in order:
                if not record.skips(page(r, "same" if r.page.id != "c" else "c")):
                    record.add(r)
        records.append(everything(file))
    assert all(r == records[0] for r in records)
    assert sorted(row[1] for row in records[0]["documents"]) == ["a", "c"]
    assert len(records[0]["copies"]) == 4


def test_what_was_read_before_is_known_by_its_content(file):
    r = reading("a", event())
    with Record(file) as record:
        assert not record.has(r.page.digest) and not record.skips(page(r))
        assert record.add(r)
        assert record.has(r.page.digest) and record.skips(page(r))
        assert not record.add(r)
        assert len(record.events()) == 1


def test_both_stories_of_a_page_are_kept_together_or_one_by_one(tmp_path):
    first, second = reading("a", event()), reading("a", event("AID"), story=1)
    with Record(tmp_path / "together.db") as record:
        record.add(first, second)
    with Record(tmp_path / "apart.db") as record:
        record.add(second)
        record.add(first)
    assert everything(tmp_path / "together.db") == everything(tmp_path / "apart.db")


def test_the_digest_of_a_page_is_the_one_that_its_reading_holds():
    import dateline

    made = dateline.Page(id="x", content="The envoys of two states met for talks in Geneva on Monday.\n" * 3, media="body", title="Talk")
    assert made.digest == dateline.read(made).page.digest


@pytest.fixture
def full(file: Path) -> Record:
    record = Record(file)
    record.add(reading("a", event(), event("ASSAULT", ("IRN",), ("ISR",), "2026-02-01", place="Haifa"),
                       event("CONSULT", status="planned", code="AGREE"),
                       event("CONSULT", ("KOR", "CHN"), (), "2026-01-04", "2026-01-06", reciprocal=True), event(status="denied"),
                       standing=(standing(), standing("IRN", "ISR", "enmity"))))
    record.add(reading("b", event("AID", ("CHN.GOV",), ("KOR",), None, place=None), day="2026-04-01", publisher="Other Post", agency=None))
    return record


@pytest.mark.parametrize(("wanted", "found"), [
    ({}, 6),
    ({"dyad": ("KOR", "CHN")}, 5),
    ({"dyad": ("CHN", "kor")}, 5),
    ({"dyad": ("KOR", "KOR")}, 0),
    ({"dyad": ("IRN", "CHN")}, 0),
    ({"actor": "CHN"}, 2),
    ({"actor": "CHN.GOV"}, 1),
    ({"actor": "The Government of chn.gov"}, 1),
    ({"recipient": "ISR"}, 1),
    ({"root": ("consult",)}, 2),
    ({"root": ("AGREE", "AID")}, 2),
    ({"quad": (4,)}, 1),
    ({"status": ("planned", "denied")}, 2),
    ({"place": "haifa"}, 1),
    ({"place": "CHN"}, 5),
    ({"source": "other post"}, 1),
    ({"source": "made"}, 5),
    ({"source": "gazette.example"}, 6),
    ({"since": Day(2026, 1, 6), "until": Day(2026, 1, 31)}, 1),
    ({"since": Day(2026, 1, 7), "until": Day(2026, 1, 31)}, 0),
    ({"since": Day(2026, 4, 1)}, 1),
    ({"dyad": ("KOR", "CHN"), "quad": (1,), "status": ("happened",)}, 2),
])
def test_a_filter_finds(full, wanted, found):
    events = full.events(Filter(**wanted))
    assert len(events) == found
    assert [e.first or e.told for e in events] == sorted(e.first or e.told for e in events)


@pytest.mark.parametrize(("wanted", "stories"), [
    ({}, ["a", "b"]), ({"actor": "IRN"}, ["a"]), ({"quad": (4,)}, ["a"]), ({"root": ("AID",)}, ["b"]), ({"place": "Seoul"}, ["a", "b"]),
    ({"since": Day(2026, 3, 3)}, ["b"]), ({"source": "Other Post"}, ["b"]), ({"dyad": ("KOR", "ISR")}, []),
])
def test_a_filter_finds_stories_and_the_quotations_in_them(full, wanted, stories):
    assert [s.page for s in full.stories(Filter(**wanted))] == stories
    if "actor" not in wanted:
        assert [q.page for q in full.quotes(Filter(**wanted))] == stories


def test_quotations_are_found_by_their_speaker(full):
    assert len(full.quotes(Filter(actor="KOR"))) == 2
    assert full.quotes(Filter(actor="CHN")) == []


def test_plans_are_dated_ones_that_are_not_over_soonest_first(file):
    with Record(file) as record:
        record.add(reading("a", event(status="planned", first="2026-05-01"),
                           event(status="conditional", first="2026-04-01", last="2026-04-20"),
                           event(status="planned", first=None), event(status="planned", first="2026-03-01"), event(first="2026-06-01")))
        assert [str(e.first) for e in record.plans(Day(2026, 4, 20))] == ["2026-04-01", "2026-05-01"]
        assert [str(e.first) for e in record.plans(Day(2026, 4, 20), past=True)] == ["2026-03-01", "2026-04-01", "2026-05-01"]


def test_relations_hold_the_months_what_is_told_and_the_latest_events(full):
    found = full.relations("CHN", "KOR")
    assert [m.month for m in found.months] == ["2026-01", "2026-03", "2026-04"]
    assert [s.relation for s in found.standing] == ["trading partner"]
    assert found.latest[0].root == "AID"
    assert found.uncounted == 1


def test_a_lasting_relation_comes_out_as_it_went_in(file):
    r = reading("a", standing=(standing(), standing("KOR", "JPN", "rivals")))
    with Record(file) as record:
        record.add(r)
        assert [*record.relations("CHN", "kor").standing, *record.relations("KOR", "JPN").standing] == standing_rows(r)
    assert [s.b_name for s in standing_rows(r)] == ["the government of CHN", "JPN"]


def test_a_text_file_is_no_record_and_stays_as_it_is(file):
    file.write_text("a shopping list " * 20)
    for make in (Record, Record.open):
        with pytest.raises(RecordError, match="no record"):
            make(file)
    assert file.read_text() == "a shopping list " * 20
    assert [p.name for p in file.parent.iterdir()] == ["news.db"]


def test_another_programs_database_is_refused_and_stays_as_it_is(file):
    with sqlite3.connect(file) as db:
        db.execute("CREATE TABLE t (x)")
    db.close()
    before = file.read_bytes()
    for make in (Record, Record.open):
        with pytest.raises(RecordError, match="another program"):
            make(file)
    assert file.read_bytes() == before


def test_a_newer_record_is_refused_and_stays_as_it_is(file):
    Record(file).close()
    with sqlite3.connect(file) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = file.read_bytes()
    for make in (Record, Record.open):
        with pytest.raises(RecordError, match=r"newer dateline \(schema 99\).*pip install -U"):
            make(file)
    assert file.read_bytes() == before


def test_a_record_cut_short_is_refused(full, file):
    full.close()
    with file.open("r+b") as f:
        f.truncate(file.stat().st_size - 5000)
    for make in (Record, Record.open):
        with pytest.raises(RecordError, match="cut short"):
            make(file)


def test_a_damaged_record_is_told_and_not_written_to(full, file):
    full.close()
    data = bytearray(file.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    file.write_bytes(data)
    with pytest.raises(RecordError, match="damaged"):
        Record(file)
    assert file.read_bytes() == data
    with pytest.raises(RecordError, match="damaged"), Record.open(file) as record:
        record.events()
    assert file.read_bytes() == data


def test_damage_in_a_single_page_is_found_before_anything_is_written(full, file):
    root = full._db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'times'").fetchone()[0]
    full.close()
    data = bytearray(file.read_bytes())
    data[(root - 1) * 4096:root * 4096] = b"\xff" * 4096
    file.write_bytes(data)
    with pytest.raises(RecordError, match="damaged"):
        Record(file)
    assert file.read_bytes() == data


def test_an_absent_record_is_not_made_by_asking(file):
    with pytest.raises(RecordError, match="no such record"):
        Record.open(file)
    assert not file.exists()


def test_a_record_opened_for_asking_cannot_be_written(full, file):
    with Record.open(file) as record, pytest.raises(RecordError):
        record.add(reading("z"))


def test_create_never_takes_a_file_that_exists(full, file):
    with pytest.raises(RecordError, match="exists"):
        Record.create(file)


def test_two_writers_take_turns(file):
    with Record(file) as one, Record(file) as two:
        one.add(reading("a", event()))
        two.add(reading("b", event()))
        assert not two.add(reading("a", event()))
        assert len(one.stories()) == 2


def test_a_locked_record_is_told_after_a_while(file, monkeypatch):
    monkeypatch.setattr(store, "BUSY_SECONDS", 0.05)
    with Record(file) as one, Record(file) as two:
        one._db.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match="locked"):
            two.add(reading("a"))
        one._db.execute("ROLLBACK")
        assert two.add(reading("a"))


def test_a_full_disk_keeps_what_was_there_and_the_record_goes_on(file):
    with Record(file) as record:
        record.add(reading("a", event()))
        pages = record._db.execute("PRAGMA page_count").fetchone()[0]
        record._db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(RecordError, match="full"):
            for i in range(100):
                record.add(reading(f"b{i}", *[event()] * 20))
        kept = len(record.stories())
    with Record(file) as record:
        assert len(record.stories()) == kept
        assert record.add(reading("c", event()))


def test_a_fault_of_the_disk_in_the_middle_of_a_document_leaves_nothing_of_it(file, monkeypatch):
    with Record(file) as record:
        record.add(reading("a", event()))
        insert = store.insert

        def failing(db, table, rows):
            if table == "parties":
                raise OSError(28, "No space left on device")
            insert(db, table, rows)

        monkeypatch.setattr(store, "insert", failing)
        with pytest.raises(RecordError, match="No space left"):
            record.add(reading("b", event()))
        monkeypatch.undo()
        assert [s.page for s in record.stories()] == ["a"]
        assert record.add(reading("b", event()))


def test_a_copy_of_a_record_can_be_asked_where_nothing_may_be_written(full, file, monkeypatch):
    full.close()
    monkeypatch.setattr(store.os, "access", lambda *_: False)
    with Record.open(file) as record:
        assert len(record.events()) == 6
    assert [p.name for p in file.parent.iterdir()] == ["news.db"]


def test_asking_leaves_no_files_behind(full, file):
    full.close()
    with Record.open(file) as record:
        record.events()
    assert [p.name for p in file.parent.iterdir()] == ["news.db"]


def test_a_half_made_record_of_a_killed_program_is_finished(file):
    file.touch()
    with Record(file) as record:
        assert record.add(reading("a"))


def test_every_migration_is_numbered_without_a_gap():
    assert [n for n, _ in store.migrations()] == list(range(1, len(store.migrations()) + 1))
