"""Voice: whether a verb form is active or passive."""

from kg.extract.lexicon import cues
from kg.extract.syntax.dependencies import has_number
from kg.language.memory import remembered
from kg.language.words import Token

PASSIVE_MARKS = frozenset({"nsubjpass", "auxpass", "csubjpass"})
PAST = frozenset({"VBD", "VBN"})
ACTIVE_ARGUMENTS = frozenset({"dobj", "nsubj"})
# Where a past participle without auxiliary is passive: "forces backed by X", "three killed in Y".
BARE_PASSIVE = frozenset({"acl", "advcl", "amod", "ROOT", "ccomp", "xcomp", "oprd", "dep"})


@remembered
def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive: "was hit", "forces backed by X", "three killed in Y"."""
    labels = {child.dep_ for child in verb.children}
    if labels & PASSIVE_MARKS:
        return True
    if is_headline_passive(verb, labels):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return False
    if is_absolute(verb, labels):
        return True
    if verb.dep_ == "conj" and "dobj" not in labels and any(is_counted_subject(child) for child in verb.lefts):
        return True  # "ten are dead and 25 injured", "nine were killed and seven others hurt"
    if verb.dep_ == "conj" and is_gapped(verb, labels):
        return True
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN":
        return "nsubj" not in labels and is_passive(verb.head)
    return verb.dep_ in BARE_PASSIVE and not labels & ACTIVE_ARGUMENTS


def is_headline_passive(verb: Token, labels: set[str]) -> bool:
    """Whether a verb with these parts that needs an object has none: "Four soldiers killed as army fires at posts"."""
    if verb.dep_ not in BARE_PASSIVE or verb.tag_ not in PAST or not is_of_harm(verb):
        return False
    if labels & {"dobj", "aux"} or not any(
        is_counted_subject(c) or (c.dep_ == "nsubj" and has_number(c)) for c in verb.lefts
    ):
        return False
    joined = (child for child in verb.children if child.dep_ == "conj")
    return not any(part.dep_ == "dobj" for other in joined for part in other.children)


def is_of_harm(verb: Token) -> bool:
    """Whether a verb tells of people harmed: "killed", "shot dead"."""
    is_deadly = any(child.dep_ == "oprd" and child.lower_ == "dead" for child in verb.children)
    return is_deadly or verb.lemma_ in cues("harming_verbs")


def is_gapped(verb: Token, labels: set[str]) -> bool:
    """Whether a verb of harm shares the auxiliary of a passive: "a boy was killed and his father injured"."""
    is_bare = "nsubj" in labels and labels.isdisjoint({"dobj", "aux"})
    return is_bare and is_of_harm(verb) and any(c.dep_ == "auxpass" for c in verb.head.children)


def is_counted_subject(child: Token) -> bool:
    """Whether a verb's subject is a number, an amount or others."""
    return child.dep_ == "nsubj" and (child.tag_ == "CD" or child.lower_ in cues("bare_amounts") | {"others"})


def is_absolute(participle: Token, labels: set[str]) -> bool:
    """Whether a participle with these parts tells of people after "with": "with five killed and ten injured"."""
    if "nsubj" not in labels or "dobj" in labels:
        return False
    first = participle
    while first.dep_ == "conj" and first.head.tag_ == "VBN":
        first = first.head
    return first.dep_ == "pcomp" and first.head.lower_ == "with"


def tells_state(verb: Token) -> bool:
    """Whether a verb tells of what lasts: "forces occupy X", "have occupied X", "forces occupying X", "occupied by".

    The present of a headline, which no full stop ends, tells of what has just happened.
    """
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if verb.tag_ == "VBG" or (verb.tag_ == "VBN" and not auxiliaries):
        return True
    if any(child.lower_ in {"since", "still"} for child in verb.children):
        return True
    first = auxiliaries[0] if auxiliaries else verb
    return first.tag_ in {"VBZ", "VBP"} and verb.doc[verb.sent.end - 1].is_punct
