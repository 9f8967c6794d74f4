"""Normal forms of names and what they tell, by tables of pairs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.link import names
from kg.model import EntityType

PERSON, STATE = EntityType.PERSON, EntityType.STATE


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("the Government of National Accord", "government of national accord"),
        ("Al Shabaab", "shabaab"),
        ("al-Shabaab's", "shabaab"),
        ("an-Nusra Front", "nusra front"),
        ("Hay'at Tahrir al-Sham", "hayat tahrir sham"),
        ("Deir ez-Zor", "deir ez zor"),
        ("Médecins Sans Frontières", "medecins sans frontieres"),
        ("U.N.", "un"),
        ("a militia", "militia"),
        ("SPLM–N", "splm n"),
        ("Field Marshal Khalifa Haftar", "field marshal khalifa haftar"),
        ("The", "the"),
        ("…", ""),
    ],
)
def test_normal_form(name, form):
    assert names.normal_form(name) == form


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Field Marshal Khalifa al-Haftar's", "khalifa haftar"),
        ("Libyan Prime Minister Fayez al-Sarraj", "fayez sarraj"),
        ("Gen. Haftar", "haftar"),
        ("English", "english"),
        ("President", "president"),
    ],
)
def test_titles_are_no_part_of_a_persons_name(name, form):
    assert names.normal_form(name, PERSON) == form


@given(st.text(), st.sampled_from([None, PERSON, STATE]))
def test_normal_forms_are_normal(name, entity_type):
    form = names.normal_form(name, entity_type)
    assert names.normal_form(form, entity_type) == form
    assert form == " ".join(form.split())
    assert all(letter.islower() or letter.isdigit() or letter == " " for letter in form)


SPELLINGS = [
    ("Gharyan", "Gharian"),
    ("Gharyan", "Gheryan"),
    ("Janjaweed", "Janjawid"),
    ("Haftar", "Hifter"),
    ("Kiev", "Kyiv"),
    ("Mohammed", "Muhammad"),
    ("Hezbollah", "Hizbullah"),
    ("Fayez al-Sarraj", "Fayez Serraj"),
    ("Dbeibah", "Dbaiba"),
]


@pytest.mark.parametrize(("left", "right"), SPELLINGS)
def test_spellings_of_one_name(left, right):
    assert names.is_spelling_of(left, right)
    assert names.is_spelling_of(right, left)
    assert set(names.name_keys(left, PERSON)) & set(names.name_keys(right, PERSON))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ali Hassan", "Ali Hussein"),
        ("Mali", "Male"),
        ("Juba", "Jibia"),
        ("Haftar", "Gharyan"),
        ("Khalifa Haftar", "Haftar"),
        ("Hama", "Homs"),
        ("", ""),
    ],
)
def test_different_names(left, right):
    assert not names.is_spelling_of(left, right)


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("GNA", "Government of National Accord", True),
        ("the G.N.A.", "the Government of National Accord", True),
        ("ISIL", "Islamic State of Iraq and the Levant", True),
        ("LNA", "Libyan National Army", True),
        ("U.N.", "United Nations", True),
        ("GNA", "Libyan National Army", False),
        ("Is", "Islamic State", False),
        ("G", "Gharyan", False),
    ],
)
def test_abbreviations(short, long, expected):
    assert names.is_abbreviation_of(short, long) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("GNA", True), ("SPLM-N", True), ("M23", True), ("U.N.", True), ("FAMa", True), ("Hamas", False), ("A", False)],
)
def test_what_is_written_as_an_abbreviation(name, expected):
    assert names.is_abbreviation(name) is expected


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("Haftar", "Khalifa Haftar", True),
        ("General Haftar", "Field Marshal Khalifa Haftar", True),
        ("al-Sarraj", "Fayez Sarraj", True),
        ("Khalifa", "Khalifa Haftar", False),
        ("Khalifa Haftar", "Khalifa Haftar", False),
        ("Haftar", "Khalifa Belqasim", False),
        ("…", "Khalifa Haftar", False),
    ],
)
def test_short_names(short, long, expected):
    assert names.is_short_name_of(short, long) is expected


@pytest.mark.parametrize(
    ("form", "surname"),
    [
        ("khalifa haftar", "haftar"),
        ("mohammed bin salman", "bin salman"),
        ("ursula von der leyen", "von der leyen"),
        ("haftar", "haftar"),
    ],
)
def test_surnames(form, surname):
    assert names.surname(form) == surname


def test_keys_meet_where_names_may_be_one():
    assert names.name_keys("Khalifa Haftar", PERSON) == ("name:khalifa haftar", "short:haftar", "sound:klf hftr")
    short, long = names.name_keys("GNA", STATE), names.name_keys("Government of National Accord", STATE)
    assert set(short) & set(long) == {"short:gna"}
