"""Hypothesis strategies for valid values of the model: texts with any characters, spans that quote them exactly."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import pairwise

from hypothesis import strategies as st

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
    Link,
    Outcome,
    Reading,
    Relation,
    Span,
    Time,
    TimePrecision,
    digest,
)

WITHOUT_SUBJECT = (
    Relation.KILLS,
    Relation.INJURES,
    Relation.ATTACKS,
    Relation.DETAINS,
    Relation.REPELS,
    Relation.DEPLOYS_TO,
)
"""The relations whose subject may be missing."""

NAMES = ("Khalifa Haftar", "Haftar", "GNA", "Government of National Accord", "Gharyan", "Tripoli", "Tripoli airport")
"""Names that several articles are likely to share, so that resolving has something to join."""

texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60)
"""Anything that Unicode can hold, not empty."""

labels = st.sampled_from(NAMES) | texts
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
shares = st.integers(0, 100).map(lambda hundredths: Decimal(hundredths).scaleb(-2))
"""Numbers from 0 to 1 with two decimals."""


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article with any text, and with or without its other fields."""
    return Article(
        id=draw(texts),
        text=draw(texts),
        title=draw(st.just("") | texts),
        published=draw(st.none() | days),
        source=draw(st.just("") | texts),
        url=draw(st.sampled_from(("", "https://news.example/a?b=c#d")) | texts),
    )


def spans(text: str) -> st.SearchStrategy[Span]:
    """A stretch of the text, not empty."""
    ends = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    return (
        ends.map(lambda pair: (min(pair), max(pair)))
        .filter(lambda pair: pair[0] < pair[1])
        .map(lambda pair: Span(pair[0], pair[1], text[pair[0] : pair[1]]))
    )


@st.composite
def entities(draw: st.DrawFn, article: Article) -> Entity:
    """An entity of the article; its id is unique as long as its label and type are."""
    label, kind = draw(labels), draw(st.sampled_from(EntityType))
    slug = draw(st.sampled_from(("haftar", "gna", "tripoli", "näher/bei #1")))
    return Entity(
        id=f"{slug}-{digest(article.digest, kind, label)}",
        label=label,
        type=kind,
        names=tuple(sorted({label, *draw(st.lists(labels, max_size=2))})),
        mentions=tuple(sorted(draw(st.sets(spans(article.text), max_size=3)))),
    )


@st.composite
def times(draw: st.DrawFn) -> Time:
    """Time words, with or without what they resolve to."""
    words = draw(texts)
    if draw(st.booleans()):
        return Time(words)
    earliest, latest = sorted((draw(days), draw(days)))
    return Time(words, earliest, latest, draw(st.sampled_from(TimePrecision)))


@st.composite
def counts(draw: st.DrawFn) -> Count:
    """A number of people, exact or with one or two bounds."""
    low, high = sorted((draw(st.integers(0, 10_000)), draw(st.integers(0, 10_000))))
    return draw(st.sampled_from((Count(low, high), Count(low, None), Count(None, high), Count(high, high))))


@st.composite
def attestations(draw: st.DrawFn, article: Article, known: tuple[Entity, ...]) -> Attestation:
    """An attestation about entities of the article."""
    entity = st.sampled_from([each.id for each in known])
    relation = draw(st.sampled_from(Relation))
    arguments = st.builds(Argument, entity, spans(article.text))
    subject = draw(st.none() | arguments) if relation in WITHOUT_SUBJECT else draw(arguments)
    filler, evidence = draw(arguments), draw(spans(article.text))
    factuality, speakers = draw(st.sampled_from(Factuality)), tuple(draw(st.lists(entity, max_size=3)))
    ends = [str(subject), str(filler), str(evidence)]
    return Attestation(
        id=digest(article.digest, relation, *ends, factuality, *speakers),
        relation=relation,
        subject=subject,
        object=filler,
        evidence=evidence,
        factuality=factuality,
        attributed_to=speakers,
        time=draw(st.none() | times()),
        place=draw(st.none() | entity),
        instrument=draw(st.none() | entity),
        count=draw(st.none() | counts()),
        confidence=draw(shares),
        frame=draw(st.sampled_from(("", "attack", "commander of"))),
    )


@st.composite
def article_graphs(draw: st.DrawFn, article: Article | None = None) -> ArticleGraph:
    """What one article states; sorted and without repetition, as the model wants it."""
    article = article or draw(articles())
    found = draw(st.lists(entities(article), max_size=4, unique_by=_identifier))
    known = tuple(sorted(found, key=_identifier))
    said = draw(st.lists(attestations(article, known), max_size=4, unique_by=_identifier)) if known else []
    return ArticleGraph(
        article, known, tuple(sorted(said, key=_identifier)), draw(st.sampled_from(("", "kg 0.1.0 + x/1")))
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """What one article states and why: sentences that do not overlap, and any words as what led to it."""
    graph = draw(article_graphs())
    text = graph.article.text
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    said = st.sampled_from([attestation.id for attestation in graph.attestations] or [""])
    return Reading(
        graph,
        tuple(Span(start, end, text[start:end]) for start, end in pairwise(cuts)),
        draw(st.dictionaries(said, spans(text), max_size=3)),
        draw(st.dictionaries(said, st.lists(spans(text), min_size=1, max_size=3).map(tuple), max_size=3)),
        tuple(sorted(draw(st.sets(spans(text), max_size=3)))),
    )


def judgements(identifiers: list[str]) -> st.SearchStrategy[Judgement]:
    """A person's judgement of two different entities, some of which no article holds (any longer)."""
    entity = st.sampled_from([*identifiers, "retracted-1", "retracted-2"])
    pairs = st.tuples(entity, entity).filter(lambda pair: pair[0] != pair[1]).map(sorted)
    return st.builds(
        lambda pair, *rest: Judgement(pair[0], pair[1], *rest),
        pairs,
        st.sampled_from(Outcome),
        st.sampled_from(("analyst", "machine")) | texts,
        st.just("") | texts,
        shares,
    )


links = st.builds(
    Link,
    st.sampled_from(("wikidata", "my table/ä")),
    st.sampled_from(("haftar-1", "näher/bei #1")),
    st.sampled_from(("http://www.wikidata.org/entity/Q1", "http://www.wikidata.org/entity/Q2")),
    labels,
    st.booleans(),
    shares,
    texts,
)
"""A link of an entity, which no article need tell of any longer, to one that others know."""


@st.composite
def knowledge_graphs(draw: st.DrawFn, max_articles: int = 3) -> KnowledgeGraph:
    """Several articles and judgements of their entities."""
    graphs = draw(st.lists(article_graphs(), max_size=max_articles, unique_by=lambda graph: graph.article.digest))
    identifiers = [entity.id for graph in graphs for entity in graph.entities]
    return KnowledgeGraph(
        articles=tuple(sorted(graphs, key=lambda graph: graph.article.digest)),
        judgements=tuple(sorted(draw(st.sets(judgements(identifiers), max_size=3)))),
        links=tuple(sorted(draw(st.sets(links, max_size=2)))),
    )


_identifier: Callable[[Entity | Attestation], str] = lambda value: value.id  # noqa: E731
