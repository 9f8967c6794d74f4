"""How relations, types, statuses and forces look and read on the pages.

Colours keep apart for the colour-blind: one hue and lightness for each family of relations (after Okabe and Ito
2008, darkened for a light ground), and no meaning that colour alone carries: lines also differ in their dashes and
say their relation, nodes differ in shape.
"""

from dataclasses import dataclass

from kg.model import EntityType, Factuality, Relation, Status


@dataclass(frozen=True, slots=True)
class RelationLook:
    """A relation on the page.

    Args:
        verb: What stands between subject and object in a sentence.
        family: The heading it stands under in the legend.
        colour: Of its lines.
        shown: Whether its lines are drawn before the reader asks for them.
    """

    verb: str
    family: str
    colour: str
    shown: bool = True


@dataclass(frozen=True, slots=True)
class TypeLook:
    """A type of entity on the page.

    Args:
        name: One of them, in words.
        plural: Many of them, in words.
        shape: Name of its vis-network shape.
        colour: Of its outline, and of its inside unless hollow.
        hollow: Whether its inside is white.
    """

    name: str
    plural: str
    shape: str
    colour: str
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class StatusLook:
    """A status on the page.

    Args:
        name: In one word.
        meaning: In one sentence for a reader.
        dashes: Lengths in pixels of dash and gap in turn; () for a whole line.
        grey: Whether its lines lose the colour of their relation.
        shown: Whether its lines are drawn before the reader asks for them.
    """

    name: str
    meaning: str
    dashes: tuple[int, ...] = ()
    grey: bool = False
    shown: bool = True


@dataclass(frozen=True, slots=True)
class ForceLook:
    """A force of a statement on the page, in one word and in one sentence for a reader."""

    name: str
    meaning: str


GREY = "#7d8790"
"""Of lines that tell nothing that has happened."""

_TIES, _FIGHTING, _HARM, _GROUND, _TALK, _MAP = (
    "Ties",
    "Fighting",
    "Harm to people",
    "Ground",
    "Talk",
    "Geography",
)

RELATIONS = {
    Relation.COMMANDS: RelationLook("commands", _TIES, "#003f7d"),
    Relation.MEMBER_OF: RelationLook("is part of", _TIES, "#3f7fb5"),
    Relation.ALLIED_WITH: RelationLook("is allied with", _TIES, "#0072b2"),
    Relation.BACKED_BY: RelationLook("is backed by", _TIES, "#2f9bd0"),
    Relation.ATTACKS: RelationLook("attacks", _FIGHTING, "#c4430b"),
    Relation.CLASHES_WITH: RelationLook("clashes with", _FIGHTING, "#e0662a"),
    Relation.REPELS: RelationLook("repels", _FIGHTING, "#9c3a12"),
    Relation.THREATENS: RelationLook("threatens", _FIGHTING, "#d98256"),
    Relation.KILLS: RelationLook("kills", _HARM, "#7a1049"),
    Relation.INJURES: RelationLook("injures", _HARM, "#a83d78"),
    Relation.DETAINS: RelationLook("detains", _HARM, "#c773a4"),
    Relation.SEIZES: RelationLook("seizes", _GROUND, "#8a6400"),
    Relation.CONTROLS: RelationLook("controls", _GROUND, "#b78a10"),
    Relation.WITHDREW_FROM: RelationLook("withdrew from", _GROUND, "#6b5a2a"),
    Relation.DEPLOYS_TO: RelationLook("deploys to", _GROUND, "#cf9f2e"),
    Relation.NEGOTIATES_WITH: RelationLook("negotiates with", _TALK, "#00785a"),
    Relation.ACCUSES: RelationLook("accuses", _TALK, "#2f9e82"),
    Relation.OPPOSES: RelationLook("opposes", _TALK, "#00574b"),
    Relation.LOCATED_IN: RelationLook("lies in or near", _MAP, "#9aa3aa", shown=False),
}

TYPES = {
    EntityType.PERSON: TypeLook("person", "Persons", "dot", "#4b5f9e"),
    EntityType.STATE: TypeLook("state", "States", "square", "#1f3b63"),
    EntityType.ARMED_GROUP: TypeLook("armed group", "Armed groups", "triangle", "#a4401c"),
    EntityType.ORGANIZATION: TypeLook("organization", "Organizations", "diamond", "#1b7f79"),
    EntityType.OPERATION: TypeLook("operation", "Operations", "star", "#8f5a00"),
    EntityType.GROUP: TypeLook("group of people", "Groups of people", "hexagon", "#93437a"),
    EntityType.PLACE: TypeLook("place", "Places", "triangleDown", "#8b949b"),
    EntityType.EQUIPMENT: TypeLook("equipment", "Equipment", "square", "#5c666e", hollow=True),
    EntityType.SOURCE: TypeLook("unnamed source", "Unnamed sources", "dot", "#5c666e", hollow=True),
}

SHAPES = {
    "dot": "M15 2a6 6 0 1 0 .01 0z",
    "square": "M9.5 2.5h11v11h-11z",
    "triangle": "M15 1.5l7 12.5H8z",
    "triangleDown": "M15 14.5L8 2h14z",
    "diamond": "M15 1l7 7-7 7-7-7z",
    "star": "M15 .8l2.2 4.7 5.1.6-3.8 3.5 1 5.1L15 12.2l-4.5 2.5 1-5.1-3.8-3.5 5.1-.6z",
    "hexagon": "M11.5 2h7l3.5 6-3.5 6h-7L8 8z",
}
"""The vis-network shapes as paths of SVG in a box of 30 by 16."""

ACTORS = frozenset(EntityType) - {EntityType.PLACE, EntityType.EQUIPMENT, EntityType.SOURCE}
"""Types that act or are acted upon as people do."""

STATUSES = {
    Status.ASSERTED: StatusLook("Reported", "At least one article says so in its own voice, and nobody denies it."),
    Status.CLAIMED: StatusLook("Claimed", "Only speakers say so; no article says it in its own voice.", (9, 6)),
    Status.DISPUTED: StatusLook("Disputed", "Some say so and others deny it.", (16, 5, 3, 5)),
    Status.PLANNED: StatusLook("Planned", "Intended or ordered; no text says that it happened.", (2, 6), True, False),
    Status.POSSIBLE: StatusLook("Possible", "Suspected or conditional.", (2, 6), True, False),
    Status.DENIED: StatusLook("Denied", "The texts only deny it.", (2, 6), True, False),
}

FORCES = {
    Factuality.ASSERTED: ForceLook("asserted", "Told as a fact, by the article or by a speaker."),
    Factuality.NEGATED: ForceLook("denied", "Told as not so."),
    Factuality.PLANNED: ForceLook("planned", "Intended, ordered or announced; not told as done."),
    Factuality.POSSIBLE: ForceLook("possible", "Suspected, alleged or conditional."),
}

FACTUALITIES = {
    Factuality.ASSERTED: "says so",
    Factuality.NEGATED: "denies it",
    Factuality.PLANNED: "says it is planned",
    Factuality.POSSIBLE: "says it is possible",
}

CAMP_COLOURS = ("#0072b2", "#c4430b", "#00785a", "#a83d78", "#8a6400", "#4b5f9e")
"""Of the largest camps in turn; all further ones share the grey of those that stand in none."""
