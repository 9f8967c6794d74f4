"""What a query may not do, and where it is said to be wrong."""

import pytest
from rdflib import Dataset
from rdflib.plugins import sparql

from kg.errors import QueryError
from kg.query import select
from kg.query.guard import blank_out, check_query
from kg.query.library import read_query

pytestmark = pytest.mark.filterwarnings(r"ignore:Dataset\.\w+ is deprecated:DeprecationWarning")  # by rdflib itself

PATTERN = "{ ?s ?p ?o }"


@pytest.mark.parametrize(
    ("query", "line", "cause"),
    [
        (f"SELECT * FROM <file:///etc/hostname> {PATTERN}", 1, "FROM is not allowed"),
        (f"# FROM\nSELECT *\nfrom named <http://localhost/> {PATTERN}", 3, "FROM is not allowed"),
        (f"ASK FROM <file:///etc/hostname> {PATTERN}", 1, "FROM is not allowed"),
        (f"CONSTRUCT WHERE {PATTERN}".replace("WHERE", "FROM <a:b> WHERE"), 1, "FROM is not allowed"),
        (f"SELECT * {{\n SERVICE <http://localhost/> {PATTERN} }}", 2, "SERVICE is not allowed"),
        (f"SELECT * {{ ?s ?p ?o\n FILTER EXISTS {{\n SERVICE SILENT ?g {PATTERN} }} }}", 3, "SERVICE is not allowed"),
        (f"SELECT * {{ {{ SELECT * {{ OPTIONAL {{ service <a:b> {PATTERN} }} }} }} }}", 1, "SERVICE is not allowed"),
        (f"SELECT * {{ ?s ?p 'SERVICE' MINUS {{\n SERVICE ?service {PATTERN} }} }}", 2, "SERVICE is not allowed"),
        (f"SELECT (EXISTS {{ SERVICE <a:b> {PATTERN} }} AS ?x) {PATTERN}", 1, "SERVICE is not allowed"),
        (f"SELECT * {PATTERN} ORDER BY EXISTS {{ SERVICE <a:b> {PATTERN} }}", 1, "SERVICE is not allowed"),
        ("DESCRIBE <a:b>", 1, "DESCRIBE is not allowed"),
        ("# a\n\nLOAD <file:///etc/hostname>", 3, "an update is not allowed"),
        ("PREFIX x: <a:b>\nINSERT DATA { x:a x:b x:c }", 2, "an update is not allowed"),
        ("DELETE WHERE { ?s ?p ?o }", 1, "an update is not allowed"),
        ("CLEAR ALL", 1, "an update is not allowed"),
        ("DROP ALL;\nLOAD <a:b>", 1, "an update is not allowed"),
        ("SELECT * {\n ?s ?p ?o FILTER(?o > 7e-1) }", 2, "a number with an exponent is not allowed"),
        ('SELECT * {\n ?s ?p "\\u0022" }', 2, "a \\u escape is not allowed"),
        ("SELECT * {\n ?s ?p }", 2, "not valid SPARQL at column 2"),
        ("SELCT * { ?s ?p ?o }", 1, 'not valid SPARQL at column 1, near "SELCT"'),
        ("", 1, "not valid SPARQL at column 1"),
        ("# nothing", 1, "not valid SPARQL at column"),
        ("SELECT ?s {\n ?s nobody:knows ?o }", 2, "not valid SPARQL at column"),
        ("SELECT ?s ?p\n{ ?s ?p ?o } GROUP BY ?s", 2, "not valid SPARQL at column 25: the select contains"),
        ("SELECT * { BIND(1 AS ?x) BIND(2 AS ?x) }", 1, "not valid SPARQL at column"),
        ("SELECT * {" + "{" * 2000 + "}" * 2000 + "}", 1, "nested too deeply"),
    ],
)  # fmt: skip
def test_a_query_that_is_wrong_is_refused(query, line, cause):
    with pytest.raises(QueryError) as caught:
        check_query(read_query(query, ""))
    message = str(caught.value)
    assert message.startswith(f"query:{line}: {cause}")
    assert "\n" not in message


def test_a_comment_that_hides_code_from_one_engine_is_seen(tmp_path):
    """Oxigraph ends a comment at a carriage return, rdflib does not."""
    with pytest.raises(QueryError, match="SERVICE is not allowed"):
        select(Dataset(), f"SELECT * {{ # a comment\r SERVICE <http://localhost:1/> {PATTERN}\n }}")


def test_an_error_names_the_file(tmp_path):
    path = tmp_path / "wrong.rq"
    path.write_text("# Who?\r\n# params: a | date | optional | b\r\nSELECT ?s WHERE", "utf-8")
    with pytest.raises(QueryError) as caught:
        select(Dataset(), str(path))
    assert str(caught.value).startswith(f"{path}:3: not valid SPARQL at column")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p 'SERVICE <a:b> {} FROM <a:b> LOAD' } # SERVICE <a:b> {} FROM <a:b>",
        "SELECT ?from ?service ?load { ?from ?service ?load }",
        "PREFIX from: <a:b> SELECT * { ?s from:service from:load }",
        "SELECT * { ?s <http://localhost/FROM#SERVICE> ?o . GRAPH ?g { ?s ?p ?o } }",
        'SELECT * { ?s ?p """a "quoted" # LOAD""" }',
    ],
)
def test_words_that_only_look_forbidden_pass(dataset, query):
    select(dataset, query)


def test_rdflib_loads_nothing_by_itself():
    assert sparql.SPARQL_LOAD_GRAPHS is False


def test_blanking_keeps_positions():
    text = "SELECT ?x # FROM\n{ ?x <http://a#b> '''FROM\n''' , \"\\\"FROM\" , 'FROM' . FILTER(?x < 3 && ?y > 4) }"
    blanked = blank_out(text)
    assert len(blanked) == len(text)
    assert blanked.count("\n") == text.count("\n")
    assert "FROM" not in blanked
    assert blanked.endswith("FILTER(?x < 3 && ?y > 4) }")
