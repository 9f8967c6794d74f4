"""What follows from a graph, as quads."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kg.model import (
    CanonicalEntity,
    EntityType,
    Event,
    EventKind,
    Join,
    KnowledgeGraph,
    Location,
    Period,
    Relation,
    Resolution,
    Statement,
    Status,
    Support,
    Toll,
)
from kg.rdf import iris
from kg.rdf import vocabulary as v
from kg.rdf.derived import derived_quads

GNA, GHARYAN, LNA = "gna-1", "gharyan-1", "lna-1"


COUNTS = ("articles", "outlets", "voices", "speakers", "assertingVoices", "denyingVoices")


def derive(*statements, judgements=(), events=()):
    return list(derived_quads(KnowledgeGraph(), Resolution(judgements=judgements), {}, statements, events))


def edges(quads):
    return {
        (quad.graph_name.value, *(term.value for term in quad.triple))
        for quad in quads
        if quad.graph_name.value in (iris.EDGES_GRAPH, iris.CLAIMED_EDGES_GRAPH)
    }


@pytest.mark.parametrize(
    ("status", "direct", "expected"),
    [
        (Status.ASSERTED, True, iris.EDGES_GRAPH),
        (Status.DISPUTED, True, iris.EDGES_GRAPH),
        (Status.DISPUTED, False, iris.CLAIMED_EDGES_GRAPH),
        (Status.CLAIMED, False, iris.CLAIMED_EDGES_GRAPH),
        (Status.DENIED, False, None),
        (Status.PLANNED, False, None),
        (Status.POSSIBLE, False, None),
    ],
)
def test_an_edge_stands_in_the_graph_of_who_asserts_it(status, direct, expected):
    statement = Statement("s", GNA, Relation.SEIZES, GHARYAN, ("a",), status, direct=direct)
    triple = (iris.canonical_entity(GNA), f"{v.KG}seizes", iris.canonical_entity(GHARYAN))
    assert edges(derive(statement)) == ({(expected, *triple)} if expected else set())


def test_a_statement_without_a_subject_has_no_edge():
    statement = Statement("s", None, Relation.KILLS, GHARYAN, ("a",), Status.ASSERTED, direct=True)
    quads = derive(statement)
    assert edges(quads) == set()
    assert not [quad for quad in quads if quad.predicate.value == v.RDF_SUBJECT]


def test_a_symmetric_relation_has_one_edge_in_the_order_of_its_statement():
    statement = Statement("s", LNA, Relation.CLASHES_WITH, GNA, ("a",), Status.ASSERTED, direct=True)
    expected = (iris.EDGES_GRAPH, iris.canonical_entity(LNA), f"{v.KG}clashesWith", iris.canonical_entity(GNA))
    assert edges(derive(statement)) == {expected}


def test_a_statement_is_written_with_who_attests_claims_and_denies_it():
    statement = Statement(
        "s", GNA, Relation.SEIZES, GHARYAN, ("a", "b"), Status.DISPUTED, claimants=(GNA,), deniers=(LNA,)
    )
    written = {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in derive(statement)
        if quad.graph_name.value == iris.STATEMENTS_GRAPH
    }
    subject = iris.statement("s")
    assert written == {
        (subject, v.RDF_TYPE, v.STATEMENT_CLASS),
        (subject, v.RDF_SUBJECT, iris.canonical_entity(GNA)),
        (subject, v.RDF_PREDICATE, f"{v.KG}seizes"),
        (subject, v.RDF_OBJECT, iris.canonical_entity(GHARYAN)),
        (subject, v.STATUS, f"{v.KG}disputed"),
        *((subject, f"{v.KG}{count}", "0") for count in COUNTS),
        (iris.attestation("a"), v.ATTESTS, subject),
        (iris.attestation("b"), v.ATTESTS, subject),
        (iris.canonical_entity(GNA), v.CLAIMS, subject),
        (iris.canonical_entity(LNA), v.DENIES, subject),
    }


def written(quads, graph):
    """The values of each subject and property of a graph, with the names alone of properties."""
    found = {}
    for quad in quads:
        if quad.graph_name.value == graph:
            name = quad.predicate.value.rpartition("#")[2]
            found.setdefault((quad.subject.value, name), []).append(quad.object.value)
    return found


def test_the_other_ids_of_an_entity_lead_to_the_one_that_counts():
    haftar = CanonicalEntity("haftar-1", "Haftar", EntityType.PERSON, ("Haftar",), ("a",), replaces=("hifter-2",))
    quads = list(derived_quads(KnowledgeGraph(), Resolution((haftar,)), {}, (), ()))
    replaced = {(quad.subject.value, quad.object.value) for quad in quads if "isReplacedBy" in quad.predicate.value}
    assert replaced == {(iris.canonical_entity("hifter-2"), iris.canonical_entity("haftar-1"))}


def test_a_place_is_written_with_its_number_and_coordinates():
    known = CanonicalEntity(
        "g-1",
        "Gharyan",
        EntityType.PLACE,
        ("Gharyan",),
        ("a",),
        location=Location(2217362, Decimal("32.17"), Decimal(13)),
    )
    country = replace(known, id="l-2", location=Location(2215636))
    quads = list(derived_quads(KnowledgeGraph(), Resolution((known, country)), {}, (), ()))
    place, state = map(iris.canonical_entity, ("g-1", "l-2"))
    told = {(quad.subject.value, quad.predicate.value): quad.object.value for quad in quads}
    assert told[place, v.SKOS_EXACT_MATCH] == "https://sws.geonames.org/2217362/"
    assert (told[place, v.LATITUDE], told[place, v.LONGITUDE]) == ("32.17", "13")
    assert told[state, v.SKOS_EXACT_MATCH] == "https://sws.geonames.org/2215636/"
    assert (state, v.LATITUDE) not in told


def test_a_statement_is_written_with_how_many_tell_it_and_when_it_held():
    day = date(2020, 3, 2)
    periods = (Period(day, day, date(2020, 4, 1), "b"), Period(date(2020, 5, 1), date(2020, 5, 2)))
    statement = Statement(
        "s", GNA, Relation.CONTROLS, GHARYAN, ("a",), Status.ASSERTED, support=Support(3, 2, 2, 1),
        asserting=Support(2, 2, 2, 1), denying=Support(1, 1, 1, 0), first=day, last=date(2020, 5, 2), periods=periods,
    )  # fmt: skip
    found = written(derive(statement), iris.STATEMENTS_GRAPH)
    subject, first, second = iris.statement("s"), iris.period("s", 1), iris.period("s", 2)
    assert [found[subject, count] for count in COUNTS] == [["3"], ["2"], ["2"], ["1"], ["2"], ["1"]]
    assert (found[subject, "firstDay"], found[subject, "lastDay"]) == (["2020-03-02"], ["2020-05-02"])
    assert found[subject, "period"] == [first, second]
    assert [found[first, name] for name in ("since", "until", "ended", "endedBy")] == [
        ["2020-03-02"], ["2020-03-02"], ["2020-04-01"], [iris.attestation("b")]
    ]  # fmt: skip
    assert (second, "ended") not in found


def test_an_event_is_written_with_all_that_is_known_of_it():
    day = date(2020, 3, 2)
    join = Join("a", "b", "both name the place Gharyan", Decimal("0.50"))
    tolls = (Toll(Relation.KILLS, 5, 9, 2), Toll(Relation.INJURES, None, 20, 1))
    event = Event(
        "e", "attack", EventKind.ATTACK, ("a", "b"), (LNA,), (GNA,), (GHARYAN,), day, day, True, Status.CLAIMED,
        Support(2, 1, 2, 1), tolls, (join,),
    )  # fmt: skip
    quads = derive(events=(event,))
    found = written(quads, iris.EVENTS_GRAPH)
    subject = iris.event("e")
    expected = {
        "kind": f"{v.KG}attack", "status": f"{v.KG}claimed", "dated": "true", "earliest": "2020-03-02",
        "latest": "2020-03-02", "articles": "2", "outlets": "1", "voices": "2", "speakers": "1",
        "actor": iris.canonical_entity(LNA), "target": iris.canonical_entity(GNA),
        "scene": iris.canonical_entity(GHARYAN), "leastKilled": "5", "mostKilled": "9", "mostInjured": "20",
        "reason": "both name the place Gharyan",
    }  # fmt: skip
    assert {name: found[subject, name] for name in expected} == {name: [value] for name, value in expected.items()}
    assert (subject, "leastInjured") not in found
    assert found[iris.attestation("a"), "reports"] == found[iris.attestation("b"), "reports"] == [subject]


def test_an_article_has_the_voice_of_its_near_copies():
    quads = derived_quads(KnowledgeGraph(), Resolution(), {"2b": "1a", "1a": "1a"}, (), ())
    found = written(quads, iris.VOICES_GRAPH)
    assert found[iris.article("1a"), "voice"] == found[iris.article("2b"), "voice"] == [iris.voice("1a")]
