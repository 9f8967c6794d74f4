from datetime import date
from decimal import Decimal

import pytest

from kg.model import (
    Argument,
    Article,
    ArticleGraph,
    Attestation,
    Count,
    Entity,
    EntityType,
    Factuality,
    Judgement,
    KnowledgeGraph,
    Outcome,
    Relation,
    Span,
    Time,
    TimePrecision,
)

CLAIM = Article(
    id="gharyan-01",
    text="The GNA seized Gharyan on Monday, Osama Juwaili said. A drone killed ten fighters.",
    title="Gharyan falls",
    published=date(2019, 8, 28),
    source="The Daily Harbour",
    url="https://harbour.example/gharyan",
)
DENIAL = Article(id="gharyan-02", text="The LNA denied that the GNA seized Gharyan.")


def quote(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words), words)


def entity(article: Article, key: str, kind: EntityType, label: str, *names: str) -> Entity:
    return Entity(key, label, kind, tuple(sorted({label, *names})), (quote(article, label),))


def argument(article: Article, key: str, words: str) -> Argument:
    return Argument(key, quote(article, words))


@pytest.fixture
def claim() -> ArticleGraph:
    """A seizure that a speaker claims, and a killing by nobody named that the article asserts."""
    entities = (
        entity(CLAIM, "drone-a", EntityType.EQUIPMENT, "drone", "A drone"),
        entity(CLAIM, "fighters-a", EntityType.GROUP, "ten fighters"),
        entity(CLAIM, "gharyan-a", EntityType.PLACE, "Gharyan"),
        entity(CLAIM, "gna-a", EntityType.STATE, "GNA"),
        entity(CLAIM, "juwaili-a", EntityType.PERSON, "Osama Juwaili"),
    )
    seizure = Attestation(
        id="att-1",
        relation=Relation.SEIZES,
        subject=argument(CLAIM, "gna-a", "The GNA"),
        object=argument(CLAIM, "gharyan-a", "Gharyan"),
        evidence=quote(CLAIM, "The GNA seized Gharyan on Monday"),
        attributed_to=("juwaili-a",),
        time=Time("on Monday", date(2019, 8, 26), date(2019, 8, 26), TimePrecision.DAY),
        confidence=Decimal("0.90"),
        frame="seize",
    )
    killing = Attestation(
        id="att-2",
        relation=Relation.KILLS,
        subject=None,
        object=argument(CLAIM, "fighters-a", "ten fighters"),
        evidence=quote(CLAIM, "A drone killed ten fighters"),
        place="gharyan-a",
        instrument="drone-a",
        count=Count(10, None),
    )
    return ArticleGraph(CLAIM, entities, (seizure, killing), "kg 0.1.0 & model")


@pytest.fixture
def denial() -> ArticleGraph:
    """The same seizure, denied by a speaker."""
    entities = (
        entity(DENIAL, "gharyan-b", EntityType.PLACE, "Gharyan"),
        entity(DENIAL, "gna-b", EntityType.STATE, "GNA"),
        entity(DENIAL, "lna-b", EntityType.ARMED_GROUP, "LNA"),
    )
    seizure = Attestation(
        id="att-3",
        relation=Relation.SEIZES,
        subject=argument(DENIAL, "gna-b", "the GNA"),
        object=argument(DENIAL, "gharyan-b", "Gharyan"),
        evidence=quote(DENIAL, "the GNA seized Gharyan"),
        factuality=Factuality.NEGATED,
        attributed_to=("lna-b",),
    )
    return ArticleGraph(DENIAL, entities, (seizure,))


@pytest.fixture
def graph(claim: ArticleGraph, denial: ArticleGraph) -> KnowledgeGraph:
    """Both articles and an analyst's judgement."""
    judgement = Judgement("gna-a", "lna-b", Outcome.DIFFERENT, "A. Analyst", "the two sides", Decimal("1.00"))
    both = sorted((claim, denial), key=lambda each: each.article.digest)
    return KnowledgeGraph(tuple(both), (judgement,))
