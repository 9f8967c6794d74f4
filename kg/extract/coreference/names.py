"""Coreference of names: same words, an abbreviation, or a short form of a full name."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from kg.extract.coreference.chains import Chain, Coreference
from kg.extract.lexicon import head_nouns, place_nouns
from kg.extract.mentions import Certainty, Kind, Mention
from kg.extract.syntax.coordination import is_alias
from kg.link.gazetteer import candidates, country_of, is_demonym, known_actor
from kg.link.names import is_abbreviation_of, normal_form
from kg.model import EntityType

COMPASS = frozenset({"north", "south", "east", "west"})
"""What tells two areas apart: "North Darfur", "South Darfur"."""
CACHED_NAMES = 1 << 14
LEAST_FOR_MIDDLE_NAME = 3
REACH_OF_OUTER = 2  # words from "Sidra" to "Sidra" in "Sidra, in Sidra Province"


def find_named(coreference: Coreference, mention: Mention) -> tuple[int | None, str]:
    """The chain that bears a name, None for a name that is new, and the key by which to find it."""
    country = country_of(mention.text) or country_of_half(coreference, mention)
    if country is not None:
        is_placed = mention.type is EntityType.PLACE and mention.certainty > Certainty.MODEL
        role = "place" if is_placed else "state"
        key = f"{role}:{country}"
        return coreference.keys.get(key), key
    key = name_key(mention.text)
    found = coreference.keys.get(key)
    by_kind = f"{kind_of_place(coreference, mention)}:{key}"
    is_other = found is not None and (
        is_other_kind_of_place(coreference, found, mention) or is_other_known_place(coreference.chains[found], mention)
    )
    if by_kind in coreference.keys or is_other:
        return coreference.keys.get(by_kind), by_kind
    if found is not None and is_place_of_body(coreference.chains[found], mention):
        key = f"place:{key}"
        return coreference.keys.get(key), key
    if found is None and mention.type is not EntityType.PERSON:
        found = coreference.keys.get(key.removesuffix("s") if key.endswith("s") else f"{key}s")
    if found is None:
        found = by_brackets(coreference, mention)
    if found is None:
        found = by_alias(coreference, mention)
    if found is None:
        found = by_short_form(coreference, mention, key)
    return found, key


def country_of_half(coreference: Coreference, mention: Mention) -> str | None:
    """The country that "the South" stands for in a text that names just one South: "South Korea"."""
    half = mention.text.casefold()
    if half not in COMPASS or mention.start == 0 or coreference.doc[mention.start - 1].lower_ != "the":
        return None
    longer = (name.text for name in coreference.mentions.values() if name.text.casefold().startswith(f"{half} "))
    countries = {country for text in longer if (country := country_of(text)) is not None}
    return countries.pop() if len(countries) == 1 else None


def is_other_kind_of_place(coreference: Coreference, chain: int, mention: Mention) -> bool:
    """Whether a name and a chain's names are told to be of different kinds: "Sidra, Sidra Province"."""
    kind = kind_of_place(coreference, mention)
    names = coreference.chains[chain].names
    kinds = [kind_of_place(coreference, name) for name in names]
    is_around = any(lies_before(coreference, name, mention) for name in names)
    return bool(kind and (is_around or any(kinds))) and kind not in kinds


def is_other_known_place(chain: Chain, mention: Mention) -> bool:
    """Whether a name and all names of a chain are those of places known to be two: "Gaza", "Gaza City"."""
    places = set(candidates(mention.text))
    others = [set(candidates(name.text)) for name in chain.names]
    return bool(places and others) and all(known and known.isdisjoint(places) for known in others)


def lies_before(coreference: Coreference, inner: Mention, outer: Mention) -> bool:
    """Whether one name stands right before another as that of a place in it: "Sidra, Sidra Province"."""
    is_next = 0 < outer.start - inner.end <= REACH_OF_OUTER
    return is_next and coreference.doc[inner.end].lower_ in {",", "in"}


def kind_of_place(coreference: Coreference, name: Mention) -> str:
    """The noun that says what kind of place a name is of, in it or before it: "the city of Sidra"; "" for none."""
    if kind := kind_in_name(name.text):
        return kind
    if coreference.doc[name.start - 1].lower_ != "of":
        return ""
    said, *of = coreference.doc.text_of(max(0, name.start - 2), name.start).casefold().split() or [""]
    return said if of == ["of"] and said in place_nouns("settlements", "regions") else ""


@lru_cache(CACHED_NAMES)
def kind_in_name(text: str) -> str:
    """The last noun in a name that says what kind of place it is of: "Sidra Province"; "" for none."""
    kinds = place_nouns("settlements", "regions")
    return next((word for word in reversed(normal_form(text).split()) if word in kinds), "")


def is_place_of_body(chain: Chain, mention: Mention) -> bool:
    """Whether a name is that of a place, and the chain that bears it a body known to be none: "Dawn Brigade camp"."""
    other = chain.type is not EntityType.PLACE and chain.certainty >= Certainty.WORD
    return mention.type is EntityType.PLACE and mention.certainty == Certainty.WORD and other


@lru_cache(CACHED_NAMES)
def name_key(text: str) -> str:
    """The words that identify a name: its normal form without generic nouns such as "area" or "city of"."""
    words = normal_form(text).split()
    generic = place_nouns("settlements", "regions") - COMPASS
    return " ".join(w for w in words if w not in generic and w != "of") or " ".join(words)


def by_brackets(coreference: Coreference, mention: Mention) -> int | None:
    """The chain of the name before the brackets in "Northern Defence Force (NDF)"."""
    before = before_brackets(coreference, mention)
    if before is None or before.head not in coreference.chain_of:
        return None
    is_short = mention.text.isupper() or before.kind is Kind.NAME or is_abbreviation_of(mention.text, before.text)
    return coreference.chain_of[before.head] if is_short else None


def before_brackets(coreference: Coreference, mention: Mention) -> Mention | None:
    """The mention that a name in brackets right after it may be another name of."""
    doc, start, end = coreference.doc, mention.start, mention.end
    if start < 2 or doc[start - 1].text != "(" or end == len(doc) or doc[end].text != ")":
        return None
    last = start - 2
    ending = [m for m in coreference.mentions.values() if last in (m.end - 1, m.head)]
    abbreviated = (m for m in ending if is_abbreviation_of(mention.text, m.text))
    names_first = sorted(ending, key=lambda m: m.kind is not Kind.NAME)
    others = (m for m in (*before_country(coreference, last), *names_first) if country_of(m.text) is None)
    return next(chain(abbreviated, others), None)


def before_country(coreference: Coreference, last: int) -> Iterator[Mention]:
    """The name that ends in a country: "African Union Mission" in "the African Union Mission in Somalia"."""
    if country_of(coreference.doc[last].text) is not None and coreference.doc[last - 1].dep_ == "prep":
        yield from (m for m in coreference.mentions.values() if m.end == last - 1 and m.kind is Kind.NAME)


def by_alias(coreference: Coreference, mention: Mention) -> int | None:
    """The chain of the name before the comma in "the Northern Defence Force, or NDF"."""
    if mention.end - mention.start > 1 or not is_alias(coreference.doc[mention.head]):
        return None
    ending = (m for m in coreference.mentions.values() if m.end == mention.start - 2 and m.kind is Kind.NAME)
    return next((coreference.chain_of[m.head] for m in ending if m.head in coreference.chain_of), None)


def by_short_form(coreference: Coreference, mention: Mention, key: str) -> int | None:
    """The latest named chain of which this is an abbreviation, a last name or a name without its generic words."""
    for number in range(len(coreference.chains) - 1, -1, -1):
        names = coreference.chains[number].names
        for other in names:
            if are_forms_of_one(mention, key, other) and not is_relative(key, names):
                return number
    return None


def is_relative(key: str, names: list[Mention]) -> bool:
    """Whether a person's full name is another than that of a chain's person, though one surname may stand for both."""
    words = set(key.split())
    full = [set(name_key(n.text).split()) for n in names if n.type is EntityType.PERSON and " " in n.text]
    return len(words) > 1 and bool(full) and all(words - other and other - words for other in full)


def are_forms_of_one(mention: Mention, key: str, other: Mention) -> bool:
    """Whether one of two names abbreviates or shortens the other; `key` is that of the mention."""
    longer = name_key(other.text)
    have_shared = not words_of_key(key).isdisjoint(words_of_key(longer))
    are_alike = (
        (have_shared and (is_short_form(key, longer, other.type) or is_short_form(longer, key, mention.type)))
        or is_abbreviation_of(mention.text, other.text)
        or is_abbreviation_of(other.text, mention.text)
    )
    return are_alike and country_of(other.text) is None and not is_place_beside_body(mention, other)


def is_place_beside_body(mention: Mention, other: Mention) -> bool:
    """Whether one of two names is that of a place, the other of a body: "Sidra", "Sidra Army"; or of a known one."""
    kinds = {mention.type, other.type}
    is_sure = min(mention.certainty, other.certainty) >= Certainty.WORD and len(kinds) > 1
    is_known = max(mention.certainty, other.certainty) is Certainty.KNOWN
    return is_sure and (EntityType.PLACE in kinds or (is_known and EntityType.PERSON in kinds))


def is_short_form(short: str, long: str, kind: EntityType | None) -> bool:
    """Whether a name is a person's last name out of a longer one, or another's name less its generic words."""
    words = words_of_key(short)
    if not words or not words < words_of_key(long):
        return False
    if kind is EntityType.PERSON:
        longer = long.split()
        return longer[-1] in words or (len(longer) >= LEAST_FOR_MIDDLE_NAME and longer[-2] in words)
    return all(map(is_left_out, words_of_key(long) - words))


@lru_cache(CACHED_NAMES)
def words_of_key(key: str) -> frozenset[str]:
    """The different words of a key."""
    return frozenset(key.split())


@lru_cache(CACHED_NAMES)
def is_left_out(word: str) -> bool:
    """Whether a name may go without a word: "Dawn", "Libyan Dawn Operation", "Dawn Operation of the UN"."""
    if word in generic_words() or is_demonym(word.capitalize()):
        return True
    return country_of(word.upper()) is not None or known_actor(word.upper()) is not None


@cache
def generic_words() -> frozenset[str]:
    """Nouns that a body's name may go without, in singular and plural."""
    nouns = head_nouns(EntityType.ARMED_GROUP, EntityType.OPERATION, EntityType.ORGANIZATION)
    return nouns | {f"{noun}s" for noun in nouns}
