"""The state of resolving: the sets of entities so far, and the machine's judgements that made them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.merge.candidates import Profile
from kg.merge.clusters import Clusters
from kg.merge.scoring import Finding, score
from kg.merge.union import MACHINE
from kg.model import Judgement, Outcome

# Heads of one block that an entity is compared with: only persons' judgements make more than a few.
_MOST_HEADS = 8


@dataclass(slots=True)
class Joining:
    """What is known of each entity by its id, the sets so far, and the machine's judgements about them."""

    profiles: Mapping[str, Profile]
    clusters: Clusters
    judgements: list[Judgement] = field(default_factory=list)

    def judge(self, left: str, right: str, findings: list[Finding]) -> bool:
        """Weigh findings about two entities and join their sets if that is what follows; whether they are one now."""
        if self.clusters.of(left) == self.clusters.of(right):
            return True
        outcome, value, reason = score(*findings)
        if outcome is Outcome.DIFFERENT or not self.clusters.may_join(left, right):
            return False
        first, second = sorted((left, right))
        self.judgements.append(Judgement(first, second, outcome, MACHINE, reason, value))
        return outcome is Outcome.SAME and self.clusters.join(left, right)

    def join_block(self, ids: Iterable[str], findings: list[Finding]) -> None:
        """Join each entity to the first head it can be joined to, and make it a head if there is none.

        So the time for a block of entities that share a key grows with its size and not with the number of its pairs.
        """
        heads: list[str] = []
        for one in ids:
            if not any(self.judge(head, one, findings) for head in heads[:_MOST_HEADS]):
                heads.append(one)

    def against_types(self, left: str, right: str) -> list[Finding]:
        """What speaks against joining bodies of different types because of a mere variant of a name."""
        types = sorted({self.profiles[each].entity.type.value for each in (left, right)})
        return [Finding("other type", " and the other ".join(types))] if len(types) > 1 else []


def against_rivals(rivals: Iterable[str]) -> list[Finding]:
    """What speaks against joining by a name that others bear too; `rivals` are their names."""
    named = ", ".join(f'"{name}"' for name in rivals)
    return [Finding("others of that name", named)] if named else []
