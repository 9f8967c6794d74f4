"""How each statement stands over all articles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.merge.accounts import Account, Said, accounts_of, status_of, support_of
from kg.merge.validity import ENDINGS, Ending, Endings, endings_of, periods_of
from kg.model import (
    SYMMETRIC,
    Attestation,
    Factuality,
    KnowledgeGraph,
    Resolution,
    Statement,
)

NO_ENDINGS = Endings()
"""Nothing is told of the end of a state."""


def to_statements(graph: KnowledgeGraph, resolution: Resolution, voices: Mapping[str, str]) -> tuple[Statement, ...]:
    """The statements that the attestations of a graph attest, sorted by id.

    Args:
        graph: The articles.
        resolution: Who is who in them.
        voices: The voice of each article by its digest.
    """
    canonical = resolution.canonical
    told: defaultdict[Said, list[Account]] = defaultdict(list)
    for article_graph in graph.articles:
        for account in accounts_of(article_graph, voices[article_graph.article.digest]):
            told[said_of(account.attestation, canonical)].append(account)
    ending: defaultdict[str, list[Ending]] = defaultdict(list)
    for said, accounts in told.items():
        if said.relation in ENDINGS:
            ending[said.object] += endings_of(said, accounts)
    endings = {place: Endings(each) for place, each in ending.items()}
    statements = (
        statement_of(said, accounts, canonical, endings.get(said.object, NO_ENDINGS)) for said, accounts in told.items()
    )
    return tuple(sorted(statements, key=lambda statement: statement.id))


def said_of(attestation: Attestation, canonical: Mapping[str, str]) -> Said:
    """What an attestation says once its entities are resolved; if symmetric, the smaller id is the subject."""
    subject = canonical[attestation.subject.entity] if attestation.subject else None
    target = canonical[attestation.object.entity]
    if attestation.relation in SYMMETRIC and subject is not None and target < subject:
        subject, target = target, subject
    return Said(subject, attestation.relation, target)


def statement_of(
    said: Said, accounts: Iterable[Account], canonical: Mapping[str, str], endings: Endings = NO_ENDINGS
) -> Statement:
    """One statement, from its own accounts and from what can have ended it.

    Args:
        said: What it says.
        accounts: All that attest it, in any order.
        canonical: The canonical entity of each entity of the articles that attest it.
        endings: What can have ended control of its object.
    """
    told = sorted(accounts, key=lambda each: each.attestation.id)
    asserting = [each for each in told if each.attestation.factuality is Factuality.ASSERTED]
    denying = [each for each in told if each.attestation.factuality is Factuality.NEGATED]
    days = [each.days for each in told if each.days]
    support = support_of(told, canonical)
    return Statement(
        id=said.id,
        subject=said.subject,
        relation=said.relation,
        object=said.object,
        attestations=tuple(dict.fromkeys(each.attestation.id for each in told)),
        status=status_of(told),
        claimants=_speakers(asserting, canonical),
        direct=any(each.is_own_voice for each in told),
        deniers=_speakers(denying, canonical),
        support=support,
        asserting=support if asserting == told else support_of(asserting, canonical),
        denying=support_of(denying, canonical),
        first=min((first for first, _ in days), default=None),
        last=max((last for _, last in days), default=None),
        periods=periods_of(said, told, endings),
    )


def _speakers(accounts: Iterable[Account], canonical: Mapping[str, str]) -> tuple[str, ...]:
    """The innermost speakers: an outer one only says that they do."""
    speaking = (each.attestation.attributed_to for each in accounts)
    return tuple(sorted({canonical[speakers[0]] for speakers in speaking if speakers}))
