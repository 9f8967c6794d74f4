"""What the drafts of one article are made from."""

from dataclasses import dataclass, field

from kg.extract.coreference import Chain, Coreference
from kg.extract.mentions import Kind, Mention
from kg.extract.places import nested_places
from kg.extract.times import TimeMention
from kg.language.words import Doc, Span, Token
from kg.model import EntityType

LINE_BREAK = "\n"
LONGEST_HEADLINE = 30  # words


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of an article.

    Args:
        doc: Its parse.
        sentences: Its sentences.
        coreference: Its mentions and chains.
        times: Its time expressions.
        nested: Pairs of places of which the first lies in the second.
        outer_places: The heads of those second ones.
        defaults: The types that frames give to untyped chains, by number; filled while drafts are made.
        victims: The numbers of the chains of people that come to harm; filled likewise.
        opponents: The pairs of parties that two-sided statements tell of, the latest last; filled likewise.
    """

    doc: Doc
    sentences: tuple[Span, ...]
    coreference: Coreference
    times: tuple[TimeMention, ...]
    nested: tuple[tuple[Mention, Mention], ...]
    outer_places: frozenset[int]
    defaults: dict[int, EntityType] = field(default_factory=dict)
    victims: set[int] = field(default_factory=set)
    opponents: list[tuple[int, int]] = field(default_factory=list)

    @property
    def mentions(self) -> dict[int, Mention]:
        """Mentions by the index of their head."""
        return self.coreference.mentions

    @property
    def quoted(self) -> dict[int, Token]:
        """Who speaks on in the sentences that stand wholly inside a quotation, by the sentence's first token."""
        return self.coreference.quoted

    @property
    def chains(self) -> list[Chain]:
        """The chains by number."""
        return self.coreference.chains

    @property
    def headline_end(self) -> int:
        """Index of the first word after the headline, 0 where the article has none."""
        opening = self.doc[:LONGEST_HEADLINE]
        end = next((word.i for word in opening if LINE_BREAK in word.text), 0)
        return end + 1 if end and self.doc[end - 1].text != "." else 0

    def sentence_at(self, index: int) -> Span:
        """The sentence of the token with this index, which spaCy would search for."""
        return self.sentences[self.coreference.sentences[index]]

    def mention_at(self, token: Token) -> Mention:
        """The mention with this head; "each other" and the like count as one."""
        return self.mentions.get(token.i) or Mention(token.i, token.i, token.i + 1, Kind.PRONOUN, None, token.text)


def make_context(doc: Doc, coreference: Coreference, times: tuple[TimeMention, ...]) -> Context:
    """The context of an article."""
    nested = tuple(nested_places(doc, coreference.voted_mentions()))
    outer_places = frozenset(outer.head for _, outer in nested)
    return Context(doc, tuple(doc.sents), coreference, times, nested, outer_places)
