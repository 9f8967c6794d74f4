"""Branches of well-known actors: several are called alike, and the countries of an article tell which is meant."""

from collections.abc import Collection, Iterator
from functools import cache
from itertools import chain
from typing import Any

from kg.resources import load_yaml


def has_branches(actor: str) -> bool:
    """Whether others are called as a well-known actor is, so that the places of an article tell which is meant."""
    return actor in _branched()


def branch_in(actor: str, countries: Collection[str]) -> str:
    """The label of the branch of a well-known actor that is meant in an article about these countries; else its own."""
    if not has_branches(actor) or _grounds(actor) & set(countries):
        return actor
    meant = [branch for branch in _branches(actor) if _grounds(branch) & set(countries)]
    return meant[0] if len(meant) == 1 else actor


@cache
def _branched() -> frozenset[str]:
    return frozenset(row["branch_of"] for row in _actor_rows() if "branch_of" in row)


@cache
def _branches(actor: str) -> tuple[str, ...]:
    return tuple(row["label"] for row in _actor_rows() if row.get("branch_of") == actor)


@cache
def _grounds(actor: str) -> frozenset[str]:
    """The countries in which a well-known actor is meant by the name that it shares with its branches."""
    return frozenset(country for row in _actor_rows() if row["label"] == actor for country in row.get("countries", ()))


def _actor_rows() -> Iterator[dict[str, Any]]:
    return chain.from_iterable(load_yaml("actors.yaml").values())
