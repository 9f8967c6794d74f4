"""Where a store mentions each entity, as it was resolved last: nothing is derived anew."""

from collections.abc import Iterator
from pathlib import Path

from kg.identity import EntityMention, mentions_in
from kg.model import CanonicalEntity, EntityType
from kg.rdf import changes
from kg.rdf.catalogue import Catalogue
from kg.rdf.files import clear_errors
from kg.rdf.judgements import open_indexed


def stored_mentions(path: Path) -> Iterator[EntityMention]:
    """All mentions in a store, by articles and in the order of their texts; articles are read one by one.

    The entities come without their names and members, which the mentions tell.

    Raises:
        StoreError: There is no store, or it cannot be read.
    """
    with clear_errors(path):
        store = open_indexed(path)
        catalogue = Catalogue(store)
        known: dict[str, CanonicalEntity] = {}

        def canonical(entity: str) -> CanonicalEntity:
            one = catalogue.canonical(catalogue.borne_by(entity) or "")
            if one not in known:
                known[one] = CanonicalEntity(one, catalogue.label(one), EntityType(catalogue.type(one)), (), ())
            return known[one]

        for graph, _ in changes.stored_articles(store, changes.contents(store)):
            yield from mentions_in(graph, canonical)
