"""Triggers: the frames that a word evokes where it stands."""

from collections.abc import Iterable, Iterator
from functools import cache

from kg.extract.frames.frame import Frame, all_frames
from kg.extract.frames.wordplay import is_of_words
from kg.extract.lexicon import cues
from kg.extract.roles import agents, patients
from kg.extract.syntax.dependencies import dependents
from kg.extract.syntax.voice import is_passive, tells_state
from kg.extract.syntax.word_classes import HYPHENS, follows_closely, is_noun, is_time, is_verbal
from kg.language.memory import remembered
from kg.language.words import Token
from kg.model import Relation

ATTACKS = Relation.ATTACKS
CLASHES = Relation.CLASHES_WITH
HAPPENINGS = frozenset(
    {Relation.ATTACKS, Relation.CLASHES_WITH, Relation.KILLS, Relation.SEIZES, Relation.DETAINS, Relation.WITHDREW_FROM}
)
COMPLETIONS = frozenset({"prt", "advmod", "prep", "acomp", "oprd", "dobj", "dep"})
PREFIXES = frozenset({"re", "co", "counter"})
REACH_OF_VERB = 6  # tokens to what completes it


@cache
def index(kind: str) -> dict[str, tuple[Frame, ...]]:
    """Frames by trigger, for `verbs`, `nouns`, `idioms` or `adjectives`."""
    found: dict[str, tuple[Frame, ...]] = {}
    for frame in all_frames():
        for word in sorted(getattr(frame, kind)):
            found[word] = (*found.get(word, ()), frame)
    return found


@cache
def first_words(kind: str) -> frozenset[str]:
    """The verbs that begin a trigger of several words."""
    return frozenset(trigger.split()[0] for trigger in index(kind) if " " in trigger)


@cache
def trigger_words() -> frozenset[str]:
    """All triggers, of those of several words each word."""
    kinds = ("verbs", "nouns", "idioms", "adjectives")
    return frozenset(word for kind in kinds for trigger in index(kind) for word in trigger.split())


@cache
def trigger_forms() -> frozenset[str]:
    """What a word may be written as, or have as its lemma, that is a trigger."""
    return trigger_words() | {f"{word}s" for word in trigger_words()}


def possible_triggers(words: Iterable[Token]) -> list[Token]:
    """Those of some words that may be triggers by their form or their lemma, which few are."""
    forms = trigger_forms()
    return [word for word in words if word.lower_ in forms or word.lemma_.lower() in forms]


@remembered
def frames_of(trigger: Token) -> tuple[Frame, ...]:
    """The frames that a word triggers where it stands; a compound such as "Saudi-led" is an affiliation."""
    if trigger_forms().isdisjoint((trigger.lower_, trigger.lemma_.lower())):
        return ()
    doc, place = trigger.doc, trigger.i
    is_joined = place > 1 and doc[place - 1].text in HYPHENS and follows_closely(trigger)
    if is_joined and doc[place - 2].lower_ not in PREFIXES:
        return ()
    if is_verbal(trigger):
        return verb_frames(trigger)
    if is_noun(trigger) and (found := noun_frames(trigger)):
        return found
    return index("adjectives").get(trigger.lower_, ()) if trigger.pos_ == "ADJ" else ()


def verb_frames(verb: Token) -> tuple[Frame, ...]:
    """The frames of a verb; it counts with its object or particle before it counts alone."""
    lemma = verb.lemma_.lower()
    for kind, completions in (("idioms", object_nouns), ("verbs", complements)):
        if lemma in first_words(kind):
            keys = (f"{lemma} {word}" for word in completions(verb))
            if found := tuple(frame for key in keys for frame in index(kind).get(key, ())):
                return found
    if lemma in cues("verbs_changed_by_particles") and any(map(is_particle, verb.children)):
        return ()  # "took up arms", "held up a sign"
    found = index("verbs").get(lemma, ())
    if lemma in cues("states_or_acts"):
        return tuple(frame for frame in found if (frame.relation is Relation.CONTROLS) == tells_state(verb))
    return found


def is_particle(word: Token) -> bool:
    """Whether a word is part of the verb above it, and no preposition taken for that: "up" in "took up arms"."""
    if word.dep_ != "prt" or dependents(word, "pobj"):
        return False
    return not (word.lower_ in {"on", "upon", "at"} and is_passive(word.head))  # "was fired on by X"


def object_nouns(verb: Token) -> Iterator[str]:
    """Lemmas of the nouns that are a verb's object: "control" in "take control"."""
    for child in verb.children:
        if child.pos_ == "NOUN" and (child.dep_ in {"dobj", "nsubjpass"} or is_late_adverb(child)):
            yield child.lemma_.lower()
    if verb.tag_ == "VBD" and verb.dep_ == "amod" and verb.head.pos_ == "NOUN":
        yield verb.head.lemma_.lower()


def is_late_adverb(noun: Token) -> bool:
    """Whether a span of time is what is given: "gave them 48 hours to leave"."""
    return noun.dep_ == "npadvmod" and noun.i > noun.head.i


def complements(verb: Token) -> Iterator[str]:
    """The words that complete a verb: "shoot down", "pull out", "shoot dead", "take hostage"."""
    for child in verb.children:
        if child.dep_ in COMPLETIONS and abs(child.i - verb.i) <= REACH_OF_VERB and not opens_time(child):
            yield child.lower_
        if child.dep_ == "ccomp" and child.pos_ == "ADJ":  # "holds X responsible", read as a clause
            yield child.lower_
        if child.dep_ == "dobj":  # "shot dead two judges", "held X responsible", the adjective hung on the object
            beside = {verb.i + 1, child.i + 1}
            yield from (word.lower_ for word in child.children if word.i in beside and word.pos_ == "ADJ")


def opens_time(word: Token) -> bool:
    """Whether a preposition stands before a time, which completes no verb: "took Darna on Monday"."""
    return word.dep_ == "prep" and any(map(is_time, dependents(word, "pobj")))


@remembered
def noun_frames(trigger: Token) -> tuple[Frame, ...]:
    """The frames of an event noun; a noun that modifies another one names no event."""
    if trigger.dep_ in {"compound", "nmod"} and trigger.head.i > trigger.i:
        return ()
    nouns, lemma = index("nouns"), noun_lemma(trigger)
    if trigger.pos_ == "PROPN":
        if trigger.ent_type_ and not trigger.text.islower():
            return ()
        lemma = lemma if lemma in nouns else lemma.removesuffix("s")
    before = trigger.doc[trigger.i - 1] if trigger.i else trigger
    longer = nouns.get(f"{before.lower_} {lemma}", ()) if before.head == trigger else ()
    if before.dep_ == "compound":
        return longer or nouns.get(lemma, ())
    return (*longer, *nouns.get(lemma, ()))  # a "joint raid" is an alliance and a raid


def noun_lemma(noun: Token) -> str:
    """The lemma of a noun, for one that the tagger calls a verb its own form: "fighting" and not "fight"."""
    return noun.lower_ if noun.tag_ == "VBG" else noun.lemma_.lower()


def is_event_noun(token: Token) -> bool:
    """Whether the word names something that happens, through which somebody acts."""
    return is_noun(token) and any(frame.relation in HAPPENINGS for frame in noun_frames(token))


def fits(trigger: Token, frame: Frame) -> bool:
    """Whether the words at a trigger include what the frame needs, and nothing that it excludes."""
    is_attack = frame.relation is ATTACKS
    if (frame.in_words or is_attack) and frame.in_words != is_of_words(trigger):
        return False
    if is_attack and (runs_onto_mine(trigger) or is_exchanged(trigger)):
        return False
    if frame.intransitive and dependents(trigger, "dobj"):
        return False
    if frame.relation is Relation.KILLS and not cues("corpses").isdisjoint(lemmas_of(patients(trigger))):
        return False
    if frame.falls_on and frame.falls_on.isdisjoint(lemmas_of(patients(trigger))):
        return False
    if frame.done_by and frame.done_by.isdisjoint(lemmas_of(agents(trigger))):
        return False
    if not frame.needs and not frame.excludes:
        return True
    lemmas = lemmas_around(trigger)
    return lemmas.isdisjoint(frame.excludes) and (not frame.needs or not lemmas.isdisjoint(frame.needs))


@remembered
def lemmas_around(trigger: Token) -> frozenset[str]:
    """The lemmas of the words at a trigger that tell what it means there: those after it, and a passive's subject."""
    beside = {token for verb in dependents(trigger, "conj") if is_verbal(verb) for token in verb.subtree}
    lemmas = lemmas_of([token for token in trigger.subtree if token.i > trigger.i and token not in beside])
    if trigger.dep_ == "acl":
        lemmas.add(trigger.head.lemma_.lower())  # "a plan accepted by X"
    subjects = dependents(trigger, "nsubjpass")  # "the hostage Jane Doe was released"
    lemmas |= lemmas_of(word for subject in subjects for word in (subject, *subject.lefts))
    return frozenset(lemmas)


def runs_onto_mine(verb: Token) -> bool:
    """Whether a vehicle hits what explodes under it: "their car hit a landmine" tells of no attack by those in it."""
    if not is_verbal(verb) or verb.lemma_ not in cues("targeting_verbs"):
        return False
    return any(target.lemma_.lower() in cues("hidden_explosives") for target in patients(verb))


def is_exchanged(shots: Token) -> bool:
    """Whether two sides shoot at one another: "exchanged gunfire near Darna" tells of no attack on Darna."""
    return shots.dep_ == "dobj" and any(f.two_sided and f.relation is CLASHES for f in verb_frames(shots.head))


def lemmas_of(words: Iterable[Token]) -> set[str]:
    """The lemmas of some words in lower case."""
    return {word.lemma_.lower() for word in words}


def evokes(token: Token, *relations: Relation) -> bool:
    """Whether the word triggers a frame of one of these relations."""
    return any(frame.relation in relations and fits(token, frame) for frame in frames_of(token))
