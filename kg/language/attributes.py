"""Parts of speech and forms by table: what the model's attribute ruler says of a word is asked only once.

The ruler matches each of its patterns against each text, which takes as long as the parser. Its patterns look at a
word, its tag and its label alone, or at those of two neighbours; so what it says of these once it says always.
"""

from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

READ: list[int | str] = ["LOWER", "IS_SPACE", "TAG", "DEP"]
WRITTEN: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
LONGEST_PATTERN = 2  # words
Row = tuple[int, ...]


class RememberedAttributes:
    """Writes what an attribute ruler would write.

    Args:
        ruler: The attribute ruler of a model, none of whose patterns looks at more than two words.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        self._known: dict[Row, Row] = {}
        rules: Any = ruler.patterns  # spaCy declares them too widely
        patterns = [tokens for rule in rules for tokens in rule["patterns"]]
        self._named = {ruler.vocab.strings[word] for tokens in patterns for word in words_in(tokens[0])}
        self._pairs = Matcher(ruler.vocab)
        self._pairs.add("pair", [tokens for tokens in patterns if len(tokens) == LONGEST_PATTERN])

    def __call__(self, doc: Doc) -> Doc:
        """Write the attributes of all words of a tagged and parsed text."""
        if len(doc):
            table: Any = doc.to_array(WRITTEN)
            table[:] = [self._alone(doc, index, *row) for index, row in enumerate(doc.to_array(READ).tolist())]
            for _, start, end in self._pairs(doc, allow_missing=True):
                table[start:end] = self._ask(doc, start, end)
            doc.from_array(WRITTEN, table)
        return doc

    def _alone(self, doc: Doc, index: int, word: int, is_space: int, tag: int, label: int) -> Row:
        """What the ruler writes to a word by itself; words that no pattern names differ by tag and label only."""
        key = (word if word in self._named else 0, is_space, tag, label)
        if key not in self._known:
            self._known[key] = self._ask(doc, index, index + 1)[0]
        return self._known[key]

    def _ask(self, doc: Doc, start: int, end: int) -> list[Row]:
        """What the ruler writes to some words as a text of their own."""
        words = doc[start:end]
        copy = Doc(
            doc.vocab,
            [token.text for token in words],
            tags=[token.tag_ for token in words],
            deps=[token.dep_ for token in words],
        )
        return list(map(tuple, self._ruler(copy).to_array(WRITTEN).tolist()))


def words_in(token_pattern: dict[str, Any]) -> Iterator[str]:
    """The words, in lower case, that a pattern for a word names."""
    lower = token_pattern.get("LOWER", ())
    yield from [lower] if isinstance(lower, str) else dict(lower).get("IN", ())


@Language.factory("remembered_attributes")
def remembered_attributes(nlp: Language, name: str) -> RememberedAttributes:
    """The component for a model, which asks the model's own ruler."""
    ruler: Any = nlp.get_pipe("attribute_ruler")
    return RememberedAttributes(ruler)
