"""dateline read: reports that people can trust a terminal with, readings that programs can trust, a line for each bad input."""

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from made import event, reading, standing
from rich.console import Console

import dateline
from dateline.cli import verbs
from dateline.cli.plain import clean, shorten
from dateline.cli.report import report
from dateline.types import Cut, Desk, Headline, Note, Number, Reading

PAGE = """Ferry talks end with a pact

By Tarn Vale

OSLO, March 2, 2026 (MADE) - Norway and Denmark signed a pact on ferry safety in Oslo on Monday, officials said.

"We waited nine years for this paper," said Mira Okonedo, who led the Norwegian side of the talks.

The two sides will meet again in Copenhagen on March 20 to settle who pays for the new lights.
"""
ROW = {"id": "row-1", "date": "2026-03-02", "title": "Ferry talks end with a pact", "text": PAGE.split("(MADE) - ")[1]}

# As people run it: what is written waits in a buffer, and faults of the disk or the pipe show late.
BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "ferry.txt"
    file.write_text(PAGE)
    return file


def run(*args: object, stdin: str | bytes | None = None):
    return CliRunner().invoke(verbs, [str(a) for a in args], input=stdin)


def shell(*args: object, **more: object) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-c", "from dateline.cli import main; main()", *map(str, args)], capture_output=True, **more)


def test_json_is_one_reading_a_line_that_decodes_to_what_read_returns(page):
    done = run("read", "--json", page, page)
    first, second = done.stdout.splitlines()
    assert done.exit_code == 0 and first == second
    assert msgspec.json.decode(first, type=Reading) == dateline.read(dateline.Page(id=str(page), content=PAGE))


def test_a_report_shows_the_story_and_where_it_comes_from(page):
    done = run("read", page)
    assert done.exit_code == 0
    assert "Ferry talks end with a pact" in done.stdout and str(page) in done.stdout and "We waited nine years" in done.stdout


def test_rows_come_on_standard_input(page):
    done = run("read", "--json", "-", stdin=json.dumps(ROW) + "\n" + json.dumps({**ROW, "id": "row-2"}) + "\n")
    assert [json.loads(line)["page"]["id"] for line in done.stdout.splitlines()] == ["row-1", "row-2"]
    assert done.exit_code == 0


def test_one_page_comes_on_standard_input():
    done = run("read", "--json", "-", stdin=PAGE)
    assert done.exit_code == 0 and len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(("name", "data"), [
    ("missing.txt", None), ("empty.txt", b""), ("blank.txt", b" \n\t\n"), ("program.bin", bytes(range(256)) * 40),
    ("furniture.html", b"<html><body><nav><a href=/>Home</a></nav></body></html>"),
])
def test_a_bad_input_is_told_in_one_line_and_the_others_are_read(page, tmp_path, name, data):
    bad = tmp_path / name
    if data is not None:
        bad.write_bytes(data)
    done = run("read", "--json", page, bad, page)
    assert len(done.stdout.splitlines()) == 2
    assert re.fullmatch(rf"dateline: \S*{re.escape(name)}: .+\n", done.stderr)
    assert done.exit_code == 2


def test_a_page_far_too_large_is_told_in_one_line(page, tmp_path):
    big = tmp_path / "big.txt"
    with big.open("wb") as f:
        f.write(b"word " * 1000)
        f.truncate(100 << 20)
    done = run("read", "--json", big, page)
    assert done.exit_code == 2 and len(done.stderr.splitlines()) == 1 and len(done.stdout.splitlines()) == 1


def test_a_broken_encoding_never_ends_the_run(page, tmp_path):
    broken = tmp_path / "broken.txt"
    broken.write_bytes(PAGE.encode().replace(b"ferry", b"f\xe9\xff\xc3rry"))
    done = run("read", "--json", broken, page)
    assert str(page) in done.stdout and "Traceback" not in done.stderr and done.exit_code in (0, 2)


def test_a_story_in_another_language_is_read_to_its_anatomy_and_told(monkeypatch, page):
    foreign = reading("ferje.txt", notes=(Note("language", "the story is in 'nb'; only English is read beyond its anatomy"),))
    monkeypatch.setattr(dateline, "readings", lambda _, model=None: [foreign])
    done = run("read", "--json", page)
    assert json.loads(done.stdout)["story"]["headline"] == "Envoys to meet"
    assert done.stderr == f"dateline: {page}: the story is in 'nb'; only English is read beyond its anatomy\n"
    assert done.exit_code == 2


def test_a_reader_that_fails_on_one_page_is_told_and_the_others_are_read(monkeypatch, page, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(PAGE)
    read = dateline.readings

    def failing(p, model=None):
        if p.id == str(page):
            raise KeyError("a\x1b[2Jsurprise")
        return read(p)

    monkeypatch.setattr(dateline, "readings", failing)
    done = run("read", "--json", page, other)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr.count("\n") == 1 and str(page) in done.stderr and "KeyError" in done.stderr and "\x1b" not in done.stderr
    assert done.exit_code == 2


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize("how", [[], ["--json"]])
def test_a_file_whose_name_is_no_utf_8_is_read_all_the_same(page, how):
    odd = os.fsencode(page.parent) + b"/f\xe9rry\x1b.txt"
    page.rename(os.fsdecode(odd))
    done = shell("read", *how, os.fsdecode(odd))
    assert done.returncode == 0 and b"f?rry" in done.stdout and not done.stderr


def test_no_page_at_all_is_a_wrong_use():
    assert run("read").exit_code == 2


def made() -> Reading:
    r = reading("[red]a\x1b[31m.txt", event(said_by="KOR"), event("ASSAULT", ("IRN",), (), None, place=None),
                event("CONSULT", status="planned", code="AGREE"), headline="[/b] Envoys \x1b]0;owned\x07to\u202e meet :smile:",
                standing=(standing(),), notes=(Note("times", "[/red] no\r date"),))
    story = msgspec.structs.replace(r.story, related=(Desk("[bold]World", (Headline("Ferries [/x] return"),)),),
                                    cut=(Cut("\x9b31mADVERT", "ad"),))
    return msgspec.structs.replace(r, story=story)


def printed(width: int = 100, **more: object) -> str:
    paper = Console(file=io.StringIO(), record=True, width=width, markup=False, highlight=False, emoji=False, **more)
    report(made(), paper)
    return paper.export_text(styles=True)


def test_nothing_that_a_page_says_commands_the_terminal():
    text = re.sub(r"\x1b\[[\d;]*m", "", printed())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_what_looks_like_markup_is_shown_as_it_stands():
    text = re.sub(r"\x1b\[[\d;]*m", "", printed())
    for words in ("[/b] Envoys", ":smile:", "[/red] no", "[bold]World", "Ferries [/x] return", "[red]a[31m.txt"):
        assert words in text


def test_a_report_holds_every_part_of_a_reading():
    text = printed(140)
    for words in ("Tarn Vale", "Seoul, KOR, 2026-03-02, MADE", "The Made Gazette", "forbids to copy", "CONSULT visit →", "in Beijing, CHN",
                  "Planned ahead", "We hope for calm", "trading partner", "ADVERT", "Friday", "people at least 3"):
        assert words in text


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140])
def test_a_report_keeps_within_its_width(width):
    text = re.sub(r"\x1b\[[\d;]*m", "", printed(width))
    assert max(map(len, text.splitlines())) <= width


def test_what_is_piped_has_no_colours_and_a_bounded_width(page):
    done = shell("read", page, text=True, encoding="utf-8", env={**os.environ, "COLUMNS": "900", "PYTHONIOENCODING": "utf-8"})
    assert "\x1b" not in done.stdout and max(map(len, done.stdout.splitlines())) <= 140


def test_letters_that_a_terminal_cannot_show_never_end_the_run(page):
    page.write_text(PAGE.replace("Oslo", "Ósló 東京"), encoding="utf-8")
    done = shell("read", page, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0 and not done.stderr


def test_a_reader_of_the_output_that_leaves_is_no_error(page):
    line = f'{sys.executable} -c "from dateline.cli import main; main()" read {" ".join([str(page)] * 20)} | head -1'
    done = subprocess.run(line, shell=True, capture_output=True, text=True, env=BUFFERED)
    assert done.stderr == "" and done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("how", [["read", "PAGE"], ["read", "--json", "PAGE"], ["schema"], ["whois", "--json", "-"]])
def test_a_full_disk_is_told_in_one_line(page, how):
    command = [sys.executable, "-c", "from dateline.cli import main; main()", *(str(page) if word == "PAGE" else word for word in how)]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, input='{"id": "1", "text": "Kenyan police"}', stdout=full, stderr=subprocess.PIPE,
                              text=True, env=BUFFERED)
    assert done.stderr == "dateline: standard output: No space left on device\n" and done.returncode == 2


def test_words_are_cleaned_and_shortened_at_a_word():
    assert clean("a\x1b[1m\tb\nc\u2028d\ud800") == "a[1m b c d\N{REPLACEMENT CHARACTER}"
    assert shorten("  one two three  ", 9) == "one two…"
    assert shorten("x" * 10_000_000, 10) == "x" * 9 + "…"


@pytest.mark.parametrize(("number", "words"), [
    (Number(0, 1, "x", what="killed", low=12, high=12), "killed 12"),
    (Number(0, 1, "x", what="injured", low=3), "injured at least 3"),
    (Number(0, 1, "x", what="people", high=900), "people at most 900"),
    (Number(0, 1, "x", what="people", low=20, high=30), "people 20 to 30"),
    (Number(0, 1, "x", what="money", low=2.5e6, high=2.5e6, unit="USD"), "money 2,500,000 USD"),
    (Number(0, 1, "dozens", what="killed"), "killed dozens"),
])
def test_a_number_is_told_as_it_is_meant(number, words):
    from dateline.cli.columns import count

    assert count(number) == words
