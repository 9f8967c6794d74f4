"""The frames of `kg/data/frames.yaml`, indexed by the words that trigger them."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from kg.errors import LexiconError
from kg.extract.roles import is_verbal
from kg.model import EntityType, Relation
from kg.resources import load_yaml

FILE = "frames.yaml"
HAPPENINGS = frozenset({Relation.ATTACKS, Relation.CLASHES_WITH, Relation.KILLS, Relation.SEIZES, Relation.DETAINS, Relation.WITHDREW_FROM})


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which language says a relation; see the head of frames.yaml for what each field means."""

    name: str
    relation: Relation
    plover: str
    cameo: tuple[str, ...]
    subject: tuple[str, ...]
    object: tuple[str, ...]
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    idioms: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    subject_types: frozenset[EntityType] = frozenset()
    object_types: frozenset[EntityType] = frozenset()
    object_default: EntityType | None = None
    two_sided: bool = False
    through: str = ""
    negated: bool = False
    needs: frozenset[str] = frozenset()

    @property
    def subject_may_be_unnamed(self) -> bool:
        """Whether the frame holds without a subject."""
        return "nobody" in self.subject


def read_frame(entry: dict[str, Any]) -> Frame:
    """A frame from its YAML entry.

    Raises:
        LexiconError: A field is missing or unknown.
    """
    try:
        default = entry.get("object_default")
        return Frame(
            name=entry["name"],
            relation=Relation(entry["relation"]),
            plover=entry["plover"],
            cameo=tuple(entry["cameo"]),
            subject=tuple(entry["subject"]),
            object=tuple(entry["object"]),
            verbs=frozenset(entry.get("verbs", ())),
            nouns=frozenset(entry.get("nouns", ())),
            idioms=frozenset(entry.get("idioms", ())),
            adjectives=frozenset(entry.get("adjectives", ())),
            subject_types=frozenset(map(EntityType, entry.get("subject_types", ()))),
            object_types=frozenset(map(EntityType, entry.get("object_types", ()))),
            object_default=EntityType(default) if default else None,
            two_sided=entry.get("two_sided", False),
            through=str(entry.get("through", "")),
            negated=entry.get("negated", False),
            needs=frozenset(entry.get("needs", ())),
        )
    except (KeyError, ValueError) as error:
        raise LexiconError(f"frame {entry.get('name', '?')}: {error}", path=FILE) from error


@cache
def all_frames() -> tuple[Frame, ...]:
    """Every frame, in the order of the file."""
    return tuple(map(read_frame, load_yaml(FILE)))


@cache
def index(kind: str) -> dict[str, tuple[Frame, ...]]:
    """Frames by trigger, for `verbs`, `nouns`, `idioms` or `adjectives`."""
    found: dict[str, tuple[Frame, ...]] = {}
    for frame in all_frames():
        for word in sorted(getattr(frame, kind)):
            found[word] = (*found.get(word, ()), frame)
    return found


def idiom_keys(verb: Token) -> list[str]:
    """Verb and object noun: "take control"."""
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    if verb.tag_ == "VBD" and verb.dep_ == "amod":
        objects.append(verb.head)
    return [f"{verb.lemma_.lower()} {c.lemma_.lower()}" for c in objects if c.pos_ == "NOUN"]


def particle_keys(verb: Token) -> list[str]:
    """Verb and what completes it: "shoot down", "pull out", "shoot dead", "take hostage"."""
    return [
        f"{verb.lemma_.lower()} {c.lower_}"
        for c in verb.children
        if c.dep_ in {"prt", "advmod", "prep", "acomp", "oprd", "dobj", "dep"} and abs(c.i - verb.i) <= 6
    ]


def frames_of(trigger: Token) -> tuple[Frame, ...]:
    """The frames that a word triggers where it stands; longer triggers win over the bare verb."""
    if is_verbal(trigger):
        for kind, keys in (("idioms", idiom_keys(trigger)), ("verbs", particle_keys(trigger))):
            found = tuple(frame for key in keys for frame in index(kind).get(key, ()))
            if found:
                return found
        return index("verbs").get(trigger.lemma_.lower(), ())
    if trigger.pos_ in {"NOUN", "PROPN"}:
        return noun_frames(trigger)
    if trigger.pos_ == "ADJ":
        return index("adjectives").get(trigger.lower_, ())
    return ()


def noun_frames(trigger: Token) -> tuple[Frame, ...]:
    """The frames of an event noun; a noun that modifies another one names no event."""
    lemma = trigger.lemma_.lower()
    if (trigger.dep_ in {"compound", "nmod"} and trigger.head.i > trigger.i) or (trigger.pos_ == "PROPN" and trigger.ent_type_):
        return ()
    if trigger.pos_ == "PROPN":
        lemma = lemma if lemma in index("nouns") else lemma.removesuffix("s")
    compound = " ".join([*(c.lower_ for c in trigger.lefts if c.dep_ == "compound" and c.i == trigger.i - 1), lemma])
    return index("nouns").get(compound) or index("nouns").get(lemma, ())


def is_event_noun(token: Token) -> bool:
    """Whether the word names something that happens, through which somebody acts."""
    return token.pos_ in {"NOUN", "PROPN"} and any(frame.relation in HAPPENINGS for frame in noun_frames(token))
