"""What happened once, over all articles: derived from the attestations that tell of it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kg.model.graph import Support
from kg.model.kinds import EventKind, Relation, Status


@dataclass(frozen=True, slots=True)
class Toll:
    """How many people were killed, injured or detained in an event, over all sources.

    Of one source, an article or a speaker in it, the greatest figure counts, since the others are parts of it.

    Args:
        relation: What was done to them.
        low: The least that a source gives; None where all only say that it was at most so many.
        high: The most that a source gives; "at least 26" gives 26.
        sources: How many sources give a figure.
    """

    relation: Relation
    low: int | None
    high: int
    sources: int


@dataclass(frozen=True, slots=True, order=True)
class Join:
    """Why two articles tell of one event.

    Args:
        left: Id of an attestation of the one article.
        right: Id of an attestation of the other.
        reason: What both tell, to be read by a person.
        score: How strongly that speaks for their telling of one event, between 0 and 1.
    """

    left: str
    right: str
    reason: str
    score: Decimal


@dataclass(frozen=True, slots=True)
class Event:
    """One attack, withdrawal or the like, with all attestations that tell of it.

    Args:
        id: Readable; follows from its members alone.
        label: What it is, where and when, in a few words.
        kind: What kind of happening.
        attestations: Ids of its attestations, sorted.
        actors: Ids of the canonical entities that act in it, sorted.
        targets: Ids of the canonical entities that are acted on, sorted; places are not among them.
        places: Ids of the canonical places where it was, sorted; a place and the wider one around it may both be there.
        earliest: The first day on which it can have been; None where no article has a date.
        latest: The last such day.
        dated: Whether a source tells when it was; if not, the days follow from the articles' days of publication.
        status: How it stands over its attestations.
        support: How many tell of it.
        tolls: How many people it befell.
        joins: Why its articles tell of one event.
    """

    id: str
    label: str
    kind: EventKind
    attestations: tuple[str, ...]
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    places: tuple[str, ...]
    earliest: date | None
    latest: date | None
    dated: bool
    status: Status
    support: Support
    tolls: tuple[Toll, ...] = ()
    joins: tuple[Join, ...] = ()
