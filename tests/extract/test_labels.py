"""The label of an entity: of its descriptions the one that tells most."""

import pytest

from kg.extract import read
from kg.extract.article_graph import information
from kg.language import parse
from kg.model import Article


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


def test_of_equal_names_the_one_in_small_letters_is_the_label() -> None:
    text = "GHARYAN – The army shelled Gharyan."
    graph = read(Article("a", text), parse(text))
    assert {"Gharyan", "GHARYAN"} & {entity.label for entity in graph.entities} == {"Gharyan"}
