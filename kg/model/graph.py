"""Many articles as one graph: what is stored, and what is derived from it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kg.model.kinds import EntityType, Outcome, Relation, Status
from kg.model.reading import ArticleGraph

MACHINE = "machine"
"""Who judges in a derived judgement; everybody else is a person."""

CANONICAL = "entity:"
"""What stands before the id of a canonical entity in a judgement; the id of one article's entity stands as it is."""


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """Whether two entities are one, by whom and why; `left` sorts before `right`.

    Each is a canonical entity, `entity:idris-saleh-3f2a9c41d0`, or the id of one article's entity. `when` is the
    moment in which a person judged, such as `2026-11-22T17:40:00Z`; "" where nothing tells it, as of the machine.
    """

    left: str
    right: str
    outcome: Outcome
    by: str
    reason: str
    score: Decimal = Decimal("1.00")
    when: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """That an entity over all articles is one that others know, or is likely to be.

    Args:
        source: The name of the table that it was found in.
        entity: The id of the entity.
        target: The IRI by which others know it.
        label: What they call it.
        exact: Whether it is sure enough to be relied on.
        score: How sure it is, from 0 to 1.
        reason: What speaks for it and against it.
    """

    source: str
    entity: str
    target: str
    label: str
    exact: bool
    score: Decimal
    reason: str


@dataclass(frozen=True, slots=True)
class KnowledgeGraph:
    """Many articles, the judgements that persons made and links to what others know: all that is not derived.

    `articles` is sorted by the articles' digests, `judgements` and `links` by their fields; none repeats.
    """

    articles: tuple[ArticleGraph, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Location:
    """Where a place is on the map.

    Args:
        geonames: Its number in GeoNames.
        latitude: Degrees north; None where the gazetteer does not tell them, as of countries.
        longitude: Degrees east, likewise.
    """

    geonames: int
    latitude: Decimal | None = None
    longitude: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CanonicalEntity:
    """One thing over all articles: the per-article entities that judgements join.

    Args:
        id: The first of its ids, which reads like `idris-saleh-3f2a9c41d0`.
        label: Its best name.
        type: What kind of thing it is, by the votes of its members.
        names: All names of its members, sorted.
        members: The ids of the per-article entities, sorted.
        replaces: Its other ids, sorted: under each it would be known if it were not one with the rest.
        location: Where it is, if it is a place or country that the gazetteer knows.
    """

    id: str
    label: str
    type: EntityType
    names: tuple[str, ...]
    members: tuple[str, ...]
    replaces: tuple[str, ...] = ()
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who over all articles, derived: canonical entities, and the machine's judgements that joined them.

    `canonical` maps the id of each per-article entity to the id of its canonical entity.
    """

    entities: tuple[CanonicalEntity, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    canonical: dict[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Support:
    """How many tell something: articles, outlets that are named, independent voices and speakers.

    Near-copies of one text are one voice. Speakers are those who are quoted first-hand; an article's own voice is none.
    """

    articles: int = 0
    outlets: int = 0
    voices: int = 0
    speakers: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of time in which a state is told to hold.

    Args:
        since: The first day on which an attestation tells that it holds; it may have begun before.
        until: The last such day; it may have gone on.
        ended: The last day on which what ended it can have been; None where nothing tells that it ended.
        ended_by: Id of the attestation that tells of what ended it.
    """

    since: date
    until: date
    ended: date | None = None
    ended_by: str | None = None


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
        support: How many attest it, with any force.
        asserting: How many of them assert it.
        denying: How many of them negate it.
        first: The first day that it is told of: when it was where that is told, else the day of publication.
        last: The last such day.
        periods: When it held, in the order of time; only for what lasts, such as command and control.
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
    support: Support = Support()
    asserting: Support = Support()
    denying: Support = Support()
    first: date | None = None
    last: date | None = None
    periods: tuple[Period, ...] = ()
