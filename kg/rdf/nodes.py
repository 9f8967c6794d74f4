"""Reads the properties of RDF nodes; a missing, doubled or malformed one is a clear error."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.errors import StoreError
from kg.rdf import iris
from kg.rdf import vocabulary as v

Value = NamedNode | BlankNode | Literal | Triple
Member = TypeVar("Member", bound=StrEnum)

CENT = Decimal("0.01")

REWRITE = "the store is damaged or was changed by hand: write it again"


@dataclass(frozen=True, slots=True)
class Node:
    """An RDF node: its IRI, and its values by the IRIs of its properties."""

    iri: str
    values: Mapping[str, Mapping[Value, None]]

    def has_type(self, class_iri: str) -> bool:
        """Whether the node is declared to be of this class."""
        return NamedNode(class_iri) in self.values.get(v.RDF_TYPE, ())

    def all(self, name: str) -> list[Value]:
        """Every value of a property."""
        return list(self.values.get(name, ()))


Nodes = Mapping[str, Node]
"""Nodes by their IRIs."""


def to_nodes(quads: Iterable[Quad]) -> dict[str, Node]:
    """The nodes of the union of all graphs; blank nodes are left out, for no store of ours has any."""
    # Dictionaries keep the order and drop what is said in two graphs.
    values: dict[str, dict[str, dict[Value, None]]] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode):
            properties = values.setdefault(quad.subject.value, {})
            properties.setdefault(quad.predicate.value, {})[quad.object] = None
    return {subject: Node(subject, properties) for subject, properties in values.items()}


def broken(node: Node, cause: str) -> StoreError:
    """The error for a node that is not as the ontology's shapes want it."""
    return StoreError(f"<{node.iri}> {cause}", remedy=REWRITE)


def shortened(name: str) -> str:
    """An IRI of a term with its prefix, for messages."""
    fitting = [(prefix, start) for prefix, start in iris.PREFIXES.items() if name.startswith(start)]
    prefix, start = max(fitting, key=lambda pair: len(pair[1]), default=("", ""))
    return f"{prefix}:{name.removeprefix(start)}" if prefix else f"<{name}>"


def optional_value(node: Node, name: str) -> Value | None:
    """The one value of a property, or None where it has none.

    Raises:
        StoreError: There are several.
    """
    values = node.all(name)
    if len(values) > 1:
        raise broken(node, f"has {len(values)} values of {shortened(name)} where one is allowed")
    return values[0] if values else None


def value(node: Node, name: str) -> Value:
    """The one value of a property.

    Raises:
        StoreError: There is none, or several.
    """
    found = optional_value(node, name)
    if found is None:
        raise broken(node, f"has no {shortened(name)}")
    return found


def link(node: Node, name: str) -> str:
    """The IRI that a property leads to.

    Raises:
        StoreError: There is none, or several, or it is not an IRI.
    """
    return as_iri(node, name, value(node, name))


def links(node: Node, name: str) -> list[str]:
    """The IRIs that a property leads to.

    Raises:
        StoreError: One is not an IRI.
    """
    return [as_iri(node, name, found) for found in node.all(name)]


def text(node: Node, name: str, default: str | None = None) -> str:
    """The one string of a property, or the default where it has none.

    Raises:
        StoreError: There is none and no default, or several, or it is not a literal.
    """
    if default is not None and not node.all(name):
        return default
    return as_text(node, name, value(node, name))


def integer(node: Node, name: str) -> int:
    """The one whole number of a property.

    Raises:
        StoreError: There is none, or several, or it is not a whole number.
    """
    words = text(node, name)
    try:
        return int(words)
    except ValueError as error:
        raise broken(node, f"has {words!r} as {shortened(name)}, which is not a whole number") from error


def optional_integer(node: Node, name: str) -> int | None:
    """The whole number of a property, or None where it has none.

    Raises:
        StoreError: There are several, or it is not a whole number.
    """
    return integer(node, name) if node.all(name) else None


def decimal(node: Node, name: str) -> Decimal:
    """The one number of a property, with at least two decimals, as the model has it.

    Raises:
        StoreError: There is none, or several, or it is not a number.
    """
    words = text(node, name)
    try:
        number = Decimal(words)
        rounded = number.quantize(CENT)
    except InvalidOperation as error:
        raise broken(node, f"has {words!r} as {shortened(name)}, which is not a number") from error
    return rounded if number == rounded else number


def optional_day(node: Node, name: str) -> date | None:
    """The day of a property, or None where it has none.

    Raises:
        StoreError: There are several, or it is not an ISO 8601 day.
    """
    words = text(node, name, "")
    try:
        return date.fromisoformat(words) if words else None
    except ValueError as error:
        raise broken(node, f"has {words!r} as {shortened(name)}, which is not a day such as 2019-08-28") from error


def member(node: Node, name: str, kind: type[Member]) -> Member:
    """The relation, type, factuality … that a property names.

    Raises:
        StoreError: There is none, or several, or the ontology has no such term.
    """
    found = link(node, name)
    try:
        return kind(found.removeprefix(v.KG)) if found.startswith(v.KG) else kind(found)
    except ValueError as error:
        raise broken(node, f"has {shortened(found)} as {shortened(name)}, which the ontology does not know") from error


def optional_member(node: Node, name: str, kind: type[Member]) -> Member | None:
    """The term that a property names, or None where it has none.

    Raises:
        StoreError: There are several, or the ontology has no such term.
    """
    return member(node, name, kind) if node.all(name) else None


def as_iri(node: Node, name: str, found: Value) -> str:
    """The IRI that a value is.

    Raises:
        StoreError: It is a literal or a blank node.
    """
    if not isinstance(found, NamedNode):
        raise broken(node, f"has {found} as {shortened(name)}, which is not an IRI")
    return found.value


def as_text(node: Node, name: str, found: Value) -> str:
    """The string that a value is.

    Raises:
        StoreError: It is not a literal.
    """
    if not isinstance(found, Literal):
        raise broken(node, f"has {found} as {shortened(name)}, which is not a literal")
    return found.value
