"""Noun phrases: where the phrase of a head starts and ends."""

from kg.extract.lexicon import cues, place_nouns
from kg.extract.syntax.possession import owner_end, shared_possessor
from kg.extract.syntax.word_classes import HYPHENS, is_name
from kg.language.memory import remembered
from kg.language.words import Doc, Token

PREMODIFIERS = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "advmod", "case", "punct", "predet", "npadvmod"}
)
NO_AIMS = frozenset({"GPE", "LOC", "FAC", "PERSON"})
"""The model's labels of names that are not for what a body fights for."""
INNER_MARKS = frozenset({"-", "'", '"', "–"})
LEAST_BEFORE_ABBREVIATION = 4  # a name, a bracket, an abbreviation, a bracket


@remembered
def phrase_start(head: Token) -> int:
    """Index of the first token of the head's premodifiers."""
    shared = shared_possessor(head)
    if shared is not None:
        return next(child for child in shared.children if child.dep_ == "conj").left_edge.i
    start = head.i
    for child in reversed(head.lefts):
        label = child.dep_
        if label not in PREMODIFIERS or (label == "punct" and child.text not in INNER_MARKS):
            break
        if label == "advmod" and child.i + 1 != start:
            break
        start = child.left_edge.i
    return before_abbreviation(head, before_participle(head.doc, start))


def before_participle(doc: Doc, start: int) -> int:
    """Where a phrase starts whose participle the parser cut off from the name before it: "U.S.-led forces"."""
    is_cut = start > 1 and doc[start].tag_ == "VBN" and doc[start - 1].text in HYPHENS and is_name(doc[start - 2])
    return start - 2 if is_cut else start


def before_abbreviation(head: Token, start: int) -> int:
    """Where a phrase starts whose name carries its abbreviation: "Northern Defence Force (NDF) fighters"."""
    doc = head.doc
    if start < LEAST_BEFORE_ABBREVIATION or doc[start - 1].text != ")" or doc[start - 3].text != "(":
        return start
    name = doc[start - 4]
    if not is_name(name):
        return start
    return phrase_start(name) if head in name.subtree or name.head in (head, head.head) else start


def phrase_end(head: Token) -> int:
    """Index after the last token of the phrase: the head, or the `of …` that belongs to a name."""
    end = head.i + 1
    if head.pos_ == "NUM" and end < len(head.doc) and head.doc[end].lower_ in {"more", "others"}:
        return end + 1
    if not is_name(head) or names_area(head) or head.ent_type_ == "PERSON":
        return end
    for child in head.rights:
        following = complement_end(child) if child.dep_ == "prep" else number_end(child)
        if child.i != end or following is None:
            break
        end = following
    return end


def names_area(head: Token) -> bool:
    """Whether a name ends in its noun for an area, so that "of" tells where it lies: "the Sidra Region of Libya"."""
    is_area = head.lower_ in place_nouns("settlements", "regions") and head.lower_ not in cues("area_bodies")
    return is_area and any(child.dep_ == "compound" and child.pos_ == "PROPN" for child in head.lefts)


def complement_end(preposition: Token) -> int | None:
    """Index after an "of" or "for" phrase that belongs to the name before it; None where it does not."""
    word = preposition.lower_
    if word == "in" and preposition.head.lower_ == "mission":
        return run_end(preposition.doc, preposition.i + 1)
    if word not in {"of", "for"}:
        return None
    inner = next((t for t in preposition.children if t.dep_ == "pobj" and (is_name(t) or t.is_title)), None)
    if inner is None:
        return None
    if (owned := owner_end(inner)) is not None:
        return owned
    if word == "for" and names_aim(preposition.head, inner):
        return joined_end(inner, phrase_end(inner))
    has_determiner = any(token.dep_ == "det" for token in inner.lefts)
    return None if word == "for" and has_determiner else phrase_end(inner)


def names_aim(body: Token, aim: Token) -> bool:
    """Whether a name goes on with what its body is for: "Front for the Liberation of Sidra"."""
    is_body = not cues("bodies_with_aims").isdisjoint({body.lower_, body.lower_.removesuffix("s")})
    return is_body and aim.text[:1].isupper() and aim.ent_type_ not in NO_AIMS


def joined_end(name: Token, end: int) -> int:
    """Index after a word that "and" joins to the last of a name: "Justice" in "Movement for Unity and Justice"."""
    joined = next((c for c in name.rights if c.dep_ == "conj" and c.i == end + 1 and c.pos_ == "PROPN"), None)
    is_part = joined is not None and joined.ent_type_ not in NO_AIMS and name.doc[end].lower_ == "and"
    return end + 2 if is_part else end


def run_end(doc: Doc, start: int) -> int | None:
    """Index after the words of a name that starts here: after "Chad" in "the Union Mission in Chad"; None for none."""
    end = start
    while end < len(doc) and doc[end].pos_ == "PROPN":
        end += 1
    return end if end > start else None


def number_end(child: Token) -> int | None:
    """Index after a number or hyphen that goes on with the name before it; None for anything else."""
    continues = child.dep_ in {"nummod", "punct"} and (child.like_num or child.text == "-")
    return child.i + 1 if continues else None
