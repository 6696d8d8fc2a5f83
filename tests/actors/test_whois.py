"""Who a phrase means on a date."""

import json
from datetime import date as Day

import pytest
from click.testing import CliRunner

from dateline.actors import describe, whois
from dateline.cli.whois import whois as verb
from dateline.language import tag


@pytest.mark.parametrize(
    ("phrase", "on", "country", "code"),
    [
        ("Pakistani Army", Day(2022, 4, 1), "PAK", "MIL"),
        ("Angela Merkel", Day(2010, 1, 1), "DEU", "GOV"),
        ("Angela Merkel", Day(2023, 1, 1), "DEU", "ELI"),
        ("the Taliban", Day(2010, 1, 1), "AFG", "REB"),
        ("the Taliban", Day(2023, 1, 1), "AFG", "GOV"),
        ("Vienna police", None, "AUT", "COP"),
        ("Oslo", None, "NOR", "GOV"),
        ("Bergen", None, "NOR", "CVL"),
        ("former finance minister of Peru", None, "PER", "ELI"),
        ("The World Bank", None, "IGO", None),
        ("UNHCR", None, "UNO", "REF"),
        ("gunmen", None, None, "UAF"),
        ("Greenpeace", None, "NGO", "SOC"),
        ("some of the biggest labour unions in Peru", None, "PER", "LAB"),
        ("", None, None, None),
        ("???", None, None, None),
    ],
)
def test_a_phrase_has_a_country_and_a_code(phrase: str, on: Day | None, country: str | None, code: str | None) -> None:
    told = whois(phrase, on)
    assert (told.country, told.code) == (country, code)
    assert told.why


def test_the_context_settles_what_the_phrase_leaves_open() -> None:
    assert whois("the police", context="Somalia").country == "SOM"


def test_a_family_name_with_a_title_is_found() -> None:
    assert whois("Prime Minister Thatcher", Day(1985, 1, 1)).name == "Margaret Thatcher"


def test_the_verb_reads_rows_and_prints_an_object_a_line(tmp_path) -> None:  # type: ignore[no-untyped-def]
    rows = tmp_path / "rows.jsonl"
    johnson = {"id": "a", "text": "Boris Johnson", "date": "12 April 2020", "context": ""}
    kenyans = {"id": "b", "text": "Kenyan lawmakers", "date": ""}
    rows.write_text(f"{json.dumps(johnson)}\n\n{json.dumps(kenyans)}\n")
    out = CliRunner().invoke(verb, ["--json", str(rows)])
    assert out.exit_code == 0
    first, second = map(json.loads, out.output.splitlines())
    assert set(first) == {"id", "country", "code", "name", "why"}
    assert (first["id"], first["country"], first["code"], first["name"]) == ("a", "GBR", "GOV", "Boris Johnson")
    assert (second["country"], second["code"]) == ("KEN", "LEG")


def test_the_verb_names_a_bad_date() -> None:
    out = CliRunner().invoke(verb, ["Oslo", "--on", "soon"])
    assert out.exit_code == 2
    assert "is no date" in out.output


@pytest.mark.parametrize(
    ("phrase", "home", "country", "sector"),
    [
        ("another ethnic Chechen", "TUR", "RUS", "CVL"),
        ("a Swiss court", "TUR", "CHE", "JUD"),
        ("hundreds of striking miners", "TUR", "TUR", "LAB"),
        ("the local governor", "TUR", "TUR", "GOV"),
        ("the weather", "TUR", None, None),
    ],
)
def test_any_noun_phrase_can_be_described(phrase: str, home: str, country: str | None, sector: str | None) -> None:
    actor = describe(0, len(phrase), phrase, tag(phrase, 0, len(phrase)), (), (), home)
    assert (actor.country, actor.sectors[0] if actor.sectors else None) == (country, sector)
