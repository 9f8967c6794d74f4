"""The place before a place: "Libya's Darna", "the Syrian city of Homs", "the Sidra capital city of Darna"."""

from collections.abc import Iterator

from kg.extract.lexicon import cues, place_nouns
from kg.extract.mentions import Kind, Mention
from kg.extract.places.ground import AREAS, Ground, is_country, is_kind_of_place, may_be_place
from kg.extract.syntax.possession import possessors
from kg.language.words import Token
from kg.link.gazetteer import is_place


def owners(ground: Ground, inner: Mention) -> Iterator[Mention]:
    """The places that own a named place."""
    yield from filter(is_owning, possessing(ground, inner))
    kind = kind_before(ground, first_of_list(ground, inner))
    if kind is not None and (found := before_kind(ground, kind)) is not None:
        yield found


def towns_owning(ground: Ground, site: Mention) -> Iterator[Mention]:
    """The named places that own a described site: "Darna's airport"; a country's is its own in another way."""
    noun = ground.doc[site.head]
    if noun.lower_ in cues("parts_of_places") or noun.lemma_.lower() in cues("vague_places"):
        return  # "Darna's outskirts" are Darna
    for owner in possessing(ground, site):
        if owner.kind is Kind.NAME and may_be_place(owner) and not is_country(owner):
            yield owner


def possessing(ground: Ground, mention: Mention) -> Iterator[Mention]:
    """The mentions of those that own what another mentions."""
    owners = possessors(ground.doc[mention.head])
    return (ground.mentions[owner.i] for owner in owners if owner.i in ground.mentions)


def first_of_list(ground: Ground, place: Mention) -> Mention:
    """The place before which a plural says of what kind all of a list are: "the Syrian cities of Homs and Hama"."""
    first = ground.doc[place.head]
    while first.dep_ == "conj":
        first = first.head
    found = ground.mentions.get(first.i, place)
    kind = ground.doc[found.start - 2] if found.start > 1 and ground.word(found.start - 1) == "of" else None
    return found if kind is not None and kind.tag_ == "NNS" else place


def is_owning(mention: Mention) -> bool:
    """Whether a mention is that of an area by its name or by a country's adjective."""
    if mention.kind is Kind.DEMONYM:
        return is_country(mention)
    return mention.kind is Kind.NAME and mention.type in AREAS


def kind_before(ground: Ground, inner: Mention) -> int | None:
    """Index of the noun that says what kind of place a name is: of "city" in "the Syrian city of Homs"."""
    doc, before = ground.doc, inner.start - 1
    if ground.word(before) in cues("place_kinds_before_names"):
        return before
    if ground.word(before) == "," and ground.word(before - 1) in cues("seats") and doc[inner.head].dep_ == "appos":
        return before - 1
    if ground.word(before) == "of" and before and is_kind_of_place(doc[before - 1]):
        return None if is_kind_of_place(doc[inner.head]) else before - 1  # "the Kufra district of Sidra Province"
    # "the Kenyan capital city Nairobi", the parser taking all for one name
    kinds = (token.i for token in doc[inner.start : inner.head] if token.lower_ in cues("place_kinds_before_names"))
    return max(kinds, default=None)


def before_kind(ground: Ground, kind: int) -> Mention | None:
    """The place before the noun for a kind of place, other words that describe it between."""
    position = kind - 1
    while position >= 0 and describes_place(ground, position):
        position -= 1
    if position < 0:
        return None
    is_owner = ground.doc[position].tag_ == "POS"
    found = ground.ends.get(position + 1 - is_owner) or ground.mentions.get(position)
    if found is None or not is_owning(found):
        return None
    # "the Sidra region of Darna" is Darna's region, "the Sidra town of Darna" the town in Sidra
    of_name = found.kind is Kind.NAME and not is_owner
    return None if of_name and not (is_settlement(ground.doc[kind]) and is_place(found.text)) else found


def is_settlement(kind: Token) -> bool:
    """Whether the noun is one for where people live, and not for a part of it."""
    return kind.lemma_.lower() in place_nouns("settlements") and kind.lower_ not in cues("parts_of_places")


def describes_place(ground: Ground, position: int) -> bool:
    """Whether a word only goes on describing a kind of place: "capital" before "city", "southern", "strategic"."""
    token = ground.doc[position]
    if token.lower_ in cues("place_kinds_before_names") or token.lower_ in cues("directions"):
        return True
    is_adjective = token.pos_ == "ADJ" and token.text.islower()
    return is_adjective and position not in ground.mentions
