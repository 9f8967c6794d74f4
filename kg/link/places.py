"""Which place a name names."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from kg.link.descriptions import is_description
from kg.link.gazetteer import candidates, country_of, is_demonym, place_of_number
from kg.link.identity_value import Identity
from kg.link.known import KnownPlace, PlaceKind
from kg.link.names import is_spelling_of, normal_form, word_list
from kg.link.settlements import fold
from kg.model import EntityType

# A town of fewer people is not meant where an article speaks of other countries only.
_WELL_KNOWN = 500_000

_NUMBER = re.compile(r"\(GeoNames (\d+)\)$")

_CACHED_NAMES = 1 << 16


def place_identity(name: str, countries: Mapping[str, int]) -> Identity | None:
    """The place that a name names, of several the one in the country that the article speaks of most.

    A small town of another country is not meant: then the place is one that the gazetteer lacks. A place that is only
    otherwise called so gives way to one of that name, and a village to a country.

    Args:
        name: The name as written, with or without words such as "city of".
        countries: How often the article names each country, by canonical name.
    """
    bare = _without_place_words(name)
    known = _known(bare)
    if known:
        place = _meant(bare, known, countries)
        if place.kind is PlaceKind.COUNTRY:
            return Identity("country", place.name)
        if _may_be_meant(bare, place, countries):
            return Identity("place", _described(place))
    if is_description(bare, EntityType.PLACE):
        return None
    base = _without_kind(bare)
    is_town_too = any(_may_be_meant(base, place, countries) for place in candidates(base))
    return Identity("locality", normal_form(bare.removesuffix("s") if is_town_too and base != bare else base))


@lru_cache(_CACHED_NAMES)
def may_be_several(name: str) -> bool:
    """Whether the gazetteer knows places of a name, so that the countries of an article tell which one is meant."""
    bare = _without_place_words(name)
    return bool(_known(bare) or candidates(_without_kind(bare)))


def known_place(identity: Identity) -> KnownPlace | None:
    """The place of the gazetteer that an identity of a place or country stands for."""
    number = _NUMBER.search(identity.value) if identity.kind == "place" else None
    if number:
        return place_of_number(int(number[1]))
    countries = candidates(identity.value) if identity.kind == "country" else ()
    return next((place for place in countries if place.kind is PlaceKind.COUNTRY), None)


@cache
def area_words() -> frozenset[str]:
    """The words for kinds of regions and districts: "oblast", "county"."""
    return word_list("region_words") | word_list("district_words")


@lru_cache(_CACHED_NAMES)
def is_called(place: KnownPlace, name: str) -> bool:
    """Whether a name is a place's own, in whatever spelling: not "White House" for Casablanca."""
    if place.kind is not PlaceKind.SETTLEMENT:
        return True
    return fold(name) in map(fold, (place.name, *place.names)) or is_spelling_of(place.name, name)


@lru_cache(_CACHED_NAMES)
def is_well_known_place(name: str) -> bool:
    """Whether a name is that of a country, a region or a large town."""
    place = next(iter(candidates(name)), None)
    is_small = place is not None and place.kind is PlaceKind.SETTLEMENT and place.population < _WELL_KNOWN
    return place is not None and is_called(place, name) and not is_small


def _meant(name: str, known: Sequence[KnownPlace], countries: Mapping[str, int]) -> KnownPlace:
    """The place in the country that an article speaks of most, those first that bear the name as their own."""
    if known[0].kind is PlaceKind.COUNTRY:
        known = [place for place in known if place.kind is not PlaceKind.SETTLEMENT]
    return max(
        known,
        key=lambda place: (
            place.country in countries and is_called(place, name),
            place.country in countries,
            countries.get(place.country or "", 0),
        ),
    )


def _may_be_meant(name: str, place: KnownPlace, countries: Mapping[str, int]) -> bool:
    unknown = place.country is None or place.kind is not PlaceKind.SETTLEMENT or place.population == 0
    if unknown or not countries or place.country in countries:
        return True
    return place.population >= _WELL_KNOWN and is_called(place, name)


def _known(bare: str) -> tuple[KnownPlace, ...]:
    return candidates(bare) or _region(bare)


@lru_cache(_CACHED_NAMES)
def _region(name: str) -> tuple[KnownPlace, ...]:
    """The known regions that a name with a word for a region names: "Kharkiv region" is Kharkiv Oblast."""
    base = _without_last(name, word_list("region_words"))
    if base == name:
        return ()
    called = (base, *(f"{base} {word.title()}" for word in sorted(word_list("region_words"))))
    return tuple(place for each in called for place in candidates(each) if place.kind is PlaceKind.REGION)


def _without_kind(name: str) -> str:
    return _without_last(name, area_words())


def _without_last(name: str, kinds: frozenset[str]) -> str:
    """The name without its last word, if that tells of what kind it is: "Saratov" of "Saratov oblast"."""
    *words, last = name.split() or [""]
    if not words or last.casefold().removesuffix("s") not in kinds or country_of(f"{words[-1]} {last}"):
        return name
    return name if words[-1].casefold() in word_list("directions") else " ".join(words)


def _described(place: KnownPlace) -> str:
    country = f", {place.country}" if place.country not in (None, place.name) else ""
    return f"{place.name}{country}" + (f" (GeoNames {place.geonames_id})" if place.geonames_id else "")


def _tells_where(word: str) -> bool:
    """Whether a word before "capital" or "region" tells whose or which it is, and is no part of its name."""
    return is_demonym(word) or country_of(word) is not None or word in word_list("directions")


@lru_cache(_CACHED_NAMES)
def _without_place_words(name: str) -> str:
    """The name without "the coastal city of", "Yemeni capital city" before it and "suburb" after it."""
    words = name.split()
    while len(words) > 1 and words[-1] in word_list("trailing_place_words") and not candidates(" ".join(words)):
        del words[-1]
    lowered = [place for place, word in enumerate(words[:-1]) if word in word_list("place_words")]
    if lowered and words[lowered[0]] != "of" and all(map(_tells_where, words[: lowered[0]])):
        words = words[lowered[0] :]
    while len(words) > 1 and (words[0] == "the" or words[0] in word_list("place_words")):
        del words[0]
    return " ".join(words)
