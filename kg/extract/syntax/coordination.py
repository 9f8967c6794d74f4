"""Coordination: what "and", "or" and commas join."""

from collections.abc import Iterator

from kg.extract.lexicon import cues, place_nouns
from kg.extract.syntax.dependencies import dependents, has_number
from kg.extract.syntax.semantic_heads import adjacent_apposition, named_by
from kg.extract.syntax.word_classes import NOMINAL
from kg.language.memory import remembered
from kg.language.words import Token
from kg.link.gazetteer import is_demonym

ATTRIBUTIVE = frozenset({"amod", "compound", "nmod"})
JOINED_ATTRIBUTIVE = ATTRIBUTIVE | {"conj"}
INDEFINITE = frozenset({"a", "an", "another"})


@remembered
def conjuncts(head: Token) -> tuple[Token, ...]:
    """The head and the noun phrases joined to it by "and", "or" or a comma, in the order of the text.

    A title gives way to the name that follows it.
    """
    name = named_by(head)
    if names := sharing(head) or listed_names(head):
        return names
    found = list(conjuncts(name)) if name is not None else [*nations_before(head)[:-1], head]
    for child in head.rights:
        if child.dep_ == "conj" and child.pos_ == "ADJ":
            found += named_after(child)
        elif child.pos_ in NOMINAL and (child.dep_ == "conj" or is_listed(child)) and not is_alias(child):
            found += conjuncts(child)
    return tuple(found)


def listed_names(plural: Token) -> tuple[Token, ...]:
    """The names that "and" joins right after the plural for them: X and Y in "Libyan factions X and Y"."""
    first = adjacent_apposition(plural) if plural.tag_ == "NNS" else None
    if first is None or first.pos_ != "PROPN" or not dependents(first, "conj"):
        return ()
    return conjuncts(first)


def sharing(noun: Token) -> tuple[Token, ...]:
    """The names that share a plural for areas: "Kano" and "Jigawa" in "the Kano and Jigawa states"."""
    if noun.tag_ != "NNS" or noun.lemma_.lower() not in place_nouns("regions"):
        return ()
    return joined_names_before(noun)


def nations_before(force: Token) -> tuple[Token, ...]:
    """The adjectives of several nations before a plural for the forces of each: "Chadian and Libyan troops".

    The noun then stands for the forces of the last one, and each other adjective for those of its own.
    """
    if force.tag_ != "NNS" or force.lemma_.lower() not in cues("state_force_nouns") or has_number(force):
        return ()
    beside = (child for child in force.lefts if child.dep_ in ATTRIBUTIVE and is_demonym(child.text))
    nations = tuple(nation for first in beside for nation in joined_nations(first))
    if len(nations) < 2 or nations[-1].left_edge.nbor(-1).lower_ != "and":
        return ()
    return () if nations[0].i and nations[0].nbor(-1).pos_ == "NUM" else nations  # "seven Chadian and Libyan troops"


def joined_nations(nation: Token) -> Iterator[Token]:
    """The adjective of a nation and those that a comma or "and" joins to it."""
    yield nation
    for other in dependents(nation, "conj"):
        if is_demonym(other.text) and other.i > nation.i:
            yield from joined_nations(other)


def force_of_nation(nation: Token) -> Token | None:
    """The noun for the forces that an adjective stands for: "troops" for the first of "Chadian and Libyan troops"."""
    if not is_demonym(nation.text):
        return None
    noun = nation
    while noun.dep_ in JOINED_ATTRIBUTIVE and is_demonym(noun.text):
        noun = noun.head
    if noun != nation and nation in nations_before(noun)[:-1]:
        return noun
    if nation.lefts:
        return None
    return next((noun for noun in dependents(nation, "conj") if is_shared(noun, nation)), None)


def is_shared(force: Token, nation: Token) -> bool:
    """Whether a noun that the parser joined to a nation's adjective is for its forces too."""
    is_plural = force.tag_ == "NNS" and force.lemma_.lower() in cues("state_force_nouns")
    is_next = force.left_edge.i == nation.i + 2 and nation.nbor().lower_ == "and"
    return is_plural and is_next and is_demonym(nation.nbor(2).text)


def with_bodies(subjects: tuple[Token, ...]) -> tuple[Token, ...]:
    """The subjects, and for two names that share a noun for fighters both: "Hamas and Fatah fighters"."""
    return tuple(actor for subject in subjects for actor in bodies_before(subject) or (subject,))


def bodies_before(noun: Token) -> tuple[Token, ...]:
    """The names that share a noun for fighters, which nothing counts."""
    is_plural = noun.tag_ == "NNS" and noun.lemma_ in cues("irregular_fighters") and not has_number(noun)
    return joined_names_before(noun) if is_plural else ()


def joined_names_before(noun: Token) -> tuple[Token, ...]:
    """The names that "and" joins before a noun."""
    names = (child for child in noun.lefts if child.pos_ == "PROPN" and not is_demonym(child.text))
    lists = ((name, *(other for other in dependents(name, "conj") if other.pos_ == "PROPN")) for name in names)
    return next((names for names in lists if len(names) > 1), ())


def named_after(adjective: Token) -> list[Token]:
    """The name that the parser hung on the adjective before it: "X and the paramilitary Dawn Forces"."""
    names = (child for child in adjective.rights if child.dep_ == "appos" and child.pos_ == "PROPN")
    return [name for name in names if name.left_edge.i == adjective.i + 1]


def is_alias(name: Token) -> bool:
    """Whether a short form after a comma and "or" is another name of the one before: "the Dawn Brigade, or DB"."""
    before = name.doc[max(name.i - 2, 0) : name.i]
    return name.text.isupper() and [word.lower_ for word in before] == [",", "or"]


def is_listed(apposition: Token) -> bool:
    """Whether an apposition is one more of a list, and no name of what stands before it.

    Both are counted in "five guards, one driver and two nurses"; a single one is none of several: "two guards, a driver
    and a nurse". What "as well as" follows is one more too: "the bridge, the port as well as the depot".
    """
    if apposition.dep_ != "appos" or not any(child.dep_ == "conj" for child in apposition.rights):
        return False
    if any(child.tag_ == "PRP$" for child in apposition.lefts):
        return True  # "an elder, his brother and two guards"
    is_alike = apposition.pos_ == apposition.head.pos_
    if is_alike and any(child.dep_ == "cc" and child.lower_ == "as" for child in apposition.rights):
        return True
    is_single = apposition.tag_ == "NN" and any(child.lower_ in INDEFINITE for child in apposition.lefts)
    return has_number(apposition.head) and (has_number(apposition) or (is_single and apposition.head.tag_ == "NNS"))
