"""Victims told of twice: "14 killed" in a headline and "at least fourteen people died" below are the same people."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.drafts.agreement import (
    agree_in_killer,
    agree_in_place,
    agree_in_time,
    is_around,
    may_be_same_attackers,
    may_be_same_people,
)
from kg.extract.drafts.context import Context
from kg.extract.drafts.draft import Draft
from kg.extract.drafts.same_entities import all_with_ends, join_chains
from kg.model import Factuality, Relation

HARM = frozenset({Relation.KILLS, Relation.INJURES, Relation.DETAINS})
FEW = 4
"""Up to so many, the count alone does not tell that two sentences speak of the same people."""


def join_retold_victims(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts, those of harm to people of whom an earlier one told with the same count on the earlier people."""
    same: dict[int, int] = {}
    harm = [draft for draft in drafts if is_counted_harm(draft, context)]
    for number, draft in enumerate(harm):
        earlier = next((one for one in harm[:number] if tells_of_same(one, draft, context)), None)
        if earlier is not None:
            join_chains(draft.object, earlier.object, same, context)
            if earlier.subject is not None and draft.subject is not None:
                join_chains(draft.subject, earlier.subject, same, context)
    return all_with_ends(drafts, same)


def is_counted_harm(draft: Draft, context: Context) -> bool:
    """Whether a draft tells as a fact of people without a name, and how many, who came to harm."""
    is_told = draft.relation in HARM and draft.factuality is Factuality.ASSERTED
    return is_told and number_of(draft, context) is not None and not context.chains[draft.object].is_named


def number_of(draft: Draft, context: Context) -> int | None:
    """How many a draft tells of; a headline leaves out that it is one."""
    if draft.count is not None:
        return draft.count.low
    noun = context.doc[draft.object_mention.head]
    return 1 if noun.tag_ == "NN" and context.is_headline(noun.i) else None


def tells_of_same(earlier: Draft, later: Draft, context: Context) -> bool:
    """Whether two drafts agree in what happened, to how many, to whom, by whom, where and when."""
    if earlier.relation is not later.relation:
        return False
    numbers = context.coreference.sentences
    first, second = (numbers[one.object_mention.head] for one in (earlier, later))
    if earlier.object == later.object:
        is_apart = first != second and numbers[earlier.start] != numbers[later.start]
        return is_apart and may_be_same_attackers(earlier, later, context)  # whom nobody kills twice
    number = number_of(later, context)
    if first == second or number is None or number != number_of(earlier, context):
        return False
    is_headline = context.is_opening(earlier.start)
    if number == 1 and not is_headline:
        return False
    is_many = number > FEW
    if is_headline and is_around(earlier.place, later.place, context):
        earlier = replace(earlier, place=later.place)
    in_killer = agree_in_killer(earlier, later, context)
    settings = (agree_in_place(earlier, later, context), agree_in_time(earlier, later), in_killer)
    if None in settings or not may_be_same_people(*(context.doc[d.object_mention.head] for d in (earlier, later))):
        return False
    return is_headline or is_many or any(settings)
