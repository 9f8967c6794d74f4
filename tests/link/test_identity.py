"""Who or what a name names, by a table for each type."""

import pytest

from kg.link.descriptions import is_description
from kg.link.forces import leader_of
from kg.link.identity import acting_for, identity_of, short_name, short_names_of
from kg.link.places import place_identity
from kg.model import EntityType


@pytest.mark.parametrize(
    ("entity_type", "name", "kind", "value"),
    [
        ("State", "Israeli", "country", "Israel"),
        ("State", "the United States", "country", "United States"),
        ("State", "Government of National Accord", "actor", "Government of National Accord"),
        ("ArmedGroup", "Israeli army", "actor", "Israel Defense Forces"),
        ("Organization", "Hamas", "actor", "Hamas"),
        ("ArmedGroup", "HAMAS", "actor", "Hamas"),
        ("ArmedGroup", "Haftar's forces", "force", "haftar"),
        ("Operation", "Operation Volcano of Rage", "body", "volcano of rage"),
        ("ArmedGroup", "Volcano of Rage", "body", "volcano of rage"),
        ("ArmedGroup", "Ansar al-Haqq wal-Adl", "body", "ansar haqq wal adl"),
        ("Organization", "Libyan Health Ministry", "body", "libyan health ministry"),
        ("Person", "General Khalifa Haftar", "person", "khalifa haftar"),
        ("Person", "Ursula von der Leyen", "person", "ursula von der leyen"),
        ("Place", "the city of Gharyan", "place", "Gharyan, Libya (GeoNames 2217362)"),
        ("Place", "Libya", "country", "Libya"),
        ("Place", "northern Gaza", "locality", "northern gaza"),
        ("Place", "Al-Aziziyah front", "locality", "aziziyah front"),
        ("Equipment", "the Iron Dome", "equipment", "iron dome"),
        ("Equipment", "USS Jane B. Doe aircraft carrier", "equipment", "uss jane doe"),
        ("ArmedGroup", "Congolese", "actor", "Armed Forces of the Democratic Republic of the Congo"),
        ("ArmedGroup", "Thai troops", "force", "Thailand"),
        ("ArmedGroup", "the Armed Forces of Ukraine", "actor", "Armed Forces of Ukraine"),
        ("ArmedGroup", "Rwanda-backed M23 rebels", "actor", "March 23 Movement"),
        ("ArmedGroup", "Iranian Quds Force", "actor", "Quds Force"),
        ("Group", "at least 26 Palestinians", "people", "Palestine"),
        ("Group", "the Druze", "people", "Druze"),
        ("Group", "several Christians", "people", "Christians"),
        ("ArmedGroup", "Iranian forces", "actor", "Iranian Armed Forces"),
        ("Place", "the Gulf of Thailand", "place", "Gulf of Thailand"),
        ("Group", "the Druze community", "people", "Druze"),
        ("State", "Somali federal government", "actor", "Federal Government of Somalia"),
    ],
)
def test_names_have_identities(entity_type, name, kind, value):
    assert identity_of(name, EntityType(entity_type)) == (kind, value)


@pytest.mark.parametrize(
    ("entity_type", "name"),
    [
        ("Source", "Libyan media"),
        ("Person", "Haftar"),
        ("Person", "bin Salman"),
        ("Person", "the commander of Gharyan Protection Force"),
        ("Person", "Turkish President"),
        ("Person", "a suicide bomber"),
        ("State", "GNA"),
        ("ArmedGroup", "seven fighters"),
        ("ArmedGroup", "Rebels"),
        ("ArmedGroup", "a Libyan militia"),
        ("ArmedGroup", "two Libyan brigades"),
        ("ArmedGroup", "militants in Gaza"),
        ("Organization", "Health Ministry"),
        ("Place", "a hospital in Tripoli"),
        ("Place", "north of Tripoli"),
        ("Equipment", "Turkish drones"),
        ("Equipment", "F-16"),
        ("ArmedGroup", "Israeli troops deployed near Gaza"),
        ("ArmedGroup", ""),
    ],
)
def test_descriptions_and_short_names_have_none(entity_type, name):
    assert identity_of(name, EntityType(entity_type)) is None


@pytest.mark.parametrize(
    ("entity_type", "name", "short"),
    [
        ("Person", "General Haftar", "haftar"),
        ("Person", "bin Salman", "bin salman"),
        ("Person", "Khalifa Haftar", None),
        ("Person", "the president", None),
        ("Person", "Turkish President", None),
        ("State", "the GNA", "gna"),
        ("State", "US", None),
        ("ArmedGroup", "HAMAS", None),
        ("Place", "DMZ", None),
    ],
)
def test_short_names(entity_type, name, short):
    assert short_name(name, EntityType(entity_type)) == short


@pytest.mark.parametrize(
    ("name", "leader"),
    [
        ("Haftar's forces", "haftar"),
        ("the forces loyal to Haftar", "haftar"),
        ("Haftar forces", "haftar"),
        ("pro-Haftar militias", "haftar"),
        ("Haftar-led troops", "haftar"),
        ("forces under the command of Field Marshal Khalifa Haftar", "khalifa haftar"),
        ("GNA troops", "Government of National Accord"),
        ("forces of the Government of National Accord", "Government of National Accord"),
        ("Israeli forces", "Israel"),
        ("Israel's troops", "Israel"),
        ("pro-Russian forces", None),
        ("Palestinian militants", None),
        ("Turkish-backed forces", None),
        ("Syrian Democratic Forces", None),
        ("Haftar's spokesman", None),
        ("rebel forces", None),
        ("Iranian security forces", None),
        ("Libyan government forces", None),
        ("Haftar-aligned rebels", None),
        ("At least 27 Haftar soldiers", None),
    ],
)
def test_forces_named_after_a_leader(name, leader):
    assert leader_of(name) == leader


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Moscow", "Russia"),
        ("the Libyan government", "Libya"),
        ("Chadian transitional government", "Chad"),
        ("Somali federal government", None),
        ("Syrian Salvation Government", None),
        ("Ankara", "Turkey"),
        ("the government", None),
        ("GNA", None),
    ],
)
def test_what_a_government_acts_for(name, country):
    found = acting_for(name)
    assert (found.value if found else None) == country


@pytest.mark.parametrize(
    ("countries", "expected"), [({}, "Libya"), ({"Lebanon": 2, "Libya": 1}, "Lebanon"), ({"France": 3}, "Libya")]
)
def test_the_countries_of_an_article_choose_among_namesakes(countries, expected):
    assert place_identity("Tripoli", countries).value.startswith(f"Tripoli, {expected} ")


@pytest.mark.parametrize(
    ("name", "countries", "kind", "value"),
    [
        # a country before a village of its name in another
        ("Mali", {"China": 2, "Mali": 1}, "country", "Mali"),
        # a place of that name before one that is also called so
        ("Pokrovsk", {"Russia": 2, "Ukraine": 1}, "place", "Pokrovsk, Ukraine (GeoNames 704422)"),
        ("White House", {"United States": 1}, "locality", "white house"),
        ("White House", {"Morocco": 1}, "place", "Casablanca, Morocco (GeoNames 2553604)"),
        # what it is called in news is its own name too
        ("Gaza City", {"Palestine": 1}, "place", "Gaza, Palestine (GeoNames 281133)"),
        # words after the name
        ("Homs area", {}, "place", "Homs, Syria (GeoNames 169577)"),
        ("Gaza city", {}, "place", "Gaza, Palestine (GeoNames 281133)"),
        ("Kwamouth Territory", {}, "locality", "kwamouth"),
        ("Chernihiv Oblasts", {"Ukraine": 1}, "locality", "chernihiv oblast"),
        ("North Waziristan District", {}, "place", "North Waziristan, Pakistan"),
    ],
)
def test_which_place_a_name_names(name, countries, kind, value):
    assert place_identity(name, countries) == (kind, value)


def test_what_the_bearer_of_an_identity_is_called_for_short():
    state, person = EntityType.STATE, EntityType.PERSON
    assert short_names_of(identity_of("Government of National Accord", state)) == {"gna", "gona"}
    assert short_names_of(identity_of("Khalifa Haftar", person)) == {"haftar"}
    assert short_names_of(identity_of("Libya", state)) == frozenset()


@pytest.mark.parametrize(
    ("name", "expected"), [("17 February Brigade", False), ("17 soldiers", True), ("at least 5 men", True)]
)
def test_numbers_begin_descriptions_unless_names_follow(name, expected):
    assert is_description(name, EntityType.ARMED_GROUP) is expected
