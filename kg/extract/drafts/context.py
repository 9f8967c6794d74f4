"""What the drafts of one article are made from."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.coreference import Chain, Coreference
from kg.extract.mentions import NAME, PRONOUN, Mention
from kg.extract.places import nested_places
from kg.extract.times import TimeMention
from kg.language.words import Doc, Token
from kg.model import EntityType

LINE_BREAK = "\n"
LONGEST_HEADLINE = 30  # words


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of an article.

    Args:
        doc: Its parse.
        coreference: Its mentions and chains.
        mentions: Those mentions, by the index of their head.
        chains: Those chains, by number.
        quoted: Who speaks on in the sentences that stand wholly inside a quotation, by the sentence's first token.
        times: Its time expressions.
        nested: Pairs of places of which the first lies in the second.
        outer_places: The heads of those second ones, and of places that only end a name.
        headline_end: Index of the first word after the headline, 0 where the article has none.
        defaults: The types that frames give to untyped chains, by number; filled while drafts are made.
        victims: The numbers of the chains of people that come to harm; filled likewise.
        opponents: The pairs of parties that two-sided statements tell of, the latest last; filled likewise.
    """

    doc: Doc
    coreference: Coreference
    mentions: dict[int, Mention]
    chains: list[Chain]
    quoted: dict[int, Token]
    times: tuple[TimeMention, ...]
    nested: tuple[tuple[Mention, Mention], ...]
    outer_places: frozenset[int]
    headline_end: int
    defaults: dict[int, EntityType] = field(default_factory=dict)
    victims: set[int] = field(default_factory=set)
    opponents: list[tuple[int, int]] = field(default_factory=list)

    def is_place(self, chain: int) -> bool:
        """Whether the entity of a chain is a place."""
        return (self.chains[chain].type or self.defaults.get(chain)) is EntityType.PLACE

    def is_headline(self, start: int) -> bool:
        """Whether what begins at this word stands in the line over the article."""
        return start < self.headline_end

    def is_opening(self, start: int) -> bool:
        """Whether what begins at this word stands in the headline or the first sentence, which tells it for short."""
        return self.is_headline(start) or self.coreference.sentences[start] == 0

    def mention_at(self, token: Token) -> Mention:
        """The mention with this head; "each other" and the like count as one."""
        return self.mentions.get(token.i) or Mention(token.i, token.i, token.i + 1, PRONOUN, None, token.text)


def make_context(doc: Doc, coreference: Coreference, times: tuple[TimeMention, ...]) -> Context:
    """The context of an article."""
    nested = tuple(nested_places(doc, coreference.voted_mentions()))
    outer_places = frozenset((*(outer.head for _, outer in nested), *heads_inside_names(coreference.mentions)))
    known = (coreference.mentions, coreference.chains, coreference.quoted)
    return Context(doc, coreference, *known, times, nested, outer_places, headline_end(doc))


def heads_inside_names(mentions: dict[int, Mention]) -> Iterator[int]:
    """The heads of what ends a name and tells of no place itself: "Chad" in "the Armed Forces of Chad"."""
    names = (mention for mention in mentions.values() if mention.kind is NAME)
    return (i for name in names for i in range(name.head + 1, name.end) if i in mentions)


def headline_end(doc: Doc) -> int:
    """Index of the first word after the line over an article, which no full stop ends; 0 for none."""
    end = next((word.i for word in doc[:LONGEST_HEADLINE] if LINE_BREAK in word.text), 0)
    return end + 1 if end and doc[end - 1].text != "." else 0
