"""The periods of the time phrases of a text, with the prepositions and pairs that bound them."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date

from kg.extract.syntax.dependencies import dependents
from kg.extract.syntax.word_classes import VERBS
from kg.extract.times import calendar
from kg.extract.times.calendar import Period
from kg.extract.times.expressions import Groups
from kg.extract.times.phrases import Phrase, find_phrases
from kg.extract.times.reference import Reference
from kg.extract.times.rules import resolve
from kg.extract.times.tense import Tense, tense_of
from kg.language.words import Doc, Token
from kg.model import TimePrecision

SINCE = frozenset({"since"})
UNTIL = frozenset({"until", "till", "by"})
BEFORE, AFTER = frozenset({"before"}), frozenset({"after"})
RANGE_WORDS = {"from": frozenset({"to", "until", "till", "through", "-", "–"}), "between": frozenset({"and"})}
JOINING = frozenset({("and",), (",",), ("and", "again"), ("and", "again", "on")})
DAYS = frozenset({"weekday", "day_word", "range"})
FIXED = frozenset({"day_word", "range"})
BARE_RANGE_WORDS = frozenset({"to", "through", "-", "–"})
UNBOUNDED = frozenset({"unknown", "part_of_day"})  # "after 20 years", "until dawn"
DEADLINE = ("no", "later", "than")
PREMODIFYING = frozenset({"poss", "compound", "nmod", "amod", "nummod", "npadvmod"})
DATING = frozenset({"on", "in", "of"})
REACH_OF_SINCE = 12  # words between "since" and the date in "since the ceasefire on 19 January"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A phrase and its period, None where the text does not tell it."""

    phrase: Phrase
    period: Period | None


def bound_start(doc: Doc, phrase: Phrase) -> int:
    """Where the phrase starts with the preposition that makes a bound of it: "since", "until", "no later than"."""
    if phrase.rule in UNBOUNDED:
        return phrase.start
    before = [token.lower_ for token in doc[max(0, phrase.start - len(DEADLINE)) : phrase.start]]
    if tuple(before) == DEADLINE:
        return phrase.start - len(DEADLINE)
    if before and before[-1] in SINCE | UNTIL | BEFORE | AFTER and not is_premodifier(doc, phrase):
        return phrase.start - 1
    return phrase.start


def is_premodifier(doc: Doc, phrase: Phrase) -> bool:
    """Whether the phrase stands before a noun that it modifies: "Tuesday's attack", "the 2014 war"."""
    root = doc.span(phrase.start, phrase.end).root
    return root.head.i >= phrase.end and root.dep_ in PREMODIFYING


def tense_at(doc: Doc, phrase: Phrase) -> Tense:
    """The tense that the phrase stands in; a term set by "until" or "by" lies ahead unless the verb is past."""
    root = doc.span(phrase.start, phrase.end).root
    if phrase.rule in {"ahead", "within"} and (root.head if root.pos_ == "ADP" else root.head.head).pos_ not in VERBS:
        return Tense.UNKNOWN  # "the first launch in two months" looks back whatever the verb
    tense = tense_of(root)
    start = bound_start(doc, phrase)
    term = start < phrase.start and doc[start].lower_ in UNTIL | {DEADLINE[0]}
    return Tense.FUTURE if term and tense is not Tense.PAST else tense


def resolve_all(doc: Doc, published: date | None) -> list[Resolved]:
    """Every phrase of a text with its period; one that leans on a day spoken of leans on its sentence or the last."""
    resolved: list[Resolved] = []
    spoken_of: date | None = None
    spoken_in = previous_start = sentence_start = -1
    phrases = tuple(find_phrases(doc))
    for number, phrase in enumerate(phrases):
        start = doc[phrase.start].sent.start
        if start != sentence_start:
            previous_start, sentence_start = sentence_start, start
        near = spoken_in in {sentence_start, previous_start}
        base = spoken_of if near else None
        if phrase.rule == "after":
            base = day_told_after(doc, phrase, phrases[number + 1 : number + 2], published) or base
        reference = Reference(published, base, tense_at(doc, phrase))
        period = resolve(phrase.rule, in_year_of(resolved, phrase, sentence_start), reference)
        if period is not None and period.precision is TimePrecision.DAY:
            spoken_of, spoken_in = period.earliest, sentence_start
        resolved.append(Resolved(phrase, period))
    return resolved


def day_told_after(doc: Doc, distance: Phrase, next_ones: Sequence[Phrase], published: date | None) -> date | None:
    """The day from which a distance counts back, told after it: "a day after X fell, Y was seized on Tuesday"."""
    earlier = dated_by_distance(doc[distance.end - 1])
    for one in next_ones:
        if one.rule not in DAYS or one.start >= earlier.sent.end or doc[one.start] in earlier.subtree:
            break
        period = resolve(one.rule, one.groups, Reference(published, tense=tense_at(doc, one)))
        if period is not None and period.precision is TimePrecision.DAY:
            return period.earliest
    return None


def dated_by_distance(after: Token) -> Token:
    """The event that "two days after" dates: the verb of its clause, or its noun."""
    if after.dep_ == "mark":
        return after.head
    return next(iter(dependents(after, "pobj", "pcomp")), after)


def in_year_of(before: list[Resolved], phrase: Phrase, sentence_start: int) -> Groups:
    """The words of a phrase, a day without a year in the year of the day before it: "on 5 May 1998 …, on 6 May"."""
    if not before or phrase.rule != "date" or "year" in phrase.groups:
        return phrase.groups
    last = before[-1]
    is_fixed = last.phrase.rule == "date" and "year" in last.phrase.groups and last.phrase.start >= sentence_start
    later = {**phrase.groups, "year": last.phrase.groups.get("year", "")}
    if not is_fixed or last.period is None or last.period.earliest is None:
        return phrase.groups
    period = resolve(phrase.rule, later, Reference(None))
    is_later = period is not None and period.earliest is not None and period.earliest >= last.period.earliest
    return later if is_later else phrase.groups


def range_start(doc: Doc, left: Phrase, right: Phrase) -> int | None:
    """Where the range of two phrases starts, "from" or "between" included; None where they make none."""
    link, before = doc[left.end].lower_, doc[left.start - 1].lower_ if left.start else ""
    is_joined = right.start - left.end == 1
    if is_joined and link in RANGE_WORDS.get(before, frozenset()):
        return left.start - 1
    if is_list_of_days(doc, left, right):
        return left.start
    if not is_joined:
        return None
    return left.start if link in BARE_RANGE_WORDS else None


def is_list_of_days(doc: Doc, left: Phrase, right: Phrase) -> bool:
    """Whether two phrases name days, months or years of one event: "Thursday and early Friday", "June and July"."""
    is_one_kind = DAYS.issuperset({left.rule, right.rule}) or left.rule == right.rule in {"month", "year"}
    if not is_one_kind or is_premodifier(doc, left) or is_premodifier(doc, right):
        return False
    return tuple(token.lower_ for token in doc[left.end : right.start]) in JOINING


def ranged(left: Resolved, right: Resolved, start: int) -> Resolved:
    """The range from one phrase to another: its first day is the one that lies nearest before its last."""
    phrase = Phrase(start, right.phrase.end, "range", {})
    if right.period is None or right.period.earliest is None:
        return Resolved(phrase, None)
    first = left.period
    if left.phrase.rule not in FIXED:
        first = resolve(left.phrase.rule, left.phrase.groups, Reference(right.period.earliest, tense=Tense.PAST))
    return Resolved(phrase, calendar.interval(first.earliest, right.period.latest) if first is not None else None)


def with_ranges(doc: Doc, found: list[Resolved]) -> list[Resolved]:
    """The phrases of a text with pairs such as "from Monday to Wednesday" as one."""
    result: list[Resolved] = []
    for one in found:
        start = range_start(doc, result[-1].phrase, one.phrase) if result else None
        if start is None:
            result.append(one)
        else:
            result[-1] = ranged(result[-1], one, start)
    return result


def bounded(word: str, period: Period, published: date | None) -> Period:
    """What a preposition makes of a period: "since" runs to the publication, "until" from there to what lies ahead."""
    if word in SINCE:
        return calendar.interval(period.earliest, published)
    if word in AFTER:
        return calendar.interval(period.earliest, None)
    lies_ahead = published is not None and period.latest is not None and period.latest >= published
    return calendar.interval(published if lies_ahead and word not in BEFORE else None, period.latest)


def is_awaited(doc: Doc, until: int) -> bool:
    """Whether something was done on the day that is waited for: "waited until Monday to warn X", "not until Monday"."""
    before = doc[until - 1] if until else None
    return before is not None and doc[until].lower_ in UNTIL and (before.lemma_ == "wait" or before.lower_ == "not")


def since_event(doc: Doc, phrase: Phrase, starts: Set[int]) -> int | None:
    """Index of the "since" whose event the phrase dates: "since the truce on 19 January", "since war broke out in May".

    Read from the order of the words: the parser often hangs such a date on the main verb. A "since" right before one of
    the words at which phrases start bounds that phrase.
    """
    first = max(doc[phrase.start].sent.start, phrase.start - REACH_OF_SINCE)
    if is_premodifier(doc, phrase) or doc[phrase.start - 1].lower_ not in DATING or phrase.start == first:
        return None
    for token in reversed(list(doc[first : phrase.start - 1])):
        if token.lower_ in SINCE:
            return token.i if token.i + 1 not in starts else None
        if token.is_punct and token.text != "-":
            return None
    return None


def is_explained(doc: Doc, end: int) -> bool:
    """Whether a clause tells what was at a time that ends before this word: "since Sunday, when rebels attacked"."""
    following = [token.lower_ for token in doc[end : end + 2]]
    return following[:1] == ["when"] or following == [",", "when"]


def resolve_times(doc: Doc, published: date | None) -> Iterator[tuple[int, int, Period | None]]:
    """Start and end token of each time expression and its period, None where the text does not tell it.

    "since the truce on 19 January" gives two, the day, and the interval from it to the publication; so does "since
    Sunday, when".
    """
    found = with_ranges(doc, resolve_all(doc, published))
    starts = {one.phrase.start for one in found}
    for one in found:
        start, end, period = bound_start(doc, one.phrase), one.phrase.end, one.period
        if period is not None and start < one.phrase.start:
            if is_explained(doc, end):
                yield one.phrase.start, end, period
            if not is_awaited(doc, start):
                period = bounded(doc[start].lower_, period, published)
        yield start, end, period
        since = since_event(doc, one.phrase, starts)
        if since is not None and period is not None:
            yield since, end, bounded("since", period, published)
