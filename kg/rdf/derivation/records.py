"""What the index keeps of signatures, their bearers, attestations, places and reports, as lines of JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from kg.identity import Signature, Tally
from kg.link.identity_value import Identity
from kg.merge.accounts import Account, Said
from kg.merge.reports import Report
from kg.merge.validity import Ending
from kg.model import (
    Argument,
    ArticleGraph,
    Attestation,
    Count,
    EntityType,
    Factuality,
    Period,
    Relation,
    Span,
    Time,
    TimePrecision,
)

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_NOWHERE = Span(0, 0, "")
_SETS_OF_REPORT = ("articles", "voices", "words", "actors", "unnamed", "sides", "targets", "dead", "persons", "places",
                   "around", "large", "spots", "wide")  # fmt: skip
_FLAGS_OF_REPORT = ("is_dated", "is_planned", "is_mutual")


def from_signature(signature: Signature) -> str:
    """A signature as a line."""
    identities = [list(each) for each in signature.identities]
    context = (signature.known, signature.type, signature.home, signature.decade)
    rest = (signature.shorts, *context, signature.apart, signature.only, signature.words)
    return _line([signature.family, identities, *rest])


def to_signature(line: str) -> Signature:
    """The signature that a line holds."""
    family, identities, shorts, known, entity_type, home, decade, apart, only, words = json.loads(line)
    named = tuple(Identity(*each) for each in identities)
    return Signature(family, named, tuple(shorts), known, entity_type, home, decade, tuple(apart), only, words)


def from_tally(tally: Tally) -> str:
    """A tally as a line; what was counted down to nothing is left out."""
    counted = (
        {str(each): number for each, number in sorted(one.items()) if number} for one in (tally.types, tally.names)
    )
    return _line(list(counted))


def to_tally(line: str) -> Tally:
    """The tally that a line holds."""
    types, names = json.loads(line)
    return Tally(Counter({EntityType(each): number for each, number in types.items()}), Counter(names))


def signed_accounts(graph: ArticleGraph, signatures: Mapping[str, str]) -> dict[str, Account]:
    """What an article tells, by the ids of its attestations: of signatures in place of its entities, without its words.

    Args:
        graph: What the article states.
        signatures: The ids of the signatures of its entities.
    """
    article = graph.article
    told = (_signed(each, signatures) for each in graph.attestations)
    return {each.id: Account(each, article.digest, article.digest, article.source, article.published) for each in told}


def _signed(one: Attestation, signatures: Mapping[str, str]) -> Attestation:
    return Attestation(
        id=one.id,
        relation=one.relation,
        subject=Argument(signatures[one.subject.entity], _NOWHERE) if one.subject else None,
        object=Argument(signatures[one.object.entity], _NOWHERE),
        evidence=_NOWHERE,
        factuality=one.factuality,
        attributed_to=tuple(signatures[speaker] for speaker in one.attributed_to),
        time=Time("", one.time.earliest, one.time.latest, one.time.precision) if one.time else None,
        place=None if one.place is None else signatures[one.place],
        instrument=None if one.instrument is None else signatures[one.instrument],
        count=one.count,
    )


def from_account(account: Account) -> str:
    """A account of signatures as a line."""
    one = account.attestation
    time = [_day(one.time.earliest), _day(one.time.latest), one.time.precision] if one.time else None
    count = [one.count.low, one.count.high] if one.count else None
    roles = [one.subject.entity if one.subject else None, one.relation, one.object.entity]
    rest = [one.factuality, one.attributed_to, time, one.place, one.instrument, count]
    whose = [account.article, account.voice, account.outlet, _day(account.published)]
    return _line([one.id, *roles, *rest, *whose])


def to_account(line: str) -> Account:
    """The account that a line holds."""
    identifier, subject, relation, target, factuality, speakers, time, place, instrument, count, *whose = json.loads(
        line
    )
    attestation = Attestation(
        id=identifier,
        relation=Relation(relation),
        subject=None if subject is None else Argument(subject, _NOWHERE),
        object=Argument(target, _NOWHERE),
        evidence=_NOWHERE,
        factuality=Factuality(factuality),
        attributed_to=tuple(speakers),
        time=_time(*time) if time else None,
        place=place,
        instrument=instrument,
        count=Count(*count) if count else None,
    )
    article, voice, outlet, published = whose
    return Account(attestation, article, voice, outlet, _to_day(published))


def from_ending(ending: Ending) -> str:
    """What ended control of a place, as a line."""
    return _line([_day(ending.first), _day(ending.last), *ending[2:]])


def to_ending(line: str) -> Ending:
    """What ended control of a place, from the line that holds it."""
    first, last, attestation, relation, by = json.loads(line)
    return Ending(date.fromisoformat(first), date.fromisoformat(last), attestation, Relation(relation), by)


def from_held(state: Said, periods: Iterable[Period]) -> str:
    """Who controls a place, and when, as a line."""
    told = [[_day(each.since), _day(each.until), _day(each.ended), each.ended_by] for each in periods]
    return _line([state.subject, told])


def to_held(place: str, line: str) -> tuple[Said, tuple[Period, ...]]:
    """Who controls a place, and when, from the line that holds it."""
    holder, told = json.loads(line)
    return Said(holder, Relation.CONTROLS, place), tuple(map(_period, told))


def _period(told: tuple[str, str, str | None, str | None]) -> Period:
    since, until, ended, ended_by = told
    return Period(date.fromisoformat(since), date.fromisoformat(until), _to_day(ended), ended_by)


def from_report(report: Report) -> str:
    """A report as a line; what is empty is left out."""
    told = {name: sorted(ids) for name in _SETS_OF_REPORT if (ids := getattr(report, name))}
    days = [_day(each) for each in report.days] if report.days else None
    flags = [name for name in _FLAGS_OF_REPORT if getattr(report, name)]
    figures = sorted(report.figures, key=str)
    whole = [report.id, report.family, report.attestations, told, figures, days, flags, _day(report.published)]
    return _line([*whole, dict(sorted(report.labels.items()))])


def to_report(line: str) -> Report:
    """The report that a line holds."""
    identifier, family, attestations, told, figures, days, flags, published, labels = json.loads(line)
    fields: dict[str, Any] = {name: frozenset(told.get(name, ())) for name in _SETS_OF_REPORT}
    fields |= {name: name in flags for name in _FLAGS_OF_REPORT}
    return Report(
        id=identifier,
        family=family,
        attestations=tuple(attestations),
        figures=frozenset((Relation(relation), low, high) for relation, low, high in figures),
        days=(date.fromisoformat(days[0]), date.fromisoformat(days[1])) if days else None,
        published=_to_day(published),
        labels=labels,
        **fields,
    )


def _time(earliest: str | None, latest: str | None, precision: str | None) -> Time:
    return Time("", _to_day(earliest), _to_day(latest), TimePrecision(precision) if precision else None)


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _to_day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _line(value: Any) -> str:  # noqa: ANN401 - anything that JSON knows
    return _ENCODER.encode(value)
