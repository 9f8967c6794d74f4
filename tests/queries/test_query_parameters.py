"""What a query is told: names, dates, relations; and that none of it becomes SPARQL."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Dataset

from kg.errors import QueryError
from kg.query import select
from kg.query.library import find_query, read_query
from kg.query.parameters import fill_parameters

pytestmark = pytest.mark.filterwarnings(r"ignore:Dataset\.\w+ is deprecated:DeprecationWarning")  # by rdflib itself

WHO = """# Who is it?
# params: who | entity | required | whose name
SELECT ?name WHERE { VALUES ?who_iri { UNDEF } ?who_iri rdfs:label ?name }"""
WHEN = """# When?
# params: day | date | optional | which day
SELECT ?day WHERE { VALUES ?day { UNDEF } }"""
HOW = """# params: relation | relation | optional | which relation
SELECT ?relation_iri WHERE { VALUES ?relation_iri { kg:attacks } }"""


@pytest.mark.parametrize(
    "name", ["Khalifa Haftar", "Haftar", "HAFTAR", "khalifa  haftar", " the Haftar ", "Haftar's", "a Haftar", "Hāftar"]
)
def test_an_entity_is_found_by_any_of_its_names(dataset, name):
    assert select(dataset, WHO, {"who": name}).rows == (("Khalifa Haftar",),)


def test_a_name_that_nobody_bears_gives_the_nearest(dataset):
    with pytest.raises(QueryError) as caught:
        select(dataset, WHO, {"who": "Kalifa Hafter"})
    assert str(caught.value).startswith(
        'who: nothing in the graph is called "Kalifa Hafter"; the nearest names are "Khalifa Haftar"'
    )


@pytest.mark.parametrize("name", ["", "!!!", '" } UNION { ?s ?p ?o', "> . ?s ?p ?o . <", "UNDEF", "?who_iri", "x\n} #"])
def test_a_name_never_becomes_sparql(dataset, name):
    with pytest.raises(QueryError, match="nothing in the graph is called"):
        select(dataset, WHO, {"who": name})


@given(st.text())
def test_no_text_becomes_sparql(oxigraph, text):
    for query, name in ((WHO, "who"), (WHEN, "day"), (HOW, "relation")):
        try:
            assert len(select(oxigraph, query, {name: text}).rows) <= 2
        except QueryError as error:
            assert error.remedy


def test_an_empty_graph_names_nobody():
    with pytest.raises(QueryError, match="the graph names nobody"):
        select(Dataset(default_union=True), WHO, {"who": "Haftar"})


@pytest.mark.parametrize(
    "day", ["2019-02-30", "2019-6-1", "20190601", "yesterday", "", "2019-06-01T00:00:00", "٢٠١٩-٠٦-٠١"]
)
def test_a_date_is_checked(dataset, day):
    with pytest.raises(QueryError, match="is no date; write year-month-day"):
        select(dataset, WHEN, {"day": day})


def test_a_date_is_a_date(dataset):
    assert [str(cell) for row in select(dataset, WHEN, {"day": " 2019-06-01"}).rows for cell in row] == ["2019-06-01"]


def test_a_relation_is_one_of_the_ontology(dataset):
    assert select(dataset, HOW, {"relation": "backedby"}).rows == (("https://w3id.org/conflict-kg/ontology#backedBy",),)
    with pytest.raises(QueryError, match='"loves" is no relation; the relations are accuses, alliedWith'):
        select(dataset, HOW, {"relation": "loves"})


def test_what_is_left_out_keeps_its_default(dataset):
    assert select(dataset, HOW).rows == (("https://w3id.org/conflict-kg/ontology#attacks",),)


def test_unknown_and_missing_parameters_say_what_is_expected(dataset):
    with pytest.raises(QueryError) as caught:
        select(dataset, "changes", {"since": "2019-06-01", "actor": "GNA"})
    assert str(caught.value) == (
        'changes: no parameter is called "actor"; the parameters are since (date, required), until (date, required)'
    )
    with pytest.raises(QueryError, match="changes: a parameter is missing: until; the parameters are since"):
        select(dataset, "changes", {"since": "2019-06-01"})
    with pytest.raises(QueryError, match="the query takes no parameters"):
        select(dataset, "unbacked", {"actor": "GNA"})


def test_a_declared_parameter_needs_its_place(dataset):
    query = """# params: who | entity | optional | whose name
        SELECT ?s WHERE { ?s rdfs:label ?who_iri } # VALUES ?who_iri { UNDEF }"""
    with pytest.raises(QueryError, match=r"write VALUES \?who_iri \{ UNDEF \}"):
        select(dataset, query, {"who": "Haftar"})


def test_comments_strings_and_iris_are_no_places(oxigraph):
    query = read_query(
        """# params: day | date | optional | which day
# VALUES ?day { UNDEF }
SELECT ?day WHERE { VALUES ?day { UNDEF } FILTER("VALUES ?day { UNDEF }" != '''VALUES ?day { "'UNDEF }''') }""",
        "",
    )
    assert fill_parameters(oxigraph, query, {"day": "2019-06-01"}) == query.text.replace(
        "VALUES ?day { UNDEF } FILTER",
        'VALUES ?day { "2019-06-01"^^<http://www.w3.org/2001/XMLSchema#date> } FILTER',
    )


@pytest.mark.parametrize(
    "declared", ["who", "who | person | optional | x", "who | entity | maybe | x", "who | entity | optional"]
)
def test_a_parameter_that_is_declared_wrongly_is_refused(declared):
    with pytest.raises(QueryError, match="query:2: a parameter is declared wrongly; write # params: name"):
        read_query(f"# Who?\n# params: {declared}\nSELECT * WHERE {{}}", "")


def test_a_query_is_a_name_a_file_or_text(tmp_path, oxigraph):
    path = tmp_path / "my own.rq"
    path.write_text(WHO, "utf-8")
    assert find_query("attacks").name == "attacks"
    assert find_query(str(path)).params == find_query(WHO).params
    assert find_query(str(path)).question == "Who is it?"
    with pytest.raises(QueryError, match='no query is called "atacks"; the nearest are attacks'):
        find_query("atacks")
    with pytest.raises(QueryError, match=r"none\.rq: the query cannot be read: No such file"):
        find_query(str(tmp_path / "none.rq"))
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(QueryError, match="the query cannot be read: not UTF-8 text"):
        find_query(str(path))
