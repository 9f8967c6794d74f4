"""Reads one article: from its parse to the entities it names and the statements it makes."""

from spacy.tokens import Doc as ParsedDoc

from kg.extract.affiliations import find_affiliations, joint_actions
from kg.extract.article_graph import to_article_graph
from kg.extract.coreference import resolve_coreference
from kg.extract.drafts import (
    Context,
    Draft,
    join_named_later,
    join_repeated,
    join_retold_headlines,
    join_retold_victims,
    make_context,
    name_attackers,
    place_drafts,
    to_drafts,
    with_carried,
    without_bystanders,
    without_idle_ground,
    without_retold_attacks,
)
from kg.extract.explanation import to_reading
from kg.extract.frames import find_candidates
from kg.extract.mentions import find_mentions
from kg.extract.namings import with_namings
from kg.extract.times import find_times
from kg.language.words import Doc, read_words
from kg.model import Article, ArticleGraph, Reading


def read(article: Article, parsed: ParsedDoc, generator: str = "") -> ArticleGraph:
    """What an article states.

    Args:
        article: The article.
        parsed: Its text, parsed by `kg.language.parse`.
        generator: The program and model on record as its reader.

    Returns:
        The entities that it names or says something of, and its statements, repetitions left out. Affiliations of
        people without a name count where one of the two takes part in an event, mere ground where an event tells of it.

    Raises:
        LexiconError: A file of the lexicon is wrong.
    """
    context, drafts = read_drafts(article, read_words(parsed))
    graph, _ = to_article_graph(article, context, drafts, generator)
    return with_namings(graph, context)


def explain(article: Article, parsed: ParsedDoc, generator: str = "") -> Reading:
    """What an article states, with what led to it; arguments and errors are those of `read`."""
    context, drafts = read_drafts(article, read_words(parsed))
    graph, origins = to_article_graph(article, context, drafts, generator)
    return to_reading(with_namings(graph, context), origins, context)


def read_drafts(article: Article, doc: Doc) -> tuple[Context, list[Draft]]:
    """What is known of an article, and a draft of each statement that it makes."""
    coreference = resolve_coreference(doc, find_mentions(doc, article.source))
    context = make_context(doc, coreference, find_times(doc, article.published))
    candidates = list(find_candidates(doc))
    told = with_carried(list(to_drafts(candidates, context)), context)
    events = list(name_attackers(told, context))
    places = list(without_idle_ground(place_drafts(context), events, context))
    standing = find_affiliations(doc, coreference.mentions, coreference.types())
    found = to_drafts([*standing, *joint_actions(candidates)], context)
    affiliations = without_bystanders(found, events, places, coreference)
    named = join_named_later([*events, *affiliations, *places], context)
    told = join_retold_victims(join_retold_headlines(named, context), context)
    drafts = without_retold_attacks(told, context)
    return context, join_repeated(drafts, context)
