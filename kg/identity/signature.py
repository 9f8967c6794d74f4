"""What one article tells of who an entity is, in a form that entities of many articles share."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from kg.link.identity import short_names_of
from kg.link.identity_value import Identity
from kg.link.names import normal_form
from kg.model import CANONICAL, digest

BODY = "body"
"""The family of states, armed groups, organizations and operations: news takes one for another."""
PLACES = frozenset({"place", "locality"})
"""The kinds of identities of places."""

_KNOWN = frozenset({"country", "actor", "place"})

_LONGEST_SLUG = 40
# Ten hexadecimal digits: among 100,000 signatures of one name two have the same with a probability below 0.5 %.
_HASH_DIGITS = 10

_CACHED_IDENTIFIERS = _CACHED_IDENTITIES = 1 << 16


def without_number(identity: Identity) -> str:
    """What is named, without a number of the gazetteer: "Kyiv, Ukraine"."""
    return identity.value.split(" (GeoNames")[0]


@lru_cache(_CACHED_IDENTITIES)
def spelt(identity: Identity) -> str:
    """The normal form of the name alone: "kyiv" of "Kyiv, Ukraine (GeoNames 703448)"."""
    return normal_form(without_number(identity).split(",")[0])


@dataclass(frozen=True, slots=True, order=True)
class Signature:
    """Who an entity is as far as its article alone tells; entities of one signature are treated alike everywhere.

    Args:
        family: Entities of two families are never one: `BODY`, or the type of any other entity.
        identities: Who its names say it is, sorted; () for a description and for a short name.
        shorts: The short names that stand in the article, as normal forms, sorted.
        known: The well-known actor that one of its short names is generally known to be; else "".
        type: The type of a body that is not generally known; "" where the type plays no part.
        home: The country that a person's names tell, or that the article of a place which the gazetteer lacks speaks of
            most; else "".
        decade: The decade in which the article of a named person was published; 0 where the day is unknown.
        apart: Names of much the same sound that its article tells it apart from, sorted.
        only: The id of the one entity it is of, where a person judged it or it is described and not named; else "".
        words: The label of an entity that has neither identity nor short name; else "".
        id: A readable slug and a hash of all this, such as `idris-saleh-3f2a9c41d0`.
    """

    family: str
    identities: tuple[Identity, ...] = ()
    shorts: tuple[str, ...] = ()
    known: str = ""
    type: str = ""
    home: str = ""
    decade: int = 0
    apart: tuple[str, ...] = ()
    only: str = ""
    words: str = ""
    id: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", _identifier_of(self))

    @property
    def name(self) -> str:
        """Its best name as far as it alone tells."""
        if self.identities:
            return without_number(min(self.identities, key=lambda each: (each.kind not in _KNOWN, each)))
        return self.shorts[0] if self.shorts else self.words

    @property
    def called(self) -> frozenset[str]:
        """The short names by which it is or could be called."""
        return frozenset(self.shorts).union(*map(short_names_of, self.identities))

    @property
    def is_named(self) -> bool:
        """Whether it bears a full name of its own."""
        return any(identity.kind != "force" for identity in self.identities)

    @property
    def rank(self) -> tuple[int, bool, bool, str, "Signature"]:
        """What orders signatures from the best known: the first of several that are one gives them its id."""
        kinds = {identity.kind for identity in self.identities}
        named = 0 if kinds & _KNOWN else 1 if self.is_named else 2 if self.identities else 3 if self.shorts else 4
        return named, bool(self.only), bool(self.apart), self.name, self


@lru_cache(_CACHED_IDENTIFIERS)
def _identifier_of(one: Signature) -> str:
    content = (*(part for each in one.identities for part in each), "", *one.shorts, "", *one.apart)
    hashed = digest(one.family, one.known, one.type, one.home, str(one.decade), one.only, one.words, *content)
    slug = normal_form(one.name).replace(" ", "-")[:_LONGEST_SLUG].strip("-") or one.family.lower()
    return f"{slug}-{hashed[:_HASH_DIGITS]}"


def reference(signature: Signature) -> str:
    """What judgements call a signature, and all entities of it: `entity:idris-saleh-3f2a9c41d0`."""
    return f"{CANONICAL}{signature.id}"


def by_reference(signatures: Iterable[Signature]) -> dict[str, Signature]:
    """Signatures by all that judgements may call them: their own ids, and the id of the one entity of an article."""
    found = {}
    for signature in signatures:
        found[reference(signature)] = signature
        if signature.only:
            found[signature.only] = signature
    return found
