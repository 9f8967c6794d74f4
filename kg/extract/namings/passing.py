"""Well-known actors and places in whose place the parse has no name."""

from collections.abc import Iterator, Mapping

from kg.extract.lexicon import cues
from kg.extract.namings.naming import Naming
from kg.extract.namings.offices import is_of_a_name
from kg.language.words import Doc
from kg.link.gazetteer import begins_actor, country_of, is_demonym, is_place, known_actor
from kg.link.places import area_words, is_well_known_place
from kg.model import EntityType

LONGEST_NAME = 6  # words
PAIR = 3  # words: two names and "and"


def in_passing(doc: Doc, named: Mapping[int, int]) -> Iterator[Naming]:
    """The well-known actors and places in whose place the parse has no name, such as those after "ISIL and".

    Args:
        doc: The text.
        named: Where the longest name ends that each word of a name is part of.
    """
    end = 0
    for token in doc:
        if token.i < end or not token.text[0].isupper() or token.lower_ in cues("articles"):
            continue
        naming = actor_at(doc, token.i, token.sent.end) or pair_at(doc, token.i)
        if naming is None and token.i not in named:
            naming = owner_at(doc, token.i) or place_at(doc, token.i, token.sent.end)
        if naming is not None:
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


def pair_at(doc: Doc, start: int) -> Naming | None:
    """The one place that two names joined by "and" make, which begins with a word: "Tyne and Wear"."""
    if start + 1 == len(doc) or doc[start + 1].lower_ != "and":
        return None
    words = doc.text_of(start, end := min(start + PAIR, len(doc)))
    if not is_place(words) or country_of(words) is not None:
        return None
    end += any(word.lower_ in area_words() for word in doc[end : end + 1])
    return Naming(start, end, doc.text_of(start, end), EntityType.PLACE)


def owner_at(doc: Doc, start: int) -> Naming | None:
    """The state that a word tells of a thing of its own: "Liberian" in "a Liberian-flagged ship"."""
    hyphen, *noun = [word.lower_ for word in doc[start + 1 : start + 3]] or [""]
    is_owner = hyphen == "-" and cues("of_a_state").issuperset(noun) and country_of(doc[start].text) is not None
    return Naming(start, start + 1, doc[start].text, EntityType.STATE) if is_owner else None


def place_at(doc: Doc, start: int, limit: int) -> Naming | None:
    """The country, region or large town whose name begins with a word, by its longest name: no part of another name."""
    if start and doc[start - 1].pos_ == "PROPN":
        return None
    for end in range(min(limit, start + LONGEST_NAME), start, -1):
        words = doc.text_of(start, end) if is_of_a_name(doc[end - 1 : end]) else ""
        if words and is_well_known_place(words) and not is_demonym(words):
            return Naming(start, end, words, EntityType.PLACE)
    return None
