"""Taking articles out of a store again."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path

from kg.errors import StoreError
from kg.rdf import store
from kg.rdf.files import clear_errors

_MOST_SHOWN = 3


def retract(path: Path, names: Iterable[str]) -> dict[str, str]:
    """Takes articles out of a store, with all that followed from them; all of them or none.

    Args:
        path: The store.
        names: Ids of articles, or their digests; an id that several articles bear means them all.

    Returns:
        The ids of the articles by their digests.

    Raises:
        StoreError: The store holds no such article, cannot be read or written, or another program is writing it.
    """
    with clear_errors(path):
        held = store.article_ids(path)
        gone = {digest: held[digest] for name in names for digest in _digests(name, held)}
        store.change(path, drop=gone)
    return dict(sorted(gone.items(), key=lambda each: (each[1], each[0])))


def _digests(name: str, held: Mapping[str, str]) -> list[str]:
    found = [name] if name in held else [digest for digest, identifier in held.items() if identifier == name]
    if not found:
        near = get_close_matches(name, sorted({*held.values(), *held}), _MOST_SHOWN)
        shown = " or ".join(f'"{each}"' for each in near)
        remedy = f"did you mean {shown}?" if near else "name an article by its id or its digest"
        raise StoreError(f'holds no article "{name}"', remedy=remedy)
    return found
