"""Selectional restrictions: which types of entity a frame admits at its ends."""

from kg.extract.coreference import Chain
from kg.extract.drafts.context import Context
from kg.extract.frames import Candidate, Frame
from kg.extract.mentions import NAME, PRONOUN, Certainty
from kg.language.words import Token
from kg.link.gazetteer import country_of_capital
from kg.model import EntityType, Relation

MODEL = Certainty.MODEL
HARM = frozenset({Relation.KILLS, Relation.INJURES, Relation.DETAINS})
FIGHTING = frozenset(
    {Relation.ATTACKS, Relation.SEIZES, Relation.CLASHES_WITH, Relation.REPELS, Relation.WITHDREW_FROM}
)
ACTING = frozenset(EntityType) - {EntityType.PLACE, EntityType.SOURCE}


def admits(frame: Frame, subject: int | None, target: int, context: Context) -> bool:
    """Whether a frame admits the entities at its ends; a guessed type gives way to the one that the frame expects."""
    object_type = object_type_in(frame, target, context)
    if frame.relation in HARM and is_crowd(context.chains[target]):
        context.victims.add(target)
    if frame.relation is Relation.DETAINS and is_guess(context.chains[target]) and context.chains[target].is_named:
        is_place = context.defaults.get(target) is EntityType.PLACE
        return object_type is EntityType.PERSON and not is_place  # one seizes a place, and detains people
    subject_type = subject_type_in(frame, subject, context)
    if subject_type is not None and subject_type not in (frame.subject_types or ACTING):
        return subject_type is EntityType.SOURCE and frame.relation is Relation.MEMBER_OF
    return not frame.object_types or object_type in frame.object_types


def object_type_in(frame: Frame, target: int, context: Context) -> EntityType | None:
    """The type of a chain at the object end of a frame."""
    chain = context.chains[target]
    found = chain.type or frame.object_default
    if frame.object_default is None or not frame.object_types or found in frame.object_types or not is_guess(chain):
        return found
    context.defaults[target] = frame.object_default
    return frame.object_default


def subject_type_in(frame: Frame, subject: int | None, context: Context) -> EntityType | None:
    """The type of a chain at the subject end of a frame; who fights is an armed body unless known to be another."""
    if subject is None:
        return None
    chain = context.chains[subject]
    if frame.relation in FIGHTING and is_guess(chain) and chain.type is not EntityType.PERSON:
        context.defaults[subject] = EntityType.ARMED_GROUP
        return EntityType.ARMED_GROUP
    return chain.type


def as_state(token: Token, chain: int, context: Context) -> int:
    """For a capital that stands for its government the state: "Moscow said", "talks with Damascus"; else the chain.

    A pronoun stands for what the chain is named by: "Moscow said it had".
    """
    mention = context.coreference.mentions.get(token.i)
    if mention is not None and mention.kind is PRONOUN:
        mention = next(iter(context.chains[chain].names), None)
    if mention is None or mention.kind is not NAME or mention.certainty > MODEL:
        return chain
    country = country_of_capital(mention.text)
    if country is None or context.chains[chain].type is not EntityType.PLACE:
        return chain
    return context.coreference.capital_as_state(mention.head, country)


def as_place(candidate: Candidate, target: int, context: Context) -> int:
    """For a country at an end where only places may stand, the country as a place."""
    kinds = candidate.frame.object_types
    if EntityType.PLACE not in kinds or EntityType.STATE in kinds:
        return target
    is_state = context.chains[target].type is EntityType.STATE
    return context.coreference.country_as_place(candidate.object.i, target) if is_state else target


def is_crowd(chain: Chain) -> bool:
    """Whether an entity is people whom no mention names, though the words may be those of a force: "seven fighters"."""
    return chain.type is EntityType.ARMED_GROUP and not chain.is_named and chain.owner is None


def is_guess(chain: Chain) -> bool:
    """Whether only the model's label gives a chain its type, which the frame's slot knows better."""
    return chain.certainty <= MODEL
