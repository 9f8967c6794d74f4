"""Countries, peoples, capitals, places and actors, by tables of names."""

import pytest

from kg.link import gazetteer
from kg.link.known import PlaceKind
from kg.model import EntityType
from kg.resources import load_yaml

COUNTRIES = load_yaml("countries.yaml")


def test_a_place_is_found_by_its_number():
    tripoli = gazetteer.find_place("Tripoli")
    assert gazetteer.place_of_number(tripoli.geonames_id) == tripoli
    assert gazetteer.place_of_number(1) is None


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Libya", "Libya"),
        ("the Libyan", "Libya"),
        ("Libyans", "Libya"),
        ("Emirati", "United Arab Emirates"),
        ("UAE", "United Arab Emirates"),
        ("US", "United States"),
        ("U.S.", "United States"),
        ("the United States'", "United States"),
        ("America's", "United States"),
        ("UK", "United Kingdom"),
        ("DPRK", "North Korea"),
        ("DRC", "Democratic Republic of the Congo"),
        ("Congolese", "Democratic Republic of the Congo"),
        ("Nigerien", "Niger"),
        ("Nigerian", "Nigeria"),
        ("South Sudanese", "South Sudan"),
        ("TURKEY", "Turkey"),
        ("Türkiye", "Turkey"),
        ("Côte d’Ivoire", "Ivory Coast"),
        ("Frenchmen", "France"),
        ("Norway", "Norway"),
        ("us", None),
        ("Us", None),
        ("turkey", None),
        ("israeli", None),
        ("Israeli army", None),
        ("Kurdish", None),
        ("", None),
    ],
)
def test_the_country_of_a_name(name, country):
    assert gazetteer.country_of(name) == country


@pytest.mark.parametrize("row", COUNTRIES["countries"], ids=lambda row: row["name"])
def test_every_name_and_demonym_stands_for_its_country(row):
    for name in (row["name"], *row.get("names", ()), *row.get("demonyms", ())):
        assert gazetteer.country_of(name) == row["name"]


def test_names_of_a_country_begin_with_the_canonical_one():
    assert gazetteer.names_of_country("Libya") == ("Libya", "State of Libya")
    assert gazetteer.names_of_country("Libyan") == ()


@pytest.mark.parametrize(
    ("country", "demonyms"),
    [
        ("Libya", ("Libyan", "Libyans")),
        ("Sudan", ("Sudanese",)),
        ("France", ("French", "Frenchman", "Frenchmen")),
        ("Nowhere", ()),
    ],
)
def test_demonyms_have_regular_plurals(country, demonyms):
    assert gazetteer.demonyms(country) == demonyms


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Libyan", True), ("Kurdish", True), ("Gazans", True), ("Libya", False), ("libyan", False), ("Army", False)],
)
def test_demonyms_are_told(word, expected):
    assert gazetteer.is_demonym(word) is expected


def test_capitals_stand_for_their_countries():
    assert gazetteer.capital_of("Libya") == "Tripoli"
    assert gazetteer.capital_of("Nowhere") is None
    seats = ["Moscow", "the Kremlin", "Kiev", "Kyiv", "Washington", "the White House", "Benghazi"]
    assert [gazetteer.country_of_capital(seat) for seat in seats] == [
        "Russia", "Russia", "Ukraine", "Ukraine", "United States", "United States", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Tripoli", PlaceKind.SETTLEMENT, "Libya"),
        ("Gharyan", PlaceKind.SETTLEMENT, "Libya"),
        ("Gheryan", PlaceKind.SETTLEMENT, "Libya"),
        ("Odessa", PlaceKind.SETTLEMENT, "Ukraine"),
        ("Kiev's", PlaceKind.SETTLEMENT, "Ukraine"),
        ("Paris", PlaceKind.SETTLEMENT, "France"),
        ("Hodeidah", PlaceKind.SETTLEMENT, "Yemen"),
        ("Bethlehem", PlaceKind.SETTLEMENT, "Palestine"),
        ("Deir al-Zor", PlaceKind.SETTLEMENT, "Syria"),
        ("Baghuz", PlaceKind.SETTLEMENT, "Syria"),
        ("Georgia", PlaceKind.COUNTRY, "Georgia"),
        ("Washington, D.C.", PlaceKind.SETTLEMENT, "United States"),
        ("Texas", PlaceKind.REGION, "United States"),
        ("Darfur", PlaceKind.REGION, "Sudan"),
        ("the Gaza Strip", PlaceKind.REGION, "Palestine"),
        ("Donbass", PlaceKind.REGION, "Ukraine"),
        ("the Sahel", PlaceKind.REGION, None),
        ("Red Sea", PlaceKind.OTHER, None),
    ],
)
def test_the_most_likely_place_of_a_name(name, kind, country):
    place = gazetteer.find_place(name)
    assert place is not None
    assert (place.kind, place.country) == (kind, country)


def test_a_settlement_has_its_facts():
    tripoli = gazetteer.find_place("Tripoli")
    assert tripoli is not None
    assert tripoli.population > 1_000_000
    assert (round(tripoli.latitude or 0), round(tripoli.longitude or 0)) == (33, 13)
    assert tripoli.geonames_id == 2210247


def test_one_town_under_two_spellings_is_one_place():
    assert gazetteer.find_place("Gheryan") == gazetteer.find_place("Gharyan")
    assert gazetteer.find_place("Hodeidah") == gazetteer.find_place("Hudaydah")


def test_namesakes_are_candidates_from_the_largest():
    countries = [place.country for place in gazetteer.candidates("Tripoli")]
    assert countries[:2] == ["Libya", "Lebanon"]
    assert gazetteer.candidates("Nowhereville") == ()


@pytest.mark.parametrize("word", ["Police", "Media", "March", "gaza", "Khalifa", ""])
def test_what_is_no_place(word):
    assert not gazetteer.is_place(word)


def test_regions_and_towns_lie_in_known_countries():
    names = {row["name"] for row in COUNTRIES["countries"]} | {None}
    rows = [*COUNTRIES["regions"], *COUNTRIES["settlements"]]
    assert {row.get("country") for row in rows} <= names


@pytest.mark.parametrize(
    ("name", "label", "entity_type"),
    [
        ("the GNA", "Government of National Accord", EntityType.STATE),
        ("ISIL", "Islamic State", EntityType.ARMED_GROUP),
        ("Daesh", "Islamic State", EntityType.ARMED_GROUP),
        ("Da'esh", "Islamic State", EntityType.ARMED_GROUP),
        ("Al Shabaab", "al-Shabaab", EntityType.ARMED_GROUP),
        ("Ansar Allah", "Houthis", EntityType.ARMED_GROUP),
        ("RSF", "Rapid Support Forces", EntityType.ARMED_GROUP),
        ("Hamas's", "Hamas", EntityType.ARMED_GROUP),
        ("U.N.", "United Nations", EntityType.ORGANIZATION),
        ("Medecins Sans Frontieres", "Médecins Sans Frontières", EntityType.ORGANIZATION),
        ("NATO", "NATO", EntityType.ORGANIZATION),
    ],
)
def test_known_actors(name, label, entity_type):
    actor = gazetteer.known_actor(name)
    assert actor is not None
    assert (actor.label, actor.type) == (label, entity_type)


@pytest.mark.parametrize("word", ["gna", "who", "is", "hamas", "Nobody's Army", ""])
def test_unknown_actors(word):
    assert gazetteer.known_actor(word) is None


@pytest.mark.parametrize("words", ["the", "Islamic", "the Islamic\nState in", "Al", "Lord's", "U.N"])
def test_what_may_begin_the_name_of_an_actor(words):
    assert gazetteer.begins_actor(words)


@pytest.mark.parametrize("words", ["Islamic banana", "Qwerty", "North Atlantic Treats"])
def test_what_begins_the_name_of_no_actor(words):
    assert not gazetteer.begins_actor(words)


def test_every_known_actor_is_found_by_how_its_name_begins():
    rows = [row for rows in load_yaml("actors.yaml").values() for row in rows]
    names = [name for row in rows for name in (row["label"], *row.get("names", ()))]
    assert [name for name in names if not gazetteer.begins_actor(name.split()[0])] == []


@pytest.mark.parametrize("kind", sorted(load_yaml("actors.yaml")))
def test_every_actor_is_found_by_each_of_its_names(kind):
    countries = {row["name"] for row in COUNTRIES["countries"]} | {None}
    for row in load_yaml("actors.yaml")[kind]:
        found = [gazetteer.known_actor(name) for name in (row["label"], *row.get("names", ()))]
        assert {(actor.label, actor.type.value, actor.country) for actor in found if actor} == {
            (row["label"], kind, row.get("country"))
        }
        assert None not in found
        assert row.get("country") in countries
