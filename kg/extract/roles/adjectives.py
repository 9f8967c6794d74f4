"""The nouns that adjectives are said of."""

from kg.extract.lexicon import cues
from kg.extract.roles.verbs import agents, patients
from kg.extract.syntax.coordination import conjuncts
from kg.extract.syntax.dependencies import dependents
from kg.extract.syntax.word_classes import NOMINAL, is_verbal
from kg.language.words import Token

PREDICATIVE = frozenset({"acomp", "attr", "oprd", "ccomp", "xcomp", "advmod", "dobj", "dep"})


def described(adjective: Token) -> tuple[Token, ...]:
    """The nouns that an adjective is said of: "left three people dead", "fighters loyal to X", "they are dead"."""
    governor = adjective.head
    is_label = adjective.i < governor.i and adjective.lower_ in cues("harmed_states")
    attributive = adjective.dep_ in {"amod", "acl"} and governor.pos_ in NOMINAL and not is_label
    if attributive or adjective.dep_ == "relcl":
        return (governor,)
    if adjective.dep_ == "appos":
        return (governor,)  # "X, an ally of Y"
    own = tuple(noun for subject in dependents(adjective, "nsubj", "nsubjpass") for noun in conjuncts(subject))
    if own or adjective.dep_ not in PREDICATIVE:
        return own
    if governor.lemma_ in cues("resultative_verbs"):
        return amount_before(adjective) or patients(governor)
    return agents(governor) if is_verbal(governor) else ()


def amount_before(adjective: Token) -> tuple[Token, ...]:
    """The number right before an adjective that stands for people: "nine" in "the raid left nine dead"."""
    amounts = dependents(adjective, "nummod") if adjective.lower_ in cues("harmed_states") else ()
    return tuple(amount for amount in amounts if amount.i < adjective.i)
