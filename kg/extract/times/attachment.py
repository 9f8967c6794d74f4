"""What a time expression hangs on, and whether it only names or counts something there."""

from collections.abc import Sequence

from kg.extract.frames.triggers import is_event_noun
from kg.extract.lexicon import cues
from kg.extract.times.mentions import TimeMention
from kg.extract.times.resolution import PREMODIFYING, REACH_OF_SINCE, SINCE, dated_by_distance
from kg.language.words import Doc, Token
from kg.model import TimePrecision

LINKS = frozenset({"ADP", "SCONJ", "ADV", "PART"})
RUN_ON = PREMODIFYING - {"poss"}
LONG = frozenset({TimePrecision.MONTH, TimePrecision.YEAR})
COMPARED = LONG | {TimePrecision.INTERVAL}
REACH_OF_COUNT = 4  # words between "the third" and "this month"


def governor(mention: TimeMention, times: Sequence[TimeMention], doc: Doc) -> Token:
    """The verb or noun that a time phrase hangs on."""
    around = next((other for other in times if other.start < mention.start < other.end), None)
    if around is not None:  # "19 January" in "since the truce on 19 January"
        inside = (token for token in doc[around.start].children if token.dep_ == "pobj" and token.i < mention.start)
        if (noun := next(inside, None)) is not None:
            return noun
    last = doc[mention.end - 1]
    if last.lower_ == "after":
        return dated_by_distance(last)
    if mention.start > last.sent.start and is_dated_noun(before := doc[mention.start - 1]):
        return before  # "a raid two days ago", which the parser may hang on the verb
    token = doc.span(mention.start, mention.end).root
    if token.i == token.sent.start or mention.start == token.sent.start:
        subject = token.head  # "Last month rebels seized X", the time taken for a part of the subject
        if token.dep_ in RUN_ON and subject.dep_ in {"nsubj", "nsubjpass"}:
            return subject.head
    while token.head != token and (mention.start <= token.i < mention.end or token.pos_ in LINKS):
        token = token.head
    return token.head if is_of_saying(mention, token) else token


def is_of_saying(mention: TimeMention, told: Token) -> bool:
    """Whether a time right after a verb of saying is its own, whatever the parse says: "said Sunday it had fallen"."""
    if told.dep_ != "ccomp" or told.head.lemma_ not in cues("reporting_verbs"):
        return False
    between = told.doc[told.head.i + 1 : mention.start]
    return told.head.i < mention.start < told.i and all(word.pos_ == "ADP" for word in between)


def is_dated_noun(word: Token) -> bool:
    """Whether a time right after a word is that of its event; after a verb's object it is rather the verb's."""
    return word.dep_ == "pobj" and is_event_noun(word)


def is_point_of_comparison(mention: TimeMention, doc: Doc) -> bool:
    """Whether a time dates nothing here: the day itself in "since Sunday, when", or what others are counted from."""
    is_inner = mention.start > 0 and doc[mention.start - 1].lower_ in SINCE
    return is_inner or is_comparison(mention, doc)


def is_comparison(mention: TimeMention, doc: Doc) -> bool:
    """Whether a time only counts how rare something is: "the first attack since 2014", "the third this month"."""
    is_since = doc[mention.start].lower_ in SINCE
    if not is_since and mention.time.precision not in COMPARED:
        return False
    reach = REACH_OF_SINCE if is_since else REACH_OF_COUNT
    before = doc[max(mention.start - reach, doc[mention.start].sent.start) : mention.start]
    if not is_since and any(t.lower_ == "time" for t in before):
        return False  # "for the third time this week"
    return any(t.lower_ in cues("ordinals") or (t.tag_ == "JJS" and t.lower_ != "least") for t in before)


def is_premodifying_period(mention: TimeMention, doc: Doc) -> bool:
    """Whether a year or month names the noun after it rather than dates the clause: "broke the 2014 truce"."""
    root = doc.span(mention.start, mention.end).root
    return mention.time.precision in LONG and root.head.i >= mention.end and root.dep_ in PREMODIFYING
