"""Who stands beside whom: "A and its allies", "supporters of X", "a raid by A and B"."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from kg.extract.affiliations.pattern import bind
from kg.extract.factuality import factuality
from kg.extract.frames import Candidate, Frame
from kg.extract.lexicon import cues
from kg.extract.roles.reciprocity import RECIPROCALS
from kg.extract.syntax.coordination import force_of_nation
from kg.extract.syntax.modifiers import modifiers
from kg.extract.syntax.possession import possessors
from kg.extract.syntax.prepositions import objects_of
from kg.extract.syntax.word_classes import HYPHENS
from kg.language.words import Token
from kg.model import EntityType, Factuality, Relation

FIGHTERS = frozenset({EntityType.ARMED_GROUP, EntityType.STATE})
JOINT_ACTION = Frame("joint_action", Relation.ALLIED_WITH, subject_types=FIGHTERS, object_types=FIGHTERS)
"""Two armed bodies that do one and the same thing."""
JOINT = frozenset({Relation.ATTACKS, Relation.SEIZES, Relation.REPELS, Relation.WITHDREW_FROM})


def beside_ally(ally: Token) -> Iterator[Candidate]:
    """The first of "A and its allies", "A and allied B", for a word that is joined to another."""
    above = ally.head
    if not (is_ally(ally) or has_allied_modifier(ally)):
        return
    while above.dep_ == "conj" and above.head.i < above.i:
        above = above.head
    for body in bodies_of_allies(ally):
        yield bind("allied_conjunct", Relation.ALLIED_WITH, ally, body, above)


def bodies_of_allies(ally: Token) -> tuple[Token, ...]:
    """The bodies that "their Northern Army allies" names; any other noun stands for itself."""
    owned = any(child.dep_ == "poss" and child.pos_ == "PRON" for child in ally.lefts)
    return (modifiers(ally)[-1:] if owned and is_ally(ally) else ()) or (ally,)


def is_ally(noun: Token) -> bool:
    """Whether a noun says that it stands for allies."""
    return noun.lemma_.lower() in cues("ally_nouns")


def has_allied_modifier(noun: Token) -> bool:
    """Whether a noun is "allied" or the like without saying with whom."""
    words = (child for child in noun.lefts if child.lower_ in cues("allied_adjectives"))
    return any(word.i == 0 or word.nbor(-1).text not in HYPHENS for word in words)


def by_support(people: Token) -> Sequence[Candidate]:
    """Whom people support: "supporters of X", "X loyalists"."""
    if people.lemma_.lower() not in cues("supporter_nouns"):
        return ()
    of = (child for child in people.rights if child.dep_ == "prep" and child.lower_ == "of")
    named = [token for phrase in of for token in objects_of(phrase)]
    supported = named or possessors(people) or modifiers(people)
    return [bind("supporters", Relation.ALLIED_WITH, people, people, body) for body in supported]


def joint_actions(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The pairs of bodies that the text joins as those who attacked, took or left one and the same target."""
    acting: dict[tuple[int, int], list[Candidate]] = {}
    for candidate in candidates:
        if candidate.frame.relation in JOINT and candidate.object.lower_ not in RECIPROCALS:
            acting.setdefault((candidate.trigger.i, candidate.object.i), []).append(candidate)
    for group in acting.values():
        trigger = group[0].trigger
        if len(group) < 2 or trigger.head.lemma_ in cues("ending_verbs") or not is_asserted(trigger):
            continue
        subjects = dict.fromkeys(candidate.subject for candidate in group if candidate.subject is not None)
        for first, second in combinations(subjects, 2):
            if are_joined(first, second):
                yield Candidate(JOINT_ACTION, trigger, only_member(first), second)


def is_asserted(trigger: Token) -> bool:
    """Whether the text tells it as a fact."""
    return factuality(trigger) is Factuality.ASSERTED


def are_joined(first: Token, second: Token) -> bool:
    """Whether two actors stand side by side, by "and" or a dash, and not face to face; allies have a pattern."""
    if is_ally(second) or any(child.lower_ in RECIPROCALS for child in first.head.children):
        return False
    if (force := force_of_nation(first)) is not None:
        return force in (second, force_of_nation(second))
    return second in first.conjuncts or (first.head == second.head and first.nbor().text in HYPHENS)


def only_member(coalition: Token) -> Token:
    """The one body that the parse leaves in "a coalition of A and B", B being hung on the coalition; any other noun."""
    of = (child for child in coalition.rights if child.lower_ == "of")
    members = [token for phrase in of for token in objects_of(phrase)]
    return members[0] if coalition.lemma_.lower() in cues("coalition_nouns") and len(members) == 1 else coalition
