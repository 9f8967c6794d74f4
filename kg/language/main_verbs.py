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
        clauses = [token for token in sentence if token.tag_ in NOUNS and is_clause(token)]
        for noun in clauses:
            if (verb := past_with_object(noun, sentence)) is not None:
                put_under(noun, verb)
    return doc


def is_clause(noun: Token) -> bool:
    """Whether a noun stands where the verb of a sentence or of a reported clause does."""
    if noun.dep_ == "ROOT":
        return True
    return noun.dep_ == "ccomp" and any(child.dep_ == "mark" for child in noun.lefts)


def past_with_object(noun: Token, sentence: Span) -> Token | None:
    """The only past with an object under a noun that has no other verb: a participle behind a noun has none."""
    under = list(sentence if noun.dep_ == "ROOT" else noun.subtree)
    if any(token.tag_ in FINITE and token.dep_ not in BEHIND_NOUNS for token in under):
        return None
    found = [token for token in under if token.tag_ == "VBN" and token.dep_ == "acl" and has_object(token)]
    return found[0] if len(found) == 1 and found[0].i > noun.i else None


def put_under(noun: Token, verb: Token) -> None:
    """Put a verb where a noun stood that turns out to be its subject."""
    around = [child for child in noun.children if child.i > verb.i or child.dep_ == "mark"]
    verb.tag_, verb.dep_ = "VBD", noun.dep_
    verb.head = verb if noun.dep_ == "ROOT" else noun.head
    inflect(verb, "Tense=Past|VerbForm=Fin")
    noun.head, noun.dep_ = verb, "nsubj"
    for child in around:
        child.head = verb


def has_object(verb: Token) -> bool:
    """Whether an object follows a verb."""
    return any(child.dep_ == "dobj" for child in verb.rights)
