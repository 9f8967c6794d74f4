"""Who says it: the speakers of a trigger, innermost first."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.frames.triggers import is_event_noun
from kg.extract.lexicon import cues
from kg.extract.roles import agents
from kg.extract.roles.attachment import governor_of
from kg.extract.syntax.possession import possessors
from kg.extract.syntax.prepositions import objects_of
from kg.extract.syntax.word_classes import is_verbal

CONTENT_OF_ACCUSATION = frozenset({"of", "for", "over", "on"})


def speakers(trigger: Token) -> tuple[Token, ...]:
    """The speakers that the sentence gives for a trigger, innermost first; () for the article's own voice."""
    found: dict[Token, None] = {}
    token = trigger
    while True:
        found |= dict.fromkeys(according_to(token))
        above = governor_of(token)
        if above == token:
            return tuple(speaker for speaker in found if speaker != trigger)
        if reports(token, above):
            found |= dict.fromkeys(sayers(above))
        token = above


def reports(token: Token, above: Token) -> bool:
    """Whether `above` tells what the clause or noun of `token` says."""
    if not is_verbal(above):
        is_report = above.pos_ == "NOUN" and above.lemma_ in cues("reporting_nouns")
        return is_report and token.dep_ in {"acl", "ccomp"}
    lemma = above.lemma_.lower()
    if lemma in cues("accusing_verbs"):
        return is_content_of_accusation(token, lemma)
    return lemma in cues("reporting_verbs") and is_content_of_report(token, above)


def is_content_of_accusation(token: Token, lemma: str) -> bool:
    """Whether an accusing verb says what a word under it says: "accused X of shelling", "condemned the raid"."""
    if token.dep_ == "dobj" and lemma in cues("condemning_verbs"):
        return is_event_noun(token)
    return token.dep_ == "prep" and token.lower_ in CONTENT_OF_ACCUSATION


def is_content_of_report(token: Token, verb: Token) -> bool:
    """Whether a reporting verb says what a word under it says: "said that X fled", "X fled, she said", "denied it"."""
    lemma = verb.lemma_.lower()
    if token.dep_ == "ccomp" or (token.dep_ == "advcl" and token.i < verb.i and lemma == "say"):
        return True
    return token.dep_ in {"dobj", "xcomp"} and lemma in cues("denying_verbs", "verbs_reporting_events")


def sayers(report: Token) -> tuple[Token, ...]:
    """Who says what a reporting verb or noun tells; a trailing "adding that" takes the speaker of the sentence."""
    if not is_verbal(report):
        owners = possessors(report)
        above = report.head.head  # "X said in a statement that"
        said = report.dep_ == "pobj" and above.lemma_ in cues("reporting_verbs") and is_verbal(above)
        return owners or (agents(above) if said else ())
    if report.dep_ == "advcl" and report.tag_ == "VBG" and report.lemma_ in cues("adding_verbs"):
        outer = outer_report(report)
        if outer is not None:
            return agents(outer)
    return agents(report)


def outer_report(report: Token) -> Token | None:
    """The reporting verb whose content a trailing participle was parsed into."""
    for token in (report, *report.ancestors):
        if token.dep_ == "ccomp" and token.head.lemma_ in cues("reporting_verbs") and is_verbal(token.head):
            return token.head
    return None


def according_to(clause: Token) -> tuple[Token, ...]:
    """The source in a phrase "according to X" or "per X" that hangs on a clause."""
    for child in clause.children:
        if child.lower_ in {"according", "per"} and child.dep_ in {"prep", "advmod", "advcl"}:
            inner = tuple(t for to in child.children if to.lower_ == "to" for t in objects_of(to))
            return inner or objects_of(child)
    return ()


def quote_speakers(doc: Doc) -> dict[int, Token]:
    """For sentences that stand wholly inside a quotation, by index of their first token: who speaks on."""
    found: dict[int, Token] = {}
    if '"' not in doc.text:
        return found
    inside, last = False, None
    for sentence in doc.sents:
        if inside and last is not None:
            found[sentence.start] = last
        last = next(spoken(sentence.root), last)
        inside ^= sum(token.text == '"' for token in sentence) % 2 == 1
    return found


def spoken(root: Token) -> Iterator[Token]:
    """The speaker of a sentence whose main verb reports."""
    if root.lemma_ in cues("reporting_verbs") and is_verbal(root):
        yield from agents(root)[:1]
