"""The organs and the people of states."""

from collections.abc import Iterator

from kg.extract.lexicon import cues
from kg.extract.mentions import Mention
from kg.extract.mentions.kinds import ATTRIBUTIVE
from kg.extract.namings.naming import Naming
from kg.language.words import Doc
from kg.link.forces import country_of_forces
from kg.link.gazetteer import armed_forces_of, country_of, demonyms, is_place, stateless_peoples
from kg.link.identity import acting_for
from kg.model import EntityType

REACH_OF_DEMONYM = 4  # words, as in "Chadian heavy mortar fire"


def of_state(doc: Doc, mention: Mention) -> Iterator[Naming]:
    """The organ or the people of a state that a mention of it also names."""
    named = organ_named(mention.text) or organ_before(doc, mention)
    if named is not None:
        yield Naming(mention.start, mention.end, *named)


def organ_named(text: str) -> tuple[str, EntityType] | None:
    """The forces or the government that stand for their state: "Pakistani soldiers", "the Syrian government"."""
    if country_of_forces(text):
        return text, EntityType.ARMED_GROUP
    government = acting_for(text)
    if government is None or is_place(text):
        return None
    return f"Government of {government.value}", EntityType.ORGANIZATION


def organ_before(doc: Doc, mention: Mention) -> tuple[str, EntityType] | None:
    """The forces of the state whose arms a phrase names ("Russian missiles"), or the people whose civilians."""
    noun, country = doc[mention.head].head, country_of(mention.text)
    words = [token.lemma_.lower() for token in doc[mention.end : noun.i + 1]]
    is_before = doc[mention.head].dep_ in ATTRIBUTIVE and 0 < len(words) <= REACH_OF_DEMONYM
    if country is None or country in stateless_peoples() or not is_before:
        return None
    if not cues("arms").isdisjoint(words):
        forces = armed_forces_of(country)
        return forces.label if forces else f"{mention.text} military", EntityType.ARMED_GROUP
    return (people_name(mention.text, country), EntityType.GROUP) if words[-1] in cues("civilians") else None


def people_name(demonym: str, country: str) -> str:
    """What the people are called of whom a demonym tells one: "Israelis"."""
    return next((each for each in demonyms(country) if each == f"{demonym}s"), demonym)
