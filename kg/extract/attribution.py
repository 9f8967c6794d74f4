"""Who says it: the speakers of a trigger, innermost first."""

from collections.abc import Iterator

from kg.extract.factuality import stands_beside
from kg.extract.frames.triggers import is_event_noun
from kg.extract.lexicon import cues
from kg.extract.roles import agents, carriers, patients
from kg.extract.roles.attachment import AUTHORSHIP, governor_of
from kg.extract.roles.responsibility import burdened, is_held
from kg.extract.syntax.dependencies import dependents, has_infinitive_marker
from kg.extract.syntax.modifiers import modifiers
from kg.extract.syntax.possession import possessors
from kg.extract.syntax.prepositions import objects_of, prepositional
from kg.extract.syntax.word_classes import is_verbal
from kg.language.memory import remembered
from kg.language.words import Doc, Span, Token

BESIDE = frozenset({"parataxis", "conj"})
CONTENT_OF_ACCUSATION = frozenset({"of", "for", "over", "on"})
CONTENT_OF_NOUN = frozenset({"acl", "ccomp"})
CONTENT_OF_EVENT = frozenset({"of", "to"})  # "announced the capture of X", "the end to X", hung on the verb
DEFINITE = frozenset({"the", "this"})
SOURCING = frozenset({"according", "per"})
REACH_OF_STATEMENT = 4  # sentences back to who issued "the statement"
MARK = '"'
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
            return tuple(found) or (closing_source(token) if above == token else ())
        if reports(token, above):
            found |= dict.fromkeys(speaker for speaker in sayers(above) if speaker != trigger)
        token = above


def interposed(clause: Token) -> tuple[Token, ...]:
    """Who speaks by a report that stands inside the clause or right after it: "Rebels, the mayor said, left"."""
    beside = [child for child in clause.children if child.dep_ in BESIDE]  # mostly none
    inserted = [child for child in beside if child.dep_ == "parataxis" or is_run_on_report(child)] if beside else ()
    verbs = (child for child in inserted if is_verbal(child) and child.lemma_ in cues("reporting_verbs"))
    return tuple([s for report in verbs for s in sayers(report)]) if inserted else ()


def is_run_on_report(verb: Token) -> bool:
    """Whether a report that tells nothing itself is joined to what it reports as another clause: "X fled, Y told Z"."""
    if dependents(verb, "ccomp", "xcomp", "prep") or not dependents(verb, "nsubj"):
        return False
    start = verb.left_edge
    after_comma = start.i > 0 and start.nbor(-1).text == ","
    return after_comma and not any(c.dep_ == "cc" and c.i < verb.i for c in verb.head.rights)


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
    if is_held(token) or (token.dep_ == "dobj" and burdened(token)):
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
    if token.dep_ in {"advcl", "conj"}:  # "accused X of shelling Y, killing ten", "of training and arming Y"
        return token.tag_ == "VBG" and token.i > token.head.i and token.head.tag_ != "VBG"
    return token.dep_ == "prep" and token.lower_ in CONTENT_OF_ACCUSATION


def is_content_of_report(token: Token, verb: Token) -> bool:
    """Whether a reporting verb says what a word under it says: "said that X fled", "X fled, she said", "denied it"."""
    lemma = verb.lemma_.lower()
    if token.dep_ == "prep" and token.lower_ == "as":
        return lemma in cues("citing_verbs")  # "quoted X as saying"
    if token.dep_ == "ccomp" and (stands_beside(token, verb) or is_bare_participle(verb)):
        return False
    if token.dep_ == "ccomp" or (token.dep_ == "advcl" and token.i < verb.i and lemma == "say"):
        return True
    if token.dep_ in {"conj", "advcl"}:
        return goes_on_with_content(token, verb)
    if lemma not in cues("denying_verbs", "verbs_reporting_events"):
        return False
    return token.dep_ in {"dobj", "xcomp"} or (token.dep_ == "prep" and token.lower_ in CONTENT_OF_EVENT)


def is_bare_participle(verb: Token) -> bool:
    """Whether a past is the participle of its subject: "Gunmen thought to be rebels fled" tells not what they think."""
    infinitives = (c for c in dependents(verb, "xcomp") if has_infinitive_marker(c))
    return verb.tag_ == "VBD" and verb.lemma_ in cues("doubting_verbs") and any(infinitives)


def goes_on_with_content(token: Token, report: Token) -> bool:
    """Whether a verb that the parser hung on a report goes on with its content, as its tense tells.

    "Claims that they stormed the camp, killed ten" is one claim.
    """
    has_content = any(child.dep_ == "ccomp" and child.i < token.i for child in report.children)
    shares_tense = report.tag_ in PRESENT and token.tag_ in PAST
    return has_content and shares_tense and not dependents(token, "nsubj", "nsubjpass", "aux", "auxpass")


@remembered
def sayers(report: Token) -> tuple[Token, ...]:
    """Who says what a reporting verb or noun tells, those whom it cites first; a statement stands for its authors."""
    if not is_verbal(report):
        return authors(report)
    said_by = agents(goes_on_from(report))
    cited = (c for c in dependents(report, "advcl") if c.lemma_ in cues("citing_verbs") and c.tag_ == "VBG")
    inner = [source for clause in cited for source in patients(clause)]
    speaking = (t for t in (*inner, *said_by) if not (t.lower_ == "it" and t.dep_ == "nsubjpass"))  # "it is said"
    return tuple(s for t in speaking for s in (issuers(t) if t.lemma_ in cues("utterances") else (t,)))


def issuers(utterance: Token) -> tuple[Token, ...]:
    """Whose statement it is; of one that the text points back to, whoever spoke last: "the statement added"."""
    own = authors(utterance)
    is_definite = any(child.lower_ in DEFINITE for child in utterance.lefts)
    return own if own or not is_definite else last_speaker(utterance)


def last_speaker(token: Token) -> tuple[Token, ...]:
    """Who speaks in the latest of the sentences right before a word's own that tells of it by its main verb."""
    start = token.sent.start
    for _ in range(REACH_OF_STATEMENT):
        if not start:
            return ()
        sentence = token.doc[start - 1].sent
        start = sentence.start
        if said := [t for t in spoken(sentence.root) if t.lemma_ not in cues("utterances")]:
            return tuple(said)
    return ()


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
    if SOURCING.isdisjoint(clause.sent.words):
        return ()
    joined = [child for child in clause.children if child.dep_ == "conj" and is_verbal(child)]
    for child in (*clause.children, *(c for verb in joined for c in verb.children if c.i > verb.i)):
        if child.lower_ in SOURCING and child.dep_ in {"prep", "advmod", "advcl"}:
            inner = tuple(t for to in child.children if to.lower_ == "to" for t in objects_of(to))
            return inner or objects_of(child)
    return ()


def closing_source(root: Token) -> tuple[Token, ...]:
    """The source that a sentence ends with, which all of it is from: "X fled, leaving Y, according to Z"."""
    last = root.right_edge
    for token in root.doc[root.i + 1 : last.i] if "according" in root.sent.words else ():
        before = token.nbor(-1).text
        if token.lower_ == "according" and before == "," and token.right_edge.i + 1 >= last.i:
            return tuple(source for to in token.children if to.lower_ == "to" for source in objects_of(to))
    return ()


def quote_speakers(doc: Doc) -> dict[int, Token]:
    """For sentences that stand wholly inside a quotation, by index of their first token: who speaks in them.

    That is whoever the sentence names in which the quotation ends ("A. B," said X), else whoever spoke last.
    """
    found: dict[int, Token] = {}
    if not any(MARK in sentence.words for sentence in doc.sents):
        return found
    inside, last = False, None
    opened: list[int] = []
    for sentence in doc.sents:
        marks = [token.i for token in sentence if token.text == MARK]
        speaker = next(spoken(sentence.root), None)
        if speaker is None and (inside or is_quoted(sentence, marks)):
            opened.append(sentence.start)
        last = speaker or last
        inside ^= len(marks) % 2 == 1
        if not inside or speaker is not None:
            found |= {start: last for start in opened if last is not None}
            opened.clear()
    return found


def is_quoted(sentence: Span, marks: list[int]) -> bool:
    """Whether a sentence opens with a quotation that goes on to its end."""
    return bool(marks) and marks[0] == sentence.start and (len(marks) == 1 or marks[-1] >= sentence.end - 2)


def spoken(root: Token) -> Iterator[Token]:
    """The speaker of a sentence whose main verb reports, or that names its source."""
    if root.lemma_ in cues("reporting_verbs") and is_verbal(root):
        yield from agents(root)[:1]
    yield from according_to(root)[:1]
