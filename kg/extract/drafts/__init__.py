"""Drafts: candidates whose ends are resolved to chains, checked against the frame's types, with their qualifiers."""

from kg.extract.drafts.bystanders import without_bystanders, without_idle_ground
from kg.extract.drafts.context import Context, make_context
from kg.extract.drafts.continuation import with_carried
from kg.extract.drafts.draft import Draft
from kg.extract.drafts.drafting import place_drafts, to_drafts
from kg.extract.drafts.named_later import join_named_later
from kg.extract.drafts.repetition import join_repeated
from kg.extract.drafts.retold_attacks import without_retold_attacks
from kg.extract.drafts.retold_headlines import join_retold_headlines
from kg.extract.drafts.retold_victims import join_retold_victims
from kg.extract.drafts.unnamed import name_attackers

__all__ = [
    "Context",
    "Draft",
    "join_named_later",
    "join_repeated",
    "join_retold_headlines",
    "join_retold_victims",
    "make_context",
    "name_attackers",
    "place_drafts",
    "to_drafts",
    "with_carried",
    "without_bystanders",
    "without_idle_ground",
    "without_retold_attacks",
]
