"""Which entities of a graph are the ones that a table knows: by names, types and places, with reasons."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from math import asin, cos, radians, sin, sqrt

from kg.identity.features import Feature, Finding, in_words
from kg.link.names import is_spelling_of, normal_form, skeleton
from kg.model import EntityType, Link
from kg.reference.values import Known, Own, Point

LEAST_FOR_EXACT = Decimal("0.90")
LEAST_FOR_CLOSE = Decimal("0.60")


FEATURES = {
    # The greatest weight counts.
    "label": Feature(Decimal("0.90"), 'is called "{}", as the table has it'),
    "alias": Feature(Decimal("0.85"), 'is called "{}", which the table has as another name'),
    "spelling": Feature(Decimal("0.70"), "{} are spellings of one name"),
    # These are added to it.
    "type": Feature(Decimal("0.05"), "both are of the type {}"),
    "near": Feature(Decimal("0.10"), "both lie in one place, {} km apart"),
    "other type": Feature(Decimal("-0.40"), "one is of the type {}"),
    "far": Feature(Decimal("-0.60"), "they lie {} km apart"),
    "others known": Feature(Decimal("-0.25"), "the table has others of that name: {}"),
    "others here": Feature(Decimal("-0.20"), "the graph has others of that name: {}"),
}
"""What is looked for, with weights that are set by hand."""

_NAMES = ("label", "alias", "spelling")

# News takes one of these for another.
_BODIES = frozenset({EntityType.STATE, EntityType.ARMED_GROUP, EntityType.ORGANIZATION, EntityType.OPERATION})
_AND_PLACES = frozenset({EntityType.STATE, EntityType.PLACE})

_NEAR, _FAR = 50, 150  # kilometres
_EARTH = 6371


def match(known: Iterable[Known], own: Iterable[Own], source: str) -> tuple[Link, ...]:
    """The links from the graph's own entities to known ones that are at least likely, sorted.

    Of several known entities that an entity could be, the surest is linked, and none where two are equally sure.
    """
    pairs = _pairs(tuple(known), tuple(own))
    rivals: defaultdict[str, list[Known]] = defaultdict(list)
    doubles: defaultdict[str, list[Own]] = defaultdict(list)
    for each, one, findings in pairs:
        if _score(findings) >= LEAST_FOR_CLOSE:
            rivals[one.id].append(each)
            doubles[each.iri].append(one)
    best: defaultdict[str, list[Link]] = defaultdict(list)
    for each, one, findings in pairs:
        said = [*findings, *_against(each, one, rivals, doubles)]
        score = _score(said)
        if score >= LEAST_FOR_CLOSE:
            reason = in_words(said, FEATURES)
            best[one.id].append(Link(source, one.id, each.iri, each.label, score >= LEAST_FOR_EXACT, score, reason))
    return tuple(sorted(link for links in best.values() for link in _surest(links)))


def _pairs(known: Iterable[Known], own: Iterable[Own]) -> list[tuple[Known, Own, list[Finding]]]:
    """All pairs that share a name or its sound, with what is found of them."""
    by_sound: defaultdict[str, dict[str, Own]] = defaultdict(dict)
    for one in own:
        for name in one.names:
            by_sound[skeleton(normal_form(name))][one.id] = one
    pairs = []
    for each in known:
        sounds = {skeleton(normal_form(name)) for name in (each.label, *each.aliases)} - {""}
        near = {one.id: one for sound in sorted(sounds) for one in by_sound.get(sound, {}).values()}
        pairs += [(each, one, found) for one in near.values() if (found := list(_findings(each, one)))]
    return pairs


def _findings(known: Known, own: Own) -> Iterator[Finding]:
    named = _name_finding(known, own)
    if named is None:
        return
    yield named
    if known.type and known.type is own.type:
        yield Finding("type", own.type)
    elif known.type and not {known.type, own.type} <= _BODIES and not {known.type, own.type} <= _AND_PLACES:
        yield Finding("other type", f"{own.type}, the other of {known.type}")
    if known.at and own.at:
        kilometres = _distance(known.at, own.at)
        if kilometres <= _NEAR or kilometres >= _FAR:
            yield Finding("near" if kilometres <= _NEAR else "far", str(round(kilometres)))


def _name_finding(known: Known, own: Own) -> Finding | None:
    forms = {normal_form(name): name for name in reversed(own.names)}
    for feature, names in (("label", (known.label,)), ("alias", known.aliases)):
        for name in names:
            if normal_form(name) in forms:
                return Finding(feature, forms[normal_form(name)])
    for name in (known.label, *known.aliases):
        for form, called in sorted(forms.items()):
            if is_spelling_of(form, normal_form(name)):
                return Finding("spelling", f'"{called}" and "{name}"')
    return None


def _against(
    known: Known, own: Own, rivals: Mapping[str, list[Known]], doubles: Mapping[str, list[Own]]
) -> Iterator[Finding]:
    """What speaks against a pair because others of the table, or of the graph, bear the name as well."""
    others = [each.iri.rpartition("/")[2] for each in rivals.get(own.id, ()) if each.iri != known.iri]
    if others:
        yield Finding("others known", ", ".join(sorted(others)))
    also = [each.id for each in doubles.get(known.iri, ()) if each.id != own.id]
    if also:
        yield Finding("others here", ", ".join(sorted(also)))


def _score(findings: Iterable[Finding]) -> Decimal:
    weights = {name: FEATURES[name].weight for name, _ in findings}
    named = max((weight for name, weight in weights.items() if name in _NAMES), default=Decimal(0))
    value = named + sum((weight for name, weight in weights.items() if name not in _NAMES), Decimal(0))
    return min(max(value, Decimal("0.00")), Decimal("1.00"))


def _surest(links: Iterable[Link]) -> list[Link]:
    ordered = sorted(links, key=lambda link: (-link.score, link))
    return ordered[:1] if len(ordered) == 1 or ordered[0].score > ordered[1].score else []


def _distance(one: Point, other: Point) -> float:
    """Kilometres between two points, along the surface of the earth (haversine)."""
    north, east, north_too, east_too = (radians(float(each)) for each in (*one, *other))
    square = sin((north_too - north) / 2) ** 2 + cos(north) * cos(north_too) * sin((east_too - east) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(square))
