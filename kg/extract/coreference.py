"""Coreference inside one article: which mentions stand for one entity.

Mentions are read in the order of the text, and each joins the chain that fits it best or starts its own. Names join by
their words, descriptions by head noun and owner, pronouns by number, gender, grammatical role and distance.
"""

from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from kg.extract.lexicon import cues, head_nouns, place_nouns
from kg.extract.mentions import BY_MODEL, Kind, Mention
from kg.extract.phrases import counted, named_by, objects_of, possessors
from kg.link.gazetteer import country_of
from kg.link.names import is_abbreviation_of, normal_form
from kg.model import EntityType

SINGULAR_PERSONS = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself"})
PLURALS = frozenset({"they", "them", "their", "theirs", "themselves"})
SPEAKER_PRONOUNS = frozenset({"i", "me", "my", "we", "us", "our"})
FORCES = head_nouns(EntityType.ARMED_GROUP)
SENTENCE_COST = 10
SUBJECT_BONUS = 6
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
ACTORS = frozenset({EntityType.ARMED_GROUP, EntityType.STATE, EntityType.ORGANIZATION, EntityType.OPERATION})
# What a definite description with a bare head noun may point back to, by the head's lemma.
CLASSES: dict[str, frozenset[EntityType]] = {
    **dict.fromkeys(("group", "movement", "organization", "organisation", "militia", "army", "force", "faction", "militant", "rebel", "fighter"), ACTORS),
    **dict.fromkeys(("country", "nation", "government", "state"), frozenset({EntityType.STATE})),
}


@dataclass(slots=True)
class Chain:
    """The mentions of one entity; `owner` is the chain that leads or owns it, as in "her forces", and `body` the one
    that it speaks for, as in "a source from the brigade".
    """

    mentions: list[Mention] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    owner: int | None = None
    body: int | None = None

    @property
    def type(self) -> EntityType | None:
        """The type by vote, each mention by its certainty; ties go to the earlier mention."""
        votes: dict[EntityType, int] = {}
        for mention in self.mentions:
            if mention.type is not None and mention.certainty:
                votes[mention.type] = votes.get(mention.type, 0) + mention.certainty
        return max(votes, key=votes.__getitem__) if votes else None

    @property
    def certainty(self) -> int:
        """How far the type is to be believed: that of the most certain mention."""
        return max((m.certainty for m in self.mentions), default=0)

    @property
    def is_named(self) -> bool:
        """Whether some mention is a name."""
        return any(m.kind in {Kind.NAME, Kind.DEMONYM} for m in self.mentions)


@dataclass(slots=True)
class Coreference:
    """The chains of an article and the chain of each mention, by the mention's head index.

    `candidates` holds for each pronoun the chains it may stand for, the likeliest first.
    """

    doc: Doc
    mentions: dict[int, Mention]
    sentences: tuple[int, ...] = ()
    chains: list[Chain] = field(default_factory=list)
    chain_of: dict[int, int] = field(default_factory=dict)
    candidates: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def join(self, mention: Mention, chain: int | None, keys: set[str], owner: int | None = None) -> None:
        """Put the mention in the chain, or in a new one."""
        if chain is None:
            chain = len(self.chains)
            self.chains.append(Chain(owner=owner))
        self.chains[chain].mentions.append(mention)
        self.chains[chain].keys |= keys
        self.chain_of[mention.head] = chain

    def country_as_place(self, head: int, chain: int) -> int:
        """The chain of a country as a place, for a mention in its chain as a state; the chain itself for other states."""
        mention = self.mentions.get(head)
        country = country_of(mention.text) if mention is not None and mention.kind is Kind.NAME else None
        if mention is None or country is None:
            return chain
        key = f"place:{country}"
        found = next((i for i, other in enumerate(self.chains) if key in other.keys), len(self.chains))
        if found == len(self.chains):
            self.chains.append(Chain(keys={key}))
        self.mentions[head] = replace(mention, type=EntityType.PLACE)
        self.chains[found].mentions.append(self.mentions[head])
        return found

    def types(self) -> dict[int, EntityType | None]:
        """The type of the entity of each mention, by the mention's head index."""
        kinds = [chain.type for chain in self.chains]
        return {head: kinds[chain] for head, chain in self.chain_of.items()}

    def move(self, head: int, chain: int) -> None:
        """Put a mention that stands in one chain into another."""
        mention = self.mentions[head]
        self.chains[self.chain_of[head]].mentions.remove(mention)
        self.chains[chain].mentions.append(mention)
        self.chain_of[head] = chain


def resolve_coreference(doc: Doc, mentions: dict[int, Mention]) -> Coreference:
    """Join the mentions of a text into chains."""
    state = Coreference(doc, mentions, sentence_numbers(doc))
    for head in sorted(mentions):
        if head in state.chain_of:
            continue  # read ahead of its place
        mention = mentions[head]
        match mention.kind:
            case Kind.PRONOUN:
                join_pronoun(state, mention)
            case Kind.DESCRIPTION:
                join_description(state, mention)
            case _:
                join_name(state, mention)
    return state


def name_key(text: str) -> str:
    """The words that identify a name: its normal form without generic nouns such as "area" or "city of"."""
    generic = place_nouns("settlements") | place_nouns("regions") | {"of"}
    words = normal_form(text).split()
    return " ".join(w for w in words if w not in generic) or " ".join(words)


def join_name(state: Coreference, mention: Mention) -> None:
    """Join a name to the chain that bears it: same words, an abbreviation, or a short form of a full name."""
    country = country_of(mention.text)
    if country is not None:
        role = "place" if mention.type is EntityType.PLACE else "state"
        keys = {f"{role}:{country}"}
    else:
        keys = {name_key(mention.text)}
    found = by_key(state, keys)
    if found is None and country is None:
        found = by_apposition(state, mention)
    if found is None and country is None:
        found = by_short_form(state, mention, name_key(mention.text))
    state.join(mention, found, keys)
    state.chains[state.chain_of[mention.head]].body = body_of(state, state.doc[mention.head])


def body_of(state: Coreference, head: Token) -> int | None:
    """The body that a person or source speaks for: "a source from X", "the commander of X", "commander of X Jane Doe"."""
    above = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
    for title in (head, above):
        for child in title.rights:
            if child.dep_ == "prep" and child.lower_ in {"of", "from", "for", "with", "in"} and child.i + 1 < len(state.doc):
                for index in range(child.i + 1, min(child.i + 7, len(state.doc))):
                    mention = state.mentions.get(index)
                    if mention is not None and mention.head != head.i and mention.kind is Kind.NAME and mention.type in ACTORS:
                        return early_chain(state, state.doc[index])
    return None


def by_key(state: Coreference, keys: set[str]) -> int | None:
    """The chain that bears one of the keys."""
    return next((i for i, chain in enumerate(state.chains) if chain.keys & keys), None)


def by_apposition(state: Coreference, mention: Mention) -> int | None:
    """The chain of the name before the brackets in "Northern Defence Force (NDF)"."""
    doc, start = state.doc, mention.start
    if start < 2 or doc[start - 1].text != "(":
        return None
    before = next((m for m in state.mentions.values() if m.end == start - 1 or m.head == start - 2), None)
    if before is None or before.head not in state.chain_of:
        return None
    short = mention.text
    closes = mention.end < len(doc) and doc[mention.end].text == ")"
    return state.chain_of[before.head] if closes and (short.isupper() or is_abbreviation_of(short, before.text) or before.kind is Kind.NAME) else None


def by_short_form(state: Coreference, mention: Mention, key: str) -> int | None:
    """The latest named chain of which this is an abbreviation, a last name or a name without its generic words."""
    words = set(key.split())
    for i in range(len(state.chains) - 1, -1, -1):
        chain = state.chains[i]
        for other in chain.mentions:
            if other.kind is not Kind.NAME:
                continue
            longer = name_key(other.text)
            if is_abbreviation_of(mention.text, other.text) or is_abbreviation_of(other.text, mention.text):
                return i
            if is_part_of(words, longer.split(), other.type) or is_part_of(set(longer.split()), key.split(), mention.type):
                return i
    return None


def is_part_of(words: set[str], longer: list[str], kind: EntityType | None) -> bool:
    """Whether some words are a short form of a longer name: a person's last name, or a name less its head noun."""
    if not words or not words < set(longer):
        return False
    if kind is EntityType.PERSON:
        return longer[-1] in words or (len(longer) > 2 and longer[-2] in words)
    generic = FORCES | head_nouns(EntityType.OPERATION) | head_nouns(EntityType.ORGANIZATION)
    return set(longer) - words <= generic | {w + "s" for w in generic}


def leader_of(state: Coreference, head: Token) -> int | None:
    """The chain that owns or leads a force: "X's forces", "forces under the command of X", "forces loyal to X"."""
    for owner in possessors(head):
        if owner.i in state.chain_of:
            return state.chain_of[owner.i]
    for child in state.doc[head.i + 1 : head.i + 2]:
        if child.dep_ == "prep" and child.lower_ == "under":  # it may hang on the verb
            for command in objects_of(child):
                for inner in (t for c in command.children if c.lower_ == "of" for t in objects_of(c)):
                    if (chain := early_chain(state, inner)) is not None:
                        return chain
    for child in head.rights:
        if child.dep_ in {"amod", "acl", "relcl"} and child.lemma_ in {"loyal", "allied", "ally"}:
            for inner in (t for c in child.children if c.dep_ == "prep" for t in objects_of(c)):
                if (chain := early_chain(state, inner)) is not None:
                    return chain
    return None


def early_chain(state: Coreference, token: Token) -> int | None:
    """The chain of a name that stands after the mention being read, joined now."""
    mention = state.mentions.get(token.i)
    if mention is None or mention.kind is Kind.PRONOUN:
        return None
    if token.i not in state.chain_of:
        (join_name if mention.kind is not Kind.DESCRIPTION else join_description)(state, mention)
    return state.chain_of[token.i]


def join_description(state: Coreference, mention: Mention) -> None:
    """Join a description to what it points back to: the same owner's forces, the same head noun, the latest of its class."""
    if mention.head in state.chain_of:
        return
    head = counted(state.doc[mention.head])
    lemma = head.lemma_.lower()
    if described_name(state, mention):
        return
    owner = leader_of(state, head) if lemma in FORCES | {"side"} else None
    if owner is not None:
        own = own_forces(state, head, owner)
        key = f"forces of {owner}"
        state.join(mention, by_key(state, {key}) if own is None else own, {key} if own is None else set(), owner)
        return
    if (name := named_by(head)) is not None and (chain := early_chain(state, name)) is not None:
        state.join(mention, chain, set())
        return
    inner = named_modifier(state, mention)
    if inner is not None and lemma in FORCES and not is_counted(state, mention):
        state.join(mention, inner, set())
        return
    state.join(mention, by_definite(state, mention, head), {f"{lemma}|{mention.text.casefold()}"})
    if mention.type in {EntityType.PERSON, EntityType.SOURCE}:
        chain = state.chains[state.chain_of[mention.head]]
        chain.body = chain.body if chain.body is not None else body_of(state, head)


def described_name(state: Coreference, mention: Mention) -> bool:
    """Join a description in apposition to the name it describes: "Jane Doe, the leader of Dawn"."""
    token = state.doc[mention.head]
    named = state.mentions.get(token.head.i) if token.dep_ == "appos" else None
    if named is None or named.kind is not Kind.NAME or named.head not in state.chain_of or mention.start < named.end:
        return False
    chain = state.chain_of[named.head]
    if mention.type is not state.chains[chain].type:
        return False
    state.join(mention, chain, {f"{token.lemma_.lower()}|{mention.text.casefold()}"})
    return True


def is_counted(state: Coreference, mention: Mention) -> bool:
    """Whether a description counts some people, who are then no more than some of their body."""
    tokens = state.doc[mention.start : mention.end]
    return any(t.like_num or t.lower_ in {"several", "some", "many", "few", "dozens", "hundreds", "other", "multiple"} for t in tokens)


def own_forces(state: Coreference, head: Token, owner: int) -> int | None:
    """For the forces of an armed body the body itself, since the two are one; "their side" of a speaker is
    the body that it speaks for.
    """
    chain = state.chains[owner]
    if chain.type in {EntityType.ARMED_GROUP, EntityType.OPERATION}:
        return owner
    by_pronoun = any(t.pos_ == "PRON" for t in possessors(head))
    return chain.body if by_pronoun and chain.type in {EntityType.SOURCE, EntityType.PERSON} else None


def named_modifier(state: Coreference, mention: Mention) -> int | None:
    """The chain of the armed body whose name modifies a force word: "Wagner Group" in "Wagner Group mercenaries"."""
    head = counted(state.doc[mention.head])
    for token in state.doc[mention.start : head.i]:
        named = state.mentions.get(token.i)
        if named is None or named.kind is not Kind.NAME:
            continue
        chain = early_chain(state, token)
        if chain is not None:
            if is_armed(state.chains[chain]):
                return chain
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
            for inner in objects_of(child)[:1]:
                named = state.mentions.get(inner.i)
                chain = early_chain(state, inner) if named is not None and named.kind is Kind.NAME else None
                if chain is not None and is_armed(state.chains[chain]):
                    return chain  # "fighters of X" are X
    return None


def is_armed(chain: Chain) -> bool:
    """Whether a named chain is an armed body, or may be one for all that its words tell."""
    return chain.type in {EntityType.ARMED_GROUP, EntityType.OPERATION, None} or (
        chain.certainty <= BY_MODEL and chain.type is not EntityType.PLACE
    )


def by_definite(state: Coreference, mention: Mention, head: Token) -> int | None:
    """The chain that a definite description points back to, or None for a new entity."""
    determiner = next((t.lower_ for t in head.lefts if t.dep_ == "det"), "")
    if determiner not in {"the", "this", "these", "that", "those", "both"}:
        return None
    lemma = head.lemma_.lower()
    modifiers = {t.lemma_.lower() for t in head.lefts if t.dep_ in {"amod", "compound", "nummod"}}
    for i in range(len(state.chains) - 1, -1, -1):
        for other in reversed(state.chains[i].mentions):
            if other.kind is Kind.DESCRIPTION and state.doc[other.head].lemma_.lower() == lemma:
                theirs = {t.lemma_.lower() for t in state.doc[other.head].lefts if t.dep_ in {"amod", "compound", "nummod"}}
                if modifiers <= theirs:
                    return i
    if modifiers or any(t.dep_ == "prep" for t in head.rights):
        return None
    return by_class(state, lemma)


def by_class(state: Coreference, lemma: str) -> int | None:
    """The latest named chain of the class that a bare noun stands for: "the city", "the group", "the country"."""
    for i in sorted(range(len(state.chains)), key=lambda i: -state.chains[i].mentions[-1].head):
        chain = state.chains[i]
        if not chain.is_named:
            continue
        if lemma in CLASSES and chain.type in CLASSES[lemma]:
            return i
        if lemma in place_nouns("settlements") | place_nouns("regions") - place_nouns("sites") and chain.type is EntityType.PLACE:
            return i
    return None


def join_pronoun(state: Coreference, mention: Mention) -> None:
    """Join a pronoun to the best of the chains it may stand for, and keep the others for roles that exclude the best."""
    token = state.doc[mention.head]
    ranked = rank_antecedents(state, token)
    if (speaking := speaking_body(state, token)) is not None and speaking not in ranked[:2]:
        ranked = (*ranked[:1], speaking, *(c for c in ranked[1:] if c != speaking))
    state.candidates[mention.head] = ranked
    if ranked:
        state.join(mention, ranked[0], set())


def speaking_body(state: Coreference, pronoun: Token) -> int | None:
    """The body for which the speaker of a reported clause speaks, a candidate for "they" and "we" in it."""
    if pronoun.lower_ not in PLURALS | SPEAKER_PRONOUNS:
        return None
    for said in pronoun.ancestors:
        if said.lemma_ in cues("reporting", "verbs"):
            for child in said.children:
                chain = state.chain_of.get(child.i)
                if child.dep_ == "nsubj" and chain is not None and state.chains[chain].body is not None:
                    return state.chains[chain].body
    return None


def rank_antecedents(state: Coreference, pronoun: Token) -> tuple[int, ...]:
    """Chains that a pronoun may stand for, the likeliest first: near, in subject position, named."""
    scores: dict[int, float] = {}
    for head, chain in state.chain_of.items():
        if head >= pronoun.i or not agrees(state, pronoun, chain) or is_inside(state, head, pronoun):
            continue
        distance = state.sentences[pronoun.i] - state.sentences[head]
        if distance > 3:
            continue
        leading = state.doc[head].dep_ in SUBJECTS or any(c.dep_ == "relcl" and c in pronoun.ancestors for c in state.doc[head].rights)
        score = -SENTENCE_COST * distance + SUBJECT_BONUS * leading + head / len(state.doc)
        scores[chain] = max(scores.get(chain, score), score)
    return tuple(sorted(scores, key=lambda chain: (-scores[chain], chain)))


def sentence_numbers(doc: Doc) -> tuple[int, ...]:
    """Which sentence of the text each token stands in."""
    return tuple(number for number, sentence in enumerate(doc.sents) for _ in sentence)


def is_inside(state: Coreference, head: int, pronoun: Token) -> bool:
    """Whether the antecedent's own phrase holds the pronoun, or both are arguments of one verb."""
    token = state.doc[head]
    return pronoun in token.subtree and pronoun.dep_ == "poss" or (token.head == pronoun.head and pronoun.dep_ in {"dobj", "pobj", "dative"})


def agrees(state: Coreference, pronoun: Token, chain: int) -> bool:
    """Whether number and kind of a chain allow the pronoun."""
    kind = state.chains[chain].type
    word = pronoun.lower_
    if word in SINGULAR_PERSONS | {"i", "me", "my"}:
        return kind is EntityType.PERSON and not is_plural(state, chain)
    if word in PLURALS | SPEAKER_PRONOUNS:
        return kind in ACTORS | {EntityType.GROUP, EntityType.SOURCE} or (kind is EntityType.PERSON and is_plural(state, chain))
    return kind in ACTORS | {EntityType.PLACE, EntityType.EQUIPMENT} and not is_plural(state, chain)


def is_plural(state: Coreference, chain: int) -> bool:
    """Whether a chain is first mentioned by a plural description."""
    first = state.chains[chain].mentions[0]
    return first.kind is Kind.DESCRIPTION and state.doc[first.head].tag_ == "NNS"
