"""Chains: the mentions of one entity, and all chains of an article."""

from dataclasses import dataclass, field, replace

from kg.extract.mentions import DEMONYM, DESCRIPTION, NAME, Certainty, Mention
from kg.extract.syntax.semantic_heads import described_noun
from kg.language.words import Doc, Token
from kg.link.gazetteer import country_of
from kg.model import EntityType

ACTORS = frozenset({EntityType.ARMED_GROUP, EntityType.STATE, EntityType.ORGANIZATION, EntityType.OPERATION})
ARMED = frozenset({EntityType.ARMED_GROUP, EntityType.OPERATION})
NAMING = frozenset({NAME, DEMONYM})


@dataclass(slots=True)
class Chain:
    """The mentions of one entity.

    Args:
        mentions: In the order in which they were joined.
        names: Its mentions by a name, each name and type once.
        type: What most of its mentions say, each by its certainty; of equals what the earlier one says.
        certainty: How far the type is to be believed: that of the most certain mention.
        is_named: Whether some mention is a name or a demonym.
        owner: The chain that leads or owns it, as in "her forces".
        body: The chain that it speaks for, as in "a source from the brigade".
    """

    mentions: list[Mention] = field(default_factory=list)
    names: list[Mention] = field(default_factory=list)
    type: EntityType | None = None
    certainty: Certainty = Certainty.NONE
    is_named: bool = False
    owner: int | None = None
    body: int | None = None
    votes: dict[EntityType, int] = field(default_factory=dict)

    def add(self, mention: Mention) -> None:
        """Put a mention at the end."""
        self.mentions.append(mention)
        self.certainty = max(self.certainty, mention.certainty)
        self.is_named = self.is_named or mention.kind in NAMING
        if mention.kind is NAME and all((m.text, m.type) != (mention.text, mention.type) for m in self.names):
            self.names.append(mention)
        if mention.type is not None and mention.certainty:
            self.votes[mention.type] = self.votes.get(mention.type, 0) + mention.certainty
            self.type = max(self.votes, key=self.votes.__getitem__) if len(self.votes) > 1 else mention.type

    def lead(self) -> None:
        """Take a single unknown name that owns forces for a person's: "Tahir's forces"."""
        is_single = self.is_named and all(
            len(name.text.split()) == 1 and not name.text.isupper() for name in self.names
        )
        if is_single and self.certainty <= Certainty.MODEL and self.type is not EntityType.PLACE:
            self.votes[EntityType.PERSON] = self.votes.get(EntityType.PERSON, 0) + Certainty.DESCRIPTION
            self.type, self.certainty = EntityType.PERSON, Certainty.DESCRIPTION

    @property
    def is_armed(self) -> bool:
        """Whether it is an armed body, or may be one for all that its words tell."""
        is_guess = self.certainty <= Certainty.MODEL and self.type is not EntityType.PLACE
        return self.type is None or self.type in ARMED or is_guess


@dataclass(slots=True)
class Coreference:
    """The chains of an article; they are numbered in the order in which they began.

    Args:
        doc: The article's parse.
        mentions: Its mentions by the index of their head.
        sentences: The number of the sentence in which each token stands.
        quoted: Who speaks on in the sentences that stand wholly inside a quotation, by the sentence's first token.
        chains: The chains.
        chain_of: The chain of each mention that stands in one, by the index of its head.
        candidates: For each pronoun the chains it may stand for, the likeliest first.
        keys: The chain that bears a key: a normal form of a name, a country in its role, an owner's forces.
        descriptions: The chain and head of each description, by the lemma of the noun that says who it is.
        offices: The chain of each person named with an office, with the words for it.
    """

    doc: Doc
    mentions: dict[int, Mention]
    sentences: tuple[int, ...] = ()
    quoted: dict[int, Token] = field(default_factory=dict)
    chains: list[Chain] = field(default_factory=list)
    chain_of: dict[int, int] = field(default_factory=dict)
    candidates: dict[int, tuple[int, ...]] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)
    descriptions: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    offices: list[tuple[int, frozenset[str]]] = field(default_factory=list)

    def join(self, mention: Mention, chain: int | None, key: str | None = None, owner: int | None = None) -> Chain:
        """Put the mention in a chain, or in a new one with this owner; the chain bears the key from now on."""
        if chain is None:
            chain = len(self.chains)
            self.chains.append(Chain(owner=owner))
        self.chains[chain].add(mention)
        self.chain_of[mention.head] = chain
        if key is not None:
            self.keys.setdefault(key, chain)
        if mention.kind is DESCRIPTION:
            lemma = described_noun(self.doc[mention.head]).lemma_.lower()
            self.descriptions.setdefault(lemma, []).append((chain, mention.head))
        return self.chains[chain]

    def country_as_place(self, head: int, chain: int) -> int:
        """The chain of a country as a place, for a mention in its chain as a state; for other states the chain itself.

        The mention counts for both from now on.
        """
        mention = self.mentions.get(head)
        country = country_of(mention.text) if mention is not None and mention.kind is NAME else None
        if mention is None or country is None:
            return chain
        found = self.keys.setdefault(f"place:{country}", len(self.chains))
        if found == len(self.chains):
            self.chains.append(Chain())
        self.mentions[head] = replace(mention, type=EntityType.PLACE)
        self.chains[found].add(self.mentions[head])
        return found

    def capital_as_state(self, head: int, country: str) -> int:
        """The chain of the state for which a mention of its capital stands; the mention counts for both from now on."""
        found = self.keys.setdefault(f"state:{country}", len(self.chains))
        if found == len(self.chains):
            self.chains.append(Chain())
        self.mentions[head] = replace(self.mentions[head], type=EntityType.STATE, certainty=Certainty.SLOT)
        self.chains[found].add(self.mentions[head])
        return found

    def merge(self, chain: int, into: int) -> None:
        """Put all mentions of a chain into an earlier one, whose entity turns out to be the same."""
        for mention in self.chains[chain].mentions:
            self.chains[into].add(mention)
            self.chain_of[mention.head] = into

    def voted_mentions(self) -> dict[int, Mention]:
        """The mentions by head, each with the type that its chain has by vote and how certain that is."""
        found = dict(self.mentions)
        for head, number in self.chain_of.items():
            mention, chain = self.mentions[head], self.chains[number]
            if mention.type is not chain.type or mention.certainty is not chain.certainty:
                found[head] = replace(mention, type=chain.type, certainty=chain.certainty)
        return found

    def types(self) -> dict[int, EntityType | None]:
        """The type of the entity of each mention, by the mention's head index."""
        return {head: self.chains[chain].type for head, chain in self.chain_of.items()}

    def move_pronoun(self, head: int, chain: int) -> None:
        """Put a pronoun that stands in one chain into another; pronouns say nothing of a chain's type."""
        mention = self.mentions[head]
        self.chains[self.chain_of[head]].mentions.remove(mention)
        self.chains[chain].add(mention)
        self.chain_of[head] = chain


def last_head(chain: Chain) -> int:
    """The index of the head of the mention that was joined last."""
    return chain.mentions[-1].head
