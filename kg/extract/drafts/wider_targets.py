"""Wider targets: of an attack told once of a town and once of the country around it, the town is the target."""

from collections.abc import Sequence

from kg.extract.drafts.context import Context
from kg.extract.drafts.draft import Draft
from kg.extract.drafts.retold_victims import agree_in_time, lies_in
from kg.model import EntityType, Factuality, Relation

WIDE = frozenset({EntityType.PLACE, EntityType.STATE})


def without_wider_targets(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts without attacks on a place that other sentences tell of what lies in it."""
    attacks = [d for d in drafts if d.relation is Relation.ATTACKS and d.factuality is Factuality.ASSERTED]
    return [d for d in drafts if d not in attacks or not any(is_nearer(one, d, context) for one in attacks)]


def is_nearer(near: Draft, wide: Draft, context: Context) -> bool:
    """Whether a draft tells of the attack of another one, and of a target inside that one's."""
    if near.object == wide.object or context.chains[wide.object].type not in WIDE:
        return False
    first, second = (context.coreference.sentences[one.start] for one in (wide, near))
    if first == second:
        return False
    is_headline = first == 0
    fits = wide.subject is None if not is_headline else wide.subject in {None, near.subject}
    if not fits or agree_in_time(wide, near) is None:
        return False
    inner = {near.object, near.place} - {None}
    return any(place == wide.object or lies_in(place, wide.object, context) for place in inner if place is not None)
