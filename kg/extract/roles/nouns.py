"""The roles of event nouns that the clause around them fills."""

from kg.extract.lexicon import cues
from kg.extract.roles.light_verbs import outermost
from kg.extract.roles.verbs import agents, patients
from kg.extract.syntax.coordination import conjuncts
from kg.extract.syntax.dependencies import SUBJECTS, dependents
from kg.extract.syntax.possession import shared_possessor
from kg.extract.syntax.prepositions import objects_of, prepositional
from kg.extract.syntax.voice import is_passive
from kg.extract.syntax.word_classes import NOMINAL, is_verbal
from kg.language.words import Token

BEING_UNDER = frozenset({"come", "be", "remain", "stay", "fall"})
TO = frozenset({"to"})
OF = frozenset({"of"})
SUFFERING = frozenset({"with", "for"})
REACHING = frozenset({"to", "at"})
CIRCUMSTANCES = frozenset({"in", "during", "with", "through", "via"})


def undergoers(noun: Token) -> tuple[Token, ...]:
    """What suffers a noun's event: "survived an attack", "came under attack", "a town under siege"."""
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in cues("undergoing_verbs"):
        return agents(verb)
    if noun.dep_ == "pobj" and verb.lower_ in SUFFERING and verb.head.lemma_ in cues("surviving_verbs"):
        return patients(verb.head) or agents(verb.head)  # "escaped with injuries", "left ten people with injuries"
    is_held = verb.lower_ == "in" and noun.lemma_ in cues("holding_nouns")
    if noun.dep_ != "pobj" or (verb.lower_ != "under" and not is_held):
        return ()
    above = verb.head
    if above.pos_ in NOMINAL:
        return conjuncts(above)
    return agents(above) if above.lemma_ in BEING_UNDER else ()


def surrounding_verb(noun: Token, prepositions: frozenset[str]) -> Token | None:
    """The verb that an event noun is a circumstance of by one of these prepositions: "killed ten in an attack"."""
    noun = outermost(noun)
    if noun.dep_ != "pobj" or noun.head.lower_ not in prepositions:
        return None
    verb = noun.head.head
    if verb.dep_ == "dobj":
        verb = verb.head  # "killed ten fighters in an attack", the phrase hung on the fighters
    return verb if is_verbal(verb) else None


def context_agents(noun: Token) -> tuple[Token, ...]:
    """Who acts in the clause that a noun is a circumstance of: "they" in "they killed ten in an attack".

    It may be told right after their name: "the army, with support from X, left".
    """
    above = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "with" and above.dep_ in SUBJECTS:
        return conjuncts(above)
    if noun.dep_ == "pobj" and noun.head.lower_ == "at" and noun.lemma_ == "war":
        return conjuncts(above) if above.pos_ in NOMINAL else agents(above)  # "X, at war with Y, left"
    verb = circumstantial_verb(noun)
    return agents(verb) if verb is not None and verb.lemma_ not in cues("undergoing_verbs") else ()


def circumstantial_verb(noun: Token) -> Token | None:
    """The verb of the clause that a noun is a circumstance of: "killed" in "they killed ten in an attack"."""
    return surrounding_verb(noun, CIRCUMSTANCES)


def between(trigger: Token) -> tuple[Token, ...]:
    """The sides of a two-sided noun or verb, where the text joins them: "between A and B"."""
    own = sides_at(trigger)
    verb = trigger.head
    if own or trigger.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
        return own
    return sides_at(verb)  # "clashes erupted between A and B"


def sides_at(token: Token) -> tuple[Token, ...]:
    """The sides of a "between" that hangs on a word or on a participle after it."""
    for child in token.children:
        if child.lower_ in {"between", "among"}:
            sides = objects_of(child)
            split = [owner for side in sides if (owner := shared_possessor(side)) is not None]
            return (*split, *sides)
        if child.dep_ in {"acl", "amod"} and (inner := sides_at(child)):
            return inner
    return ()


def causers(state: Token) -> tuple[Token, ...]:
    """Who brings a state about: "the blast" in "the blast left three people dead", "left three people wounded"."""
    verb = state.head
    if state.dep_ in {"acl", "amod"} and verb.dep_ == "dobj":
        verb = verb.head
    return agents(verb) if verb.lemma_ == "leave" and is_verbal(verb) else ()


def tallied(toll: Token) -> tuple[Token, ...]:
    """Whom a toll counts: "at least 20 people" in "the toll rises to at least 20 people", "a death toll of 20".

    One that no longer holds counts nobody: "an earlier toll of ten".
    """
    verb = toll.head
    if any(word.lower_ in cues("words_for_outdated") for word in toll.lefts):
        return ()
    own = prepositional(toll, OF)
    if own or toll.dep_ not in {"nsubj", "dobj"} or not is_verbal(verb):
        return own
    return prepositional(verb, REACHING) or dependents(verb, "attr", *(() if toll.dep_ == "dobj" else ("dobj",)))


def counted_among(noun: Token) -> tuple[Token, ...]:
    """Who is said to be one of several: "X" in "X was among the dead", "among the dead was X"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "among":
        return ()
    verb = noun.head.head
    if not is_verbal(verb):
        return ()
    own = patients(verb) if is_passive(verb) else dependents(verb, "nsubj", "attr")
    return tuple(t for subject in own for t in conjuncts(subject))


def targeted(event: Token) -> tuple[Token, ...]:
    """What a participle after an event noun says was hit: "X" in "an attack targeting X"."""
    clauses = (c for c in event.children if c.dep_ == "acl" and c.lemma_ in cues("targeting_verbs"))
    return tuple(target for clause in clauses for target in patients(clause))


def receivers(noun: Token) -> tuple[Token, ...]:
    """To whom the verb above a noun hands it: "handed over control to X", "control was transferred to X"."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.dep_ == "prt":
        verb = verb.head  # "over control", the particle taken for a preposition
    return prepositional(verb, TO) or prepositional(noun, TO) if verb.lemma_ in cues("handing_verbs") else ()
