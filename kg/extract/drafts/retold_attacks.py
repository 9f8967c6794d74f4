"""Attacks told of twice: of a town and of the country around it, by name and as "the deadliest attack on the force"."""

from collections.abc import Sequence

from kg.extract.drafts.agreement import agree_in_time, lies_in, places_around
from kg.extract.drafts.context import Context
from kg.extract.drafts.draft import Draft
from kg.extract.lexicon import cues
from kg.extract.times import is_retold, is_superlative
from kg.model import EntityType, Factuality, Relation

ATTACKS = frozenset({Relation.ATTACKS})
WIDE = frozenset({EntityType.PLACE, EntityType.STATE})
THIS = frozenset({"it", "this", "that"})


def without_retold_attacks(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts without attacks that other sentences tell of more exactly."""
    attacks = [d for d in drafts if d.relation is Relation.ATTACKS and d.factuality is Factuality.ASSERTED]
    retold = [draft for draft in attacks if any(tells_better(one, draft, context) for one in attacks)]
    return [draft for draft in drafts if draft not in retold]


def tells_better(other: Draft, draft: Draft, context: Context) -> bool:
    """Whether another draft tells of the attack of this one, and more of it."""
    return is_nearer(other, draft, context) or is_assessed(other, draft, context) or is_recalled(other, draft, context)


def is_assessed(earlier: Draft, draft: Draft, context: Context) -> bool:
    """Whether a draft only says what an attack told of before was: "It was the deadliest attack on the force"."""
    if draft.trigger is None or draft.subject is not None or earlier.start >= draft.start:
        return False
    event = context.doc[draft.trigger]
    if is_superlative(event):
        return True  # "The ambush was the worst attack on the army"
    is_complement = event.dep_ == "attr" and event.head.lemma_ == "be"
    return is_complement and any(c.dep_ == "nsubj" and c.lower_ in THIS for c in event.head.children)


def is_recalled(earlier: Draft, draft: Draft, context: Context) -> bool:
    """Whether a draft only says where an attack was that is known already: "the attack in Darna"."""
    if draft.trigger is None or context.chains[draft.object].type not in WIDE or earlier.object == draft.object:
        return False
    event = context.doc[draft.trigger]
    place = context.doc[draft.object_mention.head]
    numbers = context.coreference.sentences
    is_before = numbers[earlier.start] < numbers[draft.start]
    is_located = place.dep_ == "pobj" and place.head.lower_ in cues("target_place_prepositions")
    fits = draft.subject is None or draft.subject == earlier.subject
    return is_before and is_located and fits and is_retold(event, ATTACKS) and agree_in_time(earlier, draft) is not None


def is_nearer(near: Draft, wide: Draft, context: Context) -> bool:
    """Whether a draft tells of the attack of another one, and of a target inside that one's."""
    if near.object == wide.object or context.chains[wide.object].type not in WIDE:
        return False
    first, second = (context.coreference.sentences[one.start] for one in (wide, near))
    if first == second:
        return near.trigger == wide.trigger is not None and wide.object in places_around(near.object, context)
    fits = wide.subject in {None, near.subject} if context.is_opening(wide.start) else wide.subject is None
    if not fits or agree_in_time(wide, near) is None:
        return False
    inner = {near.object, near.place} - {None}
    return any(place == wide.object or lies_in(place, wide.object, context) for place in inner if place is not None)
