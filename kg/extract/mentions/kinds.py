"""How a phrase refers: by a name, a demonym, a description or a pronoun."""

from kg.extract.lexicon import cues, head_nouns, place_nouns
from kg.extract.mentions.mention import DEMONYM, DESCRIPTION, NAME, PRONOUN, Kind
from kg.extract.syntax.modifiers import is_of_make
from kg.extract.syntax.semantic_heads import following_of
from kg.extract.syntax.word_classes import is_name
from kg.language.words import Token
from kg.link.gazetteer import country_of, is_demonym, names_of_country
from kg.model import EntityType

SINGULAR_PERSONAL = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself", "i", "me", "my"})
PERSONAL = SINGULAR_PERSONAL | {"we", "us", "our", "who", "whom", "whose"}
IMPERSONAL = frozenset({"it", "its", "itself", "they", "them", "their", "theirs", "themselves", "which", "that"})
PRONOUNS = PERSONAL | IMPERSONAL
ATTRIBUTIVE = frozenset({"amod", "compound", "nmod", "conj"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})


def kind_of(head: Token) -> Kind:
    """How the phrase with this head refers."""
    if head.pos_ == "PRON" and head.lower_ in PRONOUNS:
        return PRONOUN
    if head.dep_ in ATTRIBUTIVE and demonym_start(head) is not None:
        return DEMONYM
    if is_people(head):
        return DESCRIPTION
    if head.is_sent_start and opens_with_force(head):
        return DESCRIPTION
    return NAME if is_name(head) or ends_place_name(head) else DESCRIPTION


def opens_with_force(head: Token) -> bool:
    """Whether the capital of a sentence is no name's: "Forces of the council attacked", "Rebel leader Jane Doe"."""
    if head.i + 1 == len(head.doc):
        return False
    if head.lower_.removesuffix("s") in cues("nouns_for_a_side"):
        return True
    is_told = head.nbor().lower_ in {"of", "from", "loyal"}
    return is_told and head.lower_.removesuffix("s") in head_nouns(EntityType.ARMED_GROUP)


def demonym_start(token: Token) -> int | None:
    """Where the country's adjective starts that ends in this word: "Libyan", "South Korean"; None if it ends none.

    That of a make or kind is none: "Libyan-made".
    """
    doc, start = token.doc, token.i
    if start and doc[start - 1].is_title and is_adjective_of_country(f"{doc[start - 1].text} {token.text}"):
        start -= 1
    elif not is_adjective_of_country(token.text):
        return None
    return None if token.i + 2 < len(doc) and is_of_make(doc[token.i + 2]) else start


def is_adjective_of_country(text: str) -> bool:
    """Whether the words are a country's adjective and not also the country's name."""
    if not is_demonym(text) or text.lower().startswith("the "):
        return False
    country = country_of(text)
    return country is None or text not in names_of_country(country)


def is_people(token: Token) -> bool:
    """Whether the word stands for the people of a country: "Libyans"."""
    return token.tag_ in PLURAL_TAGS and is_demonym(token.text)


def ends_place_name(noun: Token) -> bool:
    """Whether a common noun ends the name of a place: "Sidra valley"."""
    word = noun.lower_
    if word not in place_nouns("settlements", "regions") and word not in cues("place_name_endings"):
        return False
    if word in cues("settlements_in_areas") and following_of(noun) is not None:
        return False  # "the Sidra village of Darna"
    return any(c.pos_ == "PROPN" and c.i == noun.i - 1 and not is_demonym(c.text) for c in noun.lefts)
