"""The ontology's terms, against the model and the vocabulary that the RDF is written with."""

from itertools import chain

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef

from kg.model import SYMMETRIC, EntityType, EventKind, Factuality, Outcome, Relation, Status, TimePrecision
from kg.rdf import vocabulary
from kg.resources import resource

KG = Namespace(vocabulary.KG)
FILES = ("conflict", "shapes", "alignments", "schemes")


def parsed(name: str) -> Graph:
    return Graph().parse(data=resource("ontology", f"{name}.ttl").read_text("utf-8"), format="turtle")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return parsed("conflict")


@pytest.fixture(scope="module")
def terms(ontology) -> set[URIRef]:
    return {subject for subject in ontology.subjects() if isinstance(subject, URIRef) and subject in KG}


def written_terms() -> set[URIRef]:
    """What the RDF is written with."""
    constants = {value for value in vars(vocabulary).values() if isinstance(value, str)}
    kinds = (EntityType, Relation, Factuality, Status, TimePrecision, Outcome, EventKind)
    members = {vocabulary.term(member) for member in chain.from_iterable(kinds)}
    return {URIRef(value) for value in constants | members if value in KG and value != vocabulary.KG}


def test_every_term_that_is_written_is_defined(terms):
    assert written_terms() - terms == set()


def test_every_term_that_is_defined_is_written_or_orders_those_that_are(ontology, terms):
    inverses = set(ontology.objects(None, OWL.inverseOf))
    classes_of_values = {KG.Relation, KG.Factuality, KG.Status, KG.TimePrecision, KG.Outcome, KG.EventKind}
    broader_classes = set(ontology.objects(None, RDFS.subClassOf))
    assert terms - written_terms() - inverses - classes_of_values - broader_classes == set()


@pytest.mark.parametrize("name", FILES)
def test_every_file_names_its_version_and_uses_defined_terms_only(name, terms):
    graph = parsed(name)
    (itself,) = graph.subjects(RDF.type, OWL.Ontology)
    assert str(graph.value(itself, OWL.versionIRI)) == f"{itself}/{vocabulary.VERSION}"
    used = {term for triple in graph for term in triple if isinstance(term, URIRef) and term in KG}
    assert used - terms == set()


def test_the_version_is_the_one_that_stores_are_written_in(ontology):
    assert str(ontology.value(URIRef(vocabulary.ONTOLOGY), OWL.versionIRI)) == vocabulary.VERSION_IRI


def test_labels_tell_terms_apart(ontology, terms):
    labels = [str(ontology.value(term, RDFS.label)) for term in terms]
    assert len(set(labels)) == len(labels)


def test_the_relations_are_those_of_the_model(ontology):
    assert {str(term) for term in ontology.subjects(RDF.type, KG.Relation)} == set(map(vocabulary.term, Relation))


def test_the_symmetric_relations_are_those_of_the_model(ontology):
    assert {str(term) for term in ontology.subjects(RDF.type, OWL.SymmetricProperty)} == {
        vocabulary.term(relation) for relation in SYMMETRIC
    }


def test_an_inverse_swaps_domain_and_range(ontology):
    for relation, inverse in ontology.subject_objects(OWL.inverseOf):
        assert ontology.value(inverse, RDFS.domain) == ontology.value(relation, RDFS.range)
        assert ontology.value(inverse, RDFS.range) == ontology.value(relation, RDFS.domain)


def test_the_types_are_entities(ontology):
    for each in EntityType:
        assert KG.Entity in set(ontology.transitive_objects(KG[each.value], RDFS.subClassOf))


def test_a_union_is_above_each_of_its_parts(ontology):
    for union, first in ontology.subject_objects(OWL.unionOf):
        for part in ontology.items(first):
            assert union in set(ontology.transitive_objects(part, RDFS.subClassOf))


@pytest.mark.parametrize("kind", [Factuality, Status, TimePrecision, Outcome, EventKind])
def test_the_values_are_those_of_the_model(ontology, kind):
    assert {str(term) for term in ontology.subjects(RDF.type, KG[kind.__name__])} == set(map(vocabulary.term, kind))


# The ends of relations as the annotation guidelines give them.
ENDS = {
    "commands": ("Actor", "Actor"),
    "memberOf": ("Actor", "Actor"),
    "alliedWith": ("Actor", "Actor"),
    "backedBy": ("Actor", "Actor"),
    "attacks": ("Actor", "Entity"),
    "clashesWith": ("Actor", "Actor"),
    "seizes": ("Actor", "PlaceOrEquipment"),
    "controls": ("Actor", "Place"),
    "withdrewFrom": ("Actor", "Place"),
    "repels": ("Actor", "Actor"),
    "deploysTo": ("Actor", "ActorOrPlace"),
    "kills": ("ActorOrEquipment", "PersonOrGroup"),
    "injures": ("ActorOrEquipment", "PersonOrGroup"),
    "detains": ("Actor", "PersonOrGroup"),
    "threatens": ("Actor", "ActorOrPlace"),
    "negotiatesWith": ("Actor", "Actor"),
    "accuses": ("Actor", "Actor"),
    "opposes": ("Actor", "Actor"),
    "locatedIn": ("Place", "Place"),
}


@pytest.mark.parametrize("relation", Relation)
def test_the_ends_of_a_relation(ontology, relation):
    term = KG[relation.value]
    assert (ontology.value(term, RDFS.domain), ontology.value(term, RDFS.range)) == tuple(
        KG[name] for name in ENDS[relation.value]
    )


def test_every_concept_of_the_schemes_is_defined_and_mapped_to_relations():
    schemes = parsed("schemes")
    relations = {URIRef(vocabulary.term(relation)) for relation in Relation}
    concepts = set(schemes.subjects(RDF.type, SKOS.Concept))
    for concept in concepts:
        assert len(set(schemes.objects(concept, SKOS.definition))) == 1
        assert len(set(schemes.objects(concept, SKOS.notation))) == 1
        mapped = {*schemes.objects(concept, SKOS.closeMatch), *schemes.objects(concept, SKOS.relatedMatch)}
        assert mapped
        assert mapped <= relations
    assert set(schemes.objects(None, SKOS.broader)) <= concepts


def test_every_event_relation_has_a_code():
    schemes = parsed("schemes")
    mapped = {*schemes.objects(None, SKOS.closeMatch), *schemes.objects(None, SKOS.relatedMatch)}
    states = {Relation.COMMANDS, Relation.MEMBER_OF, Relation.LOCATED_IN}
    assert {URIRef(vocabulary.term(relation)) for relation in Relation if relation not in states} <= mapped


VOCABULARIES = {
    "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "http://www.w3.org/ns/prov#",
    "http://www.w3.org/ns/oa#",
    "http://www.w3.org/2006/time#",
    "http://www.opengis.net/ont/geosparql#",
    "http://www.w3.org/ns/org#",
    "http://xmlns.com/foaf/0.1/",
    "https://schema.org/",
}


def test_the_alignments_lead_from_our_terms_to_each_vocabulary():
    graph = parsed("alignments")
    mappings = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, SKOS.relatedMatch)
    pairs = [pair for mapping in mappings for pair in graph.subject_objects(mapping)]
    assert all(ours in KG for ours, _ in pairs)
    reached = {start for _, theirs in pairs for start in VOCABULARIES if str(theirs).startswith(start)}
    assert reached == VOCABULARIES
    assert len(pairs) == len(graph) - 4  # the rest is about the file itself
