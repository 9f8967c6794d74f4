"""Composes what is shown of a reading."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.explanation.facts import facts_of
from kg.explanation.outline import Mark, Mentioned, Named, Outline, Role, Sentence, Told
from kg.explanation.pieces import parts_of
from kg.model import SYMMETRIC, Article, Attestation, Entity, Reading, Span
from kg.pages.legend import FORCES, RELATIONS


def compose(reading: Reading) -> Outline:
    """What is shown of a reading; the same for the same reading."""
    entities = number_entities(reading)
    told = {
        attestation.id: to_told(number, attestation, reading, entities)
        for number, attestation in enumerate(in_order(reading), 1)
    }
    return Outline(
        reading.graph.article,
        tuple(to_sentences(reading, told, entities)),
        tuple(told.values()),
        tuple(entities.values()),
        tuple(dict.fromkeys(" ".join(span.text.split()) for span in reading.unlinked)),
    )


def in_order(reading: Reading) -> list[Attestation]:
    """The attestations in the order of the text."""
    return sorted(reading.graph.attestations, key=lambda each: (each.evidence, each.id))


def number_entities(reading: Reading) -> dict[str, Named]:
    """The entities by their ids, numbered by their first mentions; those without a mention come last."""
    graph = reading.graph
    linked = {entity for attestation in graph.attestations for entity in entities_of(attestation)}
    beyond = len(graph.article.text)

    def first(entity: Entity) -> tuple[int, int, str]:
        opening = entity.mentions[0] if entity.mentions else Span(beyond, beyond, "")
        return opening.start, -opening.end, entity.id

    return {
        entity.id: Named(
            number,
            entity.label,
            entity.type,
            tuple(name for name in entity.names if name != entity.label),
            entity.mentions,
            entity.id in linked,
        )
        for number, entity in enumerate(sorted(graph.entities, key=first), 1)
    }


def entities_of(attestation: Attestation) -> Iterator[str]:
    """Ids of all entities that an attestation names."""
    yield attestation.object.entity
    yield from attestation.attributed_to
    subject = attestation.subject.entity if attestation.subject else None
    yield from (each for each in (subject, attestation.place, attestation.instrument) if each is not None)


def to_told(number: int, attestation: Attestation, reading: Reading, entities: Mapping[str, Named]) -> Told:
    """A statement as it is shown, under its number."""
    return Told(
        number,
        entities[attestation.subject.entity] if attestation.subject else None,
        attestation.relation,
        RELATIONS[attestation.relation].verb,
        entities[attestation.object.entity],
        attestation.factuality,
        FORCES[attestation.factuality].name,
        tuple(facts_of(attestation, reading, {key: entity.label for key, entity in entities.items()})),
        attestation.relation in SYMMETRIC,
    )


def to_sentences(reading: Reading, told: Mapping[str, Told], entities: Mapping[str, Named]) -> Iterator[Sentence]:
    """The sentences, each with what it states and repeats."""
    article = reading.graph.article
    spans = reading.sentences or ((Span(0, len(article.text), article.text),) if article.text else ())
    mentions, marks = to_mentions(reading, entities), list(to_marks(reading, told))
    evidence = {attestation.id: [attestation.evidence] for attestation in reading.graph.attestations}
    stated = by_sentence(spans, evidence, told)
    repeated = by_sentence(spans, reading.repetitions, told)
    before = 0
    for place, span in enumerate(spans):
        yield Sentence(
            place + 1,
            parts_of(article.text, span, mentions, marks),
            is_title(span, place, article),
            place == 0 or "\n" in article.text[before : span.start],
            tuple(stated[place]),
            tuple(each for each in repeated[place] if each not in stated[place]),
        )
        before = span.end


def is_title(span: Span, place: int, article: Article) -> bool:
    """Whether a sentence is the article's title, which stands before its text."""
    return place == 0 and bool(article.title) and span.text == " ".join(article.title.split())


def by_sentence(
    spans: Sequence[Span], words: Mapping[str, Iterable[Span]], told: Mapping[str, Told]
) -> list[list[Told]]:
    """For each sentence the statements of which some words begin in it, once each."""
    starts = [span.start for span in spans]
    found: list[list[Told]] = [[] for _ in spans]
    for identifier, statement in told.items():
        for place in sorted({max(0, bisect_right(starts, span.start) - 1) for span in words.get(identifier, ())}):
            found[place].append(statement)
    return found


def to_mentions(reading: Reading, entities: Mapping[str, Named]) -> list[Mentioned]:
    """All mentions, those that came to nothing among them."""
    linked = (
        Mentioned(span, entity, place) for entity in entities.values() for place, span in enumerate(entity.mentions, 1)
    )
    return [*linked, *(Mentioned(span, None, 0) for span in reading.unlinked)]


def to_marks(reading: Reading, told: Mapping[str, Told]) -> Iterator[Mark]:
    """The words that show each statement, its ends and its trigger."""
    for attestation in in_order(reading):
        number = told[attestation.id].number
        yield Mark(attestation.evidence, number, Role.EVIDENCE)
        for end in filter(None, (attestation.subject, attestation.object)):
            yield Mark(end.span, number, Role.END)
        if attestation.id in reading.triggers:
            yield Mark(reading.triggers[attestation.id], number, Role.TRIGGER)
