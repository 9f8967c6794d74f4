"""The qualifiers of a statement: its force, its speakers, its place and the words that show it."""

from kg.extract.attribution import speakers
from kg.extract.drafts.agreement import lies_in
from kg.extract.drafts.arguments import Arguments, chain_at
from kg.extract.drafts.context import Context
from kg.extract.drafts.restrictions import as_state
from kg.extract.factuality import factuality
from kg.extract.frames import Candidate
from kg.extract.lexicon import cues
from kg.extract.mentions import Kind
from kg.extract.places import is_kind_of_place, nearest_place, place_of, shares_noun, with_joined
from kg.extract.syntax.noun_phrases import phrase_start
from kg.language.words import Token
from kg.model import EntityType, Factuality, Relation

REACH_OF_OUTER = 3  # words from "Sirte" to "Libya" in "Sirte, in the Libya"
ACTING = frozenset({EntityType.PERSON, EntityType.GROUP, EntityType.ARMED_GROUP, EntityType.SOURCE})
SPEAKING = frozenset(EntityType) - {EntityType.PLACE, EntityType.EQUIPMENT}


def ends_of(candidate: Candidate) -> tuple[Token, ...]:
    """The words at a candidate's ends."""
    return (candidate.object,) if candidate.subject is None else (candidate.subject, candidate.object)


def force_of(candidate: Candidate) -> Factuality:
    """The force of a statement; patterns of grammar and what a trigger takes for granted are plain assertions."""
    if candidate.frame.is_grammatical or candidate.frame.presupposed:
        return Factuality.ASSERTED
    force = factuality(candidate.trigger)
    return Factuality.NEGATED if candidate.frame.negated and force is Factuality.ASSERTED else force


def speaker_chains(arguments: Arguments, context: Context) -> tuple[int, ...]:
    """The chains of those who say it, innermost first; who accuses somebody does so in the article's own voice."""
    frame, trigger = arguments.candidate.frame, arguments.candidate.trigger
    if frame.is_grammatical:
        return ()
    found = speakers(trigger)
    if not found and (start := context.doc[trigger.i].sent.start) in context.quoted:
        found = (context.quoted[start],)
    chains = (speaker_chain(token, context) for token in found)
    speaking = (c for c in chains if c is not None and (context.chains[c].type or EntityType.SOURCE) in SPEAKING)
    own = {arguments.subject} if frame.relation is Relation.ACCUSES else set()
    return tuple(dict.fromkeys(chain for chain in speaking if chain not in own))


def speaker_chain(speaker: Token, context: Context) -> int | None:
    """The chain of a speaker; a capital speaks for its state."""
    chain = chain_at(speaker, context, EntityType.SOURCE)
    return as_state(speaker, chain, context) if chain is not None else None


def place_chain(arguments: Arguments, context: Context) -> int | None:
    """The chain of the place where it happened, by name where it has one; None where that is one of its ends."""
    trigger, ends = arguments.candidate.trigger, ends_of(arguments.candidate)
    place = place_of(trigger, ends, context.mentions) or named_around(arguments.candidate.object, context)
    if place is None and not is_named_place(arguments.object, context):  # which says enough
        place = nearest_place(trigger, ends, context.mentions, context.outer_places)
    if place is not None and not pinpoints(place):
        place = named_around(place, context) or innermost(place, ends, context)
    chain = chain_at(place, context, EntityType.PLACE)
    return chain if chain is not None and may_lie(chain, arguments, context) else None


def may_lie(place: int, arguments: Arguments, context: Context) -> bool:
    """Whether something may have happened at a place: none of its ends, nobody, nothing in the place hit."""
    if place in {arguments.subject, arguments.object} or context.chains[place].type in ACTING:
        return False
    is_wider = context.chains[place].is_named and not lies_in(place, arguments.object, context)
    return is_wider or not is_named_place(arguments.object, context)


def is_named_place(chain: int, context: Context) -> bool:
    """Whether the entity is a place with a name."""
    return context.chains[chain].is_named and context.is_place(chain)


def innermost(place: Token, ends: tuple[Token, ...], context: Context) -> Token:
    """The place right before the one that it lies in: "Sirte" for "Libya" in "Sirte, Libya"."""
    taken = {token.i for token in with_joined(ends)}
    for inner, outer in context.nested:
        is_before = 0 < outer.start - inner.end <= REACH_OF_OUTER
        if outer.head == place.i and is_before and inner.kind is Kind.NAME and inner.head not in taken:
            return innermost(context.doc[inner.head], ends, context)
    return place


def pinpoints(place: Token) -> bool:
    """Whether something happened right at a place, which then says more than the town around it: "at a market"."""
    if place.dep_ != "pobj" or place.lemma_.lower() in cues("vague_places"):
        return False
    preposition = place.head
    if preposition.lower_ == "of" and preposition.i:
        preposition = preposition.nbor(-1)  # "inside of"
    return preposition.lower_ in cues("pinpointing_prepositions")


def named_around(place: Token, context: Context) -> Token | None:
    """The named place in which one lies that is only described: "Sirte" for "a village near Sirte"."""
    if place.i not in context.mentions or context.mentions[place.i].kind is not Kind.DESCRIPTION or shares_noun(place):
        return None
    if is_kind_of_place(place) and any(word.pos_ == "PROPN" and word.dep_ == "compound" for word in place.lefts):
        return None  # "the Marsa refugee camp"
    around = (outer for inner, outer in context.nested if inner.head == place.i and outer.kind is Kind.NAME)
    return next((context.doc[outer.head] for outer in around), None)


def evidence(candidate: Candidate, context: Context) -> tuple[int, int]:
    """Token indices of the shortest stretch that holds the trigger and the ends, kept within the trigger's sentence."""
    trigger = candidate.trigger
    sentence = context.doc[trigger.i].sent
    starts, stops = [trigger.i], [trigger.i + 1]
    for end in ends_of(candidate):
        if sentence.start <= end.i < sentence.end:
            mention = context.mention_at(end)
            starts.append(min(mention.start, phrase_start(end)))
            stops.append(mention.end)
    return min(starts), max(stops)
