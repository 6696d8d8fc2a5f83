"""Reading into a record and asking it, on the command line."""

import csv
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner
from made import event, everything, reading, standing

import dateline
from dateline.cli import filters, verbs
from dateline.events.ontology import roots
from dateline.record import Record, store
from dateline.types import Note, Status

ROWS = [{"id": f"row-{i}", "date": "2026-03-02", "title": f"Port {i} opens its gates",
         "text": f"Norway said on Monday it would open port {i} to Danish ships.\n\n"
         f"\"We waited {i} years,\" said Mira Okonedo."} for i in range(6)]


def run(*args: object, stdin: str | None = None):
    return CliRunner().invoke(verbs, [str(a) for a in args], input=stdin)


def rows(*found: dict) -> str:
    return "".join(json.dumps(r) + "\n" for r in found)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


@pytest.fixture
def full(file: Path) -> Path:
    with Record(file) as record:
        record.add(reading("a", event(), event("ASSAULT", ("IRN",), ("ISR",), "2026-02-01", place="Haifa"),
                           event("CONSULT", status="planned", code="AGREE", first="2999-05-01"), standing=(standing(),)))
        record.add(reading("b", event("AID", ("CHN",), ("KOR",)), event("REJECT", status="planned", first="2026-01-01"),
                           publisher="Other Post"))
    return file


def test_what_is_read_is_kept_and_what_was_read_is_skipped(file):
    assert run("ingest", "-", "--record", file, stdin=rows(*ROWS[:4])).stderr == "4 read, 0 skipped, 0 failed\n"
    assert run("ingest", "-", "--record", file, stdin=rows(*ROWS)).stderr == "2 read, 4 skipped, 0 failed\n"
    assert len(run("stories", "--record", file, "--json").stdout.splitlines()) == 6


def test_the_order_of_the_pages_makes_no_difference(tmp_path):
    for name, order in (("a.db", ROWS), ("b.db", ROWS[::-1])):
        run("ingest", "-", "--record", tmp_path / name, stdin=rows(*order))
    assert everything(tmp_path / "a.db") == everything(tmp_path / "b.db")


def test_a_bad_page_is_told_counted_and_passed_over(file, tmp_path):
    done = run("ingest", tmp_path / "missing.txt", "-", "--record", file, stdin=rows(*ROWS))
    first, last = done.stderr.splitlines()
    assert first.startswith(f"dateline: {tmp_path / 'missing.txt'}: ") and last == "6 read, 0 skipped, 1 failed"
    assert done.exit_code == 2


def test_a_reader_that_fails_on_one_page_leaves_the_others_in_the_record(file, monkeypatch):
    read = dateline.readings
    monkeypatch.setattr(dateline, "readings", lambda p, model=None: read(p) if p.id != "row-2" else 1 / 0)
    done = run("ingest", "-", "--record", file, stdin=rows(*ROWS))
    assert "row-2: the reader failed on this page (ZeroDivisionError" in done.stderr and "5 read, 0 skipped, 1 failed" in done.stderr
    assert done.exit_code == 2


def test_ctrl_c_keeps_what_was_read_and_says_so(file, monkeypatch):
    read = dateline.readings

    def interrupted(p, model=None):
        if p.id == "row-3":
            raise KeyboardInterrupt
        return read(p)

    monkeypatch.setattr(dateline, "readings", interrupted)
    done = run("ingest", "-", "--record", file, stdin=rows(*ROWS))
    assert done.stderr == "3 read, 0 skipped, 0 failed; stopped before the end\n" and done.exit_code == 130
    monkeypatch.undo()
    assert run("ingest", "-", "--record", file, stdin=rows(*ROWS)).stderr == "3 read, 3 skipped, 0 failed\n"


def kill_at(statement: int, args: list[str], rows: Path) -> bool:
    """Run the command line in a process that kills itself (SIGKILL) at that statement of SQL; whether it came to it."""
    child = os.fork()
    if child == 0:
        left, connect = iter(range(statement)), sqlite3.connect

        def traced(*a: object, **k: object) -> sqlite3.Connection:
            db = connect(*a, **k)
            db.set_trace_callback(lambda _: next(left, None) is None and os.kill(os.getpid(), signal.SIGKILL))
            return db

        store.sqlite3.connect = traced
        sys.stdin = rows.open()
        sys.stderr = io.StringIO()
        verbs.main(args, standalone_mode=False)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_record_made_through_a_dozen_kills_equals_one_made_without(tmp_path):
    given = tmp_path / "rows.jsonl"
    given.write_text(rows(*ROWS))
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    run("ingest", "-", "--record", whole, stdin=given.read_text())
    for statement in (2, 3, 6, 9, 14, 19, 25, 31, 12, 17, 21, 27, 33):
        assert kill_at(statement, ["ingest", "-", "--record", str(killed)], given)
        if killed.exists() and killed.stat().st_size:
            with sqlite3.connect(killed) as db:
                assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert run("ingest", "-", "--record", killed, stdin=given.read_text()).exit_code == 0
    assert everything(killed) == everything(whole)


def test_a_real_kill_in_the_middle_leaves_a_record_that_goes_on(tmp_path):
    many = rows(*({**ROWS[0], "id": f"n{i}", "text": ROWS[0]["text"] + f"\n\nShip {i} came first."} for i in range(100)))
    (tmp_path / "rows.jsonl").write_text(many)
    killed, whole = tmp_path / "killed.db", tmp_path / "whole.db"
    with (tmp_path / "rows.jsonl").open() as given:
        command = [sys.executable, "-c", "from dateline.cli import main; main()", "ingest", "-", "--record", killed]
        program = subprocess.Popen(command, stdin=given)
    until, log = time.monotonic() + 30, tmp_path / "killed.db-wal"
    while time.monotonic() < until and not (log.exists() and log.stat().st_size > 100_000):
        time.sleep(0.005)
    program.kill()
    program.wait()
    with Record.open(killed) as record:
        assert 0 < len(record.stories()) < 100
    for file in (killed, whole):
        assert run("ingest", "-", "--record", file, stdin=many).exit_code == 0
    assert everything(killed) == everything(whole)


def test_two_ingests_at_once_make_the_record_that_one_makes(tmp_path):
    together, alone = tmp_path / "together.db", tmp_path / "alone.db"
    command = [sys.executable, "-c", "from dateline.cli import main; main()", "ingest", "-", "--record", together]
    programs = [subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) for _ in range(2)]
    for program, order in zip(programs, (ROWS, ROWS[::-1]), strict=True):
        program.stdin.write(rows(*order))
        program.stdin.close()
    assert [program.wait() for program in programs] == [0, 0]
    run("ingest", "-", "--record", alone, stdin=rows(*ROWS))
    assert everything(together) == everything(alone)


def test_a_full_disk_stops_in_one_line_and_keeps_what_was_read(file, monkeypatch):
    write = store.write

    def failing(db, readings):
        if readings[0].page.id == "row-4":
            raise OSError(28, "No space left on device")
        return write(db, readings)

    monkeypatch.setattr(store, "write", failing)
    done = run("ingest", "-", "--record", file, stdin=rows(*ROWS))
    assert done.stderr == f"dateline: {file}: No space left on device; what was read before is kept\n" and done.exit_code == 2
    monkeypatch.undo()
    assert len(run("stories", "--record", file, "--json").stdout.splitlines()) == 4


def test_a_locked_record_is_told_in_one_line(full, monkeypatch):
    monkeypatch.setattr(store, "BUSY_SECONDS", 0.05)
    with Record(full) as other:
        other._db.execute("BEGIN IMMEDIATE")
        done = run("ingest", "-", "--record", full, stdin=rows(*ROWS))
    assert "locked" in done.stderr and len(done.stderr.splitlines()) == 1 and done.exit_code == 2


VERBS = (["events"], ["quotes"], ["stories"], ["calendar"], ["relations", "KOR", "CHN"])


@pytest.mark.parametrize("verb", [*VERBS, ["ingest", "-"]])
@pytest.mark.parametrize("kind", ["text", "foreign", "newer", "damaged"])
def test_what_is_no_record_is_told_in_one_line_and_left_untouched(verb, kind, file):
    if kind == "text":
        file.write_text("a shopping list\n" * 30)
    elif kind == "foreign":
        with sqlite3.connect(file) as db:
            db.execute("CREATE TABLE t (x)")
    else:
        Record(file).close()
        if kind == "newer":
            with sqlite3.connect(file) as db:
                db.execute("PRAGMA user_version = 99")
        else:
            data = file.read_bytes()
            file.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    before = file.read_bytes()
    done = run(*verb, "--record", file, stdin=rows(ROWS[0]))
    assert done.exit_code == 2 and len(done.stderr.splitlines()) == 1 and done.stderr.startswith(f"dateline: {file}")
    assert file.read_bytes() == before


@pytest.mark.parametrize("verb", VERBS)
def test_a_record_that_is_not_there_is_told_and_not_made(verb, file):
    done = run(*verb, "--record", file)
    assert done.exit_code == 2 and "no such record" in done.stderr and not file.exists()


@pytest.mark.parametrize("verb", VERBS)
def test_every_asking_verb_gives_a_table_json_and_csv(verb, full):
    table, lines, sheet = (run(*verb, "--record", full, *how) for how in ((), ("--json",), ("--csv",)))
    assert table.exit_code == lines.exit_code == sheet.exit_code == 0
    assert table.stdout and "\x1b" not in table.stdout and max(map(len, table.stdout.splitlines())) <= 140
    objects, cells = [json.loads(line) for line in lines.stdout.splitlines()], list(csv.DictReader(io.StringIO(sheet.stdout)))
    assert objects and cells
    if verb[0] != "relations":
        assert len(objects) == len(cells)
        assert [o["page"] for o in objects] == [c["page"] for c in cells]


@pytest.mark.parametrize("verb", VERBS)
def test_the_same_record_prints_the_same_bytes(verb, full):
    assert run(*verb, "--record", full, "--json").stdout == run(*verb, "--record", full, "--json").stdout


def test_events_are_the_same_in_csv_and_in_json(full):
    for o, c in zip(map(json.loads, run("events", "--record", full, "--json").stdout.splitlines()),
                    csv.DictReader(io.StringIO(run("events", "--record", full, "--csv").stdout)), strict=True):
        assert c["id"] == f"{o['digest']}-{o['story']}-{o['event']}"
        assert (c["from"], c["status"], c["root"], c["quad"]) == (o["from"] or "", o["status"], o["root"], str(o["quad"]))
        assert float(c["score"]) == o["score"]
        assert c["actor_countries"].split(";") == [p["country"] for p in o["actors"]]
        assert c["words"] == o["evidence"][0]["text"]


@pytest.mark.parametrize(("options", "found"), [
    ((), 5), (("--dyad", "KOR", "CHN"), 4), (("--dyad", "CHN", "KOR"), 4), (("--actor", "IRN"), 1),
    (("--recipient", "KOR"), 1), (("--root", "aid"), 1),
    (("--root", "AID", "--root", "ASSAULT"), 2), (("--quad", "3"), 1), (("--quad", "3", "--quad", "4"), 2),
    (("--status", "planned"), 2), (("--since", "2026-03-01"), 3), (("--until", "2026-02-01"), 2),
    (("--place", "Haifa"), 1), (("--source", "Other Post"), 2),
    (("--dyad", "KOR", "CHN", "--status", "happened", "--quad", "1"), 1),
])
def test_a_filter_leaves(full, options, found):
    assert len(run("events", "--record", full, "--json", *options).stdout.splitlines()) == found


@pytest.mark.parametrize("options", [("--since", "soon"), ("--quad", "5"), ("--root", "DANCE"), ("--status", "maybe")])
def test_a_wrong_filter_is_told(full, options):
    done = run("events", "--record", full, *options)
    assert done.exit_code == 2 and options[0] in done.stderr


def test_the_calendar_looks_ahead_and_with_past_also_back(full):
    ahead = run("calendar", "--record", full, "--json").stdout.splitlines()
    assert [json.loads(line)["from"] for line in ahead] == ["2999-05-01"]
    back = run("calendar", "--record", full, "--json", "--past").stdout.splitlines()
    assert [json.loads(line)["from"] for line in back] == ["2026-01-01", "2999-05-01"]
    assert len(run("calendar", "--record", full, "--json", "--since", "2025-12-31").stdout.splitlines()) == 2
    assert "no dated plans from 3000-01-01 on (--past" in run("calendar", "--record", full, "--since", "3000-01-01").stdout


def test_relations_show_the_months_what_is_told_and_the_latest_events(full):
    done = run("relations", "KOR", "CHN", "--record", full)
    for words in ("KOR and CHN", "2026-03", "trading partner", "Latest events", "AID visit"):
        assert words in done.stdout
    assert "no dated events" in run("relations", "FRA", "PER", "--record", full).stdout
    months = list(csv.DictReader(io.StringIO(run("relations", "KOR", "CHN", "--record", full, "--csv").stdout)))
    assert [(m["month"], m["sources"], m["material_cooperation"]) for m in months] == [("2026-03", "2", "1")]


@pytest.mark.parametrize("words", ["=1+1", "+SUM(A1)", "-2+3", "@now", " =1", "\t=1"])
def test_no_cell_of_a_sheet_is_a_formula(file, words):
    with Record(file) as record:
        record.add(reading("a", event(), headline=words))
    cell, = (c["headline"] for c in csv.DictReader(io.StringIO(run("stories", "--record", file, "--csv").stdout)))
    assert cell.startswith("'")


def test_a_negative_score_is_a_number_in_a_sheet(full):
    scores = [c["score"] for c in csv.DictReader(io.StringIO(run("events", "--record", full, "--csv").stdout))]
    assert "-10.0" in scores


def test_what_a_page_says_commands_neither_the_terminal_nor_the_table(file):
    with Record(file) as record:
        record.add(reading("a\x1b[2J", event(place="[/red]\x1b[31mBei\njing"), headline="[bold]x\x9b1m\u202e",
                           publisher="\x1b]0;t\x07Post", standing=(standing(relation="[b]ally\x1b[1m"),)))
    for verb in VERBS:
        for how in ((), ("--csv",)):
            out = run(*verb, "--record", file, *how).stdout
            assert not any(c in out for c in "\x1b\x07\x9b\u202e")
    assert "[/red]" in run("events", "--record", file).stdout


def test_a_story_in_another_language_is_kept_and_told_and_no_failure(file, monkeypatch):
    foreign = reading("row-0", notes=(Note("language", "the story is in 'nb'; only English is read beyond its anatomy"),))
    monkeypatch.setattr(dateline, "readings", lambda _, model=None: [foreign])
    done = run("ingest", "-", "--record", file, stdin=rows(ROWS[0]))
    assert done.stderr.splitlines()[1] == "1 read, 0 skipped, 0 failed" and done.exit_code == 2
    assert [s.notes for s in Record.open(file).stories()] == [(foreign.notes[0].text,)]


def test_the_options_know_every_root_and_status():
    assert set(filters.ROOTS) == set(roots())
    assert get_args(Status) == filters.STATUSES
