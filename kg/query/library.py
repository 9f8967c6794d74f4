"""The text of a query, its question and its parameters.

A query is plain SPARQL 1.1 that runs on any engine. Its first comment is the question in plain English, up to the
question mark; lines after it say how to read the answer. Each
`# params: name | kind | required or optional | meaning` declares a parameter. The parameter stands in the query as
`VALUES ?name { UNDEF }`, or as `VALUES ?name_iri { UNDEF }` where it is an entity or a relation.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from rapidfuzz import process

from kg.errors import QueryError
from kg.resources import resource

_DECLARATION = re.compile(r"#\s*params:(.*)")
_NAME = re.compile(r"[\w-]+")


class Kind(StrEnum):
    """What a parameter takes."""

    ENTITY = "entity"  # any name of it, its id or its IRI
    RELATION = "relation"  # as the ontology writes it
    DATE = "date"  # ISO 8601


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query can be told."""

    name: str
    kind: Kind
    required: bool
    meaning: str

    @property
    def variable(self) -> str:
        """The variable of the VALUES clause that the parameter fills."""
        return self.name if self.kind is Kind.DATE else f"{self.name}_iri"


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with its question.

    Args:
        name: The name of a query that travels with the package, the path of a file, or "" for SPARQL that was typed.
        question: What it answers, in plain English.
        params: What it can be told, in the order of the file.
        text: The SPARQL; lines end in a line feed.
    """

    name: str
    question: str
    params: tuple[Parameter, ...]
    text: str


def list_queries() -> tuple[NamedQuery, ...]:
    """The queries that travel with the package, by name."""
    return tuple(read_query(resource("queries", f"{name}.rq").read_text("utf-8"), name) for name in _names())


def find_query(query: str) -> NamedQuery:
    """The query that a user means: a name of `list_queries`, the path of an `.rq` file, or SPARQL.

    Raises:
        QueryError: No query has that name, or the file cannot be read.
    """
    wanted = query.strip()
    if wanted.endswith(".rq") and "\n" not in wanted:
        try:
            return read_query(Path(wanted).read_text("utf-8"), wanted)
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "not UTF-8 text"
            raise QueryError(f"the query cannot be read: {reason}", path=wanted) from error
    if not _NAME.fullmatch(wanted):
        return read_query(query, "")
    names = _names()
    if wanted not in names:
        near = [name for name, *_ in process.extract(wanted, names, limit=3)]
        raise QueryError(f'no query is called "{wanted}"', remedy=f"the nearest are {', '.join(near)}")
    return read_query(resource("queries", f"{wanted}.rq").read_text("utf-8"), wanted)


def read_query(text: str, name: str) -> NamedQuery:
    """A query from its text.

    Raises:
        QueryError: A parameter is declared wrongly.
    """
    # Oxigraph ends a comment at a carriage return, rdflib does not: let both read the same.
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    question: list[str] = []
    params: list[Parameter] = []
    for number, line in enumerate(lines, start=1):
        if not line.startswith("#"):
            break
        if declared := _DECLARATION.match(line):
            params.append(_read_parameter(declared[1], name, number))
        elif not params and not (question and question[-1].endswith("?")):
            question.append(line.lstrip("# ").rstrip())
    return NamedQuery(name, " ".join(question), tuple(params), "\n".join(lines))


def _names() -> list[str]:
    files = resource("queries").iterdir()
    return sorted(file.name.removesuffix(".rq") for file in files if file.name.endswith(".rq"))


def _read_parameter(declared: str, path: str, line: int) -> Parameter:
    match [part.strip() for part in declared.split("|", 3)]:
        case [name, ("entity" | "relation" | "date") as kind, ("required" | "optional") as need, meaning]:
            return Parameter(name, Kind(kind), need == "required", meaning)
    raise QueryError(
        "a parameter is declared wrongly",
        path=path or "query",
        line=line,
        remedy="write # params: name | entity, relation or date | required or optional | meaning",
    )
