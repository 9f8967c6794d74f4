"""Places: which one lies in which, and where an event happened."""

from kg.extract.places.event_places import nearest_place, place_of, shares_noun, with_joined
from kg.extract.places.ground import is_kind_of_place
from kg.extract.places.nesting import nested_places

__all__ = ["is_kind_of_place", "nearest_place", "nested_places", "place_of", "shares_noun", "with_joined"]
