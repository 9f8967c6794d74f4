"""Normal forms of names, so that two spellings of one name meet."""

import re
import unicodedata
from functools import cache, lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

from kg.link.gazetteer import is_demonym
from kg.model import EntityType
from kg.resources import load_yaml

_POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?=\s|$)")
# The Arabic article is written "al-Nusra", "an-Nusra" or "Al Nusra", or is left out.
_HYPHENATED_ARTICLE = re.compile(r"\b(?:al|el|ul|ad|adh|an|ar|as|ash|at|ath|az)-(?=[a-z])")
_HYPHEN = re.compile("-[a-z]")
_ARABIC_ARTICLES = frozenset({"al", "el"})
_WORD = re.compile(r"[a-z0-9]+")
_SMALL_WORDS = frozenset({"of", "and", "for", "in", "on", "to", "by", "with", "wal", "wa"})
_ABBREVIATION = re.compile(r"(?=(?:.*[A-Z]){2}|[A-Z]+\d)[A-Z0-9][A-Za-z0-9/–-]{0,11}")

_FINAL_BREATH = re.compile(r"(?<=[aeiou])h$")
_VOWELS = re.compile(r"[aeiouy]+")
_TWICE = re.compile(r"(.)\1+")

# "Mohammed" and "Muhammad" have 75 of 100, "Hassan" and "Hussein" 62: below, equal consonants are chance.
_LEAST_LIKENESS = 65.0
# With two consonants "Kiev" and "Kyiv" still have 75, but so have "Mali" and "Male"; "Juba" and "Jibia" have 67.
_LEAST_LIKENESS_OF_BRIEF = 75.0
_CONSONANTS_ENOUGH = 3

_BRITISH_ENDING = re.compile(r"(?<=[a-z]{3})is(?=ation(?:al)?s?$|e[ds]?$|ing$)")
_AMERICAN_ENDING = "iz"
_SPELLINGS = {"defence": "defense", "programme": "program", "centre": "center", "labour": "labor", "forces": "force"}

_CACHED_NAMES = 1 << 16


@cache
def word_list(name: str) -> frozenset[str]:
    """One of the lists of `kg/data/names.yaml`."""
    return frozenset(load_yaml("names.yaml")[name])


@lru_cache(_CACHED_NAMES)
def normal_form(name: str, entity_type: EntityType | None = None) -> str:
    """A name in plain lower-case letters and digits, its words parted by one space.

    Case, accents, other scripts, possessive endings, articles (also the Arabic) and hyphens are gone, and from the name
    of a person also titles and ranks: "French General Napoléon Bonaparte's" -> "napoleon bonaparte". Empty only for a
    name without letters and digits; idempotent.
    """
    plain = anyascii(unicodedata.normalize("NFKC", name)).lower().replace("`", "'")
    words = _words(plain)
    if entity_type is EntityType.PERSON:
        words = _without_titles(words)
    return " ".join(words)


def _words(plain: str) -> list[str]:
    # To look for a sign takes less time than to look for what stands around it, and most names have none.
    bare = _POSSESSIVE.sub("", plain) if "'" in plain else plain
    bare = bare.replace("&", " and ")
    bare = _HYPHENATED_ARTICLE.sub("", bare) if _HYPHEN.search(bare) else bare
    words = _WORD.findall(bare.replace("'", "").replace(".", ""))
    if "the" in words:
        words = [word for word in words if word != "the"] or words
    if not _ARABIC_ARTICLES.isdisjoint(words):
        words = [word for word in words[:-1] if word not in _ARABIC_ARTICLES] + words[-1:]
    while len(words) > 1 and words[0] in {"a", "an"}:
        del words[0]
    return words


def _without_titles(words: list[str]) -> list[str]:
    """The words from the first that is no title; a people's name goes with the title it stands before."""
    titles = word_list("titles")
    for place, word in enumerate(words[:-1]):
        if word not in titles and not (words[place + 1] in titles and is_demonym(word.capitalize())):
            return words[place:]
    return words[-1:]


@lru_cache(_CACHED_NAMES)
def american_spelling(form: str) -> str:
    """A normal form in American spelling, a force in the singular: "defence forces" -> "defense force"."""
    words = (_BRITISH_ENDING.sub(_AMERICAN_ENDING, _SPELLINGS.get(word, word)) for word in form.split())
    return " ".join(words)


@lru_cache(_CACHED_NAMES)
def skeleton(name: str) -> str:
    """What transliterations of a name have in common: its consonants. "Mohammed" and "Muhammad" -> "mhmd"."""
    return " ".join(filter(None, map(_skeleton_of_word, normal_form(name).split())))


def _skeleton_of_word(word: str) -> str:
    for letters, sound in load_yaml("names.yaml")["sounds"].items():
        word = word.replace(letters, sound)
    start = "a" if word[0] in "aeiou" else word[0] if word[0] == "y" else ""
    return start + _VOWELS.sub("", _FINAL_BREATH.sub("", _TWICE.sub(r"\1", word)))


def is_spelling_of(left: str, right: str) -> bool:
    """Whether two names are likely to be two transliterations of one: "Mohammed" and "Muhammad", "Kyiv" and "Kiev".

    Word by word the consonants are equal and the letters alike; a single word with few consonants must end alike too.
    """
    lefts, rights = normal_form(left).split(), normal_form(right).split()
    if not lefts or len(lefts) != len(rights) or skeleton(left) != skeleton(right):
        return False
    pairs = list(zip(lefts, rights, strict=True))
    if len(pairs) == 1 and len(skeleton(left)) < _CONSONANTS_ENOUGH:
        return lefts[0][-1] == rights[0][-1] and fuzz.ratio(*pairs[0]) >= _LEAST_LIKENESS_OF_BRIEF
    return all(fuzz.ratio(*pair) >= _LEAST_LIKENESS for pair in pairs)


@lru_cache(_CACHED_NAMES)
def is_abbreviation(name: str) -> bool:
    """Whether a name is written as an abbreviation: "NATO", "U.N.", "SPLM-N", "M23"."""
    return _ABBREVIATION.fullmatch(_undotted(name)) is not None


def is_abbreviation_of(short: str, long: str) -> bool:
    """Whether the first is made of the first letters of the second: "AU" of "African Union"."""
    return is_abbreviation(short) and _undotted(short).casefold() in initials(long)


@lru_cache(_CACHED_NAMES)
def initials(name: str) -> frozenset[str]:
    """The first letters of the words of a name, with and without the small words; empty for a single word."""
    words = normal_form(name).split()
    significant = [word for word in words if word not in _SMALL_WORDS]
    return frozenset("".join(word[0] for word in each) for each in (words, significant) if len(each) > 1)


def _undotted(name: str) -> str:
    bare = re.sub(r"^[Tt]he\s+|['’]s$", "", name.strip())
    return bare.replace(".", "")


def is_short_name_of(short: str, long: str) -> bool:
    """Whether the first is the last part of the second, a person's name: "Bonaparte" of "Napoleon Bonaparte"."""
    few, many = normal_form(short, EntityType.PERSON).split(), normal_form(long, EntityType.PERSON).split()
    return 0 < len(few) < len(many) and many[-len(few) :] == few


def surname(form: str) -> str:
    """By what a person is called for short, from the normal form of a full name: the last word, or "bin salman"."""
    words = form.split()
    particles = word_list("surname_particles")
    first = next((place for place, word in enumerate(words[:-1]) if place and word in particles), len(words) - 1)
    return " ".join(words[first:])


def name_keys(name: str, entity_type: EntityType) -> tuple[str, ...]:
    """The keys under which a name is filed: two names that share none are not compared.

    Its normal form, its consonants, and for a person the surname, for others the initials of three words or more.
    """
    form = normal_form(name, entity_type)
    keys = {f"name:{form}", f"sound:{skeleton(form)}"}
    if entity_type is EntityType.PERSON:
        keys.add(f"short:{surname(form)}")
    else:
        keys |= {f"short:{letters}" for letters in initials(name) if len(letters) > 2}
        keys |= {f"short:{form}"} if is_abbreviation(name) else set()
    return tuple(sorted(keys))
