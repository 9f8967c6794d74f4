"""Hangs nouns anew that the parser joins wrongly to those beside them: lists of places, twins, a verb among nouns."""

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

PLACES = frozenset({"GPE", "LOC", "FAC"})
LOCATING = frozenset({"in", "near", "at", "outside", "across"})
NAMES = frozenset({"NNP", "NNPS"})
HARMS = frozenset({"wounds", "injures", "kills", "hurts"})
"""Verbs that the tagger takes for nouns after "and"."""
COMPOSING = frozenset({"mostly", "mainly", "most", "many", "largely", "all", "predominantly", "primarily", "some"})
BEARINGS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
LEAVING = frozenset({"leave", "leaves", "leaving", "left"})
SIDES = frozenset({"pro", "anti"})
REACH_OF_NUMBER = 4  # words from "wounds" to "nine" in "wounds at least nine"


@Language.component("joined_nouns")
def joined_nouns(doc: Doc) -> Doc:
    """Make verbs of nouns that count people, and phrases of their own of nouns that the parser ran together."""
    for token in doc:
        for correct in CORRECTIONS.get(token.dep_, ()):
            correct(token)
    return doc


def read_as_verb(noun: Token) -> None:
    """Make a verb beside the one before it of a noun: "injures" in "kills one and injures at least three children"."""
    verb, harmed = noun.head.head, counted_after(noun) if noun.tag_ == "NNS" and noun.text in HARMS else None
    if noun.head.dep_ != "dobj" or harmed is None or harmed.is_ancestor(noun):
        return
    joined = [child for child in noun.head.rights if child.dep_ == "cc" and child.i < noun.i]
    noun.tag_, noun.pos_, noun.lemma_ = "VBZ", "VERB", noun.text.removesuffix("s")
    inflect(noun, "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin")
    for token in (*joined, noun):
        token.head = verb
    harmed.head, harmed.dep_ = noun, "dobj"


def inflect(word: Token, form: str) -> None:
    """Give a word a form."""
    token: Any = word  # spaCy declares no type for it
    token.set_morph(form)


def counted_after(noun: Token) -> Token | None:
    """Those whom a number right after a word counts: "civilians" after "wounds" in "wounds at least nine civilians"."""
    after = noun.doc[noun.i + 1 : min(noun.i + 1 + REACH_OF_NUMBER, noun.sent.end)]
    numbers = [token for token in after if token.like_num]
    if not numbers or any(token.is_punct for token in noun.doc[noun.i : numbers[0].i]):
        return None
    return numbers[0].head if numbers[0].dep_ == "nummod" else numbers[0]


def part_places(place: Token) -> None:
    """Part a place from the one after its comma: "Homs" in "in Homs and Hama, Syria"."""
    if place.tag_ == "NNP" and is_before_comma(place):
        put_first(place, "conj")


def is_before_comma(place: Token) -> bool:
    """Whether a comma parts a place from the one that the parser hung it on."""
    whole = place.head
    if whole.tag_ not in NAMES or whole.i < place.i:
        return False
    is_located = whole.dep_ == "pobj" and whole.head.lower_ in LOCATING
    if not (is_located or list(whole.conjuncts)) and PLACES.isdisjoint({place.ent_type_, whole.ent_type_}):
        return False
    start = next((child.i for child in whole.lefts if child.i > place.i and child.dep_ == "compound"), whole.i)
    return place.doc[start - 1].text == ","


def part_side(name: Token) -> None:
    """Part a name from the forces of another side: "Sidra" in "the Sidra and pro-government forces"."""
    forces = name.head
    if name.tag_ not in NAMES or forces.tag_ != "NNS" or forces.i < name.i:
        return
    after = name.doc[name.i + 1 : name.i + 4]
    if [word.lower_ for word in after][::2] == ["and", "-"] and after[1].lower_ in SIDES:
        put_first(name, "conj")


def part_number(number: Token) -> None:
    """Let a number stand for itself where after a comma follows who they are: "20, mostly women, were killed"."""
    after = number.doc[number.i + 1 : number.i + 3]
    if number.head.i > number.i + 1 and after[0].text == "," and after[-1].lower_ in COMPOSING:
        put_first(number, "appos")


def put_first(word: Token, label: str) -> None:
    """Put a word where the one after its comma stood, which hangs on the last before the comma instead."""
    whole = word.head
    before = [child for child in whole.lefts if child.i < word.i]
    last = max((child for child in word.subtree if child.dep_ == "conj"), key=lambda child: child.i, default=word)
    word.head, word.dep_ = whole.head, whole.dep_
    for child in before:
        child.head = word
    whole.head, whole.dep_ = last, label


def put_before_twin(word: Token) -> None:
    """Make one phrase of two right beside each other in one place: "Sidra" and "militants" in "by Sidra militants"."""
    if word.tag_ != "JJ" and (word.tag_, word.dep_) != ("NNP", "pobj"):
        return
    alike = (child for child in word.head.children if child.dep_ == word.dep_ and child.i > word.i)
    twin = next((child for child in alike if child.left_edge.i == word.i + 1), None)
    if twin is None or twin.tag_ not in ({"NNS"} if word.tag_ in NAMES else {"NNS", *NAMES}):
        return
    before = [child for child in word.lefts if child.dep_ in {"det", "poss"}]
    word.head, word.dep_ = twin, "compound" if word.tag_ in NAMES else "amod"
    for child in before:
        child.head = twin


def make_subject(noun: Token) -> None:
    """Make a plural the subject of the verb whose adjective it was hung on: "militiamen loyal to Sidra died"."""
    adjective, verb = noun.head, noun.head.head
    if noun.tag_ != "NNS" or adjective.dep_ != "acomp":
        return
    if noun.i < adjective.i < verb.i and not any(child.dep_ == "nsubj" for child in verb.children):
        noun.head, noun.dep_ = verb, "nsubj"
        adjective.head, adjective.dep_ = noun, "amod"


def is_before_bearing(noun: Token) -> bool:
    """Whether a noun stands right before a bearing from another place: "village" in "a village west of Sidra"."""
    bearing = noun.head
    if bearing.lower_ not in BEARINGS:
        return False
    of = noun.doc[bearing.i + 1] if bearing.i + 1 < len(noun.doc) else noun
    return noun.tag_ == "NN" and bearing.i == noun.i + 1 and of.lower_ == "of" and of.head == bearing


def put_before_bearing(noun: Token) -> None:
    """Put a noun where the bearing after it stood, which only describes it."""
    if not is_before_bearing(noun):
        return
    bearing = noun.head
    before = list(bearing.lefts)
    noun.head, noun.dep_ = bearing.head, bearing.dep_
    for child in before:
        if child != noun:
            child.head = noun
    bearing.head, bearing.dep_ = noun, "advmod"


def join_by_hyphen(hyphen: Token) -> None:
    """Hang a name on the participle that a hyphen taken for an adjective joins it to: "UN-backed"."""
    doc, at = hyphen.doc, hyphen.i
    if hyphen.text != "-" or at == 0 or at + 1 == len(doc) or doc[at + 1].tag_ != "VBN":
        return
    name, participle = doc[at - 1], doc[at + 1]
    if name.tag_ == "NNP" and not name.whitespace_ and name.head == participle.head == hyphen.head:
        hyphen.tag_, hyphen.pos_, hyphen.head, hyphen.dep_ = "HYPH", "PUNCT", participle, "punct"
        name.head, name.dep_ = participle, "npadvmod"


def put_behind_those_left(participle: Token) -> None:
    """Hang on its "leaving" what those left are: "injured" in "leaving four others injured"."""
    those = participle.doc[max(participle.i - 1, 0)]
    leaving = those.head
    if participle.tag_ != "VBN" or those.dep_ != "dobj" or leaving.lower_ not in LEAVING:
        return
    if leaving.head == participle:
        leaving.head, leaving.dep_ = participle.head, participle.dep_
    if not participle.is_ancestor(leaving):
        participle.head, participle.dep_ = leaving, "oprd"


def count_from_to(noun: Token) -> None:
    """Make a noun with a range the object of the verb: "officers" in "they held between 20 and 30 senior officers"."""
    between, verb = noun.head, noun.head.head
    low = noun.doc[between.i + 1] if between.lower_ == "between" else noun
    if low.dep_ != "nummod" or low.head != noun or verb.pos_ != "VERB" or between.i != verb.i + 1:
        return
    if any(child.dep_ == "conj" and child.like_num for child in low.rights):
        noun.head, noun.dep_ = verb, "dobj"
        between.head, between.dep_ = low, "quantmod"


Correction = Callable[[Token], None]
CORRECTIONS: dict[str, tuple[Correction, ...]] = {
    "conj": (read_as_verb,),
    "nmod": (part_places, part_side),
    "nummod": (part_number,),
    "npadvmod": (make_subject,),
    "compound": (put_before_bearing,),
    "amod": (join_by_hyphen,),
    "advcl": (put_behind_those_left,),
    **dict.fromkeys(("nsubj", "dobj"), (put_before_twin,)),
    "pobj": (put_before_twin, count_from_to),
}
"""What may have to be set right at a word, by the label that the parser gave it."""
