"""Who is in a store: lookups for readers beside those of the index."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from kg.model import Judgement, Outcome
from kg.rdf import iris
from kg.rdf import vocabulary as v
from kg.rdf.decode import judgements_of
from kg.rdf.derivation import Index
from kg.rdf.iris import Kind

_RESOLUTION = NamedNode(iris.RESOLUTION_GRAPH)


class Catalogue(Index):
    """The entities of a store, what they are called, and what articles and the machine say of them."""

    def names(self) -> Iterator[tuple[str, str]]:
        """The ids of the canonical entities, with each of their names."""
        for quad in self._find(None, v.NAME, graph=_RESOLUTION):
            yield iris.identifier_of(Kind.CANONICAL_ENTITY, _value(quad.subject)), _value(quad.object)

    def label(self, canonical: str) -> str:
        """The best name of a canonical entity."""
        return self._told(canonical, v.RDFS_LABEL) or canonical

    def type(self, canonical: str) -> str:
        """What kind of thing a canonical entity is."""
        return self._told(canonical, v.RDF_TYPE).removeprefix(v.KG)

    def coordinates(self, canonical: str) -> tuple[str, str] | None:
        """Degrees north and east of a canonical entity that is a place of the gazetteer."""
        north, east = self._told(canonical, v.LATITUDE), self._told(canonical, v.LONGITUDE)
        return (north, east) if north and east else None

    def bearing(self, canonical: str) -> int:
        """How many entities of articles are a canonical entity."""
        return sum(self.tally(one).types.total() for one in self.cluster(canonical))

    def machine_judgements(self, outcome: Outcome) -> tuple[Judgement, ...]:
        """What the machine judged of two, with this outcome."""
        found = self._find(None, v.OUTCOME, NamedNode(v.term(outcome)), _RESOLUTION)
        quads = [quad for each in found for quad in self._find(each.subject, graph=_RESOLUTION)]
        return judgements_of(quads, machine=True)

    def words_about(self, entity: str) -> list[str]:
        """The words of the statements of an article of which an entity of it is an end, in the order of the text."""
        node = NamedNode(iris.article_entity(entity))
        told = [quad for role in (v.SUBJECT, v.OBJECT) for quad in self._find(None, role, node)]
        spans = {_value(quad.object) for each in told for quad in self._find(each.subject, v.PROV_DERIVED_FROM)}
        ordered = sorted(spans, key=_stretch)
        return [_value(quad.object) for span in ordered for quad in self._find(NamedNode(span), v.EXACT)]

    def mentions(self, entity: str) -> list[tuple[int, int]]:
        """Where an article mentions an entity of it: the first character, and the one after the last."""
        found = self._find(NamedNode(iris.article_entity(entity)), v.MENTION)
        return sorted(_stretch(_value(quad.object)) for quad in found)

    def _told(self, canonical: str, predicate: str) -> str:
        """The one value of a property of a canonical entity; "" where it has none."""
        found = self._find(NamedNode(iris.canonical_entity(canonical)), predicate, graph=_RESOLUTION)
        return next((_value(quad.object) for quad in found), "")


def _stretch(span: str) -> tuple[int, int]:
    start, end = span.rsplit("-", 2)[-2:]
    return int(start), int(end)


def _value(node: object) -> str:
    return node.value if isinstance(node, NamedNode | Literal) else ""
