"""Counts what was found, missed and made up."""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.errors import GoldError
from kg.evaluate.gold import GoldDocument, GoldEntity, GoldStatement, Label, Predicted
from kg.evaluate.matching import agrees_on_speaker, is_same_entity, is_same_statement
from kg.evaluate.reliability import Reliability, measure_reliability
from kg.model import Relation

MISSION = frozenset({Relation.COMMANDS, Relation.ATTACKS, Relation.BACKED_BY, Relation.WITHDREW_FROM})
"""The relations that the project is for; "claims" is scored from the speakers."""

LEAST_GOLD = 5
"""Relations with fewer annotated statements are left out of the macro average."""

RESAMPLES = 1000
"""Samples of the bootstrap interval; its generator is seeded, so the interval is the same in every run."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What was found, what was made up (`extra`), what was missed."""

    found: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.found + other.found, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of what was extracted that is right; 0 where nothing was."""
        return _share(self.found, self.found + self.extra)

    @property
    def recall(self) -> float:
        """The share of what is right that was extracted; 0 where nothing is."""
        return _share(self.found, self.found + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.precision * self.recall, self.precision + self.recall)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How often a qualifier of a found statement is right."""

    right: int
    total: int

    @property
    def share(self) -> float:
        """The share that is right; 0 where there is nothing to judge."""
        return _share(self.right, self.total)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A statement that was missed, or an extra one that no reader annotated."""

    kind: str
    article: str
    relation: str
    subject: str
    object: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one evaluation, micro-averaged over documents.

    `interval` holds the 2.5th and 97.5th percentile of F1 over bootstrap samples of the documents; `macro_f1` is the
    mean F1 of relations with at least `LEAST_GOLD` annotated statements; `reliability` sets stated confidence against
    the share that is right.
    """

    documents: int
    total: Counts
    interval: tuple[float, float]
    mission: Counts
    claims: Counts
    macro_f1: float
    relations: dict[str, Counts]
    qualifiers: dict[str, Accuracy]
    reliability: Reliability
    mistakes: tuple[Mistake, ...]


@dataclass(slots=True)
class _Score:
    """What one document gives: pairs found, statements missed or made up, and of each extracted one if it is right."""

    article: str
    found: list[tuple[GoldStatement, Predicted]] = field(default_factory=list)
    missed: list[GoldStatement] = field(default_factory=list)
    extra: list[Predicted] = field(default_factory=list)
    verdicts: list[bool] = field(default_factory=list)

    @property
    def counts(self) -> Counts:
        return Counts(len(self.found), len(self.extra), len(self.missed))


def evaluate(gold: Iterable[GoldDocument], predicted: Iterable[Predicted]) -> Report:
    """Compares extracted statements with the annotated ones.

    Each extracted statement meets at most one annotated statement, required ones first; a repetition counts as extra.

    Raises:
        GoldError: A statement belongs to an article that is not annotated.
    """
    documents = tuple(gold)
    by_article: dict[str, list[Predicted]] = {document.id: [] for document in documents}
    for statement in predicted:
        if statement.article not in by_article:
            raise GoldError(f"no annotated text has the id {statement.article!r} of an extracted statement")
        by_article[statement.article].append(statement)
    scores = [_score(document, by_article[document.id]) for document in documents]
    judged = (pair for score in scores for pair in zip(by_article[score.article], score.verdicts, strict=True))
    relations = _count_relations(scores)
    required = [counts.f1 for counts in relations.values() if counts.found + counts.missed >= LEAST_GOLD]
    return Report(
        documents=len(documents),
        total=_sum(score.counts for score in scores),
        interval=_bootstrap([score.counts for score in scores]),
        mission=_sum(counts for relation, counts in relations.items() if relation in MISSION),
        claims=_sum(_count_claims(score) for score in scores),
        macro_f1=sum(required) / max(1, len(required)),
        relations=relations,
        qualifiers=_count_qualifiers(pair for score in scores for pair in score.found),
        reliability=measure_reliability((one.confidence, right) for one, right in judged if one.confidence is not None),
        mistakes=tuple(mistake for score in scores for mistake in _list_mistakes(score)),
    )


def judge(document: GoldDocument, predicted: Sequence[Predicted]) -> list[bool]:
    """Of each extracted statement of a document, whether it is one that was annotated, an optional one included."""
    return _score(document, predicted).verdicts


def _score(document: GoldDocument, predicted: Sequence[Predicted]) -> _Score:
    score = _Score(document.id, verdicts=[False] * len(predicted))
    for gold in sorted(document.statements, key=lambda statement: statement.optional):
        left = (i for i, is_taken in enumerate(score.verdicts) if not is_taken)
        match = next((i for i in left if is_same_statement(gold, predicted[i])), None)
        if match is not None:
            score.verdicts[match] = True
            if not gold.optional:
                score.found.append((gold, predicted[match]))
        elif not gold.optional:
            score.missed.append(gold)
    score.extra = [statement for statement, is_right in zip(predicted, score.verdicts, strict=True) if not is_right]
    return score


def _count_relations(scores: Iterable[_Score]) -> dict[str, Counts]:
    relations: defaultdict[str, Counts] = defaultdict(Counts)
    for score in scores:
        for gold, _ in score.found:
            relations[gold.relation] += Counts(found=1)
        for statement in score.extra:
            relations[statement.relation] += Counts(extra=1)
        for gold in score.missed:
            relations[gold.relation] += Counts(missed=1)
    return dict(sorted(relations.items()))


def _count_claims(score: _Score) -> Counts:
    """A claim is found when its statement is and one of its speakers is."""
    found = sum(agrees_on_speaker(gold.speakers, match.speakers) for gold, match in score.found)
    expected = sum(bool(gold.speakers) for gold in [*(gold for gold, _ in score.found), *score.missed])
    given = sum(bool(statement.speakers) for statement in [*(match for _, match in score.found), *score.extra])
    return Counts(found, extra=given - found, missed=expected - found)


def _count_qualifiers(found: Iterable[tuple[GoldStatement, Predicted]]) -> dict[str, Accuracy]:
    verdicts: defaultdict[str, list[bool]] = defaultdict(list)
    for gold, match in found:
        for name, verdict in _judge_qualifiers(gold, match):
            verdicts[name].append(verdict)
    return {name: Accuracy(sum(right), len(right)) for name, right in sorted(verdicts.items())}


def _judge_qualifiers(gold: GoldStatement, match: Predicted) -> Iterable[tuple[str, bool]]:
    yield "factuality", gold.factuality == match.factuality
    if gold.speakers or match.speakers:
        yield "attribution", agrees_on_speaker(gold.speakers, match.speakers)
    if gold.time:
        yield "time", (match.time or "").startswith(gold.time)
    if gold.place:
        yield "place", match.place is not None and is_same_entity(match.place, gold.place)
    if gold.count:
        yield "count", gold.count == match.count
    if gold.subject and match.subject:
        yield "type", gold.subject.type == match.subject.type
    yield "type", gold.object.type == match.object.type


def _list_mistakes(score: _Score) -> Iterable[Mistake]:
    def name(entity: GoldEntity | Label | None) -> str:
        if entity is None:
            return "—"
        return entity.names[0] if isinstance(entity, GoldEntity) else entity.text

    for kind, statements in (("missed", score.missed), ("extra", score.extra)):
        for statement in statements:
            subject, thing = name(statement.subject), name(statement.object)
            yield Mistake(kind, score.article, statement.relation, subject, thing, statement.evidence)


def _bootstrap(counts: list[Counts]) -> tuple[float, float]:
    """A 95 % interval of F1 by resampling documents (Efron's percentile bootstrap), with a seeded generator."""
    if not counts:
        return 0.0, 0.0
    generator = random.Random(0)
    draws = sorted(_sum(generator.choice(counts) for _ in counts).f1 for _ in range(RESAMPLES))
    return draws[RESAMPLES // 40], draws[RESAMPLES - RESAMPLES // 40 - 1]


def _sum(counts: Iterable[Counts]) -> Counts:
    return sum(counts, Counts())


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
