"""Many articles as one graph: who is who, and how each statement stands."""
