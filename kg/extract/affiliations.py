"""Who belongs to whom and who leads whom, as titles, possessives and compounds say it beside the events.

Each function yields candidates with a frame of its own, so that every edge names the pattern that made it.
"""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from kg.extract.candidates import Candidate
from kg.extract.frames import Frame
from kg.extract.lexicon import cues, head_nouns
from kg.extract.mentions import Kind, Mention, is_title
from kg.extract.phrases import conjuncts, objects_of, phrase_start, possessors
from kg.extract.roles import agents
from kg.model import EntityType, Relation

FORCE_WORDS = head_nouns(EntityType.ARMED_GROUP)
BODIES = frozenset({EntityType.ARMED_GROUP, EntityType.ORGANIZATION, EntityType.STATE, EntityType.PLACE, EntityType.OPERATION, None})
COMPOUND_RELATIONS = {
    "leading_compounds": (Relation.COMMANDS, "led_compound"),
    "holding_compounds": (Relation.CONTROLS, "held_compound"),
    "backing_compounds": (Relation.BACKED_BY, "backed_compound"),
    "alliance_compounds": (Relation.ALLIED_WITH, "allied_compound"),
}


@cache
def pattern(name: str, relation: Relation) -> Frame:
    """The frame of a pattern that is grammar rather than words."""
    return Frame(name, relation, "", (), (), ())


def find_affiliations(doc: Doc, mentions: dict[int, Mention], types: dict[int, EntityType | None]) -> Iterator[Candidate]:
    """Every affiliation that the text states, in the order of the text; `types` holds the type of each mention's entity."""
    for head in sorted(mentions):
        token, mention = doc[head], mentions[head]
        if types.get(head) is EntityType.PERSON and mention.kind is not Kind.PRONOUN:
            yield from by_title(token, mention, mentions)
        if token.lemma_.lower() in FORCE_WORDS and mention.kind is not Kind.PRONOUN:
            yield from by_owner(token, mentions, types)
            yield from under_command(token)
            yield from pro_forces(token, mentions)
        if mention.kind is Kind.DESCRIPTION and mention.type in {EntityType.ARMED_GROUP, EntityType.GROUP}:
            yield from by_membership(token, mention, types)
        if mention.kind is Kind.NAME and mention.type in {EntityType.OPERATION, EntityType.ARMED_GROUP}:
            yield from by_named_owner(token, mention, types)
        if mention.kind is Kind.DEMONYM or mention.kind is Kind.NAME:
            yield from by_compound(token)
    yield from by_copula(doc, mentions)


def title_relation(words: list[str]) -> Relation | None:
    """Whether a title leads its body or only belongs to it; the longest title counts, a deputy's belongs."""
    for size in (3, 2, 1):
        for i in range(len(words) - size + 1):
            title = " ".join(words[i : i + size])
            if title in cues("member_titles"):
                return Relation.MEMBER_OF
            if title in cues("command_titles"):
                return Relation.MEMBER_OF if set(words[:i]) & cues("deputies") else Relation.COMMANDS
    return None


def title_words(tokens: list[Token]) -> list[str]:
    """The words of a title, lower case, plural forms as singular."""
    return [t.lemma_.lower() if t.pos_ == "NOUN" else t.lower_ for t in tokens]


def by_title(person: Token, mention: Mention, mentions: dict[int, Mention]) -> Iterator[Candidate]:
    """Titles before a name, in apposition, or as the description itself."""
    start = phrase_start(person)
    before = list(person.doc[start : mention.start]) if mention.kind is Kind.NAME else list(person.doc[start : mention.end])
    relation = title_relation(title_words(before))
    if relation is Relation.COMMANDS and mention.kind is Kind.DESCRIPTION and any(t.lower_ in {"a", "an", "one"} for t in before):
        relation = Relation.MEMBER_OF  # one commander of several
    if relation is None and person.dep_ == "pobj" and person.head.lower_ == "of" and is_title(person.head.head):
        before = [person.head.head]
        relation = title_relation(title_words(before))
        start = person.head.i
    if relation is not None:
        yield from (bind(person, body, relation, "title_before") for body in bodies_before(person, start, mention, mentions))
        if mention.kind is Kind.DESCRIPTION or mention.end < len(person.doc) and person.doc[mention.end].lower_ == "of":
            yield from (bind(person, body, relation, "title_of") for body in bodies_after(person, mentions))
    for child in person.children:
        if child.dep_ == "appos" and mentions.get(child.i) is not None:
            yield from by_apposition(person, child, mentions)
    if person.dep_ == "appos":
        yield from by_apposition(person, person.head, mentions)
        if person.head.dep_ == "pobj" and person.head.head.lower_ == "of" and is_title(person.head.head.head):
            title = person.head.head.head
            relation = title_relation(title_words(list(person.doc[phrase_start(title) : title.i + 1])))
            if relation is not None:
                yield bind(person, person.head, relation, "title_before")


def by_apposition(person: Token, title: Token, mentions: dict[int, Mention]) -> Iterator[Candidate]:
    """ "X, leader of Y"; "the head of Y, X"."""
    for noun in conjuncts(title):
        tokens = list(noun.doc[phrase_start(noun) : noun.i + 1])
        relation = title_relation(title_words(tokens))
        if relation is not None and noun != person:
            for body in (*bodies_after(noun, mentions), *bodies_in(tokens, noun, mentions)):
                if body != person:
                    yield bind(person, body, relation, "title_apposition")


def by_copula(doc: Doc, mentions: dict[int, Mention]) -> Iterator[Candidate]:
    """ "X is the commander of Y", "X became leader of Y"."""
    for token in doc:
        if token.dep_ in {"attr", "oprd"} and token.pos_ == "NOUN":
            relation = title_relation(title_words([t for t in token.doc[phrase_start(token) : token.i + 1]]))
            if relation is not None:
                for person in agents(token.head):
                    for body in bodies_after(token, mentions):
                        if mentions.get(person.i) is not None and mentions[person.i].type in {EntityType.PERSON, None}:
                            yield bind(person, body, relation, "title_copula")


def bodies_before(person: Token, start: int, mention: Mention, mentions: dict[int, Mention]) -> list[Token]:
    """The bodies named among the words before a title: "Israeli prime minister", "Hamas leader", "Chad's president"."""
    end = mention.start if mention.kind is Kind.NAME else person.i
    return bodies_in(list(person.doc[start:end]), person, mentions)


def bodies_in(tokens: list[Token], head: Token, mentions: dict[int, Mention]) -> list[Token]:
    """Tokens of a phrase, its head left out, that are mentions of bodies."""
    found = [t for t in tokens if t != head and t.i in mentions and mentions[t.i].kind in {Kind.NAME, Kind.DEMONYM}]
    return [t for t in found if mentions[t.i].type in BODIES]


def bodies_after(title: Token, mentions: dict[int, Mention]) -> list[Token]:
    """The bodies in "head of X", "spokesman for X", "source from X"."""
    return [
        t
        for child in title.rights
        if child.dep_ == "prep" and child.lower_ in {"of", "for", "from", "in"}
        for t in objects_of(child)
        if t.i in mentions and mentions[t.i].type in BODIES
    ]


def bind(person: Token, body: Token, relation: Relation, name: str) -> Candidate:
    """The candidate that a title makes."""
    return Candidate(pattern(name, relation), person, person, body)


def by_owner(force: Token, mentions: dict[int, Mention], types: dict[int, EntityType | None]) -> Iterator[Candidate]:
    """ "X's forces": a person commands them, to any other body they belong; "forces under the command of X"."""
    for owner in possessors(force):
        mention = mentions.get(owner.i)
        if mention is None or owner.lower_ in {"their", "its", "his", "her", "our", "my"}:
            continue
        if types.get(owner.i) is EntityType.PERSON:
            yield Candidate(pattern("owned_force", Relation.COMMANDS), force, owner, force)
        else:
            yield Candidate(pattern("owned_force", Relation.MEMBER_OF), force, force, owner)
    for child in reversed(list(force.lefts)):
        if child.lower_ in {"pro", "anti"}:
            return
        if child.dep_ != "poss" and types.get(child.i) in {EntityType.STATE, EntityType.PLACE} and mentions[force.i].kind is Kind.DESCRIPTION:
            yield Candidate(pattern("national_force", Relation.MEMBER_OF), force, force, child)
            break


def by_membership(people: Token, mention: Mention, types: dict[int, EntityType | None]) -> Iterator[Candidate]:
    """ "three Dawn Brigade fighters", "two members of X": counted people belong to the armed body that is named."""
    doc = people.doc
    named = [t for t in doc[mention.start : mention.end] if t.i != people.i]
    for child in people.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
            named += objects_of(child)
    for body in [t for t in named if types.get(t.i) is EntityType.ARMED_GROUP and t.pos_ == "PROPN"][:1]:
        yield Candidate(pattern("members", Relation.MEMBER_OF), people, people, body)


def by_named_owner(body: Token, mention: Mention, types: dict[int, EntityType | None]) -> Iterator[Candidate]:
    """ "X's Dawn Brigade": a person commands it, and an operation is run by whoever owns it; else it belongs to X."""
    for owner in possessors(body):
        if owner.i >= mention.start:
            continue
        if types.get(owner.i) is EntityType.PERSON or mention.type is EntityType.OPERATION:
            yield Candidate(pattern("owned_body", Relation.COMMANDS), body, owner, body)
        else:
            yield Candidate(pattern("owned_body", Relation.MEMBER_OF), body, body, owner)


def under_command(force: Token) -> Iterator[Candidate]:
    """ "forces under the command of X", whether the parser hangs the phrase on the force or on the verb after it."""
    doc = force.doc
    if force.i + 1 < len(doc) and doc[force.i + 1].lower_ == "under":
        for noun in objects_of(doc[force.i + 1]):
            if noun.lemma_ in {"command", "leadership", "control", "commander"}:
                for of in (c for c in noun.children if c.lower_ == "of"):
                    yield from (Candidate(pattern("under_command", Relation.COMMANDS), noun, leader, force) for leader in objects_of(of))


def pro_forces(force: Token, mentions: dict[int, Mention]) -> Iterator[Candidate]:
    """ "pro-government forces", "anti-…" left out."""
    doc = force.doc
    for i in range(phrase_start(force), force.i - 1):
        if doc[i].lower_ == "pro" and doc[i + 1].text == "-" and i + 2 < force.i:
            side = next((t for t in doc[i + 2 : force.i] if t.i in mentions or t.pos_ in {"PROPN", "NOUN"}), None)
            if side is not None:
                yield Candidate(pattern("pro_compound", Relation.ALLIED_WITH), force, force, side)


def by_compound(name: Token) -> Iterator[Candidate]:
    """ "Saudi-led coalition", "Russian-backed rebels", "Iran-aligned militias"."""
    doc, i = name.doc, name.i
    if i + 2 >= len(doc) or doc[i + 1].text not in {"-", "–"}:
        return
    participle = doc[i + 2]
    noun = participle.head
    while noun.dep_ in {"amod", "compound", "nmod"} and noun.head.i > noun.i:
        noun = noun.head
    if noun.i <= participle.i or noun.pos_ not in {"NOUN", "PROPN"}:
        return
    for list_name, (relation, frame) in COMPOUND_RELATIONS.items():
        if participle.lemma_.lower() in cues(list_name) or participle.lower_ in cues(list_name):
            first, second = (name, noun) if relation in {Relation.COMMANDS, Relation.CONTROLS} else (noun, name)
            yield Candidate(pattern(frame, relation), participle, first, second)
