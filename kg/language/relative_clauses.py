"""Hangs relative clauses on their nouns where a time between the two leads the parser astray."""

from spacy.language import Language
from spacy.tokens import Doc, Token

TIMES = frozenset({"DATE", "TIME"})
ADRIFT = frozenset({"ccomp", "advcl", "relcl"})
"""What a clause without its noun is taken for; the first two do not begin with a relative pronoun."""


@Language.component("relative_clauses")
def relative_clauses(doc: Doc) -> Doc:
    """Hang on a noun the time after it and the clause after that: "after clashes last night that killed ten"."""
    for pronoun in doc:
        if pronoun.tag_ == "WDT" and pronoun.dep_ in {"nsubj", "nsubjpass"}:
            time, clause = time_before(pronoun), pronoun.head
            noun = doc[time.left_edge.i - 1] if time is not None and time.left_edge.i > pronoun.sent.start else None
            if time is not None and noun is not None and (clause.head == noun or is_astray(clause, pronoun, noun)):
                clause.head, clause.dep_, time.head = noun, "relcl", noun
    return doc


def is_astray(clause: Token, pronoun: Token, noun: Token) -> bool:
    """Whether a relative clause hangs on none of the nouns that it may describe, the last of which is given."""
    is_near = clause.dep_ == "relcl" and noun in clause.head.subtree  # "the raid on a town last week that killed ten"
    return noun.tag_ in {"NN", "NNS"} and clause.left_edge == pronoun and clause.dep_ in ADRIFT and not is_near


def time_before(pronoun: Token) -> Token | None:
    """The head of the phrase of time that ends right before a word: "last night", "on Sunday"."""
    last = pronoun.doc[pronoun.i - 1] if pronoun.i else pronoun
    if last.ent_type_ not in TIMES:
        return None
    if last.dep_ == "npadvmod":
        return last
    return last.head if last.dep_ == "pobj" and last.head.dep_ == "prep" else None
