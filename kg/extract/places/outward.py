"""The place around a place, as the words after it say: "A, B", "A in B", "A, the capital of B", "A is a town in B"."""

from kg.extract.lexicon import cues, place_nouns
from kg.extract.mentions import Kind, Mention
from kg.extract.places.ground import AREAS, Ground, is_country, is_kind_of_place
from kg.extract.syntax.dependencies import dependents
from kg.language.words import Token
from kg.link.gazetteer import is_demonym
from kg.model import EntityType

REACH_OF_CLAUSE = 12  # words of a participle's clause in "a school sheltering families in A"
BEFORE_BEARING = frozenset({"-", "–", ",", "just", "immediately", "directly", "right", "due", "to", "the", "lying"})
REACH_OF_DISTANCE = 14  # words of "which lies about 30 kilometres (19 miles)" and the like
CLAUSE_ENDS = frozenset({"VBD", "VBZ", "VBP", "MD", "CC", ",", ".", ":"})


def after_comma(ground: Ground, inner: Mention) -> Mention | None:
    """The next place in "A, B, C"; a list that ends in "and" holds places side by side."""
    if ground.word(inner.end) != ",":
        return None
    outer = ground.starts.get(inner.end + 1)
    if outer is None or outer.kind is not Kind.NAME or not (outer.type is None or outer.type in AREAS):
        return None
    if outer.text[:1].isdigit() or outer.text in cues("bearings") or is_country(inner) or is_seat_named(inner, outer):
        return None
    return None if not is_country(outer) and is_list(ground, outer) else outer


def is_seat_named(inner: Mention, outer: Mention) -> bool:
    """Whether the second is the name of the first: "the Libyan capital of Tripoli", "the Libyan capital, Tripoli"."""
    last = inner.text.casefold().split()[-1]
    return inner.kind is Kind.DESCRIPTION and last in cues("seats") and not is_country(outer)


def has_country(seat: Mention) -> bool:
    """Whether the words tell whose seat it is, so that "of" gives its name: "the Libyan capital of Tripoli"."""
    return any(is_demonym(word) for word in seat.text.split())


def is_list(ground: Ground, mention: Mention) -> bool:
    """Whether names joined by commas from here on end in "and" or "or" and another name."""
    end = mention.end
    while end + 1 < len(ground.doc):
        after = after_conjunction(ground, end)
        if after is not None:
            last = ground.starts.get(after)
            return last is not None and last.kind is Kind.NAME and last.type is not EntityType.PERSON
        following = ground.starts.get(end + 1)
        if ground.word(end) != "," or following is None or following.kind is not Kind.NAME:
            return False
        end = following.end
    return False


def after_conjunction(ground: Ground, position: int) -> int | None:
    """Index after "and", "or" or ", and", an article included; None where no such word stands here."""
    position += ground.word(position) == ","
    if ground.word(position) not in {"and", "or"}:
        return None
    return position + 1 + (ground.word(position + 1) == "the")


def after_preposition(ground: Ground, inner: Mention) -> Mention | None:
    """The place in "A in B", "A near B"; also "A, in B", "A, a town in B", "A is a town in B"."""
    distance = after_distance(ground, inner.end)
    bearing = after_bearing(ground, inner.end if distance is None else distance)
    for position in (after_description(ground, inner), after_copula(ground, inner), bearing, distance):
        if position is not None and locates(ground, inner, position):
            outer = ground.name_from(position + 1)
            if outer is not None:  # none stands after "around" in "A, around 5 km from B"
                is_its_name = has_country(inner) and is_seat_named(inner, outer)
                return None if is_its_name else outer
    clause = clause_after(ground, inner)
    return after_clause(ground, clause) if clause is not None else None


def after_description(ground: Ground, inner: Mention) -> int:
    """Index after a place, a comma and a description in apposition: after "town" in "A, a town in B"."""
    position = inner.end
    if ground.word(position) == "respectively":
        position += 1
    if ground.word(position) != ",":
        return position
    described = ground.starts.get(position + 1) or ground.starts.get(position + 2)
    is_place = described is not None and described.kind is Kind.DESCRIPTION and described.type is EntityType.PLACE
    return after_holder(ground, described) if described is not None and is_place else position + 1


def after_holder(ground: Ground, described: Mention) -> int:
    """Index after whose a described place is: after "army" in "the last stronghold of the army in B"."""
    position = described.end
    if ground.word(position) != "of":
        return position
    start = position + 1 + (ground.word(position + 1) in cues("articles"))
    holder = ground.starts.get(start)
    return holder.end if holder is not None and holder.type not in AREAS else position


def after_copula(ground: Ground, inner: Mention) -> int | None:
    """Index after the description of "A is a town in B"."""
    verb = ground.doc[inner.head].head
    if ground.doc[inner.head].dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    described = next((ground.mentions[t.i] for t in dependents(verb, "attr") if t.i in ground.mentions), None)
    return described.end if described is not None and described.type is EntityType.PLACE else None


def after_bearing(ground: Ground, position: int) -> int | None:
    """Index after the bearing of a place from another: after "south" in "just south of A", "3 km south of B"."""
    while ground.word(position) in BEFORE_BEARING:
        position += 1
    return position + 1 if ground.word(position) in cues("bearings") else None


def after_distance(ground: Ground, start: int) -> int | None:
    """Index after a distance that follows a place: after "km" in "A, which lies about 30 km (19 miles) from B"."""
    found = None
    for position in range(start, start + REACH_OF_DISTANCE):
        word = ground.word(position)
        if word in cues("units_of_distance"):
            found = position + 1
        elif word == ")" and found is not None:
            return position + 1
        elif not (word in cues("words_before_distances") or word in BEFORE_BEARING or is_number(ground, position)):
            break
    return found


def is_number(ground: Ground, position: int) -> bool:
    """Whether a number stands at an index."""
    return position < len(ground.doc) and ground.doc[position].pos_ == "NUM"


def locates(ground: Ground, inner: Mention, position: int) -> bool:
    """Whether the word after a place says that it lies somewhere: "in", "capital of", "the A district of"."""
    word = ground.word(position)
    if word != "of":
        return word in cues("located_prepositions") or (
            word == "from" and after_distance(ground, inner.end) == position
        )
    if ground.word(position - 1) in cues("bearings"):
        return position > inner.end or ground.doc[position - 2].pos_ == "NOUN"  # "the north of A" is a part of it
    before = ground.doc[position - 1]
    if before.lower_ in cues("seats") or (before.lower_ == "city" and ground.word(position - 2) == "capital"):
        return True
    return is_part(inner) if inner.kind is Kind.NAME else is_among(before) and not introduces_list(ground, position)


def is_part(inner: Mention) -> bool:
    """Whether a name ends in a noun for a part of an area: "the Sidra district" of A, but not "Gulf" of Aden."""
    words = inner.text.casefold().split()
    last = words[-1]
    is_for_part = last in place_nouns("regions") or last in cues("place_name_endings", "parts_of_places")
    return len(words) > 1 and is_for_part


def is_among(noun: Token) -> bool:
    """Whether a plural says that several areas lie in one: "four districts of Homs"."""
    return noun.tag_ == "NNS" and is_kind_of_place(noun) and noun.lemma_.lower() not in cues("area_bodies")


def introduces_list(ground: Ground, position: int) -> bool:
    """Whether the names after "of" are those of the areas themselves: "the villages of A and B"."""
    first = ground.name_from(position + 1)
    return first is not None and (ground.word(first.end) in {"and", "or"} or is_list(ground, first))


def clause_after(ground: Ground, inner: Mention) -> Token | None:
    """The participle or "with" right after a described place: "sheltering" in "a school sheltering families in B"."""
    if inner.kind is not Kind.DESCRIPTION or inner.end >= len(ground.doc):
        return None
    if ground.doc[inner.head].lemma_.lower() in cues("vague_places"):
        return None  # "areas held by the army in B" are B
    word = ground.doc[inner.end]
    return word if word.tag_ in {"VBN", "VBG"} or word.lower_ == "with" else None


def after_clause(ground: Ground, clause: Token) -> Mention | None:
    """The place at the end of a clause that describes a place."""
    for token in ground.doc[clause.i + 1 : clause.i + REACH_OF_CLAUSE]:
        if token.tag_ in CLAUSE_ENDS:
            return None
        if token.lower_ in cues("located_prepositions") and (found := ground.name_from(token.i + 1)) is not None:
            return found
    return None


def included(ground: Ground, position: int) -> Mention | None:
    """The first place that "including" names: A in "towns in B, including A and C"."""
    position += ground.word(position) == ","
    if ground.word(position) == "such":
        position += 1
    if ground.word(position) not in cues("including_words"):
        return None
    found = ground.starts.get(position + 1) or ground.starts.get(position + 2)
    return found if found is not None and found.kind is Kind.NAME else None
