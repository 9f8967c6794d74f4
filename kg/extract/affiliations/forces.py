"""Whose a force is: "X's forces", "forces under the command of X", "pro-X forces", "X-backed rebels"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.affiliations.pattern import bind
from kg.extract.frames import Candidate
from kg.extract.lexicon import cues
from kg.extract.mentions import Kind, Mention
from kg.extract.syntax.noun_phrases import phrase_start
from kg.extract.syntax.possession import possessors
from kg.extract.syntax.prepositions import objects_of
from kg.extract.syntax.word_classes import HYPHENS, begins_compound
from kg.model import EntityType, Relation

POSSESSIVE_PRONOUNS = frozenset({"their", "its", "his", "her", "our", "my"})
SIDES = frozenset({"pro", "anti"})
MODIFYING = frozenset({"amod", "compound", "nmod"})
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
        if types.get(owner.i) in {None, EntityType.PLACE, EntityType.GROUP} or owner.lower_ in POSSESSIVE_PRONOUNS:
            continue
        if types.get(owner.i) is EntityType.PERSON:
            yield bind("owned_force", Relation.COMMANDS, force, owner, force)
        else:
            yield bind("owned_force", Relation.MEMBER_OF, force, force, owner)


def by_nation(force: Token, mentions: Mentions, types: Types) -> Iterator[Candidate]:
    """The state in "Libyan troops"; none in "pro-Libyan troops" or "Libyan rebels"."""
    if mentions[force.i].kind is not Kind.DESCRIPTION or force.lemma_.lower() not in cues("state_force_nouns"):
        return
    for child in reversed(list(force.lefts)):
        if child.lower_ in SIDES or is_side(child):
            return
        if child.dep_ != "poss" and types.get(child.i) in {EntityType.STATE, EntityType.PLACE}:
            yield bind("national_force", Relation.MEMBER_OF, force, force, child)
            return


def is_side(token: Token) -> bool:
    """Whether a word is the second part of "pro-X" or "anti-X"."""
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ in SIDES


def by_membership(people: Token, mention: Mention, types: Types) -> Iterator[Candidate]:
    """The armed body in "three Dawn Brigade fighters", "two members of X"; the people belong to it."""
    named = [token for token in people.doc[mention.start : mention.end] if token != people]
    for child in people.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
            named += objects_of(child)
    bodies = (t for t in named if t.pos_ == "PROPN" and types.get(t.i) is EntityType.ARMED_GROUP)
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


def by_side(force: Token, mentions: Mentions) -> Iterator[Candidate]:
    """The side in "pro-government forces"; none for "anti-"."""
    doc = force.doc
    for i in range(phrase_start(force), force.i - 2):
        if doc[i].lower_ == "pro" and doc[i + 1].text == "-":
            names = (t for t in doc[i + 2 : force.i] if t.i in mentions or t.pos_ in {"PROPN", "NOUN"})
            if (side := next(names, None)) is not None:
                yield bind("pro_compound", Relation.ALLIED_WITH, force, force, side)


def by_compound(name: Token) -> Iterator[Candidate]:
    """The name in "Saudi-led coalition", "Russian-backed rebels", "Iran-aligned militias"."""
    doc, start = name.doc, name.i
    if start + 2 >= len(doc) or doc[start + 1].text not in HYPHENS:
        return
    participle = doc[start + 2]
    noun = participle.head
    while noun.dep_ in MODIFYING and noun.head.i > noun.i:
        noun = noun.head
    if noun.i <= participle.i or noun.pos_ not in {"NOUN", "PROPN"}:
        return
    forms = {participle.lemma_.lower(), participle.lower_}
    for words, relation, pattern in COMPOUNDS:
        if forms & cues(words):
            is_active = relation in {Relation.COMMANDS, Relation.CONTROLS}
            yield bind(pattern, relation, participle, *((name, noun) if is_active else (noun, name)))
