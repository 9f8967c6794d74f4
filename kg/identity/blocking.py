"""What blocking costs and what it misses, measured against the comparison of all pairs."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from kg.identity.keys import PERSON, keys_of
from kg.identity.signature import Signature, spelt

# From here on two names are so much alike that a reader would want them compared.
_ALIKE = 90.0
_ALL_WORDS = 100.0
_MOST_EXAMPLES = 10
_MOST_COMMON = 5


@dataclass(frozen=True, slots=True)
class Blocking:
    """What the keys of some signatures compare, and what they miss.

    Args:
        signatures: How many have a full name.
        pairs: How many pairs they make.
        compared: How many of these share a key.
        alike: How many pairs are of names so much alike that they ought to be compared.
        missed: How many of those share no key.
        examples: Some that are missed.
        common: The keys that most signatures share, with how many.
    """

    signatures: int
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
            f"signatures with a full name: {self.signatures}",
            f"pairs that share a key: {self.compared} of {self.pairs}",
            f"pairs of names much alike: {self.alike}, of which share no key: {self.missed} ({share:.1%})",
            *(f"  missed: {example}" for example in self.examples),
            *(f"  common: {key} ({number})" for key, number in self.common),
        ]
        return "\n".join(lines)


def what_keys_miss(signatures: Iterable[Signature]) -> Blocking:
    """Compare all pairs of named signatures; time grows with their square, so give it a sample of many."""
    named = sorted({each for each in signatures if each.is_named})
    counted = Counter(key for each in named for key in keys_of(each))
    pairs = [(left, right) for left, right in combinations(named, 2) if left.family == right.family]
    shared = {pair for pair in pairs if not set(keys_of(pair[0])).isdisjoint(keys_of(pair[1]))}
    alike = [pair for pair in pairs if _names_alike(*pair)]
    missed = [f'"{_name(left)}" and "{_name(right)}"' for left, right in alike if (left, right) not in shared]
    common = sorted(counted.items(), key=lambda each: (-each[1], each[0]))[:_MOST_COMMON]
    return Blocking(
        len(named), len(pairs), len(shared), len(alike), len(missed), tuple(missed[:_MOST_EXAMPLES]), tuple(common)
    )


def _names_alike(left: Signature, right: Signature) -> bool:
    """Whether the letters agree, or, of persons, all words of the one name are words of the other."""
    names = _name(left), _name(right)
    if left.family == PERSON and fuzz.token_set_ratio(*names) == _ALL_WORDS:
        return True
    return fuzz.ratio(*names) >= _ALIKE


def _name(signature: Signature) -> str:
    return min(spelt(identity) for identity in signature.identities)
