"""The state of resolving one component: the sets of signatures so far, and the machine's judgements that made them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from kg.identity.clusters import Clusters
from kg.identity.features import Finding, score
from kg.identity.keys import PERSON
from kg.identity.signature import Signature, reference
from kg.link.identity_value import Identity
from kg.model import MACHINE, Judgement, Outcome

# Heads of one block that a signature is compared with: only persons' judgements make more than a few.
_MOST_HEADS = 8

LONGEST_CAREER = 40
"""Years between the decades of articles in which one person can still be at work."""


@dataclass
class Joining:
    """The signatures of a component, sorted; the sets so far, by ids; the machine's judgements about them."""

    signatures: tuple[Signature, ...]
    clusters: Clusters
    judgements: list[Judgement] = field(default_factory=list)

    @cached_property
    def by_identity(self) -> dict[Identity, list[Signature]]:
        """The signatures of each identity."""
        blocks: defaultdict[Identity, list[Signature]] = defaultdict(list)
        for signature in self.signatures:
            for identity in signature.identities:
                blocks[identity].append(signature)
        return {identity: blocks[identity] for identity in sorted(blocks)}

    def root(self, signature: Signature) -> str:
        """The id that stands for the set of a signature."""
        return self.clusters.of(signature.id)

    def may_join(self, left: Signature, right: Signature) -> bool:
        """Whether nothing keeps the sets of the two apart."""
        return self.clusters.may_join(left.id, right.id)

    def judge(self, left: Signature, right: Signature, findings: list[Finding]) -> bool:
        """Weigh findings about two signatures and join their sets if that follows; whether they are one now."""
        if self.root(left) == self.root(right):
            return True
        outcome, value, reason = score(*findings)
        if outcome is Outcome.DIFFERENT or not self.may_join(left, right):
            return False
        first, second = sorted(map(reference, (left, right)))
        self.judgements.append(Judgement(first, second, outcome, MACHINE, reason, value))
        return outcome is Outcome.SAME and self.clusters.join(left.id, right.id)

    def join_block(self, block: Iterable[Signature], findings: list[Finding]) -> None:
        """Join each signature to the first head it can be joined to, and make it a head if there is none.

        So the time for a block of signatures that share a key grows with its size and not with the number of its pairs.
        """
        heads: list[Signature] = []
        for one in block:
            if not any(
                self.judge(head, one, [*findings, *against_homonyms(head, one)]) for head in heads[:_MOST_HEADS]
            ):
                heads.append(one)


def against_types(left: Signature, right: Signature) -> list[Finding]:
    """What speaks against joining bodies of different types because of a mere variant of a name."""
    types = sorted({left.type, right.type} - {""})
    return [Finding("other type", " and the other ".join(types))] if len(types) > 1 else []


def against_homonyms(left: Signature, right: Signature) -> list[Finding]:
    """What speaks against two persons of one name being one: other countries, or more years than one acts for."""
    findings = []
    homes = sorted({left.home, right.home} - {""})
    if left.family == PERSON and len(homes) > 1:
        findings.append(Finding("other country", " and the other of ".join(homes)))
    years = abs(left.decade - right.decade)
    if left.decade and right.decade and years > LONGEST_CAREER:
        findings.append(Finding("other time", str(years)))
    return findings


def against_rivals(rivals: Iterable[str]) -> list[Finding]:
    """What speaks against joining by a name that others bear too; `rivals` are their names."""
    named = ", ".join(f'"{name}"' for name in rivals)
    return [Finding("others of that name", named)] if named else []
