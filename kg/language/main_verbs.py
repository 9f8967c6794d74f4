"""Makes the verb of a sentence of a past that the parser took for a participle behind the noun before it."""

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.language.joined_nouns import inflect

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
BEHIND_NOUNS = frozenset({"relcl", "acl"})


@Language.component("main_verbs")
def main_verbs(doc: Doc) -> Doc:
    """Read "killed" as the verb of "An attack on a bus carrying pilgrims killed ten", under a noun until then."""
    for sentence in list(doc.sents):
        root = sentence.root
        if root.tag_ in NOUNS and (verb := past_with_object(sentence)) is not None:
            after = [child for child in root.rights if child.i > verb.i]
            verb.tag_, verb.head, verb.dep_ = "VBD", verb, "ROOT"
            inflect(verb, "Tense=Past|VerbForm=Fin")
            root.head, root.dep_ = verb, "nsubj"
            for child in after:
                child.head = verb
    return doc


def past_with_object(sentence: Span) -> Token | None:
    """The only past with an object of a sentence that has no other verb: a participle behind a noun has none."""
    if any(token.tag_ in FINITE and token.dep_ not in BEHIND_NOUNS for token in sentence):
        return None
    found = [token for token in sentence if token.tag_ == "VBN" and token.dep_ == "acl" and has_object(token)]
    return found[0] if len(found) == 1 and found[0].i > sentence.root.i else None


def has_object(verb: Token) -> bool:
    """Whether an object follows a verb."""
    return any(child.dep_ == "dobj" for child in verb.rights)
