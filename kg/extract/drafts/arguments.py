"""Arguments: which chains the words at the two ends of a candidate stand for."""

from typing import NamedTuple

from kg.extract.drafts.context import Context
from kg.extract.drafts.restrictions import admits, as_place, as_state
from kg.extract.frames import Candidate
from kg.extract.lexicon import cues, never_nouns
from kg.extract.mentions import Kind
from kg.extract.roles.reciprocity import RECIPROCALS, is_pair
from kg.extract.syntax.dependencies import has_number
from kg.language.words import Token
from kg.model import EntityType, Relation

MAY_LACK_SUBJECT = frozenset(
    {Relation.KILLS, Relation.INJURES, Relation.ATTACKS, Relation.DETAINS, Relation.REPELS, Relation.DEPLOYS_TO}
)
DEALINGS = frozenset(
    {Relation.ACCUSES, Relation.OPPOSES, Relation.NEGOTIATES_WITH, Relation.BACKED_BY, Relation.ALLIED_WITH}
)
"""Relations to a body rather than to a place."""
PARTIES = frozenset({EntityType.STATE, EntityType.ARMED_GROUP})
DOERS = ("er", "or", "ar", "ist", "ian", "man", "woman", "person", "ant", "ent", "ee", "ive", "ic", "folk", "elite")
"""How nouns end that say what somebody does or is."""
LISTED = frozenset({"conj", "appos", "npadvmod"})


class Arguments(NamedTuple):
    """A candidate and the chains at its ends; the subject's words are dropped where they stand for no entity."""

    candidate: Candidate
    subject: int | None
    object: int


class Parties(NamedTuple):
    """The chains at the ends of a candidate whose words stand for several entities; None where they do not."""

    subject: int | None = None
    object: int | None = None


def parties(candidate: Candidate, context: Context) -> list[Parties]:
    """For an end such as "both sides" the two parties that it stands for, for any other candidate a single blank."""
    if candidate.subject is None or not is_pair(candidate.subject):
        return [Parties()]
    pair = context.opponents[-1] if context.opponents else latest_pair(candidate.subject, context)
    if pair is None:
        return [Parties()]
    first, second = pair
    if candidate.object == candidate.subject:
        return [Parties(first, second)]
    if candidate.object.lower_ in RECIPROCALS:
        return [Parties(first, second), Parties(second, first)]
    return [Parties(first), Parties(second)]


def latest_pair(both: Token, context: Context) -> tuple[int, int] | None:
    """The two parties that "both sides" stands for: the last that the text joins, "X and Y", else the last named."""
    chain_of = context.coreference.chain_of
    admitted = {EntityType.STATE} if both.lemma_.lower() in cues("state_pair_nouns") else PARTIES
    before = [h for h in sorted(chain_of, reverse=True) if h < both.i and context.chains[chain_of[h]].type in admitted]
    for head in before:
        joined = (c.i for c in context.doc[head].children if c.dep_ == "conj" and c.i in before)
        second = next((chain_of[c] for c in joined if chain_of[c] != chain_of[head]), None)
        if second is not None:
            return chain_of[head], second
    latest = list(dict.fromkeys(chain_of[head] for head in before))
    return (latest[1], latest[0]) if len(latest) > 1 else None


def resolve_arguments(candidate: Candidate, party: Parties, context: Context) -> Arguments | None:
    """The chains at a candidate's ends, None where an end is no entity or of a kind that the frame does not admit."""
    found = chains_at_ends(candidate, party, context)
    if found is None:
        return None
    subject, target = found
    if subject is None:
        candidate = candidate._replace(subject=None)
    elif subject == target:
        subject = other_antecedent(candidate.subject, target, context)
        if subject is None:
            return None
    if subject is not None and candidate.instrument is not None:
        subject = acting_forces(subject, context)
    subject, target = at_seats(candidate, subject, target, context)
    target = as_place(candidate, target, context)
    return Arguments(candidate, subject, target) if admits(candidate.frame, subject, target, context) else None


def at_seats(candidate: Candidate, subject: int | None, target: int, context: Context) -> tuple[int | None, int]:
    """The ends of a candidate, where a state and no place may stand the state for a capital."""
    relation = candidate.frame.relation
    if subject is not None and candidate.subject is not None and relation is not Relation.LOCATED_IN:
        subject = as_state(candidate.subject, subject, context)
    if relation in DEALINGS:
        target = as_state(candidate.object, target, context)
    return subject, target


def chains_at_ends(candidate: Candidate, party: Parties, context: Context) -> tuple[int | None, int] | None:
    """The chains of a candidate's words; None where a statement would lack an end that it needs."""
    target, subject = party.object, party.subject
    if candidate.subject is not None and any(c.lower_ == "no" and c.dep_ == "det" for c in candidate.subject.children):
        return None  # "no group claimed responsibility"
    if target is None:
        target = chain_at(candidate.object, context, default_of_object(candidate))
    if subject is None:
        subject = chain_at(candidate.subject, context, EntityType.ARMED_GROUP)
    if target is None or is_outer_place(candidate.object, context):
        return None
    if subject is None and not may_lack_subject(candidate, context):
        return None
    return subject, target


def default_of_object(candidate: Candidate) -> EntityType | None:
    """The type of an object that nothing else tells; a gathering that is attacked stands for the people at it."""
    is_attack = candidate.frame.relation is Relation.ATTACKS
    if is_attack and candidate.object.lemma_.lower() in cues("gatherings"):
        return EntityType.GROUP
    return candidate.frame.object_default


def may_lack_subject(candidate: Candidate, context: Context) -> bool:
    """Whether a statement may name nobody as its subject; what moves somewhere must be forces or be sent by them."""
    relation = candidate.frame.relation
    if relation is Relation.DEPLOYS_TO and candidate.subject is not None:
        return False
    return relation in MAY_LACK_SUBJECT and not is_open_pronoun(candidate, context)


def is_open_pronoun(candidate: Candidate, context: Context) -> bool:
    """Whether the subject is a pronoun, so that somebody acts whom the article names elsewhere."""
    return candidate.subject is not None and candidate.subject.pos_ == "PRON"


def chain_at(token: Token | None, context: Context, default: EntityType | None) -> int | None:
    """The chain of the mention with this head; an untyped one only where a frame gives it a default type."""
    if token is None or token.i not in context.coreference.chain_of:
        return None
    chain = context.coreference.chain_of[token.i]
    if context.chains[chain].type is None:
        if default is None or not may_have_default(token, context, default):
            return None
        is_one = default is EntityType.GROUP and token.tag_ == "NN" and token.lemma_.lower() not in cues("gatherings")
        context.defaults.setdefault(chain, EntityType.PERSON if is_one else default)
    return chain


def may_have_default(token: Token, context: Context, default: EntityType) -> bool:
    """Whether an untyped mention may get its type from a frame: a name, and for people a noun such as "seven"."""
    match context.mentions[token.i].kind:
        case Kind.PRONOUN:
            return False
        case Kind.DESCRIPTION:
            return default is EntityType.GROUP and token.lemma_.lower() not in never_nouns() and may_be_people(token)
        case _:
            return True


def may_be_people(noun: Token) -> bool:
    """Whether an untyped noun may be for people: a plural, a counted noun, a gathering, one that ends like a doer's."""
    lemma = noun.lemma_.lower()
    return noun.tag_ != "NN" or has_number(noun) or lemma in cues("gatherings") or lemma.endswith(DOERS)


def is_outer_place(token: Token, context: Context) -> bool:
    """Whether a place joined by a comma only says where the one before it lies: B in "an attack on A, B"."""
    return token.dep_ in LISTED and token.i in context.outer_places


def other_antecedent(pronoun: Token | None, excluded: int, context: Context) -> int | None:
    """The next likeliest antecedent of a pronoun that cannot stand for the other end of its own act; it keeps that."""
    if pronoun is None:
        return None
    found = next((c for c in context.coreference.candidates.get(pronoun.i, ()) if c != excluded), None)
    if found is not None:
        context.coreference.move_pronoun(pronoun.i, found)
    return found


def acting_forces(owner: int, context: Context) -> int:
    """The forces of a person whose equipment acts, where the text speaks of them; else the owner."""
    if context.chains[owner].type is not EntityType.PERSON:
        return owner
    forces = (i for i, chain in enumerate(context.chains) if chain.owner == owner)
    return next((i for i in forces if context.chains[i].type is EntityType.ARMED_GROUP), owner)
