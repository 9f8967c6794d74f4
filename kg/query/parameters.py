"""Puts the values of parameters into a query; what a user types never becomes SPARQL."""

import re
from collections.abc import Mapping
from datetime import date

from rdflib import Dataset, Literal, URIRef, Variable
from rdflib.namespace import XSD

from kg.errors import QueryError
from kg.model import Relation
from kg.query.guard import LEXEMES
from kg.query.library import Kind, NamedQuery, Parameter
from kg.query.names import bearers, nearest
from kg.rdf.iris import PREFIXES, RESOLUTION_GRAPH
from kg.rdf.vocabulary import term

_NAMES = f"SELECT ?entity ?name {{ GRAPH <{RESOLUTION_GRAPH}> {{ ?entity kg:name|rdfs:label ?name }} }}"


def fill_parameters(dataset: Dataset, query: NamedQuery, values: Mapping[str, str]) -> str:
    """The text of a query with values in the place of its parameters.

    Raises:
        QueryError: A parameter is unknown or missing, or its value is no date, no relation or nobody's name.
    """
    _check_names(query, values)
    told = [parameter for parameter in query.params if parameter.name in values]
    data = {each.variable: _to_data(dataset, each, " ".join(values[each.name].split())) for each in told}
    placed = {found["variable"] for found in LEXEMES.finditer(query.text)}
    if lost := sorted(data.keys() - placed):
        remedy = f"write VALUES ?{lost[0]} {{ UNDEF }} where the value belongs"
        raise QueryError(f"?{lost[0]} has no place in the query", path=query.name or "query", remedy=remedy)

    def fill(found: re.Match[str]) -> str:
        variable = found["variable"]
        return f"VALUES ?{variable} {{ {data[variable]} }}" if variable in data else found[0]

    return LEXEMES.sub(fill, query.text)


def _check_names(query: NamedQuery, values: Mapping[str, str]) -> None:
    expected = [f"{p.name} ({p.kind}, {'required' if p.required else 'optional'})" for p in query.params]
    remedy = f"the parameters are {', '.join(expected)}" if expected else "the query takes no parameters"
    for name in values:
        if name not in {parameter.name for parameter in query.params}:
            raise QueryError(f'no parameter is called "{name}"', path=query.name or "query", remedy=remedy)
    if missing := [parameter.name for parameter in query.params if parameter.required and parameter.name not in values]:
        raise QueryError(f"a parameter is missing: {', '.join(missing)}", path=query.name or "query", remedy=remedy)


def _to_data(dataset: Dataset, parameter: Parameter, value: str) -> str:
    match parameter.kind:
        case Kind.ENTITY:
            return " ".join(URIRef(entity).n3() for entity in _find_entities(dataset, parameter, value))
        case Kind.RELATION:
            return URIRef(_to_relation(parameter, value)).n3()
        case Kind.DATE:
            return Literal(_to_day(parameter, value), datatype=XSD.date).n3()


def _find_entities(dataset: Dataset, parameter: Parameter, value: str) -> list[str]:
    """The IRIs of the canonical entities that bear a name, or have it as their id or IRI."""
    rows = dataset.query(_NAMES, initNs=PREFIXES).bindings
    named = [(str(row[Variable("entity")]), str(row[Variable("name")])) for row in rows]
    if found := bearers(named, value):
        return found
    raise QueryError(
        f'{parameter.name}: nothing in the graph is called "{value}"',
        remedy=nearest((name for _, name in named), value),
    )


def _to_relation(parameter: Parameter, value: str) -> str:
    for relation in Relation:
        if relation.value.casefold() == value.casefold():
            return term(relation)
    remedy = f"the relations are {', '.join(sorted(Relation))}"
    raise QueryError(f'{parameter.name}: "{value}" is no relation', remedy=remedy)


def _to_day(parameter: Parameter, value: str) -> str:
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            return date.fromisoformat(value).isoformat()
    except ValueError:
        pass  # a day that no calendar has, refused below
    raise QueryError(f'{parameter.name}: "{value}" is no date', remedy="write year-month-day, such as 2019-06-26")
