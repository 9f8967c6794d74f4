"""Entities that turn out to be one while drafts are compared: their chains are joined, and the drafts follow."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.drafts.context import Context
from kg.extract.drafts.draft import Draft


def join_chains(later: int, earlier: int, same: dict[int, int], context: Context) -> None:
    """Put a chain into the earlier one whose entity turned out to be the same, and remember it."""
    into = same.get(earlier, earlier)
    if later not in same and later != into:
        same[later] = into
        context.coreference.merge(later, into)


def all_with_ends(drafts: Sequence[Draft], same: dict[int, int]) -> list[Draft]:
    """The drafts with the chains for which others are known to be the same, which in most articles none is."""
    return [with_ends(draft, same) for draft in drafts] if same else list(drafts)


def with_ends(draft: Draft, same: dict[int, int]) -> Draft:
    """The draft with the chains for which others are known to be the same."""
    subject = same.get(draft.subject, draft.subject) if draft.subject is not None else None
    target = same.get(draft.object, draft.object)
    return (
        replace(draft, subject=subject, object=target) if (subject, target) != (draft.subject, draft.object) else draft
    )
