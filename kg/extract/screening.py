"""Screening: which sentences of an article may state something, by a look at their words alone before any parse.

Worth parsing is a sentence with a word that may trigger a frame, with a name beside an office or a body, or with two
places side by side. So is one that another such sentence needs: it tells the same name, stands in a quotation, or is
what a pronoun points back to.
"""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cache

from spacy.tokens import Span

from kg.extract.frames import all_frames
from kg.extract.lexicon import cues, head_nouns, never_nouns
from kg.language.forms import possible_lemmas
from kg.link.gazetteer import country_of, is_demonym, known_actor
from kg.model import EntityType

POINTING_BACK = frozenset(
    {"he", "him", "his", "she", "her", "they", "them", "their", "it", "its", "this", "these", "those", "both"}
)
JOINING_PLACES = frozenset({",", "of", "'s"})
REACH_OF_JOINT = 4  # words, as in "Sirte, in the north of Libya"


class Sign(IntEnum):
    """What a word may be a sign of; the sum of several is a number too."""

    TELLING = 1  # an event that only conflict has: "shelled"
    EVERYDAY = 2  # an event that is one of conflict between parties to it: "took"
    PARTY = 4  # who takes part in conflict, or its weapons: "rebels", "Libyan"
    BELONGING = 8  # an office or a body: "General", "forces"
    NAME = 16  # a capital
    OWN_NAME = 32  # a name that only the article itself explains: "Haddad"


ACT_OF_PARTY = Sign.EVERYDAY | Sign.PARTY


def worth_parsing(sentences: Sequence[Span]) -> list[bool]:
    """For each sentence of an article whether it is to be parsed."""
    words = [[token.text for token in sentence] for sentence in sentences]
    chosen = [may_state(each) for each in words]
    if all(chosen) or not any(chosen):
        return chosen
    names = {name for each, is_chosen in zip(words, chosen, strict=True) if is_chosen for name in own_names(each)}
    needed = [is_chosen or is_related(each, names) for each, is_chosen in zip(words, chosen, strict=True)]
    for i in range(len(words) - 1, 0, -1):
        needed[i - 1] |= needed[i] and not POINTING_BACK.isdisjoint(map(str.lower, words[i]))
    return needed


def may_state(words: Sequence[str]) -> bool:
    """Whether a sentence may hold a statement."""
    found = 0
    for word in words:
        found |= signs(word)
        if found & Sign.TELLING or found & ACT_OF_PARTY == ACT_OF_PARTY:
            return True
    return bool(found & Sign.BELONGING and any(map(is_name, words[1:]))) or joins_places(words)


def is_name(word: str) -> bool:
    """Whether a word has a capital."""
    return bool(signs(word) & Sign.NAME)


def joins_places(words: Sequence[str]) -> bool:
    """Whether two names stand side by side as those of places do: "A, B", "A in the north of B", "A's B"."""
    joints = (i for i, word in enumerate(words) if word in JOINING_PLACES or word in cues("located_prepositions"))
    return any(is_name(words[i - 1]) and any(map(is_name, words[i + 1 : i + 1 + REACH_OF_JOINT])) for i in joints if i)


def is_related(words: Sequence[str], names: set[str]) -> bool:
    """Whether a sentence tells one of these names or stands in a quotation."""
    return '"' in words or not names.isdisjoint(own_names(words))


def own_names(words: Sequence[str]) -> Iterator[str]:
    """The names in a sentence that only its article explains; its first word has a capital whatever it is."""
    return (word for word in words[1:] if signs(word) & Sign.OWN_NAME)


@cache
def signs(word: str) -> int:
    """The sum of all that a word may be a sign of."""
    lemmas = possible_lemmas(word.lower())
    found = sum(sign for sign, listed in sign_words().items() if not listed.isdisjoint(lemmas))
    if not word[:1].isupper() or len(word) == 1:
        return found
    is_known = country_of(word) is not None or is_demonym(word) or known_actor(word) is not None
    return found | Sign.NAME | (Sign.PARTY if is_known else Sign.OWN_NAME)


@cache
def sign_words() -> dict[Sign, frozenset[str]]:
    """The lemmas that are signs."""
    everyday = cues("everyday_triggers")
    return {
        Sign.TELLING: single_triggers() - everyday,
        Sign.EVERYDAY: everyday | main_words(),
        Sign.PARTY: head_nouns(*EntityType) - never_nouns(),
        Sign.BELONGING: head_nouns(EntityType.ARMED_GROUP)
        | cues("titles", "command_titles", "member_titles", "loyalty_words", "command_nouns"),
    }


def single_triggers() -> frozenset[str]:
    """The triggers of one word."""
    found = (word for frame in all_frames() for word in (*frame.verbs, *frame.nouns, *frame.adjectives))
    return frozenset(word for word in found if " " not in word)


def main_words() -> frozenset[str]:
    """Of each trigger of several words the one that says most: "shoot" of "shoot down", "control" of "take control"."""
    nouns = (trigger.split()[-1] for frame in all_frames() for trigger in (*frame.nouns, *frame.idioms))
    verbs = (trigger.split()[0] for frame in all_frames() for trigger in frame.verbs)
    return frozenset((*nouns, *verbs))
