"""The facts that are kept of signatures, canonical entities, attestations, places and reports."""

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import NamedNode

from kg.identity import Signature, Tally, keys_of
from kg.merge.accounts import Account, Said
from kg.merge.reports import Report
from kg.merge.validity import endings_of
from kg.model import CanonicalEntity, Judgement, Period, Relation
from kg.rdf import iris
from kg.rdf import vocabulary as v
from kg.rdf.derivation import records
from kg.rdf.derived import location_facts
from kg.rdf.encode import Fact, judgement_facts, member, text
from kg.rdf.lines import lines_in


def index_facts(signature: Signature, tally: Tally) -> Iterator[Fact]:
    """What the index keeps of a signature: what it is, how many bear it, and under which keys it is found."""
    subject = iris.canonical_entity(signature.id)
    yield subject, v.SIGNATURE, text(records.from_signature(signature))
    yield subject, v.TALLY, text(records.from_tally(tally))
    for key in keys_of(signature):
        yield subject, v.KEY, text(key)


def entity_facts(entity: CanonicalEntity, one: str) -> Iterator[Fact]:
    """What is said of one of the ids of a canonical entity: who it is, or which id replaces it."""
    subject = iris.canonical_entity(one)
    if one != entity.id:
        yield subject, v.DCTERMS_IS_REPLACED_BY, NamedNode(iris.canonical_entity(entity.id))
        return
    yield subject, v.RDF_TYPE, member(entity.type)
    yield subject, v.RDFS_LABEL, text(entity.label)
    for name in entity.names:
        yield subject, v.NAME, text(name)
    if entity.location:
        yield from location_facts(subject, entity.location)


def machine_judgement_facts(judgement: Judgement) -> Iterator[Fact]:
    """What the machine judged."""
    subject = iris.judgement(judgement, machine=True)
    # What tells it from a person's when graph names are lost.
    yield subject, v.RDF_TYPE, NamedNode(v.MACHINE_JUDGEMENT_CLASS)
    yield from judgement_facts(subject, judgement)


def membership_lines(entities: Iterable[str], signature: str, canonical: str) -> Iterator[str]:
    """Which signature entities of articles bear, and which canonical entity they are."""
    subjects = [iris.article_entity(entity) for entity in entities]
    one, whole = NamedNode(iris.canonical_entity(signature)), NamedNode(iris.canonical_entity(canonical))
    yield from lines_in(iris.INDEX_GRAPH, ((subject, v.BEARS, one) for subject in subjects))
    yield from lines_in(iris.RESOLUTION_GRAPH, ((subject, v.RESOLVED_TO, whole) for subject in subjects))


def account_facts(accounts: Iterable[Account]) -> Iterator[Fact]:
    """What the index keeps of attestations."""
    for account in accounts:
        yield iris.attestation(account.attestation.id), v.ACCOUNT, text(records.from_account(account))


def control_facts(said: Said, accounts: Iterable[Account], periods: Sequence[Period]) -> Iterator[Fact]:
    """What the index keeps of the place that a statement is on: from when to when it was held, and what ended that."""
    subject = iris.canonical_entity(said.object)
    if said.relation is Relation.CONTROLS and periods:
        yield subject, v.HELD, text(records.from_held(said, periods))
    for ending in endings_of(said, accounts):
        yield subject, v.ENDING, text(records.from_ending(ending))


def report_facts(report: Report, keys: Iterable[str]) -> Iterator[Fact]:
    """What the index keeps of a report."""
    subject = iris.attestation(report.id)
    yield subject, v.REPORT, text(records.from_report(report))
    for key in keys:
        yield subject, v.REPORT_KEY, text(key)
