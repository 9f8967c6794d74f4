"""The words that fill the slots of a frame."""

from collections.abc import Callable, Iterator

from kg.extract import roles
from kg.extract.frames.affected import bears_arms, harmed_before, is_force_name, place_as_object, taking_verb
from kg.extract.frames.anaphora import recent
from kg.extract.frames.candidate import Filler
from kg.extract.frames.frame import Slot
from kg.extract.frames.sides import joined_by_dash, sides_around
from kg.extract.frames.triggers import frames_of
from kg.extract.lexicon import cues, head_nouns
from kg.extract.syntax.coordination import conjuncts
from kg.extract.syntax.dependencies import dependents, has_infinitive_marker
from kg.extract.syntax.modifiers import modifiers, sites
from kg.extract.syntax.possession import possessors
from kg.extract.syntax.word_classes import is_noun, is_time, is_verbal
from kg.language.words import Token
from kg.link.gazetteer import country_of, is_demonym
from kg.model import EntityType, Relation

AFTERWARDS = frozenset({"after", "following"})
THREATS = frozenset({Relation.ATTACKS, Relation.SEIZES, Relation.KILLS})


def slot_fillers(trigger: Token, slot: str) -> tuple[Token, ...]:
    """The head tokens that fill a slot of a trigger; a slot that is no `Slot` is a preposition."""
    find = FILLERS.get(slot)
    found = roles.at_preposition(trigger, slot) if find is None else find(trigger)
    if slot == "of":
        found = tuple([t for t in found if not does(trigger, t)])
    return tuple([t for t in found if not (is_time(t) or is_asked(t) or goes_off(trigger, t))]) if found else ()


def doers(event: Token) -> tuple[Token, ...]:
    """Who does what a noun tells of, after its "of": "an attack of the rebels", not "the shelling of rebels"."""
    return tuple(token for token in roles.at_preposition(event, "of") if does(event, token))


def does(event: Token, body: Token) -> bool:
    """Whether "of" after an event is before who bears arms and acts in it."""
    return event.lemma_.lower() in cues("acts_of_doers") and (bears_arms(body) or is_force_name(body))


def goes_off(event: Token, weapon: Token) -> bool:
    """Whether an explosion is that of a weapon, which it then does not hit: "the explosion of a car bomb"."""
    return event.lemma_ in cues("explosions") and weapon.lemma_.lower() in cues("explosives")


def is_asked(noun: Token) -> bool:
    """Whether a noun is asked for and not told: "it is unclear how many people were killed"."""
    is_how = "how" in noun.sent.words  # few sentences have it
    return is_how and any(word.lower_ == "how" for amount in noun.lefts for word in amount.lefts)


def first_filled(trigger: Token, slots: tuple[str, ...]) -> list[Filler]:
    """The fillers of the first slot that has any."""
    for slot in slots:
        found = slot_fillers(trigger, slot)
        if found and (others := [Filler(token) for token in found if token != trigger]):
            return others
    return []


def agents_of_verb(trigger: Token) -> tuple[Token, ...]:
    """Who acts, for a trigger that is a verb."""
    return roles.agents(trigger) if is_verbal(trigger) else ()


def patients_of_verb(trigger: Token) -> tuple[Token, ...]:
    """Who undergoes it, for a trigger that is a verb."""
    return roles.patients(trigger) if is_verbal(trigger) else ()


def agents_of_content(verb: Token) -> tuple[Token, ...]:
    """Of whom a clause under the verb tells: "X" in "demanded that X withdraw", "called X a butcher"; no pronoun."""
    clauses = dependents(verb, "ccomp", "acl")
    acting = [agent for clause in clauses if is_verbal(clause) for agent in roles.agents(clause)]
    named = [subject for clause in clauses if is_noun(clause) for subject in dependents(clause, "nsubj")]
    return tuple(token for token in (*acting, *named) if token.pos_ != "PRON")


def agents_of_condition(verb: Token) -> tuple[Token, ...]:
    """Who does what a condition under the verb or its clause says: "X" in "warned of strikes if X does not stop"."""
    clauses = [c for above in (verb, *dependents(verb, "ccomp", "xcomp")) for c in dependents(above, "advcl")]
    conditions = [c for c in clauses if any(mark.lower_ in cues("conditional_marks") for mark in dependents(c, "mark"))]
    found = (agent for clause in conditions for agent in (roles.agents(clause) or roles.patients(clause)))
    is_clear = len(roles.agents(verb)) == 1  # after several, a pronoun may stand for one of them
    return tuple(agent for agent in found if is_clear or agent.pos_ != "PRON")


def is_menace(verb: Token, clause: Token) -> bool:
    """Whether a clause under a warning tells what the speaker's own side will do: "warned that X would be hit"."""
    foretells = clause.dep_ == "ccomp" or verb.lemma_ in cues("telling_verbs")
    if foretells and not any(c.lower_ in cues("menacing_modals") for c in dependents(clause, "aux")):
        return False
    return all(agent.pos_ == "PRON" for agent in roles.agents(clause)) or clause.dep_ in {"xcomp", "acl"}


def threatened(verb: Token) -> tuple[Token, ...]:
    """Whom the act falls on that a verb threatens, and whose acts would bring it on.

    X in "threatened to attack X", "vowed to go on with strikes on X", "warned that X would be hit".
    """
    above = (verb, *dependents(verb, "dobj"))  # "reserved the right to strike X"
    below = [clause for word in above for clause in dependents(word, "xcomp", "ccomp", "acl")]
    clauses = [clause for clause in below if is_verbal(clause) and is_menace(verb, clause)]
    joined = [act for clause in clauses for act in (clause, *dependents(clause, "conj")) if is_verbal(act)]
    acts = [act for verb in joined for act in (verb, *acts_meant(verb))]
    found = [token for act in acts for token in targets_of_act(act)]
    found += [token for clause in below if is_verbal(clause) for token in made_to_pay(clause)]
    return tuple(dict.fromkeys((*found, *(agents_of_condition(verb) if found else ()))))


def acts_meant(verb: Token) -> tuple[Token, ...]:
    """What somebody does not hesitate to do, or acts for: "sending troops to hunt X"."""
    ready = dependents(verb, "xcomp") if verb.lemma_ in cues("hesitating_verbs") else ()
    return (*ready, *(clause for clause in dependents(verb, "advcl") if has_infinitive_marker(clause)))


def made_to_pay(clause: Token) -> tuple[Token, ...]:
    """Who will pay for something: "X" in "said that X would pay a heavy price", "X will face the consequences"."""
    if not any(child.lower_ in cues("menacing_modals") for child in dependents(clause, "aux")):
        return ()
    fates = {clause.lemma_, *(f"{clause.lemma_} {noun.lemma_}" for noun in dependents(clause, "dobj"))}
    own = roles.agents(clause) if fates & cues("threatened_fates") else ()
    return tuple(token for token in own if token.pos_ != "PRON")


def targets_of_act(act: Token) -> Iterator[Token]:
    """Whom an act of force falls on, told by a verb or by its object: "attack X", "launch strikes on X"."""
    if act.lemma_ in cues("threatened_acts"):
        yield from (filler.token for filler in first_filled(act, ("patient", "against", "to")))
    for event in (act, *dependents(act, "dobj")):
        for frame in frames_of(event):
            if frame.relation in THREATS:
                found = first_filled(event, frame.object)
                if not found and frame.relation is Relation.ATTACKS and not is_verbal(event):
                    found = place_as_object(event)
                yield from (filler.token for filler in found)


def intended(verb: Token) -> tuple[Token, ...]:
    """Whom the act falls on that something is used for: "X" in "used tear gas to disperse X"."""
    purposes = (clause for clause in dependents(verb, "xcomp", "advcl", "acl") if has_infinitive_marker(clause))
    below = (*purposes, *(c for noun in dependents(verb, "dobj") for c in dependents(noun, "acl")))
    clauses = (clause for clause in below if clause.lemma_ in cues("driving_verbs"))
    return next((found for clause in clauses if (found := roles.patients(clause))), ())


def authors(noun: Token) -> tuple[Token, ...]:
    """The owner of an event whose "of" says whom it befell: "the army" in "the army's killing of ten villagers"."""
    return possessors(noun) if any(child.lower_ == "of" for child in noun.rights) else ()


def recipients(verb: Token) -> tuple[Token, ...]:
    """Whom something is given: "X" in "gave X an ultimatum"."""
    return tuple(t for receiver in dependents(verb, "dative") for t in conjuncts(receiver) if t.pos_ != "ADP")


def taken_afterwards(departure: Token) -> tuple[Token, ...]:
    """What others took when somebody had left: "the army seized the town after the rebels withdrew"."""
    marks = dependents(departure, "mark") if is_verbal(departure) else ()
    phrase = departure.head if departure.dep_ == "pobj" else next(iter(marks), departure)
    verb = phrase.head if departure.dep_ == "pobj" else departure.head
    verb = verb.head if verb.dep_ == "dobj" else verb  # "seized the town after …", the phrase hung on the town
    if phrase.lower_ not in AFTERWARDS or not is_verbal(verb):
        return ()
    frames = (frame for frame in frames_of(verb) if frame.relation is Relation.SEIZES)
    return tuple(filler.token for frame in frames for filler in first_filled(verb, frame.object))


def earlier_targets(responsibility: Token) -> tuple[Token, ...]:
    """Whom the latest attack hit before a "responsibility" that does not say for what."""
    if any(child.lower_ == "for" for child in responsibility.children):
        return ()
    for earlier in recent(responsibility):
        for frame in frames_of(earlier):
            if frame.relation is Relation.ATTACKS:
                found = first_filled(earlier, frame.object)
                if not found and not is_verbal(earlier):
                    found = place_as_object(earlier)
                if found:
                    return tuple(filler.token for filler in found)
    return harmed_before(responsibility)


def context_agents(event: Token) -> tuple[Token, ...]:
    """Who acts in the clause that an event is a circumstance of; who takes a place acted in the offensive before it."""
    if found := roles.context_agents(event):
        return () if undergoes_around(event) else found
    verb = taking_verb(event)
    return roles.agents(verb) if verb is not None else ()


def acting_modifiers(noun: Token) -> tuple[Token, ...]:
    """The names and forces before a noun that may act in it; a place before an attack says where it was."""
    if not any(frame.relation is Relation.ATTACKS for frame in frames_of(noun)):
        return modifiers(noun)
    where = sites(noun)
    named = tuple(token for token in modifiers(noun) if token not in where and not is_of_target(token, noun))
    return named or tuple(t for t in dependents(noun, "compound") if t.lemma_ in cues("bodies_before_nouns"))


def is_of_target(name: Token, event: Token) -> bool:
    """Whether a country before an event says where it was, or whose its target: "an Iraqi mosque bombing"."""
    if event.lemma_ not in cues("attacks_named_by_target") or not (is_demonym(name.text) or country_of(name.text)):
        return False
    between = [word for word in event.doc[name.i + 1 : event.i] if word.dep_ == "compound" and word.pos_ == "NOUN"]
    targets = head_nouns(EntityType.PLACE) | cues("gatherings", "public_vehicles")
    is_site = not is_demonym(name.text) and not name.text.isupper() and event.lemma_ in cues("attacks_named_by_place")
    return between[-1].lemma_ in targets if between else is_site and name.i + 1 == event.i


def undergoes_around(event: Token) -> bool:
    """Whether the subject of the clause around an event suffers and does not act: "ten died in the attack"."""
    verb = roles.circumstantial_verb(event)
    if verb is None:
        return False
    return verb.lemma_ in cues("undergoing_verbs") or any(Slot.AGENT in frame.object for frame in frames_of(verb))


FILLERS: dict[str, Callable[[Token], tuple[Token, ...]]] = {
    Slot.AGENT: agents_of_verb,
    Slot.PATIENT: patients_of_verb,
    Slot.POSSESSOR: possessors,
    Slot.MODIFIER: acting_modifiers,
    Slot.CARRIER: roles.carriers,
    Slot.UNDERGOER: roles.undergoers,
    Slot.CONTEXT: context_agents,
    Slot.BETWEEN: roles.between,
    Slot.DESCRIBED: roles.described,
    Slot.CAUSER: roles.causers,
    Slot.TARGETED: roles.targeted,
    Slot.TALLIED: roles.tallied,
    Slot.AROUND: sides_around,
    Slot.JOINED: joined_by_dash,
    Slot.CONTENT: agents_of_content,
    Slot.CONDITION: agents_of_condition,
    Slot.RECIPIENT: recipients,
    Slot.THREATENED: threatened,
    Slot.COUNTED_AMONG: roles.counted_among,
    Slot.INTENDED: intended,
    Slot.DOER: doers,
    Slot.AUTHOR: authors,
    Slot.CLAIMER: roles.claimers,
    Slot.ANSWERER: roles.answerers,
    Slot.FIRED_ON: roles.fired_on,
    Slot.RECEIVER: roles.receivers,
    Slot.TAKEN: taken_afterwards,
    Slot.EARLIER: earlier_targets,
}
"""What finds the fillers of each slot."""
