"""Draws a network with pyvis as one page that asks no other host for anything.

Names and sentences come from strangers. They enter the page in one JSON block in which `<`, `>` and `&` are escaped,
reach the screen as text nodes only, and a content security policy lets no script run but the page's own.
"""

import json
from pathlib import Path
from typing import Any

import networkx as nx
from pyvis.network import Network

from kg.model import SYMMETRIC, EntityType, Relation, Status
from kg.network.analyse import aggregate
from kg.network.bends import bends
from kg.network.content import page_content
from kg.network.layout import LABEL_WIDTH, node_size, positions
from kg.pages.legend import GREY, RELATIONS, STATUSES, TYPES, TypeLook
from kg.pages.writing import content_policy, page_part, write_page

_VIS = "lib/vis-9.1.2/vis-network.min.js"
_SOURCE_MAP = "//# sourceMappingURL=vis-network.min.js.map"
# pyvis drops every blank from its options, so none may need one.
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "hover": True,
        "tooltipDelay": 200,
        "selectConnectedEdges": False,
        "keyboard": {"enabled": True, "bindToWindow": False},
    },
    "nodes": {
        "borderWidth": 2,
        "font": {"size": 14, "face": "system-ui,sans-serif", "color": "#1d2730", "strokeWidth": 4},
        "widthConstraint": {"maximum": LABEL_WIDTH},
    },
    "edges": {
        "arrows": {"to": {"scaleFactor": 0.65}, "from": {"scaleFactor": 0.65}},
        "font": {"size": 12, "face": "system-ui,sans-serif", "color": "#3b4650", "strokeWidth": 4},
        "selectionWidth": 2,
        "hoverWidth": 1,
    },
}


def write_html(network: nx.MultiDiGraph, path: Path | str, *, title: str = "Who does what to whom") -> None:
    """Writes the page of a network; a page that stands there already is replaced in one step.

    Args:
        network: As `to_network` makes it; over 1,000 entities only the most connected are drawn.
        path: The file to write.
        title: Of the page.

    Raises:
        KgError: The file cannot be written.
    """
    write_page(to_html(network, title=title), path)


def to_html(network: nx.MultiDiGraph, *, title: str = "Who does what to whom") -> str:
    """The page of a network: the same text for the same network and title.

    Args:
        network: As `to_network` makes it; over 1,000 entities only the most connected are drawn.
        title: Of the page.
    """
    shown = aggregate(network)
    drawing = _draw(shown)
    environment = drawing.templateEnv
    vis = environment.get_template(_VIS).render().replace(_SOURCE_MAP, "")
    scripts = [vis, *(page_part(f"network{part}.js") for part in ("_panel", "_search", ""))]
    drawing.template = environment.from_string(
        page_part("network.html"),
        globals={
            "content": page_content(shown, title),
            "policy": content_policy(scripts),
            "scripts": scripts,
            "style": page_part("shared.css") + page_part("network.css"),
        },
    )
    # Only on its way for notebooks does pyvis use the template that it is given.
    page: str = drawing.generate_html(notebook=True)
    return page


def _draw(network: nx.MultiDiGraph) -> Network:
    # An undirected pyvis network drops parallel edges.
    drawing = Network(directed=True, cdn_resources="in_line")
    drawing.set_options(json.dumps(_OPTIONS))
    places = positions(network)
    for entity, (x, y) in places.items():
        drawing.add_node(entity, x=x, y=y, **_node(network.nodes[entity]))
    bent = bends(network, places)
    for subject, target, key, told in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[2]):
        drawing.add_edge(subject, target, id=key, **_edge(told, bent[key]), **_loop(subject == target, bent[key]))
    return drawing


def _node(node: dict[str, Any]) -> dict[str, Any]:
    look = TYPES[EntityType(node["type"])]
    return {
        "label": node["label"],
        "shape": look.shape,
        "size": node_size(node["statements"]),
        "color": _node_colour(look),
    }


def _node_colour(look: TypeLook) -> dict[str, str]:
    return {"background": "#ffffff" if look.hollow else look.colour, "border": look.colour}


def _edge(told: dict[str, Any], bend: float) -> dict[str, Any]:
    relation, status = Relation(told["relation"]), STATUSES[Status(told["status"])]
    return {
        "arrows": "to;from" if relation in SYMMETRIC else "to",
        "color": {"color": GREY if status.grey else RELATIONS[relation].colour},
        "dashes": list(status.dashes) or False,
        "width": round(1.4 + 0.5 * min(len(told["attestations"]), 6), 1),
        "smooth": {"enabled": True, "type": "curvedCW" if bend >= 0 else "curvedCCW", "roundness": abs(bend)},
    }


def _loop(is_loop: bool, bend: float) -> dict[str, Any]:
    # Loops of one node fan out by their angle, in radians.
    return {"selfReference": {"size": 24, "angle": round(0.8 + 3 * bend, 3)}} if is_loop else {}
