"""Which place lies in, near or at which, as commas, prepositions and owners say it."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.lexicon import cues, place_nouns
from kg.extract.mentions import Kind, Mention
from kg.extract.syntax.possession import possessors
from kg.link.gazetteer import country_of
from kg.model import EntityType

AREAS = frozenset({EntityType.PLACE, EntityType.STATE})


def nested_places(doc: Doc, mentions: dict[int, Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of places of which the text says that the first lies in, near or at the second."""
    starts = {mention.start: mention for mention in mentions.values()}
    for head in sorted(mentions):
        inner = mentions[head]
        if inner.type is not EntityType.PLACE or inner.kind is Kind.PRONOUN:
            continue
        if (outer := after_comma(doc, inner, starts)) is not None:
            yield inner, outer
        if (outer := after_preposition(doc, inner, starts)) is not None:
            # "in Libya in Sirte" names the wider place first
            yield (outer, inner) if country_of(inner.text) and not country_of(outer.text) else (inner, outer)
        if inner.kind is Kind.NAME:
            yield from ((inner, outer) for outer in owners(doc, inner, mentions))


def after_comma(doc: Doc, inner: Mention, starts: dict[int, Mention]) -> Mention | None:
    """The next place in "A, B, C"; a list that ends in "and" holds places side by side."""
    if inner.end >= len(doc) or doc[inner.end].text != ",":
        return None
    outer = starts.get(inner.end + 1)
    if outer is None or outer.kind is not Kind.NAME or (outer.type is not None and outer.type not in AREAS):
        return None
    return None if country_of(outer.text) is None and is_list(doc, outer, starts) else outer


def is_list(doc: Doc, mention: Mention, starts: dict[int, Mention]) -> bool:
    """Whether names joined by commas from here on end in "and" or "or" and another name."""
    end = mention.end
    while end + 1 < len(doc):
        after = after_conjunction(doc, end)
        if after is not None:
            last = starts.get(after)
            return last is not None and last.kind is Kind.NAME and last.type is not EntityType.PERSON
        following = starts.get(end + 1)
        if doc[end].text != "," or following is None or following.kind is not Kind.NAME:
            return False
        end = following.end
    return False


def after_conjunction(doc: Doc, position: int) -> int | None:
    """Index after "and", "or" or ", and", an article included; None where no such word stands here."""
    position += doc[position].text == "," and position + 1 < len(doc)
    if doc[position].lower_ not in {"and", "or"}:
        return None
    return position + 1 + (position + 1 < len(doc) and doc[position + 1].lower_ == "the")


def after_preposition(doc: Doc, inner: Mention, starts: dict[int, Mention]) -> Mention | None:
    """The place in "A in B", "A near B"; also "A, in B" and "A, a town in B"."""
    position = after_description(doc, inner, starts)
    if position + 1 >= len(doc) or not locates(doc, inner, position):
        return None
    start = position + 1
    while start < len(doc) and (doc[start].lower_ == "of" or doc[start].lower_ in cues("articles")):
        start += 1
    outer = starts.get(start)
    return outer if outer is not None and outer.type in AREAS and outer.kind is not Kind.PRONOUN else None


def after_description(doc: Doc, inner: Mention, starts: dict[int, Mention]) -> int:
    """Index after a place, a comma and a description in apposition: after "town" in "A, a town in B"."""
    position = inner.end
    if position >= len(doc) or doc[position].text != ",":
        return position
    described = starts.get(position + 1) or starts.get(position + 2)
    is_place = described is not None and described.kind is Kind.DESCRIPTION and described.type is EntityType.PLACE
    return described.end if described is not None and is_place else position + 1


def locates(doc: Doc, inner: Mention, position: int) -> bool:
    """Whether the word after a place says that it lies somewhere: "in", "capital of", "the A district of"."""
    word = doc[position].lower_
    if word != "of":
        return word in cues("located_prepositions")
    is_part = inner.kind is Kind.NAME and doc[inner.end - 1].lower_ in place_nouns("regions")
    return is_part or doc[position - 1].lower_ == "capital"


def owners(doc: Doc, inner: Mention, mentions: dict[int, Mention]) -> Iterator[Mention]:
    """The place before the place: "Libya's Darna", "the Syrian city of Homs"."""
    head = doc[inner.head]
    for noun in (head, head.head.head) if head.dep_ == "pobj" and head.head.lower_ == "of" else (head,):
        for owner in possessors(noun):
            found = mentions.get(owner.i)
            if found is not None and found.kind is Kind.NAME and found.type in AREAS:
                yield found
        if noun != head or is_kind_of_place(doc, head.i - 1):
            yield from demonyms_before(noun, mentions)


def is_kind_of_place(doc: Doc, position: int) -> bool:
    """Whether a word before a name says what kind of place it is: "the Syrian city Homs"."""
    return position >= 0 and doc[position].lower_ in cues("place_kinds_before_names")


def demonyms_before(noun: Token, mentions: dict[int, Mention]) -> Iterator[Mention]:
    """The demonyms that modify a noun."""
    found = (mentions.get(child.i) for child in noun.lefts)
    return (mention for mention in found if mention is not None and mention.kind is Kind.DEMONYM)
