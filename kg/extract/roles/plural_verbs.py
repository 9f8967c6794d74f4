"""Verbs that the tagger took for plurals, with what stands before them: "the navy intercepts and seizes a ship"."""

from kg.extract.syntax.modifiers import modifiers
from kg.language.words import Token


def plural_beside(verb: Token) -> Token | None:
    """The verb right before "and" that the tagger took for a plural: "the navy intercepts and seizes"."""
    if verb.i < 2 or verb.nbor(-1).lower_ != "and" or verb.i < verb.sent.start + 2:
        return None
    before = verb.nbor(-2)
    return before if before.tag_ == "NNS" and before.dep_ in {"ROOT", "nsubj"} and before.text.islower() else None


def last_words_before(plural: Token) -> tuple[Token, ...]:
    """The subject that the parser took for modifiers of a plural: "the Dawn Brigade boards", "a Libyan drone hits"."""
    before = [child for child in plural.lefts if child.dep_ == "compound"][-1:]
    return tuple(before) if before and before[0].pos_ == "PROPN" else modifiers(plural) or tuple(before)
