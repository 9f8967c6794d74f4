"""Roles: who does what to whom in a parse. This module alone knows the grammar of English predicates.

A slot names where a filler stands relative to a trigger:

    agent       who acts: subject of the active, "by" of the passive; through conjunction, control and relative clauses
    patient     who undergoes it: object of the active, subject of the passive, the noun of a reduced relative clause
    possessor   owner of a noun: "her attack"
    modifier    a name or demonym before a noun: "Libyan airstrikes"
    carrier     subject of the light verb whose object the noun is: "they launched an attack"
    undergoer   subject of a verb whose object the noun is and that suffers it: "came under attack", "suffered an attack"
    context     who acts in the clause that a noun stands in: "they killed ten in an attack on X"
    between     both sides of "between A and B", "A and B" as carrier of a two-sided noun
    <word>      objects of that preposition at the trigger or its light verb: "attack on X", "launched an attack on X"
"""

from spacy.tokens import Token

from kg.extract.lexicon import cues
from kg.extract.phrases import NOMINAL, conjuncts, objects_of, possessors, prepositional, shared_possessor
from kg.link.gazetteer import is_demonym

RELATIVES = frozenset({"who", "which", "that", "whom"})
MODIFYING = frozenset({"amod", "compound", "nmod", "npadvmod"})
SUBJECT_DEPS = frozenset({"nsubj", "csubj"})
Tokens = tuple[Token, ...]


def fillers(trigger: Token, slot: str) -> Tokens:
    """The head tokens that fill a slot of a trigger, in the order of the text."""
    verbal = is_verbal(trigger)
    match slot:
        case "agent":
            return agents(trigger) if verbal else ()
        case "patient":
            return patients(trigger) if verbal else ()
        case "possessor":
            return possessors(trigger)
        case "modifier":
            return modifiers(trigger)
        case "carrier":
            return carriers(trigger)
        case "undergoer":
            return undergoers(trigger)
        case "context":
            return context_agents(trigger)
        case "between":
            return between(trigger)
        case _:
            return at_preposition(trigger, slot)


def is_verbal(token: Token) -> bool:
    """Whether the word is used as a verb, participles before nouns and "open fire" taken for an adjective included."""
    return token.pos_ in {"VERB", "AUX"} or (token.pos_ == "ADJ" and any(c.dep_ == "dobj" for c in token.children))


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive: "was hit", "forces backed by X", "three killed in Y"."""
    if any(c.dep_ in {"nsubjpass", "auxpass", "csubjpass"} for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN":
        return is_passive(verb.head) and not any(c.dep_ == "nsubj" for c in verb.children)
    return verb.dep_ in {"acl", "advcl", "amod", "ROOT", "ccomp", "oprd", "dep"} and not any(c.dep_ in {"dobj", "nsubj"} for c in verb.children)


def expand(tokens: Tokens) -> Tokens:
    """Each token with its conjuncts; relative pronouns become the noun they stand for."""
    return tuple(t for token in tokens for t in conjuncts(antecedent(token)))


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for, else the token itself."""
    if token.lower_ in RELATIVES and token.pos_ in {"PRON", "DET", "SCONJ"}:
        clause = token
        while clause.dep_ not in {"relcl", "ROOT"} and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl":
            return clause.head
    return token


def children(token: Token, *labels: str) -> Tokens:
    """The children with one of these dependency labels."""
    return tuple(c for c in token.children if c.dep_ in labels)


def agents(verb: Token) -> Tokens:
    """Who does what the verb says."""
    if is_passive(verb):
        by = tuple(t for c in verb.children if c.lower_ == "by" and c.dep_ in {"agent", "prep"} for t in objects_of(c))
        return by or (agents(verb.head) if verb.dep_ == "conj" and is_verbal(verb.head) and is_passive(verb.head) else ())
    own = expand(children(verb, *SUBJECT_DEPS))
    return own or misparsed_subject(verb) or inherited_subject(verb)


def misparsed_subject(verb: Token) -> Tokens:
    """The subject of a finite verb that the parser hung elsewhere.

    A past tense before a noun is no adjective: in "The Front of X seized control" the subject is the sentence's root.
    A verb with its own auxiliary, joined to one that tells of it, has that one's object as subject: "said that X had gone".
    """
    if verb.tag_ == "VBD" and verb.dep_ in {"amod", "nmod"}:
        root = verb.sent.root
        return (root,) if root.pos_ in NOMINAL and root.i < verb.i else ()
    if verb.dep_ in {"conj", "ccomp", "dep"} and is_verbal(verb.head):
        auxiliaries = children(verb, "aux", "auxpass")
        before = children(verb.head, "dobj")
        if auxiliaries and before and before[-1].i == auxiliaries[0].i - 1:
            return expand(before[-1:])
    return ()


def patients(verb: Token) -> Tokens:
    """Whom the verb's act falls on."""
    if is_passive(verb):
        own = expand(children(verb, "nsubjpass", "nsubj"))
        if own:
            return own
        if verb.dep_ == "acl":
            return tuple(conjuncts(verb.head)) if verb.head.pos_ in NOMINAL else ()
        if verb.dep_ == "amod":
            return (verb.head,)
        return inherited_subject(verb)
    own = expand(children(verb, "dobj"))
    if own:
        return own
    if verb.tag_ == "VBD" and verb.dep_ == "amod":
        return (verb.head,)
    if verb.dep_ == "relcl" and not any(c.dep_ in SUBJECT_DEPS and c.lower_ in RELATIVES for c in verb.children):
        return (verb.head,)  # "the town (that) they took"
    if verb.dep_ == "conj" and is_verbal(verb.head) and not children(verb, "prep", "prt") and follows_shared_object(verb):
        return patients(verb.head)
    if not children(verb, "ccomp", "xcomp", "prep"):
        # "shelled, stormed and seized the town"
        return next((expand(children(c, "dobj")) for c in verb.conjuncts if c.i > verb.i and is_verbal(c) and children(c, "dobj")), ())
    return ()


def follows_shared_object(verb: Token) -> bool:
    """Whether the verb stands before the object of the verb it is joined to."""
    return any(c.i > verb.i for c in children(verb.head, "dobj"))


def inherited_subject(verb: Token) -> Tokens:
    """The subject of a verb that has none of its own: shared, controlled, of a relative or participial clause."""
    governor = verb.head
    if governor == verb:
        return ()
    match verb.dep_:
        case "conj" | "dep" if is_verbal(governor):
            return patients(governor) if is_passive(governor) else agents(governor)
        case "relcl":
            return () if children(verb, *SUBJECT_DEPS) else (governor,)
        case "acl":
            return noun_clause_subject(verb)
        case "xcomp" | "advcl" | "ccomp" | "prep" if is_verbal(governor):
            return controller(verb)
        case "pcomp":
            return controller(governor) if is_verbal(governor.head) else noun_clause_subject(governor)
        case _:
            return ()


def controller(clause: Token) -> Tokens:
    """Who does what a subordinate verb without subject says: the object of the verb above ("urged them to leave"), else its subject."""
    governor = clause.head
    if clause.dep_ == "xcomp" and not is_passive(governor) and (objects := children(governor, "dobj")) and objects[0].i < clause.i:
        return expand(objects)
    if clause.dep_ == "prep" and governor.lemma_ in {"accuse", "blame", "condemn", "criticize", "stop", "prevent", "suspect", "arrest", "charge"} and not is_passive(governor):
        return expand(children(governor, "dobj"))
    if is_passive(governor):
        return patients(governor) or agents(governor)
    return agents(governor)


def noun_clause_subject(clause: Token) -> Tokens:
    """Who acts in a clause that hangs on a noun: "fighters holding X"; "an attempt to take X" passes to who attempts."""
    noun = clause.head
    if noun.pos_ not in NOMINAL:
        return ()
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children) or clause.dep_ == "prep":
        return possessors(noun) or carriers(noun) or modifiers(noun)
    return (noun,)


def carriers(noun: Token) -> Tokens:
    """The subject of the verb that carries a noun's event: "launched an attack", "came under an attempt to"."""
    verb, _ = light_verb(noun)
    if verb is None or verb.lemma_ in cues("undergoing_verbs"):
        return ()
    return agents(verb)


def undergoers(noun: Token) -> Tokens:
    """The subject of a verb that suffers a noun's event: "survived an attack", "came under attack"."""
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in cues("undergoing_verbs"):
        return agents(verb)
    if noun.dep_ == "pobj" and verb.lower_ == "under" and verb.head.lemma_ in {"come", "be"}:
        return agents(verb.head)
    return ()


def context_agents(noun: Token) -> Tokens:
    """Who acts in the clause that a noun is a circumstance of."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"in", "during", "with", "through", "via"}:
        return ()
    verb = noun.head.head
    return agents(verb) if is_verbal(verb) else ()


def light_verb(noun: Token) -> tuple[Token | None, str]:
    """The verb that governs a noun as object (or, in the passive, subject), and the slot the noun fills."""
    top = noun
    while top.dep_ == "conj" and top.head.pos_ in NOMINAL:
        top = top.head
    verb = top.head
    if top.dep_ == "dobj" and is_verbal(verb) and verb.lemma_ in cues("light_verbs"):
        return verb, "patient"
    if top.dep_ == "nsubjpass" and verb.lemma_ in cues("light_verbs"):
        return verb, "patient"
    if top.dep_ == "pobj" and top.head.dep_ == "prep" and top.head.lower_ in {"in", "for", "with", "on", "out"}:
        above = top.head.head
        if is_verbal(above) and above.lemma_ in cues("light_verbs") | {"prepare", "engage", "participate", "respond"}:
            return above, "oblique"
    if top.dep_ == "dobj" and is_verbal(verb) and verb.dep_ == "relcl":
        return None, ""
    return None, ""


def modifiers(noun: Token) -> Tokens:
    """Names and demonyms that modify a noun: "US–Emirati strikes" has two, "Libyan drone and tank attacks" one."""
    found: list[Token] = []
    waiting = [c for c in noun.lefts if c.dep_ in MODIFYING]
    while waiting:
        token = waiting.pop(0)
        if is_demonym(token.text) or (token.pos_ == "PROPN" and not starts_longer_name(token)):
            found.append(token)
        waiting += [c for c in token.children if c.dep_ in {*MODIFYING, "conj"} and c.i < noun.i]
    return tuple(sorted(found))


def starts_longer_name(token: Token) -> bool:
    """Whether the next word goes on with the same name."""
    following = token.doc[token.i + 1]
    return following.pos_ == "PROPN" and following == token.head


def between(trigger: Token) -> Tokens:
    """The sides of a two-sided noun or verb, where the text joins them: "between A and B"."""
    for child in trigger.children:
        if child.lower_ in {"between", "among"}:
            sides = objects_of(child)
            split = [owner for side in sides if (owner := shared_possessor(side)) is not None]
            return (*split, *sides)
        if child.dep_ in {"acl", "amod"}:
            if inner := between(child):
                return inner
    return ()


def at_preposition(trigger: Token, word: str) -> Tokens:
    """Objects of a preposition at the trigger, at the light verb that carries it, or at a participle between them."""
    words = frozenset({word})
    own = prepositional(trigger, words)
    if own:
        return own
    if is_verbal(trigger):
        nouns = children(trigger, "dobj") or ((trigger.head,) if trigger.tag_ == "VBD" and trigger.dep_ == "amod" else ())
        found = tuple(t for noun in nouns if noun.pos_ == "NOUN" for t in prepositional(noun, words))
        if found:
            return found  # "took control of X"
    else:
        verb, _ = light_verb(trigger)
        if verb is not None:
            found = prepositional(verb, words)
            if found:
                return found
        inner = tuple(t for c in trigger.children if c.dep_ == "prep" and c.lower_ == "by" for o in objects_of(c) for t in prepositional(o, words))
        if inner:
            return inner  # "an attack by X on Y", the second phrase hung on X
        if trigger.dep_ == "pobj" and is_verbal(trigger.head.head):
            later = tuple(t for t in prepositional(trigger.head.head, words) if t.i > trigger.i)
            if later:
                return later  # "killed in airstrikes on X", the second phrase hung on the verb
        if trigger.dep_ == "conj" and trigger.head.pos_ in NOMINAL:
            return at_preposition(trigger.head, word)
    for joined in trigger.conjuncts:
        if joined.i > trigger.i and joined.head == trigger and joined.pos_ == trigger.pos_ and (found := prepositional(joined, words)):
            return found
    return ()
