"""How many tell a statement, how it stands where days are told, and when a state held: by tables of accounts."""

from datetime import date

import pytest

from kg.merge.accounts import Account, Said
from kg.merge.statements import statement_of
from kg.merge.validity import Endings, endings_of, may_end
from kg.model import (
    Argument,
    Attestation,
    Factuality,
    Period,
    Relation,
    Span,
    Status,
    Support,
    Time,
    TimePrecision,
)

WORDS = Span(0, 1, "x")
NAMES = ("army", "rebels", "town", "speaker", "other speaker")
CANONICAL = {name: name for name in NAMES}
HOLDS = Said("army", Relation.CONTROLS, "town")


def day(text):
    """A day of the year 2020: "03-01" is the first of March."""
    return date.fromisoformat(f"2020-{text}")


def told_by(said, number, force="asserted", published=None, told=None, by=None, outlet="", voice=None):
    """What one article of its own says, on a day of publication, of the days that it tells, and by whom."""
    first, last = (told, told) if isinstance(told, str) else told or (None, None)
    time = Time("then", day(first), day(last), TimePrecision.INTERVAL) if first else None
    attestation = Attestation(
        f"a{number:02}",
        said.relation,
        Argument(said.subject, WORDS),
        Argument(said.object, WORDS),
        WORDS,
        Factuality(force),
        (by,) if by else (),
        time,
    )
    return Account(attestation, f"article {number}", voice or f"article {number}", outlet, published and day(published))


def statement(*rows, said=HOLDS, endings=()):
    """A statement that each row attests, and endings of it, which are numbered after the rows."""
    told = [told_by(said, number, **row) for number, row in enumerate(rows)]
    later = ((other, told_by(other, len(rows) + number, **row)) for number, (other, row) in enumerate(endings))
    over = [ending for other, account in later for ending in endings_of(other, [account])]
    return statement_of(said, told, CANONICAL, Endings(over))


def test_support_counts_articles_outlets_voices_and_speakers_on_each_side():
    found = statement(
        {"outlet": "Post", "voice": "wire"},
        {"outlet": "Herald", "voice": "wire", "by": "speaker"},
        {"outlet": "Herald", "by": "speaker"},
        {"by": "other speaker", "force": "negated"},
        {"force": "possible"},
    )
    assert found.support == Support(articles=5, outlets=2, voices=4, speakers=2)
    assert found.asserting == Support(articles=3, outlets=2, voices=2, speakers=1)
    assert found.denying == Support(articles=1, outlets=0, voices=1, speakers=1)


@pytest.mark.parametrize(
    ("rows", "first", "last"),
    [
        ([{}], None, None),
        ([{"published": "03-04"}], "03-04", "03-04"),
        ([{"published": "03-04", "told": "03-02"}], "03-02", "03-02"),
        ([{"published": "03-04", "told": ("02-01", "02-29")}, {"published": "03-09"}, {}], "02-01", "03-09"),
        ([{"published": "03-04", "force": "negated"}, {"published": "03-02", "force": "planned"}], "03-02", "03-04"),
    ],
)
def test_the_first_and_last_day_are_those_told_else_those_of_publication(rows, first, last):
    found = statement(*rows)
    assert (found.first, found.last) == (first and day(first), last and day(last))


ATTACK = Said("army", Relation.ATTACKS, "rebels")


@pytest.mark.parametrize(
    ("said", "asserted", "negated", "status"),
    [
        (ATTACK, {"told": "03-02"}, {"told": "03-02"}, Status.DISPUTED),
        (ATTACK, {"told": "03-02"}, {"told": "04-02"}, Status.ASSERTED),
        (ATTACK, {"told": "03-02"}, {"published": "04-02"}, Status.DISPUTED),  # what is denied is not said
        (ATTACK, {"told": ("03-01", "03-31")}, {"told": "03-31", "by": "speaker"}, Status.DISPUTED),
        (HOLDS, {"published": "03-02"}, {"published": "04-02"}, Status.ASSERTED),  # it has changed
        (HOLDS, {"published": "03-02"}, {"published": "03-05"}, Status.DISPUTED),
        (HOLDS, {"published": "03-02"}, {"published": "04-02", "by": "speaker"}, Status.DISPUTED),
        (HOLDS, {"published": "04-02"}, {"published": "03-02"}, Status.ASSERTED),
        (HOLDS, {"published": "03-02", "by": "speaker"}, {"published": "04-02"}, Status.CLAIMED),
        (HOLDS, {}, {"published": "04-02"}, Status.DISPUTED),
    ],
)
def test_what_is_said_of_other_days_is_not_disputed(said, asserted, negated, status):
    assert statement(asserted, {"force": "negated"} | negated, said=said).status is status


TAKEN = Said("rebels", Relation.SEIZES, "town")
LEFT = Said("army", Relation.WITHDREW_FROM, "town")


@pytest.mark.parametrize(
    ("other", "ends"),
    [
        (TAKEN, True),
        (LEFT, True),
        (Said("army", Relation.SEIZES, "town"), False),
        (Said("rebels", Relation.WITHDREW_FROM, "town"), False),
        (Said("rebels", Relation.CONTROLS, "town"), False),
        (Said("rebels", Relation.ATTACKS, "town"), False),
    ],
)
def test_what_may_end_control(other, ends):
    held = Period(day("03-01"), day("03-09"))
    told = list(endings_of(other, [told_by(other, 1, told="04-01")]))
    assert any(may_end(each, HOLDS, [held]) for each in told) is ends
    assert bool(statement({"published": "03-01"}, endings=[(other, {"told": "04-01"})]).periods[0].ended) is ends
    assert not any(may_end(each, Said("army", Relation.COMMANDS, "town"), [held]) for each in told)


@pytest.mark.parametrize(
    ("told", "ends"),
    [("02-01", False), ("03-01", False), ("03-02", True), ("04-01", True), ("05-01", True), ("05-02", False)],
)
def test_what_ends_nothing_lies_before_a_state_held_or_after_it_ended(told, ends):
    (ending,) = endings_of(TAKEN, [told_by(TAKEN, 1, told=told)])
    periods = Period(day("03-01"), day("03-09")), Period(day("04-09"), day("04-09"), day("05-01"), "a02")
    assert may_end(ending, HOLDS, periods) is ends
    assert not may_end(ending, HOLDS, ())


def periods(rows, *endings):
    """The periods as strings "since until ended by"."""
    found = statement(*rows, endings=endings).periods
    return [
        " ".join(filter(None, (f"{p.since:%m-%d}", f"{p.until:%m-%d}", p.ended and f"{p.ended:%m-%d}", p.ended_by)))
        for p in found
    ]


@pytest.mark.parametrize(
    ("rows", "endings", "expected"),
    [
        ([{}], [], []),
        ([{"published": "03-01"}], [], ["03-01 03-01"]),
        ([{"published": "03-01"}, {"published": "05-01"}], [], ["03-01 05-01"]),
        ([{"published": "03-09", "told": ("02-01", "02-29")}, {"published": "02-20"}], [], ["02-01 02-29"]),
        ([{"published": "03-01", "by": "speaker"}], [], ["03-01 03-01"]),
        ([{"published": "03-01", "force": "planned"}], [], []),
        # Another takes the place, or the holder leaves it.
        ([{"published": "03-01"}], [(TAKEN, {"told": "04-02"})], ["03-01 03-01 04-02 a01"]),
        ([{"published": "03-01"}], [(LEFT, {"told": ("04-01", "04-30")})], ["03-01 03-01 04-30 a01"]),
        ([{"published": "03-01"}], [(TAKEN, {"told": "04-02", "by": "speaker"})], ["03-01 03-01 04-02 a01"]),
        # It is retaken in between.
        (
            [{"published": "03-01"}, {"published": "05-01"}, {"published": "05-09"}],
            [(TAKEN, {"told": "04-02"})],
            ["03-01 03-01 04-02 a03", "05-01 05-09"],
        ),
        # Without a day of its own an ending was in the week before publication.
        ([{"published": "03-01"}], [(TAKEN, {"published": "03-09"})], ["03-01 03-01 03-09 a01"]),
        ([{"published": "03-01"}], [(TAKEN, {"published": "03-08"})], ["03-01 03-01"]),
        # What ends nothing: it lies before, meets the days, has no day, is no fact.
        ([{"published": "03-01"}], [(TAKEN, {"told": "02-02"})], ["03-01 03-01"]),
        ([{"published": "03-01"}], [(TAKEN, {"told": "03-01"})], ["03-01 03-01"]),
        ([{"published": "03-01"}], [(TAKEN, {"told": ("02-01", "04-01")})], ["03-01 03-01"]),
        ([{"published": "03-01"}], [(TAKEN, {})], ["03-01 03-01"]),
        ([{"published": "03-01"}], [(TAKEN, {"told": "04-02", "force": "planned"})], ["03-01 03-01"]),
        ([{"published": "03-01"}], [(LEFT, {"told": "04-02", "force": "negated"})], ["03-01 03-01"]),
        # An article says that it is over; a speaker's denial is no end.
        ([{"published": "03-01"}, {"published": "04-01", "force": "negated"}], [], ["03-01 03-01 04-01 a01"]),
        ([{"published": "03-01"}, {"published": "04-01", "force": "negated", "by": "speaker"}], [], ["03-01 03-01"]),
        # Of several endings the first counts.
        (
            [{"published": "03-01"}],
            [(TAKEN, {"told": "05-02"}), (LEFT, {"told": "04-02"})],
            ["03-01 03-01 04-02 a02"],
        ),
    ],
)
def test_periods(rows, endings, expected):
    assert periods(rows, *endings) == expected


@pytest.mark.parametrize("relation", Relation)
def test_only_what_lasts_has_periods(relation):
    lasting = {"commands", "memberOf", "controls", "backedBy", "alliedWith"}
    found = statement({"published": "03-01"}, said=Said("army", relation, "rebels")).periods
    assert found == ((Period(day("03-01"), day("03-01")),) if relation in lasting else ())


def test_the_order_of_accounts_has_no_influence():
    rows = [{"published": "03-01", "by": "speaker"}, {"published": "05-01"}, {"published": "04-01", "force": "negated"}]
    told = [told_by(HOLDS, number, **row) for number, row in enumerate(rows)]
    assert statement_of(HOLDS, told[::-1], CANONICAL) == statement_of(HOLDS, told, CANONICAL)
