"""Who acts in an event that names nobody: the only attacker told of, or who harmed those before "two others"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.confidence import inferred_subject
from kg.extract.drafts.context import Context
from kg.extract.drafts.draft import Draft
from kg.extract.frames.affected import HARM
from kg.extract.lexicon import cues
from kg.extract.roles import outermost
from kg.model import Factuality, Relation

STRIKING = frozenset({Relation.ATTACKS, Relation.KILLS, Relation.INJURES})


def name_attackers(drafts: Sequence[Draft], context: Context) -> Iterator[Draft]:
    """The drafts; attacks and harm by nobody named get the article's only attacker, if their sentence tells of it.

    Further victims get who harmed those of the sentence before.
    """
    known = [draft for draft in drafts if draft.relation in STRIKING and draft.subject is not None]
    only = known if len({draft.subject for draft in known}) == 1 else []
    last: Draft | None = None  # harm told before
    for draft in drafts:
        told = told_by(draft, only, last, context) if draft.subject is None and draft.relation in STRIKING else None
        done = draft if told is None else with_subject_of(told, draft)
        last = done if done.relation in HARM else last
        yield done


def told_by(unnamed: Draft, known: Sequence[Draft], last: Draft | None, context: Context) -> Draft | None:
    """The draft that tells who acts in an unnamed one: one of the only attacker known, else that of the last harm."""
    beside = next((each for each in known if acts_beside(each, unnamed, context)), None)
    goes_on = beside is None and last is not None and harms_others(unnamed, last, context)
    return last if goes_on else beside


def harms_others(unnamed: Draft, last: Draft, context: Context) -> bool:
    """Whether the harm to "two others" goes on with that told right before: "X killed a guard. Two others fell"."""
    if last.subject in {None, unnamed.object} or last.factuality is not Factuality.ASSERTED:
        return False
    head = context.doc[unnamed.object_mention.head]
    is_further = not {head.lower_, *(word.lower_ for word in head.lefts)}.isdisjoint(cues("words_for_further_victims"))
    numbers = context.coreference.sentences
    is_harm = unnamed.relation in HARM and unnamed.speakers == last.speakers
    return is_harm and is_further and 0 <= numbers[unnamed.start] - numbers[last.start] <= 1


def acts_beside(told: Draft, unnamed: Draft, context: Context) -> bool:
    """Whether the same voice tells in the same sentence, as a fact of the same time, of an attacker named there."""
    sentence = context.doc[unnamed.start].sent
    mention = told.subject_mention
    return (
        mention is not None
        and sentence.start <= mention.start < sentence.end
        and sentence.start <= told.start < sentence.end
        and told.factuality is Factuality.ASSERTED
        and (told.speakers, told.time) == (unnamed.speakers, unnamed.time)
        and told.subject != unnamed.object
        and not is_answered(unnamed, context)
    )


def is_answered(event: Draft, context: Context) -> bool:
    """Whether an event is what the act beside it answers, and so another's: "in response to an attack on X"."""
    if event.trigger is None:
        return False
    noun = outermost(context.doc[event.trigger])
    above = noun.head.head
    return noun.dep_ == "pobj" and above.lemma_.lower() in cues("retaliations")


def with_subject_of(told: Draft, unnamed: Draft) -> Draft:
    """A draft with the subject of another one; its evidence shows both."""
    return replace(
        unnamed,
        subject=told.subject,
        subject_mention=told.subject_mention,
        start=min(unnamed.start, told.start),
        end=max(unnamed.end, told.end),
        features=inferred_subject(unnamed.features),
    )
