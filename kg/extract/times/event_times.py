"""Which of the time expressions of a sentence tells when one of its events happened."""

from collections.abc import Iterator, Sequence

from kg.extract.frames.actors import is_equipment
from kg.extract.frames.triggers import evokes, is_event_noun
from kg.extract.lexicon import cues, never_nouns
from kg.extract.syntax.dependencies import dependents
from kg.extract.syntax.prepositions import objects_of
from kg.extract.syntax.word_classes import VERBS, is_verbal
from kg.extract.times.attachment import governor, is_point_of_comparison, is_premodifying_period
from kg.extract.times.mentions import TimeMention
from kg.extract.times.resolution import SINCE
from kg.language.words import Doc, Token
from kg.model import Relation, Time

ALIKE = ({"VBD", "VBN"}, {"VBZ", "VBP"}, {"VBP", "VB"})
"""Tags that the tagger mixes up, so that verbs with them may stand side by side."""
HARM = (Relation.KILLS, Relation.INJURES)
UPON = frozenset({"after", "following"})
SIMULTANEOUS = frozenset({"when", "as", "while"})
WHICH = frozenset({"that", "which"})
BRIEF = frozenset({"minute", "hour"})
WITHIN = frozenset({"in", "during", "by"})


def belongs(mention: TimeMention, governing: Token, host: Token) -> bool:
    """Whether a time phrase stands in the clause or noun phrase of a host, with no other event between."""
    token = governing
    if token != host and is_premodifying_period(mention, host.doc):
        return False
    while token != host:
        if token.head == token or is_apart(token) or token.lower_ in cues("other_time_words"):
            return False
        token = token.head
    return True


def is_apart(word: Token) -> bool:
    """Whether a word begins a clause whose time is not that of what is above: "men seized on Sunday"."""
    if not tells_when(word):
        return word.pos_ in VERBS or word.dep_ in {"acl", "relcl"}
    is_object = word.head.dep_ == "dobj" and word.dep_ == "relcl"
    return is_object and word.head.head.lemma_ not in cues("performing_verbs")


def tells_when(verb: Token) -> bool:
    """Whether a clause inside a noun phrase has the time of its noun: "the raid, which began on Sunday"."""
    if verb.dep_ not in {"acl", "relcl"}:
        return False
    is_performed = verb.lemma_ in cues("performing_verbs") and (is_event(verb.head) or is_weapon(verb.head))
    return is_performed or verb.lemma_ in cues("occurring_verbs") or (verb.dep_ == "acl" and verb.tag_ == "VBG")


def event_above(token: Token) -> Token | None:
    """The word above whose time holds for this event too; None where another event begins."""
    above = token.head
    if above == token or token.dep_ in {"csubj", "parataxis"}:
        return None
    if token.dep_ == "acl" and above.dep_ == "pobj" and above.head.lower_ in SINCE:
        return above.head.head  # "30 raids since the truce, killing ten"
    if above.lower_ in UPON and is_event(token) and evokes(above.head, *HARM):
        return above.head  # "killed on Sunday after a raid"
    if token.dep_ == "advcl":
        marks = {child.lower_ for child in token.lefts if child.dep_ in {"mark", "advmod"}}
        return None if marks & cues("other_time_words") else above
    if above.pos_ == "ADP" or token.dep_ in {"pobj", "pcomp"}:
        return None if above.lower_ in cues("other_time_words") else event_above(above)
    return above


def is_told(token: Token) -> bool:
    """Whether the event is what a verb above says: "said that …", "condemned the raid", "vowed to attack"."""
    is_object = token.dep_ in {"dobj", "xcomp"}
    return token.dep_ == "ccomp" or (is_object and token.head.lemma_.lower() in cues("reporting_verbs"))


def events_beside(token: Token) -> Iterator[Token]:
    """The events told together with this one: "attacked and killed ten on Sunday", "a raid carried out on Sunday"."""
    for cause in causes(token):
        yield cause
        yield from events_beside(cause)
    for child in token.children:
        if child.dep_ in {"agent", "prep"} and child.lower_ in WITHIN | SIMULTANEOUS:
            yield from dependents(child, "pcomp")  # "killed by shelling X on Sunday"
        elif child.pos_ in VERBS and (child.i > token.i or child.dep_ == "advcl") and is_together(child, token):
            yield child
            yield from events_beside(child) if child.dep_ == "conj" else ()


def is_together(verb: Token, above: Token) -> bool:
    """Whether a verb under another word tells the same event, or one of the same time."""
    subjects = {inner.lower_ for inner in dependents(verb, "nsubj", "nsubjpass", "mark")}
    match verb.dep_:
        case "conj":
            return verb.tag_ == above.tag_ or {verb.tag_, above.tag_} in ALIKE
        case "advcl":
            marks = {inner.lower_ for inner in dependents(verb, "mark", "advmod")}
            return (verb.tag_ == "VBG" and not subjects) or bool(marks & SIMULTANEOUS)
        case "relcl":
            return bool(subjects & {"that", "which"})
        case _:
            return verb.dep_ in {"xcomp", "acl"} and not subjects


def causes(verb: Token) -> Iterator[Token]:
    """The events and weapons that do what a verb says: "the blast on Sunday killed ten"."""
    if is_verbal(verb):
        for noun in dependents(verb, "nsubj"):
            if is_event(noun) or is_weapon(noun) or any(map(tells_when, dependents(noun, "relcl"))):
                yield noun  # also "riots that broke out"


def is_event(word: Token) -> bool:
    """Whether the word is a noun for an event."""
    is_named_so = word.pos_ == "NOUN" and word.lemma_ in never_nouns()
    return is_named_so or word.lower_ in never_nouns() or is_event_noun(word)


def is_weapon(word: Token) -> bool:
    """Whether the word is a noun for a weapon."""
    return word.pos_ == "NOUN" and is_equipment(word)


def hosts(trigger: Token) -> Iterator[tuple[Token, int]]:
    """The words whose times are the event's own, nearest first, each with the first token that these may start at."""
    host: Token | None = trigger
    while host is not None:
        yield host, 0
        yield from ((beside, 0) for beside in events_beside(host))
        above = event_above(host)
        if above is not None and (is_told(host) or is_charge(host, above)):
            # The time before is when it was said; the one after it is often that of the event.
            if above.i < host.i:
                yield above, 0 if is_under_way(host) or is_said_too(trigger) else trigger.i
            if above.dep_ == "relcl":  # "a raid on Sunday in which he said ten died"
                yield from described(above.head)
            return
        if above is not None and host.dep_ == "relcl":
            yield from described(above)
            if not any(child.lower_ == "where" for child in dependents(host, "advmod")):
                return
        host = above


def is_charge(event: Token, above: Token) -> bool:
    """Whether an event is what somebody is accused of: "accused X of an attack"."""
    return event.dep_ in {"pobj", "pcomp"} and evokes(above, Relation.ACCUSES)


def is_said_too(verb: Token) -> bool:
    """Whether somebody goes on speaking: "accused" in "said on Sunday that it was calm, but accused X"."""
    return verb.dep_ == "conj" and verb.lemma_ in cues("accusing_verbs") and not dependents(verb, "nsubj", "nsubjpass")


def is_under_way(verb: Token) -> bool:
    """Whether a verb tells what somebody was at when speaking of it: "said on Sunday they were leaving"."""
    return verb.tag_ == "VBG" and bool(dependents(verb, "aux"))


def described(noun: Token) -> Iterator[tuple[Token, int]]:
    """What dates a clause on a noun: the noun, and the verb that makes an event of it: "fought a battle on Sunday"."""
    yield noun, 0
    if noun.dep_ in {"dobj", "nsubjpass"} and is_event(noun) and makes_event(noun.head):
        yield noun.head, 0


def makes_event(verb: Token) -> bool:
    """Whether a verb and the event that is its object are one: "fought a battle", "survived a raid"."""
    return verb.lemma_ in cues("performing_verbs", "undergoing_verbs", "battling_verbs")


def blows(harm: Token) -> Iterator[tuple[Token, int]]:
    """The events after which people came to harm, which share its day: "killed after a raid on Sunday"."""
    if harm.dep_ == "pobj" and harm.head.lower_ in WITHIN and is_event(harm):
        harm = harm.head.head  # "wounded in clashes after a raid on Sunday"
    if not evokes(harm, *HARM):
        return
    for phrase in dependents(harm, "prep"):
        if phrase.lower_ in UPON:
            yield from ((noun, 0) for noun in objects_of(phrase) if noun.lemma_ in never_nouns())
            yield from ((clause, 0) for clause in dependents(phrase, "pcomp") if is_blow(clause))
    for clause in dependents(harm, "advcl"):
        if any(mark.lower_ == "after" for mark in dependents(clause, "mark")) and is_blow(clause):
            yield clause, 0
    if harm.tag_ == "VBG":
        yield from ((noun, 0) for noun in blow_before(harm))


def is_blow(clause: Token) -> bool:
    """Whether a clause tells of an attack, a fight, or of something done by or to a weapon: "their car hit a mine"."""
    nouns = dependents(clause, "nsubj", "nsubjpass", "dobj")
    is_fight = any(evokes(noun, Relation.ATTACKS, Relation.CLASHES_WITH) for noun in nouns if is_event_noun(noun))
    return is_fight or evokes(clause, Relation.ATTACKS) or any(map(is_weapon, nouns))


def blow_before(harm: Token) -> Iterator[Token]:
    """The noun for an attack that a participle goes on with: "accused of a raid on Sunday, killing ten"."""
    for token in reversed(harm.doc[harm.sent.start : harm.i]):
        if is_event_noun(token) and evokes(token, Relation.ATTACKS):
            yield token
            return
        if token.pos_ in VERBS:
            return


def time_of(times: Sequence[TimeMention], trigger: Token) -> Time | None:
    """When the event of a trigger word happened, by its own sentence.

    Time phrases that hang on the trigger, its clause or its noun phrase come before those of the clauses above; those
    of other events ("after …", what somebody says) do not count, but for the blow that did harm. Among equals one with
    dates counts, then the nearest.

    Args:
        times: What `find_times` found in the text.
        trigger: The verb or noun of the event.

    Returns:
        The time; None where the sentence tells none of this event.
    """
    if not times:
        return None
    sentence = trigger.sent
    inside = [mention for mention in times if sentence.start <= mention.start < sentence.end]
    here = [(m, governor(m, times, trigger.doc)) for m in inside if not is_point_of_comparison(m, trigger.doc)]
    brief: TimeMention | None = None
    for host, first in (*hosts(trigger), *blows(trigger)) if here else ():
        own = [m for m, governing in here if (m.start >= first or is_distance(m, host)) and belongs(m, governing, host)]
        own = own or (closing(here, trigger) if host == trigger else [])
        if own:
            best = min(own, key=lambda m: (m.time.precision is None, is_distance(m, host), abs(m.start - trigger.i)))
            if not is_brief(best, trigger.doc):
                return best.time
            brief = brief or best
    return when_told(trigger, inside) or (day_of(brief, here, trigger.doc) if brief is not None else None)


def closing(here: Sequence[tuple[TimeMention, Token]], verb: Token) -> list[TimeMention]:
    """The time that ends a joined clause, though it hangs on its object: "then hit a unit sent to help on Sunday"."""
    if verb.dep_ not in {"conj", "dep"} or verb.pos_ not in VERBS:
        return []
    clauses = (clause for noun in dependents(verb, "dobj") for clause in dependents(noun, "acl"))
    inside = {word.i for clause in clauses for word in clause.subtree}
    return [mention for mention, governing in here if governing.i in inside and mention.end > verb.right_edge.i]


def is_distance(mention: TimeMention, clause: Token) -> bool:
    """Whether a time says how far away a clause and what it reports are: "a day after the army said it shelled X"."""
    return clause.doc[mention.end - 1].lower_ == "after" and clause.dep_ == "advcl"


def is_brief(mention: TimeMention, doc: Doc) -> bool:
    """Whether a time only says how few hours something took, which leaves its day to the words around."""
    words = {token.lemma_.lower() for token in doc[mention.start : mention.end]}
    return mention.time.precision is None and not words.isdisjoint(BRIEF)


def day_of(brief: TimeMention, here: Sequence[tuple[TimeMention, Token]], doc: Doc) -> Time:
    """The day that is told of what took so long, else how long: "after six hours of fighting on Monday"."""
    lasting = {token.i for token in doc.span(brief.start, brief.end).root.subtree}
    return next((one.time for one, governing in here if one.time.precision and governing.i in lasting), brief.time)


def when_told(trigger: Token, here: Sequence[TimeMention]) -> Time | None:
    """The time on which a clause hangs: "on Friday, when rebels attacked", "a raid on Friday, in which ten died"."""
    for token in (trigger, *trigger.ancestors):
        told = [one for one in here if opens_on(token, one)]
        if told:
            return max(told, key=lambda one: one.start).time  # "Sunday" in "since Sunday, when"
    return None


def opens_on(clause: Token, time: TimeMention) -> bool:
    """Whether a clause begins right after a time that it tells of: "on Friday, when", "a raid on Friday in which"."""
    is_on_time = clause.dep_ == "relcl" and time.start <= clause.head.i < time.end
    openings = [word.i for word in clause.lefts if word.lower_ == "when" or (is_on_time and word.lower_ in WHICH)]
    phrases = (phrase for phrase in dependents(clause, "prep") if phrase.lower_ in WITHIN)
    openings += [phrase.i for phrase in phrases if any(noun.lower_ == "which" for noun in objects_of(phrase))]
    return any(opening in {time.end, time.end + 1} for opening in openings)
