"""Joins signatures that are only named in short, and forces that are named after their leaders."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import islice

from kg.identity.features import Finding
from kg.identity.joining import Joining, against_rivals, against_types
from kg.identity.keys import PERSON
from kg.identity.signature import BODY, Signature
from kg.link.identity_value import Identity
from kg.link.names import is_spelling_of, skeleton, surname, word_list
from kg.model import EntityType

# Of an entity that may be any of several no more are named as possibly the same.
_MOST_UNSURE = 3

_Bearers = dict[str, Signature]
"""Of each set of signatures that bear a short name: the id that stands for it, and its first member that bears it."""


class ShortNames:
    """Who in a component can be called by a short name."""

    def __init__(self, joining: Joining) -> None:
        self._joining = joining
        self._bearers: defaultdict[tuple[str, str], _Bearers] = defaultdict(dict)
        self._sounds: defaultdict[str, _Bearers] = defaultdict(dict)
        self._named = {joining.root(one) for one in joining.signatures if one.is_named}
        for one in joining.signatures:
            for short in sorted(one.called) if one.is_named else ():
                self._bearers[one.family, short].setdefault(joining.root(one), one)
                if one.family == PERSON:
                    self._sounds[skeleton(short)].setdefault(joining.root(one), one)

    def open_ends(self) -> list[Signature]:
        """The signatures that are only named in short, by what is known of them and of those they are one with."""
        return [
            one
            for one in self._joining.signatures
            if one.shorts and not one.is_named and self._joining.root(one) not in self._named
        ]

    def bearers(self, one: Signature) -> list[Signature]:
        """The signatures, one of each set, that one named in short may be: the first few if there are many."""
        found: _Bearers = {}
        for short in one.shorts:
            bearers = self._bearers.get((one.family, short), {}).items()
            found.update(islice((each for each in bearers if self._joining.may_join(each[1], one)), _MOST_UNSURE))
        return sorted(found.values())[:_MOST_UNSURE]

    def spelt_alike(self, one: Signature) -> list[Signature]:
        """The persons whose short names are likely to be those of one in another spelling, the first few."""
        if one.family != PERSON:
            return []
        alike = (
            other
            for short in one.shorts
            for other in self._sounds.get(skeleton(short), {}).values()
            if any(is_spelling_of(short, each) for each in other.called)
        )
        return sorted(islice(alike, _MOST_UNSURE))

    def leaders(self, short: str) -> list[Signature]:
        """The persons that may be meant by the short name of a leader, the first few."""
        return sorted(islice(self._bearers.get((PERSON, short), {}).values(), _MOST_UNSURE))


def join_short_names(joining: Joining) -> None:
    """Join a signature that is only named in short to the only one that may be meant; several are possibly the same."""
    short_names = ShortNames(joining)
    nobody: defaultdict[tuple[str, str], list[Signature]] = defaultdict(list)
    for one in short_names.open_ends():
        bearers = short_names.bearers(one)
        for bearer in bearers:
            rivals = [other.name for other in bearers if other != bearer]
            joining.judge(bearer, one, [*_shortened(bearer, one), *against_rivals(rivals)])
        if not bearers:
            nobody[one.family, one.known or one.shorts[0]].append(one)
    for (_, name), block in sorted(nobody.items()):
        joining.join_block(block, [Finding("actor", name) if block[0].known else Finding("only short names", name)])
        for other in short_names.spelt_alike(block[0]):
            joining.judge(block[0], other, [Finding("spelling of a short name", f'"{name}" and "{other.name}"')])


def _shortened(bearer: Signature, one: Signature) -> list[Finding]:
    """What speaks for a short name being that of its bearer."""
    words = f'"{one.name}" is short for "{bearer.name}"'
    if bearer.family != BODY:
        given = [Finding("given name", f'"{short}"') for short in one.shorts if short in word_list("given_names")]
        return [Finding("short name", words), *given]
    if one.known and Identity("actor", one.known) in bearer.identities:
        return [Finding("known abbreviation", words)]
    return [Finding("abbreviation", words), *against_types(bearer, one)]


def join_forces(joining: Joining) -> None:
    """Join the forces of one leader, however the leader is named; where several may be meant they stay apart."""
    leaders = {identity.value: block for identity, block in joining.by_identity.items() if identity.kind == "force"}
    short_names = ShortNames(joining)
    full = _full_leaders(leaders)
    forces: defaultdict[str, list[Signature]] = defaultdict(list)
    unclear: list[tuple[str, list[Signature], list[Signature]]] = []
    for leader, block in leaders.items():
        person = joining.by_identity.get(Identity("person", leader), [])
        named = joining.by_identity.get(Identity("body", leader), [])
        groups = [one for one in named if one.type == EntityType.ARMED_GROUP.value]
        if groups and not person:
            joining.join_block([groups[0], *block], [Finding("fighters", f'"{leader}"')])
            continue
        meant = person[:1] or short_names.leaders(leader)
        if len(meant) > 1:
            unclear.append((leader, block, meant))
        else:
            forces[_leader(joining, leader, meant, full.get(leader, []))] += block
    for _, block in sorted(forces.items()):
        joining.join_block(sorted(block), [Finding("force", _leader_name(block))])
    _leave_apart(joining, forces, unclear)


def _leader_name(block: Iterable[Signature]) -> str:
    """The longest of the names that the leader of forces is called by."""
    names = {identity.value for one in block for identity in one.identities if identity.kind == "force"}
    return min(names, key=lambda name: (-len(name), name))


def _full_leaders(leaders: Iterable[str]) -> dict[str, list[str]]:
    """The full names among the leaders, by the short ones."""
    full: defaultdict[str, list[str]] = defaultdict(list)
    for leader in leaders:
        if surname(leader) != leader:
            full[surname(leader)].append(leader)
    return dict(full)


def _leader(joining: Joining, leader: str, persons: list[Signature], full: list[str]) -> str:
    """The one key of a leader: the set of the person, else the only full name that may be meant, else the name."""
    if persons:
        return joining.root(persons[0])
    return full[0] if len(full) == 1 else leader


def _leave_apart(
    joining: Joining,
    forces: Mapping[str, list[Signature]],
    unclear: Iterable[tuple[str, list[Signature], list[Signature]]],
) -> None:
    """Say of a force whose leader may be one of several that it may be the force of each."""
    for leader, block, persons in unclear:
        names = [person.name for person in persons]
        for person in persons:
            for other in forces.get(joining.root(person), [])[:1]:
                for one in block:
                    joining.judge(other, one, [Finding("force", f'"{leader}"'), *against_rivals(names)])
