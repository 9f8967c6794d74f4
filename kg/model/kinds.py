"""The kinds that values are of: enumerations, each with the meaning of its members.

A module that asks for a member at every word binds it to a name of its own: to look it up in its enumeration costs more
than all else that the question asks.
"""

from enum import StrEnum


class EntityType(StrEnum):
    """What kind of thing an entity is."""

    PERSON = "Person"
    STATE = "State"
    ARMED_GROUP = "ArmedGroup"
    ORGANIZATION = "Organization"
    OPERATION = "Operation"
    GROUP = "Group"
    PLACE = "Place"
    EQUIPMENT = "Equipment"
    SOURCE = "Source"


class Relation(StrEnum):
    """What a statement says; the subject is who acts, whatever the grammar."""

    COMMANDS = "commands"
    MEMBER_OF = "memberOf"
    ALLIED_WITH = "alliedWith"
    BACKED_BY = "backedBy"
    ATTACKS = "attacks"
    CLASHES_WITH = "clashesWith"
    SEIZES = "seizes"
    CONTROLS = "controls"
    WITHDREW_FROM = "withdrewFrom"
    REPELS = "repels"
    DEPLOYS_TO = "deploysTo"
    KILLS = "kills"
    INJURES = "injures"
    DETAINS = "detains"
    THREATENS = "threatens"
    NEGOTIATES_WITH = "negotiatesWith"
    ACCUSES = "accuses"
    OPPOSES = "opposes"
    LOCATED_IN = "locatedIn"


SYMMETRIC = frozenset({Relation.ALLIED_WITH, Relation.CLASHES_WITH, Relation.NEGOTIATES_WITH})
"""Relations that hold in both directions; their statements order subject and object by IRI."""

STATES = frozenset({Relation.COMMANDS, Relation.MEMBER_OF, Relation.ALLIED_WITH, Relation.BACKED_BY, Relation.CONTROLS})
"""Relations that last: of what they say one asks from when to when it held."""


class Factuality(StrEnum):
    """With what force a statement is made."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    PLANNED = "planned"
    POSSIBLE = "possible"


class TimePrecision(StrEnum):
    """How finely a time is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"


class EventKind(StrEnum):
    """What kind of happening an event is."""

    ATTACK = "attack"
    CLASH = "clash"
    KILLING = "killing"  # people are killed, and nothing tells of the attack
    INJURY = "injury"  # people are injured, and nothing tells of the attack
    SEIZURE = "seizure"
    WITHDRAWAL = "withdrawal"
    DEPLOYMENT = "deployment"
    DETENTION = "detention"


class Outcome(StrEnum):
    """What a judgement says of two entities."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Status(StrEnum):
    """How a statement stands over all its attestations."""

    ASSERTED = "asserted"  # in the own voice of at least one article, denied by none
    CLAIMED = "claimed"  # asserted by speakers only
    DISPUTED = "disputed"  # asserted by one, negated by another
    DENIED = "denied"  # only negated
    PLANNED = "planned"
    POSSIBLE = "possible"
