"""The parts of a verb's or noun's phrase by their dependency labels."""

from kg.language.words import Token

SUBJECTS = frozenset({"nsubj", "csubj"})


def has_number(noun: Token) -> bool:
    """Whether a number stands before a noun."""
    return "nummod" in [child.dep_ for child in noun.lefts]


def dependents(token: Token, *labels: str) -> tuple[Token, ...]:
    """The words that hang on a word with one of these dependency labels, in the order of the text."""
    found: tuple[Token, ...] = ()
    for child in token.children:  # rules ask this most often, and mostly there is none
        if child.dep_ in labels:
            found += (child,)
    return found


def has_infinitive_marker(verb: Token) -> bool:
    """Whether the verb stands with "to": "to attack"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def is_perfect(verb: Token) -> bool:
    """Whether the verb stands with "have": "have attacked"."""
    return any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)
