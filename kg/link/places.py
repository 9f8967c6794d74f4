"""Which place a name names."""

import re
from collections.abc import Mapping
from functools import lru_cache

from kg.link.descriptions import is_description
from kg.link.gazetteer import candidates, country_of, is_demonym, place_of_number
from kg.link.identity_value import Identity
from kg.link.known import KnownPlace, PlaceKind
from kg.link.names import normal_form, word_list
from kg.model import EntityType

# A town of fewer people is not meant where an article speaks of other countries only.
_WELL_KNOWN = 500_000

_NUMBER = re.compile(r"\(GeoNames (\d+)\)$")

_CACHED_NAMES = 1 << 16


def place_identity(name: str, countries: Mapping[str, int]) -> Identity | None:
    """The place that a name names, of several the one in the country that the article speaks of most.

    A small town of another country is not meant: then the place is one that the gazetteer lacks.

    Args:
        name: The name as written, with or without words such as "city of".
        countries: How often the article names each country, by canonical name.
    """
    bare = _without_place_words(name)
    known = _known(bare)
    if known:
        place = max(known, key=lambda each: countries.get(each.country or "", 0))
        if place.kind is PlaceKind.COUNTRY:
            return Identity("country", place.name)
        if _may_be_meant(place, countries):
            return Identity("place", _described(place))
    if is_description(bare, EntityType.PLACE):
        return None
    base = _without_region_word(bare)
    is_town_too = any(_may_be_meant(place, countries) for place in candidates(base))
    return Identity("locality", normal_form(bare if is_town_too else base))


@lru_cache(_CACHED_NAMES)
def may_be_several(name: str) -> bool:
    """Whether the gazetteer knows places of a name, so that the countries of an article tell which one is meant."""
    bare = _without_place_words(name)
    return bool(_known(bare) or candidates(_without_region_word(bare)))


def known_place(identity: Identity) -> KnownPlace | None:
    """The place of the gazetteer that an identity of a place or country stands for."""
    number = _NUMBER.search(identity.value) if identity.kind == "place" else None
    if number:
        return place_of_number(int(number[1]))
    countries = candidates(identity.value) if identity.kind == "country" else ()
    return next((place for place in countries if place.kind is PlaceKind.COUNTRY), None)


def _may_be_meant(place: KnownPlace, countries: Mapping[str, int]) -> bool:
    unknown = place.country is None or place.kind is not PlaceKind.SETTLEMENT or place.population == 0
    return unknown or not countries or place.country in countries or place.population >= _WELL_KNOWN


def _known(bare: str) -> tuple[KnownPlace, ...]:
    return candidates(bare) or _region(bare)


@lru_cache(_CACHED_NAMES)
def _region(name: str) -> tuple[KnownPlace, ...]:
    """The known regions that a name with a word for a region names: "Kharkiv region" is Kharkiv Oblast."""
    base = _without_region_word(name)
    if base == name:
        return ()
    called = (base, *(f"{base} {word.title()}" for word in sorted(word_list("region_words"))))
    return tuple(place for each in called for place in candidates(each) if place.kind is PlaceKind.REGION)


def _without_region_word(name: str) -> str:
    *words, last = name.split() or [""]
    return " ".join(words) if words and last.casefold() in word_list("region_words") else name


def _described(place: KnownPlace) -> str:
    country = f", {place.country}" if place.country not in (None, place.name) else ""
    return f"{place.name}{country}" + (f" (GeoNames {place.geonames_id})" if place.geonames_id else "")


def _tells_where(word: str) -> bool:
    """Whether a word before "capital" or "region" tells whose or which it is, and is no part of its name."""
    return is_demonym(word) or country_of(word) is not None or word in word_list("directions")


@lru_cache(_CACHED_NAMES)
def _without_place_words(name: str) -> str:
    """The name without "the coastal city of", and without the people whose it is: "Yemeni capital city Sanaa"."""
    words = name.split()
    lowered = [place for place, word in enumerate(words[:-1]) if word in word_list("place_words")]
    if lowered and words[lowered[0]] != "of" and all(map(_tells_where, words[: lowered[0]])):
        words = words[lowered[0] :]
    while len(words) > 1 and (words[0] == "the" or words[0] in word_list("place_words")):
        del words[0]
    return " ".join(words)
