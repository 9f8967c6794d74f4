"""Who acts through an event or a piece of equipment: "the attack killed ten", "Libyan jets struck"."""

from collections.abc import Iterator

from kg.extract.frames.anaphora import introduces_attack, is_definite, points_back, recent
from kg.extract.frames.candidate import Filler
from kg.extract.frames.opponents import opponents_in_clause, opponents_of_fallen
from kg.extract.frames.slots import slot_fillers
from kg.extract.frames.triggers import evokes, frames_of, is_event_noun, noun_frames
from kg.extract.lexicon import cues, head_nouns
from kg.extract.roles import agents, claimers
from kg.extract.syntax.coordination import conjuncts
from kg.extract.syntax.dependencies import dependents, has_infinitive_marker
from kg.extract.syntax.modifiers import modifiers
from kg.extract.syntax.possession import possessors
from kg.extract.syntax.prepositions import prepositional
from kg.extract.syntax.semantic_heads import counted
from kg.extract.syntax.voice import is_passive
from kg.extract.syntax.word_classes import is_verbal
from kg.language.words import Token
from kg.link.gazetteer import is_demonym, known_actor
from kg.model import EntityType, Relation

ORIGIN = frozenset({"from", "by"})
OWNING = frozenset({"of"})
WITHIN = frozenset({"in", "during"})
JOINED = frozenset({"conj", "acl", "amod", "xcomp", "oprd"})
VIOLENT = frozenset({Relation.ATTACKS, Relation.CLASHES_WITH, Relation.KILLS})


def behind(filler: Filler) -> list[Filler]:
    """Who acts through an event or a piece of equipment; anybody else acts alone."""
    return [actor for inner in behind_event(filler) for actor in behind_equipment(inner)]


def behind_event(filler: Filler) -> list[Filler]:
    """Who acts in the event that a noun names; another noun stands for itself."""
    if not is_event_noun(filler.token) or is_equipment(filler.token):
        return [filler]
    return [Filler(f.token, f.instrument, filler.steps + 1) for f in event_actors(filler.token)]


def behind_equipment(filler: Filler) -> list[Filler]:
    """The owners of equipment, which becomes the instrument: "Libyan jets", "the army's drones", "missiles from X"."""
    token = counted(filler.token)
    if not is_equipment(token):
        return [filler]
    named = modifiers(token)
    owners = launchers(token) or possessors(token) or tuple(t for t in named if is_demonym(t.text)) or named
    owners = owners or prepositional(token, ORIGIN) or origin_of_joined(token) or users(token) or claimers(token)
    owners = owners or forces_of(token) or owners_before(token)
    if not owners and is_definite(token):
        return [Filler(f.token, token, f.steps + 1) for f in attackers_before(token)] or [filler]
    return [Filler(owner, token, filler.steps) for owner in owners] or [filler]


def launchers(weapon: Token) -> tuple[Token, ...]:
    """Who sent a weapon off, as the clause after it tells: "missiles fired by X", "fired in X's attack"."""
    for clause in dependents(weapon, "acl", "relcl"):
        for verb in (clause, *dependents(clause, "xcomp", "ccomp")):
            if verb.lemma_ in cues("launching_verbs"):
                in_events = (f.token for event in violent_events(verb) for f in event_actors(event))
                return agents(verb) or tuple(in_events)
    return ()


def users(weapon: Token) -> tuple[Token, ...]:
    """Who uses a weapon in the clause that it is the object of: "they deployed a drone to attack X"."""
    verb = weapon.head
    uses = weapon.dep_ == "dobj" and verb.lemma_ in cues("using_verbs", "launching_verbs")
    return agents(verb) if uses else ()


def forces_of(equipment: Token) -> tuple[Token, ...]:
    """The forces named after equipment as its owners: "jets of the Libyan Air Force"."""
    named = (token for token in prepositional(equipment, OWNING) if token.pos_ == "PROPN")
    return tuple(t for t in named if t.lower_ in head_nouns(EntityType.ARMED_GROUP) or known_actor(t.text) is not None)


def owners_before(token: Token) -> tuple[Token, ...]:
    """Whose equipment of this kind the text spoke of last: "a missile hit X" after "the Libyan missiles"."""
    for earlier in recent(token):
        if earlier.lemma_ == token.lemma_:
            demonyms = tuple(owner for owner in modifiers(earlier) if is_demonym(owner.text))
            if owners := possessors(earlier) or demonyms:
                return owners
    return ()


def attackers_before(weapon: Token) -> list[Filler]:
    """Who acts in the attack that the text spoke of last: "the missiles" after "Libyan strikes on Darna"."""
    earlier = next((token for token in recent(weapon) if introduces_attack(token)), None)
    return event_actors(earlier) if earlier is not None else []


def is_equipment(token: Token) -> bool:
    """Whether the noun names a weapon, vehicle or the like, or the use of some: "air power"."""
    lemma = token.lemma_.lower()
    return lemma in head_nouns(EntityType.EQUIPMENT) or lemma in cues("means_of_war")


def origin_of_joined(token: Token) -> tuple[Token, ...]:
    """The origin that the last of several joined nouns carries for all: "missiles and drones from X"."""
    joined = [other for noun in (token, *dependents(token, "appos")) for other in (noun, *noun.conjuncts)]
    last = max(joined, key=lambda noun: noun.i)
    return prepositional(last, ORIGIN) if last.i > token.i else ()


def event_actors(event: Token) -> list[Filler]:
    """Who acts in an event noun, by the slots of its own frame, else in the event that it points back to."""
    for frame in noun_frames(event):
        for slot in () if frame.two_sided else frame.subject:
            tokens = (t for t in slot_fillers(event, slot) if t != event and not is_event_noun(t))
            if found := [actor for token in tokens for actor in behind_equipment(Filler(token))]:
                return found
    if all(frame.two_sided for frame in noun_frames(event)):
        return []  # "the clashes" are no attack told before
    return [Filler(f.token, f.instrument, f.steps + 1) for f in actors_before(event)]


def actors_before(event: Token) -> list[Filler]:
    """Who acts in the attack that a noun points back to: "the attack" after "an attack by X", "X attacked Darna"."""
    if not points_back(event) or any(frame.two_sided for frame in noun_frames(event)):
        return []
    for earlier in recent(event):
        if introduces_attack(earlier):
            return event_actors(earlier)
        if (event.dep_ == "nsubj" or is_told_right_before(earlier, event)) and tells_attack(earlier):
            found = [actor for agent in agents(earlier) for actor in behind(Filler(agent))]
            return [actor for actor in found if not is_equipment(actor.token)]
    return []


def is_told_right_before(verb: Token, event: Token) -> bool:
    """Whether a verb stands in the sentence before that of an event that harm is told of: "killed in the raid"."""
    sentence = event.sent
    is_within = event.dep_ == "pobj" and event.head.lower_ in WITHIN
    return is_within and sentence.start > verb.i and verb.sent.end == sentence.start


def tells_attack(verb: Token) -> bool:
    """Whether a verb tells of an attack as of one that happened: "attacked", but not "would attack"."""
    is_attack = is_verbal(verb) and evokes(verb, Relation.ATTACKS)
    return is_attack and all(helper.tag_ != "MD" for helper in dependents(verb, "aux"))


def linked_actors(trigger: Token) -> list[Filler]:
    """Who acts in the violent events that a death is told of: "killed in an attack by X", "when X's drone strikes"."""
    verbs = told_together(trigger)
    in_events = [
        actor
        for verb in verbs
        for event in violent_events(verb)
        for actor in event_actors(event) or opponents_of_fallen(event, verb)
        if not falls_beside(event, actor.token, verb)
    ]
    in_clauses = [actor for verb in verbs for actor in attackers_in_clauses(verb)]
    return [Filler(f.token, f.instrument, f.steps + 1) for f in in_events + in_clauses]


def falls_beside(event: Token, actor: Token, verb: Token) -> bool:
    """Whether soldiers died in what forces of their kind did: "two soldiers died in the raid", that of an army."""
    if event.lemma_ not in cues("acts_of_forces") or not points_back(event):
        return False
    is_of_state = is_demonym(actor.text) or not cues("words_of_state_forces", "nouns_for_troops").isdisjoint(
        {actor.lower_, actor.lower_.removesuffix("s")}
    )
    fallen = (noun for end in dependents(verb, "nsubj", "nsubjpass", "dobj") for noun in conjuncts(end))
    return is_of_state and any(counted(noun).lemma_ in cues("nouns_for_troops") for noun in fallen)


def told_together(trigger: Token) -> list[Token]:
    """A word for a death and the verbs joined to it, which tell of one event: "ten were killed and five injured"."""
    top = trigger
    while goes_on_telling(top):
        top = top.head
    return [top, *(token for token in telling_with(top) if token != top)]


def telling_with(verb: Token) -> list[Token]:
    """A verb and those under it that go on with the same telling, in the order of the text."""
    before = [token for child in verb.lefts if goes_on_telling(child) for token in telling_with(child)]
    after = [token for child in verb.rights if goes_on_telling(child) for token in telling_with(child)]
    return [*before, verb, *after]


def goes_on_telling(token: Token) -> bool:
    """Whether a word goes on with the telling of the word above it: "ten were killed while five were injured"."""
    if token.dep_ == "advcl" and any(mark.lower_ == "while" for mark in dependents(token, "mark")):
        return is_passive(token) and is_passive(token.head)
    return (token.dep_ in JOINED and not is_contrasted(token)) or (token.dep_ == "ccomp" and is_run_on(token))


def is_contrasted(verb: Token) -> bool:
    """Whether "but" parts a joined clause with its own subject from the one before."""
    is_own = verb.dep_ == "conj" and bool(dependents(verb, "nsubj", "nsubjpass"))
    return is_own and any(c.dep_ == "cc" and c.lower_ == "but" for c in verb.head.children)


def is_run_on(verb: Token) -> bool:
    """Whether a clause stands beside the verb above and not under it: "ten are killed, five are injured"."""
    return verb.i < verb.head.i and is_passive(verb) and not dependents(verb, "mark")


def violent_events(verb: Token) -> Iterator[Token]:
    """The events in a verb's phrases: "killed in an attack", "following an attack"."""
    for noun in (*prepositional(verb, cues("event_links")), *objects_of_following(verb), *events_told_of(verb)):
        if noun.pos_ in {"NOUN", "PROPN"} and any(frame.relation in VIOLENT for frame in noun_frames(noun)):
            yield noun


def events_told_of(verb: Token) -> tuple[Token, ...]:
    """The event whose relative clause a verb stands in: "a raid by X in which ten were killed"."""
    is_within = any(
        child.dep_ == "prep" and any(c.lower_ == "which" for c in child.children) for child in verb.children
    )
    if verb.dep_ != "relcl" or not is_within:
        return ()
    noun = verb.head
    return (noun, noun.head.head) if noun.dep_ == "pobj" else (noun,)  # the clause may hang on X


def objects_of_following(verb: Token) -> tuple[Token, ...]:
    """The event after "following", which the parser takes for a verb."""
    links = (child for child in verb.children if child.lower_ == "following")
    return tuple(t for link in links for noun in dependents(link, "dobj", "pobj") for t in conjuncts(noun))


def attackers_in_clauses(verb: Token) -> Iterator[Filler]:
    """Who attacks in a verb's adverbial clauses: "died when X shelled the camp"; not "when a bomb exploded".

    What somebody did later in order to attack is none: "ten were killed and troops were sent to hunt the gunmen".
    """
    for clause in dependents(verb, "advcl"):
        if is_verbal(clause) and evokes(clause, Relation.CLASHES_WITH):
            yield from opponents_in_clause(clause, verb)
        elif is_verbal(clause) and evokes(clause, Relation.ATTACKS) and not has_infinitive_marker(clause):
            only_weapons = any(frame.done_by for frame in frames_of(clause))
            found = (actor for agent in agents(clause) for actor in behind(Filler(agent)))
            yield from (actor for actor in found if not only_weapons or not is_equipment(actor.token))
