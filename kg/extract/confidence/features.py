"""What speaks for or against a statement: how its sentence says it, in words that a reader of the weights knows."""

from collections.abc import Iterable
from functools import lru_cache

from kg.extract.coreference import Chain
from kg.extract.frames import Candidate, Frame
from kg.extract.mentions import NAME, PRONOUN, Certainty, Kind, Mention
from kg.extract.syntax.word_classes import is_verbal
from kg.language.words import Token
from kg.link.gazetteer import country_of
from kg.model import EntityType, Factuality, Relation

TOLD_AGAIN = "told again"
WEAKENING = (
    " or more",
    ": pronoun",
    ": description",
    ": guessed type",
    ": another sentence",
    ": another clause",
    ": inferred",
)
"""How the features end that never speak for a statement."""
STRENGTHENING = (TOLD_AGAIN, ": known type")
"""How the features end that never speak against it."""
STEPS_IN_PARSE = (2, 3, 4, 5)
TOKENS_AWAY = (6, 10, 15)
INDIRECT_STEPS = (1, 2, 3)
MODEL, KNOWN = Certainty.MODEL, Certainty.KNOWN
CACHED_FEATURES = 1 << 12
CLAUSES = frozenset({"advcl", "ccomp", "xcomp", "relcl", "acl", "pcomp"})


def features_of(candidate: Candidate, subject: Chain | None, target: Chain, mentions: dict[int, Mention]) -> list[str]:
    """The features of a candidate whose ends are these entities."""
    frame, trigger = candidate.frame, candidate.trigger
    found = [*features_of_frame(frame.relation, frame.name), f"trigger: {kind_of_trigger(frame, trigger)}"]
    found += at_least("indirect steps", candidate.indirect, INDIRECT_STEPS)
    if candidate.instrument is not None:
        found.append("instrument")
    if trigger.sent.start == 0:
        found.append("first sentence")
    if candidate.subject is None or subject is None:
        found.append(f"nobody {frame.relation}")
    else:
        found += features_of_end("subject", trigger, candidate.subject, subject, mentions)
    found += features_of_end("object", trigger, candidate.object, target, mentions)
    return found


@lru_cache(CACHED_FEATURES)
def features_of_frame(relation: Relation, frame: str) -> tuple[str, ...]:
    """The features of what is stated."""
    return f"relation: {relation}", f"frame: {frame}"


@lru_cache(CACHED_FEATURES)
def features_of_qualifiers(force: Factuality, is_attributed: bool, is_quoted: bool, is_placed: bool) -> tuple[str, ...]:
    """The features of what qualifies a statement."""
    named = (("speaker", is_attributed), ("quotation", is_quoted), ("place", is_placed))
    return (f"force: {force}", *[name for name, holds in named if holds])


def features_of_places(frame: str, inner: tuple[Mention, Chain], outer: tuple[Mention, Chain]) -> list[str]:
    """The features of a place that lies in another."""
    gap = outer[0].start - inner[0].end
    found = [f"frame: {frame}", f"places: {'side by side' if gap == 1 else 'apart' if gap > 1 else 'outer one first'}"]
    if country_of(outer[0].text) is not None:
        found.append("outer place: country")
    for name, (mention, chain) in (("inner place", inner), ("outer place", outer)):
        found += features_of_mention(name, mention.kind, chain.type, chain.certainty)
    return found


def weaknesses(features: Iterable[str]) -> int:
    """How many features speak against a statement, whatever they weigh."""
    return sum(map(is_weakening, features))


@lru_cache(CACHED_FEATURES)
def is_weakening(feature: str) -> bool:
    """Whether a feature speaks against a statement."""
    return feature.endswith(WEAKENING)


def inferred_subject(features: frozenset[str]) -> frozenset[str]:
    """The features of a statement of nobody once its subject is told by the words beside it."""
    return frozenset(feature for feature in features if not feature.startswith("nobody ")) | {"subject: inferred"}


def kind_of_trigger(frame: Frame, trigger: Token) -> str:
    """What kind of word states it."""
    if frame.is_grammatical:
        return "grammar"
    return "verb" if is_verbal(trigger) else trigger.pos_.lower()


def features_of_end(name: str, trigger: Token, end: Token, chain: Chain, mentions: dict[int, Mention]) -> list[str]:
    """The features of one end: how it is named, and how far from the trigger it stands."""
    kind = mentions[end.i].kind if end.i in mentions else PRONOUN
    found = [*features_of_mention(name, kind, chain.type, chain.certainty)]
    found += at_least(f"{name}: tokens away", abs(end.i - trigger.i), TOKENS_AWAY)
    labels = labels_between(trigger, end)
    if labels is None:
        return [*found, f"{name}: another sentence"]
    found += at_least(f"{name}: steps in the parse", len(labels), STEPS_IN_PARSE)
    if not CLAUSES.isdisjoint(labels):
        found.append(f"{name}: another clause")
    if "conj" in labels:
        found.append(f"{name}: joined")
    return found


@lru_cache(CACHED_FEATURES)
def features_of_mention(name: str, kind: Kind, entity: EntityType | None, certainty: Certainty) -> tuple[str, ...]:
    """The features of how an entity is named, and of how certain its type is."""
    found = [f"{name}: {entity or 'untyped'}"]
    if kind is not NAME:
        found.append(f"{name}: {kind}")
    if certainty <= MODEL:
        found.append(f"{name}: guessed type")
    elif certainty is KNOWN:
        found.append(f"{name}: known type")
    return tuple(found)


def labels_between(trigger: Token, end: Token) -> list[str] | None:
    """The dependency labels on the way from one word to another, None where they stand in different sentences."""
    above = [trigger, *trigger.ancestors]
    labels: list[str] = []
    top = end
    while top not in above:
        if top.head is top:
            return None
        labels.append(top.dep_)
        top = top.head
    return labels + [token.dep_ for token in above[: above.index(top)]]


def at_least(name: str, value: int, steps: tuple[int, ...]) -> list[str]:
    """One feature for each step that a value reaches, so that more of it never weighs less."""
    return [f"{name}: {step} or more" for step in steps if value >= step] if value >= steps[0] else []
