"""How an article was read: what its graph states, with what led to it."""

from dataclasses import dataclass, field

from kg.model.reading import ArticleGraph, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article states, and why; a value to be shown, of which a store holds the graph alone.

    Args:
        graph: The entities and attestations.
        sentences: As the parser divides the text, in its order, white space around them left out.
        triggers: The word that made each attestation, by its id; none where only the grammar did.
        repetitions: The other words of the article that tell the same as an attestation, by its id.
        unlinked: Names and descriptions that were seen and belong to no entity of the graph, in the order of the text.
        features: What speaks for and against each attestation, by its id.
    """

    graph: ArticleGraph
    sentences: tuple[Span, ...] = ()
    triggers: dict[str, Span] = field(default_factory=dict, hash=False)
    repetitions: dict[str, tuple[Span, ...]] = field(default_factory=dict, hash=False)
    unlinked: tuple[Span, ...] = ()
    features: dict[str, frozenset[str]] = field(default_factory=dict, hash=False)
