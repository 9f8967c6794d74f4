"""Word classes: what counts as a name, a noun or a verb, whatever the tagger calls it."""

import re

from kg.extract.lexicon import cues
from kg.extract.syntax.dependencies import dependents
from kg.language.memory import remembered
from kg.language.words import Token
from kg.link.gazetteer import known_actor

BESIDE_HARM = frozenset({"ROOT", "npadvmod", "appos", "dep"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBS = frozenset({"VERB", "AUX"})
NOUN_LABELS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "aux"})
"""Where a noun stands; the parser takes the first word of "Shelling hit the town" for an auxiliary."""
NOUNLIKE_TAGS = frozenset({"VBG", "VBZ"})
"""The tags of verb forms that look like nouns: "fighting", "airstrikes"."""
HYPHENS = frozenset({"-", "–"})
"""The marks that join the words of a compound: "Chad-backed"."""
PARTICIPLES = frozenset({"VBN", "VBD", "JJ"})
TIMES = frozenset({"DATE", "TIME"})
NOT_NAMES = TIMES | {"", "CARDINAL"}
ARABIC_NAME = re.compile(r"(?:al|el|as|ash|an|ad|ul|ben|bin)-[A-Z]")


@remembered
def is_name(token: Token) -> bool:
    """Whether the word is (part of) a proper name."""
    if token.pos_ == "PROPN" or (token.ent_type_ not in NOT_NAMES and token.text[:1].isupper()):
        return True
    return has_arabic_article(token)


def has_arabic_article(token: Token) -> bool:
    """Whether the word is a name with its article, which the tagger does not always know for a name."""
    return "-" in token.text and ARABIC_NAME.match(token.text) is not None


def is_time(token: Token) -> bool:
    """Whether the word heads a time, which takes no part in anything: "Monday", "27 August".

    The name in "attacks on Kyiv overnight" is no time, though the model's span runs over both words; nor is "M23".
    """
    if token.ent_type_ not in TIMES:
        return False
    is_named = token.pos_ == "PROPN" and (token.ent_type_ == "TIME" or known_actor(token.text) is not None)
    return not is_named


@remembered
def is_verbal(token: Token) -> bool:
    """Whether the word is used as a verb, participles before nouns and "open fire" taken for an adjective included."""
    part = token.pos_
    if part in VERBS:
        return not is_noun_taken_for_verb(token)
    may_be_plural = token.tag_ in {"NN", "NNS"} or part == "ADJ"  # "hits and damages a bridge", "was overrun"
    return may_be_plural and bool(dependents(token, "dobj", "auxpass"))


def is_noun_taken_for_verb(token: Token) -> bool:
    """Whether a word that the tagger calls a verb stands where only a noun can: "the fighting went on"."""
    if token.dep_ == "aux":
        return token.tag_ == "VBG" and token.is_sent_start
    return token.pos_ == "VERB" and token.tag_ in NOUNLIKE_TAGS and token.dep_ in NOUN_LABELS


def is_noun(token: Token) -> bool:
    """Whether the word is used as a noun, whatever the tagger calls it: "offensive" in "launch an offensive" too."""
    if token.pos_ in {"NOUN", "PROPN"} or is_noun_taken_for_verb(token):
        return True
    return token.pos_ == "ADJ" and token.dep_ in NOUN_LABELS


def stands_alone(number: Token) -> bool:
    """Whether a number is for people: "six killed and 20 injured", "raid kills 14", "Nine killed in X raid".

    So is that in "Six killed, 12 wounded in raid".
    """
    if number.pos_ != "NUM":
        return False
    if number.dep_ in BESIDE_HARM:
        return any(
            c.dep_ in {"acl", "amod"} and c.lemma_ in cues("harming_verbs", "harmed_states") for c in number.rights
        )
    return number.dep_ == "punct" or (number.dep_ == "nummod" and counts_harmed(number.head))


def counts_harmed(state: Token) -> bool:
    """Whether a number before a word is for people: "killed and 20 injured", "the raid left nine dead"."""
    if state.tag_ == "VBN" and state.dep_ == "conj":
        return True
    return state.dep_ == "oprd" and state.lower_ in cues("harmed_states")


def begins_compound(token: Token) -> bool:
    """Whether a hyphen joins the word to a participle after it: "Chad" in "Chad-backed", not in "Chad - backed by"."""
    doc, following = token.doc, token.i + 1
    if following + 1 >= len(doc) or doc[following].text not in HYPHENS:
        return False
    return doc[following + 1].tag_ in PARTICIPLES and follows_closely(doc[following + 1])


def follows_closely(token: Token) -> bool:
    """Whether no space stands between a word and the mark before it."""
    before = token.nbor(-1)
    return before.idx + len(before.text) == token.idx
