"""Possession: who owns a noun, where the parser puts the owner elsewhere too."""

from kg.extract.lexicon import cues
from kg.extract.syntax.coordination import conjuncts
from kg.extract.syntax.semantic_heads import following_of
from kg.extract.syntax.word_classes import is_name
from kg.language.memory import remembered
from kg.language.words import Token


@remembered
def possessors(noun: Token) -> tuple[Token, ...]:
    """Who owns the noun: "Rome's and Paris's troops" has two, "its troops" the pronoun."""
    owning = [child for child in noun.lefts if child.dep_ == "poss" and not is_in_name(child, noun)]
    owners = tuple([token for child in owning for token in conjuncts(child)]) if owning else ()
    if shared_possessor(noun) is not None:
        return owners[1:]
    above = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and owned_by_split_name(above) == noun:
        return (above,)
    return owners


def is_in_name(owner: Token, noun: Token) -> bool:
    """Whether an owner is part of a name: "People" in "the Dawn People's Army"."""
    following = noun.doc[owner.right_edge.i + 1]
    return owner.lower_ in cues("owners_in_names") and owner.text[0].isupper() and following.text[0].isupper()


def shared_possessor(noun: Token) -> Token | None:
    """The first of two names that the parser took for owners of one noun: A in "between A and B's forces"."""
    if noun.head.lower_ not in {"between", "among"}:
        return None
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if owner is None or has_possessive_ending(owner):
        return None
    return owner if any(child.dep_ == "conj" for child in owner.children) else None


def has_possessive_ending(owner: Token) -> bool:
    """Whether "'s" hangs on the word."""
    return any(child.dep_ == "case" for child in owner.children)


def owner_end(noun: Token) -> int | None:
    """Index after an owner that the parser split over a name: "Elders" in "the Council of Elders's Dawn Force"."""
    owner = next((child for child in noun.lefts if child.dep_ == "poss" and is_name(child)), None)
    return owner.i + 1 if owner is not None and has_possessive_ending(owner) else None


@remembered
def owned_by_split_name(name: Token) -> Token | None:
    """The noun that a split owner owns: "Force" for "Council" in "the Council of Elders's Dawn Force"."""
    of = following_of(name) if is_name(name) else None
    if of is None:
        return None
    return next((t for t in of.children if t.dep_ == "pobj" and is_name(t) and owner_end(t)), None)
