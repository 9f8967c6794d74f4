"""Time phrases of a parsed text: expressions that are times here, neighbours joined ("at dawn on Tuesday")."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.extract.times.expressions import Expression, Groups, find_expressions, times_words
from kg.language.words import Doc, Span, Token

LINE_BREAK = "\n"
AFTER_DATELINES = frozenset({"-", "--", "–", "—", ":", "(", ")"})
NAMES_OF_TIMES = ("month", "weekday", "holiday")
OTHER_NUMBERS = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT", "ORDINAL"})
# Of two phrases side by side the one that tells the day more fully counts: "Tuesday, 5 May", "two days ago at dawn".
FULLNESS = {
    "part_of_day_weak": 0,
    "part_of_day": 0,
    "overnight": 1,
    "weekday": 2,
    "day_word": 3,
    "adjacent": 3,
    "ago": 3,
    "holiday": 3,
    "day_of_month": 3,
    "date": 4,
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time phrase; `start` and `end` are token indices, end exclusive."""

    start: int
    end: int
    rule: str
    groups: Groups


@cache
def listed(key: str) -> frozenset[str]:
    """A list of times.yaml as a set."""
    return frozenset(times_words(key))


def word_before(span: Span) -> str:
    """The lower-case word before a span of its sentence, or ""."""
    return span.doc[span.start - 1].lower_ if span.start > span.sent.start else ""


def is_capitalised(span: Span, expression: Expression) -> bool:
    """Whether the names of months, weekdays and feasts in a span are written as names."""
    names = {word for key in NAMES_OF_TIMES for word in expression.groups.get(key, "").split()}
    return all(token.text[0].isupper() for token in span if token.lower_.rstrip(".") in names and token.text.isalpha())


def is_inside_name(span: Span) -> bool:
    """Whether the span is part of a name that is no time: "June 4 Movement", "Bloody Sunday"."""
    doc = span.doc
    following = doc[span.end] if span.end < len(doc) else None
    before = doc[span.start - 1] if span.start > 0 else None
    return (following is not None and following.is_title and following.lower_ in listed("after_names")) or (
        before is not None and before.is_title and before.lower_ in listed("before_names")
    )


def is_dateline(span: Span) -> bool:
    """Whether the span is the day of a report after the name of its place: "TRIPOLI, Aug. 27 (AFP) -"."""
    doc = span.doc
    following = doc[span.end].text if span.end < len(doc) else ""
    line: list[Token] = []
    while span.start > len(line) and LINE_BREAK not in (before := doc[span.start - len(line) - 1]).text:
        if not (before.is_punct or before.pos_ == "PROPN"):
            return False
        line.append(before)
    return following in AFTER_DATELINES and any(not token.is_punct for token in line)


def is_bare_month(span: Span) -> bool:
    """Whether a single capitalised word such as "May" is a month here."""
    token = span[0]
    if token.tag_ == "MD" or token.ent_type_ == "PERSON":
        return False
    return token.ent_type_ == "DATE" or word_before(span) in listed("before_months")


def is_bare_year(span: Span) -> bool:
    """Whether four digits alone are a year here."""
    token = span[0]
    if token.ent_type_ == "DATE":
        return True
    return token.ent_type_ not in OTHER_NUMBERS and word_before(span) in listed("before_years")


def stands(span: Span, expression: Expression) -> bool:
    """Whether words that look like a time are one in this sentence."""
    if not is_capitalised(span, expression) or is_inside_name(span) or is_dateline(span):
        return False
    if expression.rule in {"weekday", "month"} and word_before(span) in listed("indefinite"):
        return False
    if expression.rule == "holiday" and span.root.dep_ == "compound":  # "the Christmas market"
        return False
    if len(span) == 1 and expression.rule == "month":
        return is_bare_month(span)
    if len(span) == 1 and expression.rule == "year":
        return is_bare_year(span)
    return True


def longest(found: list[tuple[Span, Expression]]) -> list[tuple[Span, Expression]]:
    """The expressions that overlap no longer one, in the order of the text."""
    taken: set[int] = set()
    kept = []
    for span, expression in sorted(found, key=lambda pair: pair[1].start - pair[1].end):  # stable: first pattern first
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            kept.append((span, expression))
    return sorted(kept, key=lambda pair: pair[0].start)


def names_an_event(span: Span, expression: Expression) -> bool:
    """Whether a day without its year stands for the event of one year: "the October 7 attacks"."""
    return expression.rule == "date" and "year" not in expression.groups and span.text.lower() in listed("named_days")


def find_in_sentence(sentence: Span) -> list[Phrase]:
    """The time phrases of a sentence, not yet joined."""
    found = [(sentence.words_at(each.start, each.end), each) for each in find_expressions(sentence.text)]
    phrases = []
    for span, expression in longest(found):  # first the longest, so that "June 4 Movement" leaves no "June"
        rule = "unknown" if names_an_event(span, expression) else expression.rule
        if stands(span, expression):
            phrases.append(Phrase(span.start, span.end, rule, expression.groups))
    return phrases


def joined(left: Phrase, right: Phrase, doc: Doc) -> Phrase | None:
    """The one phrase that two neighbours make, or None where they are two."""
    between: list[Token] = list(doc[left.end : right.start])
    if len(between) > 2 or any(token.lower_ not in listed("connectors") for token in between):
        return None
    fullness = FULLNESS.get(left.rule), FULLNESS.get(right.rule)
    if None in fullness or fullness[0] == fullness[1] or left.groups.get("unit", "day") not in {"day", "hour", "night"}:
        return None
    fuller = max(left, right, key=lambda phrase: FULLNESS[phrase.rule])
    return Phrase(left.start, right.end, fuller.rule, fuller.groups)


def find_phrases(doc: Doc) -> Iterator[Phrase]:
    """The time phrases of a text in its order; none overlaps another."""
    for sentence in doc.sents:
        phrases: list[Phrase] = []
        for phrase in find_in_sentence(sentence):
            union = joined(phrases[-1], phrase, doc) if phrases else None
            if union is None:
                phrases.append(phrase)
            else:
                phrases[-1] = union
        yield from (phrase for phrase in phrases if phrase.rule != "part_of_day_weak")
