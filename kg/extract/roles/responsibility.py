"""Responsibility: who answers for an event that is named by a noun."""

from kg.extract.lexicon import cues
from kg.extract.roles.attachment import governor_of
from kg.extract.roles.verbs import agents, patients
from kg.extract.syntax.coordination import conjuncts
from kg.extract.syntax.prepositions import prepositional
from kg.extract.syntax.word_classes import NOMINAL, is_verbal
from kg.language.words import Token

OWNING = frozenset({"claim", "own"})
HOLDING = frozenset({"hold", "deem", "consider", "find", "believe", "think", "call", "declare"})
ON, BURDEN = frozenset({"on", "upon"}), frozenset({"on", "upon", "to"})


def claimers(event: Token) -> tuple[Token, ...]:
    """Who answers for an event: "X claimed responsibility for the attack", "X was behind it", "Y accused X of it"."""
    if laid := laid_on(event):
        return laid
    if event.dep_ != "pobj":
        return burdened(event)
    preposition, above = event.head.lower_, governor_of(event.head)
    if preposition == "of" and above.lemma_ in cues("accusing_verbs"):
        return patients(above)
    if preposition == "for" and above.lemma_ == "responsibility" and is_verbal(above.head):
        return agents(above.head)
    if preposition == "for" and above.lower_ == "responsible":
        return those_responsible(above)
    if preposition == "for" and above.lemma_ in cues("blaming_verbs"):
        blamed = patients(above)
        return agents(above) if [token.lower_ for token in blamed] in (["other"], ["another"]) else blamed
    return those_behind(event.head, above) if preposition == "behind" else ()


def those_behind(preposition: Token, above: Token) -> tuple[Token, ...]:
    """Who is behind an event: "X was behind it"; "X" in "arrested X behind it" too, where the parse has the arrest."""
    before = preposition.nbor(-1) if preposition.i else above
    if before.pos_ in NOMINAL and before.dep_ == "dobj" and before.head == above:
        return conjuncts(before)
    return agents(above) or patients(above)


def those_responsible(responsible: Token) -> tuple[Token, ...]:
    """Of whom the adjective is said: "X" in "X is responsible", "Y holds X responsible", "X, responsible for it"."""
    above = responsible.head
    if responsible.dep_ == "amod":
        return conjuncts(above)
    if not is_verbal(above):
        return ()
    return patients(above) if is_held(responsible) else agents(above)


def is_held(responsible: Token) -> bool:
    """Whether somebody says who is responsible: "Y holds X responsible"; not "X is responsible"."""
    return responsible.lower_ == "responsible" and responsible.head.lemma_ in HOLDING


def laid_on(event: Token) -> tuple[Token, ...]:
    """On whom a participle right after an event lays it: "X" in "a blast blamed on X", "an attack attributed to X"."""
    clauses = (c for c in event.rights if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ in cues("attributing_verbs"))
    return next((found for clause in clauses if (found := prepositional(clause, BURDEN))), ())


def burdened(event: Token) -> tuple[Token, ...]:
    """On whom an event is laid: "X" in "blamed the attack on X", "attributed to X"; who takes it: "X claimed it"."""
    verb = event.head
    if event.dep_ in {"dobj", "nsubjpass"} and verb.lemma_ in OWNING and is_verbal(verb):
        return agents(verb)
    if event.dep_ not in {"dobj", "nsubjpass"} or verb.lemma_ not in cues("attributing_verbs"):
        return ()
    if event.i < verb.i:
        return prepositional(verb, BURDEN)
    words = (word for word in (verb, *event.subtree) if not word.is_punct)
    return next((found for word in words if (found := prepositional(word, BURDEN if word == verb else ON))), ())


def answerers(responsibility: Token) -> tuple[Token, ...]:
    """Who takes it: "X" in "X claimed responsibility"."""
    verb = responsibility.head
    takes = responsibility.dep_ == "dobj" and verb.lemma_ in cues("responsibility_verbs")
    return agents(verb) if takes else ()
