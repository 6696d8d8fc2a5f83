"""Every verb and option has its line in docs/cli.md; the schema is current; help is quick."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import msgspec
import pytest
from click.testing import CliRunner
from made import event, reading, standing

import dateline
from dateline.cli import VERBS, verbs
from dateline.cli.schema import text

DOCS = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
SCHEMA = Path(dateline.__file__).with_name("schema.json")


def section(verb: str) -> str:
    found = re.search(rf"^## dateline {verb}$(.*?)(?=^## |\Z)", DOCS, re.M | re.S)
    assert found, f"docs/cli.md has no section on {verb}"
    return found[1]


@pytest.mark.parametrize("verb", VERBS, ids=lambda v: v.name)
def test_every_verb_and_option_has_its_line_in_the_docs(verb):
    lines = section(verb.name)
    shared = section("events") if "the filters of `dateline events`" in lines else ""
    for p in verb.params:
        if p.param_type_name == "argument":
            assert (p.metavar or p.name.upper()).rstrip(".") in lines
        else:
            assert any(re.search(rf"^- `{o}\b", lines + shared, re.M) for o in p.opts), f"{verb.name} {p.opts} has no line in docs/cli.md"


def test_the_docs_name_no_verb_or_option_that_is_not_there():
    assert set(re.findall(r"^## dateline (\w+)$", DOCS, re.M)) == {v.name for v in VERBS}
    options = {o for v in VERBS for p in v.params for o in p.opts} | {"--help", "--version"}
    assert set(re.findall(r"^- `(--\w+)", DOCS, re.M)) <= options


def test_the_committed_schema_is_the_one_that_the_types_give():
    assert SCHEMA.read_text(encoding="utf-8") == text() == CliRunner().invoke(verbs, ["schema"]).stdout


def test_a_reading_fits_the_schema():
    r = reading("a", event(said_by="KOR"), event(status="denied", first=None, place=None), standing=(standing(),))
    jsonschema.Draft202012Validator.check_schema(json.loads(text()))
    jsonschema.validate(json.loads(msgspec.json.encode(r)), json.loads(text()))


@pytest.mark.parametrize("args", [["--help"], *([v.name, "--help"] for v in VERBS)])
def test_help_is_there(args):
    assert CliRunner().invoke(verbs, args).exit_code == 0


def test_help_does_without_what_reading_and_asking_need():
    code = "import sys; from dateline.cli import verbs; verbs.main(['--help'], standalone_mode=False); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.split()
    assert not {"trafilatura", "rich.table", "lxml", "py3langid", "numpy"} & set(loaded)


def test_help_is_quick():
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", "from dateline.cli import verbs; verbs.main(['--help'])"], capture_output=True)
        taken.append(time.perf_counter() - start)
    assert min(taken) < 1.0
