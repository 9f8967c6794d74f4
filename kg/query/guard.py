"""Lets through only queries that read the graph, and says where a query is wrong.

A query is parsed by rdflib and its tree is walked, then parsed by Oxigraph, so that both engines accept the same texts.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NoReturn

import pyoxigraph
from pyparsing import ParseBaseException
from rdflib import Literal
from rdflib.namespace import XSD
from rdflib.plugins.sparql.parser import parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import QueryError
from kg.query.library import NamedQuery
from kg.rdf.iris import PREFIXES

LEXEMES = re.compile(
    r"""\#[^\n]*                                                # a comment
      | <[^<>"{}|^`\\\x00-\x20]*>                               # an IRI
      | \"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
      | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'               # a string
      | VALUES\s*\?(?P<variable>\w+)\s*\{[^{}<>"'\#]*\}        # where a parameter stands""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\[uU][0-9A-Fa-f]{4}")
_POSITION = re.compile(r"error at (\d+):(\d+)")
_OXIGRAPH_REASON = re.compile(r"(?:The|Prefix) [\w ]+")
_EXPONENT = re.compile(r"\d[eE][+-]?\d")
_INEXACT = {XSD.double, XSD.float}  # rdflib compares these with decimals bit by bit, Oxigraph after rounding
_UPDATE = r"(?:INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)"
_FORMS = {"SelectQuery": "SELECT", "AskQuery": "ASK", "ConstructQuery": "CONSTRUCT", "DescribeQuery": "DESCRIBE"}
_FORBIDDEN = {
    "ServiceGraphPattern": ("SERVICE", "leave it out: a query reads this graph alone"),
    "DatasetClause": ("FROM", "leave it out, or name a graph of the store with GRAPH"),
    "DescribeQuery": ("DESCRIBE", "ask with SELECT or CONSTRUCT"),
}


@dataclass(frozen=True, slots=True)
class Form:
    """What a query promises: SELECT, ASK or CONSTRUCT, whether it names its columns, whether it orders its rows."""

    verb: str
    names_columns: bool
    ordered: bool


def check_query(query: NamedQuery) -> Form:
    """Checks that a query is SPARQL that only reads the graph.

    Raises:
        QueryError: It is not SPARQL, it updates, or it reaches outside by SERVICE, FROM or LOAD.
    """
    if escape := _ESCAPE.search(query.text):  # the two parsers expand these at different moments
        _refuse(query, "a \\u escape is not allowed", escape.start(), "write the character itself")
    tree = _parse(query)
    nodes = list(_walk(tree))
    for node in nodes:
        if isinstance(node, CompValue) and node.name in _FORBIDDEN:
            keyword, remedy = _FORBIDDEN[node.name]
            _refuse(query, f"{keyword} is not allowed", _find_keyword(query.text, keyword), remedy)
    if any(isinstance(node, Literal) and node.datatype in _INEXACT for node in nodes):
        found = _EXPONENT.search(blank_out(query.text))
        position = found.start() if found else 0
        _refuse(query, "a number with an exponent is not allowed", position, "write a decimal, such as 0.7")
    _parse_with_oxigraph(query)
    body = tree[1]
    return Form(_FORMS[body.name], bool(body.projection), bool(body.orderby))


def blank_out(text: str) -> str:
    """The text with comments, strings and IRIs turned to spaces, so that positions stay and keywords are keywords."""
    return LEXEMES.sub(lambda found: found[0] if found["variable"] else re.sub(r"[^\n]", " ", found[0]), text)


def _parse(query: NamedQuery) -> list[CompValue]:
    """The tree of a query: its prologue and its body."""
    try:
        return list(parseQuery(query.text))
    except ParseBaseException as error:
        if _is_update(query.text):
            _refuse(query, "an update is not allowed", _find_keyword(query.text, _UPDATE), "a query only reads")
        near = re.compile(r"\S*").match(query.text, error.loc)
        found = f', near "{near[0][:30]}"' if near and near[0] else ""
        raise _error(query, f"not valid SPARQL at column {error.col}{found}", error.lineno) from error
    except RecursionError as error:
        raise _error(query, "nested too deeply", 1) from error


def _is_update(text: str) -> bool:
    try:
        parseUpdate(text)
    except (ParseBaseException, RecursionError):
        return False
    return bool(blank_out(text).strip())


def _parse_with_oxigraph(query: NamedQuery) -> None:
    try:
        pyoxigraph.Store().query(query.text, prefixes=PREFIXES)
    except SyntaxError as error:
        message = str(error)
        position, reason = _POSITION.search(message), _OXIGRAPH_REASON.search(message)
        line, column = (int(position[1]), int(position[2])) if position else (1, 1)
        said = f": {reason[0].lower()}" if reason else ""
        raise _error(query, f"not valid SPARQL at column {column}{said}", line) from error


def _walk(node: object) -> Iterator[object]:
    """The nodes and leaves of a tree that rdflib parsed."""
    yield node
    if isinstance(node, CompValue):
        node = list(node.values())
    if not isinstance(node, str) and isinstance(node, Iterable):
        for part in node:
            yield from _walk(part)


def _find_keyword(text: str, keyword: str) -> int:
    found = re.search(rf"(?<![\w?$:@-]){keyword}\b(?!:)", blank_out(text), re.IGNORECASE)
    return found.start() if found else 0


def _refuse(query: NamedQuery, cause: str, position: int, remedy: str) -> NoReturn:
    raise _error(query, cause, query.text.count("\n", 0, position) + 1, remedy)


def _error(query: NamedQuery, cause: str, line: int, remedy: str = "") -> QueryError:
    return QueryError(cause, path=query.name or "query", line=line, remedy=remedy)
