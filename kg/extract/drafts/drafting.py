"""Makes drafts: of candidates with all that qualifies them, and of places that lie in one another."""

from collections.abc import Iterable, Iterator

from kg.extract.confidence import features_of, features_of_places, features_of_qualifiers
from kg.extract.drafts.arguments import Arguments, chain_at, parties, resolve_arguments
from kg.extract.drafts.context import Context
from kg.extract.drafts.draft import Draft
from kg.extract.drafts.qualifiers import evidence, force_of, place_chain, speaker_chains
from kg.extract.frames import Candidate
from kg.extract.mentions import Certainty
from kg.extract.quantities import count_of
from kg.extract.times import time_of
from kg.model import EntityType, Factuality, Relation

COUNTED = frozenset({Relation.KILLS, Relation.INJURES, Relation.DETAINS})
STATES = frozenset({Relation.COMMANDS, Relation.MEMBER_OF, Relation.LOCATED_IN})
"""Relations that last, and so have no place and time of their own."""
TIES = frozenset({Relation.ALLIED_WITH, Relation.BACKED_BY})
NESTED_PLACE = "nested_place"


def to_drafts(candidates: Iterable[Candidate], context: Context) -> Iterator[Draft]:
    """The candidates whose ends are entities that the frame admits."""
    for candidate in candidates:
        for party in parties(candidate, context):
            arguments = resolve_arguments(candidate, party, context)
            if arguments is not None and not is_idle_threat(arguments):
                if candidate.frame.two_sided and arguments.subject is not None:
                    context.opponents.append((arguments.subject, arguments.object))
                yield to_draft(arguments, context)


def is_idle_threat(arguments: Arguments) -> bool:
    """Whether it is only an attack that nobody named might make."""
    is_open = arguments.candidate.frame.relation is Relation.ATTACKS and arguments.subject is None
    return is_open and force_of(arguments.candidate) in {Factuality.PLANNED, Factuality.POSSIBLE}


def to_draft(arguments: Arguments, context: Context) -> Draft:
    """The draft of a candidate with resolved ends."""
    candidate = arguments.candidate
    frame, trigger, subject = candidate.frame, candidate.trigger, candidate.subject
    is_event = frame.relation not in STATES
    place = place_chain(arguments, context) if is_event else None
    speakers = speaker_chains(arguments, context)
    force = force_of(candidate)
    is_quoted = context.doc[trigger.i].sent.start in context.quoted
    qualified = features_of_qualifiers(force, bool(speakers), is_quoted, place is not None)
    start, end = evidence(candidate, context)
    return Draft(
        relation=frame.relation,
        subject=arguments.subject,
        object=arguments.object,
        subject_mention=context.mention_at(subject) if subject is not None else None,
        object_mention=context.mention_at(candidate.object),
        start=start,
        end=end,
        frame=frame.name,
        features=frozenset((*features_of_arguments(arguments, context), *qualified)),
        factuality=force,
        speakers=speakers,
        time=time_of(context.times, trigger) if is_event and not is_standing_tie(candidate) else None,
        place=place,
        instrument=chain_at(candidate.instrument, context, EntityType.EQUIPMENT),
        count=count_of(candidate.object) if frame.relation in COUNTED else None,
        trigger=None if frame.is_grammatical else trigger.i,
    )


def is_standing_tie(candidate: Candidate) -> bool:
    """Whether a participle or adjective only says whom somebody sides with: "rebels allied with X attacked"."""
    return candidate.frame.relation in TIES and candidate.trigger.dep_ in {"acl", "amod"}


def features_of_arguments(arguments: Arguments, context: Context) -> list[str]:
    """What speaks for and against a candidate with resolved ends."""
    subject = context.chains[arguments.subject] if arguments.subject is not None else None
    return features_of(arguments.candidate, subject, context.chains[arguments.object], context.mentions)


def place_drafts(context: Context) -> Iterator[Draft]:
    """The statements that one place lies in another."""
    for inner, outer in context.nested:
        first = context.coreference.chain_of.get(inner.head)
        second = place_chain_of(outer.head, context)
        if first is not None and second is not None and first != second and turned_out_place(first, context):
            ends = ((inner, context.chains[first]), (outer, context.chains[second]))
            yield Draft(
                relation=Relation.LOCATED_IN,
                subject=first,
                object=second,
                subject_mention=inner,
                object_mention=outer,
                start=min(inner.start, outer.start),
                end=max(inner.end, outer.end),
                frame=NESTED_PLACE,
                features=frozenset(features_of_places(NESTED_PLACE, *ends)),
            )


def place_chain_of(head: int, context: Context) -> int | None:
    """The chain of an outer place; a country stands there as a place, whoever acts for it elsewhere."""
    chain = context.coreference.chain_of.get(head)
    if chain is None or context.chains[chain].type is not EntityType.STATE:
        return chain
    return context.coreference.country_as_place(head, chain)


def turned_out_place(chain: int, context: Context) -> bool:
    """Whether a chain is a place by its words, or by the frames in which it stood."""
    known = context.chains[chain].type
    return known is EntityType.PLACE or (
        context.chains[chain].certainty <= Certainty.MODEL and context.defaults.get(chain) is EntityType.PLACE
    )
