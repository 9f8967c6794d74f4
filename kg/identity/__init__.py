"""Who is who over many articles: signatures, the keys they share, and the resolver of each component."""

from kg.identity.canonical import Tally, canonical_entity
from kg.identity.derivation import signatures_of
from kg.identity.keys import components, keys_of
from kg.identity.mentions import EntityMention, mentions_in, mentions_of
from kg.identity.resolver import judged_alone, resolve, resolve_component
from kg.identity.signature import Signature

__all__ = [
    "EntityMention",
    "Signature",
    "Tally",
    "canonical_entity",
    "components",
    "judged_alone",
    "keys_of",
    "mentions_in",
    "mentions_of",
    "resolve",
    "resolve_component",
    "signatures_of",
]
