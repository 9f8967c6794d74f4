"""Coreference by office: "the minister" for the "Defence Minister Jane Doe" of another sentence, and the other way."""

from collections.abc import Iterator

from kg.extract.coreference.chains import Chain, Coreference, last_head
from kg.extract.mentions import Kind, Mention
from kg.extract.mentions.titles import is_title
from kg.extract.syntax.noun_phrases import phrase_start
from kg.language.words import Token
from kg.model import EntityType

PERSON = EntityType.PERSON
INDEFINITE = frozenset({"a", "an", "another", "one", "every", "each", "any", "no"})
GRAMMATICAL = frozenset({"DET", "PUNCT", "PART", "ADP", "SPACE"})


def remember_office(coreference: Coreference, mention: Mention) -> None:
    """Keep the words of a named person's office for the descriptions that point back to it."""
    if mention.type is PERSON:
        words = office_words(coreference.doc[mention.head], mention)
        if words:
            coreference.offices.append((coreference.chain_of[mention.head], words))


def office_words(name: Token, mention: Mention) -> frozenset[str]:
    """The lemmas of the words for a person's office, before the name or in apposition to it; none without a title."""
    tokens = list(name.doc[phrase_start(name) : mention.start])
    for child in name.rights:
        if child.dep_ == "appos" and child.pos_ == "NOUN":
            tokens += name.doc[phrase_start(child) : child.i + 1]
    return frozenset(lemma_of(t) for t in tokens) if any(is_title(t) for t in tokens) else frozenset()


def lemma_of(token: Token) -> str:
    """The lemma in lower case; of a capitalised title the word itself."""
    return token.lower_ if token.pos_ == "PROPN" else token.lemma_.lower()


def by_office(coreference: Coreference, head: Token) -> int | None:
    """The latest named person whose office a definite description names: "the minister", "the Chadian president"."""
    if head.tag_ != "NN" or not any(child.lower_ == "the" and child.dep_ == "det" for child in head.lefts):
        return None
    if is_specified(head):
        return None
    wanted = set(described_words(head))
    held = {chain for chain, words in coreference.offices if wanted <= words}
    return max(held, key=lambda chain: last_head(coreference.chains[chain]), default=None)


def described_by_office(coreference: Coreference, mention: Mention) -> int | None:
    """The chain of an earlier description by office of a person now named: "the president", "President Jane Doe"."""
    words = office_words(coreference.doc[mention.head], mention)
    if not words:
        return None
    unnamed = (i for i, chain in enumerate(coreference.chains) if is_unnamed_person(chain))
    return next((i for i in unnamed if is_described_by(coreference, coreference.chains[i], words)), None)


def is_unnamed_person(chain: Chain) -> bool:
    """Whether a chain is one human whom no mention names."""
    return chain.type is PERSON and not chain.is_named


def is_described_by(coreference: Coreference, chain: Chain, words: frozenset[str]) -> bool:
    """Whether the first words for somebody are definite and name the office that these words say."""
    first = chain.mentions[0]
    head = coreference.doc[first.head]
    if first.kind is not Kind.DESCRIPTION or not is_title(head):
        return False
    is_open = any(child.lower_ in INDEFINITE or child.dep_ in {"poss", "nummod"} for child in head.lefts)
    return not is_open and set(described_words(head)) <= words and not is_specified(head)


def is_specified(head: Token) -> bool:
    """Whether words after a description tell whom it means: "the head of X"; not "accused the minister of lying"."""
    phrases = (child for child in head.rights if child.dep_ == "prep")
    return any(inner.dep_ == "pobj" for phrase in phrases for inner in phrase.children)


def described_words(head: Token) -> Iterator[str]:
    """The lemmas of a description's words, its article left out."""
    return (lemma_of(t) for t in head.doc[phrase_start(head) : head.i + 1] if t.pos_ not in GRAMMATICAL)
