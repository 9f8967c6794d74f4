"""Results line by line: how they are printed, and the line of JSON for each statement of an article."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from kg.model import Argument, ArticleGraph, Attestation, Entity, Time

Line = dict[str, Any]
"""One statement as JSON knows it."""


class LineFormat(StrEnum):
    """How results are printed that have a line each."""

    JSONL = "jsonl"
    TABLE = "table"


def to_lines(graph: ArticleGraph) -> Iterator[Line]:
    """One line for each attestation, in the order of the text."""
    entities = {entity.id: entity for entity in graph.entities}
    for attestation in sorted(graph.attestations, key=lambda one: (one.evidence, one.id)):
        yield _to_line(graph.article.id, attestation, entities)


def _to_line(article: str, attestation: Attestation, entities: dict[str, Entity]) -> Line:
    def name(entity: str | None) -> Line | None:
        return None if entity is None else _to_name(entities[entity])

    def fill(argument: Argument | None) -> Line | None:
        if argument is None:
            return None
        return {**_to_name(entities[argument.entity]), "start": argument.span.start, "end": argument.span.end}

    count, evidence = attestation.count, attestation.evidence
    return {
        "article": article,
        "id": attestation.id,
        "relation": attestation.relation.value,
        "subject": fill(attestation.subject),
        "object": fill(attestation.object),
        "factuality": attestation.factuality.value,
        "attributed_to": [_to_name(entities[speaker]) for speaker in attestation.attributed_to],
        "time": _to_time(attestation.time),
        "place": name(attestation.place),
        "instrument": name(attestation.instrument),
        "count": None if count is None else {"low": count.low, "high": count.high},
        "evidence": {"start": evidence.start, "end": evidence.end, "text": evidence.text},
        "confidence": float(attestation.confidence),
    }


def _to_name(entity: Entity) -> Line:
    return {"id": entity.id, "label": entity.label, "type": entity.type.value}


def _to_time(time: Time | None) -> Line | None:
    if time is None:
        return None
    return {"text": time.text, "value": time.value, "precision": time.precision.value if time.precision else None}
