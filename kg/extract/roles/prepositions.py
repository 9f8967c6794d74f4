"""The roles that prepositions mark, where the parser hangs their phrases elsewhere too."""

from kg.extract.lexicon import cues
from kg.extract.roles.light_verbs import carrying_participle, light_verb
from kg.extract.roles.responsibility import BURDEN, burdened
from kg.extract.syntax.coordination import conjuncts
from kg.extract.syntax.dependencies import dependents
from kg.extract.syntax.prepositions import objects_of, prepositional
from kg.extract.syntax.voice import is_passive
from kg.extract.syntax.word_classes import NOMINAL, is_verbal
from kg.language.words import Token

ASKED_FOR = frozenset({"for"})
BY, OF = frozenset({"by"}), frozenset({"of"})
BEFORE_OTHERS = frozenset({"by", "of"})
BEFORE_BY = BEFORE_OTHERS | {"on", "against", "at", "in", "near"}
WITH, AGAINST = frozenset({"with"}), frozenset({"against"})


def at_preposition(trigger: Token, word: str) -> tuple[Token, ...]:
    """Objects of a preposition at the trigger, at the light verb that carries it, or at a participle between them."""
    if word not in trigger.sent.words:
        return ()
    words = frozenset({word})
    blamed = burdened(trigger) if word in BURDEN else ()
    found = prepositional(trigger, words)
    own = nearest(trigger, tuple([token for token in found if token not in blamed])) if found else ()
    if own or blamed:
        return own
    verbal = is_verbal(trigger)
    found = at_object(trigger, words) if verbal else around_noun(trigger, words)
    if found:
        return found
    if not verbal and trigger.dep_ == "conj" and trigger.head.pos_ in NOMINAL:
        return at_preposition(trigger.head, word)
    if word == "by":
        return ()  # a joined verb has an agent of its own
    return at_conjunct(trigger, words)


def nearest(trigger: Token, found: tuple[Token, ...]) -> tuple[Token, ...]:
    """What follows the trigger rather than what opens the sentence: B in "In A, troops arrived in B"."""
    return tuple(token for token in found if token.i > trigger.i) or found


def fired_on(verb: Token) -> tuple[Token, ...]:
    """The subject of a passive that ends in its preposition: "the boat was shot at", "fired on by X"."""
    ends_bare = any(child.dep_ in {"prep", "prt"} and not list(child.children) for child in verb.rights)
    return dependents(verb, "nsubjpass") if ends_bare else ()


def at_object(verb: Token, words: frozenset[str]) -> tuple[Token, ...]:
    """The phrases that hang on a verb's object or on its "of": "cite breaches of a truce by X"."""
    misparsed = (verb.head,) if verb.tag_ == "VBD" and verb.dep_ == "amod" else ()
    asked = prepositional(verb, ASKED_FOR) if verb.lemma_ in cues("appealing_verbs") else ()
    beside = prepositional(verb, WITH) if words == AGAINST else ()  # "fights with X against Y"
    objects = [noun for first in dependents(verb, "dobj") for noun in conjuncts(first)]
    nouns = [noun for noun in objects or misparsed or asked or beside if noun.pos_ == "NOUN"]
    own = tuple(found for noun in nouns for found in prepositional(noun, words))
    if own or words != BY:
        return own
    inner = (part for noun in nouns for part in prepositional(noun, OF))
    return tuple(found for part in inner for found in prepositional(part, words))


def around_noun(noun: Token, words: frozenset[str]) -> tuple[Token, ...]:
    """The phrases of an event noun that hang on its light verb, on its "by" phrase or on the verb above."""
    if words == BY and noun.dep_ == "dobj" and not is_passive(noun.head):
        return prepositional(noun.head, words)  # "fought off an assault by X", the phrase hung on the verb
    verb = light_verb(noun) or carrying_participle(noun)
    if verb is not None and (found := prepositional(verb, words)):
        return found
    if inner := within_phrases(noun, words):
        return inner
    if noun.dep_ != "pobj" or not is_verbal(noun.head.head):
        return ()
    # "killed in airstrikes on X", the second phrase hung on the verb
    return tuple(t for t in prepositional(noun.head.head, words) if t.i > noun.i)


def within_phrases(noun: Token, words: frozenset[str]) -> tuple[Token, ...]:
    """The phrases that hang on those of an event noun: "an attack by X on Y", "an attack on a town of Y by X"."""
    links = BEFORE_BY if words == BY else BEFORE_OTHERS
    phrases = (child for child in noun.rights if child.dep_ == "prep" and child.lower_ in links)
    inner = tuple(inner for phrase in phrases for inner in objects_of(phrase))
    found = tuple(t for one in inner if not is_run(one) for t in prepositional(one, words))
    if found or words != BY:
        return found
    return tuple(t for one in inner if one.pos_ in NOMINAL for t in within_phrases(one, words))


def is_run(noun: Token) -> bool:
    """Whether a participle after a noun says who runs it or the like: "a hospital run by X"."""
    following = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    words = {noun.lower_, following.lower_}  # "run" may be taken for a noun
    return following.tag_.startswith("VB") or not cues("leading_participles").isdisjoint(words)


def at_conjunct(trigger: Token, words: frozenset[str]) -> tuple[Token, ...]:
    """The phrases of a later word that is joined to the trigger: "shelled and fired on X"."""
    joined = (c for c in dependents(trigger, "conj") if c.i > trigger.i and c.pos_ == trigger.pos_)
    return next((found for conjunct in joined if (found := prepositional(conjunct, words))), ())
