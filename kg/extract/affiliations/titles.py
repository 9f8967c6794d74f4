"""Who holds which office: titles before a name, in apposition, in a description, after "is"."""

from collections.abc import Iterator, Sequence

from kg.extract.affiliations.forces import is_ethnic
from kg.extract.affiliations.pattern import bind
from kg.extract.frames import Candidate
from kg.extract.lexicon import cues
from kg.extract.mentions import Kind, Mention
from kg.extract.mentions.titles import is_force_before_title, is_side_before_title, is_title
from kg.extract.roles import agents
from kg.extract.syntax.coordination import conjuncts
from kg.extract.syntax.dependencies import dependents
from kg.extract.syntax.noun_phrases import phrase_start
from kg.extract.syntax.possession import possessors
from kg.extract.syntax.prepositions import objects_of
from kg.language.words import Doc, Token
from kg.model import EntityType, Relation

# What an office may be in; places too, since a city stands for its council.
BODIES = frozenset(
    {EntityType.ARMED_GROUP, EntityType.ORGANIZATION, EntityType.STATE, EntityType.PLACE, EntityType.OPERATION}
)
ORIGINS = frozenset({EntityType.ARMED_GROUP, EntityType.ORGANIZATION})
LONGEST_TITLE = 3  # words
LONGEST_STAFF = 5  # words from a title to the end of "of the General Staff"
INDEFINITE = frozenset({"a", "an", "one"})
BEFORE_ORIGINS = frozenset({"of", "from", "with"})
OFFICE_PREPOSITIONS = frozenset({"of", "for", "from", "in"})
Mentions = dict[int, Mention]


def title_relation(title: Sequence[Token]) -> Relation | None:
    """Whether a title leads its body or only belongs to it; None for one that its holder has given up.

    The longest title counts; a deputy's belongs.
    """
    words = [token.lemma_.lower() if token.pos_ == "NOUN" else token.lower_ for token in title]
    if not cues("titles_of_the_past").isdisjoint(words):
        return None
    for size in range(LONGEST_TITLE, 0, -1):
        for start in range(len(words) - size + 1):
            known = " ".join(words[start : start + size])
            if known in cues("member_titles"):
                return Relation.MEMBER_OF
            if known in cues("command_titles"):
                return relation_of_leader(words[:start], title[start + size - 1])
    return None


def relation_of_leader(before: Sequence[str], title: Token) -> Relation | None:
    """What a leader's title says with the words before it: a deputy belongs, as does a chief of staff."""
    if not cues("titles_to_come").isdisjoint(before):
        return None
    is_deputy = not cues("deputies").isdisjoint(before)
    return Relation.MEMBER_OF if is_deputy or is_chief_of_staff(title) else Relation.COMMANDS


def is_chief_of_staff(title: Token) -> bool:
    """Whether "of staff" or "of the General Staff" follows a title."""
    following = title.doc[title.i + 1 : title.i + LONGEST_STAFF]
    return len(following) > 1 and following[0].lower_ == "of" and any(t.lower_ == "staff" for t in following)


def by_title(person: Token, mentions: Mentions) -> Iterator[Candidate]:
    """The offices of a person by the words before and beside the name or description."""
    mention = mentions[person.i]
    start, relation = title_before(person, mention)
    if relation is not None:
        end = mention.start if mention.kind is Kind.NAME else person.i
        bodies = bodies_in(list(person.doc[start:end]), person, mentions)
        bearers = (person, *listed_after(person, start, mentions))
        yield from (bind("title_before", relation, who, who, body, BODIES) for body in bodies for who in bearers)
        if mention.kind is Kind.DESCRIPTION or is_followed_by_of(mention, person.doc):
            for body in bodies_after(person, mentions):
                yield bind("title_of", relation, person, person, body, BODIES)
    for child in person.children:
        if child.dep_ == "appos" and child.i in mentions:
            yield from by_apposition(person, child, mentions)
    if person.dep_ == "appos":
        yield from by_apposition(person, person.head, mentions)
        yield from by_name_after_body(person)


def listed_after(person: Token, start: int, mentions: Mentions) -> Iterator[Token]:
    """The further persons of a list with one title: Y and Z in "rebel leaders X, Y and Z"."""
    title = next((token for token in person.doc[start : person.i] if token.tag_ == "NNS" and is_title(token)), None)
    if title is None:
        return
    beside = [token for one in (person, *dependents(person, "appos")) for token in (one, *one.conjuncts)]
    for token in dict.fromkeys(beside):
        if token.i > person.i and token.i in mentions and mentions[token.i].type is EntityType.PERSON:
            yield token


def by_origin(person: Token, mentions: Mentions) -> Iterator[Candidate]:
    """The body in "Jane Doe of the Dawn Brigade", "Jane Doe, from the Dawn Brigade"; a title before her says more."""
    mention = mentions[person.i]
    bodies = list(origins(person, mentions)) if mention.kind is Kind.NAME else []
    if bodies and title_before(person, mention)[1] is None:
        yield from (bind("member_from", Relation.MEMBER_OF, person, person, body, ORIGINS) for body in bodies)


def origins(person: Token, mentions: Mentions) -> Iterator[Token]:
    """The bodies that a person is said to be of or from."""
    for owner in possessors(person) if person.ent_type_ == "PERSON" else ():  # "the Dawn Brigade's Jane Doe"
        if owner.i in mentions and mentions[owner.i].kind is Kind.NAME and mentions[owner.i].type in ORIGINS:
            yield owner
    for phrase in person.rights:
        if phrase.dep_ == "prep" and phrase.lower_ in BEFORE_ORIGINS:
            for body in objects_of(phrase):
                if body.i in mentions and mentions[body.i].type in ORIGINS:
                    yield body


def title_before(person: Token, mention: Mention) -> tuple[int, Relation | None]:
    """Where the words before a person start that may be a title, and what they say."""
    start = phrase_start(person)
    end = mention.start if mention.kind is Kind.NAME else mention.end
    before = person.doc[start:end]
    relation = title_relation(after_owner(before))
    is_one_of_several = mention.kind is Kind.DESCRIPTION and any(token.lower_ in INDEFINITE for token in before)
    if relation is Relation.COMMANDS and is_one_of_several:
        return start, Relation.MEMBER_OF
    if relation is None and (title := title_above(person)) is not None:
        return person.head.i, title_relation([title])
    return start, relation


def after_owner(words: Sequence[Token]) -> list[Token]:
    """The words after "'s", as a title before it is its owner's: "the commander's son Musa"."""
    last = max((i for i, word in enumerate(words) if word.tag_ == "POS"), default=-1)
    return list(words[last + 1 :])


def title_above(noun: Token) -> Token | None:
    """The title whose "of" governs a noun: "head" in "the head of X"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return None
    title = noun.head.head
    return title if is_title(title) else None


def is_followed_by_of(mention: Mention, doc: Doc) -> bool:
    """Whether "of" stands right after a mention."""
    return mention.end < len(doc) and doc[mention.end].lower_ == "of"


def by_apposition(person: Token, apposition: Token, mentions: Mentions) -> Iterator[Candidate]:
    """The offices in "X, leader of Y"; "the head of Y, X"."""
    for title in conjuncts(apposition):
        tokens = list(title.doc[phrase_start(title) : title.i + 1])
        relation = title_relation(tokens) if title != person and not has_own_title(title, mentions) else None
        if relation is Relation.COMMANDS and tokens[0].lower_ in INDEFINITE:
            relation = Relation.MEMBER_OF
        if relation is not None:
            for body in (*bodies_after(title, mentions), *bodies_in(tokens, title, mentions)):
                if body != person:
                    yield bind("title_apposition", relation, person, person, body, BODIES)


def has_own_title(name: Token, mentions: Mentions) -> bool:
    """Whether a word is a name with a title of its own before it, so that it is no office of somebody else."""
    mention = mentions.get(name.i)
    return mention is not None and mention.kind is Kind.NAME and mention.start > phrase_start(name)


def by_name_after_body(person: Token) -> Iterator[Candidate]:
    """The office in "the head of the Dawn Force Jane Doe", the name hung on the body."""
    title = title_above(person.head)
    if title is not None:
        relation = title_relation(list(title.doc[phrase_start(title) : title.i + 1]))
        if relation is not None:
            yield bind("title_before", relation, person, person, person.head, BODIES)


def by_copula(doc: Doc, mentions: Mentions) -> Iterator[Candidate]:
    """The offices in "X is the commander of Y", "X became leader of Y"."""
    for title in doc:
        if title.dep_ not in {"attr", "oprd"} or title.pos_ != "NOUN":
            continue
        relation = title_relation(list(doc[phrase_start(title) : title.i + 1]))
        if relation is None:
            continue
        for person in agents(title.head):
            if person.i in mentions and mentions[person.i].type in {EntityType.PERSON, None}:
                for body in bodies_after(title, mentions):
                    yield bind("title_copula", relation, person, person, body, BODIES)


def bodies_in(tokens: Sequence[Token], head: Token, mentions: Mentions) -> list[Token]:
    """The bodies in a phrase, its head left out: "Hamas leader", "Chad's president", "their leader", "army chief".

    Of "Libyan army chief" it is the army alone, of "Libyan rebel leader" the rebels.
    """
    named = [t for t in tokens if t != head and t.i in mentions and may_have_offices(mentions[t.i])]
    found = [token for token in named if not is_countryman(tokens, mentions[token.i])]
    forces = [token for token in found if is_force_before_title(token) or is_side_before_title(token)]
    return forces or [t for t in found if is_body_before(t, mentions[t.i])]


def is_body_before(word: Token, mention: Mention) -> bool:
    """Whether a word before a title is for the body: "Chad's", "Hamas", "Chadian", "rebel"."""
    return word.dep_ == "poss" or mention.kind in {Kind.NAME, Kind.DEMONYM} or is_side_before_title(word)


def is_countryman(title: Sequence[Token], body: Mention) -> bool:
    """Whether an adjective only says where somebody is from: "the Libyan journalist", "the Kurdish leader"."""
    if is_ethnic(body):
        return True
    return body.type is EntityType.STATE and any(token.lemma_.lower() in cues("occupations") for token in title)


def bodies_after(title: Token, mentions: Mentions) -> list[Token]:
    """The bodies in "head of X", "spokesman for X", "source from X"; "a priest and head of X" has it on the priest."""
    above = [child for child in title.head.rights if child.i > title.i] if title.dep_ == "conj" else []
    phrases = (c for c in (*title.rights, *above) if c.dep_ == "prep" and c.lower_ in OFFICE_PREPOSITIONS)
    named = ((token, may_be_place(title, phrase)) for phrase in phrases for token in objects_of(phrase))
    bodies = [(token, mentions[token.i], placed) for token, placed in named if token.i in mentions]
    return [
        token
        for token, body, placed in bodies
        if may_have_offices(body) and (placed or body.type is not EntityType.PLACE)
    ]


def may_be_place(title: Token, phrase: Token) -> bool:
    """Whether a place after a title may stand for its body: "mayor of X"; not "a spokesman in X", "Jane Doe of X"."""
    return phrase.lower_ != "in" and title.pos_ != "PROPN"


def may_have_offices(body: Mention) -> bool:
    """Whether there may be offices in what a mention names, which may be of no known type."""
    return body.type is None or body.type in BODIES
