"""How each statement stands over all articles."""

from collections import defaultdict
from collections.abc import Iterable

from kg.model import (
    SYMMETRIC,
    Attestation,
    Factuality,
    KnowledgeGraph,
    Relation,
    Resolution,
    Statement,
    Status,
    digest,
)

_Said = tuple[str | None, Relation, str]


def to_statements(graph: KnowledgeGraph, resolution: Resolution) -> tuple[Statement, ...]:
    """The statements that the attestations of a graph attest, sorted by id.

    Attestations are of one statement if their relation and, once resolved, their subjects and objects are the same; of
    a symmetric relation the smaller id is the subject.
    """
    attested: defaultdict[_Said, list[Attestation]] = defaultdict(list)
    for article_graph in graph.articles:
        for attestation in article_graph.attestations:
            attested[_said(attestation, resolution)].append(attestation)
    statements = (_statement(said, attestations, resolution) for said, attestations in attested.items())
    return tuple(sorted(statements, key=lambda statement: statement.id))


def _said(attestation: Attestation, resolution: Resolution) -> _Said:
    subject = resolution.canonical[attestation.subject.entity] if attestation.subject else None
    target = resolution.canonical[attestation.object.entity]
    if attestation.relation in SYMMETRIC and subject is not None and target < subject:
        subject, target = target, subject
    return subject, attestation.relation, target


def _statement(said: _Said, attestations: list[Attestation], resolution: Resolution) -> Statement:
    subject, relation, target = said
    return Statement(
        id=digest(subject, relation, target),
        subject=subject,
        relation=relation,
        object=target,
        attestations=tuple(sorted({attestation.id for attestation in attestations})),
        status=_status(attestations),
        claimants=_speakers(attestations, Factuality.ASSERTED, resolution),
        deniers=_speakers(attestations, Factuality.NEGATED, resolution),
        direct=any(map(_is_own_voice, attestations)),
    )


def _status(attestations: Iterable[Attestation]) -> Status:
    found = {attestation.factuality for attestation in attestations}
    if Factuality.ASSERTED in found:
        if Factuality.NEGATED in found:
            return Status.DISPUTED
        return Status.ASSERTED if any(map(_is_own_voice, attestations)) else Status.CLAIMED
    if found == {Factuality.NEGATED}:
        return Status.DENIED
    return Status.PLANNED if Factuality.PLANNED in found else Status.POSSIBLE


def _is_own_voice(attestation: Attestation) -> bool:
    """Whether the article itself asserts it."""
    return attestation.factuality is Factuality.ASSERTED and not attestation.attributed_to


def _speakers(attestations: list[Attestation], factuality: Factuality, resolution: Resolution) -> tuple[str, ...]:
    """The innermost speakers who say it with that force: an outer speaker only says that they do."""
    speaking = (each.attributed_to[0] for each in attestations if each.attributed_to and each.factuality is factuality)
    return tuple(sorted({resolution.canonical[speaker] for speaker in speaking}))
