"""The table that a query gives: the same on both engines, sorted, of plain values."""

import json
from datetime import date
from decimal import Decimal

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import XSD

from kg.errors import QueryError, StoreError
from kg.query import Table, select, to_csv, to_json_rows
from kg.query.table import order_key, to_cell
from kg.rdf.iris import BASE
from kg.rdf.store import save

ONTOLOGY = "https://w3id.org/conflict-kg/ontology#"

pytestmark = pytest.mark.filterwarnings(r"ignore:Dataset\.\w+ is deprecated:DeprecationWarning")  # by rdflib itself


@pytest.mark.parametrize(
    ("query", "columns", "rows"),
    [
        ("SELECT (COUNT(*) AS ?n) { ?a kg:confidence ?c FILTER(?c = 0.7) }", ("n",), ((11,),)),
        ("SELECT (COUNT(*) AS ?n) { ?a kg:confidence ?c FILTER(?c <= 0.70) }", ("n",), ((11,),)),
        ("SELECT ?c { ?a kg:confidence ?c } ORDER BY DESC(?c) LIMIT 1", ("c",), ((Decimal("0.95"),),)),
        ("SELECT ((1 / 3) AS ?x) ((4 / 2) AS ?y) {}", ("x", "y"), ((Decimal("0.333333333333"), Decimal(2)),)),
        ("SELECT (MIN(?d) AS ?first) { ?a dcterms:issued ?d }", ("first",), ((date(2019, 4, 5),),)),
        ("SELECT ?d { ?a dcterms:issued ?d FILTER(?d > '2019-07-11'^^xsd:date) }", ("d",), ((date(2019, 7, 12),),)),
        ("SELECT ?t (COUNT(?x) AS ?n) { ?x a ?t ; a kg:Nothing } GROUP BY ?t", ("t", "n"), ()),
        ("SELECT (COUNT(*) AS ?n) { ?x a kg:Nothing }", ("n",), ((0,),)),
        ("SELECT * { ?z a kg:Article ; dcterms:identifier ?y ; dcterms:publisher ?a } LIMIT 0", ("z", "y", "a"), ()),
        ("SELECT ?x { VALUES ?x { 2 'b' UNDEF 10 1.5 } }", ("x",), ((Decimal("1.5"),), (2,), (10,), ("b",))),
        ("ASK { ?s kg:status kg:disputed }", ("answer",), ((True,),)),
        ("ASK { ?s kg:status kg:unknown }", ("answer",), ((False,),)),
        (
            "CONSTRUCT { kg:a kg:b ?d } WHERE { ?a dcterms:issued ?d FILTER(?d < '2019-04-21'^^xsd:date) }",
            ("subject", "predicate", "object"),
            tuple((f"{ONTOLOGY}a", f"{ONTOLOGY}b", date(2019, 4, day)) for day in (5, 20)),
        ),
        ("SELECT DISTINCT ?g { GRAPH ?g { ?s a kg:Statement } }", ("g",), ((f"{BASE}graph/statements",),)),
        ("PREFIX kg: <a:b> SELECT ?s { ?s a kg:Article }", ("s",), ()),
    ],
)  # fmt: skip
def test_both_engines_give_these_rows(dataset, query, columns, rows):
    assert select(dataset, query) == Table(columns, rows)


def test_rows_without_an_order_are_sorted(memory, oxigraph):
    query = "SELECT * { ?subject ?relation ?object }"
    assert select(memory, query) == select(oxigraph, query)


def test_what_an_engine_cannot_answer_is_an_error_of_one_line(memory):
    with pytest.raises(QueryError, match=r"^query: the query cannot be answered: \w+ .+$"):
        select(memory, "SELECT (SUM(?w) AS ?n) { ?a kg:exact ?w }")


def test_a_query_is_asked_again_where_a_writer_tidied_away_what_it_would_read(tmp_path, knowledge, queries_asked):
    save(knowledge, tmp_path / "store")
    expected = select(tmp_path / "store", "attacks")
    assert select(tmp_path / "store", "attacks") == expected
    assert len(queries_asked) == 3


@pytest.mark.parametrize("name", ["store.trig", "store"])
def test_a_stored_graph_is_asked_by_its_path(knowledge, oxigraph, tmp_path, name):
    save(knowledge, tmp_path / name)
    assert select(tmp_path / name, "attacks") == select(str(tmp_path / name), "attacks") == select(oxigraph, "attacks")


def test_a_missing_store_is_an_error(tmp_path):
    with pytest.raises(StoreError):
        select(tmp_path / "none", "attacks")


@pytest.mark.parametrize(
    ("term", "cell"),
    [
        (None, None),
        (URIRef("a:b"), "a:b"),
        (Literal("words"), "words"),
        (Literal("7", datatype=XSD.integer), 7),
        (Literal("7", datatype=XSD.string), "7"),
        (Literal("true", datatype=XSD.boolean), True),
        (Literal("100", datatype=XSD.decimal), Decimal(100)),
        (Literal("0.10", datatype=XSD.decimal), Decimal("0.1")),
        (Literal("0.33333333333333333333", datatype=XSD.decimal), Decimal("0.333333333333")),
        (Literal("12345678901234567.00000000000049", datatype=XSD.decimal), Decimal(12345678901234567)),
        (Literal("1e30", datatype=XSD.double), Decimal(10**30)),
        (Literal("INF", datatype=XSD.double), "inf"),
        (Literal("2019-06-01", datatype=XSD.date), date(2019, 6, 1)),
        (Literal("2019-06-01T00:00:00", datatype=XSD.dateTime), "2019-06-01T00:00:00"),
        (Literal("2019", datatype=XSD.gYear), "2019"),
    ],
)
def test_cells_are_plain_values(term, cell):
    found = to_cell(term)
    assert found == cell
    assert type(found) is type(cell)
    assert str(found) == str(cell)


def test_csv_is_verbatim_and_json_keeps_types():
    table = Table(("a", "b", "c", "d"), ((1, Decimal("0.5"), date(2019, 6, 1), None), (True, '=1+"1"', "a\nb", "é,")))
    assert to_csv(table) == 'a,b,c,d\n1,0.5,2019-06-01,\ntrue,"=1+""1""","a\nb","é,"\n'
    assert json.dumps(to_json_rows(table), ensure_ascii=False) == (
        '[{"a": 1, "b": 0.5, "c": "2019-06-01", "d": null}, {"a": true, "b": "=1+\\"1\\"", "c": "a\\nb", "d": "é,"}]'
    )


def test_mixed_cells_have_one_order():
    rows = [("b",), (date(2019, 1, 1),), (2,), (None,), ("a",), (Decimal("1.5"),)]
    assert sorted(rows, key=order_key) == [(None,), (Decimal("1.5"),), (2,), (date(2019, 1, 1),), ("a",), ("b",)]
