"""Mentions: the noun phrases that may stand for an entity, and what kind of thing each is."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from spacy.tokens import Doc, Token

from kg.extract.lexicon import cues, head_nouns, never_nouns, place_nouns
from kg.extract.phrases import NOMINAL, counted, is_name, phrase_end, phrase_start
from kg.link.gazetteer import country_of, is_demonym, is_place, known_actor, names_of_country
from kg.model import EntityType

PERSONAL = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself", "i", "me", "my", "we", "us", "our", "who", "whom", "whose"})
IMPERSONAL = frozenset({"it", "its", "itself", "they", "them", "their", "theirs", "themselves", "which", "that"})
# Order matters: the first type that claims a lower-case head noun wins, as "official" is a person before a group.
HEAD_ORDER = (
    EntityType.ARMED_GROUP,
    EntityType.SOURCE,
    EntityType.STATE,
    EntityType.EQUIPMENT,
    EntityType.PLACE,
    EntityType.ORGANIZATION,
    EntityType.OPERATION,
)
ENTITY_LABELS = {
    "PERSON": EntityType.PERSON,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
    "ORG": EntityType.ORGANIZATION,
    "PRODUCT": EntityType.EQUIPMENT,
}


ARABIC_NAME = re.compile(r"(?:al|el|as|ash|an|ad|ul|ben|bin)-[A-Z]")
# How far a type is to be believed: general knowledge, a telling word or a full name, the model's label.
KNOWN, BY_WORD, BY_DESCRIPTION, BY_MODEL = 8, 5, 3, 1


class Kind(StrEnum):
    """How a mention refers."""

    NAME = "name"
    DEMONYM = "demonym"  # "Israeli" in "Israeli airstrikes"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase; `head`, `start` and `end` are token indices, end exclusive.

    `type` is None where neither the words nor the place in the sentence tell it; `certainty` weighs it against the types
    of the other mentions of an entity.
    """

    head: int
    start: int
    end: int
    kind: Kind
    type: EntityType | None
    text: str
    certainty: int = 0


def trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Leave out leading articles, quotation marks and adverbs, and trailing marks and possessive endings."""
    while start < end - 1 and (doc[start].pos_ in {"PUNCT", "SPACE", "CCONJ"} or doc[start].lower_ in cues("articles")):
        start += 1
    while end > start + 1 and (doc[end - 1].pos_ in {"PUNCT", "SPACE"} and doc[end - 1].text != ")" or doc[end - 1].tag_ == "POS"):
        end -= 1
    return start, end


def acts_as_demonym(token: Token) -> bool:
    """Whether the word is a country's adjective and not also the country's name."""
    if not is_demonym(token.text):
        return False
    country = country_of(token.text)
    return country is None or token.text not in names_of_country(country)


def kind_of(head: Token) -> Kind:
    """How the phrase with this head refers."""
    if head.pos_ == "PRON" and head.lower_ in PERSONAL | IMPERSONAL:
        return Kind.PRONOUN
    if acts_as_demonym(head) and head.dep_ in {"amod", "compound", "nmod", "conj"}:
        return Kind.DEMONYM
    if head.tag_ in {"NNS", "NNPS"} and is_demonym(head.text):
        return Kind.DESCRIPTION
    if is_name(head) or (head.lower_ in name_tails() and any(c.pos_ == "PROPN" and c.i == head.i - 1 and not is_demonym(c.text) for c in head.lefts)):
        return Kind.NAME
    return Kind.DESCRIPTION


@cache
def name_tails() -> frozenset[str]:
    """Common nouns that end the name of a place: "Wadi Rabea frontline"."""
    return place_nouns("settlements") | place_nouns("regions") | frozenset({"mountains", "hills", "islands", "heights"})


def is_location_slot(head: Token) -> bool:
    """Whether the phrase stands where a place stands: "in X", "near X", after a place in a list of nested places."""
    governor = head.head
    if head.dep_ == "pobj" and governor.dep_ != "ROOT":
        if governor.lower_ == "from":
            return governor.head.lemma_ in cues("motion_verbs")
        return governor.lower_ in cues("place_prepositions")
    before = phrase_start(head) - 2
    if before >= 0 and head.doc[before + 1].text == "," and is_name(head) and is_name(head.doc[before]):
        return is_location_slot(head.doc[before])
    return False


def type_of_name(text: str, head: Token) -> tuple[EntityType | None, int]:
    """The type that general knowledge, the last word of a name or the model gives it, and how certain that is."""
    if (actor := known_actor(text)) is not None:
        return actor.type, KNOWN
    if country_of(text) is not None:
        return (EntityType.PLACE if is_location_slot(head) else EntityType.STATE), KNOWN
    if len(text.split()) > 1:
        last = text.split()[-1].casefold()
        for form in dict.fromkeys((head.lemma_.lower(), head.lower_, head.lower_.removesuffix("s"), last, last.removesuffix("s"))):
            for kind in HEAD_ORDER:
                if form in head_nouns(kind) and kind is not EntityType.SOURCE:
                    return (EntityType.ORGANIZATION if kind is EntityType.PLACE and is_office(form, head) else kind), BY_WORD
    if is_location_slot(head):
        return EntityType.PLACE, BY_WORD
    if is_place(text):
        return EntityType.PLACE, BY_MODEL
    if (label := ENTITY_LABELS.get(head.ent_type_)) is not None:
        full = label is EntityType.PERSON and len(text.split()) > 1
        return label, BY_WORD if full else BY_MODEL
    return None, 0


def is_office(noun: str, head: Token) -> bool:
    """Whether a "department" or the like is a body rather than a region: it does not stand where a place stands."""
    return noun in head_nouns(EntityType.ORGANIZATION) and not is_location_slot(head)


def type_of_description(head: Token) -> EntityType | None:
    """The type that a common noun gives its phrase."""
    lemma = head.lemma_.lower()
    if lemma in never_nouns():
        return None
    plural = head.tag_ in {"NNS", "NNPS"}
    if plural and is_demonym(head.text):
        return EntityType.GROUP
    for form in dict.fromkeys((lemma, head.lower_, head.lower_.removesuffix("s"))):  # the model takes "bases" for "basis"
        if (found := type_of_noun(form, plural)) is not None:
            return found
    return None


def type_of_noun(lemma: str, plural: bool) -> EntityType | None:
    """The type of a common noun."""
    if lemma in head_nouns(EntityType.PERSON) and not plural:
        return EntityType.PERSON
    for kind in HEAD_ORDER:
        if lemma in head_nouns(kind):
            return kind
    if lemma in head_nouns(EntityType.GROUP) or (plural and lemma in head_nouns(EntityType.PERSON)):
        return EntityType.GROUP
    return None


def type_of(head: Token, kind: Kind, text: str) -> tuple[EntityType | None, int]:
    """What kind of thing the phrase names, its place in the sentence included, and how certain that is."""
    if kind is Kind.PRONOUN:
        return (EntityType.PERSON if head.lower_ in PERSONAL - {"who", "whom", "whose", "we", "us", "our"} else None), 0
    if kind is Kind.DEMONYM:
        return EntityType.STATE, KNOWN
    if kind is Kind.DESCRIPTION:
        return type_of_description(counted(head)), BY_DESCRIPTION
    return type_of_name(text, head)


def titled_name_start(head: Token, start: int) -> int:
    """Where the bare name starts in a phrase such as "Foreign Minister Jane Doe": after its last title."""
    for token in reversed(head.doc[start : head.i]):
        if is_title(token):
            return token.i + 1
    return start


def name_run(head: Token) -> int:
    """Index of the first of the capitalised words that end in this compound: "Wagner Group" in "Wagner Group forces"."""
    start = head.i
    while start > 0 and head.doc[start - 1].pos_ in {"PROPN", "ADJ"} and head.doc[start - 1].is_title:
        if head.doc[start - 1].head.i < start - 1 or head.doc[start - 1].dep_ not in {"compound", "amod", "nmod"}:
            break
        start -= 1
    return start


def compound_names(head: Token) -> list[Token]:
    """The last words of proper names that modify a noun: "Hamas" in "Hamas fighters"."""
    found = []
    for child in head.lefts:
        if child.dep_ in {"compound", "nmod", "amod"} and child.pos_ == "PROPN" and not is_demonym(child.text):
            following = head.doc[child.i + 1]
            if not (following.dep_ in {"compound", "nmod"} and following.pos_ == "PROPN" and following.head == head):
                found.append(child)
    return found


def make_mention(head: Token, start: int, end: int) -> Mention:
    """The mention of a phrase, trimmed and typed."""
    doc = head.doc
    kind = kind_of(head)
    titled = start
    if kind is Kind.NAME:
        start, end = whole_name(doc, start, end)
        start = titled = owned_name_start(head, start)
        titled = titled_name_start(head, start)
        untitled, sure = type_of_name(doc[start : max(end, head.i + 1)].text, head)
        if sure >= BY_WORD and untitled is not EntityType.PERSON:
            titled = start  # the "Defence" of "National Defence Force" is no title
    start, end = trim(doc, titled, max(end, head.i + 1))
    text = doc[start:end].text
    kind_type, certainty = type_of(head, kind, text)
    if kind is Kind.NAME and doc[titled - 1].i < titled and titled > phrase_start(head) and is_title(doc[titled - 1]) and certainty < KNOWN:
        kind_type, certainty = EntityType.PERSON, BY_WORD
    return Mention(head.i, start, end, kind, kind_type, text, certainty)


def whole_name(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A name with the words before it that the model counts to it, and an Arabic surname that was tagged as no name."""
    while start > 0 and doc[start].ent_iob_ == "I" and doc[start - 1].pos_ == "PROPN":
        start -= 1
    while end < len(doc) and ARABIC_NAME.match(doc[end].text) and not doc[end - 1].is_punct:
        end += 1
    return start, end


def owned_name_start(head: Token, start: int) -> int:
    """Where a name starts after its owner: "Gharyan" in "Libya's Gharyan"; an owner inside the name stays."""
    for child in head.lefts:
        if child.dep_ != "poss" or child.right_edge.i + 1 > head.i or child.lower_ in {"people", "women", "workers", "children"}:
            continue
        after = child.right_edge.i + 1
        if child.pos_ == "PRON" or (any(c.dep_ == "case" for c in child.subtree) and not (head.doc[after].ent_iob_ == "I" and child.ent_type_ == "ORG")):
            return max(start, after)
    return start


def is_title(token: Token) -> bool:
    """Whether the word is a title that stands before names."""
    if token.pos_ == "NOUN":
        return token.lemma_ in title_words()
    return token.lower_.rstrip(".") in cues("titles")


@cache
def title_words() -> frozenset[str]:
    """All single words that may end a title."""
    return cues("titles") | cues("command_titles") | cues("member_titles") | head_nouns(EntityType.PERSON)


def heads_phrase(token: Token) -> bool:
    """Whether the word heads a noun phrase of its own."""
    if token.pos_ not in NOMINAL or token.dep_ in {"compound", "nummod", "quantmod", "nmod", "case", "expl"}:
        return False
    return token.pos_ != "NUM" or token.dep_ in {"dobj", "nsubj", "nsubjpass", "pobj", "conj"}


def person_start(head: Token) -> int | None:
    """Where a person's name starts that the parser ran together with the body before it: "head of Dawn Force Jane Doe"."""
    if head.ent_type_ != "PERSON" or head.dep_ != "pobj" or head.head.lower_ != "of":
        return None
    start = head.i
    while start > 0 and head.doc[start - 1].ent_type_ == "PERSON" and head.doc[start].ent_iob_ == "I":
        start -= 1
    before = head.doc[start - 1]
    joined = before.pos_ == "PROPN" and before.ent_type_ != "PERSON" and before.head in (head, *head.lefts)
    return start if joined and start > phrase_start(head) else None


def find_mentions(doc: Doc) -> dict[int, Mention]:
    """All mentions of a text by the index of their head token."""
    found: dict[int, Mention] = {}
    for token in doc:
        if heads_phrase(token):
            split = person_start(token)
            inner = counted(token)
            end = phrase_end(inner) if inner != token else phrase_end(token)
            found[token.i] = make_mention(token, split or phrase_start(token), end)
            if split:
                found[split - 1] = make_mention(doc[split - 1], phrase_start(token), split)
            for noun in token.lefts:
                if noun.dep_ == "compound" and noun.pos_ == "NOUN" and noun.lemma_ in {"government", "army", "police", "regime"}:
                    found[noun.i] = make_mention(noun, min([noun.i, *(t.i for t in token.lefts if is_demonym(t.text) and t.i < noun.i)]), noun.i + 1)
        elif acts_as_demonym(token) and token.dep_ in {"amod", "compound", "nmod", "conj", "poss", "npadvmod"}:
            found.setdefault(token.i, Mention(token.i, token.i, token.i + 1, Kind.DEMONYM, EntityType.STATE, token.text, KNOWN))
        if token.pos_ == "NOUN":
            for name in compound_names(token):
                found.setdefault(name.i, make_mention(name, name_run(name), name.i + 1))
    return found
