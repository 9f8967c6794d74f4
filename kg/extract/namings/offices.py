"""The offices of states, and who holds them."""

from collections.abc import Iterator, Mapping, Sequence

from kg.extract.lexicon import cues
from kg.extract.mentions.titles import is_title
from kg.extract.namings.naming import Naming
from kg.language.words import Doc, Token
from kg.link.gazetteer import country_of, is_demonym
from kg.model import EntityType

LONGEST_COUNTRY = 3  # words, as in "Papua New Guinea"


def offices(doc: Doc, named: Mapping[int, int]) -> Iterator[Naming]:
    """The offices of states whose holders are named ("U.S. president" before "Jane Doe"), and holders in passing."""
    nouns = cues("offices_of_state")
    for word in doc:
        if word.lower_ in nouns and (office := office_at(doc, word.i)) is not None:
            yield office
            yield from holder_at(doc, office.end, named)


def office_at(doc: Doc, place: int) -> Naming | None:
    """The office of a state whose noun stands at a place before a name, with the state before it."""
    end = place + 1
    of, *department = [word.lower_ for word in doc[end : end + 2]] or [""]
    if of == "of" and not cues("departments").isdisjoint(department):
        end += 2
    start = place
    while start and is_title(doc[start - 1]) and not is_demonym(doc[start - 1].text):
        start -= 1
    first = range(max(0, start - LONGEST_COUNTRY), start)
    whose = next((each for each in first if country_of(doc.text_of(each, start))), None)
    if whose is None or not is_of_a_name(doc[end : end + 1]):
        return None
    title = " ".join(word.text if word.lower_ == "of" else word.text.capitalize() for word in doc[start:end])
    return Naming(whose, end, f"{title} of {country_of(doc.text_of(whose, start))}", EntityType.ORGANIZATION)


def holder_at(doc: Doc, start: int, named: Mapping[int, int]) -> Iterator[Naming]:
    """The holder of an office whose name begins at a place where the parse has none."""
    end = start
    while is_of_a_name(doc[end : end + 1]):
        end += 1
    if end > start + 1 and named.keys().isdisjoint(range(start, end)):
        yield Naming(start, end, doc.text_of(start, end), EntityType.PERSON)


def is_of_a_name(words: Sequence[Token]) -> bool:
    """Whether there is a word, and it is one of a name."""
    names = [word.text for word in words if word.pos_ == "PROPN"]
    return any(name[0].isupper() and name[-1].isalpha() for name in names) if names else False
