"""Whom an attack hit when no slot of its noun says so: the force of those it killed, or the place where it was."""

from kg.extract.frames.anaphora import points_back, recent
from kg.extract.frames.candidate import Filler
from kg.extract.frames.triggers import evokes
from kg.extract.lexicon import cues, head_nouns
from kg.extract.roles import agents, at_object, carrying_participle, light_verb, outermost, patients, surrounding_verb
from kg.extract.syntax.dependencies import dependents
from kg.extract.syntax.modifiers import modifiers, name_start, sites
from kg.extract.syntax.prepositions import prepositional
from kg.extract.syntax.semantic_heads import counted
from kg.extract.syntax.voice import is_passive
from kg.extract.syntax.word_classes import is_name, is_verbal
from kg.language.words import Token
from kg.link.gazetteer import is_demonym, known_actor
from kg.model import EntityType, Relation

AGENCY = frozenset({"by"})
CIRCUMSTANCES = frozenset({"in", "during", "with", "through", "via"})
MEMBERSHIP = frozenset({"of", "from"})
PRECEDING = frozenset({"in", "during", "after", "following"})
RESULTING = frozenset({"in", "to"})
HARM = (Relation.KILLS, Relation.INJURES)


def killing_verb(event: Token) -> Token | None:
    """The verb that tells whom an event killed or wounded: "the strike killed ten", "ten were killed in a strike"."""
    top = outermost(event)
    around = top.head if top.dep_ == "nsubj" else surrounding_verb(event, cues("event_links"))
    verbs = (around, *dependents(event, "relcl", "acl"))
    return next((verb for verb in verbs if verb is not None and evokes(verb, *HARM)), None)


def victims_force(event: Token) -> list[Filler]:
    """The armed body whose members an event killed: "the strike killed ten Dawn fighters" is an attack on Dawn.

    Without a name for it, those themselves: "two soldiers died in an attack by the rebels".
    """
    victims = victims_of(event)
    named = [Filler(body, None, 1) for victim in victims for body in forces_of(victim)]
    is_whole = bool(prepositional(event, AGENCY) or modifiers(event)) and not points_back(event) and not sites(event)
    return named or [Filler(victim, None, 1) for victim in victims if is_whole and bears_arms(victim)]


def bears_arms(victim: Token) -> bool:
    """Whether a noun for people says that they fight: "two soldiers", "ten militiamen"."""
    return counted(victim).lemma_.lower() in cues("state_fighters", "irregular_fighters", "nouns_for_troops")


def victims_of(event: Token) -> tuple[Token, ...]:
    """Whom an event killed or wounded: "the raid killed ten guards", "a raid which resulted in the deaths of ten"."""
    verb = killing_verb(event)
    if verb is not None:
        return patients(verb)
    results = (event.head, *dependents(event, "relcl")) if event.dep_ == "nsubj" else dependents(event, "relcl")
    nouns = (noun for verb in results for noun in (*dependents(verb, "dobj"), *prepositional(verb, RESULTING)))
    deaths = (noun for noun in nouns if noun.pos_ == "NOUN" and evokes(noun, *HARM))
    return tuple(victim for noun in deaths for victim in prepositional(noun, frozenset({"of"})))


def forces_of(victim: Token) -> list[Token]:
    """The armed bodies that a victim belongs to: "Dawn" for "ten Dawn fighters"."""
    return [body for body in bodies_of(victim) if is_known_force(body) or is_force_of(victim, body)]


def sides_around(fight: Token, opponents: list[Token]) -> list[tuple[Token, Token]]:
    """Who fought whom, where the clause around a fight tells it.

    "The army killed ten Dawn fighters in clashes"; "the rebels fled after clashes with the army"; "ten Dawn fighters
    were killed in clashes with the army", where "by" would name the side that fought.
    """
    verb = surrounding_verb(fight, cues("event_links"))
    if verb is None:
        return []
    if opponents:
        by = agents(verb) if evokes(verb, *HARM) else ()
        sides = by or (patients(verb) if is_passive(verb) else agents(verb))
        return [(side, other) for one in sides for side in forces_of(one) or [one] for other in opponents]
    if not evokes(verb, *HARM):
        return []
    fallen = [body for victim in patients(verb) for body in forces_of(victim) or [victim]]
    return [(side, body) for side in agents(verb) for body in fallen if is_fighter(body)]


def is_fighter(noun: Token) -> bool:
    """Whether a name or a noun for people may stand for one side of a fight."""
    return noun.pos_ == "PROPN" or noun.lemma_ in head_nouns(EntityType.ARMED_GROUP)


def bodies_of(victim: Token) -> tuple[Token, ...]:
    """What the words around a victim's noun say that they belong to."""
    people = counted(victim)
    return (*modifiers(people), *prepositional(people, MEMBERSHIP))


def is_force_of(victim: Token, name: Token) -> bool:
    """Whether a name before a noun for fighters is that of their body: "Dawn" in "ten Dawn fighters"."""
    if counted(victim).lemma_ not in cues("irregular_fighters"):
        return False
    is_place = name.ent_type_ in {"GPE", "LOC"} or is_demonym(name.text)
    return name.lemma_ in cues("bodies") or (is_name(name) and not is_place)


def is_known_force(name: Token) -> bool:
    """Whether the name that ends in this word is that of a well-known armed body."""
    actor = known_actor(name.doc.text_of(name_start(name), name.i + 1))
    return actor is not None and actor.type is EntityType.ARMED_GROUP


def is_force_name(name: Token) -> bool:
    """Whether a name is that of an armed body, well known or by its last word: "the Dawn Brigade"."""
    return name.pos_ == "PROPN" and (name.lower_ in cues("words_of_units") or is_known_force(name))


def harmed_before(word: Token) -> tuple[Token, ...]:
    """What was hit in the last harm by nobody named before a word: "a bomb killed two at a market. X claimed it"."""
    deed = next((earlier for earlier in recent(word) if is_verbal(earlier) and evokes(earlier, *HARM)), None)
    if deed is None or not all(is_weapon_or_event(actor) or is_nameless(actor) for actor in agents(deed)):
        return ()
    armed = tuple(victim for victim in patients(deed) if bears_arms(victim))
    return armed or prepositional(deed, cues("target_place_prepositions"))


def is_weapon_or_event(actor: Token) -> bool:
    """Whether what kills only tells how: "a bomb", "an explosion"."""
    return actor.lemma_.lower() in head_nouns(EntityType.EQUIPMENT) or evokes(actor, Relation.ATTACKS)


def is_nameless(actor: Token) -> bool:
    """Whether nobody knows yet who acted: "gunmen", "unknown attackers"; not "Dawn gunmen"."""
    return actor.lemma_.lower() in cues("nouns_for_attackers") and not (modifiers(actor) or bodies_of(actor))


def place_as_object(event: Token) -> list[Filler]:
    """Where an attack fell, for one whose target is named by its place alone."""
    if is_told_by_verb(event):
        return []
    near = cues("target_place_prepositions")
    places = sites(event) or prepositional(event, near) or places_after_agent(event, near)
    verb = verb_of_event(event)
    if verb is not None:
        places = places or places_beside(event, verb, near)
    places = places or places_after_passive(event, verb, near) or places_of_damage(event, near)
    return [Filler(place, None, 1) for place in places]


def places_beside(event: Token, verb: Token, near: frozenset[str]) -> tuple[Token, ...]:
    """The places of the verb around an event, or of one joined to it that tells of the same."""
    own = prepositional(verb, near)
    if event in own:
        return tuple(place for place in own if place != event)  # "killed in a raid by X in Darna"
    found = (prepositional(joined, near) or at_object(joined, near) for joined in (verb, *dependents(verb, "conj")))
    return next((places for places in found if places), ())


def is_told_by_verb(event: Token) -> bool:
    """Whether the verb that an attack is a circumstance of tells of it: "hit the port with a strike near Darna"."""
    verb = surrounding_verb(event, CIRCUMSTANCES)
    if verb is None and event.dep_ == "pobj" and event.head.lower_ == "with":
        verb = next(filter(is_verbal, event.ancestors), None)
    return verb is not None and evokes(verb, Relation.ATTACKS) and bool(agents(verb) and patients(verb))


def taking_verb(event: Token) -> Token | None:
    """The verb by which a place is taken in an event or after it: "took the town in a dawn assault"."""
    verb = surrounding_verb(event, PRECEDING)
    return verb if verb is not None and evokes(verb, Relation.SEIZES) else None


def verb_of_event(event: Token) -> Token | None:
    """The verb whose place is the event's too: one that carries it, or that tells whom it killed."""
    return light_verb(event) or carrying_participle(event) or killing_verb(event)


def places_after_agent(event: Token, near: frozenset[str]) -> tuple[Token, ...]:
    """The places that the parser hangs on who acts: "attacks by settlers in Hebron"."""
    return tuple(t for actor in prepositional(event, frozenset({"by"})) for t in prepositional(actor, near))


def places_after_passive(event: Token, verb: Token | None, near: frozenset[str]) -> tuple[Token, ...]:
    """The places that the parser hangs on the agent of a passive: "killed in a strike by a drone in Darna".

    So it does in "a strike carried out by the army in Darna".
    """
    participle = carrying_participle(event)
    passives = (word for word in (participle, verb) if word is not None and is_passive(word))
    return tuple(
        t for word in passives for actor in agents(word) if actor.i > event.i for t in prepositional(actor, near)
    )


def places_of_damage(event: Token, near: frozenset[str]) -> tuple[Token, ...]:
    """Where the fire or damage is that an attack brings: "the strike sparked a fire at a refinery"."""
    verb = event.head
    if event.dep_ == "nsubj" and is_verbal(verb):
        damage = (noun for noun in dependents(verb, "dobj") if noun.lemma_ in cues("damage"))
        return tuple(place for noun in damage for place in (*prepositional(noun, near), *prepositional(verb, near)))
    above = surrounding_verb(event, PRECEDING)
    broke_out = above is not None and any(noun.lemma_ in cues("damage") for noun in dependents(above, "nsubj"))
    return at_object(above, near) or prepositional(above, near) if above is not None and broke_out else ()


def place_meant(area: Token) -> Token:
    """The place by name for a noun that says nothing of it: "Darna" for "areas (held by the rebels) in Darna"."""
    if area.pos_ != "NOUN" or area.lemma_.lower() not in cues("vague_places"):
        return area
    around = cues("target_place_prepositions")
    clauses = dependents(area, "acl", "relcl")
    agents = (actor for clause in clauses for actor in prepositional(clause, AGENCY))
    holders = (area, *clauses, *agents)
    return next((place for word in holders for place in prepositional(word, around) if is_name(place)), area)
