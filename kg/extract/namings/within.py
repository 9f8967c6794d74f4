"""What names and descriptions hold: the whole within its part, the body that a description is of."""

from collections.abc import Iterator

from kg.extract.mentions import Mention
from kg.extract.mentions.titles import title_nouns
from kg.extract.mentions.types import is_before_place
from kg.extract.namings.naming import Naming
from kg.extract.namings.passing import actor_at
from kg.extract.syntax.word_classes import HYPHENS
from kg.language.words import Doc, Token
from kg.link.forces import country_of_forces, known_body
from kg.link.gazetteer import country_of, is_demonym, is_place, known_actor, people_of
from kg.link.identity import BODIES
from kg.link.names import word_list
from kg.model import EntityType

PLACE = EntityType.PLACE
HYPHEN = "-"
TOLD_WITH_OTHERS = frozenset({PLACE, EntityType.PERSON})


def inside_description(doc: Doc, mention: Mention) -> Iterator[Naming]:
    """Whom a description names from its first capital on, as in "two Israeli soldiers", or a name that stands in it."""
    after = mention.start
    for start in range(mention.start, mention.end):
        if start < after or not doc[start].text[0].isupper():
            continue
        words = doc.text_of(start, mention.end)
        is_part = start > mention.start and doc[start - 1].lower_ in word_list("directions")
        if not is_part and (found := named_type(words)) is not None:
            yield Naming(start, mention.end, words, found)
            return
        actor = actor_at(doc, start, mention.end)
        for naming in (actor,) if actor is not None else people_at(doc[start]):
            after = naming.end
            yield naming


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


def inside_name(doc: Doc, mention: Mention, found: EntityType | None) -> Iterator[Naming]:
    """The whole within the name of a part ("Gaza" in "southern Gaza"), and the kind of a name without a type."""
    if found in TOLD_WITH_OTHERS:
        yield from told_first(doc, mention)
    if found in BODIES:
        yield from where_a_body_is(doc, mention)
    if found is PLACE:
        if (start := whole_start(doc, mention)) > mention.start:
            yield Naming(start, mention.end, doc.text_of(start, mention.end), PLACE)
    elif found is None and people_of(mention.text):
        yield Naming(mention.start, mention.end, mention.text, EntityType.GROUP)
    elif found is None and is_before_place(doc[mention.head]):
        yield Naming(mention.start, mention.end, mention.text, PLACE)


def where_a_body_is(doc: Doc, mention: Mention) -> Iterator[Naming]:
    """The countries that the name of a body tells it is in: "Libya" in "Islamic State in Libya"."""
    words = range(mention.start, mention.end)
    start = next((place + 1 for place in words if doc[place].lower_ == "in"), mention.end)
    for place in range(start, mention.end):
        if country_of(doc[place].text) is not None:
            yield Naming(place, place + 1, doc[place].text, PLACE)


def told_first(doc: Doc, mention: Mention) -> Iterator[Naming]:
    """The actor or country that a name begins with, before a noun for the rest: "NATO" in "NATO chief Jane Doe"."""
    for end in range(mention.end - 1, mention.start, -1):
        words, noun = doc.text_of(mention.start, end), doc[end]
        if noun.pos_ == "ADP" or not (noun.text.islower() or noun.lower_ in title_nouns()):
            continue
        actor, country = known_actor(words), None if is_demonym(words) else country_of(words)
        if actor is not None or country is not None:
            yield Naming(mention.start, end, words, actor.type if actor else PLACE)
            return


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
