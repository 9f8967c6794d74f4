"""Eight invented articles as a graph: what the queries are tested on, on both engines."""

# ruff: noqa: E501 - one line for each sentence is easier to check by eye

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from rdflib import Dataset

from kg.identity import resolve
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
    Relation,
    Span,
    Time,
    TimePrecision,
    digest,
)
from kg.rdf.dataset import to_dataset

# Who there is: what kind of thing, and every name that the articles use, the full one first.
CAST = (
    (EntityType.PERSON, "Khalifa Haftar", "Haftar"),
    (EntityType.PERSON, "Mariam Saleh"),
    (EntityType.ARMED_GROUP, "Libyan National Army", "LNA"),
    (EntityType.ARMED_GROUP, "Desert Brigade"),
    (EntityType.ARMED_GROUP, "Red Dune Company"),
    (EntityType.ARMED_GROUP, "Misrata Brigades"),
    (EntityType.STATE, "Government of National Accord", "GNA"),
    (EntityType.STATE, "Egypt"),
    (EntityType.STATE, "Turkey"),
    (EntityType.STATE, "Qatar"),
    (EntityType.STATE, "Emirates"),
    (EntityType.ORGANIZATION, "Radio Zuwara"),
    (EntityType.SOURCE, "Witnesses"),
    (EntityType.SOURCE, "Doha source"),
    (EntityType.GROUP, "12 civilians"),
    (EntityType.GROUP, "20 civilians"),
    (EntityType.GROUP, "3 fighters"),
    (EntityType.PLACE, "Egypt"),
    (EntityType.PLACE, "Geneva"),
    (EntityType.PLACE, "Gharyan"),
    (EntityType.PLACE, "Misrata"),
    (EntityType.PLACE, "Sallum"),
    (EntityType.PLACE, "Sirte"),
    (EntityType.PLACE, "Tarhuna"),
    (EntityType.PLACE, "Tripoli"),
)


@dataclass(frozen=True)
class Said:
    """One sentence and what it states; names are written as in the sentence."""

    words: str
    subject: str | None
    relation: Relation
    object: str
    by: tuple[str, ...] = ()
    force: Factuality = Factuality.ASSERTED
    day: str | None = None
    place: str | None = None
    count: Count | None = None


ARTICLES = (
    (
        Article(id="harbour-01", text="", source="The Daily Harbour", published=date(2019, 4, 5)),
        (
            Said("Khalifa Haftar commands the Libyan National Army.", "Khalifa Haftar", Relation.COMMANDS, "Libyan National Army"),
            Said("The Libyan National Army commands the Desert Brigade.", "Libyan National Army", Relation.COMMANDS, "Desert Brigade"),
            Said("The Desert Brigade leads the Red Dune Company.", "Desert Brigade", Relation.COMMANDS, "Red Dune Company"),
            Said("The Libyan National Army took Gharyan on Thursday.", "Libyan National Army", Relation.SEIZES, "Gharyan", day="2019-04-04"),
            Said("The Libyan National Army is armed by Egypt.", "Libyan National Army", Relation.BACKED_BY, "Egypt"),
            Said("Sallum lies in Egypt.", "Sallum", Relation.LOCATED_IN, "Egypt (place)"),
        ),
    ),
    (
        Article(id="harbour-02", text="", source="The Daily Harbour", published=date(2019, 4, 20)),
        (
            Said("Haftar's Libyan National Army shelled the Government of National Accord in Tripoli on Friday.", "Libyan National Army", Relation.ATTACKS, "Government of National Accord", day="2019-04-19", place="Tripoli"),
            Said("Haftar's Libyan National Army shelled the Government of National Accord in Tripoli on Friday.", "Haftar", Relation.COMMANDS, "Libyan National Army"),
            Said("The shells of the Libyan National Army killed at least 12 civilians in Tripoli.", "Libyan National Army", Relation.KILLS, "12 civilians", day="2019-04-19", place="Tripoli", count=Count(12, None)),
        ),
    ),
    (
        Article(id="ledger-01", text="", source="Gulf Ledger", published=date(2019, 4, 21)),
        (
            Said("Mariam Saleh said the Libyan National Army had shelled the GNA again.", "Libyan National Army", Relation.ATTACKS, "GNA", by=("Mariam Saleh",)),
            Said("Haftar denied that the Libyan National Army had shelled the GNA.", "Libyan National Army", Relation.ATTACKS, "GNA", by=("Haftar",), force=Factuality.NEGATED),
            Said("Witnesses said up to 20 civilians were killed in Tripoli.", None, Relation.KILLS, "20 civilians", by=("Witnesses",), place="Tripoli", count=Count(None, 20)),
            Said("Mariam Saleh is a member of the GNA.", "Mariam Saleh", Relation.MEMBER_OF, "GNA"),
            Said("Mariam Saleh accused Egypt of arming the Libyan National Army.", "Mariam Saleh", Relation.ACCUSES, "Egypt"),
            Said("Mariam Saleh accused Egypt of arming the Libyan National Army.", "Libyan National Army", Relation.BACKED_BY, "Egypt", by=("Mariam Saleh",)),
        ),
    ),
    (
        Article(id="ledger-02", text="", source="Gulf Ledger", published=date(2019, 6, 27)),
        (
            Said("The GNA retook Gharyan on Wednesday.", "GNA", Relation.SEIZES, "Gharyan", day="2019-06-26"),
            Said("The LNA withdrew from Gharyan on Wednesday, Mariam Saleh said.", "LNA", Relation.WITHDREW_FROM, "Gharyan", by=("Mariam Saleh",), day="2019-06-26"),
            Said("The LNA denied that it had left Gharyan.", "LNA", Relation.WITHDREW_FROM, "Gharyan", by=("LNA",), force=Factuality.NEGATED),
            Said("Khalifa Haftar still commands the LNA.", "Khalifa Haftar", Relation.COMMANDS, "LNA"),
        ),
    ),
    (
        Article(id="meridian-01", text="", source="Meridian Post", published=date(2019, 6, 30)),
        (
            Said("Turkey arms the GNA.", "GNA", Relation.BACKED_BY, "Turkey"),
            Said("A Doha source said that Qatar pays Turkey.", "Turkey", Relation.BACKED_BY, "Qatar", by=("Doha source",)),
            Said("Turkey guards Qatar.", "Qatar", Relation.BACKED_BY, "Turkey"),
            Said("The Misrata Brigades fight beside the GNA.", "Misrata Brigades", Relation.ALLIED_WITH, "GNA"),
            Said("The Misrata Brigades clashed with the Desert Brigade.", "Misrata Brigades", Relation.CLASHES_WITH, "Desert Brigade"),
            Said("The Misrata Brigades hold Sirte, a Doha source told Radio Zuwara.", "Misrata Brigades", Relation.CONTROLS, "Sirte", by=("Doha source", "Radio Zuwara")),
        ),
    ),
    (
        Article(id="meridian-02", text="", source="Meridian Post", published=date(2019, 7, 10)),
        (
            Said("Egypt denied that it arms the Libyan National Army.", "Libyan National Army", Relation.BACKED_BY, "Egypt", by=("Egypt",), force=Factuality.NEGATED),
            Said("The Libyan National Army threatened Misrata.", "Libyan National Army", Relation.THREATENS, "Misrata"),
            Said("The Libyan National Army plans to attack Misrata.", "Libyan National Army", Relation.ATTACKS, "Misrata", force=Factuality.PLANNED),
            Said("The Libyan National Army may pull out of Tarhuna.", "Libyan National Army", Relation.WITHDREW_FROM, "Tarhuna", force=Factuality.POSSIBLE),
            Said("The GNA met the Libyan National Army in Geneva on Monday.", "GNA", Relation.NEGOTIATES_WITH, "Libyan National Army", day="2019-07-08", place="Geneva"),
            Said("Drones of the GNA wounded 3 fighters near Gharyan.", "GNA", Relation.INJURES, "3 fighters", place="Gharyan", count=Count(3, 3)),
        ),
    ),
    (
        Article(id="harbour-03", text="", source="The Daily Harbour", published=date(2019, 7, 12)),
        (
            Said("Egypt rejects the GNA.", "Egypt", Relation.OPPOSES, "GNA"),
            Said("Egypt and the Emirates are allies.", "Egypt", Relation.ALLIED_WITH, "Emirates"),
            Said("The Emirates want the LNA to stop.", "Emirates", Relation.OPPOSES, "LNA"),
        ),
    ),
    (
        Article(id="undated-01", text=""),
        (
            Said("The LNA attacked the Misrata Brigades.", "LNA", Relation.ATTACKS, "Misrata Brigades"),
            Said("The Red Dune Company is part of the Desert Brigade.", "Red Dune Company", Relation.MEMBER_OF, "Desert Brigade"),
            Said("The Desert Brigade is part of the LNA.", "Desert Brigade", Relation.MEMBER_OF, "LNA"),
            Said("The Misrata Brigades took Gharyan.", "Misrata Brigades", Relation.SEIZES, "Gharyan"),
            Said("Gharyan was shelled.", None, Relation.ATTACKS, "Gharyan"),
            Said("Mariam Saleh said the LNA shelled the GNA.", "LNA", Relation.ATTACKS, "GNA", by=("Mariam Saleh",)),
            Said("The GNA took Gharyan, Radio Zuwara said.", "GNA", Relation.SEIZES, "Gharyan", by=("Radio Zuwara",)),
        ),
    ),
)  # fmt: skip


def read(article: Article, sayings: tuple[Said, ...]) -> ArticleGraph:
    """The graph of one article, which is its sentences one after the other."""
    sentences = list(dict.fromkeys(said.words for said in sayings))
    whole = Article(article.id, " ".join(sentences), "", article.published, article.source)
    attestations = tuple(sorted((attest(whole, said) for said in sayings), key=lambda each: each.id))
    used = {name for said in sayings for name in (said.subject, said.object, said.place, *said.by) if name}
    members = [member for member in CAST if used & set(names_of(member))]
    return ArticleGraph(whole, tuple(sorted((entity_of(whole, m) for m in members), key=lambda e: e.id)), attestations)


def names_of(member: tuple[str, ...]) -> tuple[str, ...]:
    """The names that sentences use; a place that is called like a state is told apart by a note."""
    kind, *names = member
    twins = {other[1] for other in CAST if other[0] is not EntityType.PLACE}
    return tuple(f"{name} (place)" if kind is EntityType.PLACE and name in twins else name for name in names)


def identifier(article: Article, name: str) -> str:
    """The id of the entity of an article that is called by a name."""
    kind, label, *_ = next(member for member in CAST if name in names_of(member))
    return f"{label.lower().replace(' ', '-')}-{digest(article.digest, kind)[:6]}"


def entity_of(article: Article, member: tuple[str, ...]) -> Entity:
    names = tuple(sorted(name for name in member[1:] if name in article.text))
    label = max(names, key=len)
    start = article.text.index(label)
    mention = Span(start, start + len(label), label)
    return Entity(identifier(article, names_of(member)[0]), label, EntityType(member[0]), names, (mention,))


def attest(article: Article, said: Said) -> Attestation:
    def argument(name: str) -> Argument:
        words = name.removesuffix(" (place)")
        start = article.text.index(said.words) + said.words.index(words)
        return Argument(identifier(article, name), Span(start, start + len(words), words))

    start = article.text.index(said.words)
    day = date.fromisoformat(said.day) if said.day else None
    return Attestation(
        id=digest(article.digest, said.words, said.relation),
        relation=said.relation,
        subject=argument(said.subject) if said.subject else None,
        object=argument(said.object),
        evidence=Span(start, start + len(said.words), said.words),
        factuality=said.force,
        attributed_to=tuple(identifier(article, name) for name in said.by),
        time=Time(f"on {day:%A}", day, day, TimePrecision.DAY) if day else None,
        place=identifier(article, said.place) if said.place else None,
        count=said.count,
        confidence=Decimal("0.70") if said.by else Decimal("0.95"),
    )


def judgements(articles: tuple[ArticleGraph, ...]) -> Iterator[Judgement]:
    """A person's word that an entity is one over all articles."""
    for member in CAST:
        ids = {identifier(each.article, names_of(member)[0]) for each in articles}
        known = sorted(ids & {entity.id for each in articles for entity in each.entities})
        for left, right in pairwise(known):
            yield Judgement(left, right, Outcome.SAME, "reader", "the same in all articles")


def links(graph: KnowledgeGraph) -> Iterator[Link]:
    """What a table of others knows of two of the actors: of the one for sure, of the other by a likely name."""
    known = {entity.label: entity.id for entity in resolve(graph).entities}
    wikidata = "http://www.wikidata.org/entity/"
    yield Link(
        "armies",
        known["Libyan National Army"],
        f"{wikidata}Q901",
        "Libyan National Army",
        True,
        Decimal("0.97"),
        "the same name and type",
    )
    yield Link(
        "armies",
        known["Desert Brigade"],
        f"{wikidata}Q902",
        "Desert Brigades",
        False,
        Decimal("0.61"),
        "a name that is nearly the same",
    )


@pytest.fixture(scope="session")
def knowledge() -> KnowledgeGraph:
    articles = tuple(sorted((read(*each) for each in ARTICLES), key=lambda each: each.article.digest))
    graph = KnowledgeGraph(articles, tuple(sorted(judgements(articles))))
    return replace(graph, links=tuple(sorted(links(graph))))


@pytest.fixture(scope="session")
def memory(knowledge: KnowledgeGraph) -> Dataset:
    return to_dataset(knowledge, "memory")


@pytest.fixture(scope="session")
def oxigraph(knowledge: KnowledgeGraph) -> Dataset:
    return to_dataset(knowledge, "oxigraph")


@pytest.fixture(scope="session", params=["memory", "oxigraph"])
def dataset(request: pytest.FixtureRequest) -> Dataset:
    found: Dataset = request.getfixturevalue(request.param)
    return found


COUNTED = {
    "harbour-02": ("The Libyan National Army killed 12 civilians in Tripoli.", "12 civilians", (), Count(12, 12)),
    "ledger-01": (
        "The Libyan National Army killed 20 civilians in Tripoli, Witnesses said.", "20 civilians", ("Witnesses",),
        Count(17, 20),
    ),
}  # fmt: skip


@pytest.fixture(scope="session", params=["memory", "oxigraph"])
def counted(request: pytest.FixtureRequest) -> Dataset:
    """Two articles that count the dead of one attack differently."""
    articles = [
        read(
            Article(name, "", source=name.partition("-")[0], published=date(2019, 4, 20)),
            (Said(words, "Libyan National Army", Relation.KILLS, victims, by, day="2019-04-19", place="Tripoli",
                  count=count),),
        )
        for name, (words, victims, by, count) in COUNTED.items()
    ]  # fmt: skip
    articles.sort(key=lambda each: each.article.digest)
    graph = KnowledgeGraph(tuple(articles), tuple(sorted(judgements(tuple(articles)))))
    return to_dataset(graph, request.param)
