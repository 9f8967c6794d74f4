"""The places of a text by where their words stand."""

from dataclasses import dataclass

from kg.extract.lexicon import cues, place_nouns
from kg.extract.mentions import DESCRIPTION, NAME, PRONOUN, Certainty, Mention
from kg.extract.syntax.semantic_heads import named_by
from kg.language.words import Doc, Token
from kg.link.gazetteer import country_of
from kg.model import EntityType

PLACE = EntityType.PLACE
AREAS = frozenset({PLACE, EntityType.STATE})


@dataclass(frozen=True, slots=True)
class Ground:
    """The mentions of a text, typed by their chains: by head, by first token and by the token after the last.

    Of several that start or end at a token the longest counts.
    """

    doc: Doc
    mentions: dict[int, Mention]
    starts: dict[int, Mention]
    ends: dict[int, Mention]

    def word(self, position: int) -> str:
        """The lower-case word at an index; "" outside the text."""
        return self.doc[position].lower_ if 0 <= position < len(self.doc) else ""

    def name_from(self, start: int) -> Mention | None:
        """The name of a place that a phrase from here on is about: "Sirte" in "the town of Sirte", "Libya's Sirte"."""
        position = self.after_articles(start)
        if self.word(position) in cues("lines_between_areas") and self.word(position + 1) == "with":
            position = self.after_articles(position + 2)
        found = self.starts.get(position)
        if found is not None and (whole := self.mentions.get(self.doc[found.head].head.i)) is not None:
            is_within = whole.start <= found.start and found.end < whole.end and self.doc[found.head].dep_ == "compound"
            found = whole if is_within and whole.kind is NAME else found  # "Shan" in "northern Shan state"
        if found is None or self.is_owner(found) or found.type not in AREAS:
            governed = [t for t in self.doc[start - 1].children if t.dep_ == "pobj" and t.i >= start] if start else []
            found = self.mentions.get(governed[0].i) if governed else None
        while found is not None and found.kind is DESCRIPTION:
            name = named_by(self.doc[found.head])
            found = self.mentions.get(name.i) if name is not None else None
        return found if found is not None and is_outer(found) else None

    def after_articles(self, position: int) -> int:
        """Index after articles and directions: of "Libya" in "the eastern Libya"."""
        while self.word(position) in cues("articles") or self.word(position) in cues("directions"):
            position += 1
        return position

    def is_across_line(self, mention: Mention) -> bool:
        """Whether an area only borders on what is spoken of: "A" in "the border with A"."""
        start = mention.start - 1 - (self.word(mention.start - 1) in cues("articles"))
        return self.word(start) == "with" and self.word(start - 1) in cues("lines_between_areas")

    def is_owner(self, mention: Mention) -> bool:
        """Whether "'s" or a hyphen follows: "Libya's Sirte", "rebel-held Sirte"."""
        return mention.end < len(self.doc) and self.doc[mention.end].tag_ in {"POS", "HYPH"}


def make_ground(doc: Doc, mentions: dict[int, Mention]) -> Ground:
    """The ground of a text."""
    starts: dict[int, Mention] = {}
    ends: dict[int, Mention] = {}
    for mention in mentions.values():
        if mention.start not in starts or starts[mention.start].end <= mention.end:
            starts[mention.start] = mention
        if mention.end not in ends or ends[mention.end].start >= mention.start:
            ends[mention.end] = mention
    return Ground(doc, mentions, starts, ends)


def is_outer(mention: Mention) -> bool:
    """Whether a mention may be the place around another: a name that is none of a body or of something else."""
    if mention.kind is not NAME or mention.text[:1].isdigit():
        return False
    return mention.type in AREAS or (mention.type is not EntityType.PERSON and may_be_place(mention))


def may_be_place(mention: Mention) -> bool:
    """Whether a mention is that of a place, or a name of which nothing but the model's label tells what it is."""
    if mention.type is PLACE:
        return mention.kind is not PRONOUN
    return mention.kind is NAME and mention.certainty <= Certainty.MODEL


def is_country(mention: Mention) -> bool:
    """Whether the mention is a country's name."""
    return country_of(mention.text) is not None


def is_kind_of_place(token: Token) -> bool:
    """Whether a common noun says what kind of settlement or area a place is: "city", "province"."""
    kinds = place_nouns("settlements", "regions")
    return token.lemma_.lower() in kinds or token.lower_ in kinds
