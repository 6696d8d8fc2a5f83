"""Who and where in a story. People and deeds are invented; states and holders of office are real."""

from datetime import date as Day
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .reading import found, kind, story, who

WINTER = Day(2025, 12, 30)

NEWS = """Austrian President Arno Kellner met his French counterpart Emmanuel Macron in Graz on Monday. Kellner said
the two leaders had talked about gas. "We agreed on nearly everything," he told Reuters. Mirela Vasic, a lawyer at the
University of Graz, called it a farce. Hundreds of striking miners from Leoben clashed with police near Vienna, and the
Austrian government condemned it. Berlin and Paris welcomed the talks. Hungary's Foreign Ministry refused to comment; a
spokeswoman hung up."""


@pytest.mark.parametrize(
    "text", [NEWS, "", " ", "A", "“”’", "U.S.", "UN", "NATO " * 400, "x" * 5_000, "Москва сказала. 北京 says no.", "\x00\x01\t\r\n" * 50]
)
def test_every_mention_shows_its_words_and_its_actor_is_in_the_cast(text: str) -> None:
    told = story(text, WINTER)
    mentions, cast = found(told)
    for m in mentions:
        assert 0 <= m.start < m.end <= len(told.text)
        assert told.text[m.start : m.end] == m.text
        assert m.actor is None or m.actor in cast
    assert mentions == sorted(mentions, key=lambda m: (m.start, -m.end))
    assert {m.actor for m in mentions if m.actor} == set(cast)


WORDS = st.sampled_from(
    "President Lee Jae Myung the South Korean leader said that police in Seoul , . \" ' ( ) U.S. he his office "
    "Queen II Jr. Mr spokesman predecessor , both sides New York and Kim Jong-un 's of Georgia two leaders met -".split()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_order_of_words_is_read_without_complaint_and_always_alike(text: str) -> None:
    once, again = found(story(text, WINTER)), found(story(text, WINTER))
    assert once == again
    assert all(text[m.start : m.end] == m.text for m in once[0])


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_letters_are_read_without_complaint(text: str) -> None:
    for m in found(story(text))[0]:
        assert text[m.start : m.end] == m.text


def test_an_office_is_held_at_the_date_of_the_story() -> None:
    text = "President Lee and his predecessor Yoon Suk Yeol never met."
    lee, yoon = who(text, "President Lee", WINTER, "KOR"), who(text, "his predecessor Yoon Suk Yeol", WINTER, "KOR")
    assert lee and (lee.name, lee.country, lee.sectors) == ("Lee Jae Myung", "KOR", ("GOV",))
    assert yoon and (yoon.country, yoon.sectors) == ("KOR", ("ELI",))


@pytest.mark.parametrize(
    ("on", "name"), [(Day(1999, 6, 1), "Jiang Zemin"), (Day(2008, 6, 1), "Hu Jintao"), (Day(2020, 6, 1), "Xi Jinping")]
)
def test_the_chinese_leader_is_another_at_another_time(on: Day, name: str) -> None:
    leader = who("The Chinese leader left for Hanoi.", "The Chinese leader", on)
    assert leader and leader.name == name


def test_two_people_of_one_family_name_are_kept_apart() -> None:
    text = "South Korean President Lee Jae Myung flew home. It will last, Lee Jun-ho, a historian at the University of Busan, said."
    historian = who(text, "Lee Jun-ho", WINTER, "KOR")
    assert historian and (historian.name, historian.sectors) == ("Lee Jun-ho", ("EDU",))


def test_a_surname_later_in_the_story_is_the_one_named_before() -> None:
    text = "Environment Minister Odran Feeley resigned on Sunday. Feeley denied all charges."
    assert who(text, "Feeley", WINTER, "IRL") == who(text, "Environment Minister Odran Feeley", WINTER, "IRL")


def test_his_office_belongs_to_the_subject() -> None:
    office = who("The South Korean leader will dine with Xi Jinping, his office said.", "his office", WINTER, "KOR")
    assert office and office.name == "Office of the President of South Korea"


def test_what_has_no_state_of_its_own_is_the_home_country_s() -> None:
    police = who("Police arrested twelve men on Sunday.", "Police", WINTER, "PER")
    assert police and (police.country, police.sectors) == ("PER", ("COP",))


def test_the_place_that_the_sentence_names_goes_before_the_home_country() -> None:
    police = who("In Kenya, police arrested twelve men on Sunday.", "police", WINTER, "GBR")
    assert police and police.country == "KEN"


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("Egyptian police beat the men.", "Egyptian police", "EGY", "COP"),
        ("Hundreds of striking miners marched in Lima.", "Hundreds of striking miners", "PER", "LAB"),
        ("Five Turkish soldiers died.", "Five Turkish soldiers", "TUR", "MIL"),
        ("Two gunmen fled.", "Two gunmen", None, "UAF"),
        ("Anti-government protesters burned tyres.", "Anti-government protesters", None, "CVL"),
        ("A Swiss court freed him.", "A Swiss court", "CHE", "JUD"),
        ("Several Hamas fighters were seen.", "Several Hamas fighters", "PSE", "REB"),
        ("Members of the Bolivian parliament walked out.", "Members of the Bolivian parliament", "BOL", "LEG"),
        ("A former Danish defence minister wept.", "A former Danish defence minister", "DNK", "ELI"),
        ("An opposition lawmaker from Ghana agreed.", "An opposition lawmaker", "GHA", "OPP"),
        ("Kenya's Defense Department denied it.", "Defense Department", "KEN", "MIL"),
        ("French farmers blocked roads.", "French farmers", "FRA", "AGR"),
    ],
)
def test_groups_and_bodies_have_the_country_and_sector_of_their_words(text: str, words: str, country: str | None, sector: str) -> None:
    actor = who(text, words, Day(2020, 1, 1))
    assert actor and (actor.country, actor.sectors[0]) == (country, sector)


@pytest.mark.parametrize(
    ("text", "words", "as_what"),
    [
        ("Seoul said it would wait.", "Seoul", "government"),
        ("The talks were held in Seoul.", "Seoul", "place"),
        ("Ties between Paris and Rome soured.", "Paris", "government"),
        ("The train from Paris was late.", "Paris", "place"),
        ("Norway signed the treaty.", "Norway", "state"),
        ("Norway is a country in the north.", "Norway", "place"),
        ("Spain were beaten by Malta.", "Spain", "state"),
        ("The Kremlin denied the report.", "Kremlin", "government"),
        ("He sold weapons to Iran.", "Iran", "state"),
        ("She travelled to Iran.", "Iran", "place"),
    ],
)
def test_a_name_of_a_place_is_a_place_or_who_acts_for_it(text: str, words: str, as_what: str) -> None:
    assert kind(text, words) == as_what


def test_a_government_by_its_capital_keeps_the_place() -> None:
    mention = next(m for m in found(story("Tokyo rejected the offer."))[0] if m.text == "Tokyo")
    assert mention.actor == "JPN.GOV"
    assert mention.place and mention.place.lat == pytest.approx(35.69, abs=0.1)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("He was born in Paris, Texas.", "Paris", "USA"),
        ("He was born in Paris.", "Paris", "FRA"),
        ("A fire broke out in Melbourne.", "Melbourne", "AUS"),
        ("The mayor of Cambridge, Massachusetts, agreed.", "Cambridge", "USA"),
        ("Tbilisi and Moscow fought over Georgia in August.", "Georgia", "GEO"),
        ("Voters in Georgia and other U.S. states, among them Ohio and Texas, queued.", "Georgia", "USA"),
    ],
)
def test_a_place_is_the_one_that_the_story_means(text: str, name: str, country: str) -> None:
    place = next(m.place for m in found(story(text))[0] if m.text == name)
    assert place and place.country == country


def test_the_south_is_korea_s_where_the_story_is_about_korea() -> None:
    text = "North Korea fired a missile. It wants better ties with the South."
    assert (actor := who(text, "the South")) and actor.id == "KOR"


def test_a_spokesperson_speaks_for_who_spoke_last() -> None:
    text = "The Hungarian government rejected the plan. It was unfair, a spokesperson said."
    assert (speaker := who(text, "a spokesperson")) and speaker.country == "HUN"


def test_a_title_of_several_words_is_one_title() -> None:
    minister = who("Minister of Foreign Affairs Choe Son Hui left.", "Minister of Foreign Affairs Choe Son Hui", WINTER)
    assert minister and (minister.country, minister.sectors) == ("PRK", ("GOV",))


def test_ethnic_kin_are_of_the_country_where_they_live() -> None:
    kin = who("Shots were fired at ethnic Albanians in Macedonia.", "Albanians")
    assert kin and kin.country == "MKD"


def test_an_enemy_of_a_country_is_not_its_own() -> None:
    group = who("An anti-Syrian journalist was hurt in Lebanon.", "An anti-Syrian journalist")
    assert group and group.country == "LBN"


def test_two_demonyms_share_a_noun() -> None:
    first = who("Danish and Polish officials met on Monday.", "Danish")
    assert first and (first.country, first.sectors) == ("DNK", ("GOV",))


def test_a_long_text_without_a_full_stop_takes_bounded_time() -> None:
    began = process_time()
    found(story("Paris and Arno Kellner, London, police " * 6_000))
    assert process_time() - began < 20
