"""Continuation: what a sentence leaves out of a happening that the sentences before it told of, its place and day."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.drafts.context import Context
from kg.extract.drafts.draft import Draft
from kg.extract.lexicon import cues
from kg.extract.mentions import Kind
from kg.extract.syntax.dependencies import dependents
from kg.extract.syntax.prepositions import objects_of
from kg.extract.times import is_retold, retold_time
from kg.extract.times.tense import Tense, governing_verb, tense_of
from kg.language.words import Token
from kg.model import Factuality, Relation

HARM_TO_LIFE = frozenset({Relation.KILLS, Relation.INJURES})
HARM = frozenset({Relation.KILLS, Relation.INJURES, Relation.DETAINS})
VIOLENCE = HARM | {Relation.ATTACKS, Relation.CLASHES_WITH, Relation.REPELS, Relation.SEIZES}
EVENTS = (VIOLENCE, frozenset({Relation.NEGOTIATES_WITH}))
"""Relations of one happening, which a noun such as "the attack" or "the ceasefire" may take up again."""
FALLING_ON = frozenset({Relation.ATTACKS, Relation.SEIZES})
AHEAD = frozenset({Factuality.PLANNED, Factuality.NEGATED})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
REACH = 2  # sentences back
REACH_OF_DAY = 3
REACH_OF_HEADLINE = 3  # sentences on
PARAGRAPH = "\n\n"


def with_carried(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts of events, those of violence completed by the place and day of the happening that they go on with."""
    done: list[Draft] = []
    for draft in drafts:
        before = told_before(draft, done, context)
        dated = with_retold_time(with_time(with_place(draft, before, context), before, context), context)
        done.append(with_only_day(dated, done, context))
    return [with_later(draft, done, context) for draft in done]


def told_before(draft: Draft, done: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts of violence that one goes on with, the latest first: nobody else acts, and near it or in "the attack".

    None for a draft that tells its place and day itself.
    """
    if draft.relation not in VIOLENCE or (draft.place is not None and draft.time is not None):
        return []
    alike = [one for one in reversed(done) if one.relation in VIOLENCE and is_ahead(one) is is_ahead(draft)]
    if alike and is_answer(draft, context):
        return [one for one in alike if is_near(draft, one, context)]
    shared = [one for one in alike if may_share_party(draft, one)]
    nouns = [word for word in context.doc[draft.start].sent if word.pos_ == "NOUN"] if shared else []
    is_back = any(is_retold(noun, VIOLENCE) for noun in nouns)
    takes_up = takes_up_event if is_back else goes_on_below
    return [one for one in shared if is_near(draft, one, context) or takes_up(draft, one, context)]


def may_share_party(draft: Draft, earlier: Draft) -> bool:
    """Whether two drafts tell of somebody together, or the later one does not tell who acts."""
    parties = (earlier.subject, earlier.object)
    return draft.subject is None or draft.subject in parties or draft.object in parties


def with_later(draft: Draft, drafts: Sequence[Draft], context: Context) -> Draft:
    """The draft of harm at the time that its sentence tells only of more harm, a headline's as the article tells it."""
    if draft.relation not in VIOLENCE or (draft.time is not None and draft.place is not None):
        return draft
    if context.is_headline(draft.start):
        body = [one for one in drafts if tells_headline(draft, one, context)]
        time = draft.time or next((one.time for one in body if one.time is not None), None)
        places = (one.place for one in body if one.place is not None and one.place not in {draft.subject, draft.object})
        return replace(draft, time=time, place=draft.place if draft.place is not None else next(places, None))
    if draft.time is not None or draft.relation not in HARM_TO_LIFE:
        return draft
    beside = next((one for one in drafts if is_harm_beside(draft, one, context)), None)
    return draft if beside is None else replace(draft, time=beside.time)


def tells_headline(headline: Draft, draft: Draft, context: Context) -> bool:
    """Whether one of the first sentences tells of the event of a headline."""
    if (
        not 0 < context.coreference.sentences[draft.start] <= REACH_OF_HEADLINE
        or draft.relation is not headline.relation
    ):
        return False
    if is_ahead(draft) is not is_ahead(headline):
        return False
    nouns = [context.doc[one.object_mention.head].lemma_ for one in (headline, draft)]
    return headline.object == draft.object or nouns[0] == nouns[1] or is_same_count(headline, draft)


def is_same_count(first: Draft, second: Draft) -> bool:
    """Whether two drafts tell of as many people."""
    return first.count is not None and second.count is not None and first.count.low == second.count.low


def is_harm_beside(draft: Draft, other: Draft, context: Context) -> bool:
    """Whether another draft tells of the wounded beside the dead, or the dead beside the wounded, with their time."""
    if other.time is None or {draft.relation, other.relation} != HARM_TO_LIFE:
        return False
    is_one_act = is_ahead(draft) is is_ahead(other) and len({draft.subject, other.subject} - {None}) <= 1
    return is_one_act and context.coreference.sentences[draft.start] == context.coreference.sentences[other.start]


def takes_up_event(draft: Draft, earlier: Draft, context: Context) -> bool:
    """Whether a sentence that takes up an event told before, as in "the attack", goes on with this one."""
    is_close = sentences_between(earlier, draft, context) <= REACH
    return draft.subject in (earlier.subject, earlier.object) or (draft.subject is None and is_close)


def goes_on_below(draft: Draft, earlier: Draft, context: Context) -> bool:
    """Whether the next paragraph goes on with somebody told of in one before: "The bomber drove a truck into …"."""
    mention, trigger = draft.subject_mention, draft.trigger
    if mention is None or trigger is None or draft.subject not in {earlier.subject, earlier.object}:
        return False
    determiners = dependents(context.doc[mention.head], "det")
    is_back = mention.kind is Kind.PRONOUN or any(word.lower_ in DEFINITE for word in determiners)
    return is_back and is_simple_past(context.doc[trigger]) and sentences_between(earlier, draft, context) <= REACH


def is_simple_past(verb: Token) -> bool:
    """Whether a verb tells of the past without looking back from it: "drove", and not "had driven"."""
    return verb.tag_ == "VBD" and not dependents(verb, "aux")


def sentences_between(earlier: Draft, draft: Draft, context: Context) -> int:
    """How many sentences a draft stands after an earlier one."""
    numbers = context.coreference.sentences
    return numbers[draft.start] - numbers[earlier.start]


def is_answer(draft: Draft, context: Context) -> bool:
    """Whether a draft tells what was done upon something else: "killed ten rebels in return"."""
    if draft.trigger is None:
        return False
    phrases = dependents(context.doc[draft.trigger], "prep")
    return any(noun.lemma_.lower() in cues("retaliations") for phrase in phrases for noun in objects_of(phrase))


def is_near(draft: Draft, earlier: Draft, context: Context) -> bool:
    """Whether an earlier draft stands in the same sentence or in one of the last of the same paragraph."""
    is_close = 0 <= sentences_between(earlier, draft, context) <= REACH
    return is_close and PARAGRAPH not in context.doc.text_of(earlier.end, draft.start)


def is_ahead(draft: Draft) -> bool:
    """Whether it has not happened."""
    return draft.factuality in AHEAD


def with_place(draft: Draft, before: Sequence[Draft], context: Context) -> Draft:
    """The draft at the place of what it goes on with, where it has none; a target that is a place says enough."""
    if draft.place is not None or context.is_place(draft.object):
        return draft
    places = [place for one in before for place in places_of(one, context) if place != draft.subject]
    best = max(places, key=lambda place: context.chains[place].is_named, default=None)
    return draft if best is None else replace(draft, place=best)


def places_of(draft: Draft, context: Context) -> Iterator[int]:
    """The place of an event, else the place on which it fell."""
    if draft.place is not None:
        yield draft.place
    elif draft.relation in FALLING_ON and context.is_place(draft.object):
        yield draft.object


def with_time(draft: Draft, before: Sequence[Draft], context: Context) -> Draft:
    """The draft at the time of what it goes on with; where its sentence dates something, of what it tells."""
    if draft.time is not None:
        return draft
    sentence = context.doc[draft.start].sent
    if any(time.time.value for time in context.times if sentence.start <= time.start < sentence.end):
        before = [one for one in before if one.start >= sentence.start] if draft.relation in HARM else ()
    told = next((one.time for one in before if one.time is not None), None)
    return draft if told is None else replace(draft, time=told)


def with_only_day(draft: Draft, before: Sequence[Draft], context: Context) -> Draft:
    """The draft on the day of all violence told so far, where its sentence goes on in the past and dates nothing."""
    if draft.time is not None or draft.relation not in VIOLENCE or is_ahead(draft) or draft.trigger is None:
        return draft
    told = [one for one in before if one.relation in VIOLENCE and one.time is not None and one.time.value]
    if not told or len({one.time.value for one in told if one.time is not None}) > 1:
        return draft
    sentence = context.doc[draft.start].sent
    is_dated = any(sentence.start <= time.start < sentence.end for time in context.times)
    is_close = sentences_between(told[-1], draft, context) <= REACH_OF_DAY
    if is_dated or not is_close or acts_anew(draft, told, context) or not goes_on_telling(context.doc[draft.trigger]):
        return draft
    return replace(draft, time=told[-1].time)


def acts_anew(draft: Draft, told: Sequence[Draft], context: Context) -> bool:
    """Whether a draft tells of another happening: of a body named for the first time, or of "an attack"."""
    event = context.doc[draft.trigger] if draft.trigger is not None else None
    if event is not None and event.pos_ == "NOUN":
        return not is_retold(event, VIOLENCE)
    is_body = draft.subject is not None and context.chains[draft.subject].is_named
    return is_body and all(draft.subject not in {one.subject, one.object} for one in told)


def goes_on_telling(event: Token) -> bool:
    """Whether the clause of an event tells of the past without looking back from it: "were killed", not "had been"."""
    verb = governing_verb(event)
    is_earlier = event.sent[0].lower_ in cues("words_for_outdated")
    if verb is None or is_earlier or tense_of(verb) is not Tense.PAST:
        return False
    return all(helper.lower_ != "had" for helper in dependents(verb, "aux"))


def with_retold_time(draft: Draft, context: Context) -> Draft:
    """The draft at the time that the next sentence gives it, as in "The attack took place on Sunday"."""
    event = next((kind for kind in EVENTS if draft.relation in kind), None)
    if draft.time is not None or event is None or not context.times:
        return draft
    after = context.doc[draft.start].sent.end
    following = context.doc[after].sent if after < len(context.doc) else None
    told = retold_time(context.times, following, event) if following is not None else None
    return draft if told is None else replace(draft, time=told)
