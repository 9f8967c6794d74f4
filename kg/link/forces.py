"""Forces that are named after somebody: a leader, a state, an armed group."""

import re
from functools import lru_cache

from kg.link.descriptions import ARABIC_ARTICLE, ARTICLE
from kg.link.gazetteer import country_of, known_actor
from kg.link.known import KnownActor
from kg.link.names import normal_form, word_list
from kg.model import EntityType

_CACHED_NAMES = 1 << 16

_SUBSTITUTED = re.compile(
    r"-(?:backed|led|aligned|allied|linked|affiliated|sponsored|trained|funded|supported|controlled|run|held)\b"
)

_COMMANDED = re.compile(
    r"(?P<word>[a-z]+) (?:that are |which are )?(?:still )?(?:"
    r"(?:loyal|allied|faithful|aligned) (?:to|with)|affiliated (?:to|with)|belonging to|of|"
    r"(?:commanded|led|headed) by|under (?:the )?(?:command|control|leadership) of) (?P<leader>.+)"
)
_POSSESSED = re.compile(r"(?P<leader>.+?)(?:['’]s|(?<=s)['’])? (?P<word>[a-z]+)")
_IN_FAVOUR = re.compile(r"(?:pro-(?P<before>.+?)|(?P<after>.+?)-(?:loyal|led)) (?P<word>[a-z]+)", re.IGNORECASE)
_BACKED = re.compile(
    r"\S*[A-Z]\S*-(?:backed|led|linked|aligned|affiliated|allied|supported|sponsored|funded|controlled|based)"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_KINDS = (
    r"(?:armed forces|defen[cs]e forces?|military(?: forces| troops)?|army|armies|(?:ground )?(?:forces|troops)|"
    r"(?:army )?soldiers?|servicem[ae]n|service ?members?|(?:army|military) personnel)"
)
_FORCES_AFTER = re.compile(
    rf"(?:joint |Royal )?(?P<country>.+?)(?:['’]s?)? (?:Royal |National |regular )?{_KINDS}", re.IGNORECASE
)
_FORCES_BEFORE = re.compile(
    r"(?:Royal |National )?(?:Armed Forces|Army|Defen[cs]e Forces?|military) of (?P<country>.+)", re.IGNORECASE
)


@lru_cache(_CACHED_NAMES)
def country_of_forces(name: str) -> str | None:
    """The country whose armed forces a name names as a whole: "Israeli troops", "the Armed Forces of Ukraine"."""
    bare = ARTICLE.sub("", " ".join(name.split()))
    found = _FORCES_AFTER.fullmatch(bare) or _FORCES_BEFORE.fullmatch(bare)
    return country_of(found["country"]) if found else None


@lru_cache(_CACHED_NAMES)
def known_body(name: str) -> KnownActor | None:
    """The well-known body that a name names, with or without words for what it is, whose, and who backs it.

    "the Iran-backed Houthi rebels" -> Houthis, "Iranian Quds Force" -> Quds Force; only an armed group has fighters.
    """
    words = ARTICLE.sub("", " ".join(name.split())).split()
    whose = None
    while words:
        if actor := _known(words):
            return actor if whose in (None, actor.country) else None
        country = country_of(_POSSESSIVE.sub("", words[0]))
        if len(words) == 1 or not (country or _is_no_part_of_a_name(words[0])):
            return None
        whose = country or whose
        del words[0]
    return None


def _known(words: list[str]) -> KnownActor | None:
    """The actor that the words name, or the armed group that they name and say what it is."""
    if actor := known_actor(" ".join(words)):
        return actor
    while len(words) > 1 and words[-1] in word_list("group_words") | word_list("force_words"):
        words = words[:-1]
        actor = known_actor(" ".join(words))
        if actor and actor.type is EntityType.ARMED_GROUP:
            return actor
    return None


def _is_no_part_of_a_name(word: str) -> bool:
    lowered = word.casefold()
    if _BACKED.fullmatch(word) or lowered in word_list("group_words"):
        return True
    return word.islower() and word.isalpha() and lowered not in word_list("indefinites")


@lru_cache(_CACHED_NAMES)
def leader_of(name: str) -> str | None:
    """After whom a force is named, in a form in which leaders can be compared; None where it has a name of its own.

    "Bonaparte's forces", "forces loyal to General Bonaparte" -> "bonaparte"; "UN troops" -> "United Nations".
    """
    bare = ARTICLE.sub("", " ".join(name.split()))
    if commanded := _COMMANDED.fullmatch(bare):
        return _leader(commanded["leader"], commanded["word"], own=True)
    if favoured := _IN_FAVOUR.fullmatch(bare):
        return _leader(favoured["before"] or favoured["after"], favoured["word"], own=False)
    if possessed := _POSSESSED.fullmatch(bare):
        return _leader(possessed["leader"], possessed["word"], own=True)
    return None


def _leader(leader: str, word: str, own: bool) -> str | None:
    """The leader, if the word is one for a force; `own` tells the force of a state from one in its favour."""
    words = ARTICLE.sub("", leader).split()
    proper = words and all(words[place][0].isupper() or ARABIC_ARTICLE.match(words[place]) for place in (0, -1))
    part_of_it = proper and words[0].casefold() in word_list("indefinites")
    if word not in word_list("force_words") or not proper or part_of_it or _SUBSTITUTED.search(leader):
        return None
    leader = " ".join(words)
    if country := country_of(leader):
        return country if own and word in word_list("state_force_words") else None
    actor = known_actor(leader)
    return actor.label if actor else normal_form(leader, EntityType.PERSON)
