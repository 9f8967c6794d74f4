"""Noun phrases of the parse: which words belong to a head, and what is joined to it."""

from collections.abc import Iterator

from spacy.tokens import Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
PREMODIFIERS = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "advmod", "case", "punct", "predet", "npadvmod"})
PARTITIVES = frozenset(
    {"dozen", "score", "hundred", "thousand", "ten", "group", "number", "couple", "majority", "handful", "wave", "convoy", "team", "series", "half", "most", "remnant", "million", "part", "kind", "dozens", "hundreds", "thousands"}
)


def is_name(token: Token) -> bool:
    """Whether the word is (part of) a proper name."""
    return token.pos_ == "PROPN" or (token.text[:1].isupper() and token.ent_type_ not in {"", "DATE", "TIME", "CARDINAL"})


def shared_possessor(noun: Token) -> Token | None:
    """The first of two names that the parser took for owners of one noun: A in "between A and B's forces"."""
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if owner is None or any(c.dep_ == "case" for c in owner.children) or noun.head.lower_ not in {"between", "among"}:
        return None
    return owner if any(c.dep_ == "conj" for c in owner.children) else None


def phrase_start(head: Token) -> int:
    """Index of the first token of the head's premodifiers."""
    shared = shared_possessor(head)
    if shared is not None:
        return next(c for c in shared.children if c.dep_ == "conj").left_edge.i
    start = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in PREMODIFIERS or (child.dep_ == "punct" and child.text not in {"-", "'", '"', "–"}):
            break
        if child.dep_ == "advmod" and child.i + 1 != start:
            break
        start = child.left_edge.i
    return before_brackets(head, start)


def before_brackets(head: Token, start: int) -> int:
    """Where a phrase starts whose name carries its abbreviation: "Northern Defence Force (NDF) fighters"."""
    doc = head.doc
    if start < 4 or doc[start - 1].text != ")" or doc[start - 3].text != "(" or not is_name(doc[start - 4]):
        return start
    name = doc[start - 4]
    return phrase_start(name) if head in name.subtree or name.head in (head, head.head) else start


def phrase_end(head: Token) -> int:
    """Index after the last token of the phrase: the head, or the `of …` that belongs to a name."""
    end = head.i + 1
    if not is_name(head):
        return end
    for child in head.rights:
        if child.i != end:
            break
        if child.dep_ == "prep" and child.lower_ in {"of", "for"}:
            inner = next((t for t in child.children if t.dep_ == "pobj" and is_name(t)), None)
            if inner is not None and (owned := owner_end(inner)):
                return owned
            if inner is None or (child.lower_ == "for" and any(t.dep_ == "det" for t in inner.lefts)):
                break
            end = phrase_end(inner)
        elif child.dep_ in {"nummod", "punct"} and (child.like_num or child.text == "-") and not child.text.isspace():
            end = child.i + 1
        else:
            break
    return end


def owner_end(noun: Token) -> int | None:
    """Where an owner ends that the parser split over a name: "Council of Elders" in "the Council of Elders's Dawn Force"."""
    owner = next((c for c in noun.lefts if c.dep_ == "poss" and is_name(c)), None)
    return owner.i + 1 if owner is not None and any(c.dep_ == "case" for c in owner.children) else None


def owned_by_split_name(name: Token) -> Token | None:
    """The noun that a split owner owns: "Force" for "Council" in "the Council of Elders's Dawn Force"."""
    if is_name(name):
        for child in name.rights:
            if child.dep_ == "prep" and child.lower_ == "of" and child.i == name.i + 1:
                return next((t for t in child.children if t.dep_ == "pobj" and is_name(t) and owner_end(t)), None)
    return None


def named_by(title: Token) -> Token | None:
    """The name that a noun only introduces: "minister Jane Doe" headed by "minister", "the city of X", "much of X"."""
    if title.lemma_.lower() in INTRODUCING:
        for child in title.rights:
            if child.lower_ == "of" and child.dep_ == "prep" and child.i == title.i + 1:
                return next((t for t in child.children if t.dep_ == "pobj" and (is_name(t) or title.lemma_ in PORTIONS)), None)
    for child in title.rights:
        if child.lower_ == "of" and child.dep_ == "prep" and child.i == title.i + 1:
            # "the head of the Dawn Force Jane Doe", the name hung on the body
            named = [a for t in child.children if t.dep_ == "pobj" for a in t.rights if a.dep_ == "appos" and a.left_edge.i == t.i + 1]
            return next((a for a in named if a.ent_type_ == "PERSON"), None)
    if title.pos_ not in {"NOUN", "PROPN"}:
        return None
    return next((c for c in title.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and c.left_edge.i == title.i + 1), None)


PORTIONS = frozenset({"much", "most", "part", "some", "all", "many", "portion", "half", "swath"})
INTRODUCING = PORTIONS | {
    "city", "town", "village", "district", "port", "province", "state", "region", "municipality", "island", "governorate",
    "neighborhood", "neighbourhood", "county", "suburb", "camp", "republic", "area", "hamlet", "commune", "settlement",
}  # fmt: skip


def counted(head: Token) -> Token:
    """The noun that a partitive counts: "fighters" in "dozens of fighters"; else the head itself."""
    if head.lemma_.lower() in PARTITIVES:
        for child in head.rights:
            if child.dep_ == "prep" and child.lower_ == "of" and child.i == head.i + 1:
                return next((t for t in child.children if t.dep_ == "pobj"), head)
    return head


def conjuncts(head: Token) -> Iterator[Token]:
    """The head and the noun phrases joined to it by "and", "or" or a comma, in the order of the text.

    A title gives way to the name that follows it.
    """
    if (name := named_by(head)) is not None:
        yield from conjuncts(name)
    else:
        yield head
    for child in head.rights:
        if child.dep_ == "conj" and child.pos_ in NOMINAL:
            yield from conjuncts(child)


def first_conjunct(head: Token) -> Token:
    """The conjunct that the others are joined to."""
    while head.dep_ == "conj" and head.head.pos_ in NOMINAL:
        head = head.head
    return head


def possessors(head: Token) -> tuple[Token, ...]:
    """Who owns the noun: "Rome's and Paris's troops" has two, "its troops" the pronoun."""
    owners = tuple(t for child in head.lefts if child.dep_ == "poss" for t in conjuncts(child))
    if shared_possessor(head) is not None:
        return owners[1:]
    above = head.head.head
    if head.dep_ == "pobj" and head.head.lower_ == "of" and owned_by_split_name(above) == head:
        return (above,)
    return owners


def objects_of(preposition: Token) -> tuple[Token, ...]:
    """What a preposition governs, conjuncts included; "near to the border" reaches through the second one."""
    found: list[Token] = []
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"} and child.pos_ in NOMINAL | {"ADJ", "DET"}:
            found += conjuncts(owned_by_split_name(child) or child)
        elif child.dep_ == "prep":
            found += objects_of(child)
    return tuple(found)


def prepositional(token: Token, words: frozenset[str]) -> tuple[Token, ...]:
    """The objects of the token's prepositional phrases with one of these prepositions, in the order of the text."""
    return tuple(
        found
        for child in token.children
        if child.dep_ in {"prep", "agent", "dative", "prt", "advmod"} and child.lower_ in words
        for found in objects_of(child)
    )
