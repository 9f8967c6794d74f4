"""Drafts: candidates whose ends are resolved to chains, checked against the frame's types, with their qualifiers."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from kg.extract.attribution import quote_speakers, speakers
from kg.extract.candidates import EACH_OTHER, Candidate, is_pair
from kg.extract.confidence import confidence
from kg.extract.coreference import Chain, Coreference
from kg.extract.factuality import factuality
from kg.extract.lexicon import never_nouns
from kg.extract.mentions import BY_MODEL, Kind, Mention
from kg.extract.phrases import phrase_start
from kg.extract.places import nearest_place, nested_places, place_of
from kg.extract.quantities import count_of
from kg.extract.times import TimeMention, time_of
from kg.model import SYMMETRIC, Count, EntityType, Factuality, Relation, Time

MAY_LACK_SUBJECT = frozenset(
    {Relation.KILLS, Relation.INJURES, Relation.ATTACKS, Relation.DETAINS, Relation.REPELS, Relation.DEPLOYS_TO}
)
COUNTED = frozenset({Relation.KILLS, Relation.INJURES, Relation.DETAINS})
STATES = frozenset({Relation.COMMANDS, Relation.MEMBER_OF, Relation.ALLIED_WITH, Relation.BACKED_BY, Relation.LOCATED_IN})
FIGHTING = frozenset({Relation.ATTACKS, Relation.SEIZES, Relation.CLASHES_WITH, Relation.REPELS, Relation.WITHDREW_FROM})
ACTING = frozenset(
    {
        EntityType.PERSON,
        EntityType.STATE,
        EntityType.ARMED_GROUP,
        EntityType.ORGANIZATION,
        EntityType.OPERATION,
        EntityType.GROUP,
        EntityType.EQUIPMENT,
    }
)


@dataclass(frozen=True, slots=True)
class Draft:
    """One statement of a sentence, its ends as numbers of chains; `start` and `end` are the token indices of its evidence."""

    relation: Relation
    subject: int | None
    object: int
    subject_mention: Mention | None
    object_mention: Mention
    start: int
    end: int
    frame: str
    confidence: float
    factuality: Factuality = Factuality.ASSERTED
    speakers: tuple[int, ...] = ()
    time: Time | None = None
    place: int | None = None
    instrument: int | None = None
    count: Count | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What the drafts of one article are made from; `defaults` are the types that frames give to untyped chains."""

    doc: Doc
    coreference: Coreference
    times: tuple[TimeMention, ...]
    quoted: dict[int, Token]
    nested: tuple[tuple[Mention, Mention], ...]
    outer_places: frozenset[int]
    defaults: dict[int, EntityType] = field(default_factory=dict)

    @property
    def mentions(self) -> dict[int, Mention]:
        """Mentions by the index of their head."""
        return self.coreference.mentions


def make_context(doc: Doc, coreference: Coreference, times: tuple[TimeMention, ...]) -> Context:
    """The context of an article."""
    nested = tuple(nested_places(doc, coreference.mentions))
    return Context(doc, coreference, times, quote_speakers(doc), nested, frozenset(outer.head for _, outer in nested))


def to_drafts(candidates: Iterator[Candidate], context: Context) -> Iterator[Draft]:
    """The candidates whose ends are entities that the frame admits."""
    for candidate in candidates:
        for ends in (parties(candidate, context) or [(None, None)]):
            draft = to_draft(candidate, context, *ends)
            if draft is not None:
                yield draft


def parties(candidate: Candidate, context: Context) -> list[tuple[int | None, int | None]]:
    """For an end such as "both sides" the chains of the parties, as (subject, object); empty for any other candidate."""
    if candidate.subject is None or not is_pair(candidate.subject):
        return []
    before = [context.coreference.chain_of[h] for h in sorted(context.coreference.chain_of) if h < candidate.subject.i]
    kinds = {c: context.coreference.chains[c].type for c in before}
    pair = list(dict.fromkeys(c for c in reversed(before) if kinds[c] in {EntityType.STATE, EntityType.ARMED_GROUP}))[:2]
    if len(pair) < 2:
        return []
    first, second = pair[::-1]
    if candidate.object == candidate.subject:
        return [(first, second)]
    if candidate.object.lower_ in EACH_OTHER:
        return [(first, second), (second, first)]
    return [(first, None), (second, None)]


def to_draft(candidate: Candidate, context: Context, party: int | None = None, other: int | None = None) -> Draft | None:
    """The draft of a candidate, or None where an end is no entity or of the wrong kind.

    `party` and `other` are the chains of its ends where its words stand for several.
    """
    frame, trigger = candidate.frame, candidate.trigger
    target = other if other is not None else chain_at(candidate.object, context, frame.object_default)
    subject = party if party is not None else chain_at(candidate.subject, context, EntityType.ARMED_GROUP)
    if target is None or is_outer_place(candidate.object, context) or (subject is None and frame.relation not in MAY_LACK_SUBJECT):
        return None
    if subject is None and candidate.subject is not None and mention_at(candidate.subject, context).kind is Kind.PRONOUN:
        return None
    if subject is None:
        candidate = replace(candidate, subject=None)
    if subject is not None and subject == target:
        subject = other_antecedent(candidate.subject, target, context)
        if subject is None:
            return None
    if subject is not None and candidate.instrument is not None:
        subject = forces_of(subject, context)
    target = as_place(candidate, target, context)
    if not admits(candidate, subject, target, context):
        return None
    ends = tuple(t for t in (candidate.subject, candidate.object) if t is not None)
    place = None
    if frame.relation not in STATES:
        place = place_of(trigger, ends, context.mentions) or nearest_place(trigger, ends, context.mentions, context.outer_places)
    place_chain = chain_at(place, context, EntityType.PLACE) if place is not None else None
    start, end = evidence(trigger, ends, context)
    return Draft(
        relation=frame.relation,
        subject=subject,
        object=target,
        subject_mention=mention_at(candidate.subject, context) if candidate.subject is not None else None,
        object_mention=mention_at(candidate.object, context),
        start=start,
        end=end,
        frame=frame.name,
        confidence=confidence(candidate, context.mentions),
        factuality=force_of(candidate),
        speakers=speaker_chains(trigger, context) if frame.plover else (),
        time=time_of(context.times, trigger) if frame.relation not in STATES else None,
        place=place_chain if place_chain not in {subject, target} else None,
        instrument=chain_at(candidate.instrument, context, EntityType.EQUIPMENT) if candidate.instrument is not None else None,
        count=count_of(candidate.object) if frame.relation in COUNTED else None,
    )


def force_of(candidate: Candidate) -> Factuality:
    """The force of a statement; patterns of grammar such as titles are plain assertions."""
    if not candidate.frame.plover:
        return Factuality.ASSERTED
    force = factuality(candidate.trigger)
    return Factuality.NEGATED if candidate.frame.negated and force is Factuality.ASSERTED else force


def mention_at(token: Token, context: Context) -> Mention:
    """The mention with this head; "each other" and the like count as one."""
    return context.mentions.get(token.i) or Mention(token.i, token.i, token.i + 1, Kind.PRONOUN, None, token.text)


def chain_at(token: Token | None, context: Context, default: EntityType | None) -> int | None:
    """The chain of the mention with this head; untyped chains are admitted only where the frame gives a default type."""
    if token is None or token.i not in context.coreference.chain_of:
        return None
    chain = context.coreference.chain_of[token.i]
    kind = context.coreference.chains[chain].type
    if kind is None:
        mention = context.mentions[token.i]
        described = mention.kind is Kind.DESCRIPTION and (default is not EntityType.GROUP or token.lemma_.lower() in never_nouns())
        if default is None or mention.kind is Kind.PRONOUN or described:
            return None
        context.defaults.setdefault(chain, default)
    return chain


def is_outer_place(token: Token, context: Context) -> bool:
    """Whether a place joined by a comma only says where the one before it lies: B in "an attack on A, B"."""
    return token.dep_ in {"conj", "appos", "npadvmod"} and token.i in context.outer_places


def other_antecedent(pronoun: Token | None, excluded: int, context: Context) -> int | None:
    """The next likeliest antecedent of a pronoun that cannot stand for the other end of its own act; the pronoun keeps it."""
    if pronoun is None:
        return None
    found = next((c for c in context.coreference.candidates.get(pronoun.i, ()) if c != excluded), None)
    if found is not None:
        context.coreference.move(pronoun.i, found)
    return found


def forces_of(owner: int, context: Context) -> int:
    """The forces of a person whose equipment acts, where the text speaks of them; else the owner."""
    chains = context.coreference.chains
    if chains[owner].type is not EntityType.PERSON:
        return owner
    return next((i for i, chain in enumerate(chains) if chain.owner == owner and chain.type is EntityType.ARMED_GROUP), owner)


def admits(candidate: Candidate, subject: int | None, target: int, context: Context) -> bool:
    """Whether the frame admits entities of these types at its ends."""
    frame, chains = candidate.frame, context.coreference.chains
    subject_type = chains[subject].type if subject is not None else None
    object_type = chains[target].type or frame.object_default
    if frame.object_default is not None and frame.object_types and object_type not in frame.object_types and is_guess(chains[target]):
        context.defaults[target] = object_type = frame.object_default
    if subject is not None and frame.relation in FIGHTING and is_guess(chains[subject]) and subject_type is not EntityType.PERSON:
        context.defaults[subject] = subject_type = EntityType.ARMED_GROUP
    if subject_type is not None and subject_type not in (frame.subject_types or ACTING):
        return subject_type is EntityType.SOURCE and frame.relation is Relation.MEMBER_OF
    return not (frame.object_types and object_type not in frame.object_types)


def as_place(candidate: Candidate, target: int, context: Context) -> int:
    """For a country at an end where only places may stand, the country as a place."""
    kinds = candidate.frame.object_types
    if EntityType.PLACE in kinds and EntityType.STATE not in kinds and context.coreference.chains[target].type is EntityType.STATE:
        return context.coreference.country_as_place(candidate.object.i, target)
    return target


def is_guess(chain: Chain) -> bool:
    """Whether only the model's label gives a chain its type, which the frame's slot knows better."""
    return chain.certainty <= BY_MODEL


def speaker_chains(trigger: Token, context: Context) -> tuple[int, ...]:
    """The chains of those who say it, innermost first."""
    found = speakers(trigger)
    if not found and trigger.sent.start in context.quoted:
        found = (context.quoted[trigger.sent.start],)
    speaking = ACTING | {EntityType.SOURCE}
    numbers: list[int] = []
    for token in found:
        chain = chain_at(token, context, EntityType.SOURCE)
        if chain is not None and chain not in numbers and (context.coreference.chains[chain].type or EntityType.SOURCE) in speaking - {EntityType.EQUIPMENT}:
            numbers.append(chain)
    return tuple(numbers)


def evidence(trigger: Token, ends: tuple[Token, ...], context: Context) -> tuple[int, int]:
    """Token indices of the shortest stretch that holds the trigger and the ends, kept within the trigger's sentence."""
    sentence = trigger.sent
    starts, stops = [trigger.i], [trigger.i + 1]
    for end in ends:
        if sentence.start <= end.i < sentence.end:
            mention = mention_at(end, context)
            starts.append(min(mention.start, phrase_start(end)))
            stops.append(mention.end)
    return min(starts), max(stops)


def place_drafts(context: Context) -> Iterator[Draft]:
    """The statements that one place lies in another."""
    for inner, outer in context.nested:
        a, b = (context.coreference.chain_of.get(m.head) for m in (inner, outer))
        if a is not None and b is not None and a != b:
            yield Draft(Relation.LOCATED_IN, a, b, inner, outer, min(inner.start, outer.start), max(inner.end, outer.end), "nested_place", 0.9)


def join_repeated(drafts: list[Draft]) -> list[Draft]:
    """One draft for each fact: repetitions give way to the best, which takes qualifiers that only they have.

    Denials stay beside assertions, symmetric relations are one in both directions, and what somebody is named for
    elsewhere in the article is not told again of nobody.
    """
    groups: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        ends: tuple[object, ...] = (draft.subject, draft.object)
        if draft.relation in SYMMETRIC:
            ends = tuple(sorted((draft.subject or 0, draft.object)))
        groups.setdefault((draft.relation, *ends, draft.factuality is Factuality.NEGATED), []).append(draft)
    named = {(d.relation, d.object) for d in drafts if d.subject is not None}
    return [best_of(group) for group in groups.values() if group[0].subject is not None or (group[0].relation, group[0].object) not in named]


def best_of(group: list[Draft]) -> Draft:
    """The draft with the most force, then confidence, then the first."""
    order = [Factuality.ASSERTED, Factuality.NEGATED, Factuality.PLANNED, Factuality.POSSIBLE]
    return min(group, key=lambda d: (order.index(d.factuality), -d.confidence, d.start))
