"""Whom a person means who judges."""

import pyoxigraph
import pytest
from merge_corpus import corpus

from kg.errors import JudgementError
from kg.judging import called, entity_of, meant_by
from kg.rdf import changes
from kg.rdf.catalogue import Catalogue


@pytest.fixture(scope="module")
def catalogue():
    graph = corpus(
        a=[("Person", "Khalifa Haftar", "Haftar"), ("ArmedGroup", "Dawn Brigade")],
        b=[("Person", "Haftar")],
        c=[("Person", "Idris Saleh"), ("Place", "Darna")],
        d=[("Place", "Idris Saleh")],
    )
    made = pyoxigraph.Store()
    changes.fill(made, map(changes.stored, graph.articles), ())
    return Catalogue(made)


def of(catalogue, start):
    """The id of the entity that begins so."""
    return min({one for one, _ in catalogue.names() if one.startswith(start)})


@pytest.mark.parametrize("name", ["Khalifa Haftar", "khalifa  haftar", "Haftar"])
def test_any_name_will_do(catalogue, name):
    assert meant_by(catalogue, name).entity == of(catalogue, "khalifa-haftar")


def test_an_id_or_an_iri_with_or_without_its_prefix_will_do(catalogue):
    one = of(catalogue, "dawn-brigade")
    for value in (one, f"entity:{one}", f"https://w3id.org/conflict-kg/id/entity/{one}"):
        meant = meant_by(catalogue, value)
        assert (meant.entity, meant.own, meant.called) == (one, f"entity:{one}", "Dawn Brigade")


def test_a_former_id_means_the_part_that_bears_it(catalogue):
    whole = of(catalogue, "khalifa-haftar")
    (former,) = set(catalogue.cluster(whole)) - {whole}
    meant = meant_by(catalogue, former)
    assert (meant.entity, meant.own, meant.parts) == (whole, f"entity:{former}", (f"entity:{former}",))


@pytest.mark.parametrize(
    "value", ["b/Haftar", "mention-entity:b%2FHaftar", "https://w3id.org/conflict-kg/id/mention-entity/b%2FHaftar"]
)
def test_an_entity_of_one_article_may_be_meant(catalogue, value):
    meant = meant_by(catalogue, value)
    assert (meant.own, meant.parts) == ("b/Haftar", ("b/Haftar",))
    assert meant.entity == of(catalogue, "khalifa-haftar")


def test_a_name_of_several_lists_them(catalogue):
    with pytest.raises(JudgementError) as caught:
        meant_by(catalogue, "Idris Saleh")
    person, place = sorted({one for one, name in catalogue.names() if name == "Idris Saleh"})
    told = (f'"Idris Saleh" (entity:{one}, in 1 article)' for one in (person, place))
    assert caught.value.cause == f'"Idris Saleh" may mean {", ".join(told)}'
    assert "id" in caught.value.remedy


def test_a_name_of_nobody_suggests_the_nearest(catalogue):
    with pytest.raises(JudgementError) as caught:
        meant_by(catalogue, "Dawn Brigad")
    assert '"Dawn Brigade"' in caught.value.remedy


def test_what_no_article_tells_of_is_nobody(catalogue):
    assert entity_of(catalogue, "entity:gone-0000000000") is None
    assert entity_of(catalogue, "gone/x") is None
    assert called(catalogue, "entity:gone-0000000000") == ""
