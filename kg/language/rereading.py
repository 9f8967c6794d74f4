"""Reads sentences once more whose verb the parser took for a noun: "Troops battle rebels", "Army shells town"."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.language.partial import PARSED
from kg.resources import load_yaml

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SINGULAR = frozenset({"NN", "NNP"})
PLURAL = frozenset({"NNS", "NNPS"})
BEFORE_NOUN = frozenset({"det", "amod", "compound"})
AFTER_VERB = frozenset({"dobj", "xcomp", "ccomp"})
HISSING = ("s", "sh", "ch", "x", "z")
STAND_IN = "knew"
"""A past that is no noun and no participle, and takes one object and no particle."""


def reread(nlp: Language, doc: Doc) -> Doc:
    """The text with a better parse of those of its sentences that have no verb but a word that may be one.

    Another verb stands in for the word; it counts if it then has an object and a subject of its number. A plain form is
    tried before one with an s, which is a noun more often: "army attacks kill ten".
    """
    readings = [
        (sentence, word, with_stand_in(sentence, word))
        for sentence in verbless(doc)
        for word in sorted(likely_verbs(sentence), key=lambda word: word.text not in plain_forms())
    ]
    if not readings:
        return doc
    done: set[int] = set()
    for (sentence, word, _), parsed in zip(readings, nlp.pipe([copy for *_, copy in readings]), strict=True):
        if sentence.start not in done and is_verb(parsed[word.i - sentence.start], word.text):
            done.add(sentence.start)
            doc = with_reading(doc, sentence, parsed)
    return doc


def verbless(doc: Doc) -> Iterator[Span]:
    """The parsed sentences under a noun or a half noun, and those without a finite verb but in relative clauses."""
    parsed = (sentence for sentence in doc.sents if sentence.root.tag_)
    return (sentence for sentence in parsed if is_nominal(sentence.root) or not any(map(is_finite, sentence)))


def is_nominal(root: Token) -> bool:
    """Whether a word is a noun, or a verb with what stands before a noun in the place of its subject."""
    if root.tag_ in SINGULAR | PLURAL:
        return True
    labels = {child.dep_ for child in root.children}
    return root.tag_ == "VBZ" and "nsubj" not in labels and not labels.isdisjoint(BEFORE_NOUN)


def is_finite(token: Token) -> bool:
    """Whether a word is a finite verb outside relative clauses."""
    return token.tag_ in FINITE and token.dep_ != "relcl"


def likely_verbs(sentence: Span) -> Iterator[Token]:
    """The words of a sentence that may be its verb."""
    return (token for token in sentence[1:] if token.text in lemmas() and token.i + 1 < sentence.end)


@cache
def plain_forms() -> frozenset[str]:
    """The verbs that look like nouns."""
    return frozenset(load_yaml("verbs.yaml")["like_nouns"])


@cache
def lemmas() -> dict[str, str]:
    """The present forms of the verbs that look like nouns, each with its plain form: "clashes" with "clash"."""
    with_s = {f"{verb}{'es' if verb.endswith(HISSING) else 's'}": verb for verb in plain_forms()}
    return with_s | {verb: verb for verb in plain_forms()}


def with_stand_in(sentence: Span, word: Token) -> Doc:
    """The sentence as a text of its own, with another verb in the place of one of its words."""
    words = [STAND_IN if token == word or goes_on(token, word) else token.text for token in sentence]
    return Doc(sentence.doc.vocab, words, [bool(token.whitespace_) for token in sentence])


def goes_on(token: Token, word: Token) -> bool:
    """Whether a word right after "and" may be a verb beside a first one: "raid the camp and detain ten"."""
    is_alike = token.text in lemmas() and (token.text in plain_forms()) == (word.text in plain_forms())
    return token.i > word.i and is_alike and token.nbor(-1).lower_ == "and"


def is_verb(stand_in: Token, present: str) -> bool:
    """Whether a word was read as a past with an object and a subject that takes the present form of the text."""
    labels = {child.dep_ for child in stand_in.children}
    subjects = [child for child in stand_in.lefts if child.dep_ == "nsubj"]
    takes = is_plural if present in plain_forms() else is_singular
    return stand_in.tag_ == "VBD" and not labels.isdisjoint(AFTER_VERB) and any(map(takes, subjects))


def is_plural(noun: Token) -> bool:
    """Whether a noun takes a verb in the plural."""
    return noun.tag_ in PLURAL or noun.text.endswith("s") or noun.lower_ == "police" or is_joined(noun)


def is_singular(noun: Token) -> bool:
    """Whether a noun takes a verb in the singular, as the name of a body does whatever it ends in."""
    return noun.tag_ in SINGULAR and not is_joined(noun)


def is_joined(noun: Token) -> bool:
    """Whether a noun is one of several, or has several before it: "the Chadian and Libyan army", "Chad, Libya"."""
    return (
        bool(noun.conjuncts)
        or follows_another(noun)
        or any(token.dep_ == "cc" for token in noun.subtree if token.i < noun.i)
    )


def follows_another(noun: Token) -> bool:
    """Whether only another noun and a comma stand before a noun, as a headline lists two: "Chad, Libya sign deal"."""
    start = noun.left_edge.i
    before = noun.doc[: max(start, 2) - 1]
    is_after_comma = start > 1 and noun.doc[start - 1].text == ","
    return is_after_comma and all(word.tag_ in SINGULAR | PLURAL | {"JJ"} for word in before)


def with_reading(doc: Doc, sentence: Span, parsed: Doc) -> Doc:
    """The text with one sentence as it was parsed on its own, and its verbs in the present again."""
    table: Any = doc.to_array(PARSED)
    table[sentence.start : sentence.end] = parsed.to_array(PARSED)
    strings = doc.vocab.strings
    for verb, read in zip(sentence, parsed, strict=True):
        if verb.text != read.text:
            table[verb.i, PARSED.index("LEMMA")] = strings.add(lemmas()[verb.text])
            table[verb.i, PARSED.index("TAG")] = strings.add("VBP" if verb.text in plain_forms() else "VBZ")
            table[verb.i, PARSED.index("MORPH")] = doc.vocab.morphology.add("Tense=Pres|VerbForm=Fin")
    return doc.from_array(PARSED, table)
