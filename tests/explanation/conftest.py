"""A short article that was read, written by hand."""

from datetime import date
from decimal import Decimal

import pytest

from kg.model import (
    Argument,
    Article,
    ArticleGraph,
    Attestation,
    Count,
    Entity,
    EntityType,
    Factuality,
    Reading,
    Relation,
    Span,
    Time,
    TimePrecision,
)

TEXT = (
    "Army raids Darna\n\nGunmen from Darna may have killed nine men, a nurse said. It rained. The army hit Darna again."
)
DAY = date(2020, 2, 1)


def span(words: str, nth: int = 0) -> Span:
    """The words where they stand for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words), words)


def argument(entity: str, words: str, nth: int = 0) -> Argument:
    return Argument(entity, span(words, nth))


RAID = Attestation(
    "raid",
    Relation.ATTACKS,
    argument("army", "Army"),
    argument("darna", "Darna"),
    span("Army raids Darna"),
    time=Time("on Saturday", DAY, DAY, TimePrecision.DAY),
    confidence=Decimal("0.85"),
    frame="attack",
)
KILLING = Attestation(
    "killing",
    Relation.KILLS,
    argument("gunmen", "Gunmen from Darna"),
    argument("men", "nine men"),
    span("Gunmen from Darna may have killed nine men"),
    Factuality.POSSIBLE,
    ("nurse", "army"),
    place="darna",
    instrument="rifle",
    count=Count(9, None),
    confidence=Decimal("0.50"),
    frame="kill",
)
NAMELESS = Attestation("unnamed", Relation.INJURES, None, argument("men", "nine men"), span("nine men"))


@pytest.fixture
def reading() -> Reading:
    entities = (
        Entity("army", "Army", EntityType.ARMED_GROUP, ("Army", "The army"), (span("Army"), span("The army"))),
        Entity("darna", "Darna", EntityType.PLACE, ("Darna",), (span("Darna"), span("Darna", 1), span("Darna", 2))),
        Entity("gunmen", "Gunmen", EntityType.GROUP, ("Gunmen",), (span("Gunmen from Darna"),)),
        Entity("men", "nine men", EntityType.GROUP, ("nine men",), (span("nine men"),)),
        Entity("nurse", "nurse", EntityType.PERSON, ("nurse",), (span("nurse"),)),
        Entity("rifle", "rifle", EntityType.EQUIPMENT, ("rifle",)),
        Entity("tent", "tent", EntityType.EQUIPMENT, ("tent",)),
    )
    article = Article("raid-1", TEXT, "Army raids Darna", date(2020, 2, 3), "Harbour Wire", "https://news.example/1")
    return Reading(
        ArticleGraph(article, entities, (KILLING, RAID, NAMELESS)),
        (
            span("Army raids Darna"),
            span("Gunmen from Darna may have killed nine men, a nurse said."),
            span("It rained."),
            span("The army hit Darna again."),
        ),
        {"raid": span("raids"), "killing": span("killed")},
        {"raid": (span("The army hit Darna"), span("army hit Darna"))},
        (span("It"),),
    )
