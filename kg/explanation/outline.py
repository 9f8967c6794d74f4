"""What is shown of an article that was read: values in words, free of any markup."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model import Article, EntityType, Factuality, Relation, Span

UNNAMED = "someone unnamed"


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as it is shown.

    Args:
        number: Its place among the entities of the article, by first mention, from 1.
        label: Its best name.
        type: What kind of thing it is.
        others: Its other names.
        mentions: Where it is mentioned.
        linked: Whether it takes part in a statement, or makes one.
    """

    number: int
    label: str
    type: EntityType
    others: tuple[str, ...]
    mentions: tuple[Span, ...]
    linked: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """What qualifies a statement, or why it stands there, under its heading."""

    heading: str
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as it is shown.

    Args:
        number: Its place among the statements of the article, in the order of the text, from 1.
        subject: Who acts; None where the text names nobody.
        verb: The relation in words.
        force: In one word.
        facts: In the order of reading.
        is_mutual: Whether it holds in both directions.
    """

    number: int
    subject: Named | None
    relation: Relation
    verb: str
    object: Named
    factuality: Factuality
    force: str
    facts: tuple[Fact, ...]
    is_mutual: bool

    @property
    def subject_label(self) -> str:
        """The name of who acts, also where the text names nobody."""
        return self.subject.label if self.subject else UNNAMED

    @property
    def words(self) -> str:
        """Subject, relation and object as one sentence."""
        return f"{self.subject_label} {self.verb} {self.object.label}"


class Role(StrEnum):
    """What some words are to a statement."""

    EVIDENCE = "evidence"
    END = "end"
    TRIGGER = "trigger"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that are something to the statement with this number."""

    span: Span
    statement: int
    role: Role


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text in which no mark begins or ends, with the marks that lie over it."""

    text: str
    marks: tuple[Mark, ...] = ()

    def numbers(self, role: Role) -> tuple[int, ...]:
        """The numbers of the statements to which the words are this."""
        return tuple(dict.fromkeys(mark.statement for mark in self.marks if mark.role is role))


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention with the parts of its words; `entity` is None where it came to nothing.

    Args:
        place: Its place among the mentions of its entity, in the order of the text, from 1.
        is_first: Whether its first word is in these parts, as it is unless a sentence ends in it.
    """

    span: Span
    entity: Named | None
    place: int
    parts: tuple[Part, ...] = ()
    is_first: bool = True


Part = Words | Mentioned


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is shown.

    Args:
        number: Its place in the article, from 1.
        parts: Its words with the mentions in them.
        is_title: Whether it is the article's title.
        opens_paragraph: Whether a line break stands before it.
        statements: What was read from it.
        repeated: The statements of other places that it tells again.
    """

    number: int
    parts: tuple[Part, ...]
    is_title: bool
    opens_paragraph: bool
    statements: tuple[Told, ...]
    repeated: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """An article as it is shown; `unlinked` holds the words that were seen and are no entity."""

    article: Article
    sentences: tuple[Sentence, ...]
    statements: tuple[Told, ...]
    entities: tuple[Named, ...]
    unlinked: tuple[str, ...]
