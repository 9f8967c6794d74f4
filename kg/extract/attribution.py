"""Who says it: the speakers of a trigger, innermost first."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.frames import is_event_noun
from kg.extract.lexicon import cues
from kg.extract.phrases import objects_of, possessors
from kg.extract.roles import agents, is_verbal

CONTENT_DEPS = frozenset({"ccomp", "parataxis", "pcomp", "acl", "xcomp"})
ACCUSING = frozenset({"accuse", "blame", "condemn", "criticize", "criticise", "denounce", "charge", "suspect"})
ADDING = frozenset({"add", "say", "confirm", "note", "claim", "state", "stress", "explain", "assert", "tell", "insist", "allege", "affirm"})


def speakers(trigger: Token) -> tuple[Token, ...]:
    """Head tokens of the speakers that the sentence gives for a trigger, innermost first; () for the article's own voice."""
    found: list[Token] = []
    token = trigger
    while True:
        found += [t for t in according_to(token) if t not in found]
        above = token.head
        if above == token:
            break
        if reports(token, above):
            found += [t for t in sayers(above) if t not in found]
        token = above
    return tuple(t for t in found if t != trigger)


def reports(token: Token, above: Token) -> bool:
    """Whether `above` tells what the clause or noun of `token` says."""
    lemma = above.lemma_.lower()
    if is_verbal(above):
        if lemma in ACCUSING:
            if token.dep_ == "dobj" and lemma in {"condemn", "denounce", "criticize", "criticise"}:
                return is_event_noun(token)
            return token.dep_ == "prep" and token.lower_ in {"of", "for", "over", "on"}
        if lemma not in cues("reporting", "verbs"):
            return False
        if token.dep_ == "ccomp" or (token.dep_ == "advcl" and token.i < above.i and lemma == "say"):
            return True
        return token.dep_ in {"dobj", "xcomp"} and lemma in cues("deny") | {"claim", "report", "announce", "declare", "confirm", "acknowledge", "admit"}
    return above.pos_ == "NOUN" and above.lemma_ in cues("reporting", "nouns") and token.dep_ in {"acl", "ccomp"}


def sayers(report: Token) -> tuple[Token, ...]:
    """Who says what a reporting verb or noun tells; a trailing "adding that" takes the speaker of the sentence."""
    if not is_verbal(report):
        return possessors(report)
    if report.dep_ == "advcl" and report.lemma_ in ADDING and report.tag_ == "VBG":
        outer = outer_report(report)
        if outer is not None:
            return agents(outer)
    return agents(report)


def outer_report(report: Token) -> Token | None:
    """The reporting verb whose content a trailing participle was parsed into."""
    token = report
    while token.head != token:
        if token.dep_ == "ccomp" and is_verbal(token.head) and token.head.lemma_ in cues("reporting", "verbs"):
            return token.head
        token = token.head
    return None


def according_to(clause: Token) -> tuple[Token, ...]:
    """The source in "according to X", "per X", "X's statement" phrases that hang on a clause."""
    for child in clause.children:
        if child.lower_ in {"according", "per"} and child.dep_ in {"prep", "advmod", "advcl"}:
            inner = [t for c in child.children if c.lower_ == "to" for t in objects_of(c)]
            return tuple(inner) or objects_of(child)
    return ()


def quote_speakers(doc: Doc) -> dict[int, Token]:
    """For sentences that stand wholly inside a quotation, by index of their first token: who speaks on."""
    found: dict[int, Token] = {}
    inside, last = False, None
    for sentence in doc.sents:
        if inside and last is not None:
            found[sentence.start] = last
        for said in spoken(sentence.root):
            last = said
        inside ^= sum(t.text == '"' for t in sentence) % 2 == 1
    return found


def spoken(root: Token) -> Iterator[Token]:
    """The speaker of a sentence whose main verb reports."""
    if is_verbal(root) and root.lemma_ in cues("reporting", "verbs"):
        yield from agents(root)[:1]
