"""What speaks for or against a statement: how its sentence says it, in words that a reader of the weights knows."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile

from kg.extract.coreference import Chain
from kg.extract.frames import Candidate, Frame
from kg.extract.mentions import Certainty, Kind, Mention
from kg.extract.syntax.word_classes import is_verbal
from kg.language.words import Token
from kg.link.gazetteer import country_of
from kg.model import Factuality

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
CACHED_FEATURES = 1 << 12
CLAUSES = frozenset({"advcl", "ccomp", "xcomp", "relcl", "acl", "pcomp"})


def features_of(
    candidate: Candidate, subject: Chain | None, target: Chain, mentions: dict[int, Mention]
) -> Iterator[str]:
    """The features of a candidate whose ends are these entities."""
    frame, trigger = candidate.frame, candidate.trigger
    yield from (f"relation: {frame.relation}", f"frame: {frame.name}", f"trigger: {kind_of_trigger(frame, trigger)}")
    yield from at_least("indirect steps", candidate.indirect, INDIRECT_STEPS)
    if candidate.instrument is not None:
        yield "instrument"
    if trigger.sent.start == 0:
        yield "first sentence"
    if candidate.subject is None or subject is None:
        yield f"nobody {frame.relation}"
    else:
        yield from features_of_end("subject", trigger, candidate.subject, subject, mentions)
    yield from features_of_end("object", trigger, candidate.object, target, mentions)


def features_of_qualifiers(force: Factuality, is_attributed: bool, is_quoted: bool, is_placed: bool) -> Iterator[str]:
    """The features of what qualifies a statement."""
    yield f"force: {force}"
    named = {"speaker": is_attributed, "quotation": is_quoted, "place": is_placed}
    yield from (name for name, holds in named.items() if holds)


def features_of_places(frame: str, inner: tuple[Mention, Chain], outer: tuple[Mention, Chain]) -> Iterator[str]:
    """The features of a place that lies in another."""
    yield f"frame: {frame}"
    gap = outer[0].start - inner[0].end
    yield f"places: {'side by side' if gap == 1 else 'apart' if gap > 1 else 'outer one first'}"
    if country_of(outer[0].text) is not None:
        yield "outer place: country"
    for name, (mention, chain) in (("inner place", inner), ("outer place", outer)):
        yield from features_of_mention(name, mention.kind, chain)


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


def features_of_end(name: str, trigger: Token, end: Token, chain: Chain, mentions: dict[int, Mention]) -> Iterator[str]:
    """The features of one end: how it is named, and how far from the trigger it stands."""
    yield from features_of_mention(name, mentions[end.i].kind if end.i in mentions else Kind.PRONOUN, chain)
    yield from at_least(f"{name}: tokens away", abs(end.i - trigger.i), TOKENS_AWAY)
    labels = labels_between(trigger, end)
    if labels is None:
        yield f"{name}: another sentence"
        return
    yield from at_least(f"{name}: steps in the parse", len(labels), STEPS_IN_PARSE)
    if not CLAUSES.isdisjoint(labels):
        yield f"{name}: another clause"
    if "conj" in labels:
        yield f"{name}: joined"


def features_of_mention(name: str, kind: Kind, chain: Chain) -> Iterator[str]:
    """The features of how an entity is named, and of how certain its type is."""
    if kind is not Kind.NAME:
        yield f"{name}: {kind}"
    if chain.certainty <= Certainty.MODEL:
        yield f"{name}: guessed type"
    elif chain.certainty is Certainty.KNOWN:
        yield f"{name}: known type"
    yield f"{name}: {chain.type or 'untyped'}"


def labels_between(trigger: Token, end: Token) -> list[str] | None:
    """The dependency labels on the way from one word to another, None where they stand in different sentences."""
    above = [trigger, *trigger.ancestors]
    down = list(takewhile(lambda token: token not in above, [end, *end.ancestors]))
    top = down[-1].head if down else end
    if top not in above:
        return None
    up = takewhile(lambda token: token != top, above)
    return [token.dep_ for token in (*up, *reversed(down))]


def at_least(name: str, value: int, steps: tuple[int, ...]) -> Iterator[str]:
    """One feature for each step that a value reaches, so that more of it never weighs less."""
    return (f"{name}: {step} or more" for step in steps if value >= step)
