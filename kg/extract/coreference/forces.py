"""Whose forces a description speaks of, and for which body somebody speaks: "forces loyal to X", "a source from X"."""

from collections.abc import Iterator

from kg.extract.coreference.chains import ACTORS, ARMED, Coreference
from kg.extract.lexicon import cues
from kg.extract.mentions import Kind, Mention
from kg.extract.mentions.extents import compounded_name_start
from kg.extract.mentions.titles import is_title
from kg.extract.syntax.dependencies import dependents
from kg.extract.syntax.noun_phrases import phrase_start
from kg.extract.syntax.possession import possessors
from kg.extract.syntax.prepositions import objects_of, own_phrases
from kg.extract.syntax.word_classes import HYPHENS
from kg.language.words import Token
from kg.model import EntityType

SPEAKING_FOR = frozenset({"of", "from", "for", "with", "in"})
BELONGING = frozenset({"of", "from"})
REACH_OF_BODY = 6  # tokens after the preposition
SPEAKERS = frozenset({EntityType.SOURCE, EntityType.PERSON})


def leaders_after(head: Token) -> Iterator[Token]:
    """Who leads a force by the words after it: "forces under the command of X", "forces loyal to X"."""
    if head.i + 1 < len(head.doc):
        following = head.nbor()  # it may hang on the verb
        if following.lower_ == "under" and following.dep_ == "prep":
            for command in objects_of(following):
                yield from (t for c in command.children if c.lower_ == "of" for t in objects_of(c))
    for child in head.rights:
        if child.lemma_ in cues("loyalty_words") and child.dep_ in {"amod", "acl", "relcl"}:
            yield from (t for phrase in dependents(child, "prep") for t in objects_of(phrase))


def own_forces(coreference: Coreference, head: Token, owner: int) -> int | None:
    """For the forces of an armed body the body itself, since the two are one; those loyal to it are others.

    "Their side" of a speaker is the body that it speaks for.
    """
    chain = coreference.chains[owner]
    is_apart = any(word.lower_ in cues("words_for_special_forces") for word in dependents(head, "amod"))
    if chain.type in ARMED and not is_apart and not any(child.lemma_ in cues("loyalty_words") for child in head.rights):
        return owner
    by_pronoun = any(token.pos_ == "PRON" for token in possessors(head))
    return chain.body if by_pronoun and chain.type in SPEAKERS else None


def state_before(coreference: Coreference, mention: Mention, head: Token) -> int | None:
    """The chain of the state whose forces stand for each other: "French" in "French troops", "the French armed forces".

    None where another word tells some of them from the rest: "French special forces", "two French soldiers".
    """
    if counts_some(mention, head):
        return None
    before = [token for token in head.doc[max(phrase_start(head), mention.start) : head.i] if token.pos_ != "DET"]
    while len(before) > 1 and before[-1].lower_ in cues("words_before_all_forces"):
        before.pop()
    if not before or not is_state(coreference, before[-1]):
        return None
    named = coreference.mentions[before[-1].i]
    return coreference.chain_of[named.head] if all(token.i >= named.start for token in before) else None


def state_moving(coreference: Coreference, head: Token) -> int | None:
    """The state that moves its forces, which are called by a bare noun: "Chad" in "Chad to withdraw troops"."""
    verb = head.head
    if head.dep_ != "dobj" or verb.lemma_ not in cues("moving_verbs") or any(head.lefts):
        return None
    return next((token.i for token in dependents(verb, "nsubj") if is_state(coreference, token)), None)


def is_state(coreference: Coreference, token: Token) -> bool:
    """Whether a word before a noun stands for a state."""
    named = coreference.mentions.get(token.i)
    return named is not None and named.type is EntityType.STATE and token.i in coreference.chain_of


def forces_key(head: Token, owner: int) -> str:
    """By which to find the forces of an owner: all nouns for the whole of them are one, any other is for some.

    So is one with a word before it that tells them from the rest: "Chad's special forces".
    """
    lemma = head.lemma_.lower().removesuffix("s")
    told = [t.lower_ for t in head.lefts if t.dep_ == "amod" and t.text.islower() and t.tag_ in {"JJ", "NN"}]
    apart = " ".join(word for word in told if word not in cues("words_before_all_forces"))
    return f"{apart} {'forces' if lemma in cues('nouns_for_all_forces') else lemma} of {owner}"


def naming_words(mentions: dict[int, Mention], mention: Mention, head: Token) -> list[Token]:
    """The names whose force a description may mean: "Wagner Group" in "Wagner Group mercenaries", "fighters of X"."""
    named = list(head.doc[compounded_name_start(head, mention.start) : head.i])
    for phrase in own_phrases(head):
        if head.lemma_.lower() in cues("parts_of_bodies"):
            return []  # "the Dawn wing of X" is a part of X
        if phrase.lower_ in BELONGING and len(tokens := objects_of(phrase)) == 1:
            named += tokens  # "a coalition of A and B" is neither
    names = [token for token in named if token.i in mentions and mentions[token.i].kind is Kind.NAME] if named else []
    return [name for name in names if not is_compounded(name)] if names else []


def is_compounded(token: Token) -> bool:
    """Whether a hyphen joins a word to one beside it."""
    return any(word.text in HYPHENS for word in token.doc[max(token.i - 1, 0) : token.i + 2])


def counts_some(mention: Mention, head: Token) -> bool:
    """Whether a description counts some people, who are then no more than some of their body."""
    words = (*head.doc[mention.start : mention.end], *head.lefts)
    is_one = head.tag_ == "NN" and head.lemma_.lower() in cues("lone_attackers")
    return is_one or any(token.like_num or token.lower_ in cues("counting_words") for token in words)


def body_spoken_for(mentions: dict[int, Mention], head: Token) -> Token | None:
    """The body of a person or source: "a source from X", "the commander of X", "Jane Doe, the commander of X"."""
    above = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
    for title in (head, above, *dependents(head, "appos")):
        for phrase in title.rights:
            if phrase.dep_ == "prep" and phrase.lower_ in SPEAKING_FOR:
                for token in head.doc[phrase.i + 1 : phrase.i + 1 + REACH_OF_BODY]:
                    if token.i != head.i and is_named_actor(mentions.get(token.i)):
                        return token
    return state_of_official(mentions, head)


def state_of_official(mentions: dict[int, Mention], head: Token) -> Token | None:
    """The state before the title of a person: "Chadian President Jane Doe", "Chad's foreign minister"."""
    before = (*possessors(head), *head.lefts)
    for token in before:
        if token.i in mentions and mentions[token.i].type is EntityType.STATE:
            return token if any(map(is_title, (head, *before))) else None
    return None


def is_named_actor(mention: Mention | None) -> bool:
    """Whether a mention names a body that acts."""
    return mention is not None and mention.kind is Kind.NAME and mention.type in ACTORS
