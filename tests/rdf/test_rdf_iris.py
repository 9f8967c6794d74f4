from decimal import Decimal

import pytest

from kg.errors import StoreError
from kg.model import Judgement, Outcome
from kg.rdf import iris
from kg.rdf.iris import BASE, Kind


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (iris.article("3f2a"), "article/3f2a"),
        (iris.article_graph("3f2a"), "graph/article/3f2a"),
        (iris.article_entity("haftar-3f2a"), "mention-entity/haftar-3f2a"),
        (iris.article_entity("a b/ü"), "mention-entity/a%20b%2F%C3%BC"),
        (iris.canonical_entity("khalifa-haftar-3f2a9c"), "entity/khalifa-haftar-3f2a9c"),
        (iris.span("3f2a", 0, 14), "span/3f2a-0-14"),
        (iris.attestation("77aa"), "attestation/77aa"),
        (iris.attribution("77aa", 1), "attribution/77aa-1"),
        (iris.statement("99bb"), "statement/99bb"),
        (iris.run("kg 0.1.0"), "run/kg%200.1.0"),
    ],
)
def test_iris(made, expected):
    assert made == BASE + expected


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("identifier", ["haftar-3f2a", "a b/ü#?%20", "", "'\"<>"])
def test_an_identifier_comes_back(kind, identifier):
    assert iris.identifier_of(kind, iris.iri(kind, identifier)) == identifier


def test_an_iri_of_another_kind_is_refused():
    with pytest.raises(StoreError, match="not an IRI of the kind article"):
        iris.identifier_of(Kind.ARTICLE, iris.statement("1"))


def test_a_judgement_is_known_by_all_that_it_says():
    first = Judgement("a", "b", Outcome.SAME, "me", "seen", Decimal("0.9"))
    others = [
        Judgement("a", "c", Outcome.SAME, "me", "seen", Decimal("0.9")),
        Judgement("a", "b", Outcome.UNSURE, "me", "seen", Decimal("0.9")),
        Judgement("a", "b", Outcome.SAME, "you", "seen", Decimal("0.9")),
        Judgement("a", "b", Outcome.SAME, "me", "heard", Decimal("0.9")),
        Judgement("a", "b", Outcome.SAME, "me", "seen", Decimal("0.8")),
    ]
    made = {iris.judgement(each) for each in (first, *others)} | {iris.judgement(first, machine=True)}
    assert len(made) == 7
    same = Judgement("a", "b", Outcome.SAME, "me", "seen", Decimal("0.90"))
    assert iris.judgement(same) == iris.judgement(first)


@pytest.mark.parametrize("reference", ["haftar-0a1b2c3d4e5f6071", "entity:haftar-3f2a9c41d0", "entity:näher/bei #1"])
def test_a_judgement_is_about_an_entity_of_one_article_or_of_all(reference):
    kind = "entity" if reference.startswith("entity:") else "mention-entity"
    assert iris.judged(reference).startswith(f"https://w3id.org/conflict-kg/id/{kind}/")
    assert iris.reference_of(iris.judged(reference)) == reference
