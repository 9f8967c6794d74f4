"""The words of a parsed text as plain values, read once.

A token of spaCy is made anew whenever it is asked for and looks up each of its strings; rules that ask of every word
again and again took most of their time for that. Names and meanings here are those of spaCy.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from sys import intern
from typing import Any, overload

from spacy import attrs
from spacy.strings import StringStore
from spacy.tokens import Doc as ParsedDoc
from spacy.vocab import Vocab

from kg.language.memory import forget

STRINGS = [attrs.ORTH, attrs.LEMMA, attrs.POS, attrs.TAG, attrs.DEP, attrs.ENT_TYPE]
NUMBERS = [attrs.IDX, attrs.SPACY, attrs.ENT_IOB, attrs.SENT_START, attrs.HEAD]
ENTITY_MARKS = ("", "I", "O", "B")


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A word of a text, equal to itself alone; it points to its neighbours in the tree, so it is linked once made."""

    i: int
    text: str
    lower_: str
    is_title: bool
    is_punct: bool
    like_num: bool
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    idx: int
    ent_iob_: str
    is_sent_start: bool
    doc: "Doc" = field(init=False)
    head: "Token" = field(init=False)
    sent: "Sentence" = field(init=False)
    lefts: "tuple[Token, ...]" = ()
    rights: "tuple[Token, ...]" = ()
    children: "tuple[Token, ...]" = ()
    left_edge: "Token" = field(init=False)
    right_edge: "Token" = field(init=False)

    def __repr__(self) -> str:
        return self.text

    def nbor(self, steps: int = 1) -> "Token":
        """The word so many places on.

        Raises:
            IndexError: The text has none there.
        """
        if self.i + steps < 0:
            raise IndexError(f"no word {-steps} before word {self.i}")
        return self.doc[self.i + steps]

    @property
    def subtree(self) -> "list[Token]":
        """The word and all that hangs on it."""
        words: list[Token] = []
        for child in self.lefts:
            words += child.subtree if child.children else (child,)
        words.append(self)
        for child in self.rights:
            words += child.subtree if child.children else (child,)
        return words

    @property
    def ancestors(self) -> "list[Token]":
        """The words above, the nearest first."""
        above: list[Token] = []
        token = self
        while token.head is not token:
            token = token.head
            above.append(token)
        return above

    @property
    def conjuncts(self) -> "tuple[Token, ...]":
        """The words joined to this one."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        joined = [first]
        for token in joined:
            if token.rights:
                joined += [child for child in token.rights if child.dep_ == "conj"]
        return () if len(joined) == 1 and first is self else tuple([token for token in joined if token is not self])


@dataclass(slots=True, eq=False)
class Span(Sequence[Token]):
    """Words side by side, `end` exclusive."""

    doc: "Doc"
    start: int
    end: int

    def __len__(self) -> int:
        return max(0, self.end - self.start)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Token]: ...
    def __getitem__(self, index: int | slice) -> Token | Sequence[Token]:
        return self.doc[self.start : self.end][index]

    @property
    def text(self) -> str:
        """Its exact words."""
        return self.doc.text_of(self.start, self.end)

    @property
    def start_char(self) -> int:
        """Where it starts in the text."""
        return self.doc[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where it ends in the text."""
        if self.start >= self.end:
            return self.start_char
        last = self.doc[self.end - 1]
        return last.idx + len(last.text)

    @property
    def sent(self) -> "Sentence":
        """The sentence that it starts in."""
        return self.doc[self.start].sent

    @property
    def root(self) -> Token:
        """The word nearest to the root of its sentence, the first of several, and a mark only among marks."""
        outward = [token for token in self if token.head is token or not self.start <= token.head.i < self.end]
        if len(outward) == 1:
            return outward[0]
        return min(outward, key=lambda token: (is_mark(token), len(token.ancestors)), default=self[0])

    def words_at(self, start: int, end: int) -> "Span":
        """The words that these characters of its text touch, `end` exclusive."""
        first, last = self.start_char + start, self.start_char + end
        touched = [token.i for token in self if token.idx < last and token.idx + len(token.text) > first]
        return Span(self.doc, touched[0], touched[-1] + 1)


@dataclass(slots=True, eq=False)
class Sentence(Span):
    """A sentence, and which words it has in lower case: most rules ask for words that it has not."""

    words: frozenset[str]


def is_mark(token: Token) -> bool:
    """Whether a word is a mark or a space that nothing hangs on."""
    return not token.children and (token.is_punct or token.text.isspace())


class Strings(dict[int, str]):
    """The strings of spaCy's store by their numbers, each looked up once, as that takes long."""

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, number: int) -> str:
        found = self[number] = intern(self._store[number])
        return found


Form = tuple[str, str, bool, bool, bool]
"""What a word says by itself, wherever it stands: `text`, `lower_`, `is_title`, `is_punct` and `like_num`."""


class Forms(dict[int, Form]):
    """The forms of words by their numbers in spaCy's vocabulary, each looked up once."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._vocab = vocab

    def __missing__(self, number: int) -> Form:
        word = self._vocab[number]
        form = (intern(word.text), intern(word.lower_), word.is_title, word.is_punct, word.like_num)
        found = self[number] = form
        return found


class Doc(tuple[Token, ...]):
    """A parsed text: its words, with its exact text and its sentences."""

    text: str
    sents: tuple[Sentence, ...]

    def span(self, start: int, end: int) -> Span:
        """The words from one to another, `end` exclusive; none where the end comes first."""
        return Span(self, start, end)

    def text_of(self, start: int, end: int) -> str:
        """The exact words from one to another, `end` exclusive; "" where the end comes first."""
        if start >= end:
            return ""
        last = self[end - 1]
        return self.text[self[start].idx : last.idx + len(last.text)]


def read_words(parsed: ParsedDoc) -> Doc:
    """A text as spaCy parsed it, with its words as plain values."""
    forget()
    table: Any = parsed.to_array([*STRINGS, *NUMBERS])  # spaCy declares no shape
    words, *labels = table[:, : len(STRINGS)].T.tolist()
    places, spaces, marks, starts, steps = table[:, len(STRINGS) :].astype("int64").T.tolist()  # a step may go back
    known, forms = known_words(parsed.vocab)
    strings = [map(known.__getitem__, column) for column in labels]
    entity_marks, is_start = map(ENTITY_MARKS.__getitem__, marks), map((1).__eq__, starts)
    said = list(zip(*map(forms.__getitem__, words), strict=True))
    doc = Doc(map(Token, range(len(words)), *said, *strings, places, entity_marks, is_start)) if words else Doc()
    texts = said[0] if said else ()
    doc.text = "".join([text + " " if space else text for text, space in zip(texts, spaces, strict=True)])
    link(doc, steps)
    find_edges(doc)
    doc.sents = tuple(sentences(doc))
    return doc


@cache
def known_words(vocab: Vocab) -> tuple[Strings, Forms]:
    """The strings and the forms of a vocabulary, for all texts whose words are in it."""
    return Strings(vocab.strings), Forms(vocab)


def link(doc: Doc, steps: Sequence[int]) -> None:
    """Hang each word on its head, so many places on."""
    words = list(doc)
    lefts: defaultdict[Token, list[Token]] = defaultdict(list)
    rights: defaultdict[Token, list[Token]] = defaultdict(list)
    for place, (token, step) in enumerate(zip(words, steps, strict=True)):
        token.doc, token.left_edge, token.right_edge = doc, token, token
        token.head = above = words[place + step]
        if step > 0:
            lefts[above].append(token)
        elif step:
            rights[above].append(token)
    for above, hanging in lefts.items():
        above.lefts = above.children = tuple(hanging)
    for above, hanging in rights.items():
        above.rights = tuple(hanging)
        above.children += above.rights


def find_edges(doc: Doc) -> None:
    """Tell each word the first and the last word of its subtree."""
    for token in doc:
        above = token.head
        while token.i < above.left_edge.i:
            above.left_edge, above = token, above.head
    for token in reversed(doc):
        above = token.head
        while token.i > above.right_edge.i:
            above.right_edge, above = token, above.head


def sentences(doc: Doc) -> Iterator[Sentence]:
    """The sentences of a text, each known to its words too."""
    starts = [token.i for token in doc[1:] if token.is_sent_start]
    for start, end in zip([0, *starts], [*starts, len(doc)], strict=True):
        words = doc[start:end]
        sentence = Sentence(doc, start, end, frozenset([token.lower_ for token in words]))
        for token in words:
            token.sent = sentence
        if words:
            yield sentence
