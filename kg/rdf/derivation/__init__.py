"""What follows from articles and judgements, piece by piece: what articles that come or go touch, and nothing else.

Everything is a function of the set of articles and of persons' judgements alone. It is computed of each component of
what hangs together, so that a change is an update of what it touches, and the clean build is the update of an empty
store with all articles. Both give the same quads.
"""

from kg.rdf.derivation.index import Index
from kg.rdf.derivation.revision import Change, revise, to_change

__all__ = ["Change", "Index", "revise", "to_change"]
