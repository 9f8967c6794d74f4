"""Finds the affiliations of a text."""

from collections.abc import Iterator

from kg.extract.affiliations import alliances, forces, parts, titles
from kg.extract.frames import Candidate
from kg.extract.lexicon import head_nouns
from kg.extract.mentions import DESCRIPTION, NAME, PRONOUN, Mention
from kg.language.words import Doc, Token
from kg.model import EntityType

PERSON, ARMED_GROUP = EntityType.PERSON, EntityType.ARMED_GROUP
NAMED_FORCES = frozenset({EntityType.OPERATION, ARMED_GROUP})
ACTORS = frozenset({ARMED_GROUP, EntityType.GROUP, PERSON, EntityType.ORGANIZATION})
MEMBERS = frozenset({ARMED_GROUP, EntityType.GROUP})


def find_affiliations(
    doc: Doc, mentions: dict[int, Mention], types: dict[int, EntityType | None]
) -> Iterator[Candidate]:
    """Every affiliation that the text states, in the order of the text, those after "is" last.

    Args:
        doc: The parse.
        mentions: Its mentions by the index of their head.
        types: The type of each mention's entity, by the same index.
    """
    for head in sorted(mentions):
        if mentions[head].kind is not PRONOUN:
            yield from affiliations_at(doc[head], mentions, types)
    yield from titles.by_copula(doc, mentions)


def affiliations_at(
    head: Token, mentions: dict[int, Mention], types: dict[int, EntityType | None]
) -> Iterator[Candidate]:
    """The affiliations that a phrase states."""
    mention = mentions[head.i]
    if types.get(head.i) is PERSON:
        yield from titles.by_title(head, mentions)
        yield from titles.by_origin(head, mentions)
    if head.lemma_.lower() in head_nouns(ARMED_GROUP):
        yield from forces.by_owner(head, types)
        yield from forces.by_nation(head, mentions, types)
        yield from forces.under_command(head)
        yield from parts.by_listing(head, types)
    if head.lemma_ == "part":
        yield from parts.by_part(head, mentions, types)
    if head.dep_ == "conj":
        yield from alliances.beside_ally(head)
    yield from alliances.by_support(head)
    if mention.kind is DESCRIPTION and mention.type in MEMBERS:
        yield from forces.by_membership(head, mention, types)
    if mention.kind is NAME and mention.type in NAMED_FORCES:
        yield from forces.by_named_owner(head, mention, types)
        yield from parts.by_complement(head, types)
        yield from parts.by_name(head, mention, types)
    if types.get(head.i) in ACTORS:
        yield from forces.by_side(head, mentions)
    yield from forces.by_compound(head)
