"""The frames of `kg/data/frames` as values."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Any

from kg.errors import LexiconError
from kg.extract.lexicon import cues
from kg.model import EntityType, Relation
from kg.resources import load_yaml

FAMILIES = ("fighting", "territory", "harm", "stances", "ties")
"""The files of `kg/data/frames`, each with the frames of some relations."""

NOBODY = "nobody"


class Slot(StrEnum):
    """Where the filler of an end stands relative to the trigger; any other slot is a preposition at the trigger."""

    AGENT = "agent"  # who acts: subject of the active, "by" of the passive
    PATIENT = "patient"  # who undergoes it: object of the active, subject of the passive
    POSSESSOR = "possessor"  # owner of a noun: "her attack"
    MODIFIER = "modifier"  # a name or demonym before a noun: "Libyan airstrikes"
    CARRIER = "carrier"  # subject of the light verb whose object the noun is: "they launched an attack"
    UNDERGOER = "undergoer"  # subject of the verb that suffers the noun's event: "they survived an attack"
    CONTEXT = "context"  # who acts in the clause that a noun stands in: "they killed ten in an attack on X"
    BETWEEN = "between"  # both sides of "between A and B"
    DESCRIBED = "described"  # the noun that an adjective is said of: "three people dead"
    CAUSER = "causer"  # who brings a state about: "the blast left three dead"
    TARGETED = "targeted"  # what a participle says was hit: "an attack targeting X"
    TALLIED = "tallied"  # whom a toll counts: "the death toll rises to 20 people"
    AROUND = "clause_around"  # who acts in the clause that a noun stands in: "freed ten as part of a deal with X"
    JOINED = "joined"  # two names that a dash joins before a noun: "the Iran–Iraq talks"
    CONTENT = "content"  # who does what a clause under the verb says: "demanded that X withdraw"
    CONDITION = "condition"  # who does what a condition under the verb says: "threatened sanctions if X did not stop"
    RECIPIENT = "recipient"  # whom something is given: "gave X an ultimatum"
    COUNTED_AMONG = "counted_among"  # who is said to be one of several: "X was among the dead"
    INTENDED = "intended"  # whom the act falls on that something is used for: "used tear gas to disperse X"
    DOER = "doer"  # who does it after "of": "an attack of the rebels"
    AUTHOR = "author"  # owner of a noun whose "of" says whom it befell: "the army's killing of ten"
    THREATENED = "threatened"  # whom the threatened act falls on: "threatened to attack X"
    CLAIMER = "claimer"  # who answers for the noun's event: "they claimed responsibility for the attack"
    ANSWERER = "answerer"  # who takes a responsibility: "they claimed responsibility"
    FIRED_ON = "fired_on"  # subject of a passive that ends in its preposition: "the boat was shot at"
    RECEIVER = "receiver"  # to whom the noun is handed: "handed over control to the army"
    TAKEN = "taken"  # what others took after the trigger: "seized the town after the rebels withdrew"
    EARLIER = "earlier"  # whom the latest attack before the trigger hit


class StandIn(StrEnum):
    """For whom the words at the object end may stand."""

    EVENT = "event"  # for who acts in the event: "repelled the rebels' attack"
    ACTOR = "actor"  # for who acts in the event or owns the equipment: "supported by French jets"
    PLAN = "plan"  # for whose plan it is: "rejected the government's proposal"


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which language says a relation; `kg/data/frames/README.md` says what each field means.

    A pattern of grammar rather than words, such as a title before a name, is a frame without codes and slots.
    """

    name: str
    relation: Relation
    plover: str | None = None
    cameo: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    subject_may_be_unnamed: bool = False
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    idioms: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    subject_types: frozenset[EntityType] = frozenset()
    object_types: frozenset[EntityType] = frozenset()
    object_default: EntityType | None = None
    object_stands_for: StandIn | None = None
    two_sided: bool = False
    linked: bool = False
    negated: bool = False
    in_words: bool = False
    presupposed: bool = False
    intransitive: bool = False
    needs: frozenset[str] = frozenset()
    falls_on: frozenset[str] = frozenset()
    done_by: frozenset[str] = frozenset()
    excludes: frozenset[str] = frozenset()

    @property
    def is_grammatical(self) -> bool:
        """Whether it is a pattern of grammar, which no word triggers."""
        return not (self.verbs or self.nouns or self.idioms or self.adjectives)


FIELDS = {field.name for field in fields(Frame)} - {"subject_may_be_unnamed"} | {"examples"}
"""The keys of an entry."""


def slots(words: Iterable[str]) -> tuple[str, ...]:
    """Slots from their names in YAML.

    Raises:
        ValueError: One is neither a slot nor a preposition that may mark a role.
    """
    named = tuple(word for word in words if word != NOBODY)
    unknown = set(named) - set(Slot) - cues("role_prepositions")
    if unknown:
        raise ValueError(f"unknown slot {', '.join(sorted(unknown))}")
    return named


def read_frame(entry: dict[str, Any], file: str) -> Frame:
    """A frame from its entry in a YAML file.

    Raises:
        LexiconError: A field is missing or unknown, or has an unknown value.
    """
    try:
        if unknown := sorted(set(entry) - FIELDS):
            raise ValueError(f"unknown field {', '.join(unknown)}")
        default, stand_in = entry.get("object_default"), entry.get("object_stands_for")
        return Frame(
            name=entry["name"],
            relation=Relation(entry["relation"]),
            plover=entry["plover"],
            cameo=tuple(entry["cameo"]),
            subject=slots(entry["subject"]),
            object=slots(entry["object"]),
            subject_may_be_unnamed=NOBODY in entry["subject"],
            verbs=frozenset(entry.get("verbs", ())),
            nouns=frozenset(entry.get("nouns", ())),
            idioms=frozenset(entry.get("idioms", ())),
            adjectives=frozenset(entry.get("adjectives", ())),
            subject_types=frozenset(map(EntityType, entry.get("subject_types", ()))),
            object_types=frozenset(map(EntityType, entry.get("object_types", ()))),
            object_default=EntityType(default) if default else None,
            object_stands_for=StandIn(stand_in) if stand_in else None,
            two_sided=entry.get("two_sided", False),
            linked=entry.get("linked", False),
            negated=entry.get("negated", False),
            in_words=entry.get("in_words", False),
            presupposed=entry.get("presupposed", False),
            intransitive=entry.get("intransitive", False),
            needs=frozenset(entry.get("needs", ())),
            falls_on=frozenset(entry.get("falls_on", ())),
            done_by=frozenset(entry.get("done_by", ())),
            excludes=frozenset(entry.get("excludes", ())),
        )
    except KeyError as error:
        raise LexiconError(f"frame {entry.get('name', '?')} has no field {error}", path=file) from error
    except ValueError as error:
        raise LexiconError(f"frame {entry.get('name', '?')}: {error}", path=file) from error


def family_file(family: str) -> str:
    """The file of a family of frames, within `kg/data`."""
    return f"frames/{family}.yaml"


@cache
def all_frames() -> tuple[Frame, ...]:
    """Every frame, in the order of the files.

    Raises:
        LexiconError: One of them is wrong.
    """
    files = map(family_file, FAMILIES)
    return tuple(read_frame(entry, file) for file in files for entry in load_yaml(file))
