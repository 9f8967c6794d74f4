"""What words name beside the entities of chains: the organ of a state, a whole within its part, a body in passing.

"Russian drones hit Odesa" states that Russia attacks Odesa, and there the same word also names the forces whose drones
they are. Such entities take part in no statement; they tell where a body, a people or a place is spoken of.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.extract.article_graph import one_line, slug, span_of
from kg.extract.coreference.chains import NAMING
from kg.extract.drafts import Context
from kg.extract.lexicon import cues
from kg.extract.mentions import DESCRIPTION, NAME, Mention
from kg.extract.mentions.kinds import ATTRIBUTIVE
from kg.extract.mentions.titles import is_title
from kg.extract.mentions.types import is_before_place
from kg.extract.syntax.word_classes import HYPHENS
from kg.language.words import Doc, Token
from kg.link.forces import country_of_forces, known_body
from kg.link.gazetteer import (
    armed_forces_of,
    begins_actor,
    country_of,
    demonyms,
    is_demonym,
    is_place,
    known_actor,
    people_of,
    stateless_peoples,
)
from kg.link.identity import acting_for, identity_of
from kg.link.names import word_list
from kg.model import ArticleGraph, Entity, EntityType, Span, digest

STATE, PLACE, PERSON = EntityType.STATE, EntityType.PLACE, EntityType.PERSON
HYPHEN = "-"
PLACED = frozenset({STATE, PLACE})
LONGEST_NAME = 6  # words
REACH_OF_DEMONYM = 4  # words, as in "Chadian heavy mortar fire"


@dataclass(frozen=True, slots=True)
class Naming:
    """Words from one token to another, `end` exclusive, and the name and type of what they name."""

    start: int
    end: int
    name: str
    type: EntityType


def with_namings(graph: ArticleGraph, context: Context) -> ArticleGraph:
    """The graph of an article with an entity for all that its words name beside the entities of its chains."""
    known = {span: entity.type for entity in graph.entities for span in entity.mentions}
    named: defaultdict[tuple[str, EntityType], dict[Span, str]] = defaultdict(dict)
    for naming in find_namings(context):
        span = span_of(graph.article.text, context.doc, naming.start, naming.end)
        name = one_line(naming.name)
        if is_news(span, naming, known):
            named[str(identity_of(name, naming.type) or name), naming.type][span] = name
    key = graph.article.digest
    further = [to_entity(key, entity_type, spans) for (_, entity_type), spans in named.items()]
    return replace(graph, entities=tuple(sorted((*graph.entities, *further), key=lambda entity: entity.id)))


def is_news(span: Span, naming: Naming, known: dict[Span, EntityType]) -> bool:
    """Whether no entity is mentioned by these words but a state, and none by words around them that name the same."""
    if span in known:
        return known[span] is STATE and naming.type not in PLACED
    identity = identity_of(naming.name, naming.type)
    around = (each for each in known if each.start <= span.start and span.end <= each.end)
    return identity is None or all(identity_of(each.text, known[each]) != identity for each in around)


def to_entity(article: str, entity_type: EntityType, spans: dict[Span, str]) -> Entity:
    """The entity of this type in the article with this digest, by its spans and what each names."""
    mentions = tuple(sorted(spans))
    label = spans[mentions[0]]
    key = digest(article, entity_type.value, str(mentions[0].start), str(mentions[0].end))
    return Entity(f"{slug(label)}-{key}", label, entity_type, tuple(sorted({*spans.values()})), mentions)


def find_namings(context: Context) -> Iterator[Naming]:
    """What the words of an article name beside the entities of its chains."""
    types = context.coreference.types()
    named: dict[int, int] = {}
    for head, mention in sorted(context.mentions.items()):
        found = types.get(head)
        if mention.kind in NAMING and found is not None:
            named |= {place: max(mention.end, named.get(place, 0)) for place in range(mention.start, mention.end)}
        if found is STATE:
            yield from of_state(context.doc, mention)
        if mention.kind is DESCRIPTION:
            yield from inside_description(context.doc, mention)
        elif mention.kind is NAME:
            yield from inside_name(context.doc, mention, found)
    yield from in_passing(context.doc, named)


def of_state(doc: Doc, mention: Mention) -> Iterator[Naming]:
    """The organ or the people of a state that a mention of it also names."""
    named = organ_named(mention.text) or organ_before(doc, mention)
    if named is not None:
        yield Naming(mention.start, mention.end, *named)


def organ_named(text: str) -> tuple[str, EntityType] | None:
    """The forces or the government that stand for their state: "Pakistani soldiers", "the Syrian government"."""
    if country_of_forces(text):
        return text, EntityType.ARMED_GROUP
    government = acting_for(text)
    if government is None or is_place(text):
        return None
    return f"Government of {government.value}", EntityType.ORGANIZATION


def organ_before(doc: Doc, mention: Mention) -> tuple[str, EntityType] | None:
    """The forces of the state whose arms a phrase names ("Russian missiles"), or the people whose civilians."""
    noun, country = doc[mention.head].head, country_of(mention.text)
    words = [token.lemma_.lower() for token in doc[mention.end : noun.i + 1]]
    is_before = doc[mention.head].dep_ in ATTRIBUTIVE and 0 < len(words) <= REACH_OF_DEMONYM
    if country is None or country in stateless_peoples() or not is_before:
        return None
    if not cues("arms").isdisjoint(words):
        forces = armed_forces_of(country)
        return forces.label if forces else f"{mention.text} military", EntityType.ARMED_GROUP
    return (people_name(mention.text, country), EntityType.GROUP) if words[-1] in cues("civilians") else None


def people_name(demonym: str, country: str) -> str:
    """What the people are called of whom a demonym tells one: "Israelis"."""
    return next((each for each in demonyms(country) if each == f"{demonym}s"), demonym)


def inside_description(doc: Doc, mention: Mention) -> Iterator[Naming]:
    """Whom a description names from its first capital on, as in "two Israeli soldiers", or a name that stands in it."""
    for start in range(mention.start, mention.end):
        if not doc[start].text[0].isupper():
            continue
        words = doc.text_of(start, mention.end)
        if (found := named_type(words)) is not None:
            yield Naming(start, mention.end, words, found)
            return
        actor = actor_at(doc, start, mention.end)
        yield from (actor,) if actor is not None else people_at(doc[start])


def people_at(word: Token) -> Iterator[Naming]:
    """The people without a state of their own that a word names: "52 Alawite men"."""
    if people_of(word.text) and not is_demonym(word.text):
        yield Naming(word.i, word.i + 1, word.text, EntityType.GROUP)


def named_type(words: str) -> EntityType | None:
    """The type of what words name that are no more than a name and what it is a name of."""
    if people_of(words):
        return EntityType.GROUP
    if country_of_forces(words):
        return EntityType.ARMED_GROUP
    if (body := known_body(words)) is not None:
        return body.type
    # Of places only those whose parts a hyphen joins are taken for descriptions: "Port-au-Prince".
    return PLACE if HYPHEN in words and is_place(words) else None


def in_passing(doc: Doc, named: Mapping[int, int]) -> Iterator[Naming]:
    """The well-known actors in whose place the parse has no name, such as those after "ISIL and".

    Args:
        doc: The text.
        named: Where the longest name ends that each word of a name is part of.
    """
    end = 0
    for token in doc:
        if token.i < end or not token.text[0].isupper() or token.lower_ in cues("articles"):
            continue
        if (naming := actor_at(doc, token.i, token.sent.end)) is not None:
            end = naming.end
            if named.get(token.i, 0) < end:
                yield naming


def actor_at(doc: Doc, start: int, limit: int) -> Naming | None:
    """The well-known actor whose name begins with a word, by its longest name."""
    found = None
    for end in range(start + 1, min(limit, start + LONGEST_NAME) + 1):
        words = doc.text_of(start, end)
        if not begins_actor(words):
            break
        if doc[end - 1].text[0].isalnum() and (actor := known_actor(words)) is not None:
            found = Naming(start, end, words, actor.type)
    return found


def inside_name(doc: Doc, mention: Mention, found: EntityType | None) -> Iterator[Naming]:
    """The whole within the name of a part ("Gaza" in "southern Gaza"), and the kind of a name without a type."""
    if found is PERSON:
        yield from office_before(doc, mention)
    elif found is PLACE:
        if (start := whole_start(doc, mention)) > mention.start:
            yield Naming(start, mention.end, doc.text_of(start, mention.end), PLACE)
    elif found is None and people_of(mention.text):
        yield Naming(mention.start, mention.end, mention.text, EntityType.GROUP)
    elif found is None and is_before_place(doc[mention.head]):
        yield Naming(mention.start, mention.end, mention.text, PLACE)


def office_before(doc: Doc, mention: Mention) -> Iterator[Naming]:
    """The office of a state whose holder is named: "U.S. president" before "Jane Doe"."""
    start = mention.start
    while start and is_title(doc[start - 1]) and not is_demonym(doc[start - 1].text):
        start -= 1
    country = country_of(doc[start - 1].text) if 0 < start < mention.start else None
    title = doc[start : mention.start]
    if country is not None and title[-1].lower_ in cues("offices_of_state"):
        name = f"{' '.join(word.text.capitalize() for word in title)} of {country}"
        yield Naming(start - 1, mention.start, name, EntityType.ORGANIZATION)


def whole_start(doc: Doc, mention: Mention) -> int:
    """Where the name of the whole starts: "Lebanon" in "eastern and southern Lebanon", "Sahel" in "African Sahel"."""
    start, last = mention.start, mention.end - 1
    while start < last and tells_part(doc[start]) and not is_known(doc, start, mention):
        start += 1
    is_direction = doc[mention.start].text in word_list("directions")
    return start if doc[start].text[:1].isupper() and (is_direction or is_known(doc, start, mention)) else mention.start


def is_known(doc: Doc, start: int, mention: Mention) -> bool:
    """Whether what a mention ends in, from its first capital on, is the name of a known place."""
    return not doc[start].text.islower() and is_place(doc.text_of(start, mention.end))


def tells_part(word: Token) -> bool:
    """Whether a word before the name of a place tells which part of it is meant, or whose it is."""
    is_direction = word.lower_ in word_list("directions") or word.lower_ == "and" or word.text in HYPHENS
    return is_direction or is_demonym(word.text) or country_of(word.text) is not None
