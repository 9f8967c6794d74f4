"""What led to the statements of an article: the words of its drafts, and the mentions that came to nothing."""

from collections.abc import Iterator, Mapping

from kg.extract.article_graph import mention_span, span_of
from kg.extract.drafts import Context, Draft
from kg.extract.mentions import Kind
from kg.model import ArticleGraph, Reading, Span


def to_reading(graph: ArticleGraph, origins: Mapping[str, Draft], context: Context) -> Reading:
    """The reading of an article from its graph and the draft behind each attestation, by the attestation's id."""
    text, doc = graph.article.text, context.doc
    triggers = {i: draft.trigger for i, draft in sorted(origins.items()) if draft.trigger is not None}
    repeated = {i: draft.repeated for i, draft in sorted(origins.items()) if draft.repeated}
    return Reading(
        graph,
        tuple(sentence_spans(text, context)),
        {identifier: span_of(text, doc, token, token + 1) for identifier, token in triggers.items()},
        {identifier: tuple(span_of(text, doc, *ends) for ends in found) for identifier, found in repeated.items()},
        tuple(unlinked_spans(graph, context)),
        {identifier: draft.features for identifier, draft in sorted(origins.items())},
    )


def sentence_spans(text: str, context: Context) -> Iterator[Span]:
    """The sentences of a text that hold more than white space, each without the white space around it."""
    for sentence in context.doc.sents:
        words = text[sentence.start_char : sentence.end_char]
        if words.strip():
            start = sentence.start_char + len(words) - len(words.lstrip())
            yield Span(start, start + len(words.strip()), words.strip())


def unlinked_spans(graph: ArticleGraph, context: Context) -> Iterator[Span]:
    """The names and descriptions that no entity of the graph is mentioned by."""
    linked = {(span.start, span.end) for entity in graph.entities for span in entity.mentions}
    seen = (mention for mention in context.mentions.values() if mention.kind is not Kind.PRONOUN)
    spans = (mention_span(graph.article.text, context.doc, mention) for mention in seen)
    yield from sorted(span for span in spans if (span.start, span.end) not in linked)
