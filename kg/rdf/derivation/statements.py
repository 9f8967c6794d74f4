"""How each statement stands: those that an article, an identity or a voice touched are weighed again."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from pyoxigraph import Quad

from kg.merge.accounts import Account, Said
from kg.merge.statements import NO_ENDINGS, said_of, statement_of
from kg.merge.validity import ENDINGS, Ending, Endings, endings_of, may_end
from kg.model import ArticleGraph, Relation, Statement
from kg.rdf import iris
from kg.rdf.derivation.facts import account_facts
from kg.rdf.derivation.identities import Canonical, Identities
from kg.rdf.derivation.index import Index
from kg.rdf.derivation.unit import Unit
from kg.rdf.derivation.voices import Voices
from kg.rdf.encode import in_graph
from kg.rdf.standing import statement_quads

_ENDED = (Relation.CONTROLS,)


class Statements:
    """The accounts of all statements, as they were and as they are with some articles gone and others added."""

    def __init__(self, index: Index, identities: Identities, voices: Voices) -> None:
        self._index, self._identities, self._voices = index, identities, voices
        self._gone: set[str] = set()
        self._came: list[Account] = []
        self._away: set[str] = set()
        self._told: dict[Said, list[Account]] = {}
        self._canonical = Canonical(identities)

    def add(self, accounts: Iterable[Account]) -> None:
        """Count in what an article tells."""
        self._came.extend(accounts)

    def take_away(self, graph: ArticleGraph) -> None:
        """Count out what an article told."""
        self._gone |= self._index.statements_of_article(graph.article.digest)
        self._away.add(graph.article.digest)

    def weigh(self) -> Iterator[Unit]:
        """Weigh what was touched; the statements, one by one, as they were and as they are."""
        before = self._touched()
        told: defaultdict[Said, list[Account]] = defaultdict(list)
        for account in (*self._came, *self._held(before)):
            told[self._said(account)].append(self._voices.voiced(account))
        for said in list(told):
            told[said] += self._loaded({said.id} - before)
        before |= {said.id for said in told}
        for identifier, ended in self._ended(before, told):
            before.add(identifier)
            told[ended] += self._loaded({identifier})
        yield from self._units(before, told)

    def _touched(self) -> set[str]:
        """The ids of the statements, as they were, that cannot be as they were."""
        found = set(self._gone)
        for article in self._voices.changed:
            found |= self._index.statements_of_article(article)
        for signature in self._identities.moved:
            for entity in self._identities.stayed(signature):
                found |= self._index.statements_of_entity(entity)
        return found

    def _held(self, statements: Iterable[str]) -> Iterator[Account]:
        return (each for each in self._loaded(statements) if each.article not in self._away)

    def _loaded(self, statements: Iterable[str]) -> Iterator[Account]:
        for identifier in statements:
            yield from self._index.accounts(identifier)

    def _said(self, account: Account) -> Said:
        return said_of(account.attestation, self._canonical)

    def _ended(self, touched: Collection[str], told: Mapping[Said, list[Account]]) -> Iterator[tuple[str, Said]]:
        """The other statements, with their ids, that endings which came or went may end, or ended."""
        changed = self._endings_before(touched)
        for said, accounts in told.items():
            if said.relation in ENDINGS:
                changed[said.object] ^= {*endings_of(said, accounts)}
        for place, endings in changed.items():
            for identifier in sorted(self._index.statements_on(place, _ENDED).difference(touched) if endings else ()):
                state = self._index.said(identifier)
                periods = self._index.periods(identifier)
                if state and any(may_end(ending, state, periods) for ending in endings):
                    yield identifier, state

    def _endings_before(self, touched: Iterable[str]) -> defaultdict[str, set[Ending]]:
        """What touched statements told of the end of control before, by place."""
        found: defaultdict[str, set[Ending]] = defaultdict(set)
        for identifier in touched:
            said = self._index.said(identifier)
            if said and said.relation in ENDINGS:
                found[said.object].update(endings_of(said, self._index.accounts(identifier)))
        return found

    def _units(self, touched: set[str], told: Mapping[Said, list[Account]]) -> Iterator[Unit]:
        by_id = {said.id: said for said, accounts in told.items() if accounts}
        endings = self._endings(touched, told)
        for identifier in sorted(touched):
            new: Iterable[Quad] = ()
            if identifier in by_id:
                said = by_id[identifier]
                statement = statement_of(said, told[said], self._canonical, endings.get(said.object, NO_ENDINGS))
                new = self._quads(statement, told[said])
            yield self._index.statement_quads(identifier), new

    def _endings(self, touched: set[str], told: Mapping[Said, list[Account]]) -> dict[str, Endings]:
        """What can have ended control of the places of which touched statements tell that, by the place."""
        found: dict[str, list[Ending]] = {said.object: [] for said in told if said.relation in _ENDED}
        for said, accounts in told.items():
            if said.object in found:
                found[said.object] += endings_of(said, accounts)
        for place in found:
            for identifier in self._index.statements_on(place, ENDINGS) - touched:
                held = self._index.said(identifier)
                if held:
                    found[place] += endings_of(held, self._index.accounts(identifier))
        return {place: Endings(endings) for place, endings in found.items()}

    def _quads(self, statement: Statement, accounts: Iterable[Account]) -> Iterator[Quad]:
        yield from statement_quads(statement)
        yield from in_graph(iris.INDEX_GRAPH, account_facts(accounts))
