"""Who is who over all articles."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from operator import attrgetter

from kg.link.gazetteer import is_demonym
from kg.link.identity import acting_for, identity_of, short_name
from kg.link.names import normal_form
from kg.merge.candidates import by_identity, profiles_of
from kg.merge.clusters import Clusters
from kg.merge.joining import Joining
from kg.merge.short_names import join_forces, join_short_names
from kg.merge.union import MACHINE
from kg.merge.variants import join_identities, join_variants
from kg.model import CanonicalEntity, Entity, EntityType, Judgement, KnowledgeGraph, Outcome, Resolution, digest

_LONGEST_SLUG = 40
# Ten hexadecimal digits: among 100,000 entities of one label two have the same with a probability below 0.5 %.
_HASH_DIGITS = 10
_TYPES = tuple(EntityType)

_CONTRADICTION = "persons judged them the same, and judged them, or those they are one with, different"
_HALF = Decimal("0.50")


def resolve(graph: KnowledgeGraph) -> Resolution:
    """The canonical entities of a graph and the judgements that joined them.

    Persons' judgements win: what they judge different (or unsure) is kept apart whatever would join it, what they judge
    the same is joined, and the machine does the rest. The order of the articles has no influence. The judgements are
    the machine's: of outcome same those that joined two sets of entities, of outcome unsure those that left them apart.
    """
    profiles = profiles_of(graph)
    joining = Joining(profiles, Clusters(profiles))
    _obey(joining, graph.judgements)
    blocks = by_identity(profiles.values())
    join_identities(joining, blocks)
    join_variants(joining, blocks)
    join_short_names(joining)
    join_forces(joining, blocks)
    members = joining.clusters.members().values()
    entities = sorted((_canonical([profiles[one].entity for one in ids]) for ids in members), key=lambda one: one.id)
    return Resolution(
        entities=tuple(entities),
        judgements=tuple(sorted(_standing(joining), key=attrgetter("left", "right", "outcome", "reason"))),
        canonical=dict(sorted((one, entity.id) for entity in entities for one in entity.members)),
    )


def _obey(joining: Joining, judgements: Iterable[Judgement]) -> None:
    """Do as persons judged; a pair judged the same stays apart if that would join what was judged different."""
    clusters = joining.clusters
    persons = [each for each in sorted(judgements) if each.by != MACHINE]
    known = [each for each in persons if each.left in clusters and each.right in clusters and each.left != each.right]
    same = [each for each in known if each.outcome is Outcome.SAME]
    for each in known:
        if each.outcome is Outcome.DIFFERENT:
            clusters.keep_apart(each.left, each.right)
    for each in same:
        if not clusters.join(each.left, each.right) and clusters.of(each.left) != clusters.of(each.right):
            joining.judgements.append(Judgement(each.left, each.right, Outcome.UNSURE, MACHINE, _CONTRADICTION, _HALF))
    for each in known:
        if each.outcome is Outcome.UNSURE and clusters.of(each.left) != clusters.of(each.right):
            clusters.keep_apart(each.left, each.right)


def _standing(joining: Joining) -> set[Judgement]:
    """The judgements without those unsure ones that later judgements have decided."""
    clusters = joining.clusters
    return {
        each
        for each in joining.judgements
        if each.outcome is Outcome.SAME or clusters.of(each.left) != clusters.of(each.right)
    }


def _canonical(members: list[Entity]) -> CanonicalEntity:
    """What several entities are as one; the id follows from them alone."""
    votes = Counter(member.type for member in members)
    entity_type = max(votes, key=lambda each: (votes[each], -_TYPES.index(each)))
    names = Counter(name for member in members for name in member.names)
    label = min(names, key=lambda name: _label_order(name, entity_type, names[name]))
    slug = normal_form(label).replace(" ", "-")[:_LONGEST_SLUG].strip("-") or entity_type.value.lower()
    ids = tuple(sorted(member.id for member in members))
    return CanonicalEntity(f"{slug}-{digest(*ids)[:_HASH_DIGITS]}", label, entity_type, tuple(sorted(names)), ids)


def _label_order(name: str, entity_type: EntityType, count: int) -> tuple[int, int, int, int, str]:
    """What orders names from the best: full before short before description, then by frequency, length and alphabet."""
    form = normal_form(name, entity_type)
    return _rank(name, entity_type), -count, -len(form), len(name), name


def _rank(name: str, entity_type: EntityType) -> int:
    identity = identity_of(name, entity_type)
    if entity_type is EntityType.STATE and (is_demonym(name) or acting_for(name)):
        return 1
    if identity is not None and identity.kind != "force":
        return 0
    return 1 if identity is not None or short_name(name, entity_type) else 2
