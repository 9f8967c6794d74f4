"""Entity types: what kind of thing a phrase names, by its words and its place in the sentence."""

from functools import cache, lru_cache

from kg.extract.lexicon import cues, head_nouns, never_nouns, place_nouns
from kg.extract.mentions.kinds import ATTRIBUTIVE, PLURAL_TAGS, SINGULAR_PERSONAL, is_people
from kg.extract.mentions.mention import DEMONYM, DESCRIPTION, NAME, Certainty, Kind
from kg.extract.quantities import words
from kg.extract.syntax.noun_phrases import phrase_start
from kg.extract.syntax.semantic_heads import counted
from kg.extract.syntax.word_classes import is_name
from kg.language.words import Token
from kg.link.gazetteer import country_of, find_place, is_demonym, is_place, known_actor
from kg.link.known import PlaceKind
from kg.link.names import word_list
from kg.model import EntityType

# Order matters: the first type that claims a noun wins, as "army" is an armed group before an organization.
NAME_ORDER = (
    EntityType.ARMED_GROUP,
    EntityType.STATE,
    EntityType.EQUIPMENT,
    EntityType.PLACE,
    EntityType.ORGANIZATION,
    EntityType.OPERATION,
)
NOUN_ORDER = (EntityType.ARMED_GROUP, EntityType.SOURCE, *NAME_ORDER[1:])
ENTITY_LABELS = {
    "PERSON": EntityType.PERSON,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
    "ORG": EntityType.ORGANIZATION,
    "PRODUCT": EntityType.EQUIPMENT,
}
"""What the named-entity labels of the language model mean here."""
CACHED_WORDS = 1 << 14
Typed = tuple[EntityType | None, Certainty]


def type_of(head: Token, kind: Kind, text: str) -> Typed:
    """What kind of thing the phrase names, its place in the sentence included, and how certain that is."""
    if kind is DESCRIPTION:
        return type_of_description(counted(head)), Certainty.DESCRIPTION
    if kind is NAME:
        return type_of_name(text, head)
    if kind is DEMONYM:
        return EntityType.STATE, Certainty.KNOWN
    return (EntityType.PERSON if head.lower_ in SINGULAR_PERSONAL else None), Certainty.NONE


def type_of_name(text: str, head: Token) -> Typed:
    """The type that general knowledge, the last word of a name or the model gives it, and how certain that is."""
    if (actor := known_actor(text)) is not None:
        return actor.type, Certainty.KNOWN
    first, _, rest = text.partition(" ")
    if rest and (first in word_list("ship_prefixes") or first in cues("ships_before_names")):
        return EntityType.EQUIPMENT, Certainty.WORD
    is_country = country_of(text) is not None
    located = is_location_slot(head) and not (is_country and head.head.lower_ == "at")  # nobody is at a country
    if is_country:
        return (EntityType.PLACE if located else EntityType.STATE), Certainty.KNOWN
    if (found := type_of_last_word(text, head, located)) is not None and not (located and found is EntityType.STATE):
        return found, Certainty.WORD
    if located:
        return EntityType.PLACE, Certainty.SLOT
    if is_place(text):
        return EntityType.PLACE, Certainty.MODEL
    return type_of_label(text, head)


def type_of_label(text: str, head: Token) -> Typed:
    """The type that the model gives a name."""
    label = ENTITY_LABELS.get(head.ent_type_)
    if label is None:
        return None, Certainty.NONE
    if label is EntityType.PERSON and is_before_place(head):
        return EntityType.PLACE, Certainty.MODEL
    is_full_name = label is EntityType.PERSON and len(text.split()) > 1
    if is_full_name and any(is_demonym(word) for word in text.split()):
        return None, Certainty.NONE  # no person, but a body such as "Chadian Dawn Riders"
    return label, Certainty.WORD if is_full_name else Certainty.MODEL


def is_before_place(name: Token) -> bool:
    """Whether a name tells which mountains, valley or village is meant."""
    noun = name.head
    return name.dep_ in ATTRIBUTIVE and name.i < noun.i and noun.lemma_.lower() in place_nouns("settlements", "regions")


def is_region(text: str) -> bool:
    """Whether the name is that of a well-known area, whatever its last word is: "West Bank"."""
    place = find_place(text)
    return place is not None and place.kind is PlaceKind.REGION


def type_of_last_word(text: str, head: Token, located: bool) -> EntityType | None:
    """The type that the last word of a longer name tells: "Northern Defence Brigade"; none for "West Bank"."""
    if is_region(text):
        return EntityType.PLACE
    words = text.split()
    if len(words) < 2:
        return None
    last = words[-1].casefold()
    forms = (head.lemma_.lower(), head.lower_, head.lower_.removesuffix("s"), last, last.removesuffix("s"))
    types = types_of_nouns(NAME_ORDER)
    form = next((form for form in forms if form in types), None)
    if form is None:
        return None
    if types[form] is EntityType.STATE and form in place_nouns("regions") and not is_demonym(words[0]):
        return EntityType.PLACE  # "Kaduna State" is a part of a country
    # A "department" or the like is a body rather than a region where no place stands.
    is_office = types[form] is EntityType.PLACE and not located and form in head_nouns(EntityType.ORGANIZATION)
    return EntityType.ORGANIZATION if is_office else types[form]


def type_of_description(head: Token) -> EntityType | None:
    """The type that a common noun gives its phrase."""
    lemma = head.lemma_.lower()
    if lemma in never_nouns():
        return None
    if is_people(head):
        return EntityType.GROUP
    if lemma in cues("bare_body_nouns") and any(c.lower_ in cues("civil_words") for c in head.lefts):
        return EntityType.ORGANIZATION  # "an aid group"
    found = type_of_forms(lemma, head.lower_, head.tag_ in PLURAL_TAGS)
    is_one = found is EntityType.GROUP and head.tag_ == "NN" and lemma not in words("collectives")
    return EntityType.PERSON if is_one else found


@lru_cache(CACHED_WORDS)
def type_of_forms(lemma: str, word: str, plural: bool) -> EntityType | None:
    """The type of a common noun by its lemma, else as it is written: the model takes "bases" for "basis"."""
    forms = (lemma, word, word.removesuffix("s"))
    return next((found for form in forms if (found := type_of_noun(form, plural)) is not None), None)


def type_of_noun(lemma: str, plural: bool) -> EntityType | None:
    """The type of a common noun."""
    is_person = lemma in head_nouns(EntityType.PERSON)
    if is_person and not plural:
        return EntityType.PERSON
    if (found := types_of_nouns(NOUN_ORDER).get(lemma)) is not None:
        return found
    return EntityType.GROUP if is_person or lemma in head_nouns(EntityType.GROUP) else None


@cache
def types_of_nouns(order: tuple[EntityType, ...]) -> dict[str, EntityType]:
    """The type of each noun, for one of several types the first in this order."""
    return {noun: kind for kind in reversed(order) for noun in head_nouns(kind)}


def is_location_slot(head: Token) -> bool:
    """Whether the phrase stands where a place stands: "in X", "near X", after a place in a list of nested places."""
    governor = head.head
    if head.dep_ == "conj" and is_name(head) and is_name(governor):
        return is_location_slot(governor)
    if head.dep_ == "pobj" and governor.dep_ != "ROOT":
        if governor.lower_ == "from":
            return governor.head.lemma_ in cues("motion_verbs") or governor.head.lower_ in cues("units_of_distance")
        if governor.lower_ == "of":
            return is_name(head) and names_settlement(governor.head)
        return governor.lower_ in cues("place_prepositions")
    if not is_name(head) or head.dep_ in {"nsubj", "nsubjpass"} or names_holder(head):
        return False  # in "near the river, Saleh said" the name goes on with the clause
    before = phrase_start(head) - 2
    if before < 0 or head.doc[before + 1].text != "," or not is_name(head.doc[before]):
        return False
    return is_location_slot(head.doc[before])


def names_holder(name: Token) -> bool:
    """Whether a name stands in apposition to a role: "a spokesman for the rebels in Darna, Idris Saleh"."""
    return name.dep_ == "appos" and name.head.lemma_.lower() in head_nouns(EntityType.PERSON)


def names_settlement(noun: Token) -> bool:
    """Whether the name after "of" is that of the place that a noun introduces: "the villages of X and Y"."""
    return noun.lemma_.lower() in cues("introducing_nouns") and noun.lower_ not in cues("area_bodies")
