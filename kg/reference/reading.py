"""Reads tables of known entities: CSV, TSV, JSON Lines, and the JSON that SPARQL endpoints answer with."""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from kg.errors import ReferenceTableError
from kg.model import EntityType
from kg.reference.values import Known, Point
from kg.resources import load_yaml

WIKIDATA = "http://www.wikidata.org/entity/"

_FORMS = "a table ends in .csv, .tsv or .jsonl, the results of a SPARQL query in .json or .srj"
_COLUMNS = "a table needs a column label and a column wikidata; it may have aliases, type, latitude and longitude"

_QID = re.compile(r"[QL]\d+")
_IRI = re.compile(r'[a-z][a-z0-9+.-]*://[^\s<>"{}|\\^`]+', re.IGNORECASE)
_POINT = re.compile(r"Point\(\s*(\S+)\s+(\S+)\s*\)", re.IGNORECASE)
_BETWEEN_ALIASES = re.compile(r"\s*[|;]\s*")

Row = tuple[int | None, Mapping[str, str]]
"""A row by column, with its line, where it has one."""


def read_known(path: Path) -> tuple[Known, ...]:
    """The entities of a table, sorted; rows of one entity, as SPARQL gives them for each alias, are joined.

    Raises:
        ReferenceTableError: The file cannot be read, or a row names no entity; the line is named.
    """
    rows = _READERS.get(path.suffix.lower())
    if rows is None:
        raise ReferenceTableError("not a table of entities", path=path, remedy=_FORMS)
    found: dict[str, Known] = {}
    try:
        for line, row in rows(path):
            known = _known(_named(row), path, line)
            found[known.iri] = _joined(found[known.iri], known) if known.iri in found else known
    except (UnicodeDecodeError, csv.Error, json.JSONDecodeError, TypeError, KeyError) as error:
        raise ReferenceTableError(f"cannot be read as {path.suffix[1:]}: {error}", path=path, remedy=_FORMS) from error
    if not found:
        raise ReferenceTableError("the table is empty", path=path, remedy=_COLUMNS)
    return tuple(sorted(found.values(), key=lambda each: each.iri))


def _separated(delimiter: str) -> Any:  # noqa: ANN401 - a function as in _READERS
    def read(path: Path) -> Iterator[Row]:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, delimiter=delimiter)
            for row in rows:
                yield rows.line_num, {str(key): value for key, value in row.items() if isinstance(value, str)}

    return read


def _json_lines(path: Path) -> Iterator[Row]:
    for line, words in enumerate(path.read_text("utf-8-sig").split("\n"), start=1):
        if words.strip():
            try:
                said = json.loads(words)
                yield line, {key: _text(value) for key, value in said.items() if value is not None}
            except (ValueError, AttributeError) as error:
                cause = "the line is no JSON object"
                raise ReferenceTableError(cause, path=path, line=line, remedy=_COLUMNS) from error


def _sparql(path: Path) -> Iterator[Row]:
    answer = json.loads(path.read_text("utf-8-sig"))
    for binding in answer["results"]["bindings"]:
        yield None, {name: term["value"] for name, term in binding.items()}


_READERS = {
    ".csv": _separated(","),
    ".tsv": _separated("\t"),
    ".jsonl": _json_lines,
    ".json": _sparql,
    ".srj": _sparql,
}


def _text(value: object) -> str:
    return "|".join(map(str, value)) if isinstance(value, list) else str(value)


def _named(row: Mapping[str, str]) -> dict[str, str]:
    """A row by the names that this program has for its columns; of several columns for one thing the first."""
    found: dict[str, str] = {}
    for column, value in row.items():
        name = _names().get(column.strip().lower())
        if name and value.strip():
            found.setdefault(name, value.strip())
    return found


def _names() -> Mapping[str, str]:
    columns: Mapping[str, Iterable[str]] = load_yaml("reference.yaml")["columns"]
    return {each: name for name, others in columns.items() for each in others}


def _known(row: Mapping[str, str], path: Path, line: int | None) -> Known:
    label, identifier = row.get("label", ""), row.get("id", "")
    iri = WIKIDATA + identifier if _QID.fullmatch(identifier) else identifier
    if not label or not _IRI.fullmatch(iri):
        missing = "label" if not label else "Wikidata id or IRI"
        raise ReferenceTableError(f"a row has no {missing}: {dict(row)}", path=path, line=line, remedy=_COLUMNS)
    aliases = {each for each in _BETWEEN_ALIASES.split(row.get("aliases", "")) if each}
    try:
        return Known(iri, label, tuple(sorted(aliases - {label})), _type(row.get("type", "")), _point(row))
    except (InvalidOperation, ValueError) as error:
        cause = f"a row lies nowhere on the map: {dict(row)}"
        raise ReferenceTableError(cause, path=path, line=line, remedy=_COLUMNS) from error


def _type(words: str) -> EntityType | None:
    """The type that a word for it stands for, such as "city", "militia" or "human"."""
    types: Mapping[str, list[str]] = load_yaml("reference.yaml")["types"]
    wanted = words.strip().lower()
    return next((EntityType(name) for name, called in types.items() if wanted in (name.lower(), *called)), None)


def _point(row: Mapping[str, str]) -> Point | None:
    """Where a row tells that it is: by two columns, or by "Point(13.0 32.2)", which has the degrees east first."""
    if written := _POINT.fullmatch(row.get("coordinates", "")):
        east, north = map(Decimal, written.groups())
    elif "latitude" in row and "longitude" in row:
        north, east = Decimal(row["latitude"]), Decimal(row["longitude"])
    else:
        return None
    if not (abs(north) <= 90 and abs(east) <= 180):
        raise ValueError("off the map")
    return north, east


def _joined(one: Known, other: Known) -> Known:
    names = {*one.aliases, *other.aliases, other.label} - {one.label}
    return Known(one.iri, one.label, tuple(sorted(names)), one.type or other.type, one.at or other.at)
