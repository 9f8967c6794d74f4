"""Small corpora for tests of merging: each article a list of entities and attestations in a line."""

from kg.model import (
    Argument,
    Article,
    ArticleGraph,
    Attestation,
    Entity,
    EntityType,
    Factuality,
    KnowledgeGraph,
    Relation,
    Span,
    digest,
)


def entity(article, *names, kind=EntityType.PERSON):
    """An entity whose label is the first of its names; its id is that of the article and the label."""
    return Entity(f"{article}/{names[0]}", names[0], kind, tuple(sorted(names)), (Span(0, 1, "x"),))


def article_graph(article, *entities, attestations=(), generator="test"):
    known = tuple(sorted(entities, key=lambda each: each.id))
    stated = tuple(sorted(attestations, key=lambda each: each.id))
    return ArticleGraph(Article(article, f"text of {article}"), known, stated, generator)


def corpus(**articles):
    """A graph of articles by name, each a list of (type, name, other names …)."""
    graphs = [
        article_graph(article, *(entity(article, *names, kind=EntityType(kind)) for kind, *names in rows))
        for article, rows in articles.items()
    ]
    return KnowledgeGraph(tuple(sorted(graphs, key=lambda graph: graph.article.digest)))


def attestation(article, subject, relation, target, factuality="asserted", speakers=()):
    ends = [f"{article}/{subject}" if subject else None, f"{article}/{target}"]
    spoken = tuple(f"{article}/{speaker}" for speaker in speakers)
    return Attestation(
        id=digest(article, relation, *ends, factuality, *spoken),
        relation=Relation(relation),
        subject=Argument(ends[0], Span(0, 1, "x")) if subject else None,
        object=Argument(ends[1], Span(0, 1, "x")),
        evidence=Span(0, 1, "x"),
        factuality=Factuality(factuality),
        attributed_to=spoken,
    )


def judged_pairs(resolution):
    """What the machine judged: the slugs of two signatures in the order of the alphabet, and the outcome."""
    return sorted((*sorted(map(slug, (each.left, each.right))), each.outcome.value) for each in resolution.judgements)


def slug(reference):
    return reference.removeprefix("entity:").rpartition("-")[0]


def sets(resolution):
    """The sets of two or more entities that are one."""
    return sorted(each.members for each in resolution.entities if len(each.members) > 1)
