"""Who says it: the speakers of a trigger, innermost first."""

from collections.abc import Iterator

from kg.extract.factuality import stands_beside
from kg.extract.frames.triggers import is_event_noun
from kg.extract.lexicon import cues
from kg.extract.roles import agents, carriers, patients
from kg.extract.roles.attachment import governor_of
from kg.extract.roles.responsibility import burdened
from kg.extract.syntax.dependencies import dependents
from kg.extract.syntax.modifiers import modifiers
from kg.extract.syntax.possession import possessors
from kg.extract.syntax.prepositions import objects_of, prepositional
from kg.extract.syntax.word_classes import is_verbal
from kg.language.words import Doc, Token

CONTENT_OF_ACCUSATION = frozenset({"of", "for", "over", "on"})
AUTHORSHIP = frozenset({"from", "by"})
CONTENT_OF_NOUN = frozenset({"acl", "ccomp"})
CONTENT_OF_EVENT = frozenset({"of", "to"})  # "announced the capture of X", "the end to X", hung on the verb
PRESENT, PAST = frozenset({"VBZ", "VBP"}), frozenset({"VBD", "VBN"})


def speakers(trigger: Token) -> tuple[Token, ...]:
    """The speakers that the sentence gives for a trigger, innermost first; () for the article's own voice."""
    found: dict[Token, None] = {}
    token = trigger
    if is_verbal(trigger) and trigger.lemma_ in cues("verbs_reporting_events"):
        found |= dict.fromkeys(agents(trigger))  # "declared a ceasefire"
    while True:
        found |= dict.fromkeys((*according_to(token), *interposed(token)))
        above = governor_of(token)
        if above == token or is_aside(token):
            return tuple(found)
        if reports(token, above):
            found |= dict.fromkeys(speaker for speaker in sayers(above) if speaker != trigger)
        token = above


def interposed(clause: Token) -> tuple[Token, ...]:
    """Who speaks by a report that stands inside the clause or right after it: "Rebels, the mayor said, left"."""
    inserted = (child for child in clause.children if child.dep_ == "parataxis" and is_verbal(child))
    return tuple(s for report in inserted if report.lemma_ in cues("reporting_verbs") for s in sayers(report))


def is_aside(clause: Token) -> bool:
    """Whether the article goes on in its own voice after what somebody says: "…, while X shelled Y"."""
    if clause.dep_ != "advcl" or clause.i < clause.head.i or not dependents(clause, "nsubj", "nsubjpass"):
        return False
    return any(
        child.lower_ in cues("marks_of_asides") and child.dep_ in {"mark", "advmod"} for child in clause.children
    )


def reports(token: Token, above: Token) -> bool:
    """Whether `above` tells what the clause or noun of `token` says."""
    if not is_verbal(above):
        return above.pos_ == "NOUN" and above.lemma_ in cues("reporting_nouns") and is_content_of_noun(token)
    lemma = above.lemma_.lower()
    if token.dep_ == "dobj" and burdened(token):
        return True
    if token.lemma_ == "responsibility" and lemma in cues("responsibility_verbs"):
        return True
    if lemma in cues("accusing_verbs"):
        return is_content_of_accusation(token, lemma)
    return lemma in cues("reporting_verbs") and is_content_of_report(token, above)


def is_content_of_noun(token: Token) -> bool:
    """Whether a reporting noun says what a word under it says: "the claim that X fled", "reports of clashes"."""
    if token.lemma_ in cues("accusing_verbs") and token.tag_ == "VBG":
        return False  # "a statement condemning X" does so itself
    return token.dep_ in CONTENT_OF_NOUN or (token.dep_ == "prep" and token.lower_ == "of")


def is_content_of_accusation(token: Token, lemma: str) -> bool:
    """Whether an accusing verb says what a word under it says: "accused X of shelling", "condemned the raid"."""
    if token.dep_ == "dobj" and lemma in cues("condemning_verbs"):
        return is_event_noun(token)
    if token.dep_ == "advcl":
        return token.tag_ == "VBG" and token.i > token.head.i  # "accused X of shelling Y, killing ten"
    return token.dep_ == "prep" and token.lower_ in CONTENT_OF_ACCUSATION


def is_content_of_report(token: Token, verb: Token) -> bool:
    """Whether a reporting verb says what a word under it says: "said that X fled", "X fled, she said", "denied it"."""
    lemma = verb.lemma_.lower()
    if token.dep_ == "ccomp" and stands_beside(token, verb):
        return False
    if token.dep_ == "ccomp" or (token.dep_ == "advcl" and token.i < verb.i and lemma == "say"):
        return True
    if token.dep_ in {"conj", "advcl"}:
        return goes_on_with_content(token, verb)
    if lemma not in cues("denying_verbs", "verbs_reporting_events"):
        return False
    return token.dep_ in {"dobj", "xcomp"} or (token.dep_ == "prep" and token.lower_ in CONTENT_OF_EVENT)


def goes_on_with_content(token: Token, report: Token) -> bool:
    """Whether a verb that the parser hung on a report goes on with its content, as its tense tells.

    "Claims that they stormed the camp, killed ten" is one claim.
    """
    has_content = any(child.dep_ == "ccomp" and child.i < token.i for child in report.children)
    shares_tense = report.tag_ in PRESENT and token.tag_ in PAST
    return has_content and shares_tense and not dependents(token, "nsubj", "nsubjpass", "aux", "auxpass")


def sayers(report: Token) -> tuple[Token, ...]:
    """Who says what a reporting verb or noun tells, those whom it cites first; a statement stands for its authors."""
    if not is_verbal(report):
        return authors(report)
    said_by = agents(goes_on_from(report))
    cited = (c for c in dependents(report, "advcl") if c.lemma_ in cues("citing_verbs") and c.tag_ == "VBG")
    inner = [source for clause in cited for source in patients(clause)]
    speaking = (t for t in (*inner, *said_by) if not (t.lower_ == "it" and t.dep_ == "nsubjpass"))  # "it is said"
    return tuple(s for t in speaking for s in (authors(t) if t.lemma_ in cues("utterances") else (t,)))


def goes_on_from(report: Token) -> Token:
    """The report whose speaker goes on in a trailing "adding that", else the verb itself."""
    if report.dep_ == "advcl" and report.tag_ == "VBG" and report.lemma_ in cues("adding_verbs"):
        return outer_report(report) or report
    return report


def authors(report: Token) -> tuple[Token, ...]:
    """Whose a reporting noun is: "X's claim", "U.S. warnings", "X said in a statement"; "reports" speak themselves."""
    owners = possessors(report) or modifiers(report) or prepositional(report, AUTHORSHIP) or carriers(report)
    above = report.head.head
    if not owners and report.dep_ == "pobj" and above.lemma_ in cues("reporting_verbs") and is_verbal(above):
        return agents(above)
    return owners or ((report,) if report.tag_ == "NNS" else ())


def outer_report(report: Token) -> Token | None:
    """The reporting verb whose content a trailing participle was parsed into."""
    for token in (report, *report.ancestors):
        if token.dep_ == "ccomp" and token.head.lemma_ in cues("reporting_verbs") and is_verbal(token.head):
            return token.head
    return None


def according_to(clause: Token) -> tuple[Token, ...]:
    """The source in a phrase "according to X" or "per X" of a clause, or of the next that is joined to it."""
    joined = [child for child in clause.children if child.dep_ == "conj" and is_verbal(child)]
    for child in (*clause.children, *(c for verb in joined for c in verb.children if c.i > verb.i)):
        if child.lower_ in {"according", "per"} and child.dep_ in {"prep", "advmod", "advcl"}:
            inner = tuple(t for to in child.children if to.lower_ == "to" for t in objects_of(to))
            return inner or objects_of(child)
    return ()


def quote_speakers(doc: Doc) -> dict[int, Token]:
    """For sentences that stand wholly inside a quotation, by index of their first token: who speaks on."""
    found: dict[int, Token] = {}
    is_mark = [token.text == '"' for token in doc]
    if not any(is_mark):
        return found
    inside, last = False, None
    for sentence in doc.sents:
        if inside and last is not None:
            found[sentence.start] = last
        last = next(spoken(sentence.root), last)
        inside ^= sum(is_mark[sentence.start : sentence.end]) % 2 == 1
    return found


def spoken(root: Token) -> Iterator[Token]:
    """The speaker of a sentence whose main verb reports."""
    if root.lemma_ in cues("reporting_verbs") and is_verbal(root):
        yield from agents(root)[:1]
