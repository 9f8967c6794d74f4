"""Reference knowledge: tables of entities that others know, and which entities of a graph they are."""

from kg.reference.linking import Linked, link, unlink
from kg.reference.matching import match
from kg.reference.reading import read_known
from kg.reference.values import Known

__all__ = ["Known", "Linked", "link", "match", "read_known", "unlink"]
