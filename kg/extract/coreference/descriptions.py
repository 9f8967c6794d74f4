"""Coreference of descriptions: what "the group", "the city" or "the three soldiers" points back to."""

from functools import cache

from kg.extract.coreference.chains import ACTORS, ARMED, NAMING, Chain, Coreference, last_head
from kg.extract.frames.triggers import evokes
from kg.extract.lexicon import cues, place_nouns
from kg.extract.mentions import Kind, Mention
from kg.extract.quantities import count_of
from kg.extract.syntax.semantic_heads import counted, described_noun, following_of
from kg.extract.syntax.word_classes import is_verbal
from kg.language.words import Token
from kg.link.gazetteer import country_of
from kg.model import Count, EntityType, Relation

DEFINITE = frozenset({"the", "this", "these", "that", "those", "both"})
BODIES = ACTORS - {EntityType.STATE}
MODIFIERS = frozenset({"amod", "compound", "nummod"})
SEVERAL = 2


def in_apposition(coreference: Coreference, mention: Mention) -> int | None:
    """The chain of the name that a description stands in apposition to: "Jane Doe, the leader of Dawn"."""
    token = chosen(coreference.doc[mention.head])
    named = coreference.mentions.get(token.head.i) if token.dep_ == "appos" else None
    if named is None or named.kind is not Kind.NAME or mention.start < named.end:
        return None
    if any(child.lower_ in cues("composing_adverbs") for child in token.lefts):
        return None  # "the coalition, mainly Chadian troops"
    chain = coreference.chain_of.get(named.head)
    return chain if chain is not None and coreference.chains[chain].type is mention.type else None


def chosen(noun: Token) -> Token:
    """The "one" of several: in "one of the last hospitals in X"; else the noun itself."""
    above = noun.head.head
    is_among = noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.lower_ == "one"
    return above if is_among and following_of(above) == noun.head else noun


def by_definite(coreference: Coreference, head: Token) -> int | None:
    """The chain that a definite description points back to, or None for a new entity."""
    determiner = next((t.lower_ for t in head.lefts if t.dep_ == "det"), "")
    if determiner not in DEFINITE and not stands_before(head) and not is_side(head):
        return None
    lemma, modifiers = described_noun(head).lemma_.lower(), modifiers_of(head)
    if lemma == "people" and not modifiers:
        return None  # those of a country, and nobody spoken of before
    described = coreference.descriptions.get(lemma, ())
    fitting = ((i, coreference.doc[other]) for i, other in described)
    found = max((i for i, noun in fitting if modifiers <= modifiers_of(noun) and may_go_on(noun, head)), default=None)
    if found is None and following_of(head) is None:
        found = by_count(coreference, head)
    if found is None and is_any_side(head, modifiers):
        found = only_side(coreference, head)
    if found is None and is_attackers(head, modifiers):
        found = only_attackers(coreference)
    is_fighting = bool(modifiers) and lemma in cues("bare_body_nouns") and modifiers <= cues("words_for_any_side")
    if found is not None or (modifiers and not is_fighting) or any(t.dep_ == "prep" for t in head.rights):
        return found
    if head.tag_ == "NNS" and lemma in cues("bodies"):
        return None  # "the militias" are several
    named = by_word_in_name(coreference, lemma)
    return named if named is not None else by_class(coreference, head, ARMED if is_fighting else types_meant(lemma))


def stands_before(noun: Token) -> bool:
    """Whether a noun before another is for a body without any article: "government troops", "a rebel attack"."""
    lemma = noun.lemma_.lower()
    if noun.dep_ == "compound" and lemma in cues("bodies_before_nouns"):
        return True
    return noun.dep_ in {"compound", "amod"} and lemma in cues("nouns_for_a_side")


def names_side(head: Token) -> bool:
    """Whether a noun, or the word for those whom it describes, is one for a party to a conflict."""
    return described_noun(head).lemma_.lower() in cues("nouns_for_a_side")


def is_side(head: Token) -> bool:
    """Whether a plural without article or number names a party to a conflict: "rebels", "Islamist militants"."""
    if head.tag_ != "NNS" or not names_side(head):
        return False
    return not any(t.dep_ in {"det", "nummod", "poss"} or t.lower_ in cues("counting_words") for t in head.lefts)


def is_any_side(head: Token, modifiers: set[str]) -> bool:
    """Whether a noun names a party to a conflict by nothing of its own: "the rebels", "Islamist militants"."""
    is_plain = names_side(head) and modifiers <= cues("words_for_any_side")
    if not is_plain or not (head.tag_ == "NNS" or stands_before(head)):
        return False
    is_some = any(t.dep_ == "nummod" or t.lower_ in cues("counting_words") for t in head.lefts)
    is_part = head.dep_ == "pobj" and head.head.lower_ == "of" and counted(head.head.head) == head
    is_told = any(t.dep_ == "prep" for t in head.rights) or (head.i > 0 and head.nbor(-1).text == ")")
    return not (is_some or is_part or is_told)


def only_side(coreference: Coreference, head: Token) -> int | None:
    """The only named body so far that no state's force is, for which "the rebels" then stands."""
    sides = [i for i, chain in enumerate(coreference.chains) if chain.is_named and is_irregular(chain)]
    return sides[0] if len(sides) == 1 and not stands_beside(coreference, sides[0], head) else None


def is_attackers(head: Token, modifiers: set[str]) -> bool:
    """Whether a definite plural is for those who attacked, by nothing of their own: "the attackers"."""
    is_told = any(t.dep_ in {"prep", "acl", "relcl"} for t in head.rights)
    return head.tag_ == "NNS" and not modifiers and not is_told and head.lemma_ in cues("nouns_for_attackers")


def only_attackers(coreference: Coreference) -> int | None:
    """The only irregular fighters so far, named or described, and not those of them who fell."""
    named = {i for i, chain in enumerate(coreference.chains) if chain.is_named and is_irregular(chain)}
    nouns = cues("nouns_for_a_side", "nouns_for_gunmen")
    told = (each for noun in sorted(nouns) for each in coreference.descriptions.get(noun, ()))
    described = {i for i, head in told if is_people(coreference, i) and not has_fallen(coreference.doc[head])}
    sides = named | described
    return min(sides) if len(sides) == 1 else None


def is_irregular(chain: Chain) -> bool:
    """Whether a chain is an armed body with a name of its own, which is no state's army and keeps no peace."""
    if chain.type not in ARMED or not chain.names:
        return False
    words = {word for name in chain.names for word in name.text.casefold().split()}
    return not (words & cues("words_of_peacekeepers")) and not all(map(is_of_state, chain.names))


def is_of_state(name: Mention) -> bool:
    """Whether a name may be that of a state's force: "the Chadian Armed Forces", "French Mirage", "Dawn Brigade"."""
    words = name.text.split()
    return country_of(words[0]) is not None or words[-1].casefold() in cues("words_of_state_forces", "words_of_units")


def by_count(coreference: Coreference, head: Token) -> int | None:
    """The latest people counted alike: "two hostages" for "the two", "the two men"."""
    if head.pos_ != "NUM" and head.lemma_.lower() not in cues("anonymous_people"):
        return None
    count = count_of(head)
    if count is None or count.low is None or count.low < SEVERAL:
        return None
    described = (each for found in coreference.descriptions.values() for each in found)
    alike = (
        each for each in described if is_people(coreference, each[0]) and is_of_count(coreference.doc[each[1]], count)
    )
    return max(alike, key=lambda each: each[1], default=(None, 0))[0]


def is_of_count(noun: Token, count: Count) -> bool:
    """Whether a noun is the first to be counted so: "two hostages", and not "the other two"."""
    return noun.tag_ == "NNS" and count_of(noun) == count


def is_people(coreference: Coreference, chain: int) -> bool:
    """Whether a chain is of people."""
    return coreference.chains[chain].type in {EntityType.GROUP, EntityType.ARMED_GROUP}


def by_word_in_name(coreference: Coreference, lemma: str) -> int | None:
    """The latest chain whose name ends in the noun: "the Dawn Brigade" for "the brigade"."""
    named = {i for i, chain in enumerate(coreference.chains) for name in chain.names if is_last_word(name, lemma)}
    return max(named, key=lambda i: last_head(coreference.chains[i]), default=None)


def is_last_word(name: Mention, lemma: str) -> bool:
    """Whether a longer name ends in a noun, in the singular or the plural."""
    words = name.text.casefold().split()
    return len(words) > 1 and words[-1].removesuffix("s") == lemma


def modifiers_of(head: Token) -> set[str]:
    """The lemmas of the words that modify a noun, without the one that says who it is."""
    noun = described_noun(head)
    return {t.lemma_.lower() for t in head.lefts if t.dep_ in MODIFIERS and t != noun}


def may_go_on(noun: Token, later: Token) -> bool:
    """Whether those whom a noun describes may be spoken of on: the side of "the rebels" is more than ten who fell."""
    return not names_side(later) or count_of(later) is not None or count_of(noun) is None or not has_fallen(noun)


def has_fallen(noun: Token) -> bool:
    """Whether a clause tells the death of those whom a noun describes."""
    while noun.dep_ == "conj":
        noun = noun.head
    is_patient = noun.dep_ in {"dobj", "nsubjpass"} or noun.head.lemma_ == "die"
    return is_patient and evokes(noun.head, Relation.KILLS)


def by_class(coreference: Coreference, head: Token, types: frozenset[EntityType]) -> int | None:
    """The latest named chain of the types that a bare noun stands for: "the city", "the group", "the country"."""
    lemma = head.lemma_.lower()
    typed = (i for i, chain in enumerate(coreference.chains) if chain.is_named and chain.type in types)
    named = (i for i in typed if coreference.chains[i].type is not EntityType.PLACE or may_be(coreference, i, lemma))
    free = (i for i in named if not stands_beside(coreference, i, head) and not is_of_no_state(coreference.chains[i]))
    return max(free, key=lambda i: last_head(coreference.chains[i]), default=None)


def is_of_no_state(chain: Chain) -> bool:
    """Whether a chain is only an adjective of no state, such as "African" or "Kurdish"."""
    return all(m.kind is Kind.DEMONYM and country_of(m.text) is None for m in chain.mentions if m.kind in NAMING)


def may_be(coreference: Coreference, place: int, lemma: str) -> bool:
    """Whether a named place may be "the city" or "the region": no country is, and no province a city."""
    names = [name.text for name in coreference.chains[place].names]
    if any(country_of(name) for name in names):
        return lemma in cues("bare_state_nouns")
    ending = {name.casefold().split()[-1] for name in names}
    return lemma not in place_nouns("settlements") or ending.isdisjoint(place_nouns("regions"))


def stands_beside(coreference: Coreference, chain: int, head: Token) -> bool:
    """Whether a chain stands beside a description in one clause or list, so that the two are different things."""
    verb = head.head.head if head.dep_ == "pobj" else head.head
    beside = (coreference.doc[mention.head] for mention in coreference.chains[chain].mentions)
    return any(token == head.head or (token.head == verb and is_verbal(verb)) for token in beside)


@cache
def types_meant(lemma: str) -> frozenset[EntityType]:
    """The types of entity that a bare definite noun may point back to."""
    if lemma in cues("bare_force_nouns"):
        return ARMED
    if lemma in cues("bare_body_nouns"):
        return BODIES
    found = {EntityType.STATE} if lemma in cues("bare_state_nouns") else set()
    places = (place_nouns("settlements") | cues("bare_area_nouns")) - place_nouns("sites")
    return frozenset(found | {EntityType.PLACE} if lemma in places else found)
