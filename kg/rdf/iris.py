"""The IRIs of what a graph holds, and back; ids are percent-encoded, so any id makes a valid IRI."""

import re
from enum import StrEnum
from functools import lru_cache
from urllib.parse import quote, unquote

from kg.errors import StoreError
from kg.model import CANONICAL, Judgement, Link, digest
from kg.rdf import vocabulary as v

BASE = "https://w3id.org/conflict-kg/id/"


class Kind(StrEnum):
    """What an IRI names, as its path says it."""

    ARTICLE = "article"
    ARTICLE_ENTITY = "mention-entity"
    CANONICAL_ENTITY = "entity"
    SPAN = "span"
    ATTESTATION = "attestation"
    ATTRIBUTION = "attribution"
    STATEMENT = "statement"
    VOICE = "voice"
    PERIOD = "period"
    EVENT = "event"
    JUDGEMENT = "judgement"
    RUN = "run"
    LINK = "link"
    GRAPH = "graph"


_STARTS = {kind: f"{BASE}{kind.value}/" for kind in Kind}
_PLAIN = re.compile(r"[A-Za-z0-9_.~-]*")
_CACHED = 1 << 13

STORE = f"{BASE}store"
JUDGEMENTS_GRAPH = f"{BASE}graph/judgements"
RUNS_GRAPH = f"{BASE}graph/runs"
RESOLUTION_GRAPH = f"{BASE}graph/resolution"
VOICES_GRAPH = f"{BASE}graph/voices"
STATEMENTS_GRAPH = f"{BASE}graph/statements"
EVENTS_GRAPH = f"{BASE}graph/events"
EDGES_GRAPH = f"{BASE}graph/edges"
CLAIMED_EDGES_GRAPH = f"{BASE}graph/edges/claimed"
LINKS_GRAPHS = f"{BASE}graph/links/"
INDEX_GRAPH = f"{BASE}graph/index"

DERIVED_GRAPHS = (
    RUNS_GRAPH,
    RESOLUTION_GRAPH,
    VOICES_GRAPH,
    STATEMENTS_GRAPH,
    EVENTS_GRAPH,
    EDGES_GRAPH,
    CLAIMED_EDGES_GRAPH,
)
"""The graphs that follow from the others; a folder has its index besides."""

PREFIXES = {
    "kg": v.KG,
    "rdf": v.RDF,
    "rdfs": v.RDFS,
    "xsd": v.XSD,
    "dcterms": v.DCTERMS,
    "prov": v.PROV,
    "schema": v.SCHEMA,
    "skos": v.SKOS,
    "wgs84": v.WGS84,
    **{kind.value: start for kind, start in _STARTS.items()},
}
"""The prefixes that files are written with and that queries may use."""


def iri(kind: Kind, identifier: str) -> str:
    """The IRI of the thing of this kind that is known by `identifier`."""
    # The value of an enumeration's member takes long to look up, and so do characters that need no code.
    start = _STARTS[kind]
    return start + (identifier if _PLAIN.fullmatch(identifier) else quote(identifier, safe=""))


def identifier_of(kind: Kind, value: str) -> str:
    """What the thing with this IRI is known by; the inverse of `iri`.

    Raises:
        StoreError: The IRI names nothing of this kind.
    """
    start = _STARTS[kind]
    if not value.startswith(start):
        raise StoreError(f"<{value}> is not an IRI of the kind {kind.value}", remedy=f"such IRIs start with {start}")
    return unquote(value.removeprefix(start))


@lru_cache(_CACHED)
def article(article_digest: str) -> str:
    """The IRI of an article."""
    return iri(Kind.ARTICLE, article_digest)


def article_graph(article_digest: str) -> str:
    """The IRI of the graph that holds what one article states."""
    return f"{BASE}graph/article/{article_digest}"


def article_entity(identifier: str) -> str:
    """The IRI of an entity as one article knows it."""
    return iri(Kind.ARTICLE_ENTITY, identifier)


@lru_cache(_CACHED)
def canonical_entity(identifier: str) -> str:
    """The IRI of an entity over all articles."""
    return iri(Kind.CANONICAL_ENTITY, identifier)


def judged(reference: str) -> str:
    """The IRI of what a judgement is about: a canonical entity, or an entity of one article."""
    if reference.startswith(CANONICAL):
        return canonical_entity(reference.removeprefix(CANONICAL))
    return article_entity(reference)


def reference_of(value: str) -> str:
    """What a judgement calls the entity with this IRI; the inverse of `judged`.

    Raises:
        StoreError: The IRI names no entity.
    """
    if value.startswith(iri(Kind.CANONICAL_ENTITY, "")):
        return CANONICAL + identifier_of(Kind.CANONICAL_ENTITY, value)
    return identifier_of(Kind.ARTICLE_ENTITY, value)


def span(article_digest: str, start: int, end: int) -> str:
    """The IRI of a stretch of an article's text."""
    return iri(Kind.SPAN, f"{article_digest}-{start}-{end}")


@lru_cache(_CACHED)
def attestation(identifier: str) -> str:
    """The IRI of an attestation."""
    return iri(Kind.ATTESTATION, identifier)


def attribution(attestation_identifier: str, rank: int) -> str:
    """The IRI of one link in the chain of an attestation's speakers; rank 1 is the innermost."""
    return iri(Kind.ATTRIBUTION, f"{attestation_identifier}-{rank}")


def statement(identifier: str) -> str:
    """The IRI of a statement over all articles."""
    return iri(Kind.STATEMENT, identifier)


def period(statement_identifier: str, number: int) -> str:
    """The IRI of one of the periods of a statement; the first in time is number 1."""
    return iri(Kind.PERIOD, f"{statement_identifier}-{number}")


def voice(article_digest: str) -> str:
    """The IRI of the voice that is named after one of its articles."""
    return iri(Kind.VOICE, article_digest)


def event(identifier: str) -> str:
    """The IRI of an event."""
    return iri(Kind.EVENT, identifier)


def judgement(value: Judgement, *, machine: bool = False) -> str:
    """The IRI of a judgement: a hash of all it says, and of whether a machine made it while resolving."""
    said = [value.left, value.right, value.outcome.value, value.by, value.reason, format(value.score.normalize(), "f")]
    said += [value.when] if value.when else []
    return iri(Kind.JUDGEMENT, digest("machine" if machine else "person", *said))


def link(value: Link) -> str:
    """The IRI of a link: a hash of all it says."""
    score, match = format(value.score.normalize(), "f"), "exact" if value.exact else "close"
    said = (value.source, value.entity, value.target, value.label, match, score, value.reason)
    return iri(Kind.LINK, digest(*said))


def links_graph(source: str) -> str:
    """The IRI of the graph that holds the links of one table."""
    return f"{LINKS_GRAPHS}{quote(source, safe='')}"


def run(generator: str) -> str:
    """The IRI of the program and model that read an article."""
    return iri(Kind.RUN, generator)
