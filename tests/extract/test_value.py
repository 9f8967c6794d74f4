"""Values that the type checker keeps as they are."""

from dataclasses import replace

import pytest

from kg.extract.value import value


@value
class Place:
    name: str
    people: int = 0


def test_values_are_equal_and_hashed_by_their_fields():
    assert {Place("Darna", 7), Place("Darna", 7), Place("Darna")} == {Place("Darna"), Place(name="Darna", people=7)}
    assert replace(Place("Darna", 7), people=8) == Place("Darna", 8)


def test_values_have_no_other_fields():
    with pytest.raises(AttributeError):
        Place("Darna").country = "Libya"
