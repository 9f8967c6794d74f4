"""Asks a graph questions in SPARQL: the ones that travel with the package, and a user's own."""

from kg.query.engine import select
from kg.query.library import Kind, NamedQuery, Parameter, list_queries
from kg.query.table import Cell, Table, to_csv, to_json_rows

__all__ = [
    "Cell",
    "Kind",
    "NamedQuery",
    "Parameter",
    "Table",
    "list_queries",
    "select",
    "to_csv",
    "to_json_rows",
]
