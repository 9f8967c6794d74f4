"""Bystanders: people, bodies and places without a name that a statement is worth telling of only for what they do."""

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.coreference import Coreference
from kg.extract.drafts.context import Context
from kg.extract.drafts.draft import Draft
from kg.extract.lexicon import cues
from kg.extract.mentions import DESCRIPTION
from kg.model import EntityType, Relation

UNNAMED = frozenset({EntityType.PERSON, EntityType.GROUP, EntityType.SOURCE})
"""The types of people who may have no name."""
MEMBERSHIPS = frozenset({"members", "listed_part"})
"""The patterns of who is counted or listed among somebody: "ten Dawn fighters", "the groups, including Dawn"."""


def taking_part(drafts: Iterable[Draft]) -> set[int]:
    """The chains at the ends of some drafts."""
    return {end for draft in drafts for end in (draft.subject, draft.object) if end is not None}


def without_idle_ground(places: Iterable[Draft], events: Sequence[Draft], context: Context) -> Iterator[Draft]:
    """The drafts of places, without those of mere ground that no event tells of: "the border in the north of Chad"."""
    named = taking_part(events) | {draft.place for draft in events}
    return (draft for draft in places if draft.subject in named or not is_mere_ground(draft, context))


def is_mere_ground(draft: Draft, context: Context) -> bool:
    """Whether the inner one of two places has no name, and its noun is for ground and not for a site."""
    inner = draft.subject_mention
    if inner is None or inner.kind is not DESCRIPTION or draft.subject is None:
        return False
    noun = context.doc[inner.head].lemma_.lower()
    return not context.chains[draft.subject].is_named and noun in cues("mere_ground", "vague_places", "bearings")


def without_bystanders(
    affiliations: Iterable[Draft], events: Sequence[Draft], places: Sequence[Draft], coreference: Coreference
) -> Iterator[Draft]:
    """The drafts of affiliations, without those of unnamed people and bodies that take part in nothing."""
    in_events = taking_part(events)
    acting = in_events | taking_part(places)
    present = acting | {speaker for draft in (*events, *places) for speaker in draft.speakers}
    for draft in affiliations:
        if draft.frame in MEMBERSHIPS and not described_ends(draft, coreference) <= in_events:
            continue
        is_present = draft.subject in acting or not (only_belongs(draft) or present.isdisjoint(taking_part([draft])))
        if is_present or stands_alone(draft.subject, coreference):
            yield draft


def described_ends(draft: Draft, coreference: Coreference) -> set[int]:
    """The ends of a draft that the article names nowhere."""
    return {end for end in taking_part([draft]) if not coreference.chains[end].is_named}


def only_belongs(draft: Draft) -> bool:
    """Whether a draft says no more than for whom somebody without a name speaks: "an army spokesman"."""
    who = draft.subject_mention
    return draft.relation is Relation.MEMBER_OF and who is not None and who.text.split()[-1] in cues("mouthpieces")


def stands_alone(chain: int | None, coreference: Coreference) -> bool:
    """Whether a chain is a body or a named person, whose affiliation is worth telling by itself."""
    if chain is None:
        return False
    found = coreference.chains[chain]
    return found.type not in UNNAMED or (found.is_named and found.type is EntityType.PERSON)
