"""What articles tell of an entity, in short: who it is taken to be, where it is named, and what it does."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from kg.model import Article
from kg.rdf.catalogue import Catalogue

_MOST_NAMES = 8
_MOST_ARTICLES = 5
_MOST_SENTENCES = 3
_AROUND = 60  # characters on each side of a name that stands in no statement


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article about an entity."""

    article: str
    published: date | None
    words: str


@dataclass(frozen=True, slots=True)
class Portrait:
    """What articles tell of an entity.

    Args:
        entity: Its id over all articles.
        label: Its best name.
        type: What kind of thing it is.
        names: What it is called, most often first; the first few.
        articles: How many articles name it.
        named_in: Ids and days of some of them.
        quotes: Sentences in which it acts or is acted on; where there is none, words around its name.
    """

    entity: str
    label: str
    type: str
    names: tuple[str, ...]
    articles: int
    named_in: tuple[tuple[str, date | None], ...]
    quotes: tuple[Quote, ...]


def portrait(catalogue: Catalogue, entity: str, first: Sequence[str] = ()) -> Portrait:
    """What articles tell of an entity over all articles.

    Args:
        catalogue: The store.
        entity: The id of the entity.
        first: The signatures of it whose articles are shown first.
    """
    cluster = sorted(catalogue.cluster(entity), key=lambda one: (one not in first, one))
    homes = [
        (digest, bearer)
        for one in cluster
        for bearer in sorted(catalogue.bearers(one))
        if (digest := catalogue.article_of_entity(bearer))
    ]
    digests = list(dict.fromkeys(digest for digest, _ in homes))
    shown = [article for digest in digests[:_MOST_ARTICLES] if (article := catalogue.article(digest))]
    found = islice(_quotes(catalogue, homes), _MOST_SENTENCES)
    counted = {name: number for one in cluster for name, number in catalogue.tally(one).names.items()}
    return Portrait(
        entity,
        catalogue.label(entity),
        catalogue.type(entity),
        tuple(sorted(counted, key=lambda name: (-counted[name], name))[:_MOST_NAMES]),
        len(digests),
        tuple((article.id, article.published) for article in shown),
        tuple(found) or tuple(islice(_surroundings(catalogue, homes), _MOST_SENTENCES)),
    )


def _quotes(catalogue: Catalogue, homes: Iterable[tuple[str, str]]) -> Iterator[Quote]:
    seen = set()
    for digest, bearer in homes:
        for words in catalogue.words_about(bearer):
            article = catalogue.article(digest) if words not in seen else None
            if article:
                seen.add(words)
                yield Quote(article.id, article.published, " ".join(words.split()))


def _surroundings(catalogue: Catalogue, homes: Iterable[tuple[str, str]]) -> Iterator[Quote]:
    for digest, bearer in homes:
        article, spans = catalogue.article(digest), catalogue.mentions(bearer)
        if article and spans:
            yield Quote(article.id, article.published, _around(article, *spans[0]))


def _around(article: Article, start: int, end: int) -> str:
    before, after = max(start - _AROUND, 0), min(end + _AROUND, len(article.text))
    words = " ".join(article.text[before:after].split())
    return f"{'…' if before else ''}{words}{'…' if after < len(article.text) else ''}"
