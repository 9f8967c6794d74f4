"""Whether two drafts may tell of one event: neither their times and places nor the words for who takes part differ."""

from kg.extract.drafts.context import Context
from kg.extract.drafts.draft import Draft
from kg.extract.lexicon import cues, head_nouns
from kg.extract.mentions import Kind
from kg.extract.syntax.semantic_heads import counted
from kg.language.words import Token
from kg.link.gazetteer import country_of, is_demonym
from kg.model import EntityType

PLURALS = frozenset({"NNS", "NNPS"})
ATTACKERS = frozenset({EntityType.ARMED_GROUP, EntityType.GROUP, EntityType.PERSON})


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


def agree_in_killer(earlier: Draft, later: Draft, context: Context) -> bool | None:
    """Whether both name the same killer; None where they name two, which a name and a description need not be."""
    if earlier.subject is None or later.subject is None:
        return False
    if earlier.subject == later.subject:
        return True
    return False if may_be_same_attackers(earlier, later, context) else None


def may_be_same_attackers(earlier: Draft, later: Draft, context: Context) -> bool:
    """Whether the words for who acts may be for the same people: not two names, nor two countries, numbers or sides."""
    ends = [(one.subject, one.subject_mention) for one in (earlier, later)]
    told = [(chain, mention) for chain, mention in ends if chain is not None and mention is not None]
    if len(told) < len(ends) or any(mention.kind is Kind.PRONOUN for _, mention in told):
        return False
    nouns = [context.doc[mention.head] for _, mention in told]
    types = {type_of(chain, context) for chain, _ in told}
    if types == {EntityType.EQUIPMENT}:
        return nouns[0].lemma_.lower() == nouns[1].lemma_.lower() and not any(map(is_another, nouns))
    if not types <= ATTACKERS:
        return False
    named = [is_named(chain, context) for chain, _ in told]
    if all(named) or any(map(is_another, nouns)):
        return False
    return fits_owner(*nouns) and (any(named) or (fits_side(*nouns) and fits_number(*nouns)))


def type_of(chain: int, context: Context) -> EntityType | None:
    """The type of an entity by its words, else by the frames in which it stands."""
    return context.chains[chain].type or context.defaults.get(chain)


def is_named(chain: int, context: Context) -> bool:
    """Whether an entity bears a name, which a noun that begins a headline is not: "Bomber kills ten"."""
    found = context.chains[chain]
    nouns = head_nouns(EntityType.ARMED_GROUP) | head_nouns(EntityType.PERSON)
    words = (name.text.lower() for name in found.names or found.mentions)
    return found.is_named and any(word not in nouns and word.removesuffix("s") not in nouns for word in words)


def is_another(noun: Token) -> bool:
    """Whether a noun is told apart from one of its kind before: "another bomb", "a second blast"."""
    return any(word.lower_ in cues("words_for_another") for word in noun.lefts)


def fits_side(first: Token, second: Token) -> bool:
    """Whether two nouns are not one for a state's forces and one for those who fight them."""
    sides = [noun.lemma_.lower() in cues("state_force_nouns") for noun in (first, second)]
    return sides[0] is sides[1]


def fits_number(first: Token, second: Token) -> bool:
    """Whether two nouns are not one for a single attacker and one for several."""
    return (first.tag_ in PLURALS) is (second.tag_ in PLURALS)


def may_be_same_people(first: Token, second: Token) -> bool:
    """Whether the nouns and modifiers of two phrases may describe the same people."""
    return fits_noun(counted(first), counted(second)) and fits_owner(first, second)


def fits_noun(first: Token, second: Token) -> bool:
    """Whether two nouns are one, or one says no more than that they are people, or both are for fighters."""
    lemmas = {first.lemma_.lower(), second.lemma_.lower()}
    kinds = {first.pos_, second.pos_}
    is_bare = not lemmas.isdisjoint(cues("anonymous_victims")) or "NUM" in kinds
    fighters = lemmas & (head_nouns(EntityType.ARMED_GROUP) | {"member"})
    return len(lemmas) == 1 or is_bare or len(fighters) == len(lemmas) - ("PROPN" in kinds)


def fits_owner(first: Token, second: Token) -> bool:
    """Whether the countries that the modifiers of two nouns name are not two."""
    countries = [
        {country_of(word.text) for word in noun.lefts if is_demonym(word.text) or country_of(word.text)}
        for noun in (first, second)
    ]
    return not all(countries) or not countries[0].isdisjoint(countries[1])
