"""The tables hold together: a newcomer's row is checked without reading code."""

import csv
from importlib.resources import files

import pytest

from dateline.actors import tables
from dateline.actors.names import known
from dateline.actors.places import look_up

SECTORS = frozenset("COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC IGO".split())
CODES = frozenset("UNO EUR IGO NGO ISM IMG MNC".split())
TABLES = ("states", "regions", "bodies", "people", "roles", "given_names", "words", "qualifiers", "iso3166")


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_the_fields_of_its_table(name: str) -> None:
    text = files("dateline.actors").joinpath(f"data/{name}.tsv").read_text("utf-8")
    head, *rows = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    assert rows
    for row in rows:
        assert len(row) == len(head), row


def test_every_country_is_in_iso_3166_or_a_code_of_plover() -> None:
    iso = set(files("dateline.actors").joinpath("data/iso3166.tsv").read_text("utf-8").split())
    used = {s.code for s in tables.states()} | {r.code for r in tables.regions()}
    used |= {p.country for b in tables.bodies() for p in b.periods} | {o.country for p in tables.people() for o in p.offices}
    assert used - iso - CODES - {None} == set()


def test_every_sector_is_one_of_plover() -> None:
    used = {s for b in tables.bodies() for p in b.periods for s in p.sectors} | {
        s for p in tables.people() for o in p.offices for s in o.sectors
    }
    used |= {s for r in tables.roles().values() for s in r.sectors} | {s for r in tables.regions() for s in r.sectors}
    assert used <= SECTORS


def test_no_office_ends_before_it_begins() -> None:
    for person in tables.people():
        for office in person.offices:
            assert office.first is None or office.last is None or office.first <= office.last, (person.name, office)


@pytest.mark.parametrize("state", [s for s in tables.states() if not s.former], ids=lambda s: s.code)
def test_a_state_is_found_by_all_its_names(state: tables.State) -> None:
    for name in state.names:
        assert any(m.of == state for m in known(name.removeprefix("the "))), name


def test_the_gazetteer_knows_old_and_other_names() -> None:
    assert look_up("peking")[0].name == "Beijing"
    assert look_up("kiev")[0].country == "UKR"
    assert look_up("no such place") == ()
