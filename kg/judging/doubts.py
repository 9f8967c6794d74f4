"""What is left for a person to decide: pairs that the machine is unsure of, with what articles tell of both."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from kg.judging.naming import entity_of
from kg.model import CANONICAL, Judgement, Outcome
from kg.rdf.catalogue import Catalogue
from kg.rdf.ledger import Ledger
from kg.rdf.portraits import Portrait, portrait


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two entities that the machine judged.

    Args:
        left: What judgements call the one.
        right: What they call the other.
        entities: The ids of both over all articles.
        score: How sure the machine is that they are one.
        reasons: What speaks for and against it.
    """

    left: str
    right: str
    entities: tuple[str, str]
    score: Decimal
    reasons: tuple[str, ...]

    def portraits(self, catalogue: Catalogue) -> tuple[Portrait, Portrait]:
        """What articles tell of both."""
        one, other = (reference.removeprefix(CANONICAL) for reference in (self.left, self.right))
        return portrait(catalogue, self.entities[0], [one]), portrait(catalogue, self.entities[1], [other])


def doubts(catalogue: Catalogue, about: str | None = None) -> list[Doubt]:
    """The pairs of entities that the machine is unsure of, those first that most articles name, then the surest.

    Args:
        catalogue: The store.
        about: The id of the entity that one of each pair shall be; None for all pairs.
    """
    pairs: defaultdict[tuple[str, str], list[Judgement]] = defaultdict(list)
    for each in catalogue.machine_judgements(Outcome.UNSURE):
        left, right = entity_of(catalogue, each.left), entity_of(catalogue, each.right)
        if left and right and (about is None or about in (left, right)):
            pairs[min(left, right), max(left, right)].append(each)
    found = [_doubt(catalogue, judgements) for judgements in pairs.values()]
    return sorted(found, key=lambda each: (-_weight(catalogue, each.entities), -each.score, each.left, each.right))


def waiting(catalogue: Catalogue, ledger: Ledger) -> Iterator[tuple[int | None, Judgement]]:
    """The judgements in force that wait, because no article tells of one side any longer, with their lines."""
    for judgement, line in ledger.standing.items():
        if None in (entity_of(catalogue, judgement.left), entity_of(catalogue, judgement.right)):
            yield line, judgement


def _doubt(catalogue: Catalogue, judgements: Iterable[Judgement]) -> Doubt:
    ordered = sorted(judgements, key=lambda each: (-each.score, each))
    best = ordered[0]
    entities = (entity_of(catalogue, best.left) or "", entity_of(catalogue, best.right) or "")
    return Doubt(best.left, best.right, entities, best.score, tuple(dict.fromkeys(each.reason for each in ordered)))


def _weight(catalogue: Catalogue, entities: Iterable[str]) -> int:
    """How often articles name both."""
    return sum(map(catalogue.bearing, entities))
