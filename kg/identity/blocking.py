"""What blocking costs and what it misses, measured against the comparison of all pairs."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from kg.identity.keys import PERSON, keys_of
from kg.identity.signature import Signature, spelt
from kg.model import digest

# From here on two names are so much alike that a reader would want them compared.
_ALIKE = 90.0
_ALL_WORDS = 100.0
_MOST_EXAMPLES = 10
_MOST_COMMON = 5

MOST_SAMPLED = 2000
"""Of so many names, at most, all pairs are compared, which takes some seconds."""


@dataclass(frozen=True, slots=True)
class Blocking:
    """What the keys of some signatures compare, and what they miss.

    Args:
        signatures: How many have a full name.
        sampled: How many of them the pairs are made of.
        pairs: How many pairs these make, of things of one kind.
        compared: How many of these share a key.
        alike: How many pairs are of names so much alike that they ought to be compared.
        missed: How many of those share no key.
        examples: Some that are missed.
        common: The keys that most signatures share, with how many.
    """

    signatures: int
    sampled: int
    pairs: int
    compared: int
    alike: int
    missed: int
    examples: tuple[str, ...]
    common: tuple[tuple[str, int], ...]

    def __str__(self) -> str:
        """The report as lines for a reader."""
        share = self.missed / self.alike if self.alike else 0.0
        lines = [
            f"full names: {self.signatures}; compared all with all: {self.sampled}",
            f"pairs that share a key: {self.compared} of {self.pairs}",
            f"pairs much alike: {self.alike}, of which share no key: {self.missed} ({share:.1%})",
            *(f"  missed: {example}" for example in self.examples),
            *(f"  common key: {key} (names: {number})" for key, number in self.common),
        ]
        return "\n".join(lines)


def what_keys_miss(signatures: Iterable[Signature], sample: int = MOST_SAMPLED) -> Blocking:
    """Compare all pairs of named signatures, letter by letter, and find those that share no key.

    Args:
        signatures: Those of a corpus.
        sample: Of so many at most, drawn by a hash of their ids; time grows with its square.
    """
    named = {each for each in signatures if each.is_named}
    counted = Counter(key for each in named for key in keys_of(each))
    drawn = sorted(sorted(named, key=lambda one: digest(one.id))[:sample])
    names = {each.id: min(map(spelt, each.identities)) for each in drawn}
    pairs = [(left, right) for left, right in combinations(drawn, 2) if left.family == right.family]
    filed: defaultdict[str, list[Signature]] = defaultdict(list)
    for each in drawn:
        for key in keys_of(each):
            filed[key].append(each)
    shared = {(left.id, right.id) for block in filed.values() for left, right in combinations(block, 2)}
    alike = [(left.id, right.id) for left, right in pairs if _are_alike(left.family, names[left.id], names[right.id])]
    missed = [f'"{names[left]}" and "{names[right]}"' for left, right in alike if (left, right) not in shared]
    return Blocking(
        signatures=len(named),
        sampled=len(drawn),
        pairs=len(pairs),
        compared=sum((left.id, right.id) in shared for left, right in pairs),
        alike=len(alike),
        missed=len(missed),
        examples=tuple(missed[:_MOST_EXAMPLES]),
        common=tuple(sorted(counted.items(), key=lambda each: (-each[1], each[0]))[:_MOST_COMMON]),
    )


def _are_alike(family: str, left: str, right: str) -> bool:
    """Whether the letters agree, or, of persons, all words of the one name are words of the other."""
    if family == PERSON and fuzz.token_set_ratio(left, right) == _ALL_WORDS:
        return True
    return fuzz.ratio(left, right) >= _ALIKE
