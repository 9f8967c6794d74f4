"""How each statement stands: those that an article, an identity or a voice touched are weighed again."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from kg.merge.accounts import Account, Said
from kg.merge.statements import NO_ENDINGS, said_of, statement_of
from kg.merge.validity import ENDINGS, Ending, Endings, endings_of, may_end
from kg.model import ArticleGraph, Relation, Statement
from kg.rdf import iris
from kg.rdf.derivation.facts import account_facts, control_facts
from kg.rdf.derivation.identities import Canonical, Identities
from kg.rdf.derivation.index import Index
from kg.rdf.derivation.unit import Unit
from kg.rdf.derivation.voices import Voices
from kg.rdf.derivation.weighed import Weighed
from kg.rdf.lines import lines_in
from kg.rdf.standing import statement_lines


class Statements:
    """The accounts of all statements, as they were and as they are with some articles gone and others added."""

    def __init__(self, index: Index, identities: Identities, voices: Voices) -> None:
        self._index, self._identities, self._voices = index, identities, voices
        self._gone: set[str] = set()
        self._came: list[Account] = []
        self._away: set[str] = set()
        self._canonical = Canonical(identities)
        self._before: dict[str, Weighed] = {}

    def add(self, accounts: Iterable[Account]) -> None:
        """Count in what an article tells."""
        self._came.extend(accounts)

    def take_away(self, graph: ArticleGraph) -> None:
        """Count out what an article told."""
        self._gone |= self._index.statements_of_article(graph.article.digest)
        self._away.add(graph.article.digest)

    def weigh(self) -> Iterator[Unit]:
        """Weigh what was touched; the statements, one by one, as they were and as they are."""
        gone = self._touched()
        self._read(gone)
        told: defaultdict[Said, list[Account]] = defaultdict(list)
        for account in (*self._came, *self._held(gone)):
            told[self._said(account)].append(self._voices.voiced(account))
        touched = gone.union(said.id for said in told)
        self._read(touched - gone)
        for said in told:
            if said.id not in gone:
                told[said] += self._accounts_before(said.id)
        over = self._endings_before()
        for state in self._ended(touched, over, told):
            touched.add(state.id)
            self._read([state.id])
            told[state] += self._accounts_before(state.id)
        yield from self._units(touched, over, told)

    def _touched(self) -> set[str]:
        """The ids of the statements, as they were, that cannot be as they were."""
        found = set(self._gone)
        for article in self._voices.changed:
            found |= self._index.statements_of_article(article)
        for signature in self._identities.moved:
            for entity in self._identities.stayed(signature):
                found |= self._index.statements_of_entity(entity)
        return found

    def _read(self, statements: Iterable[str]) -> None:
        self._before |= {one: held for one in statements if (held := self._index.statement(one))}

    def _accounts_before(self, identifier: str) -> Sequence[Account]:
        return self._before[identifier].accounts if identifier in self._before else ()

    def _held(self, statements: Iterable[str]) -> Iterator[Account]:
        for identifier in statements:
            yield from (each for each in self._accounts_before(identifier) if each.article not in self._away)

    def _said(self, account: Account) -> Said:
        return said_of(account.attestation, self._canonical)

    def _endings_before(self) -> Mapping[str, set[Ending]]:
        """What touched statements told of the end of control before, by place."""
        found: defaultdict[str, set[Ending]] = defaultdict(set)
        for held in self._before.values():
            if held.said.relation in ENDINGS:
                found[held.said.object].update(endings_of(held.said, held.accounts))
        return found

    def _ended(
        self, touched: Collection[str], over: Mapping[str, set[Ending]], told: Mapping[Said, list[Account]]
    ) -> Iterator[Said]:
        """The other statements that endings which came or went may end, or ended."""
        changed = defaultdict(set, {place: set(endings) for place, endings in over.items()})
        for said, accounts in told.items():
            if said.relation in ENDINGS:
                changed[said.object] ^= {*endings_of(said, accounts)}
        for place, endings in changed.items():
            for state, periods in self._index.held(place) if endings else ():
                if state.id not in touched and any(may_end(ending, state, periods) for ending in endings):
                    yield state

    def _units(
        self, touched: set[str], over: Mapping[str, set[Ending]], told: Mapping[Said, list[Account]]
    ) -> Iterator[Unit]:
        by_id = {said.id: said for said, accounts in told.items() if accounts}
        endings = self._endings(over, told)
        for identifier in sorted(touched):
            new: Iterable[str] = ()
            if identifier in by_id:
                said = by_id[identifier]
                statement = statement_of(said, told[said], self._canonical, endings.get(said.object, NO_ENDINGS))
                new = self._lines(statement, said, told[said])
            yield self._before[identifier].quads if identifier in self._before else (), new

    def _endings(self, over: Mapping[str, set[Ending]], told: Mapping[Said, list[Account]]) -> dict[str, Endings]:
        """What can have ended control of the places of which touched statements tell that, by the place."""
        found: dict[str, list[Ending]] = {said.object: [] for said in told if said.relation is Relation.CONTROLS}
        for said, accounts in told.items():
            if said.object in found:
                found[said.object] += endings_of(said, accounts)
        for place in found:
            gone = over.get(place, ())
            found[place] += (each for each in self._index.endings(place) if each not in gone)
        return {place: Endings(endings) for place, endings in found.items()}

    def _lines(self, statement: Statement, said: Said, accounts: Collection[Account]) -> Iterator[str]:
        yield from statement_lines(statement)
        facts = chain(account_facts(accounts), control_facts(said, accounts, statement.periods))
        yield from lines_in(iris.INDEX_GRAPH, facts)
