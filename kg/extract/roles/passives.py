"""The parts of a passive that the parser hangs elsewhere: amounts, subjects of its auxiliary, nouns before its "by"."""

from kg.extract.lexicon import cues
from kg.extract.syntax.coordination import conjuncts
from kg.extract.syntax.dependencies import SUBJECTS, dependents
from kg.extract.syntax.prepositions import objects_of
from kg.extract.syntax.word_classes import NOMINAL, stands_alone
from kg.language.words import Token

APPROXIMATE = frozenset({"over", "about", "around", "under"})
AMOUNT_LABELS = frozenset({"amod", "prep", "nummod", "advmod"})
COMPLETING = frozenset({"with", "as"})


def complements_of_passive(verb: Token) -> tuple[Token, ...]:
    """The nouns after a passive on which its "by" may hang: "supplied with weapons by X", "called a traitor by X"."""
    phrases = (child for child in verb.children if child.lower_ in COMPLETING)
    return (*(noun for phrase in phrases for noun in dependents(phrase, "pobj")), *dependents(verb, "oprd"))


def agents_by(verb: Token) -> tuple[Token, ...]:
    """What the "by" of a passive governs, though it may hang on a noun after it."""
    words = (verb, *complements_of_passive(verb))
    phrases = [c for word in words for c in word.children if c.lower_ == "by" and c.dep_ in {"agent", "prep"}]
    return tuple(agent for phrase in phrases[:1] for agent in objects_of(phrase))


def bare_amount(verb: Token) -> tuple[Token, ...]:
    """The amount that stands for people before a joined passive: "five were killed and several wounded".

    After "over" or "about" the parser takes it for a circumstance: "over 100 were injured".
    """
    if verb.tag_ != "VBN":
        return ()
    before = [child for child in verb.lefts if child.dep_ in AMOUNT_LABELS]
    amounts = [child for child in before if child.lower_ in cues("bare_amounts") or stands_alone(child)]
    numbers = [n for child in before if child.lower_ in APPROXIMATE for n in dependents(child, "pobj")]
    return tuple([*amounts, *(number for number in numbers if number.tag_ == "CD")][:1])


def noun_before_auxiliary(verb: Token) -> tuple[Token, ...]:
    """The noun right before a passive's auxiliary, hung elsewhere: "with ten people being kidnapped"."""
    auxiliary = next(iter(dependents(verb, "auxpass")), None)
    if auxiliary is None:
        return ()
    if auxiliary.lower_ != "being":
        return apposition_before(auxiliary)
    before = auxiliary
    while before.i > before.sent.start and (before == auxiliary or before.pos_ == "ADV"):
        before = before.nbor(-1)
    if before.pos_ not in NOMINAL:
        return ()
    is_counted = before.dep_ == "pobj" and before.head.head.lemma_ in cues("partitives")
    return (before.head.head,) if is_counted else (before,)


def apposition_before(auxiliary: Token) -> tuple[Token, ...]:
    """The subject that the parser took for an apposition: "according to news from Chad, ten men were hurt"."""
    first = auxiliary.nbor(-1) if auxiliary.i > auxiliary.sent.start else auxiliary
    while first.dep_ == "conj" and first.head.pos_ in NOMINAL:
        first = first.head
    is_after_comma = first.left_edge.i > 0 and first.left_edge.nbor(-1).text == ","
    return conjuncts(first) if first.dep_ == "appos" and first.pos_ in NOMINAL and is_after_comma else ()


def subjects_of_auxiliary(verb: Token) -> tuple[Token, ...]:
    """The subject of a passive that the parser hung on its auxiliary: "X is opposed to"."""
    return tuple(subject for auxiliary in dependents(verb, "auxpass") for subject in dependents(auxiliary, *SUBJECTS))
