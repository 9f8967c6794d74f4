"""Whose a force is: "X's forces", "forces under the command of X", "pro-X forces", "X-backed rebels"."""

from collections.abc import Iterator, Sequence

from kg.extract.affiliations.alliances import has_allied_modifier, is_ally
from kg.extract.affiliations.pattern import bind
from kg.extract.frames import Candidate
from kg.extract.lexicon import cues, head_nouns
from kg.extract.mentions import Kind, Mention
from kg.extract.mentions.titles import is_force_before_title
from kg.extract.syntax.coordination import nations_before
from kg.extract.syntax.noun_phrases import phrase_start
from kg.extract.syntax.possession import possessors
from kg.extract.syntax.prepositions import objects_of, own_phrases
from kg.extract.syntax.word_classes import HYPHENS, begins_compound
from kg.language.words import Token
from kg.link.gazetteer import country_of
from kg.model import EntityType, Relation

THIRD_PERSON = frozenset({"its", "their"})
SIDES = frozenset({"pro", "anti"})
BODIES = frozenset({EntityType.STATE, EntityType.ARMED_GROUP, EntityType.ORGANIZATION, EntityType.PERSON})
ARMED = frozenset({EntityType.ARMED_GROUP})
WHOLES = ARMED | {EntityType.ORGANIZATION}
"""What a wing or faction may be a part of: a party too."""
MODIFYING = frozenset({"amod", "compound", "nmod"})
ACTIVE = frozenset({Relation.COMMANDS, Relation.CONTROLS})
COMPOUNDS = (
    ("leading_participles", Relation.COMMANDS, "led_compound"),
    ("holding_participles", Relation.CONTROLS, "held_compound"),
    ("backing_participles", Relation.BACKED_BY, "backed_compound"),
    ("allying_participles", Relation.ALLIED_WITH, "allied_compound"),
)
"""List of participles, relation and pattern name of compounds; in the first two the name before the hyphen acts."""
Mentions = dict[int, Mention]
Types = dict[int, EntityType | None]


def by_owner(force: Token, types: Types) -> Iterator[Candidate]:
    """Whose forces they are in "X's forces": a person commands them, to any other body they belong."""
    for owner in possessors(force):
        if types.get(owner.i) in {None, EntityType.PLACE, EntityType.GROUP} or not may_own(owner, force, types):
            continue
        if types.get(owner.i) is EntityType.PERSON:
            yield bind("owned_force", Relation.COMMANDS, force, owner, force)
        else:
            yield bind("owned_force", Relation.MEMBER_OF, force, force, owner)


def may_own(owner: Token, force: Token, types: Types) -> bool:
    """Whether a possessive says whose force it is, not whose ally; for a pronoun only of a state's own forces."""
    if is_ally(force) or has_allied_modifier(force):
        return False
    if types.get(owner.i) is EntityType.STATE and is_against_state(force):
        return False
    if owner.pos_ != "PRON":
        return True
    is_national = force.lemma_.lower() in cues("state_force_nouns") and types.get(owner.i) is EntityType.STATE
    return is_national and owner.lower_ in THIRD_PERSON


def is_against_state(force: Token) -> bool:
    """Whether a force fights the state that it is found in: "the country's largest rebel group", "Chad's rebels"."""
    words = (force, *(child for child in force.lefts if child.dep_ in MODIFYING))
    return any(word.lemma_.lower() in cues("nouns_for_a_side") for word in words)


def by_nation(force: Token, mentions: Mentions, types: Types) -> Iterator[Candidate]:
    """The state in "Libyan troops"; none in "pro-Libyan troops" or "Libyan rebels"."""
    if mentions[force.i].kind is not Kind.DESCRIPTION or force.lemma_.lower() not in cues("state_force_nouns"):
        return
    beside = [force.nbor(-1)] if is_force_before_title(force) else []
    if any(token.lower_ in SIDES for token in force.doc[phrase_start(force) : force.i]):
        return
    for child in (*beside, *nations_before(force)[-1:], *reversed(force.lefts)):
        is_nation = types.get(child.i) in {EntityType.STATE, EntityType.PLACE} and not is_ethnic(mentions[child.i])
        if child.dep_ != "poss" and is_nation:
            yield bind("national_force", Relation.MEMBER_OF, force, force, child)
            return


def is_ethnic(mention: Mention) -> bool:
    """Whether an adjective is of a people without a state of that name: "Kurdish"."""
    return mention.kind is Kind.DEMONYM and country_of(mention.text) is None


def by_membership(people: Token, mention: Mention, types: Types) -> Iterator[Candidate]:
    """The body in "three Dawn Brigade fighters", "two members of X", "the armed wing of the Dawn Party".

    Allies and dissidents are no part of it.
    """
    if people.lemma_.lower() in cues("ally_nouns", "former_members", "portions"):
        return
    named = [token for token in people.doc[mention.start : mention.end] if token != people]
    for phrase in own_phrases(people):
        if phrase.lower_ in {"of", "from"}:
            named += objects_of(phrase)
    is_part = people.lemma_.lower() in cues("parts_of_bodies")
    kinds = WHOLES if is_part else ARMED
    bodies = (t for t in named if t.pos_ == "PROPN" and types.get(t.i) in kinds)
    body = next((t for t in bodies if not begins_compound(t)), None)
    if body is not None:
        yield bind("members", Relation.MEMBER_OF, people, people, body)


def by_named_owner(body: Token, mention: Mention, types: Types) -> Iterator[Candidate]:
    """The owner in "X's Dawn Brigade": a person commands it, as does who runs an operation; else it belongs to X."""
    for owner in possessors(body):
        if owner.i >= mention.start:
            continue
        if types.get(owner.i) is EntityType.PERSON or mention.type is EntityType.OPERATION:
            yield bind("owned_body", Relation.COMMANDS, body, owner, body)
        else:
            yield bind("owned_body", Relation.MEMBER_OF, body, body, owner)


def under_command(force: Token) -> Iterator[Candidate]:
    """The leader in "forces under the command of X", whether "under" hangs on the force or on the verb after it."""
    if force.i + 1 == len(force.doc) or force.nbor().lower_ != "under":
        return
    for command in objects_of(force.nbor()):
        if command.lemma_ in cues("command_nouns"):
            for of in (child for child in command.children if child.lower_ == "of"):
                for leader in objects_of(of):
                    yield bind("under_command", Relation.COMMANDS, command, leader, force)


def by_side(actor: Token, mentions: Mentions) -> Iterator[Candidate]:
    """The side in "pro-government forces", and whom the "anti-government protesters" are against."""
    doc = actor.doc
    for i in range(phrase_start(actor), actor.i - 2):
        if doc[i].lower_ not in SIDES or doc[i + 1].text not in HYPHENS:
            continue
        sides = [token for token in doc[i + 2 : actor.i] if token.i in mentions]
        if sides and doc[i].lower_ == "anti":
            yield bind("anti_compound", Relation.OPPOSES, actor, actor, sides[0], BODIES)
        elif sides and actor.lemma_.lower() in head_nouns(EntityType.ARMED_GROUP):
            yield bind("pro_compound", Relation.ALLIED_WITH, actor, actor, sides[0])


def by_compound(name: Token) -> Sequence[Candidate]:
    """The name in "Saudi-led coalition", "Russian-backed rebels", "Iran-aligned militias"."""
    if not begins_compound(name) or name.lower_ == "state":
        return ()
    participle = name.doc[name.i + 2]
    noun = participle.head
    while noun.dep_ in MODIFYING and noun.head.i > noun.i:
        noun = noun.head
    if noun.i <= participle.i or noun.pos_ not in {"NOUN", "PROPN"}:
        return ()
    forms = {participle.lemma_.lower(), participle.lower_}
    return [
        bind(pattern, relation, participle, *((name, noun) if relation in ACTIVE else (noun, name)))
        for words, relation, pattern in COMPOUNDS
        if forms & cues(words)
    ]
