"""Reads `network_sample.txt`: an invented dossier of articles, each sentence followed by what it states.

`resolve` and `judge` stand in for the rooms below: names join entities, and statuses follow from the attestations.
"""

from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from kg.model import (
    SYMMETRIC,
    Argument,
    Article,
    ArticleGraph,
    Attestation,
    CanonicalEntity,
    Count,
    Entity,
    EntityType,
    Factuality,
    KnowledgeGraph,
    Relation,
    Resolution,
    Span,
    Statement,
    Status,
    Support,
    Time,
    TimePrecision,
    digest,
)

SAMPLE = Path(__file__).with_name("network_sample.txt")


def read_sample(text: str | None = None) -> KnowledgeGraph:
    """The dossier as a graph; `text` stands in for the file."""
    lines = [line for line in (text or SAMPLE.read_text("utf-8")).splitlines() if line]
    types = dict(_type(line) for line in lines if line.startswith("type "))
    articles: list[list[str]] = []
    for line in lines:
        if line.startswith("article "):
            articles.append([line])
        elif not line.startswith("type "):
            articles[-1].append(line)
    graphs = [_article(lines, types) for lines in articles]
    return KnowledgeGraph(tuple(sorted(graphs, key=lambda graph: graph.article.digest)))


def _type(line: str) -> tuple[str, tuple[EntityType, tuple[str, ...]]]:
    label, kind, names = (part.strip() for part in line.removeprefix("type ").split(" | "))
    return label, (EntityType(kind), tuple(sorted({label, *names.split(", ")})))


def _article(lines: list[str], types: dict[str, tuple[EntityType, tuple[str, ...]]]) -> ArticleGraph:
    name, source, published, title = lines[0].removeprefix("article ").split(" | ")
    text = f"{title}\n\n" + " ".join(line for line in lines[1:] if not line.startswith("> "))
    day = date.fromisoformat(published)
    article = Article(name, text, title, day, source, f"https://news.example/{name}")
    attestations, sentence = [], 0
    for line in lines[1:]:
        if line.startswith("> "):
            attestations.append(_attestation(line.removeprefix("> "), article, sentence))
        else:
            sentence = text.index(line)
    used = {entity for each in attestations for entity in _entities(each)}
    entities = (Entity(_id(name, label), label, *types[label]) for label in types if _id(name, label) in used)
    return ArticleGraph(
        article,
        tuple(sorted(entities, key=lambda entity: entity.id)),
        tuple(sorted(attestations, key=lambda each: each.id)),
    )


def _id(article: str, label: str) -> str:
    return f"{article}/{label}"


def _entities(attestation: Attestation) -> set[str]:
    named = {attestation.object.entity, *attestation.attributed_to, attestation.place, attestation.instrument}
    return {each for each in (named | {attestation.subject.entity if attestation.subject else None}) if each}


def _attestation(line: str, article: Article, sentence: int) -> Attestation:
    subject, relation, target, words, *rest = line.split(" | ")
    options = dict(option.split("=", 1) for option in (rest[0].split("; ") if rest else []))
    start = article.text.index(words, sentence)
    evidence = Span(start, start + len(words), words)
    force = Factuality(options.get("force", "asserted"))
    by = tuple(_id(article.id, name) for name in options.get("by", "").split(", ") if name)
    return Attestation(
        digest(article.digest, relation, subject, target, words, force, *by),
        Relation(relation),
        None if subject == "-" else Argument(_id(article.id, subject), evidence),
        Argument(_id(article.id, target), evidence),
        evidence,
        force,
        by,
        _time(options.get("time")),
        _id(article.id, options["place"]) if "place" in options else None,
        _id(article.id, options["instrument"]) if "instrument" in options else None,
        Count(*(int(number) for number in options["count"].split("-"))) if "count" in options else None,
    )


def _time(option: str | None) -> Time | None:
    if option is None:
        return None
    words, value = option.split("@")
    if "/" in value:
        first, last = (date.fromisoformat(day) for day in value.split("/"))
        return Time(words, first, last, TimePrecision.INTERVAL)
    if len(value) == len("2019-07"):
        first = date.fromisoformat(f"{value}-01")
        return Time(words, first, first + timedelta(days=27), TimePrecision.MONTH)
    return Time(words, date.fromisoformat(value), date.fromisoformat(value), TimePrecision.DAY)


def resolve(graph: KnowledgeGraph) -> Resolution:
    """Joins entities of one label and type."""
    entities = [entity for article in graph.articles for entity in article.entities]
    joined = []
    for (label, kind), members in groupby(sorted(entities, key=lambda e: (e.label, e.type, e.id)), _key):
        group = list(members)
        slug = "".join(letter if letter.isalnum() else "-" for letter in label.lower())
        names = tuple(sorted({name for entity in group for name in entity.names}))
        joined.append(CanonicalEntity(slug, label, kind, names, tuple(entity.id for entity in group)))
    return Resolution(tuple(joined), (), {member: entity.id for entity in joined for member in entity.members})


def _key(entity: Entity) -> tuple[str, EntityType]:
    return entity.label, entity.type


def judge(graph: KnowledgeGraph, resolution: Resolution) -> tuple[Statement, ...]:
    """Groups attestations of one subject, relation and object, and weighs how they stand."""
    grouped: dict[tuple[str | None, Relation, str], list[Attestation]] = {}
    for article in graph.articles:
        for each in article.attestations:
            subject = resolution.canonical[each.subject.entity] if each.subject else None
            target = resolution.canonical[each.object.entity]
            if subject and each.relation in SYMMETRIC:
                subject, target = sorted((subject, target))
            grouped.setdefault((subject, each.relation, target), []).append(each)
    homes = {each.id: article.article.digest for article in graph.articles for each in article.attestations}
    statements = []
    for roles, attestations in grouped.items():
        articles = len({homes[each.id] for each in attestations})
        statement = _statement(roles, attestations, resolution)
        statements.append(replace(statement, support=Support(articles=articles, voices=articles)))
    return tuple(sorted(statements, key=lambda statement: statement.id))


def _statement(
    roles: tuple[str | None, Relation, str], attestations: list[Attestation], resolution: Resolution
) -> Statement:
    subject, relation, target = roles
    asserted = [each for each in attestations if each.factuality is Factuality.ASSERTED]
    negated = [each for each in attestations if each.factuality is Factuality.NEGATED]
    return Statement(
        digest(*roles),
        subject,
        relation,
        target,
        tuple(sorted(each.id for each in attestations)),
        _status(attestations, asserted),
        _speakers(asserted, resolution),
        any(not each.attributed_to for each in asserted),
        _speakers(negated, resolution),
    )


def _speakers(attestations: list[Attestation], resolution: Resolution) -> tuple[str, ...]:
    return tuple(sorted({resolution.canonical[name] for each in attestations for name in each.attributed_to[:1]}))


def _status(attestations: list[Attestation], asserted: list[Attestation]) -> Status:
    negated = any(each.factuality is Factuality.NEGATED for each in attestations)
    if asserted:
        if negated:
            return Status.DISPUTED
        return Status.ASSERTED if any(not each.attributed_to for each in asserted) else Status.CLAIMED
    if negated:
        return Status.DENIED
    planned = any(each.factuality is Factuality.PLANNED for each in attestations)
    return Status.PLANNED if planned else Status.POSSIBLE
