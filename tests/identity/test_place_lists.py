"""Places of a list share the noun that says what they are."""

from dataclasses import replace

import pytest
from merge_corpus import article_graph

from kg.identity import resolve
from kg.model import Article, Entity, EntityType, KnowledgeGraph, Span


def listing(article, text, *places):
    """An article in whose text places stand, each named by its first words in it."""
    spans = [Span(text.index(place), text.index(place) + len(place), place) for place in places]
    made = [Entity(f"{article}/{span.text}", span.text, EntityType.PLACE, (span.text,), (span,)) for span in spans]
    graph = article_graph(article, *made)
    return replace(graph, article=Article(article, text))


@pytest.mark.parametrize(
    ("text", "place", "label"),
    [
        ("They hit Sirte and Tula oblasts.", "Sirte", "Sirte Oblast"),
        ("They hit Sirte, Poltava, and Tula Oblasts.", "Poltava", "Poltava Oblast"),
        ("They hit the oblasts of Poltava, Tula and Sirte.", "Poltava", "Poltava Oblast"),
        ("They hit the oblasts of Poltava, Tula and Sirte.", "Sirte", "Sirte Oblast"),
        ("They hit the Poltava and Sirte territories.", "Poltava", "Poltava Territory"),
        ("They hit Poltava and the Tula and Sirte oblasts.", "Poltava", "Poltava"),
        ("They hit Poltava, Russia, and the Tula oblasts.", "Poltava", "Poltava"),
        ("They met in Poltava, Chad and United States.", "Poltava", "Poltava"),
        ("They hit the oblasts of Poltava.", "Poltava", "Poltava"),
    ],
)
def test_places_share_the_noun_of_a_list(text, place, label):
    (entity,) = resolve(KnowledgeGraph((listing("a", text, place),))).entities
    assert entity.label == label
