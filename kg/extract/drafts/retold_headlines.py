"""Headlines: "Gunmen abduct aid workers" over "Armed men kidnapped three aid workers" tells of the same people."""

from collections.abc import Sequence

from kg.extract.drafts.agreement import (
    agree_in_place,
    agree_in_time,
    fits_noun,
    fits_number,
    fits_owner,
    is_around,
    is_named,
    may_be_same_attackers,
)
from kg.extract.drafts.context import Context
from kg.extract.drafts.draft import Draft
from kg.extract.drafts.same_entities import all_with_ends, join_chains
from kg.extract.lexicon import cues
from kg.extract.syntax.semantic_heads import counted
from kg.language.words import Token
from kg.model import EntityType, Factuality, Relation

EVENTS = frozenset({Relation.ATTACKS, Relation.SEIZES, Relation.KILLS, Relation.INJURES, Relation.DETAINS})
LEAD = 3
"""Sentences below a headline that tell it in full."""


def join_retold_headlines(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts, those of the one event that tells a headline in full on the headline's entities."""
    same: dict[int, int] = {}
    events = [draft for draft in drafts if draft.relation in EVENTS and draft.factuality is Factuality.ASSERTED]
    lead = [draft for draft in events if is_lead(draft, context)]
    for headline in events:
        if context.is_headline(headline.start):
            told = [one for one in lead if may_tell(one, headline, context)]
            if (full := single(told) or single([one for one in told if acts_by_name(one, context)])) is not None:
                join_ends(headline, full, same, context)
    return all_with_ends(drafts, same)


def single(told: Sequence[Draft]) -> Draft | None:
    """The first of some drafts if all have the same ends."""
    return told[0] if len({(one.subject, one.object) for one in told}) == 1 else None


def acts_by_name(draft: Draft, context: Context) -> bool:
    """Whether a draft names who acts."""
    return draft.subject is not None and is_named(draft.subject, context)


def is_lead(draft: Draft, context: Context) -> bool:
    """Whether a draft stands in one of the first sentences below a headline."""
    below = context.headline_end
    numbers = context.coreference.sentences
    return 0 < below <= draft.start and numbers[draft.start] < numbers[below] + LEAD


def join_ends(headline: Draft, told: Draft, same: dict[int, int], context: Context) -> None:
    """Join the entities of two drafts of one event."""
    join_chains(told.object, headline.object, same, context)
    if headline.subject is not None and told.subject is not None:
        join_chains(told.subject, headline.subject, same, context)


def may_tell(draft: Draft, headline: Draft, context: Context) -> bool:
    """Whether a draft tells of the event of a headline: nothing that both tell of it differs."""
    is_one_kind = draft.relation is headline.relation and agree_in_time(headline, draft) is not None
    if not is_one_kind or not (headline.subject == draft.subject or fits_subject(headline, draft, context)):
        return False
    is_near = is_around(headline.place, draft.place, context) or agree_in_place(headline, draft, context) is not None
    return is_near and (headline.object == draft.object or fits_target(headline, draft, context))


def fits_subject(headline: Draft, draft: Draft, context: Context) -> bool:
    """Whether a headline leaves out who acts, or names those of the text in other words."""
    return headline.subject is None or may_be_same_attackers(headline, draft, context)


def fits_target(headline: Draft, draft: Draft, context: Context) -> bool:
    """Whether the words for what an event befell may be for the same: not two names, counts or kinds."""
    first, second = context.chains[headline.object], context.chains[draft.object]
    nouns = [counted(context.doc[one.object_mention.head]) for one in (headline, draft)]
    if (first.is_named and second.is_named) or len({first.type, second.type} - {None}) > 1 or not fits_owner(*nouns):
        return False
    if first.type is EntityType.PLACE and second.is_named:
        return is_settlement(nouns[0])
    if headline.count is not None or first.is_named or second.is_named:
        return False  # counted victims are compared one by one
    return fits_number(*nouns) and (nouns[0].lemma_ == nouns[1].lemma_ or is_harm_to_people(headline, nouns))


def is_harm_to_people(headline: Draft, nouns: Sequence[Token]) -> bool:
    """Whether a headline tells only how many dozens came to harm: "Dozens dead in blast"."""
    return headline.relation in {Relation.KILLS, Relation.INJURES} and fits_noun(nouns[0], nouns[1])


def is_settlement(noun: Token) -> bool:
    """Whether a noun is for a place that a text names as a rule: "key town"."""
    return noun.lemma_.lower() in cues("introducing_nouns")
