"""Who or what a name names, as a value."""

from typing import NamedTuple


class Identity(NamedTuple):
    """Who or what is named.

    Args:
        kind: "country", "actor", "place" (of the gazetteer), "locality" (a place that the gazetteer lacks), "person",
            "people", "body", "equipment" or "force" (named after its leader or state, whose name is the value).
        value: What tells it from others of its kind, to be read by a person.
    """

    kind: str
    value: str
