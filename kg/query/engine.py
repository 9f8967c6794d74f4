"""Answers a query over a graph, with the same rows on rdflib's memory and on Oxigraph."""

import re
from collections.abc import Mapping
from pathlib import Path

from rdflib import Dataset, Variable
from rdflib.plugins import sparql
from rdflib.query import Result

from kg.errors import QueryError
from kg.query.guard import Form, blank_out, check_query
from kg.query.library import NamedQuery, find_query
from kg.query.parameters import fill_parameters
from kg.query.table import Table, order_key, to_cell
from kg.rdf.iris import PREFIXES
from kg.rdf.store import ask

sparql.SPARQL_LOAD_GRAPHS = False  # else rdflib reads local files and the web through FROM

_TRIPLE = ("subject", "predicate", "object")


def select(graph: Dataset | Path | str, query: str, params: Mapping[str, str] | None = None) -> Table:
    """Answers a query over a graph.

    SELECT gives its own columns, ASK one column `answer`, CONSTRUCT the columns `subject`, `predicate`, `object`.
    Rows keep the order that the query asks for, and are sorted where it asks for none; which ones a LIMIT without
    ORDER BY takes is left to the engine. Rows that bind nothing are left out, and decimals are rounded to 12 places,
    because the engines differ there.

    Args:
        graph: A dataset whose default graph is the union of all, or the path of a stored one.
        query: The name of a query that travels with the package, the path of an `.rq` file, or SPARQL.
        params: Values by parameter name; an entity is found by any of its names, whatever case or leading article.

    Raises:
        QueryError: The query is unknown, wrong or not allowed, or a parameter is unknown, missing or names nothing.
        StoreError: The stored graph cannot be read.
        OSError: The files of the dataset given have been taken away by another program meanwhile.
    """
    asked = find_query(query)
    form = check_query(asked)
    if isinstance(graph, Dataset):
        return _answer(graph, asked, form, params or {})
    return ask(Path(graph), lambda dataset: _answer(dataset, asked, form, params or {}))


def _answer(dataset: Dataset, asked: NamedQuery, form: Form, params: Mapping[str, str]) -> Table:
    text = fill_parameters(dataset, asked, params)
    try:
        return _to_table(dataset.query(text, initNs=PREFIXES), form, text)
    except OSError:  # of a store, not of the query
        raise
    except Exception as error:  # rdflib raises a bare Exception where it cannot evaluate an expression
        cause = " ".join(f"{type(error).__name__} {error}".split())
        raise QueryError(f"the query cannot be answered: {cause}", path=asked.name or "query") from error


def _to_table(result: Result, form: Form, text: str) -> Table:
    match form.verb:
        case "ASK":
            return Table(("answer",), ((bool(result.askAnswer),),))
        case "CONSTRUCT":
            triples = {tuple(to_cell(term) for term in triple) for triple in result.graph or ()}
            return Table(_TRIPLE, tuple(sorted(triples, key=order_key)))
    variables = list(result.vars or ())
    if not form.names_columns:  # rdflib gives the columns of SELECT * in the order of a set
        variables = _in_order_of_text(variables, text)
    rows = [tuple(to_cell(binding.get(variable)) for variable in variables) for binding in result.bindings]
    told = [row for row in rows if any(cell is not None for cell in row)]  # rdflib groups nothing into an empty row
    return Table(tuple(map(str, variables)), tuple(told if form.ordered else sorted(told, key=order_key)))


def _in_order_of_text(variables: list[Variable], text: str) -> list[Variable]:
    mentioned = list(dict.fromkeys(re.findall(r"[?$](\w+)", blank_out(text))))
    return sorted(variables, key=lambda variable: mentioned.index(str(variable)))
