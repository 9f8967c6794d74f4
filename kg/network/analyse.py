"""What an analyst of alliances asks of a network: who stands with whom, who matters, and what to leave out."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

import networkx as nx

from kg.model import Relation, Status

FRIENDLY = frozenset({Relation.ALLIED_WITH, Relation.BACKED_BY, Relation.COMMANDS, Relation.MEMBER_OF})
"""Relations that put two actors in one camp."""

HOSTILE = frozenset(
    {
        Relation.ATTACKS,
        Relation.CLASHES_WITH,
        Relation.REPELS,
        Relation.KILLS,
        Relation.INJURES,
        Relation.DETAINS,
        Relation.THREATENS,
        Relation.OPPOSES,
    }
)
"""Relations that set two actors apart. Accusing is not among them: allies do it too."""

_STANDING = frozenset({Status.ASSERTED, Status.CLAIMED})
_EXACT_BETWEENNESS = 250
"""Above this many nodes betweenness is estimated from as many of them, drawn with a fixed seed."""


@dataclass(frozen=True, slots=True)
class Centrality:
    """How an entity stands in a network.

    Args:
        neighbours: With how many others it shares a statement.
        betweenness: The share, 0 to 1, of shortest paths between two others that lead through it.
    """

    neighbours: int
    betweenness: float


def camps(network: nx.MultiDiGraph) -> tuple[tuple[str, ...], ...]:
    """Groups of actors that stand together, the largest first; each at least two ids, sorted.

    Friendly statements tie a pair, hostile ones part it, each counting one; only asserted and claimed ones count.
    Starting from single actors, the two groups between which ties outweigh enmities most are joined again and again,
    as long as ties weigh no less than enmities: greedy additive edge contraction (Keuper and others 2015) for
    correlation clustering (Bansal, Blum and Chawla 2004). Equals are joined in the order of their ids.
    """
    bonds = _bonds(network)
    groups = {node: [node] for node in bonds}
    queue = [rank for one, other in bonds.edges() for rank in _ranks(bonds, one, other)]
    heapify(queue)
    while queue:
        rank = heappop(queue)
        *_, one, other = rank
        # A rank is outdated once one of its groups was joined with a third.
        if bonds.has_edge(one, other) and rank in _ranks(bonds, one, other):
            groups[one] += groups.pop(other)
            for neighbour in _join(bonds, one, other):
                for renewed in _ranks(bonds, one, neighbour):
                    heappush(queue, renewed)
    found = (tuple(sorted(group)) for group in groups.values() if len(group) > 1)
    return tuple(sorted(found, key=lambda group: (-len(group), group)))


def _bonds(network: nx.MultiDiGraph) -> nx.Graph:
    """The pairs of which a friendly or a hostile statement holds, with what prevails as `tie` and `enmity`."""
    balance: Counter[tuple[str, str]] = Counter()
    for one, other, told in network.edges(data=True):
        if one != other and told["status"] in _STANDING:
            pair = (min(one, other), max(one, other))
            balance[pair] += (told["relation"] in FRIENDLY) - (told["relation"] in HOSTILE)
    bonds = nx.Graph()
    for pair, weight in sorted(balance.items()):
        bonds.add_edge(*pair, tie=max(weight, 0), enmity=max(-weight, 0))
    return bonds


def _ranks(bonds: nx.Graph, one: str, other: str) -> list[tuple[int, int, str, str]]:
    """Where the pair stands in the queue of what to join, the least first; nowhere when it is not to be joined."""
    tie, enmity = bonds.edges[one, other]["tie"], bonds.edges[one, other]["enmity"]
    return [(enmity - tie, -tie, min(one, other), max(one, other))] if tie > 0 and tie >= enmity else []


def _join(bonds: nx.Graph, one: str, other: str) -> list[str]:
    """Moves the bonds of a group to another, which takes its place, and names the groups whose bonds changed."""
    moved = {neighbour: dict(bond) for neighbour, bond in bonds.adj[other].items() if neighbour != one}
    bonds.remove_node(other)
    for neighbour, bond in moved.items():
        before = bonds.get_edge_data(one, neighbour, default={"tie": 0, "enmity": 0})
        bonds.add_edge(one, neighbour, **{kind: before[kind] + bond[kind] for kind in bond})
    return list(moved)


def centrality(network: nx.MultiDiGraph) -> dict[str, Centrality]:
    """How each entity stands, by id; geography is left out, for it would make every city a broker.

    Betweenness is Brandes's (2001), rounded to six decimals.
    """
    plain = nx.Graph()
    plain.add_nodes_from(sorted(network))
    told = network.edges(data="relation")
    plain.add_edges_from(
        sorted((min(ends), max(ends)) for *ends, name in told if name != Relation.LOCATED_IN and ends[0] != ends[1])
    )
    sample = _EXACT_BETWEENNESS if len(plain) > _EXACT_BETWEENNESS else None
    between = nx.betweenness_centrality(plain, k=sample, seed=0)
    return {node: Centrality(plain.degree(node), round(between[node], 6)) for node in plain}


def aggregate(network: nx.MultiDiGraph, *, limit: int = 1000) -> nx.MultiDiGraph:
    """The network of the `limit` entities that share statements with the most others; the same when it is no larger.

    The rest is folded away: the network tells under `folded` how many entities, and each node how many of its
    statements have their other end among them. Ties are broken by the number of statements, then by id.
    """
    if len(network) <= limit:
        return network
    neighbours: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in network.edges():
        neighbours[one].add(other)
        neighbours[other].add(one)
    order = sorted(network, key=lambda node: (-len(neighbours[node]), -network.nodes[node]["statements"], node))
    kept = network.copy()
    kept.remove_nodes_from(order[limit:])
    for node in kept:
        kept.nodes[node]["folded"] = network.degree(node) - kept.degree(node)
    kept.graph["folded"] = len(network) - limit
    return kept
