"""The label of an entity: of its descriptions the one that tells most."""

import pytest

from kg.extract.article_graph import information


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("forces", "Saleh's forces"),
        ("the soldiers", "Chadian soldiers"),
        ("the militia", "the militia of Colonel Saleh"),
        ("14", "fourteen people"),
        ("Dozens", "fourteen people"),
    ],
)
def test_a_description_with_a_name_tells_more(less: str, more: str) -> None:
    assert information(more) > information(less)


def test_a_number_at_the_start_of_a_sentence_is_no_name() -> None:
    assert information("Fourteen people") == information("fourteen people")
