"""Who acts in an event that names nobody, where one attacker alone is told of: "X shelled the town and ten died"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.confidence import inferred_subject
from kg.extract.drafts.context import Context
from kg.extract.drafts.draft import Draft
from kg.extract.lexicon import cues
from kg.extract.roles import outermost
from kg.model import Factuality, Relation

STRIKING = frozenset({Relation.ATTACKS, Relation.KILLS, Relation.INJURES})


def name_attackers(drafts: Sequence[Draft], context: Context) -> Iterator[Draft]:
    """The drafts; attacks and harm by nobody named get the article's only attacker, if their sentence tells of it."""
    known = [draft for draft in drafts if draft.relation in STRIKING and draft.subject is not None]
    is_single = len({draft.subject for draft in known}) == 1
    for draft in drafts:
        is_open = is_single and draft.subject is None and draft.relation in STRIKING
        told = next((each for each in known if acts_beside(each, draft, context)), None) if is_open else None
        yield draft if told is None else with_subject_of(told, draft)


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
