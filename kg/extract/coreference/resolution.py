"""The pass over the mentions of an article that joins each to its chain.

A description may hang on a name that stands after it ("forces loyal to X"); that name is then joined ahead of its turn.
"""

from collections.abc import Iterator

from kg.extract.attribution import quote_speakers
from kg.extract.coreference.chains import ACTORS, Coreference
from kg.extract.coreference.descriptions import by_definite, in_apposition
from kg.extract.coreference.forces import (
    body_spoken_for,
    counts_some,
    forces_key,
    leaders_after,
    naming_words,
    own_forces,
    state_before,
    state_moving,
)
from kg.extract.coreference.names import before_brackets, find_named
from kg.extract.coreference.offices import by_office, described_by_office, remember_office
from kg.extract.coreference.pronouns import join_pronoun, reporters, sentence_numbers
from kg.extract.lexicon import cues, head_nouns
from kg.extract.mentions import DESCRIPTION, PRONOUN, Mention
from kg.extract.syntax.coordination import force_of_nation
from kg.extract.syntax.possession import possessors
from kg.extract.syntax.semantic_heads import counted, named_by
from kg.language.words import Doc, Token
from kg.link.gazetteer import country_of
from kg.model import EntityType

PERSON, PLACE, ARMED_GROUP = EntityType.PERSON, EntityType.PLACE, EntityType.ARMED_GROUP
SPEAKING = frozenset({PERSON, EntityType.SOURCE})
SINGULAR = frozenset({"i", "me", "my"})
FIRST_PERSON = SINGULAR | {"we", "us", "our", "ours", "ourselves"}


def resolve_coreference(doc: Doc, mentions: dict[int, Mention]) -> Coreference:
    """Join the mentions of a text into chains."""
    coreference = Coreference(doc, mentions, sentence_numbers(doc), quote_speakers(doc))
    for head in sorted(mentions):
        if head not in coreference.chain_of:
            join_mention(coreference, mentions[head])
    return coreference


def join_mention(coreference: Coreference, mention: Mention) -> None:
    """Join a mention by the rules for its kind."""
    if mention.kind is DESCRIPTION:
        join_description(coreference, mention)
    elif mention.kind is not PRONOUN:
        join_name(coreference, mention)
    elif not join_first_person(coreference, mention):
        join_pronoun(coreference, mention)


def join_first_person(coreference: Coreference, mention: Mention) -> bool:
    """Join "I" to who speaks and "we" to the body that he speaks for; False where the text does not tell who speaks."""
    pronoun = coreference.doc[mention.head]
    if pronoun.lower_ not in FIRST_PERSON:
        return False
    speaker = next((token for token in speakers_of(coreference, pronoun) if token != pronoun), None)
    chain = spoken_for(coreference, speaker, pronoun) if speaker is not None else None
    if chain is None:
        return False
    coreference.candidates[mention.head] = (chain,)
    coreference.join(mention, chain)
    return True


def speakers_of(coreference: Coreference, pronoun: Token) -> Iterator[Token]:
    """Who says what a pronoun stands in, as its own sentence tells it, then as those around a long quotation do."""
    yield from reporters(pronoun)
    if (quoted := coreference.quoted.get(pronoun.sent.start)) is not None:
        yield quoted


def spoken_for(coreference: Coreference, speaker: Token, pronoun: Token) -> int | None:
    """The chain that a pronoun of the first person stands for in a speaker's words."""
    chain = coreference.chain_of.get(speaker.i)
    chain = chain_ahead(coreference, speaker) if chain is None else chain
    if chain is None or coreference.chains[chain].type not in ACTORS | SPEAKING:
        return None
    body = coreference.chains[chain].body
    return chain if body is None or pronoun.lower_ in SINGULAR else body


def chain_ahead(coreference: Coreference, token: Token) -> int | None:
    """The chain of a mention that may stand after the one being read, joined now; None for a pronoun."""
    mention = coreference.mentions.get(token.i)
    if mention is None or mention.kind is PRONOUN:
        return None
    if token.i not in coreference.chain_of:
        join_mention(coreference, mention)
    return coreference.chain_of[token.i]


def join_name(coreference: Coreference, mention: Mention) -> None:
    """Join a name to the chain that bears it."""
    if (before := before_brackets(coreference, mention)) is not None:
        chain_ahead(coreference, coreference.doc[before.head])
    found, key = find_named(coreference, mention)
    head = coreference.doc[mention.head]
    if found is None:
        found = described_before(coreference, mention)
    if found is None and mention.type is PERSON:
        found = described_by_office(coreference, mention)
    state = state_before(coreference, mention, head) if is_national(mention, head) else None
    forces = forces_key(head, state) if state is not None else key
    chain = coreference.join(mention, coreference.keys.get(forces) if found is None else found, key)
    coreference.keys.setdefault(forces, coreference.chain_of[mention.head])
    remember_office(coreference, mention)
    chain.body = body_of(coreference, head)


def is_national(mention: Mention, head: Token) -> bool:
    """Whether a name is a state's own name for all its forces: "the Chadian Armed Forces"."""
    is_armed = mention.type is ARMED_GROUP
    return is_armed and head.lower_.removesuffix("s") in cues("nouns_for_all_forces")


def described_before(coreference: Coreference, mention: Mention) -> int | None:
    """The chain of the description that a name stands beside: "the council's head, Jane Doe"; "the capital, X"."""
    token = coreference.doc[mention.head]
    chain = coreference.chain_of.get(token.head.i) if token.dep_ == "appos" else None
    if chain is None or coreference.chains[chain].is_named or token.head.tag_ == "NNS":
        return None  # "the leaders Jane Doe and John Doe" are several
    if mention.type is PERSON:
        return chain if coreference.chains[chain].type is PERSON else None
    return chain if mention.type is PLACE and token.head.lemma_.lower() in cues("seats") else None


def body_of(coreference: Coreference, head: Token) -> int | None:
    """The chain of the body that a person or source speaks for."""
    body = body_spoken_for(coreference.mentions, head)
    return chain_ahead(coreference, body) if body is not None else None


def join_description(coreference: Coreference, mention: Mention) -> None:
    """Join a description to what it points back to: the owner's forces, the same head noun, the latest of its class."""
    if (named := in_apposition(coreference, mention)) is not None:
        coreference.join(mention, named)
        return
    if (force := force_of_nation(coreference.doc[mention.head])) is not None:
        join_forces_of_nation(coreference, mention, force)
        return
    head = counted(coreference.doc[mention.head])
    of_force = is_force(head)
    owner = leader_of(coreference, head) if of_force or head.lemma_.lower() == "side" else None
    if owner is not None:
        join_forces(coreference, mention, head, owner)
        return
    state = state_before(coreference, mention, head) if of_force else None
    if state is not None:
        key = forces_key(head, state)
        coreference.join(mention, coreference.keys.get(key), key)
        return
    if (named := named_chain(coreference, mention, head, of_force)) is not None:
        coreference.join(mention, named)
        return
    office = by_office(coreference, head) if mention.type is PERSON else None
    chain = coreference.join(mention, office if office is not None else by_definite(coreference, head))
    if mention.type in SPEAKING and chain.body is None:
        chain.body = body_of(coreference, head)


def is_force(head: Token) -> bool:
    """Whether the noun is one for an armed body; its allies are others, and "under the command" speaks of none."""
    lemma = head.lemma_.lower()
    is_body = lemma in head_nouns(ARMED_GROUP) and lemma not in cues("ally_nouns")
    return is_body and head.head.lower_ != "under"


def leader_of(coreference: Coreference, head: Token) -> int | None:
    """The chain that owns, leads or moves a force: "X's forces", "forces loyal to X", "X to withdraw troops"."""
    owner = next((owner.i for owner in possessors(head) if owner.i in coreference.chain_of), None)
    owner = state_moving(coreference, head) if owner is None else owner
    if owner is not None:
        return coreference.chain_of[owner]
    chains = (chain_ahead(coreference, token) for token in leaders_after(head))
    return next((chain for chain in chains if chain is not None), None)


def join_forces(coreference: Coreference, mention: Mention, head: Token, owner: int) -> None:
    """Join the forces of an owner, which are one body throughout the article."""
    coreference.chains[owner].lead()
    own = own_forces(coreference, head, owner)
    if own is not None:
        coreference.join(mention, own)
    else:
        key = forces_key(head, owner)
        coreference.join(mention, coreference.keys.get(key), key, owner)


def join_forces_of_nation(coreference: Coreference, mention: Mention, force: Token) -> None:
    """Join the forces for which a nation's adjective stands: "Chadian" in "Chadian and Libyan troops"."""
    nation = coreference.doc[mention.head].text
    state = coreference.keys.get(f"state:{country_of(nation)}")
    key = forces_key(force, state) if state is not None else None
    coreference.join(mention, coreference.keys.get(key) if key is not None else None, key)


def named_chain(coreference: Coreference, mention: Mention, head: Token, of_force: bool) -> int | None:
    """The chain that a description, of a force or not, names itself: "the city of X", "Wagner Group mercenaries"."""
    if (name := named_by(head)) is not None and (chain := chain_ahead(coreference, name)) is not None:
        return chain
    is_body = of_force or head.lower_ == "members"
    for token in naming_words(coreference.mentions, mention, head):
        body = chain_ahead(coreference, token)
        if body is not None and coreference.chains[body].is_armed:
            return body if is_body and not counts_some(mention, head) else None
    return None
