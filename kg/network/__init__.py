"""The graph as a network: networkx, layout, page."""
