"""Places named below a lead that only describes them: "seized a key town" before "took control of Darna"."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.drafts.agreement import agree_in_time, may_be_same_attackers
from kg.extract.drafts.context import Context
from kg.extract.drafts.draft import Draft
from kg.extract.drafts.same_entities import all_with_ends, join_chains
from kg.extract.lexicon import place_nouns
from kg.language.words import Token
from kg.link.gazetteer import country_of
from kg.model import Factuality, Relation

TAKING = frozenset({Relation.SEIZES, Relation.CONTROLS})
EVENTS = TAKING | {Relation.ATTACKS, Relation.WITHDREW_FROM}
OPEN = frozenset({"a", "an", "another"})
LEAD = 2
REACH = 3
"""Sentences that a lead has, and those after one of them that name what it describes."""


def join_named_later(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts, those of a place that the lead describes on the place that one of the next sentences names."""
    same: dict[int, int] = {}
    events = [draft for draft in drafts if draft.relation in EVENTS and draft.factuality is Factuality.ASSERTED]
    for lead in events:
        if is_lead(lead, context) and is_described(lead, context):
            told = [one for one in events if names(one, lead, context)]
            if len({one.object for one in told}) == 1:
                join_chains(told[0].object, lead.object, same, context)
                if told[0].subject is not None and lead.subject is not None:
                    join_chains(told[0].subject, lead.subject, same, context)
    return all_with_ends(drafts, same)


def is_lead(draft: Draft, context: Context) -> bool:
    """Whether a draft stands in a headline or in the first sentences below it."""
    numbers = context.coreference.sentences
    return numbers[draft.start] < numbers[context.headline_end] + LEAD


def is_described(draft: Draft, context: Context) -> bool:
    """Whether a draft is of a settlement or site that was not spoken of before: "a key town"."""
    noun = context.doc[draft.object_mention.head]
    is_new = any(word.lower_ in OPEN for word in noun.lefts) or context.is_headline(noun.i)
    return is_new and noun.tag_ == "NN" and kind_of(noun) != "" and not context.chains[draft.object].is_named


def kind_of(noun: Token) -> str:
    """What kind of place a noun is for; "" for none."""
    lemma = noun.lemma_.lower()
    return next((kind for kind in ("settlements", "sites") if lemma in place_nouns(kind)), "")


def names(draft: Draft, lead: Draft, context: Context) -> bool:
    """Whether a draft tells what the lead tells, and names the place: nothing that both tell of it differs."""
    numbers = context.coreference.sentences
    is_next = 0 < numbers[draft.start] - numbers[lead.start] <= REACH
    is_one_kind = draft.relation is lead.relation or {draft.relation, lead.relation} == TAKING
    if not is_next or not is_one_kind or agree_in_time(lead, draft) is None:
        return False
    return is_named_kind(draft, lead, context) and is_one_actor(draft, lead, context)


def is_one_actor(draft: Draft, lead: Draft, context: Context) -> bool:
    """Whether the same act in both, or those for whom words without a name may be; never those who fight each other."""
    if not {(draft.subject, lead.subject), (lead.subject, draft.subject)}.isdisjoint(context.opponents):
        return False
    return draft.subject == lead.subject or may_be_same_attackers(
        with_noun(lead, context), with_noun(draft, context), context
    )


def with_noun(draft: Draft, context: Context) -> Draft:
    """The draft with the first words for who acts in it."""
    first = context.chains[draft.subject].mentions[0] if draft.subject is not None else None
    return replace(draft, subject_mention=first)


def is_named_kind(draft: Draft, lead: Draft, context: Context) -> bool:
    """Whether a draft names a place of the kind that the lead describes; no country is a town."""
    found = context.chains[draft.object]
    nouns = [context.doc[one.object_mention.head] for one in (draft, lead)]
    is_told = found.is_named or any(word.pos_ == "PROPN" for word in nouns[0].lefts)  # "the Sidra Army headquarters"
    if (
        nouns[0].tag_ == "NNS"
        or not is_told
        or not context.is_place(draft.object)
        or any(country_of(name.text) for name in found.names)
    ):
        return False
    told, described = map(kind_of, nouns)
    return told == described or (told == "" and described == "settlements")
