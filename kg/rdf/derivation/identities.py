"""Who is who: of the signatures, those that articles bring or take away and what keys connect with them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.identity import (
    Signature,
    Tally,
    canonical_entity,
    components,
    keys_of,
    resolve_component,
    signatures_of,
)
from kg.model import CANONICAL, MACHINE, ArticleGraph, CanonicalEntity, Judgement
from kg.rdf import iris
from kg.rdf.derivation.facts import entity_facts, index_facts, machine_judgement_facts, membership_lines
from kg.rdf.derivation.index import Index
from kg.rdf.derivation.unit import Unit
from kg.rdf.lines import lines_in

_LINKS = (iris.RESOLUTION_GRAPH, iris.INDEX_GRAPH)


@dataclass(frozen=True, slots=True)
class Judged:
    """Persons' judgements before and now, and the ids of single articles' entities that they are about."""

    before: tuple[Judgement, ...]
    now: tuple[Judgement, ...]

    @property
    def changed(self) -> set[Judgement]:
        """Those that were made or revoked in between."""
        return set(self.before) ^ set(self.now)


class Identities:
    """The signatures of all entities, as they were and as they are with some articles gone and others added."""

    def __init__(self, index: Index, judged: Judged) -> None:
        self._index, self._judged = index, judged
        self._signatures: dict[str, Signature] = {}
        self._tallies: dict[str, Tally] = {}
        self._borne: dict[str, str] = {}
        self._came: defaultdict[str, set[str]] = defaultdict(set)
        self._gone: defaultdict[str, set[str]] = defaultdict(set)
        self._new: set[str] = set()
        self._filed: defaultdict[str, set[str]] = defaultdict(set)
        self._canonical: dict[str, str] = {}
        self.moved: dict[str, str] = {}

    def add(self, graph: ArticleGraph, judged: frozenset[str]) -> dict[str, str]:
        """Count in what an article tells; the ids of the signatures of its entities."""
        signed = self._signed(graph, judged)
        for entity in graph.entities:
            one = signed[entity.id]
            self._came[one].add(entity.id)
            if one in self._gone:
                self._gone[one].discard(entity.id)
            self._borne[entity.id] = one
            self._tally(one).count(entity)
        return signed

    def take_away(self, graph: ArticleGraph, judged: frozenset[str]) -> dict[str, str]:
        """Count out what an article told."""
        signed = self._signed(graph, judged)
        for entity in graph.entities:
            one = signed[entity.id]
            self._gone[one].add(entity.id)
            tally = self._tally(one)
            tally.types[entity.type] -= 1
            tally.names.subtract(entity.names)
        return signed

    def _signed(self, graph: ArticleGraph, judged: frozenset[str]) -> dict[str, str]:
        found = signatures_of(graph, judged)
        for signature in found.values():
            if signature.id not in self._signatures:
                self._signatures[signature.id] = signature
                if self._index.signature(signature.id) is None:
                    self._new.add(signature.id)
                    for key in keys_of(signature):
                        self._filed[key].add(signature.id)
        return {entity: signature.id for entity, signature in found.items()}

    def _tally(self, one: str) -> Tally:
        if one not in self._tallies:
            self._tallies[one] = self._index.tally(one)
        return self._tallies[one]

    def canonical(self, one: str) -> str:
        """The id of the canonical entity that a signature is one of now."""
        return self._canonical.get(one) or self._index.canonical(one)

    def stayed(self, one: str) -> Iterator[str]:
        """The ids of the entities that bore a signature before and still do."""
        away = self._gone[one] | self._came[one]
        return (entity for entity in self._index.bearers(one) if entity not in away)

    def resolve(self) -> Iterator[Unit]:
        """Resolve what was touched; what follows from it, piece by piece, as it was and as it is."""
        counted = set(self._tallies)
        seeds = {one for one in counted if (one in self._new) is self._is_borne(one)}
        touched = self._connected(seeds | self._named(self._judged.changed))
        entities = list(self._resolved(touched))
        others = sorted({self._index.canonical(one) for one in counted - touched})
        entities += [self._entity(self._index.cluster(canonical)) for canonical in others]
        yield from self._indexed(sorted(counted))
        for entity in entities:
            yield from self._entity_units(entity)
        for one in sorted(touched):
            if not self._is_borne(one):
                yield self._index.about(iris.canonical_entity(one), iris.RESOLUTION_GRAPH), ()
        yield from self._judgement_units(touched)
        for one in sorted(counted | set(self.moved)):
            yield from self._bearer_units(one)

    def _is_borne(self, one: str) -> bool:
        if self._came.get(one) or one not in self._tallies:
            return True
        return any(number > 0 for number in self._tallies[one].types.values())

    def _signature(self, one: str) -> Signature | None:
        if one not in self._signatures:
            found = self._index.signature(one)
            if found is None:
                return None
            self._signatures[one] = found
        return self._signatures[one]

    def _connected(self, seeds: Iterable[str]) -> set[str]:
        """All that keys or judgements connect with the seeds, before or now."""
        linked = self._links()
        found: set[str] = set()
        seen: set[str] = set()
        todo = list(seeds)
        while todo:
            one = todo.pop()
            signature = None if one in found else self._signature(one)
            if signature is None:
                continue
            found.add(one)
            todo.extend(linked.get(one, ()))
            for key in keys_of(signature):
                if key not in seen:
                    seen.add(key)
                    todo.extend(self._index.filed(key))
                    todo.extend(self._filed[key])
        return found

    def _links(self) -> Mapping[str, set[str]]:
        links: defaultdict[str, set[str]] = defaultdict(set)
        for judgement in {*self._judged.before, *self._judged.now}:
            ends = self._named([judgement])
            for one in ends:
                links[one] |= ends
        return links

    def _named(self, judgements: Iterable[Judgement]) -> set[str]:
        """The ids of the signatures that persons' judgements name, before or now."""
        found = set()
        for judgement in judgements:
            if judgement.by == MACHINE:
                continue
            for reference in (judgement.left, judgement.right):
                if reference.startswith(CANONICAL):
                    found.add(reference.removeprefix(CANONICAL))
                else:
                    found |= {one for one in (self._borne.get(reference), self._index.borne_by(reference)) if one}
        return found

    def _resolved(self, touched: Iterable[str]) -> Iterator[CanonicalEntity]:
        """The canonical entities of the touched signatures, which are whole components."""
        signatures = [self._signatures[one] for one in touched if self._is_borne(one)]
        concerning = _by_end(self._judged.now)
        self._machine: list[Judgement] = []
        for component in components(signatures, self._judged.now):
            judgements = {
                each
                for one in component
                for name in (CANONICAL + one.id, one.only)
                for each in concerning.get(name, ())
            }
            resolved = resolve_component(component, sorted(judgements))
            self._machine.extend(resolved.judgements)
            for cluster in resolved.clusters:
                entity = self._entity([one.id for one in cluster])
                for one in cluster:
                    self._canonical[one.id] = entity.id
                yield entity
        self.moved = {
            one: before
            for one in touched
            if one not in self._new
            and self._is_borne(one)
            and (before := self._index.canonical(one)) != self._canonical[one]
        }

    def _entity(self, cluster: Iterable[str]) -> CanonicalEntity:
        ids = tuple(cluster)
        signatures = [signature for one in ids if (signature := self._signature(one))]
        return canonical_entity(signatures, {each: self._tally_of(each) for each in signatures})

    def _tally_of(self, signature: Signature) -> Tally:
        tally = self._tallies.get(signature.id)
        if tally is None:
            return self._index.tally(signature.id)
        return Tally(+tally.types, +tally.names) if signature.id in self._gone else tally

    def _indexed(self, counted: Iterable[str]) -> Iterator[Unit]:
        for one in counted:
            new = index_facts(self._signatures[one], self._tallies[one]) if self._is_borne(one) else ()
            yield self._index.signature_quads(one), lines_in(iris.INDEX_GRAPH, new)

    def _entity_units(self, entity: CanonicalEntity) -> Iterator[Unit]:
        for one in (entity.id, *entity.replaces):
            old = self._index.about(iris.canonical_entity(one), iris.RESOLUTION_GRAPH)
            yield old, lines_in(iris.RESOLUTION_GRAPH, entity_facts(entity, one))

    def _judgement_units(self, touched: Iterable[str]) -> Iterator[Unit]:
        old = []
        for one in touched:
            names = {CANONICAL + one, self._signatures[one].only} - {""}
            for name in names:
                old += self._index.judgements_from(name)
        new = (
            line for each in self._machine for line in lines_in(iris.RESOLUTION_GRAPH, machine_judgement_facts(each))
        )
        yield old, new

    def _bearer_units(self, one: str) -> Iterator[Unit]:
        """Which entities bear a signature, and so are one canonical entity."""
        changed = self._gone[one] | self._came[one]
        if one in self.moved:
            changed |= set(self._index.bearers(one))
        old = (quad for entity in changed for quad in self._index.about(iris.article_entity(entity), *_LINKS))
        still = [entity for entity in sorted(changed) if entity in self._came[one] or entity not in self._gone[one]]
        yield old, membership_lines(still, one, self.canonical(one)) if still else ()


class Canonical(dict[str, str]):
    """The canonical entities of signatures, looked up as they are asked for."""

    def __init__(self, identities: Identities) -> None:
        super().__init__()
        self._identities = identities

    def __missing__(self, signature: str) -> str:
        self[signature] = self._identities.canonical(signature)
        return self[signature]


def _by_end(judgements: Iterable[Judgement]) -> dict[str, list[Judgement]]:
    """The judgements by what each of their ends is called."""
    found: defaultdict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        found[judgement.left].append(judgement)
        found[judgement.right].append(judgement)
    return dict(found)
