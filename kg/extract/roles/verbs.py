"""The agents and patients of verbs, shared, controlled and relative ones included.

The functions call one another, since the subject of a clause may be the subject or the object of the clause above it,
or stand behind the noun that the clause hangs on.
"""

from kg.extract.lexicon import cues, never_nouns, place_nouns
from kg.extract.roles.attachment import AUTHORSHIP, event_on, governor_of, subject_of_small_clause
from kg.extract.roles.light_verbs import carrying_participle, light_verb
from kg.extract.roles.passives import (
    agents_by,
    bare_amount,
    noun_before_auxiliary,
    subjects_of_auxiliary,
)
from kg.extract.roles.plural_verbs import last_words_before, plural_beside
from kg.extract.syntax.coordination import conjuncts, with_bodies
from kg.extract.syntax.dependencies import SUBJECTS, dependents, has_infinitive_marker
from kg.extract.syntax.modifiers import modifiers
from kg.extract.syntax.possession import possessors
from kg.extract.syntax.prepositions import prepositional
from kg.extract.syntax.semantic_heads import without_titles
from kg.extract.syntax.voice import is_passive
from kg.extract.syntax.word_classes import (
    NOMINAL,
    begins_compound,
    is_noun_taken_for_verb,
    is_time,
    is_verbal,
    stands_alone,
)
from kg.language.memory import remembered
from kg.language.words import Token

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
OF_PEOPLE = frozenset({"who", "whom"})
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
LOCATING = frozenset({"in", "at", "near", "from", "around", "outside", "inside", "across", "to"})
IN = frozenset({"in"})
APPEALED = frozenset({"to", "on", "upon", "with"})
RESULTS = frozenset({"advcl", "oprd", "ccomp", "xcomp"})
RELATIVE_CLASSES = frozenset({"PRON", "DET", "SCONJ"})


@remembered
def agents(verb: Token) -> tuple[Token, ...]:
    """Who does what the verb says: subject of the active, "by" of the passive."""
    if is_passive(verb):
        return passive_agents(verb)
    if (plural := plural_beside(verb)) is not None:
        return last_words_before(plural)
    own = tuple(subject for subject in dependents(verb, *SUBJECTS) if not begins_compound(subject))
    return with_bodies(expand(own)) or misparsed_subject(verb) or inherited_subject(verb)


def passive_agents(verb: Token) -> tuple[Token, ...]:
    """The "by" of a passive, or that of the passive it is joined to: "was stormed and burned by X"."""
    by = agents_by(verb)
    if by:
        return by
    if verb.dep_ == "conj" and not dependents(verb, "auxpass"):
        return passive_agents(verb.head) if is_verbal(verb.head) and is_passive(verb.head) else ()
    joined = (c for c in dependents(verb, "conj") if c.tag_ == "VBN" and not dependents(c, "auxpass", *SUBJECTS))
    return next((agents_by(participle) for participle in joined), ())


@remembered
def patients(verb: Token) -> tuple[Token, ...]:
    """Whom the verb's act falls on: object of the active, subject of the passive."""
    if is_passive(verb):
        return passive_patients(verb)
    own = expand(without_titles(dependents(verb, "dobj"))) or tuple(filter(stands_alone, verb.rights))
    return own or displaced_object(verb) or shared_object(verb)


def passive_patients(verb: Token) -> tuple[Token, ...]:
    """The subject of a passive, or the noun that it modifies: "the town held by X"."""
    own = expand(dependents(verb, "nsubjpass", "nsubj") or subjects_of_auxiliary(verb))
    own = own or bare_amount(verb) or noun_before_auxiliary(verb)
    if own:
        return own
    if verb.dep_ in RESULTS and verb.head.lemma_ in cues("resultative_verbs"):
        return patients(verb.head)  # "left ten people wounded"
    match verb.dep_:
        case "acl":
            nouns = conjuncts(verb.head) if verb.head.pos_ in NOMINAL else ()
            return tuple(noun for noun in nouns if noun == verb.head or not dependents(noun, "acl"))
        case "amod":
            return (verb.head,)
        case _:
            return inherited_subject(verb)


def displaced_object(verb: Token) -> tuple[Token, ...]:
    """The object that stands above its verb: "the town (that) they took", or a finite verb taken for an adjective."""
    if verb.tag_ == "VBD" and verb.dep_ == "amod":
        return (verb.head,)
    if found := subject_of_small_clause(verb):
        return expand(found)
    if verb.dep_ != "relcl" or any(c.lower_ in RELATIVES for c in dependents(verb, *SUBJECTS)):
        return ()
    return (verb.head,)


def shared_object(verb: Token) -> tuple[Token, ...]:
    """The object that joined verbs share, from before or after the verb: "shelled, stormed and seized the town"."""
    if shares_object_above(verb):
        return patients(verb.head)
    if dependents(verb, "ccomp", "xcomp", "prep"):
        return ()
    later = (dependents(c, "dobj") for c in verb.conjuncts if c.i > verb.i and is_verbal(c))
    return next((expand(objects) for objects in later if objects), ())


def shares_object_above(verb: Token) -> bool:
    """Whether a verb stands before the object of the verb it is joined to: "stormed" in "shelled and stormed X"."""
    governor = verb.head
    if verb.dep_ != "conj" or not is_verbal(governor) or dependents(verb, "prep", "prt"):
        return False
    return any(child.i > verb.i for child in dependents(governor, "dobj"))


def expand(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Each token with its conjuncts; relative pronouns become the noun they stand for, and that alone."""
    found: list[Token] = []
    for token in tokens:
        noun = antecedent(token)
        # of "X, who leads Y, and Z" only X leads
        found += conjuncts(noun)[:1] if noun != token else conjuncts(noun)
    return tuple(found)


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for, else the token itself."""
    if token.lower_ not in RELATIVES or token.pos_ not in RELATIVE_CLASSES:
        return token
    clause = token
    while clause.dep_ not in {"relcl", "ROOT"} and clause.head != clause:
        clause = clause.head
    if clause.dep_ != "relcl":
        return token
    noun = clause.head
    if token.lower_ in {"which", "that"} and token.head.lemma_ in cues("resulting_verbs"):
        noun = event_on(noun) or doer_before(noun, clause) or noun
    while noun.head.dep_ == "prep" and (is_time(noun) or (token.lower_ in OF_PEOPLE and is_whereabouts(noun))):
        noun = noun.head.head  # "the bombing on 22 May which wounded ten", "rebels in the town who had fled"
    return noun


def doer_before(place: Token, clause: Token) -> Token | None:
    """Who acts in the clause that "which" after a comma stands for: "X attacked a post near Y, which left ten dead"."""
    is_place = place.ent_type_ in PLACE_LABELS or place.lemma_.lower() in place_nouns("settlements", "regions", "sites")
    after_comma = clause.left_edge.i > 0 and clause.left_edge.nbor(-1).text == ","
    verb = next((word for word in place.ancestors if is_verbal(word)), None) if is_place and after_comma else None
    return next(iter(agents(verb)), None) if verb is not None else None


def is_whereabouts(noun: Token) -> bool:
    """Whether a noun is the place of the one before it: "rebels in the town", "villagers from Darna"."""
    is_place = noun.ent_type_ in PLACE_LABELS or noun.lemma_.lower() in place_nouns("settlements", "regions")
    whose = noun.head.head
    return noun.head.lower_ in LOCATING and whose.pos_ in NOMINAL and (is_place or whose.tag_ == "NNS")


def misparsed_subject(verb: Token) -> tuple[Token, ...]:
    """The subject of a finite verb that the parser hung elsewhere.

    A past tense before a noun is no adjective: in "The Front of X seized control" the subject is the sentence's root.
    A verb with its own auxiliary, joined to one that tells of it, has that one's object as subject: "said that X had
    gone".
    """
    if verb.tag_ == "VBD" and verb.dep_ in {"amod", "nmod"}:
        root = verb.sent.root
        return (root,) if root.pos_ in NOMINAL and root.i < verb.i else ()
    if gerunds := [word for word in dependents(verb, "aux") if word.tag_ == "VBG" and is_noun_taken_for_verb(word)]:
        return (gerunds[0],)  # "Shelling hit the town"
    if verb.dep_ in {"conj", "ccomp", "dep"} and is_verbal(verb.head):
        auxiliaries = dependents(verb, "aux", "auxpass")
        before = dependents(verb.head, "dobj")
        if auxiliaries and before and before[-1].i == auxiliaries[0].i - 1:
            return expand(before[-1:])
    return ()


def inherited_subject(verb: Token) -> tuple[Token, ...]:
    """The subject of a verb that has none of its own: shared, controlled, of a relative or participial clause."""
    governor = verb.head
    if governor == verb:
        return ()
    match verb.dep_:
        case "conj" | "dep":
            return subject_shared_with(verb)
        case "relcl":
            return () if dependents(verb, *SUBJECTS) else (governor,)
        case "acl" if is_result(verb):
            return result_subject(governor)
        case "acl":
            return noun_clause_subject(verb)
        case "xcomp" | "advcl" | "ccomp" | "prep" if is_verbal(governor):
            return controller(verb)
        case "pcomp":
            return controller(governor) if is_verbal(governor_of(governor)) else noun_clause_subject(governor)
        case _:
            return subject_of_adjective(verb)


def subject_shared_with(verb: Token) -> tuple[Token, ...]:
    """The subject that a joined verb takes from the one it is joined to; "of arming Y" is said of whom that accuses."""
    first = verb.head
    if not is_verbal(first):
        return controller(first.head) if verb.tag_ == "VBG" and first.dep_ == "pobj" else ()
    if verb.tag_ == "VBG" and first.tag_ != "VBG" and first.lemma_ in cues("accusing_verbs"):
        return expand(dependents(first, "dobj"))  # "accused X of training and arming Y"
    return patients(first) if is_passive(first) else agents(first)


def subject_of_adjective(verb: Token) -> tuple[Token, ...]:
    """Of whom the adjective above an infinitive is said: "X is due to leave", "X is unable to leave"."""
    adjective = verb.head
    is_predicate = verb.dep_ == "xcomp" and adjective.dep_ == "acomp" and is_verbal(adjective.head)
    return agents(adjective.head) if is_predicate else ()


def is_result(participle: Token) -> bool:
    """Whether a participle after a comma tells what came of all before it, though it hangs on the nearest noun."""
    noun = participle.head
    is_abstract = noun.lemma_.lower() in never_nouns() and noun.dep_ == "pobj"
    after_comma = participle.tag_ == "VBG" and participle.left_edge.i > 0 and participle.left_edge.nbor(-1).text == ","
    return after_comma and is_abstract and participle.lemma_ in cues("resulting_verbs")


def result_subject(noun: Token) -> tuple[Token, ...]:
    """Who acts in what came of the clause that a noun stands in."""
    verb = next((token for token in noun.ancestors if is_verbal(token)), None)
    return doer_of_result(verb) if verb is not None else ()


def doer_of_result(verb: Token) -> tuple[Token, ...]:
    """Who brings about what came of a clause: whom it accuses, else its subject."""
    accused = dependents(verb, "dobj") if verb.lemma_ in cues("accusing_verbs") else ()
    return expand(accused) or agents(verb)


def controller(clause: Token) -> tuple[Token, ...]:
    """Who does what a subordinate verb without subject says.

    That is the object of the verb above ("urged them to leave", "accused them of leaving"), else its subject.
    """
    governor = governor_of(clause)
    is_result_of = clause.dep_ == "advcl" and clause.tag_ == "VBG" and clause.lemma_ in cues("resulting_verbs")
    if is_passive(governor):
        if clause.lemma_ in cues("targeting_verbs") and governor.lemma_ in cues("harming_verbs"):
            return prepositional(governor, IN)  # "ten were killed in a strike on X, targeting Y"
        return passive_agents(governor) if is_result_of else patients(governor) or agents(governor)
    if governor.lemma_ in cues("appealing_verbs") and (asked := prepositional(governor, APPEALED)):
        return asked
    if is_result_of:
        return doer_of_result(governor)
    objects = dependents(governor, "dobj")
    is_given = governor.lemma_ in cues("giving_verbs")  # "pledged troops to help X"
    if clause.dep_ == "xcomp" and objects and objects[0].i < clause.i and not is_given:
        return expand(objects)
    if clause.dep_ == "prep" and governor.lemma_ in cues("object_control_verbs"):
        return expand(objects)
    if governor.lemma_ in cues("accusing_verbs") and clause.tag_ == "VBG" and objects and objects[0].i < clause.i:
        return expand(objects)  # "accused them of shelling the town, killing ten"
    return agents(governor)


def noun_clause_subject(clause: Token) -> tuple[Token, ...]:
    """Who acts in a clause on a noun: "fighters holding X"; "an attempt to take X" passes to who attempts."""
    noun = clause.head
    if noun.pos_ not in NOMINAL:
        return ()
    if noun.lemma_ == "responsibility" and is_verbal(noun.head):
        return agents(noun.head)  # "admitted responsibility for bombing X"
    if clause.dep_ == "prep" or has_infinitive_marker(clause):
        return possessors(noun) or carriers(noun) or modifiers(noun) or pursuers(noun)
    if noun.lemma_ in cues("utterances"):
        return possessors(noun) or prepositional(noun, AUTHORSHIP) or carriers(noun)  # "a statement condemning X"
    return (noun,)


def pursuers(plan: Token) -> tuple[Token, ...]:
    """Who goes on with a plan: "they pressed ahead with plans to attack X"."""
    phrase = plan.head
    is_pursued = phrase.lower_ == "with" and plan.lemma_ in cues("planned_nouns") and is_verbal(phrase.head)
    return agents(phrase.head) if is_pursued else ()


def carriers(noun: Token) -> tuple[Token, ...]:
    """The subject of the light verb that carries a noun's event: "they launched an attack", "an attack made by X"."""
    verb = light_verb(noun)
    if verb is not None:
        return () if verb.lemma_ in cues("undergoing_verbs") else agents(verb)
    participle = carrying_participle(noun)
    return passive_agents(participle) if participle is not None else ()
