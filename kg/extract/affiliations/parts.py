"""What belongs to a larger body: "X, including A and B", "as part of X", "the Dawn Brigade of the army"."""

from collections.abc import Iterator

from kg.extract.affiliations.pattern import bind
from kg.extract.frames import Candidate
from kg.extract.lexicon import cues
from kg.extract.mentions import Kind, Mention
from kg.extract.roles import agents, patients
from kg.extract.syntax.coordination import conjuncts
from kg.extract.syntax.dependencies import dependents, has_number
from kg.extract.syntax.noun_phrases import phrase_start
from kg.extract.syntax.prepositions import objects_of
from kg.extract.syntax.voice import is_passive
from kg.extract.syntax.word_classes import is_verbal
from kg.language.words import Token
from kg.link.gazetteer import is_demonym
from kg.model import EntityType, Relation

WHOLES = frozenset({EntityType.ARMED_GROUP, EntityType.ORGANIZATION})
Mentions = dict[int, Mention]
Types = dict[int, EntityType | None]


def by_listing(body: Token, types: Types) -> Iterator[Candidate]:
    """The members that a body is said to include: "the militias, including A and B", "forces, mainly B"."""
    for child in () if has_number(body) else body.rights:  # of "35 fighters, including foreigners" none is a body
        if child.lower_ in cues("including_words"):
            for part in objects_of(child):
                if types.get(part.i) is EntityType.ARMED_GROUP:
                    yield bind("listed_part", Relation.MEMBER_OF, child, part, body)
        elif child.dep_ == "appos" and any(word.lower_ in cues("composing_adverbs") for word in child.lefts):
            *_, nearest = (token for token in conjuncts(body) if token.i < child.i)
            yield bind("listed_part", Relation.MEMBER_OF, child, child, nearest)


def by_part(part: Token, mentions: Mentions, types: Types) -> Iterator[Candidate]:
    """Who acts "as part of X" or is "part of X"."""
    of = (child for child in part.rights if child.lower_ == "of")
    wholes = [t for phrase in of for t in objects_of(phrase) if types.get(t.i) in WHOLES]
    verb = part.head.head if part.dep_ == "pobj" and part.head.lower_ == "as" else part.head
    if not wholes or part.dep_ not in {"pobj", "attr"} or not is_verbal(verb):
        return
    members = patients(verb) if is_passive(verb) else agents(verb)
    for member in members:
        if member.i in mentions:
            yield from (bind("part_of", Relation.MEMBER_OF, part, member, whole) for whole in wholes)


def by_complement(body: Token, types: Types) -> Iterator[Candidate]:
    """The army that a named body is "of", or the state that an army is: "the Dawn Brigade of the Army of Chad"."""
    words = {token.lower_ for token in body.doc[phrase_start(body) : body.i + 1]} - cues("articles")
    is_state_force = words <= cues("words_of_state_forces")
    owners = {EntityType.ARMED_GROUP} | ({EntityType.STATE} if is_state_force else set())
    for of in dependents(body, "prep"):
        if of.lower_ == "of" and of.i == body.i + 1:
            for owner in objects_of(of):
                if types.get(owner.i) in owners:
                    yield bind("named_part", Relation.MEMBER_OF, body, body, owner)


def by_name(body: Token, mention: Mention, types: Types) -> Iterator[Candidate]:
    """The state in the name of its own army: "the Syrian Army", "Chadian Armed Forces"."""
    words = {token.lower_ for token in body.doc[mention.start + 1 : mention.end]}
    first = body.doc[mention.start]
    is_state = mention.kind is Kind.NAME and words and words <= cues("words_of_state_forces")
    if is_state and is_demonym(first.text) and types.get(first.i) is EntityType.STATE:
        yield bind("national_name", Relation.MEMBER_OF, body, body, first)
