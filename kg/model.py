"""The values that flow through the pipeline: frozen, ordered, free of any library's types.

All offsets are character offsets into `Article.text`, start inclusive, end exclusive.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class EntityType(StrEnum):
    """What kind of thing an entity is."""

    PERSON = "Person"
    STATE = "State"
    ARMED_GROUP = "ArmedGroup"
    ORGANIZATION = "Organization"
    OPERATION = "Operation"
    GROUP = "Group"
    PLACE = "Place"
    EQUIPMENT = "Equipment"
    SOURCE = "Source"


class Relation(StrEnum):
    """What a statement says; the subject is who acts, whatever the grammar."""

    COMMANDS = "commands"
    MEMBER_OF = "memberOf"
    ALLIED_WITH = "alliedWith"
    BACKED_BY = "backedBy"
    ATTACKS = "attacks"
    CLASHES_WITH = "clashesWith"
    SEIZES = "seizes"
    CONTROLS = "controls"
    WITHDREW_FROM = "withdrewFrom"
    REPELS = "repels"
    DEPLOYS_TO = "deploysTo"
    KILLS = "kills"
    INJURES = "injures"
    DETAINS = "detains"
    THREATENS = "threatens"
    NEGOTIATES_WITH = "negotiatesWith"
    ACCUSES = "accuses"
    OPPOSES = "opposes"
    LOCATED_IN = "locatedIn"


SYMMETRIC = frozenset({Relation.ALLIED_WITH, Relation.CLASHES_WITH, Relation.NEGOTIATES_WITH})
"""Relations that hold in both directions; their statements order subject and object by IRI."""


class Factuality(StrEnum):
    """With what force a statement is made."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    PLANNED = "planned"
    POSSIBLE = "possible"


class TimePrecision(StrEnum):
    """How finely a time is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"


class Outcome(StrEnum):
    """What a judgement says of two entities."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Status(StrEnum):
    """How a statement stands over all its attestations."""

    ASSERTED = "asserted"  # in the own voice of at least one article, denied by none
    CLAIMED = "claimed"  # asserted by speakers only
    DISPUTED = "disputed"  # asserted by one, negated by another
    DENIED = "denied"  # only negated
    PLANNED = "planned"
    POSSIBLE = "possible"


def digest(*parts: str | None) -> str:
    """Sixteen hexadecimal digits of the SHA-256 of the parts; None and "" differ."""
    hashed = hashlib.sha256()
    for part in parts:
        encoded = b"" if part is None else part.encode("utf-8", "surrogatepass")
        hashed.update(b"n" if part is None else f"s{len(encoded)}:".encode())
        hashed.update(encoded)
    return hashed.hexdigest()[:16]


@dataclass(frozen=True, slots=True, order=True)
class Span:
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
        published = self.published.isoformat() if self.published else None
        return digest(self.text, self.title, published, self.source, self.url)


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


@dataclass(frozen=True, slots=True)
class Argument:
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


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """Whether two per-article entities are one, by whom and why; `left` sorts before `right`."""

    left: str
    right: str
    outcome: Outcome
    by: str
    reason: str
    score: Decimal = Decimal("1.00")


@dataclass(frozen=True, slots=True)
class KnowledgeGraph:
    """Many articles and the judgements that persons made: all that a store holds that is not derived.

    `articles` is sorted by the articles' digests, `judgements` by their fields; neither repeats.
    """

    articles: tuple[ArticleGraph, ...] = ()
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class CanonicalEntity:
    """One thing over all articles: the per-article entities that judgements join.

    Its id follows from its members alone and reads like `khalifa-haftar-3f2a9c`.
    """

    id: str
    label: str
    type: EntityType
    names: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who over all articles, derived: canonical entities, and the machine's judgements that joined them.

    `canonical` maps the id of each per-article entity to the id of its canonical entity.
    """

    entities: tuple[CanonicalEntity, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    canonical: dict[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said, over all articles, derived: two canonical entities and a relation.

    Args:
        id: Hash of the three.
        subject: Id of a canonical entity; None where nobody is named.
        attestations: Ids of its attestations, sorted.
        status: How it stands over all of them.
        claimants: Ids of the canonical entities that say it, sorted.
        direct: Whether some attestation asserts it in the article's own voice.
    """

    id: str
    subject: str | None
    relation: Relation
    object: str
    attestations: tuple[str, ...]
    status: Status
    claimants: tuple[str, ...] = ()
    direct: bool = False
