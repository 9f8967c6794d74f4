"""Blocking: the keys that a signature is filed under, and what the keys connect.

Two signatures that share no key are never compared, so the time to resolve grows with the articles and not with the
pairs of their entities.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.identity.clusters import Clusters
from kg.identity.signature import Signature, by_reference, spelt
from kg.link.gazetteer import country_of
from kg.link.identity_value import Identity
from kg.link.names import american_spelling, normal_form, skeleton, surname
from kg.model import MACHINE, EntityType, Judgement

PERSON = EntityType.PERSON.value

SPELT = frozenset({"person", "body", "locality", "actor", "place"})
"""The kinds of identities whose names are spelt in several ways."""

NAMED_ALIKE = frozenset({"person", "body", "locality"})
"""The kinds that a reader takes for one another where the name is all it has."""

BODILY = frozenset({"body", "actor"})
"""The kinds whose names may be told in another order of words."""

_SMALL_WORDS = frozenset({"of", "and", "for", "in", "on"})

_CACHED_KEYS = 1 << 16


@lru_cache(_CACHED_KEYS)
def keys_of(signature: Signature) -> tuple[str, ...]:
    """The keys that a signature is filed under, sorted; each begins with the word for what it is a key of."""
    keys = {key for identity in signature.identities for key in _keys_of_identity(signature.family, identity)}
    for short in signature.called:
        keys.add(f"short {signature.family} {short}")
        if signature.family == PERSON:
            keys.add(f"sound-of-short {skeleton(short)}")
    if signature.known:
        keys.add(f"actor {signature.known}")
    return tuple(sorted(keys))


def _keys_of_identity(family: str, identity: Identity) -> Iterator[str]:
    yield f"{identity.kind} {identity.value}"
    if identity.kind in SPELT:
        yield f"sound {family} {skeleton(spelt(identity))}"
    if identity.kind in BODILY and (same := unordered(identity.value)):
        yield f"words {same}"
    if identity.kind == "force" and not country_of(identity.value):
        yield f"body {identity.value}"
    if identity.kind in NAMED_ALIKE and " " in identity.value:
        yield f"name {identity.value}"
    if identity.kind == "person":
        words = identity.value.split()
        yield f"ends {words[0]} {words[-1]}"
        yield from (f"person {tail}" for tail in tails(identity.value))
    if identity.kind == "force" and not country_of(identity.value):
        yield f"person {identity.value}"
        yield f"short {PERSON} {surname(identity.value)}"


def unordered(name: str) -> str:
    """The words of a body's name in the order of the alphabet, without small ones: of three or more words, else "".

    A country stands for its people: "Russian" and "of Russia" are one.
    """
    words = {word for word in american_spelling(normal_form(name)).split() if word not in _SMALL_WORDS}
    countries = (country_of(word.capitalize()) for word in words)
    named = sorted(normal_form(country) if country else word for word, country in zip(words, countries, strict=True))
    return " ".join(named) if len(named) > 2 else ""


def tails(form: str) -> tuple[str, ...]:
    """The last words of a person's name, two or more of them, that it may be known by."""
    words = form.split()
    return tuple(" ".join(words[start:]) for start in range(1, len(words) - 1))


def components(
    signatures: Iterable[Signature], judgements: Iterable[Judgement] = ()
) -> tuple[tuple[Signature, ...], ...]:
    """The sets of signatures that keys or persons' judgements connect, each sorted; no other is compared."""
    by_id = {signature.id: signature for signature in sorted(set(signatures))}
    sets = Clusters(by_id)
    filed: dict[str, str] = {}
    for one, signature in by_id.items():
        for key in keys_of(signature):
            sets.join(filed.setdefault(key, one), one)
    found = by_reference(by_id.values())
    for judgement in judgements:
        if judgement.by != MACHINE and judgement.left in found and judgement.right in found:
            sets.join(found[judgement.left].id, found[judgement.right].id)
    return tuple(tuple(by_id[one] for one in ids) for ids in sets.members().values())
