"""Shows a knowledge graph as a network: networkx graphs, what they tell of alliances, and a page to explore them."""

from kg.network.analyse import Centrality, aggregate, camps, centrality
from kg.network.build import network_of, to_network
from kg.network.html import to_html, write_html
from kg.network.quotes import Quotation

__all__ = [
    "Centrality",
    "Quotation",
    "aggregate",
    "camps",
    "centrality",
    "network_of",
    "to_html",
    "to_network",
    "write_html",
]
