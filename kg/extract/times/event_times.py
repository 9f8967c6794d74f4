"""Which of the time expressions of a sentence tells when one of its events happened."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.extract.lexicon import cues
from kg.extract.syntax.word_classes import VERBS
from kg.extract.times.mentions import TimeMention
from kg.extract.times.resolution import PREMODIFYING, REACH_OF_SINCE, SINCE
from kg.model import Time, TimePrecision

LINKS = frozenset({"ADP", "SCONJ", "ADV", "PART"})
LONG = frozenset({TimePrecision.MONTH, TimePrecision.YEAR})


def governor(mention: TimeMention, times: Sequence[TimeMention], doc: Doc) -> Token:
    """The verb or noun that a time phrase hangs on."""
    around = next((other for other in times if other.start < mention.start < other.end), None)
    if around is not None:  # "19 January" in "since the truce on 19 January"
        inside = (token for token in doc[around.start].children if token.dep_ == "pobj" and token.i < mention.start)
        if (noun := next(inside, None)) is not None:
            return noun
    token = doc[mention.start : mention.end].root
    while token.head != token and (mention.start <= token.i < mention.end or token.pos_ in LINKS):
        token = token.head
    return token


def belongs(mention: TimeMention, governing: Token, host: Token) -> bool:
    """Whether a time phrase stands in the clause or noun phrase of a host, with no other event between."""
    token = governing
    if token != host and is_premodifying_period(mention, host.doc):
        return False
    while token != host:
        other_clause = token.pos_ in VERBS and not tells_when(token)
        if token.head == token or other_clause or token.lower_ in cues("other_time_words"):
            return False
        token = token.head
    return True


def tells_when(verb: Token) -> bool:
    """Whether a clause inside a noun phrase has the time of its noun: "the raid, which began on Sunday"."""
    return (verb.dep_ == "acl" and verb.tag_ == "VBG") or (
        verb.dep_ == "relcl" and verb.lemma_ in cues("occurring_verbs")
    )


def is_comparison(mention: TimeMention, doc: Doc) -> bool:
    """Whether "since" only counts how rare something is: "the first attack since 2014"."""
    before = doc[max(mention.start - REACH_OF_SINCE, doc[mention.start].sent.start) : mention.start]
    return doc[mention.start].lower_ in SINCE and any(
        t.lower_ in cues("ordinals") or (t.tag_ == "JJS" and t.lower_ != "least") for t in before
    )


def is_premodifying_period(mention: TimeMention, doc: Doc) -> bool:
    """Whether a year or month names the noun after it rather than dates the clause: "broke the 2014 truce"."""
    root = doc[mention.start : mention.end].root
    return mention.time.precision in LONG and root.head.i >= mention.end and root.dep_ in PREMODIFYING


def event_above(token: Token) -> Token | None:
    """The word above whose time holds for this event too; None where another event begins."""
    above = token.head
    if above == token or token.dep_ in {"csubj", "parataxis"}:
        return None
    if token.dep_ == "advcl":
        marks = {child.lower_ for child in token.lefts if child.dep_ in {"mark", "advmod"}}
        return None if marks & cues("other_time_words") else above
    if above.pos_ == "ADP" or token.dep_ in {"pobj", "pcomp"}:
        return None if above.lower_ in cues("other_time_words") else event_above(above)
    return above


def is_told(token: Token) -> bool:
    """Whether the event is what a verb above says: "said that …", "condemned the raid"."""
    return token.dep_ == "ccomp" or (token.dep_ == "dobj" and token.head.lemma_.lower() in cues("reporting_verbs"))


def events_beside(token: Token) -> Iterator[Token]:
    """The events told together with this one: "attacked and killed ten on Sunday", "a raid carried out on Sunday"."""
    for child in token.rights:
        subjects = {inner.lower_ for inner in child.lefts if inner.dep_ in {"nsubj", "nsubjpass", "mark"}}
        match child.dep_:
            case "conj":
                together = child.tag_ == token.tag_
            case "advcl":
                together = child.tag_ == "VBG" and not subjects
            case "relcl":
                together = bool(subjects & {"that", "which"})
            case _:
                together = child.dep_ in {"xcomp", "acl"} and not subjects
        if together and child.pos_ in VERBS:
            yield child


def hosts(trigger: Token) -> Iterator[tuple[Token, int]]:
    """The words whose times are the event's own, nearest first, each with the first token that these may start at."""
    host: Token | None = trigger
    while host is not None:
        yield host, 0
        yield from ((beside, 0) for beside in events_beside(host))
        above = event_above(host)
        if above is not None and is_told(host):
            # The time before is when it was said; the one after it is often that of the event.
            if above.i < host.i:
                yield above, trigger.i
            return
        if above is not None and host.dep_ == "relcl":
            yield above, 0
            return
        host = above


def time_of(times: Sequence[TimeMention], trigger: Token) -> Time | None:
    """When the event of a trigger word happened, by its own sentence.

    Time phrases that hang on the trigger, its clause or its noun phrase come before those of the clauses above; those
    of other events ("after …", what somebody says) do not count. Among equals one with
    dates counts, then the nearest.

    Args:
        times: What `find_times` found in the text.
        trigger: The verb or noun of the event.

    Returns:
        The time; None where the sentence tells none of this event.
    """
    sentence = trigger.sent
    inside = (mention for mention in times if sentence.start <= mention.start < sentence.end)
    here = [(m, governor(m, times, trigger.doc)) for m in inside if not is_comparison(m, trigger.doc)]
    for host, first in hosts(trigger) if here else ():
        own = [m for m, governing in here if m.start >= first and belongs(m, governing, host)]
        if own:
            return min(own, key=lambda m: (m.time.precision is None, abs(m.start - trigger.i), m.start)).time
    return None
