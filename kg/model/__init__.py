"""The values that flow through the pipeline: frozen, ordered, free of any library's types."""

from kg.model.events import Event, Join, Toll
from kg.model.explanation import Reading
from kg.model.graph import (
    CANONICAL,
    MACHINE,
    CanonicalEntity,
    Judgement,
    KnowledgeGraph,
    Location,
    Period,
    Resolution,
    Statement,
    Support,
)
from kg.model.kinds import (
    STATES,
    SYMMETRIC,
    EntityType,
    EventKind,
    Factuality,
    Outcome,
    Relation,
    Status,
    TimePrecision,
)
from kg.model.reading import Argument, Article, ArticleGraph, Attestation, Count, Entity, Span, Time, digest

__all__ = [
    "CANONICAL",
    "MACHINE",
    "STATES",
    "SYMMETRIC",
    "Argument",
    "Article",
    "ArticleGraph",
    "Attestation",
    "CanonicalEntity",
    "Count",
    "Entity",
    "EntityType",
    "Event",
    "EventKind",
    "Factuality",
    "Join",
    "Judgement",
    "KnowledgeGraph",
    "Location",
    "Outcome",
    "Period",
    "Reading",
    "Relation",
    "Resolution",
    "Span",
    "Statement",
    "Status",
    "Support",
    "Time",
    "TimePrecision",
    "Toll",
    "digest",
]
