"""Which reports are one event: the cases of event_cases.yaml, and what an event knows of its members."""

import re
from datetime import date
from itertools import chain
from pathlib import Path

import pytest
import yaml

from kg.merge.accounts import accounts_of
from kg.merge.events import events_of, keys_of
from kg.merge.reports import reports_of
from kg.model import (
    Argument,
    Article,
    ArticleGraph,
    Attestation,
    Count,
    Entity,
    EntityType,
    EventKind,
    Factuality,
    Relation,
    Span,
    Status,
    Support,
    Time,
    TimePrecision,
    Toll,
)

CASES = {case.pop("name"): case for case in yaml.safe_load((Path(__file__).parent / "event_cases.yaml").read_text())}

# Who there is; what has no capital letter is a description, which every article has its own of.
CAST = {
    "army": ("Harbour Guard", EntityType.ARMED_GROUP),
    "rebels": ("Dawn Brigade", EntityType.ARMED_GROUP),
    "council": ("Council of National Security", EntityType.STATE, "CNS"),
    "Israeli army": ("Israeli army", EntityType.ARMED_GROUP),
    "Israel": ("Israel", EntityType.STATE),
    "Sudan": ("Sudan", EntityType.STATE),
    "Ethiopia": ("Ethiopia", EntityType.STATE),
    "Idris Saleh": ("Idris Saleh", EntityType.PERSON),
    "Omar Nur": ("Omar Nur", EntityType.PERSON),
    **{place: (place, EntityType.PLACE) for place in ("Darna", "Sirte", "Libya", "Darna Province")},
    **{place: (place, EntityType.PLACE) for place in ("Harbour Road", "Mill Lane")},
    **{group: (group, EntityType.GROUP) for group in ("civilians", "residents", "workers", "protesters", "activists")},
    "gunmen": ("gunmen", EntityType.ARMED_GROUP),
    **{army: (army, EntityType.ARMED_GROUP) for army in ("Sudanese Armed Forces", "Rapid Support Forces")},
    **{place: (place, EntityType.PLACE) for place in ("market", "school", "Khartoum")},
    "speaker": ("Mariam Saleh", EntityType.PERSON),
}  # fmt: skip
NAMES = "|".join(sorted(CAST, key=len, reverse=True))
LINE = re.compile(
    rf"(?P<together>& )?(?P<subject>nobody|{NAMES}) (?P<relation>\w+) (?P<object>{NAMES})(?: at (?P<place>{NAMES}))?"
    r"(?: on (?P<first>\d\d-\d\d)(?:\.\.(?P<last>\d\d-\d\d))?)?(?: (?P<count>\d+)(?P<more>\+)?)?"
    rf"(?: (?P<force>planned|negated|possible))?(?: by (?P<by>{NAMES}))?"
)


def day(text):
    return date.fromisoformat(f"2020-{text}")


def entity(article, key, label, entity_type, *abbreviations):
    return Entity(f"{article}/{key}", label, entity_type, (label, *abbreviations))


def article_graph(name, said, published=None):
    """The graph of one article: a line, and so a sentence, for each attestation."""
    lines = [LINE.fullmatch(line) for line in said]
    assert all(lines), said
    text = " ".join(line.removeprefix("& ") + ("," if line != said[-1] and after.startswith("&") else ".")
                    for line, after in zip(said, [*said[1:], ""], strict=True))  # fmt: skip
    used = {each for line in lines for each in line.group("subject", "object", "place", "by") if each in CAST}
    known = [entity(name, each, *CAST[each]) for each in sorted(used)]
    told = [attestation(name, number, line, text) for number, line in enumerate(lines, start=1)]
    return ArticleGraph(
        Article(name, text, published=published and day(published), url=name), tuple(known), tuple(told)
    )


def attestation(name, number, line, text):
    words = line[0].removeprefix("& ")
    evidence = Span(text.index(words), text.index(words) + len(words), words)
    first = line["first"]
    count = int(line["count"]) if line["count"] else None
    return Attestation(
        f"{name}{number}",
        Relation(line["relation"]),
        None if line["subject"] == "nobody" else Argument(f"{name}/{line['subject']}", evidence),
        Argument(f"{name}/{line['object']}", evidence),
        evidence,
        Factuality(line["force"] or "asserted"),
        (f"{name}/{line['by']}",) if line["by"] else (),
        Time("then", day(first), day(line["last"] or first), TimePrecision.INTERVAL) if first else None,
        f"{name}/{line['place']}" if line["place"] else None,
        count=Count(count, None if line["more"] else count) if count else None,
    )


def read(case):
    """The reports of a case, its accounts, and who is who in it: those of one name are one."""
    graphs = {name: article_graph(name, **_fields(given)) for name, given in case.items() if name != "events"}
    canonical = {
        entity.id: entity.label if entity.label[0].isupper() else entity.id
        for graph in graphs.values()
        for entity in graph.entities
    }
    voices = {name: case[name].get("voice", name) for name in graphs}
    reports = [reports_of(graph, canonical, voices[name]) for name, graph in graphs.items()]
    accounts = chain.from_iterable(accounts_of(graph, voices[name]) for name, graph in graphs.items())
    return list(chain.from_iterable(reports)), {each.attestation.id: each for each in accounts}, canonical


def _fields(given):
    return {"said": given["says"], "published": given.get("published")}


def events(case):
    return events_of(*read(case))


@pytest.mark.parametrize("name", CASES)
def test_the_attestations_of_one_event(name):
    found = {event.attestations for event in events(CASES[name])}
    assert {each for each in found if len(each) > 1} == {tuple(each.split()) for each in CASES[name]["events"]}


@pytest.mark.parametrize("name", CASES)
def test_every_attestation_of_a_happening_is_of_one_event(name):
    found = [each for event in events(CASES[name]) for each in event.attestations]
    assert len(found) == len(set(found))
    lines = [f"{article}{number}" for article, given in CASES[name].items() if article != "events"
             for number, line in enumerate(given["says"], start=1) if "locatedIn" not in line]  # fmt: skip
    assert sorted(found) == lines


@pytest.mark.parametrize("name", CASES)
def test_the_order_of_reports_has_no_influence(name):
    reports, *rest = read(CASES[name])
    assert events_of(reversed(reports), *rest) == events_of(reports, *rest)


def test_events_of_reports_that_share_no_key_are_the_same_alone():
    case = {f"{name}{article}": given for name, each in zip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
            CASES.values(), strict=False) for article, given in each.items() if article != "events"}  # fmt: skip
    reports, *rest = read(case)
    whole = events_of(reports, *rest)
    parts, left = [], list(reports)
    while left:
        component, keys = [], set(keys_of(left[0]))
        while met := [report for report in left if keys & set(keys_of(report)) or report is left[0]]:
            component += met
            left = [report for report in left if report not in met]
            keys |= {key for report in met for key in keys_of(report)}
            if not any(keys & set(keys_of(report)) for report in left):
                break
        parts += events_of(component, *rest)
    assert len(whole) > 20
    assert sorted(parts, key=lambda event: event.id) == list(whole)


def one(*articles):
    """The only event of articles, each its day of publication and its lines."""
    (event,) = events(
        {name: {"published": on, "says": said} for name, (on, *said) in zip("abcde", articles, strict=False)}
    )
    return event


def test_an_event_knows_who_where_when_and_how_it_stands():
    event = one(
        ("03-03", "army attacks rebels at Darna on 03-02", "& army kills civilians at Darna on 03-02 5"),
        ("03-04", "army attacks rebels at Darna on 03-01..03-02 negated by army"),
    )
    assert (event.kind, event.status, event.dated) == (EventKind.ATTACK, Status.DISPUTED, True)
    assert (event.actors, event.targets, event.places) == (("Harbour Guard",), ("Dawn Brigade",), ("Darna",))
    assert (event.earliest, event.latest) == (day("03-02"), day("03-02"))
    assert event.support == Support(articles=2, outlets=0, voices=2, speakers=1)
    assert event.label == "attack by Harbour Guard, Darna, 2020-03-02"
    assert re.fullmatch(r"attack-by-harbour-guard-darna-2020-03-02-[0-9a-f]{10}", event.id)


def test_a_join_says_why():
    (join,) = one(("03-03", "army attacks Darna on 03-02"), ("03-04", "army attacks Darna on 03-02")).joins
    assert (join.left, join.right) == ("a1", "b1")
    assert join.reason == "both name the place Darna; in both Harbour Guard acts; both tell the day 2020-03-02"
    assert 0 < join.score <= 1


def test_later_reports_leave_the_id_as_it_is():
    told = [("03-03", "army attacks Darna on 03-02"), ("03-04", "army attacks Darna on 03-02")]
    assert one(*told).id == one(told[0]).id == one(told[0], ("03-05", "army attacks Darna on 03-02"), told[1]).id


def test_tolls_are_side_by_side():
    event = one(
        ("03-03", "army kills civilians at Darna on 03-02 22", "& army kills workers at Darna on 03-02 4"),
        (
            "03-03",
            "army kills residents at Darna on 03-02 26 by speaker",
            "& army injures civilians at Darna on 03-02 9+",
        ),
        ("03-03", "army kills residents at Darna on 03-02 24 possible"),
    )
    assert event.tolls == (Toll(Relation.KILLS, 22, 26, 2), Toll(Relation.INJURES, 9, 9, 1))


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (["army attacks Darna", "& army kills civilians 5"], EventKind.ATTACK),
        (["army repels rebels at Darna"], EventKind.ATTACK),
        (["army clashesWith rebels", "& nobody kills civilians 5"], EventKind.CLASH),
        (["army kills civilians 5", "& army injures residents"], EventKind.KILLING),
        (["army injures residents"], EventKind.INJURY),
        (["army seizes Darna"], EventKind.SEIZURE),
        (["army withdrewFrom Darna"], EventKind.WITHDRAWAL),
        (["army deploysTo Darna"], EventKind.DEPLOYMENT),
        (["army detains civilians"], EventKind.DETENTION),
    ],
)
def test_kinds(said, kind):
    assert one(("03-03", *said)).kind is kind


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (["army attacks Darna by speaker"], Status.CLAIMED),
        (["army attacks Darna planned"], Status.PLANNED),
        (["army attacks Darna negated by army"], Status.DENIED),
        (["army attacks Darna", "& army kills civilians negated by army"], Status.ASSERTED),
        (["army attacks Darna possible", "& army kills civilians 5"], Status.ASSERTED),
    ],
)
def test_status(said, status):
    assert one(("03-03", *said)).status is status


def test_two_unnamed_attackers_of_one_sentence_are_two():
    said = ["gunmen kills civilians 3", "& residents kills workers 2"]
    assert len(events({"a": {"published": "03-03", "says": said}})) == 2
