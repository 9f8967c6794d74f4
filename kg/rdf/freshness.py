"""Whether what is derived follows from what is stored: a fingerprint that is updated with every change.

It is the sum of a hash for each article and judgement, so it needs neither an order nor the rest of the store.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version

from pyoxigraph import Literal, NamedNode, Quad

from kg.model import digest
from kg.rdf import iris
from kg.rdf import vocabulary as v
from kg.rdf.encode import in_graph, text

_MODULUS = 1 << 64
_CONTENT = NamedNode(v.CONTENT_DIGEST)
_JUDGEMENTS = NamedNode(iris.JUDGEMENTS_GRAPH)


def fingerprint(quads: Iterable[Quad]) -> int:
    """A number for the articles and judgements among the quads; that of two sets that share none is their sum.

    Only the quads that tell an article's content digest, and those of judgements, count.
    """
    return sum(int(digest(str(quad)), 16) for quad in quads if _counts(quad)) % _MODULUS


def freshness_quads(number: int) -> Iterator[Quad]:
    """What the derived graphs of a store were derived from, as a fingerprint, and by which program."""
    told = [
        (iris.STORE, v.DERIVED_FROM_DIGEST, text(f"{number % _MODULUS:016x}")),
        (iris.STORE, v.DERIVED_BY, text(_program())),
    ]
    return in_graph(iris.RUNS_GRAPH, told)


def recorded(about_store: Iterable[Quad]) -> int | None:
    """The fingerprint that a store tells, or None where it tells none that this program left."""
    told: dict[str, set[object]] = {}
    for quad in about_store:
        told.setdefault(quad.predicate.value, set()).add(quad.object)
    number = next(iter(told.get(v.DERIVED_FROM_DIGEST, ())), None)
    versions = told.get(v.DCTERMS_CONFORMS_TO, set()) - {NamedNode(v.VERSION_IRI)}
    if versions or told.get(v.DERIVED_BY) != {text(_program())} or not isinstance(number, Literal):
        return None
    try:
        return int(number.value, 16)
    except ValueError:
        return None


def _counts(quad: Quad) -> bool:
    return quad.predicate == _CONTENT or quad.graph_name == _JUDGEMENTS


@cache
def _program() -> str:
    return f"kg {version('conflict-kg')}"
