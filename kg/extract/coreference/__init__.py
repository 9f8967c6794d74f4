"""Coreference inside one article: which mentions stand for one entity.

Mentions are read in the order of the text, and each joins the chain that fits it best or starts its own. Names join by
their words, descriptions by head noun and owner, pronouns by number, gender, grammatical role and distance.
"""

from kg.extract.coreference.chains import Chain, Coreference
from kg.extract.coreference.resolution import resolve_coreference

__all__ = ["Chain", "Coreference", "resolve_coreference"]
