"""Coreference of pronouns: number, gender, grammatical role and distance decide."""

from bisect import bisect_left
from collections.abc import Iterator

from kg.extract.coreference.chains import ACTORS, Coreference
from kg.extract.lexicon import cues, head_nouns
from kg.extract.mentions import Kind, Mention
from kg.extract.roles.verbs import agents, antecedent, carriers
from kg.extract.syntax.dependencies import dependents
from kg.language.words import Doc, Token
from kg.model import EntityType

SINGULAR_PERSONS = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself", "i", "me", "my"})
PLURALS = frozenset({"they", "them", "their", "theirs", "themselves", "we", "us", "our", "i", "me", "my"})
MAY_BE_MANY = (ACTORS - {EntityType.OPERATION}) | {EntityType.GROUP, EntityType.SOURCE}
MAY_BE_ONE = frozenset({EntityType.PERSON, EntityType.SOURCE})
MAY_BE_IT = ACTORS | {EntityType.PLACE, EntityType.EQUIPMENT}
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
OBJECTS = frozenset({"dobj", "pobj", "dative"})
SENTENCE_COST = 10
SUBJECT_BONUS = 6
SPEAKER_BONUS = 6
SPEECHLESS = frozenset({EntityType.PLACE, EntityType.EQUIPMENT})
REACH = 3  # sentences


def join_pronoun(coreference: Coreference, mention: Mention) -> None:
    """Join a pronoun to the best of the chains it may stand for; the others are kept for roles that exclude it."""
    token = coreference.doc[mention.head]
    noun = antecedent(token)
    if noun != token and noun.i in coreference.chain_of:
        coreference.join(mention, coreference.chain_of[noun.i])
        return
    ranked = rank_antecedents(coreference, token)
    speaking = speaking_body(coreference, token)
    if speaking is not None and speaking not in ranked[:2]:
        ranked = (*ranked[:1], speaking, *(chain for chain in ranked[1:] if chain != speaking))
    coreference.candidates[mention.head] = ranked
    if ranked:
        coreference.join(mention, ranked[0])


def speaking_body(coreference: Coreference, pronoun: Token) -> int | None:
    """The body for which the speaker of a reported clause speaks, a candidate for "they" and "we" in it."""
    if pronoun.lower_ not in PLURALS:
        return None
    speakers = (token.i for token in reporters(pronoun))
    chains = (coreference.chains[coreference.chain_of[i]] for i in speakers if i in coreference.chain_of)
    return next((chain.body for chain in chains if chain.body is not None), None)


def reporters(pronoun: Token) -> Iterator[Token]:
    """Who says what a pronoun stands in, by the verbs above it, the innermost first."""
    said = (verb for verb in pronoun.ancestors if verb.lemma_ in cues("reporting_verbs"))
    return (child for verb in said for child in dependents(verb, "nsubj"))


def rank_antecedents(coreference: Coreference, pronoun: Token) -> tuple[int, ...]:
    """Chains that a pronoun may stand for, the likeliest first: near, in subject position."""
    above = {token.i for token in pronoun.ancestors}
    doers = {coreference.chain_of[agent.i] for agent in acting_on(pronoun) if agent.i in coreference.chain_of}
    sentences, length = coreference.sentences, len(coreference.doc)
    bonus = 0 if pronoun.lower_ == "them" else SUBJECT_BONUS
    is_speaking, has_people = is_speaker(pronoun), owns_people(pronoun)
    allowed: dict[int, bool] = {}
    scores: dict[int, float] = {}
    for head in heads_before(coreference, pronoun):
        chain = coreference.chain_of[head]
        if chain not in allowed:
            allowed[chain] = chain not in doers and agrees(coreference, pronoun, chain)
        is_free = allowed[chain] and not is_bound(coreference.doc[head], pronoun, above)
        if is_free and not is_hearer(coreference.doc[head]):
            leads = is_prominent(coreference.doc[head], above)
            distance = sentences[pronoun.i] - sentences[head]
            score = -SENTENCE_COST * distance + bonus * leads + head / length
            if is_speaking:
                score += speaking_bonus(coreference, head)
            elif has_people and coreference.chains[chain].type in SPEECHLESS:
                score -= SENTENCE_COST
            scores[chain] = max(scores.get(chain, score), score)
    return tuple(sorted(scores, key=lambda chain: (-scores[chain], chain)))


def owns_people(pronoun: Token) -> bool:
    """Whether a pronoun is for whom people lead or fight for, which is no place: "its leader", "their fighters"."""
    lemma = pronoun.head.lemma_.lower()
    return pronoun.dep_ == "poss" and (
        lemma in cues("command_titles", "member_titles") or lemma in head_nouns(EntityType.ARMED_GROUP)
    )


def is_speaker(word: Token) -> bool:
    """Whether a word is the subject of a report or what "according to" names."""
    verb = word.head
    if word.dep_ == "nsubj":
        return verb.lemma_ in cues("reporting_verbs")
    return word.dep_ == "pobj" and verb.lower_ == "to" and verb.head.lower_ == "according"


def speaking_bonus(coreference: Coreference, head: int) -> int:
    """What makes a mention likelier to be who goes on speaking: it spoke before, and it is no place or weapon."""
    kind = coreference.chains[coreference.chain_of[head]].type
    spoke = SPEAKER_BONUS if is_speaker(coreference.doc[head]) else 0
    return spoke - (SENTENCE_COST if kind in SPEECHLESS else 0)


def acting_on(pronoun: Token) -> tuple[Token, ...]:
    """Who does to others what a pronoun undergoes: "X" in "X launched an offensive to expel them"."""
    if pronoun.dep_ not in OBJECTS:
        return ()
    return tuple(actor for doer in agents(pronoun.head) for actor in (carriers(doer) or (doer,)))


def heads_before(coreference: Coreference, pronoun: Token) -> Iterator[int]:
    """The heads of the mentions in chains that stand before a pronoun and within its reach."""
    first = coreference.sentences[pronoun.i] - REACH
    start = bisect_left(coreference.sentences, first)
    return (head for head in range(start, pronoun.i) if head in coreference.chain_of)


def is_prominent(head: Token, above: set[int]) -> bool:
    """Whether an antecedent is a subject, or the noun of a relative clause that holds the pronoun."""
    return head.dep_ in SUBJECTS or any(c.dep_ == "relcl" and c.i in above for c in head.rights)


def is_bound(head: Token, pronoun: Token, above: set[int]) -> bool:
    """Whether the antecedent's own phrase holds the pronoun, or both are arguments of one verb."""
    if pronoun.dep_ == "poss" and head.i in above:
        return True
    return pronoun.dep_ in OBJECTS and head.head == pronoun.head


def is_hearer(head: Token) -> bool:
    """Whether somebody was only told what is reported: "Reuters" in "he told Reuters"."""
    return head.dep_ in {"dobj", "dative"} and head.head.lemma_ == "tell"


def agrees(coreference: Coreference, pronoun: Token, chain: int) -> bool:
    """Whether number and kind of a chain allow the pronoun."""
    kind, word = coreference.chains[chain].type, pronoun.lower_
    if word in SINGULAR_PERSONS:
        return kind in MAY_BE_ONE and not is_plural(coreference, chain)
    if word in PLURALS:
        return kind in MAY_BE_MANY or (kind is EntityType.PERSON and is_plural(coreference, chain))
    return kind in MAY_BE_IT and not is_plural(coreference, chain)


def is_plural(coreference: Coreference, chain: int) -> bool:
    """Whether a chain is first mentioned by a plural description."""
    first = coreference.chains[chain].mentions[0]
    return first.kind is Kind.DESCRIPTION and coreference.doc[first.head].tag_ == "NNS"


def sentence_numbers(doc: Doc) -> tuple[int, ...]:
    """Which sentence of the text each token stands in."""
    numbers: list[int] = []
    for number, sentence in enumerate(doc.sents):
        numbers += [number] * len(sentence)
    return tuple(numbers)
