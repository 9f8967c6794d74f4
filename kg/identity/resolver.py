"""Who is who over all articles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter

from kg.identity.canonical import Tally, canonical_entity
from kg.identity.clusters import Clusters
from kg.identity.derivation import signatures_of
from kg.identity.joining import Joining
from kg.identity.keys import components
from kg.identity.short_names import join_forces, join_short_names
from kg.identity.signature import Signature, by_reference
from kg.identity.variants import join_identities, join_variants
from kg.model import CANONICAL, MACHINE, Judgement, KnowledgeGraph, Outcome, Resolution

_CONTRADICTION = "persons judged them the same, and judged them, or those they are one with, different"
_HALF = Decimal("0.50")


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who is who in one component.

    Args:
        clusters: The sets of signatures that are one.
        judgements: The machine's, sorted: same where they joined two sets, unsure where they left them apart.
    """

    clusters: tuple[tuple[Signature, ...], ...]
    judgements: tuple[Judgement, ...]


def resolve(graph: KnowledgeGraph) -> Resolution:
    """The canonical entities of a graph and the judgements that joined them.

    Persons' judgements win: what they judge different (or unsure) is kept apart whatever would join it, what they judge
    the same is joined, and the machine does the rest. The order of the articles has no influence.
    """
    judged = judged_alone(graph.judgements)
    members: defaultdict[Signature, list[str]] = defaultdict(list)
    tallies: defaultdict[Signature, Tally] = defaultdict(Tally)
    for article_graph in graph.articles:
        signatures = signatures_of(article_graph, judged)
        for entity in article_graph.entities:
            members[signatures[entity.id]].append(entity.id)
            tallies[signatures[entity.id]].count(entity)
    connected = components(members, graph.judgements)
    concerning = _concerning(connected, graph.judgements)
    resolved = [resolve_component(each, concerning[place]) for place, each in enumerate(connected)]
    entities = [
        canonical_entity(cluster, tallies, (one for signature in cluster for one in members[signature]))
        for each in resolved
        for cluster in each.clusters
    ]
    return Resolution(
        entities=tuple(sorted(entities, key=attrgetter("id"))),
        judgements=_sorted(judgement for each in resolved for judgement in each.judgements),
        canonical=dict(sorted((one, entity.id) for entity in entities for one in entity.members)),
    )


def judged_alone(judgements: Iterable[Judgement]) -> frozenset[str]:
    """The ids of the entities of articles that persons judged for themselves."""
    persons = (each for each in judgements if each.by != MACHINE)
    return frozenset(one for each in persons for one in (each.left, each.right) if not one.startswith(CANONICAL))


def _concerning(
    connected: Iterable[tuple[Signature, ...]], judgements: Iterable[Judgement]
) -> defaultdict[int, list[Judgement]]:
    """The persons' judgements of each component, by its place."""
    home = {name: place for place, each in enumerate(connected) for name in by_reference(each)} if judgements else {}
    found: defaultdict[int, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        if judgement.by != MACHINE and judgement.left in home and judgement.right in home:
            found[home[judgement.left]].append(judgement)
    return found


def resolve_component(signatures: Iterable[Signature], judgements: Iterable[Judgement] = ()) -> Resolved:
    """Who is who among the signatures of a component; judgements of others are passed over."""
    ordered = tuple(sorted(signatures))
    if len(ordered) == 1:
        return Resolved((ordered,), ())
    by_id = {signature.id: signature for signature in ordered}
    joining = Joining(ordered, Clusters(by_id))
    _obey(joining, judgements)
    join_identities(joining)
    join_variants(joining)
    join_short_names(joining)
    join_forces(joining)
    clusters = (tuple(by_id[one] for one in ids) for ids in joining.clusters.members().values())
    return Resolved(tuple(clusters), _sorted(_standing(joining)))


def _obey(joining: Joining, judgements: Iterable[Judgement]) -> None:
    """Do as persons judged; a pair judged the same stays apart if that would join what was judged different."""
    clusters = joining.clusters
    found = by_reference(joining.signatures)
    persons = [each for each in sorted(judgements) if each.by != MACHINE]
    known = [
        (found[each.left].id, found[each.right].id, each)
        for each in persons
        if each.left in found and each.right in found and found[each.left] != found[each.right]
    ]
    for left, right, each in known:
        if each.outcome is Outcome.DIFFERENT:
            clusters.keep_apart(left, right)
    for left, right, each in known:
        if each.outcome is Outcome.SAME and not clusters.join(left, right) and clusters.of(left) != clusters.of(right):
            joining.judgements.append(Judgement(each.left, each.right, Outcome.UNSURE, MACHINE, _CONTRADICTION, _HALF))
    for left, right, each in known:
        if each.outcome is Outcome.UNSURE and clusters.of(left) != clusters.of(right):
            clusters.keep_apart(left, right)


def _standing(joining: Joining) -> list[Judgement]:
    """The judgements without those unsure ones that later judgements, or persons, have decided."""
    found: Mapping[str, Signature] = by_reference(joining.signatures)
    return [each for each in joining.judgements if each.outcome is Outcome.SAME or _is_open(each, joining, found)]


def _is_open(unsure: Judgement, joining: Joining, found: Mapping[str, Signature]) -> bool:
    left, right = found[unsure.left], found[unsure.right]
    if joining.root(left) == joining.root(right):
        return False
    return joining.may_join(left, right) or unsure.reason == _CONTRADICTION


def _sorted(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    return tuple(sorted(set(judgements), key=attrgetter("left", "right", "outcome", "reason")))
