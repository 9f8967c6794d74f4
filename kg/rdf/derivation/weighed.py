"""A statement as it was weighed last: what it says, who attests it and all quads of it in a store."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Literal, Quad

from kg.merge.accounts import Account, Said
from kg.model import Period, Relation
from kg.rdf import iris, nodes
from kg.rdf import vocabulary as v
from kg.rdf.derivation import records
from kg.rdf.derivation.facts import control_facts
from kg.rdf.encode import in_graph
from kg.rdf.iris import Kind
from kg.rdf.nodes import Node


@dataclass(frozen=True, slots=True)
class Weighed:
    """A statement that a store holds.

    Args:
        said: What it says.
        accounts: All that attest it.
        quads: All that was derived of it.
    """

    said: Said
    accounts: tuple[Account, ...]
    quads: tuple[Quad, ...]


def weighed(identifier: str, quads: Iterable[Quad]) -> Weighed | None:
    """The statement of this id, from all quads of it but those about its object; None if there are none."""
    told = tuple(quads)
    if not told:
        return None
    known = nodes.to_nodes(told)
    node = known[iris.statement(identifier)]
    said = _said(node)
    accounts = tuple(
        records.to_account(quad.object.value)
        for quad in told
        if quad.predicate.value == v.ACCOUNT and isinstance(quad.object, Literal)
    )
    periods = sorted(_period(known[each]) for each in nodes.links(node, v.PERIOD))
    of_place = in_graph(iris.INDEX_GRAPH, control_facts(said, accounts, periods))
    return Weighed(said, accounts, (*told, *of_place))


def _said(node: Node) -> Said:
    subject = _entity(node, v.RDF_SUBJECT) if node.all(v.RDF_SUBJECT) else None
    return Said(subject, nodes.member(node, v.RDF_PREDICATE, Relation), _entity(node, v.RDF_OBJECT))


def _entity(node: Node, name: str) -> str:
    return iris.identifier_of(Kind.CANONICAL_ENTITY, nodes.link(node, name))


def _period(node: Node) -> Period:
    since, until = date.fromisoformat(nodes.text(node, v.SINCE)), date.fromisoformat(nodes.text(node, v.UNTIL))
    ended_by = iris.identifier_of(Kind.ATTESTATION, nodes.link(node, v.ENDED_BY)) if node.all(v.ENDED_BY) else None
    return Period(since, until, nodes.optional_day(node, v.ENDED), ended_by)
