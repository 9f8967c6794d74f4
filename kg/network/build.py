"""Turns a knowledge graph into a network: entities as nodes, statements as edges, with the words that show them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TypedDict

import networkx as nx

from kg.identity import resolve
from kg.merge import to_statements, voices_of
from kg.model import CanonicalEntity, KnowledgeGraph, Relation, Resolution, Statement
from kg.network.quotes import Quotation, quotations


class Told(TypedDict):
    """The attributes of an edge: a statement without its two ends; `articles` and `voices` count who attests it."""

    relation: str
    status: str
    articles: int
    voices: int
    attestations: tuple[Quotation, ...]


class ToldOfObject(Told):
    """A statement whose subject no text names; it makes no edge and hangs at its object."""

    id: str


def to_network(
    graph: KnowledgeGraph, *, relations: Collection[Relation] | None = None, claimed: bool = True
) -> nx.MultiDiGraph:
    """The network of a graph; see `network_of` for its shape.

    Args:
        graph: The articles and judgements.
        relations: The relations to keep; all when None.
        claimed: Whether to keep what no article says in its own voice.
    """
    resolution = resolve(graph)
    statements = to_statements(graph, resolution, voices_of(each.article for each in graph.articles))
    return network_of(graph, resolution, statements, relations=relations, claimed=claimed)


def network_of(
    graph: KnowledgeGraph,
    resolution: Resolution,
    statements: Iterable[Statement],
    *,
    relations: Collection[Relation] | None = None,
    claimed: bool = True,
) -> nx.MultiDiGraph:
    """The network of a graph that is resolved already.

    Nodes are ids of the canonical entities that take part in a statement or say one, with `label`, `type`, `names`,
    `statements` (how many it takes part in), `says` and `denies` (ids of statements) and `subject_unnamed`
    (statements about it whose subject no text names, each a `ToldOfObject`). Edges are keyed by the id of their
    statement and hold the fields of `Told`. The network itself knows `articles` and `statements`, both counts.
    Nodes and edges are inserted in the order of their ids.
    """
    said = quotations(graph, resolution)
    kept = [
        statement
        for statement in sorted(statements, key=lambda statement: statement.id)
        if (relations is None or statement.relation in relations)
        and (claimed or any(not said[each].speakers for each in statement.attestations))
    ]
    network = nx.MultiDiGraph(articles=len(graph.articles), statements=len(kept))
    _add_entities(network, resolution.entities, kept, said)
    for statement in kept:
        if statement.subject is not None:
            network.add_edge(statement.subject, statement.object, key=statement.id, **_told(statement, said))
    return network


def _add_entities(
    network: nx.MultiDiGraph,
    entities: Iterable[CanonicalEntity],
    statements: Iterable[Statement],
    said: Mapping[str, Quotation],
) -> None:
    parts: defaultdict[str, int] = defaultdict(int)
    claims: defaultdict[str, list[str]] = defaultdict(list)
    denials: defaultdict[str, list[str]] = defaultdict(list)
    unnamed: defaultdict[str, list[ToldOfObject]] = defaultdict(list)
    for statement in statements:
        for end in {statement.subject, statement.object} - {None}:
            parts[str(end)] += 1
        for claimant in statement.claimants:
            claims[claimant].append(statement.id)
        for denier in statement.deniers:
            denials[denier].append(statement.id)
        if statement.subject is None:
            unnamed[statement.object].append({"id": statement.id, **_told(statement, said)})
    for entity in sorted(entities, key=lambda entity: entity.id):
        if entity.id in parts or entity.id in claims or entity.id in denials:
            network.add_node(
                entity.id,
                label=entity.label,
                type=entity.type.value,
                names=entity.names,
                statements=parts[entity.id],
                says=tuple(claims[entity.id]),
                denies=tuple(denials[entity.id]),
                subject_unnamed=tuple(unnamed[entity.id]),
            )


def _told(statement: Statement, said: Mapping[str, Quotation]) -> Told:
    told = tuple(said[attestation] for attestation in statement.attestations)
    return {
        "relation": statement.relation.value,
        "status": statement.status.value,
        "articles": statement.support.articles,
        "voices": statement.support.voices,
        "attestations": told,
    }
