"""Reads annotated texts and extracted statements from lines of JSON."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import GoldError
from kg.model import Count

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """A participant of an annotated text: its type, and every string that names it."""

    type: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """One annotated statement; a statement that is optional is neither required nor held against anyone.

    `time` is an ISO 8601 value, None where it does not follow from the text.
    """

    relation: str
    subject: GoldEntity | None
    object: GoldEntity
    factuality: str
    speakers: tuple[GoldEntity, ...]
    time: str | None
    place: GoldEntity | None
    count: Count | None
    evidence: str
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated text, known by its id; the text itself is read by `kg.articles`."""

    id: str
    statements: tuple[GoldStatement, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """The name and type of an extracted entity; the type is "" where the line gives none."""

    text: str
    type: str


@dataclass(frozen=True, slots=True)
class Predicted:
    """One extracted statement, as `kg extract` prints it; the confidence is None where the line gives none."""

    article: str
    relation: str
    subject: Label | None
    object: Label
    factuality: str
    speakers: tuple[Label, ...]
    time: str | None
    place: Label | None
    count: Count | None
    evidence: str
    confidence: float | None = None


def read_gold(path: Path | str) -> tuple[GoldDocument, ...]:
    """The annotated texts of a JSONL file.

    Raises:
        GoldError: The file cannot be read, holds no text, or a line is not an annotated text.
    """
    documents = tuple(_read_lines(path, _to_document))
    if not documents:
        raise GoldError("holds no annotated text", path=path)
    return documents


def read_predicted(path: Path | str) -> tuple[Predicted, ...]:
    """The statements of a JSONL file that `kg extract` printed.

    Raises:
        GoldError: The file cannot be read, or a line is not a statement.
    """
    return tuple(_read_lines(path, to_predicted))


def to_predicted(line: dict[str, Any]) -> Predicted:
    """The statement that a line of `kg extract` gives; keys that scoring has no use for are left out.

    Raises:
        KeyError: A required key is missing.
    """
    time, evidence = line.get("time"), line.get("evidence")
    label = _to_label(line["object"])
    if label is None:
        raise KeyError("object")
    return Predicted(
        article=line["article"],
        relation=line["relation"],
        subject=_to_label(line["subject"]),
        object=label,
        factuality=line.get("factuality", ""),
        speakers=tuple(Label(speaker["label"], speaker.get("type", "")) for speaker in line.get("attributed_to") or ()),
        time=time.get("value") if time else None,
        place=_to_label(line.get("place")),
        count=_to_count(line.get("count")),
        evidence=evidence.get("text", "") if evidence else "",
        confidence=line.get("confidence"),
    )


def _read_lines(path: Path | str, read: Callable[[dict[str, Any]], Value]) -> Iterator[Value]:
    try:
        lines = Path(path).read_text("utf-8").split("\n")
    except OSError as error:
        raise GoldError(error.strerror or "cannot be read", path=path) from error
    except UnicodeDecodeError as error:
        raise GoldError("is not UTF-8 text", path=path) from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield read(json.loads(line))
        except json.JSONDecodeError as error:
            raise GoldError(f"not valid JSON: {error.msg}", path=path, line=number) from error
        except KeyError as error:
            raise GoldError(f"lacks the key or refers to the unknown id {error}", path=path, line=number) from error
        except (TypeError, AttributeError) as error:
            raise GoldError("is not of the expected form", path=path, line=number) from error


def _to_document(line: dict[str, Any]) -> GoldDocument:
    entities = {entity["id"]: GoldEntity(entity["type"], tuple(entity["names"])) for entity in line["entities"]}
    return GoldDocument(line["id"], tuple(_to_statement(statement, entities) for statement in line["statements"]))


def _to_statement(line: dict[str, Any], entities: dict[str, GoldEntity]) -> GoldStatement:
    def find(entity: str | None) -> GoldEntity | None:
        return entities[entity] if entity else None

    return GoldStatement(
        relation=line["relation"],
        subject=find(line["subject"]),
        object=entities[line["object"]],
        factuality=line["factuality"],
        speakers=tuple(entities[speaker] for speaker in line["attributed_to"]),
        time=line.get("time_value"),
        place=find(line.get("place")),
        count=_to_count(line.get("count")),
        evidence=line["evidence"],
        optional=line["optional"],
    )


def _to_label(entity: dict[str, Any] | None) -> Label | None:
    return Label(entity["label"], entity.get("type", "")) if entity else None


def _to_count(count: dict[str, int | None] | None) -> Count | None:
    return Count(count.get("low"), count.get("high")) if count else None
