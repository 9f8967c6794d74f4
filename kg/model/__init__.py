"""The values that flow through the pipeline: frozen, ordered, free of any library's types."""

from kg.model.explanation import Reading
from kg.model.graph import CANONICAL, MACHINE, CanonicalEntity, Judgement, KnowledgeGraph, Resolution, Statement
from kg.model.kinds import SYMMETRIC, EntityType, Factuality, Outcome, Relation, Status, TimePrecision
from kg.model.reading import Argument, Article, ArticleGraph, Attestation, Count, Entity, Span, Time, digest

__all__ = [
    "CANONICAL",
    "MACHINE",
    "SYMMETRIC",
    "Argument",
    "Article",
    "ArticleGraph",
    "Attestation",
    "CanonicalEntity",
    "Count",
    "Entity",
    "EntityType",
    "Factuality",
    "Judgement",
    "KnowledgeGraph",
    "Outcome",
    "Reading",
    "Relation",
    "Resolution",
    "Span",
    "Statement",
    "Status",
    "Time",
    "TimePrecision",
    "digest",
]
