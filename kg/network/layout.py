"""Places the nodes of a network, the same way on every run."""

from collections import defaultdict
from collections.abc import Mapping
from math import ceil, dist, sqrt

import networkx as nx

from kg.model import Relation
from kg.network.analyse import FRIENDLY, HOSTILE

Box = tuple[float, float]
"""Half the width and half the height in pixels of a node with its label below."""

Spot = tuple[float, float]
"""Where a node stands, in pixels."""

_STEPS, _MOST_STEPS = 60_000, 500
"""How often nodes are moved in all, and each of them: 1,000 nodes take seconds."""
_UNIT = 110
"""Pixels that an edge of mean length gets."""
_LETTER, _LINE, _GAP = 7.2, 17, 18
"""Pixels: width of a letter, height of a line, least distance of two boxes."""
LABEL_WIDTH = 120
"""Pixels after which a label breaks into a new line."""
_ROOM = 2.0
"""How many times the area of all boxes the drawing has at least."""
_SWEEPS = 40
_SHELF = 1.5
"""How much wider than the first group, or than high, the shelves are that hold the small groups."""


def node_size(statements: int) -> int:
    """Radius in pixels of a node that takes part in so many statements: its area grows with them, up to a limit."""
    return min(30, round(8 + 3.2 * sqrt(statements)))


def positions(network: nx.MultiDiGraph) -> dict[str, tuple[int, int]]:
    """Where each node stands, in whole pixels with the origin in the middle and no two boxes overlapping.

    ForceAtlas2 (Jacomy and others 2014) from a fixed seed, in which friends pull each other more than others do and
    enemies less; then boxes of nodes and their labels are pushed apart. Each group of entities that no statement links
    to the rest is drawn by itself, the largest on top and the others on shelves below, so that the first view is full.
    """
    pulls = _pulls(network)
    boxes = {node: _box(network.nodes[node]) for node in sorted(network)}
    groups = sorted((sorted(group) for group in nx.connected_components(pulls)), key=lambda group: (-len(group), group))
    placed = _shelves([_drawn(pulls, group, boxes) for group in groups], boxes)
    return {node: (round(placed[node][0]), round(placed[node][1])) for node in sorted(placed)}


def _pulls(network: nx.MultiDiGraph) -> nx.Graph:
    weights: defaultdict[tuple[str, str], float] = defaultdict(float)
    for one, other, relation in network.edges(data="relation"):
        if one != other:
            weights[min(one, other), max(one, other)] += _pull(relation)
    pulls = nx.Graph()
    pulls.add_nodes_from(sorted(network))
    pulls.add_weighted_edges_from((*pair, weights[pair]) for pair in sorted(weights))
    return pulls


def _pull(relation: str) -> float:
    if relation in FRIENDLY:
        return 1.6
    if relation in HOSTILE:
        return 0.5
    return 0.3 if relation == Relation.LOCATED_IN else 0.8


def _drawn(pulls: nx.Graph, group: list[str], boxes: Mapping[str, Box]) -> dict[str, Spot]:
    """One group by itself; its nodes and edges are ordered, since the layout follows their order."""
    if len(group) == 1:
        return {group[0]: (0.0, 0.0)}
    part = nx.Graph()
    part.add_nodes_from(group)
    part.add_edges_from(sorted(pulls.subgraph(group).edges(data=True), key=lambda edge: tuple(sorted(edge[:2]))))
    return _spread(_scaled(part, boxes), boxes)


def _scaled(pulls: nx.Graph, boxes: Mapping[str, Box]) -> dict[str, Spot]:
    """Coordinates in pixels, a little wider than high as screens are, with room for all boxes."""
    steps = min(_MOST_STEPS, _STEPS // len(pulls))
    found = nx.forceatlas2_layout(pulls, max_iter=steps, scaling_ratio=6.0, weight="weight", seed=1)
    placed = {node: (float(x) * 1.05, float(y)) for node, (x, y) in found.items()}
    length = sum(dist(placed[one], placed[other]) for one, other in pulls.edges()) / pulls.number_of_edges()
    columns, rows = zip(*placed.values(), strict=True)
    area = (max(columns) - min(columns)) * (max(rows) - min(rows))
    needed = _ROOM * sum(4 * boxes[node][0] * boxes[node][1] for node in placed)
    factor = max(_UNIT / length, sqrt(needed / area) if area else 0.0)
    return {node: (x * factor, y * factor) for node, (x, y) in placed.items()}


def _box(node: Mapping[str, object]) -> Box:
    letters, size = len(str(node["label"])), node_size(int(str(node["statements"])))
    lines = ceil(letters * _LETTER / LABEL_WIDTH) or 1
    width = max(2 * size, min(letters * _LETTER, LABEL_WIDTH))
    return (width + _GAP) / 2, (2 * size + lines * _LINE + _GAP) / 2


def _spread(placed: Mapping[str, Spot], boxes: Mapping[str, Box]) -> dict[str, Spot]:
    """Pushes overlapping boxes apart along the axis where they overlap less, until none do or the sweeps end."""
    spots = {node: [x, y] for node, (x, y) in placed.items()}
    widest = 2 * max(width for width, _ in boxes.values())
    for _ in range(_SWEEPS):
        order = [(spots[node], boxes[node]) for node in sorted(spots, key=lambda node: (spots[node][0], node))]
        moved = False
        for index, (spot, box) in enumerate(order):
            for other, other_box in order[index + 1 :]:
                if other[0] - spot[0] > widest:
                    break
                if abs(other[1] - spot[1]) < box[1] + other_box[1]:
                    moved |= _part(spot, other, box, other_box)
        if not moved:
            break
    return {node: (x, y) for node, (x, y) in spots.items()}


def _part(spot: list[float], other: list[float], box: Box, other_box: Box) -> bool:
    overlaps = [box[axis] + other_box[axis] - abs(spot[axis] - other[axis]) for axis in (0, 1)]
    if min(overlaps) <= 0.5:
        return False
    axis = 0 if overlaps[0] < overlaps[1] else 1
    push = overlaps[axis] / 2 if spot[axis] > other[axis] else -overlaps[axis] / 2
    spot[axis] += push
    other[axis] -= push
    return True


def _shelves(groups: list[dict[str, Spot]], boxes: Mapping[str, Box]) -> dict[str, Spot]:
    """The first group, and the others in rows below it."""
    if not groups:
        return {}
    edges = [_edges(group, boxes) for group in groups]
    left, _, right, bottom = edges[0]
    others = sqrt(sum((edge[2] - edge[0]) * (edge[3] - edge[1]) for edge in edges[1:]))
    middle, width = (left + right) / 2, _SHELF * max(right - left, others)
    placed, x, top, height = dict(groups[0]), 0.0, bottom + _GAP, 0.0
    for group, (first, upper, last, lower) in zip(groups[1:], edges[1:], strict=True):
        if x and x + last - first > width:
            x, top, height = 0.0, top + height + _GAP, 0.0
        shift = (middle - width / 2 + x - first, top - upper)
        placed |= {node: (spot[0] + shift[0], spot[1] + shift[1]) for node, spot in group.items()}
        x, height = x + last - first + _GAP, max(height, lower - upper)
    return placed


def _edges(group: Mapping[str, Spot], boxes: Mapping[str, Box]) -> tuple[float, float, float, float]:
    """Left, upper, right and lower edge of a group with its labels."""
    return (
        min(x - boxes[node][0] for node, (x, _) in group.items()),
        min(y - boxes[node][1] for node, (_, y) in group.items()),
        max(x + boxes[node][0] for node, (x, _) in group.items()),
        max(y + boxes[node][1] for node, (_, y) in group.items()),
    )
