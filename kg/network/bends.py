"""Bends the edges of a network so that none covers another or runs through a node it does not touch."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import atan2, cos, hypot, pi, sin

import networkx as nx

from kg.network.layout import node_size

Point = tuple[float, float]

_STEP, _WIDEST = 0.22, 1.4
"""Between two edges of a pair, and over all of them."""
_LEANS = (0.0, 0.14, -0.14, 0.28, -0.28, 0.42, -0.42)
"""By how much the edges of a pair may lean aside together, the least first."""
_SAMPLES = tuple(step / 16 for step in range(2, 15))
_CLEARANCE = 5
_MOST_NODES = 200
"""Above this many nodes edges do not lean: nodes are too close and the search takes too long."""


def bends(network: nx.MultiDiGraph, places: Mapping[str, tuple[int, int]]) -> dict[str, float]:
    """How each edge is bent, by its key.

    Zero is straight; a positive bend is a roundness of vis-network's `curvedCW`, a negative one of its `curvedCCW`.

    Args:
        network: The nodes and edges.
        places: Where the nodes stand, in pixels.
    """
    pairs: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for one, other, key in network.edges(keys=True):
        pairs[min(one, other), max(one, other)].append((key, one))
    sizes = {node: node_size(statements) for node, statements in network.nodes(data="statements")}
    bent: dict[str, float] = {}
    for (first, second), edges in sorted(pairs.items()):
        fan = _fan(len(edges))
        if len(network) <= _MOST_NODES and first != second:
            others = {node: size for node, size in sizes.items() if node not in (first, second)}
            fan = _leaning(fan, (places[first], places[second]), places, others)
        for bend, (key, subject) in zip(fan, sorted(edges), strict=True):
            bent[key] = bend if subject == first else -bend
    return bent


def _fan(count: int) -> list[float]:
    step = min(_STEP, _WIDEST / count)
    return [round((index - (count - 1) / 2) * step, 3) for index in range(count)]


def _leaning(
    fan: list[float], ends: tuple[Point, Point], places: Mapping[str, Point], sizes: Mapping[str, int]
) -> list[float]:
    """The fan, leaning as little as hits the fewest nodes."""
    leaning = [[round(bend + lean, 3) for bend in fan] for lean in _LEANS]
    return min(leaning, key=lambda bends: sum(_hits(ends, bend, places, sizes) for bend in bends))


def _hits(ends: tuple[Point, Point], bend: float, places: Mapping[str, Point], sizes: Mapping[str, int]) -> int:
    points = list(_curve(*ends, bend))
    return sum(
        any(hypot(places[node][0] - x, places[node][1] - y) < size + _CLEARANCE for x, y in points)
        for node, size in sizes.items()
    )


def _curve(start: Point, end: Point, bend: float) -> Iterator[Point]:
    """Points of the quadratic Bézier curve that vis-network draws."""
    across, up = end[0] - start[0], start[1] - end[1]
    reach = (abs(bend) + 1) / 2 * hypot(across, up)
    angle = atan2(up, across) + (bend + 1) / 2 * pi
    via = start[0] + reach * sin(angle), start[1] + reach * cos(angle)
    for t in _SAMPLES:
        yield (
            (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * via[0] + t * t * end[0],
            (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * via[1] + t * t * end[1],
        )
