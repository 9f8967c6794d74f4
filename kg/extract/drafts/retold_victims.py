"""Victims told of twice: "14 killed" in a headline and "at least fourteen people died" below are the same people."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.drafts.context import Context
from kg.extract.drafts.draft import Draft
from kg.extract.lexicon import cues, head_nouns
from kg.extract.mentions import Kind, Mention
from kg.extract.syntax.semantic_heads import counted
from kg.language.words import Token
from kg.link.gazetteer import country_of, is_demonym
from kg.model import EntityType, Factuality, Relation

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
    return [with_ends(draft, same) for draft in drafts]


def join_chains(later: int, earlier: int, same: dict[int, int], context: Context) -> None:
    """Put a chain into the earlier one whose entity turned out to be the same, and remember it."""
    into = same.get(earlier, earlier)
    if later not in same and later != into:
        same[later] = into
        context.coreference.merge(later, into)


def with_ends(draft: Draft, same: dict[int, int]) -> Draft:
    """The draft with the chains for which others are known to be the same."""
    subject = same.get(draft.subject, draft.subject) if draft.subject is not None else None
    target = same.get(draft.object, draft.object)
    return (
        replace(draft, subject=subject, object=target) if (subject, target) != (draft.subject, draft.object) else draft
    )


def is_counted_harm(draft: Draft, context: Context) -> bool:
    """Whether a draft tells as a fact of people without a name, and how many, who came to harm."""
    is_told = draft.relation in HARM and draft.factuality is Factuality.ASSERTED
    return is_told and number_of(draft, context) is not None and not context.chains[draft.object].is_named


def number_of(draft: Draft, context: Context) -> int | None:
    """How many a draft tells of; a headline leaves out that it is one."""
    if draft.count is not None:
        return draft.count.low
    noun = context.doc[draft.object_mention.head]
    return 1 if noun.tag_ == "NN" and noun.i < context.headline_end else None


def tells_of_same(earlier: Draft, later: Draft, context: Context) -> bool:
    """Whether two drafts agree in what happened, to how many, to whom, by whom, where and when."""
    if earlier.relation is not later.relation or earlier.object == later.object:
        return False
    numbers = context.coreference.sentences
    first, second = (numbers[one.object_mention.head] for one in (earlier, later))
    number = number_of(later, context)
    if first == second or number is None or number != number_of(earlier, context):
        return False
    is_headline = first == 0 or earlier.start < context.headline_end
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


def agree_in_killer(earlier: Draft, later: Draft, context: Context) -> bool | None:
    """Whether both name the same killer; None where they name two, which descriptions by the same noun do not."""
    first, second = earlier.subject_mention, later.subject_mention
    if first is None or second is None:
        return False
    if earlier.subject == later.subject:
        return True
    return False if is_described_alike(first, second, context) else None


def is_described_alike(first: Mention, second: Mention, context: Context) -> bool:
    """Whether two descriptions without a country of their own have the same noun: "rebels", "leftist rebels"."""
    if {first.kind, second.kind} != {Kind.DESCRIPTION}:
        return False
    nouns = (context.doc[first.head], context.doc[second.head])
    return nouns[0].lemma_ == nouns[1].lemma_ and fits_owner(*nouns)


def agree_in_time(earlier: Draft, later: Draft) -> bool | None:
    """Whether both are told of the same day; None where they are of two."""
    first, second = (one.time.value if one.time is not None else None for one in (earlier, later))
    if first is None or second is None:
        return False
    return True if first == second else None


def agree_in_place(earlier: Draft, later: Draft, context: Context) -> bool | None:
    """Whether both are told of the same place; None where they are of two that do not lie in one another."""
    first, second = earlier.place, later.place
    if first is None or second is None:
        return False
    if first == second or lies_in(first, second, context) or lies_in(second, first, context):
        return True
    return None


def is_around(outer: int | None, inner: int | None, context: Context) -> bool:
    """Whether the one place is a country, and the other none, which a headline may say for short."""
    if outer is None or inner is None:
        return False
    return country_of(chain_name(outer, context)) is not None and country_of(chain_name(inner, context)) is None


def chain_name(chain: int, context: Context) -> str:
    """The first words for an entity."""
    return context.chains[chain].mentions[0].text


def lies_in(inner: int, outer: int, context: Context) -> bool:
    """Whether the text tells that a place lies in another, or its name and the other's say so."""
    reached = places_around(inner, context)
    if outer in reached:
        return True
    words = {word for mention in context.chains[outer].names for word in mention.text.split()}
    return any(not words.isdisjoint(mention.text.split()) for i in reached for mention in context.chains[i].mentions)


def places_around(inner: int, context: Context) -> set[int]:
    """A place and those in which the text tells that it lies."""
    chain_of = context.coreference.chain_of
    reached = {inner}
    for _ in range(3):
        reached |= {
            chain_of[b.head] for a, b in context.nested if chain_of.get(a.head) in reached and b.head in chain_of
        }
    return reached


def may_be_same_people(first: Token, second: Token) -> bool:
    """Whether the nouns and modifiers of two phrases may describe the same people."""
    return fits_noun(counted(first), counted(second)) and fits_owner(first, second)


def fits_noun(first: Token, second: Token) -> bool:
    """Whether two nouns are one, or one says no more than that they are people, or both are for fighters."""
    lemmas = {first.lemma_.lower(), second.lemma_.lower()}
    kinds = {first.pos_, second.pos_}
    is_bare = not lemmas.isdisjoint(cues("anonymous_victims")) or "NUM" in kinds
    fighters = lemmas & head_nouns(EntityType.ARMED_GROUP)
    return len(lemmas) == 1 or is_bare or len(fighters) == len(lemmas) - ("PROPN" in kinds)


def fits_owner(first: Token, second: Token) -> bool:
    """Whether the countries that the modifiers of two nouns name are not two."""
    countries = [
        {country_of(word.text) for word in noun.lefts if is_demonym(word.text) or country_of(word.text)}
        for noun in (first, second)
    ]
    return not all(countries) or not countries[0].isdisjoint(countries[1])
