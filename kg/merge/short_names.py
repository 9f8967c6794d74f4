"""Joins entities that are only named in short, and forces that are named after their leaders."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import islice

from kg.link.gazetteer import known_actor
from kg.link.identity import Identity, identity_of, short_name
from kg.link.names import is_spelling_of, skeleton, surname
from kg.merge.candidates import Profile
from kg.merge.joining import Joining, against_rivals
from kg.merge.scoring import Finding
from kg.model import EntityType

# Of an entity that may be any of several no more are named as possibly the same.
_MOST_UNSURE = 3

_Bearers = dict[str, str]
"""Of each set of entities that bear a short name: the id that stands for it, and its first member that bears it."""


class ShortNames:
    """Who can be called by a short name: over all articles, and within one."""

    def __init__(self, joining: Joining) -> None:
        self._joining = joining
        self._bearers: defaultdict[tuple[str, str], _Bearers] = defaultdict(dict)
        self._local: defaultdict[tuple[str, str, str], _Bearers] = defaultdict(dict)
        self._sounds: defaultdict[tuple[str, str], _Bearers] = defaultdict(dict)
        self._named = {joining.clusters.of(one) for one, profile in joining.profiles.items() if profile.is_named}
        for one, profile in joining.profiles.items():
            root = joining.clusters.of(one)
            for short in profile.called if profile.is_named else ():
                self._bearers[profile.family, short].setdefault(root, one)
                self._local[profile.article, profile.family, short].setdefault(root, one)
                self._sounds[profile.family, skeleton(short)].setdefault(root, one)

    def open_ends(self) -> list[tuple[str, Profile]]:
        """The entities that are only named in short, by what is known of them and of those they are one with."""
        return [
            (one, profile)
            for one, profile in self._joining.profiles.items()
            if profile.shorts and not profile.is_named and self._joining.clusters.of(one) not in self._named
        ]

    def bearers(self, profile: Profile) -> list[str]:
        """The entities, one of each set, that an entity named in short may be: the first few if there are many."""
        may_join = self._joining.clusters.may_join
        found: _Bearers = {}
        for short in profile.shorts:
            bearers = self._bearers.get((profile.family, short), {}).items()
            found.update(islice((each for each in bearers if may_join(each[1], profile.entity.id)), _MOST_UNSURE))
        return sorted(found.values())[:_MOST_UNSURE]

    def spelt_alike(self, profile: Profile) -> list[str]:
        """The entities whose short names are likely to be those of an entity in another spelling, the first few."""
        profiles = self._joining.profiles
        alike = (
            one
            for short in profile.shorts
            for one in self._sounds.get((profile.family, skeleton(short)), {}).values()
            if any(is_spelling_of(short, each) for each in profiles[one].called)
        )
        return sorted(islice(alike, _MOST_UNSURE))

    def leaders(self, article: str, short: str) -> list[str]:
        """The persons that may be meant by the short name of a leader, the first few; one of the same article wins."""
        person = EntityType.PERSON.value
        local = self._local.get((article, person, short), {})
        bearers = local if len(local) == 1 else self._bearers.get((person, short), {})
        return sorted(islice(bearers.values(), _MOST_UNSURE))


def join_short_names(joining: Joining) -> None:
    """Join an entity that is only named in short to the only one that may be meant; several are possibly the same."""
    short_names = ShortNames(joining)
    nobody: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for one, profile in short_names.open_ends():
        bearers = short_names.bearers(profile)
        for bearer in bearers:
            rivals = [_full_name(joining.profiles[other]) for other in bearers if other != bearer]
            joining.judge(bearer, one, [*_shortened(joining, bearer, one), *against_rivals(rivals)])
        if not bearers:
            nobody[profile.family, _known(profile) or profile.shorts[0]].append(one)
    for (_, name), ids in sorted(nobody.items()):
        joining.join_block(ids, [_only_short(name)])
        for other in short_names.spelt_alike(joining.profiles[ids[0]]):
            words = f'"{name}" and "{_full_name(joining.profiles[other])}"'
            joining.judge(ids[0], other, [Finding("spelling of a short name", words)])


def _only_short(name: str) -> Finding:
    """What speaks for entities being one of which only a short name, or the actor that it is known for, is given."""
    return Finding("actor", name) if known_actor(name) else Finding("only short names", f'"{name}"')


def _shortened(joining: Joining, bearer: str, one: str) -> list[Finding]:
    """What speaks for a short name being that of its bearer."""
    full, short = joining.profiles[bearer], joining.profiles[one]
    words = f'"{_short_name(short)}" is short for "{_full_name(full)}"'
    if full.family != "body":
        return [Finding("short name", words)]
    known = _known(short)
    if known and Identity("actor", known) in full.identities:
        return [Finding("known abbreviation", words)]
    return [Finding("abbreviation", words), *joining.against_types(bearer, one)]


def _known(profile: Profile) -> str | None:
    """The well-known actor that one of its abbreviations is generally known to be."""
    entity = profile.entity
    actors = (known_actor(name) for name in entity.names if short_name(name, entity.type) and profile.family == "body")
    return next((actor.label for actor in actors if actor), None)


def _short_name(profile: Profile) -> str:
    """The first of its short names, as written."""
    entity = profile.entity
    return next(name for name in entity.names if short_name(name, entity.type) in profile.shorts)


def _full_name(profile: Profile) -> str:
    """The shortest of its names that says who it is: the one without titles."""
    entity = profile.entity
    full = [name for name in entity.names if identity_of(name, entity.type)]
    return min(full, key=lambda name: (len(name), name), default=entity.label)


def join_forces(joining: Joining, blocks: Mapping[Identity, list[str]]) -> None:
    """Join the forces of one leader, however the leader is named; where several may be meant they stay apart."""
    leaders = {identity.value: ids for identity, ids in blocks.items() if identity.kind == "force"}
    short_names = ShortNames(joining)
    full = _full_leaders(leaders)
    forces: defaultdict[str, list[str]] = defaultdict(list)
    unclear: list[tuple[str, str, list[str]]] = []
    for leader, ids in leaders.items():
        person = blocks.get(Identity("person", leader), [])
        for one in ids:
            meant = person[:1] or short_names.leaders(joining.profiles[one].article, leader)
            if len(meant) > 1:
                unclear.append((one, leader, meant))
            else:
                forces[_leader(joining, leader, meant, full.get(leader, []))].append(one)
    for leader, ids in sorted(forces.items()):
        found = [Finding("force", _leader_name(joining, leader))]
        joining.join_block(sorted(ids), found)
    _leave_apart(joining, forces, unclear)


def _full_leaders(leaders: Iterable[str]) -> dict[str, list[str]]:
    """The full names among the leaders, by the short ones."""
    full: defaultdict[str, list[str]] = defaultdict(list)
    for leader in leaders:
        if surname(leader) != leader:
            full[surname(leader)].append(leader)
    return dict(full)


def _leader(joining: Joining, leader: str, persons: list[str], full: list[str]) -> str:
    """The one key of a leader: the set of the person, else the only full name that may be meant, else the name."""
    if persons:
        return joining.clusters.of(persons[0])
    return full[0] if len(full) == 1 else leader


def _leader_name(joining: Joining, leader: str) -> str:
    return _full_name(joining.profiles[leader]) if leader in joining.profiles else leader


def _leave_apart(
    joining: Joining, forces: Mapping[str, list[str]], unclear: Iterable[tuple[str, str, list[str]]]
) -> None:
    """Say of a force whose leader may be one of several that it may be the force of each."""
    for one, leader, persons in unclear:
        names = [_leader_name(joining, person) for person in persons]
        for person in persons:
            for other in forces.get(joining.clusters.of(person), [])[:1]:
                found = [Finding("force", f'"{leader}"'), *against_rivals(names)]
                joining.judge(other, one, found)
