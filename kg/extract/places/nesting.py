"""Which place lies in, near or at which, as commas, prepositions and owners say it."""

from collections.abc import Iterable, Iterator

from kg.extract.lexicon import cues
from kg.extract.mentions import DESCRIPTION, Kind, Mention
from kg.extract.places.ground import Ground, is_country, make_ground, may_be_place
from kg.extract.places.outward import after_comma, after_distance, after_preposition, included, is_part
from kg.extract.places.owners import owners, towns_owning
from kg.extract.syntax.dependencies import dependents
from kg.language.words import Doc
from kg.model import EntityType

Pair = tuple[Mention, Mention]
LINKS = frozenset({"and", "or"})


def nested_places(doc: Doc, mentions: dict[int, Mention]) -> Iterator[Pair]:
    """Pairs of places of which the text says that the first lies in, near or at the second.

    Args:
        doc: The text.
        mentions: Its mentions by head, each with the type of its chain. A name that only the model types may turn out
            to be no place; so may then its pair.
    """
    ground = make_ground(doc, mentions)
    pairs = list(dict.fromkeys(told_of_places(ground, direct_pairs(ground))))
    placed = {inner.head for inner, _ in pairs}
    yield from pairs
    for inner, outer in pairs:
        shared = (one for one in listed_before(ground, inner) if one.head not in placed and one.head != outer.head)
        yield from ((one, outer) for one in shared)


def direct_pairs(ground: Ground) -> Iterator[Pair]:
    """The pairs that the words around each place tell of it."""
    for head in sorted(ground.mentions):
        inner = ground.mentions[head]
        if is_line(inner) or is_said_of_place(ground, inner):
            continue
        if not (may_be_place(inner) or ground.is_across_line(inner)):
            continue
        if (outer := after_comma(ground, inner)) is not None:
            yield inner, outer
        if (outer := after_preposition(ground, inner)) is not None:
            yield from ordered(ground, inner, outer)
        around = owners(ground, inner) if inner.kind is Kind.NAME else towns_owning(ground, inner)
        yield from ((inner, outer) for outer in around)


def is_line(mention: Mention) -> bool:
    """Whether a description is of a line between areas, which lies in none of them: "across the border in A"."""
    return mention.kind is Kind.DESCRIPTION and mention.text.casefold().split()[-1] in cues("lines_between_areas")


def told_of_places(ground: Ground, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs, those told after an area put on the place in it: A in C for "A in B province, 40 km from C"."""
    around: dict[int, Mention] = {}
    for inner, outer in pairs:
        place = around.get(inner.head)
        told = place if place is not None and outer.start >= inner.end and is_aside(ground, place, inner) else inner
        around[outer.head] = told
        if not (ground.is_across_line(told) or ground.is_across_line(outer)):
            yield told, outer


def is_aside(ground: Ground, place: Mention, area: Mention) -> bool:
    """Whether what follows an area around a place is told of the place."""
    if ground.is_across_line(area):
        return True
    if ground.word(area.end) != ",":
        return False
    if after_distance(ground, place.end) is not None:  # "A, 40 km from B, in C"
        return True
    return is_part(area) and after_distance(ground, area.end) is not None


def is_said_of_place(ground: Ground, inner: Mention) -> bool:
    """Whether a description only says what another place is: "town" in "A is a town in B"."""
    noun = ground.doc[inner.head]
    if noun.dep_ != "attr" or inner.kind is not DESCRIPTION:
        return False
    subjects = (ground.mentions.get(subject.i) for subject in dependents(noun.head, "nsubj"))
    return any(found is not None and found.type is EntityType.PLACE for found in subjects)


def ordered(ground: Ground, inner: Mention, outer: Mention) -> Iterator[Pair]:
    """The pair of two places, the wider one last; what is told by "including" lies there too."""
    is_told_first = is_country(inner) and not (is_country(outer) or ground.is_across_line(inner))
    if is_told_first:  # "in Libya in Sirte"
        yield outer, inner
        yield from ((one, inner) for one in listed_after(ground, outer))
        return
    yield inner, outer
    if inner.kind is Kind.DESCRIPTION:
        first = included(ground, outer.end)
        if first is not None:
            yield from ((one, outer) for one in (first, *listed_after(ground, first)))


def listed_before(ground: Ground, last: Mention) -> Iterator[Mention]:
    """The places that "and" and commas join to a last one, the nearest first: B and A for C in "A, B and C"."""
    position, links = last.start - 1, LINKS
    while (link := link_before(ground, position, links)) is not None:
        found = ground.ends.get(link)
        if found is None or found.kind is not last.kind or not may_be_place(found) or is_country(found):
            return
        yield found
        position, links = found.start - 1, LINKS | {","}


def link_before(ground: Ground, position: int, links: frozenset[str]) -> int | None:
    """Index of the word or the comma that joins what stands before it, an article after it included."""
    position -= ground.word(position) in {"the", "a", "an"}
    if ground.word(position) not in links:
        return None
    return position - (ground.word(position) != "," and ground.word(position - 1) == ",")


def listed_after(ground: Ground, first: Mention) -> Iterator[Mention]:
    """The names of places that follow a first one in a list."""
    position = first.end
    while ground.word(position) in LINKS | {","}:
        position += 1 + (ground.word(position) == "," and ground.word(position + 1) in LINKS)
        position += ground.word(position) == "the"
        found = ground.starts.get(position)
        if found is None or found.kind is not Kind.NAME or found.type is not EntityType.PLACE:
            return
        yield found
        position = found.end
