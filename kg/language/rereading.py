"""Reads sentences once more in which the parser took the verb for a noun, as in "Army troops battle rebels"."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.language.partial import PARSED
from kg.resources import load_yaml

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PLURAL = frozenset({"NNS", "NNPS"})
AFTER_VERB = frozenset({"dobj", "xcomp", "ccomp"})


def reread(nlp: Language, doc: Doc) -> Doc:
    """The text with a better parse of those of its sentences that have no verb but a word that may be one.

    The word is put into the past, which is no noun; it counts if it then has a plural subject and an object.
    """
    readings = [
        (sentence, word, past_of(sentence, word)) for sentence in verbless(doc) for word in likely_verbs(sentence)
    ]
    if not readings:
        return doc
    done: set[int] = set()
    for (sentence, word, _), parsed in zip(readings, nlp.pipe([copy for *_, copy in readings]), strict=True):
        if sentence.start not in done and is_verb_of_plural(parsed[word.i - sentence.start]):
            done.add(sentence.start)
            doc = with_reading(doc, sentence, parsed)
    return doc


def verbless(doc: Doc) -> Iterator[Span]:
    """The parsed sentences without a finite verb outside their relative clauses."""
    parsed = (sentence for sentence in doc.sents if sentence.root.tag_)
    return (sentence for sentence in parsed if not any(t.tag_ in FINITE and t.dep_ != "relcl" for t in sentence))


def likely_verbs(sentence: Span) -> Iterator[Token]:
    """The words of a sentence that may be its verb."""
    verbs = pasts()
    return (token for token in sentence[1:] if token.text in verbs and token.i + 1 < sentence.end)


@cache
def pasts() -> dict[str, str]:
    """The past of each verb that looks like a noun."""
    past: dict[str, str] = load_yaml("verbs.yaml")["past"]
    return past


def past_of(sentence: Span, word: Token) -> Doc:
    """The sentence as a text of its own, with one of its words in the past."""
    words = [pasts()[token.text] if token == word or goes_on(token, word) else token.text for token in sentence]
    return Doc(sentence.doc.vocab, words, [bool(token.whitespace_) for token in sentence])


def goes_on(token: Token, word: Token) -> bool:
    """Whether a word right after "and" may be a verb beside a first one: "raid the camp and detain ten"."""
    return token.i > word.i and token.text in pasts() and token.nbor(-1).lower_ == "and"


def is_verb_of_plural(word: Token) -> bool:
    """Whether a word was read as a past with an object and a subject that "they" stands for."""
    labels = {child.dep_ for child in word.children}
    subjects = [child for child in word.lefts if child.dep_ == "nsubj"]
    return word.tag_ == "VBD" and not labels.isdisjoint(AFTER_VERB) and any(map(is_plural, subjects))


def is_plural(noun: Token) -> bool:
    """Whether a noun takes a verb in the plural."""
    return noun.tag_ in PLURAL or noun.text.endswith("s") or noun.lower_ == "police" or is_joined(noun)


def is_joined(noun: Token) -> bool:
    """Whether a noun is one of several, or has several before it: "the Chadian and Libyan army"."""
    return bool(noun.conjuncts) or any(token.dep_ == "cc" for token in noun.subtree if token.i < noun.i)


def with_reading(doc: Doc, sentence: Span, parsed: Doc) -> Doc:
    """The text with one sentence as it was parsed on its own, and its verbs in the present again."""
    table: Any = doc.to_array(PARSED)
    table[sentence.start : sentence.end] = parsed.to_array(PARSED)
    strings = doc.vocab.strings
    changed = [verb for verb, read in zip(sentence, parsed, strict=True) if verb.text != read.text]
    for verb in changed:
        table[verb.i, PARSED.index("LEMMA")] = strings.add(verb.text)
        table[verb.i, PARSED.index("TAG")] = strings.add("VBP")
        table[verb.i, PARSED.index("MORPH")] = doc.vocab.morphology.add("Tense=Pres|VerbForm=Fin")
    return doc.from_array(PARSED, table)
