"""Datelines in the layouts of agencies and papers; look-alikes that are none."""

from datetime import date

import pytest

from dateline.story import datelines

#   line                                                       place                 country  date           agency
READ = (
    ("Lima, Jan 4 (AFP) Jan 5, 2026",                          "Lima",               "PER",   "2026-01-04",  "AFP"),
    ("Lima, Jan 4, 2026 (AFP) - Text",                         "Lima",               "PER",   "2026-01-04",  "AFP"),
    ("Lima (AFP) – Text",                                      "Lima",               "PER",   "2026-01-06",  "AFP"),
    ("WASHINGTON (AP) — Text",                                 "Washington",         "USA",   "2026-01-06",  "AP"),
    ("WASHINGTON (AP) _ Text",                                 "Washington",         "USA",   "2026-01-06",  "AP"),
    ("GRANTS PASS, Ore. (AP) — Text",                          "Grants Pass",        "USA",   "2026-01-06",  "AP"),
    ("SANTA FE, N.M. (AP) — Text",                             "Santa Fe",           "USA",   "2026-01-06",  "AP"),
    ("LA PAZ, Bolivia (AP) — Text",                            "La Paz",             "BOL",   "2026-01-06",  "AP"),
    ("ABOARD AIR FORCE ONE (AP) — Text",                       "Aboard Air Force One", "USA", "2026-01-06",  "AP"),
    ("LONDON, Dec 31 (Reuters) - Text",                        "London",             "GBR",   "2025-12-31",  "Reuters"),
    ("KYIV (Reuters) -Text",                                   "Kyiv",               "UKR",   "2026-01-06",  "Reuters"),
    ("(Reuters) -Text",                                        None,                 None,    "2026-01-06",  "Reuters"),
    ("Jan 4 (Reuters) - Text",                                 None,                 None,    "2026-01-04",  "Reuters"),
    ("WASHINGTON/BRUSSELS, Jan 4 (Reuters) - Text",            "Washington/Brussels", "USA",  "2026-01-04",  "Reuters"),
    ("BEIJING, Jan. 4 (Xinhua) -- Text",                       "Beijing",            "CHN",   "2026-01-04",  "Xinhua"),
    ("BUSAN, South Korea, Jan. 4 (Yonhap) -- Text",            "Busan",              "KOR",   "2026-01-04",  "Yonhap"),
    ("LIMA, Peru, Jan. 4 (UPI) -- Text",                       "Lima",               "PER",   "2026-01-04",  "UPI"),
    ("Berlin/Paris (dpa) - Text",                              "Berlin/Paris",       "DEU",   "2026-01-06",  "dpa"),
    ("Berlin (dpa/bb) - Text",                                 "Berlin",             "DEU",   "2026-01-06",  "dpa"),
    ("YILAN, Taiwan (Kyodo) -- Text",                          "Yilan",              "TWN",   "2026-01-06",  "Kyodo"),
    ("MOSCOW, January 4. /TASS/. Text",                        "Moscow",             "RUS",   "2026-01-04",  "TASS"),
    ("MOSCOW. Jan 4 (Interfax) - Text",                        "Moscow",             "RUS",   "2026-01-04",  "Interfax"),
    ("ASTANA. KAZINFORM - Text",                               "Astana",             "KAZ",   "2026-01-06",  "Kazinform"),
    ("MANILA — ",                                              "Manila",             "PHL",   "2026-01-06",  None),
    ("PRAGUE -- Text",                                         "Prague",             "CZE",   "2026-01-06",  None),
    ("New Delhi, Jan 4 (IANS) Text",                           "New Delhi",          "IND",   "2026-01-04",  "IANS"),
    ("Pune (Maharashtra) [India], January 4 (ANI): Text",      "Pune",               "IND",   "2026-01-04",  "ANI"),
    ("Madrid, 4 ene (EFE).- Text",                             "Madrid",             "ESP",   "2026-01-04",  "EFE"),
    ("(ANSA) - ROME, JAN 4 - Text",                            "Rome",               "ITA",   "2026-01-04",  "ANSA"),
    ("ANKARA",                                                 "Ankara",             "TUR",   "2026-01-06",  None),
    ("Damascus, SANA- Text",                                   "Damascus",           "SYR",   "2026-01-06",  "SANA"),
    ("RAMALLAH, January 4, 2026 (WAFA) – Text",                "Ramallah",           "PSE",   "2026-01-04",  "WAFA"),
    ("GENEVA (4 January 2026) – Text",                         "Geneva",             "CHE",   "2026-01-04",  None),
    ("BEIRUT, Lebanon, Jan. 4 — Text",                         "Beirut",             "LBN",   "2026-01-04",  None),
    ("NEW DELHI, JAN 4: Text",                                 "New Delhi",          "IND",   "2026-01-04",  None),
    ("ISLAMABAD: Text",                                        "Islamabad",          "PAK",   "2026-01-06",  None),
    ("PALO ALTO, Calif., Jan. 4, 2026 /PRNewswire/ -- Text",   "Palo Alto",          "USA",   "2026-01-04",  "PR Newswire"),
    ("LONDON--(BUSINESS WIRE)--Text",                          "London",             "GBR",   "2026-01-06",  "Business Wire"),
    ("N'DJAMENA, Jan 4 (Reuters) - Text",                      "N'Djamena",          "TCD",   "2026-01-04",  "Reuters"),
    ("PORT-AU-PRINCE, Haiti — Text",                           "Port-au-Prince",     "HTI",   "2026-01-06",  None),
    ("Harbour City (Coastal Wire) — The text",                 "Harbour City",       None,    "2026-01-06",  "Coastal Wire"),
)  # fmt: skip

NONE = (
    "BREAKING — Text",
    "UPDATE 2-Text",
    "EXCLUSIVE: Text",
    "NOTE: Text",
    "(AP Photo/A Name) Text",
    "SEOUL, Jan. 4, 2026: Text",  # a caption
    "Moscow — the next stop of the tour",
    "WASHINGTON — a word",
    "President Lee said he would go.",
    "Seoul and Tokyo agreed on Friday to talk.",
    "Mr Lee (Democratic Party) — who lost — left.",
    "4 January 2026",
    "",
)

TAILS = (
    ("He left the room. --IANS", "He left the room.", "--IANS"),
    ("He left the room. (ANI)", "He left the room.", "(ANI)"),
    ("He left the room. Enditem", "He left the room.", "Enditem"),
    ("He left the room. PTI ABC XY", "He left the room.", "PTI ABC XY"),
    ("He left the room. ab/cd/", "He left the room.", "ab/cd/"),
    ("(END)", "", "(END)"),
    ("He left by the end.", "He left by the end.", ""),
)


@pytest.mark.parametrize(("line", "place", "country", "day", "agency"), READ, ids=[row[0] for row in READ])
def test_every_layout_is_read(line: str, place: str | None, country: str | None, day: str, agency: str | None) -> None:
    found = datelines.find(line)
    assert found is not None
    read = found.dated(date(2026, 1, 6))
    assert (read.place, read.country, str(read.date), read.agency) == (place, country, day, agency)
    assert line[found.end :] in ("Text", "The text", "")


@pytest.mark.parametrize("layout", datelines.LAYOUTS, ids=lambda layout: layout.example)
def test_the_example_of_every_layout_is_read_by_the_table(layout: datelines.Layout) -> None:
    assert datelines.find(layout.example) is not None


@pytest.mark.parametrize("line", NONE)
def test_look_alikes_are_no_datelines(line: str) -> None:
    assert datelines.find(line) is None


@pytest.mark.parametrize(("text", "kept", "tail"), TAILS)
def test_an_agencys_tail_is_cut_off_the_last_paragraph(text: str, kept: str, tail: str) -> None:
    assert datelines.cut_tail(text) == (kept, tail)


def test_a_missing_year_is_the_one_nearest_to_the_pages_day() -> None:
    found = datelines.find("OSLO, Dec 30 (Reuters) - Text")
    assert found is not None
    assert found.dated(date(2026, 1, 2)).date == date(2025, 12, 30)
    assert found.dated(date(2025, 12, 31)).date == date(2025, 12, 30)
    assert found.dated(None).date is None


def test_a_line_above_the_story_may_name_agency_and_date() -> None:
    assert datelines.wire_header("KYODO NEWS - Jan 4, 2026 - 12:34 | World") == ("Kyodo", "Jan 4, 2026")
    assert datelines.wire_header("Jan 4, 2026 was a day of talks in Kyoto") is None
