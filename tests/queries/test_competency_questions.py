"""Every query that travels with the package, on both engines, against rows that a person checked."""

import re
from pathlib import Path

import pytest
from rdflib.plugins.sparql.parser import parseQuery

from kg.query import Kind, list_queries, select, to_csv
from kg.query.guard import LEXEMES

pytestmark = pytest.mark.filterwarnings(r"ignore:Dataset\.\w+ is deprecated:DeprecationWarning")  # by rdflib itself

EXPECTED = Path(__file__).parent / "expected"
REQUIRED = {
    "allies": {"actor": "Libyan National Army"},
    "backers": {"actor": "GNA"},
    "changes": {"since": "2019-06-01", "until": "2019-06-30"},
    "commanders": {"actor": "the desert brigade"},
}
QUERIES = {query.name: query for query in list_queries()}


def readable(csv):
    """Without the hashes that IRIs end in, so that a person can read and check the rows."""
    return re.sub(r"https://w3id\.org/conflict-kg/id/([\w-]+)/[^,\n]*", r"<\1>", csv)


def column(table, name):
    place = table.columns.index(name)
    return [row[place] for row in table.rows]


@pytest.mark.parametrize("name", QUERIES)
def test_rows_are_those_expected(dataset, name):
    expected = (EXPECTED / f"{name}.csv").read_text("utf-8")
    assert readable(to_csv(select(dataset, name, REQUIRED.get(name)))) == expected


@pytest.mark.parametrize("name", QUERIES)
def test_both_engines_give_the_same_iris(memory, oxigraph, name):
    assert select(memory, name, REQUIRED.get(name)) == select(oxigraph, name, REQUIRED.get(name))


@pytest.mark.parametrize("name", QUERIES)
def test_no_two_rows_tie(name):
    body = parseQuery(QUERIES[name].text)[1]
    ordered = set(re.findall(r"\?(\w+)", QUERIES[name].text.rpartition("ORDER BY")[2]))
    shown = {str(each.var or each.evar) for each in body.projection}
    counted = {str(each.evar) for each in body.projection if each.expr}
    grouped = {str(each) for each in body.groupby.condition} & shown if body.groupby else shown
    assert grouped - counted <= ordered


@pytest.mark.parametrize("name", QUERIES)
def test_every_parameter_has_its_place(name):
    placed = {found["variable"] for found in LEXEMES.finditer(QUERIES[name].text)}
    assert {parameter.variable for parameter in QUERIES[name].params} <= placed


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_asks_a_question(name):
    assert re.fullmatch(r"[A-Z].*\?", QUERIES[name].question)


def test_no_expected_rows_without_a_query():
    assert {path.stem for path in EXPECTED.iterdir()} == set(QUERIES)


@pytest.mark.parametrize(
    ("name", "params", "shown", "expected"),
    [
        ("accusations", {"accused": "Egypt"}, "accuser", ["Mariam Saleh"]),
        ("accusations", {"accuser": "GNA"}, "accuser", []),
        ("allies", {"actor": "Desert Brigade"}, "enemy_of_enemy", ["Libyan National Army"]),
        ("anonymous", {"actor": "Sirte"}, "source", ["Doha source"]),
        ("attacks", {"attacker": "LNA", "attacked": "GNA", "since": "2019-04-20"}, "account", ["Mariam Saleh"]),
        ("attacks", {"until": "2019-04-19"}, "account", ["The Daily Harbour"]),
        ("attacks", {"attacked": "Gharyan"}, "attacker", [None]),
        ("attacks", {"attacker": "GNA"}, "attacked", []),
        ("backers", {"actor": "Khalifa Haftar"}, "backer", []),
        ("casualties", {"place": "Tripoli"}, "low", [12, None]),
        ("casualties", {"since": "2019-04-20", "until": "2019-05-01"}, "high", [20]),
        ("claims", {"speaker": "Haftar"}, "said", ["negated"]),
        ("commanders", {"actor": "Red Dune Company"}, "depth", [1, 2, 3, 3, 3]),
        ("commanders", {"actor": "Haftar"}, "depth", [1, 1, 1, 2, 3]),
        ("contradictions", {"actor": "Gharyan"}, "denied_by", ["Libyan National Army"]),
        ("evidence", {"subject": "LNA", "relation": "attacks", "object": "GNA"}, "rank", [1, None, 1, 1]),
        ("evidence", {"relation": "LOCATEDIN"}, "words", ["Sallum lies in Egypt."]),
        ("holders", {"place": "Gharyan", "holder": "LNA"}, "relation", ["seizes"]),
        ("members", {"body": "GNA"}, "member", ["Mariam Saleh"]),
        ("members", {"member": "Desert Brigade"}, "body", ["Libyan National Army"]),
        ("names", {"entity": "Haftar"}, "name", ["Haftar"] * 4 + ["Khalifa Haftar"] * 2),
        ("negotiations", {"actor": "LNA"}, "place", ["Geneva"]),
        ("negotiations", {"actor": "Turkey"}, "place", []),
        ("threats", {"actor": "LNA"}, "said", ["planned", "asserted", "possible"]),
        ("withdrawals", {"actor": "LNA", "place": "Tarhuna"}, "day", []),
    ],
)  # fmt: skip
def test_parameters_narrow_the_rows(dataset, name, params, shown, expected):
    assert column(select(dataset, name, params), shown) == expected


def test_a_name_of_several_entities_means_all(dataset):
    assert set(column(select(dataset, "names", {"entity": "Egypt"}), "type")) == {"Place", "State"}


def test_an_iri_or_id_means_one_entity(dataset):
    for iri in set(column(select(dataset, "names", {"entity": "Egypt"}), "entity_iri")):
        for value in (iri, iri.rpartition("/")[2]):
            assert set(column(select(dataset, "names", {"entity": value}), "entity_iri")) == {iri}


def test_commands_that_run_in_a_ring_end(dataset):
    assert column(select(dataset, "backers", {"actor": "Qatar"}), "hops") == [1, 2]


def test_kinds_are_those_that_are_filled():
    assert {parameter.kind for query in QUERIES.values() for parameter in query.params} == set(Kind)
