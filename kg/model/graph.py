"""Many articles as one graph: what is stored, and what is derived from it."""

from dataclasses import dataclass, field
from decimal import Decimal

from kg.model.kinds import EntityType, Outcome, Relation, Status
from kg.model.reading import ArticleGraph


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

    Its id follows from its members alone and reads like `idris-saleh-3f2a9c41d0`.
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
        deniers: Ids of the canonical entities that say the contrary, sorted.
    """

    id: str
    subject: str | None
    relation: Relation
    object: str
    attestations: tuple[str, ...]
    status: Status
    claimants: tuple[str, ...] = ()
    direct: bool = False
    deniers: tuple[str, ...] = ()
