"""What one article states: the values that its extraction yields.

All offsets are character offsets into `Article.text`, start inclusive, end exclusive.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from kg.model.kinds import EntityType, Factuality, Relation, TimePrecision


def digest(*parts: str | None) -> str:
    """Sixteen hexadecimal digits of the SHA-256 of the parts; None and "" differ."""
    # Each with its length in bytes before it, so that no two lists of parts run together to the same bytes.
    framed = "".join(["n" if part is None else f"s{len(part)}:{part}" for part in parts])
    if not framed.isascii():
        framed = "".join(["n" if part is None else f"s{len(encoded(part))}:{part}" for part in parts])
    return hashlib.sha256(encoded(framed)).hexdigest()[:16]


def encoded(text: str) -> bytes:
    """The bytes of a text, unpaired surrogates included."""
    return text.encode("utf-8", "surrogatepass")


class Span(NamedTuple):
    """A stretch of an article's text and its exact words."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One news text.

    Args:
        id: The name the user knows it by: the `id` of a JSONL line, else the file name.
        text: The whole text, with its title where the source has one; all offsets count in it.
        title: The title, or "".
        published: The day of publication, or None when unknown; times are resolved against it alone.
        source: The outlet, or "".
        url: Where it stood, or "".
    """

    id: str
    text: str
    title: str = ""
    published: date | None = None
    source: str = ""
    url: str = ""

    @property
    def digest(self) -> str:
        """What the article is known by: a hash of its content, its id left out."""
        return _digest_of(self)


@lru_cache(1 << 8)  # it is asked for again and again while one article is read
def _digest_of(article: Article) -> str:
    published = article.published.isoformat() if article.published else None
    return digest(article.text, article.title, published, article.source, article.url)


@dataclass(frozen=True, slots=True)
class Entity:
    """A participant as one article knows it; never changed by a merge.

    Args:
        id: Unique over all articles: a readable slug and a hash of the article, type and first mention.
        label: Its best name in the article, never a pronoun.
        type: What kind of thing it is.
        names: Every string of the article that names or describes it, sorted; the label is one of them.
        mentions: Where it is mentioned, pronouns included, in the order of the text.
    """

    id: str
    label: str
    type: EntityType
    names: tuple[str, ...]
    mentions: tuple[Span, ...] = ()


class Argument(NamedTuple):
    """The entity that fills a role, and the words that fill it."""

    entity: str
    span: Span


@dataclass(frozen=True, slots=True)
class Time:
    """Time words and what they resolve to; the dates are None where the text does not tell."""

    text: str
    earliest: date | None = None
    latest: date | None = None
    precision: TimePrecision | None = None

    @property
    def value(self) -> str | None:
        """The ISO 8601 value: a day, a month, a year or an interval `a/b`."""
        if self.earliest is None or self.latest is None:
            return None
        day = self.earliest.isoformat()
        match self.precision:
            case TimePrecision.MONTH:
                return day[:7]
            case TimePrecision.YEAR:
                return day[:4]
            case TimePrecision.INTERVAL:
                return f"{day}/{self.latest.isoformat()}"
            case _:
                return day


@dataclass(frozen=True, slots=True)
class Count:
    """How many people: "at least 26" is low 26 and high None."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Attestation:
    """One statement as one sentence and one speaker of an article give it.

    Args:
        id: Hash of the article, relation, roles, evidence, factuality and speakers.
        subject: Who acts; None where the text names nobody.
        attributed_to: Ids of the entities the article says it from, innermost first; () for the article's own voice.
        place: Id of the entity where it happened.
        instrument: Id of the entity it was done with.
        confidence: Between 0 and 1, two decimals.
        frame: Name of the lexicon frame that fired.
    """

    id: str
    relation: Relation
    subject: Argument | None
    object: Argument
    evidence: Span
    factuality: Factuality = Factuality.ASSERTED
    attributed_to: tuple[str, ...] = ()
    time: Time | None = None
    place: str | None = None
    instrument: str | None = None
    count: Count | None = None
    confidence: Decimal = Decimal("1.00")
    frame: str = ""


@dataclass(frozen=True, slots=True)
class ArticleGraph:
    """What one article states: the unit that is stored, merged and retracted.

    Entities and attestations are sorted by id. `generator` names the program and model that read the article.
    """

    article: Article
    entities: tuple[Entity, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    generator: str = ""
