"""Semantic heads: the noun that a phrase is about, where the parse puts another one above it."""

from kg.extract.lexicon import cues, head_nouns, place_nouns
from kg.extract.syntax.dependencies import dependents
from kg.extract.syntax.word_classes import is_name
from kg.language.memory import remembered
from kg.language.words import Token
from kg.link.gazetteer import is_demonym, known_actor
from kg.model import EntityType

PARTING_MARKS = frozenset({",", ":", "-", "–", "—", "--"})
BEFORE_STRONGHOLDS = frozenset({"amod", "compound", "nmod", "poss"})


def following_of(noun: Token) -> Token | None:
    """The "of" right after a noun that hangs on it."""
    word = noun.rights[0] if noun.rights else noun
    return word if word.lower_ == "of" and word.dep_ == "prep" and word.i == noun.i + 1 else None


@remembered
def named_by(title: Token) -> Token | None:
    """The name that a noun only introduces: "minister Jane Doe" headed by "minister", "the city of X", "much of X"."""
    if not title.rights:
        return None
    of = following_of(title)
    if of is not None:
        objects = dependents(of, "pobj")
        if is_named_part(title) and not any(map(is_after_kind, objects)):
            return None
        if title.lemma_ in cues("strongholds") and any(word.dep_ in BEFORE_STRONGHOLDS for word in title.lefts):
            return next((token for token in objects if is_name(token) and known_actor(token.text) is None), None)
        if title.lemma_.lower() in cues("introducing_nouns", "portions") and not counts_parts(title, objects):
            whole = title.lemma_ in cues("portions")
            return next((token for token in objects if whole or is_name(token)), None)
        if (run_on := next((token for token in objects if person_start(token) is not None), None)) is not None:
            return run_on
        # "the head of the Dawn Force Jane Doe", the name hung on the body
        named = (name for body in objects for name in dependents(body, "appos"))
        return next((name for name in named if name.ent_type_ == "PERSON" and may_be_called(title, name)), None)
    if title.pos_ not in {"NOUN", "PROPN"} or title.tag_ == "NNS":
        return None
    return next((c for c in title.rights if c.pos_ == "PROPN" and is_adjacent_apposition(c, title)), None)


def may_be_called(title: Token, name: Token) -> bool:
    """Whether a person named after the body of a title bears that: "a commander of the Dawn Force, Jane Doe, left"."""
    before = name.left_edge.nbor(-1)
    return before.text not in PARTING_MARKS or (
        title.tag_ == "NN" and title.lemma_.lower() in head_nouns(EntityType.PERSON)
    )


def is_named_part(noun: Token) -> bool:
    """Whether a noun for a part of a place ends its name, so that "of" tells the whole: "the Sidra district of X"."""
    is_part = noun.lemma_.lower() in place_nouns("regions") or noun.lower_ in cues("parts_of_places")
    before = noun.nbor(-1) if is_part and noun.i else noun
    return is_part and before.pos_ == "PROPN" and before.head == noun and not is_demonym(before.text)


def is_after_kind(name: Token) -> bool:
    """Whether a noun for a kind of place stands before a name: "the Republic of Sidra capital city Darna"."""
    return any(word.lower_ in cues("place_kinds_before_names") for word in name.lefts)


def counts_parts(noun: Token, objects: tuple[Token, ...]) -> bool:
    """Whether a plural counts parts of a single place: "three provinces of X", not "the towns of X and Y"."""
    is_single = not any(dependents(name, "conj") for name in objects)
    return noun.tag_ == "NNS" and is_single and noun.lemma_ not in cues("portions")


def person_start(head: Token) -> int | None:
    """Where a person's name starts that runs on from the body before it: "head of Dawn Force Jane Doe"."""
    if head.ent_type_ != "PERSON" or head.dep_ != "pobj" or head.head.lower_ != "of":
        return None
    doc, start = head.doc, head.i
    while start > 0 and doc[start - 1].ent_type_ == "PERSON" and doc[start].ent_iob_ == "I":
        start -= 1
    before = doc[start - 1]
    joined = before.pos_ == "PROPN" and before.ent_type_ != "PERSON" and before.head in (head, *head.lefts)
    return start if joined and before.lower_.rstrip(".") not in cues("titles") else None


def adjacent_apposition(noun: Token) -> Token | None:
    """The apposition that follows a noun without a comma."""
    return next((child for child in noun.rights if is_adjacent_apposition(child, noun)), None)


def is_adjacent_apposition(child: Token, noun: Token) -> bool:
    """Whether a child of a noun stands in apposition right after it."""
    return child.dep_ == "appos" and child.left_edge.i == noun.i + 1


def described_noun(noun: Token) -> Token:
    """The word for those whom a plural describes: "rebel" in "rebel forces", who are the rebels; else the noun."""
    if noun.tag_ != "NNS" or noun.lemma_.lower() not in cues("nouns_for_fighters"):
        return noun
    before = [word for word in noun.lefts if word.dep_ in {"amod", "compound", "nmod"}]
    is_side = len(before) == 1 and not before[0].lefts and before[0].lemma_.lower() in cues("nouns_for_a_side")
    return before[0] if is_side else noun


def without_titles(nouns: tuple[Token, ...]) -> tuple[Token, ...]:
    """The nouns without those that are titles of the name right after: "president" in "to topple president X"."""
    starts = {name.left_edge.i for name in nouns if name.pos_ == "PROPN"}
    return tuple([noun for noun in nouns if noun.i + 1 not in starts]) if len(nouns) > 1 else nouns


def counted(head: Token) -> Token:
    """The noun that an amount counts: "fighters" in "dozens of fighters", "two of the fighters"; else the head."""
    is_amount = head.pos_ == "NUM" or head.lemma_.lower() in cues("partitives")
    if is_amount and (of := following_of(head)) is not None:
        return next((child for child in of.children if child.dep_ == "pobj"), head)
    return head
