"""How many people a noun phrase speaks of."""

import re
from functools import cache

from kg.extract.lexicon import head_nouns
from kg.extract.numbers import ARTICLES, NUMBER, NUMBER_WORDS, is_number_word, read_number
from kg.language.text import lowered
from kg.language.words import Span, Token
from kg.model import Count, EntityType
from kg.resources import load_yaml

MODIFIERS = frozenset({"compound", "amod", "nmod", "det", "poss", "quantmod", "nummod"})
# Entity labels of numbers that count no people, and of names that are not of one person.
NO_COUNT = frozenset({"DATE", "TIME", "MONEY", "PERCENT"})
JOINING_WORDS = frozenset({"between", "and", "from", "to", "or"})
NO_PERSON = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})


@cache
def words(key: str) -> frozenset[str]:
    """The words under a key of quantities.yaml."""
    return frozenset(str(word) for word in load_yaml("quantities.yaml")[key])


@cache
def amount_pattern() -> re.Pattern[str]:
    """A number or a range of two in lower case, with what makes it a bound; groups lower, upper, low, high, more."""
    lists = {
        key: "|".join(re.escape(word) for word in sorted(words(key), key=lambda word: (-len(word), word)))
        for key in ("lower", "upper", "lower_after", "fillers")
    }
    return re.compile(
        r"\b(?:(?:(?P<lower>{lower})|(?P<upper>{upper}))\s)?(?:(?:{fillers})\s)*?"
        r"(?:between\s(?P<from>{number})\sand\s|from\s)?(?P<low>{number})"
        r"(?:(?:\sto\s|\sor\s|\s?[-–]\s?)(?P<high>{number}))?(?![\w%])(?:\s(?P<more>{lower_after})\b)?".format(
            number=NUMBER, **lists
        )
    )


@cache
def amount_words() -> frozenset[str]:
    """All words in letters that the amount pattern has."""
    phrases = (phrase for key in ("lower", "upper", "lower_after", "fillers") for phrase in words(key))
    return frozenset({word for phrase in phrases for word in phrase.split()} | NUMBER_WORDS | JOINING_WORDS)


def read_amount(match: re.Match[str]) -> Count | None:
    """The bounds that a match of the amount pattern states."""
    low, high = (read_number(match[name].split()) if match[name] else None for name in ("from", "low"))
    if low is None:
        low, high = high, read_number(match["high"].split()) if match["high"] else high
    if low is None or high is None or low > high:
        return None
    if match["lower"] or match["more"]:
        return Count(low, None)
    return Count(None, high) if match["upper"] else Count(low, high)


def is_number(token: Token) -> bool:
    """Whether the token is a number in digits or words, "thirty" as well as "dozen"."""
    return token.lower_ not in ARTICLES and is_number_word(token.text)


def amount_around(number: Token) -> Count | None:
    """What the number words around a number token say, bounds and ranges included."""
    sentence: Span = number.sent
    place, opening = number.idx - sentence.start_char, first_of_amount(number).idx - sentence.start_char
    matches = amount_pattern().finditer(lowered(sentence.text), opening)
    match = next((match for match in matches if match.end() > place), None)
    return read_amount(match) if match is not None and match.start() <= place else None


def first_of_amount(number: Token) -> Token:
    """The first word from which on all up to a number may belong to an amount: it is not sought from further left."""
    first, start = number, number.sent.start
    while first.i > start and (not (before := first.nbor(-1)).text.isalpha() or before.lower_ in amount_words()):
        first = before
    return first


def phrase_head(token: Token) -> Token:
    """The noun that the token modifies, or the token itself; a number stays what it is."""
    while token.pos_ != "NUM" and token.dep_ in MODIFIERS and token.head.i > token.i:
        token = token.head
    return token


def number_of(noun: Token) -> Token | None:
    """The number before a noun; in "ten Northern Front fighters" the parser hangs it on the name between them."""
    for token in noun.doc[noun.left_edge.i : noun.i]:
        above = token
        while above != noun and above.dep_ in MODIFIERS:
            above = above.head
        hangs_on_noun = above == noun and (token.head == noun or noun.tag_ == "NNS")
        if hangs_on_noun and is_number(token) and (token.ent_type_ not in NO_COUNT or counts(token, noun)):
            return token
    return None


def counts(number: Token, noun: Token) -> bool:
    """Whether a number that the model takes for a date counts people: "between 15 and 20 civilians"."""
    return number.head == noun and noun.tag_ == "NNS" and noun.ent_type_ not in NO_COUNT


def is_one(noun: Token) -> bool:
    """Whether a noun without a number names a single person: a name, "a civilian", "his son"."""
    if noun.tag_ == "NNP":
        return noun.ent_type_ not in NO_PERSON
    lemma = noun.lemma_.lower()
    if noun.tag_ != "NN" or lemma in words("collectives"):
        return False
    if lemma in head_nouns(EntityType.PERSON):
        return noun.dep_ not in MODIFIERS
    return any(child.lower_ in words("singular_determiners") for child in noun.lefts) or any(
        grandchild.tag_ == "POS" for child in noun.lefts for grandchild in child.children
    )


def contained(noun: Token) -> Token | None:
    """What "of" brings to a noun that only holds people: "soldiers" in "a group of 12 soldiers"."""
    if noun.lemma_.lower() not in words("containers"):
        return None
    preposition = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ == "of"), None)
    inner = next(iter(preposition.rights), None) if preposition is not None else None
    return inner if inner is not None and inner.dep_ == "pobj" else None


def count_of(noun: Token) -> Count | None:
    """How many people the noun phrase with this token says.

    A number next to "about" or "some" counts as stated. Numbers that follow "including" or belong to a conjunct are
    those of their own phrase.

    Args:
        noun: The head of the phrase, a word inside it, or the bare number of "killing 12".

    Returns:
        The bounds; None where the phrase gives no number ("dozens of", "several", "no one", "the army").
    """
    head = phrase_head(noun)
    number = head if head.pos_ == "NUM" else number_of(head)
    if number is not None and (amount := amount_around(number)) is not None:
        return amount
    inner = contained(head)
    if inner is not None:
        return count_of(inner)
    return Count(1, 1) if is_one(head) else None
