"""What the page knows, as JSON values: the legend, the articles, the entities and every statement with its words."""

from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from kg.model import SYMMETRIC, Article, EntityType, Factuality
from kg.network.analyse import camps, centrality
from kg.network.quotes import Quotation
from kg.pages.legend import ACTORS, CAMP_COLOURS, FACTUALITIES, GREY, RELATIONS, SHAPES, STATUSES, TYPES
from kg.pages.words import count_in_words

JSON = dict[str, Any]


def page_content(network: nx.MultiDiGraph, title: str) -> JSON:
    """All that the page shows beside the drawing, in JSON values and in an order that follows from the network."""
    articles = _articles(network)
    statements = _statements(network, {article.digest: place for place, article in enumerate(articles)})
    known = {statement["id"] for statement in statements}
    found = camps(network)
    return {
        "title": title,
        "counts": _counts(network),
        "folded": network.graph.get("folded", 0),
        "articles": [_article(article) for article in articles],
        "types": [
            {"key": key, "name": look.name, "plural": look.plural, "shape": look.shape, "colour": look.colour}
            | {"hollow": look.hollow, "actor": key in ACTORS, "path": SHAPES[look.shape]}
            for key, look in TYPES.items()
        ],
        "relations": [
            {"key": key, "verb": look.verb, "family": look.family, "colour": look.colour, "shown": look.shown}
            | {"mutual": key in SYMMETRIC}
            for key, look in RELATIONS.items()
        ],
        "statuses": [
            {"key": key, "name": look.name, "meaning": look.meaning, "dashes": look.dashes, "shown": look.shown}
            for key, look in STATUSES.items()
        ],
        "grey": GREY,
        "camps": [
            {"members": members, "colour": CAMP_COLOURS[place] if place < len(CAMP_COLOURS) else GREY}
            for place, members in enumerate(found)
        ],
        "entities": _entities(network, known),
        "statements": statements,
    }


def _counts(network: nx.MultiDiGraph) -> dict[str, int]:
    types = [EntityType(node["type"]) for _, node in network.nodes(data=True) if node["statements"]]
    return {
        "articles": network.graph["articles"],
        "actors": sum(kind in ACTORS for kind in types),
        "places": types.count(EntityType.PLACE),
        "statements": network.graph["statements"],
    }


def _articles(network: nx.MultiDiGraph) -> list[Article]:
    found = {quotation.article.digest: quotation.article for quotation in _quotations(network)}
    return sorted(found.values(), key=lambda article: (str(article.published or "~"), article.id, article.digest))


def _quotations(network: nx.MultiDiGraph) -> Iterable[Quotation]:
    for *_, told in network.edges(data="attestations"):
        yield from told
    for _, statements in network.nodes(data="subject_unnamed"):
        for statement in statements:
            yield from statement["attestations"]


def _article(article: Article) -> JSON:
    published = article.published.isoformat() if article.published else None
    return {
        "id": article.id,
        "title": article.title or article.id,
        "source": article.source,
        "published": published,
        "url": article.url,
    }


def _entities(network: nx.MultiDiGraph, known: set[str]) -> list[JSON]:
    standing = centrality(network)
    return [
        {
            "id": entity,
            "label": node["label"],
            "type": node["type"],
            "names": [name for name in node["names"] if name != node["label"]],
            "says": [statement for statement in node["says"] if statement in known],
            "denies": [statement for statement in node["denies"] if statement in known],
            "neighbours": standing[entity].neighbours,
            "betweenness": standing[entity].betweenness,
            "folded": node.get("folded", 0),
        }
        for entity, node in sorted(network.nodes(data=True))
    ]


def _statements(network: nx.MultiDiGraph, places: Mapping[str, int]) -> list[JSON]:
    named = [
        _statement(key, subject, target, told, places)
        for subject, target, key, told in network.edges(keys=True, data=True)
    ]
    unnamed = [
        _statement(told["id"], None, target, told, places)
        for target, statements in network.nodes(data="subject_unnamed")
        for told in statements
    ]
    return sorted(named + unnamed, key=lambda statement: str(statement["id"]))


def _statement(key: str, subject: str | None, target: str, told: JSON, places: Mapping[str, int]) -> JSON:
    quotations = [_quotation(quotation, places) for quotation in told["attestations"]]
    return {
        "id": key,
        "subject": subject,
        "relation": told["relation"],
        "object": target,
        "status": told["status"],
        "articles": told["articles"],
        "voices": told["voices"],
        "attestations": sorted(quotations, key=lambda said: (said["article"], said["id"])),
    }


def _quotation(said: Quotation, places: Mapping[str, int]) -> JSON:
    return {
        "id": said.id,
        "before": said.before,
        "words": said.words,
        "after": said.after,
        "force": FACTUALITIES[said.factuality],
        "asserts": said.factuality is Factuality.ASSERTED,
        "speakers": said.speakers,
        "time": said.time.text if said.time else "",
        "timeValue": said.time.value if said.time else None,
        "place": said.place,
        "instrument": said.instrument,
        "count": count_in_words(said.count),
        "article": places[said.article.digest],
    }
