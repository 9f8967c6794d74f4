"""Places: which lies in which, and where an event happened."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.lexicon import cues, place_nouns
from kg.extract.mentions import Kind, Mention
from kg.extract.phrases import conjuncts, objects_of, possessors
from kg.extract.roles import is_verbal, light_verb
from kg.link.gazetteer import country_of
from kg.model import EntityType

EVENT_PREPOSITIONS = frozenset({"in", "at", "near", "inside", "outside", "on", "off", "around", "across", "within", "over", "along"})


def nested_places(doc: Doc, mentions: dict[int, Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of places of which the text says that the first lies in, near or at the second."""
    starts = {m.start: m for m in mentions.values()}
    for head in sorted(mentions):
        inner = mentions[head]
        if inner.type is not EntityType.PLACE or inner.kind is Kind.PRONOUN:
            continue
        yield from ((inner, outer) for outer in after_comma(doc, inner, starts))
        for outer in after_preposition(doc, inner, starts):
            # "in Libya in Sirte" names the wider place first
            yield (outer, inner) if country_of(inner.text) and not country_of(outer.text) else (inner, outer)
        yield from ((inner, outer) for outer in owners(doc, inner, mentions))


def after_comma(doc: Doc, inner: Mention, starts: dict[int, Mention]) -> Iterator[Mention]:
    """The next place in "A, B, C"; a list that ends in "and" holds places side by side."""
    if inner.end >= len(doc) or doc[inner.end].text != "," or inner.kind is not Kind.NAME and not is_site(inner):
        return
    outer = starts.get(inner.end + 1)
    if outer is None or outer.kind is not Kind.NAME or outer.type not in {EntityType.PLACE, EntityType.STATE, None}:
        return
    if country_of(outer.text) is None and is_list(doc, outer, starts):
        return
    yield outer


def is_site(mention: Mention) -> bool:
    """Whether a described place may be followed by the place it lies in."""
    return mention.kind is Kind.DESCRIPTION and mention.type is EntityType.PLACE


def is_list(doc: Doc, mention: Mention, starts: dict[int, Mention]) -> bool:
    """Whether names joined by commas from here on end in "and" or "or" and another name."""
    end = mention.end
    while end + 1 < len(doc):
        if doc[end].lower_ in {"and", "or"} or (doc[end].text == "," and doc[end + 1].lower_ in {"and", "or"}):
            after = end + 1 if doc[end].lower_ in {"and", "or"} else end + 2
            after += after < len(doc) and doc[after].lower_ == "the"
            return after in starts and starts[after].kind is Kind.NAME and starts[after].type is not EntityType.PERSON
        following = starts.get(end + 1)
        if doc[end].text != "," or following is None or following.kind is not Kind.NAME:
            return False
        end = following.end
    return False


def after_preposition(doc: Doc, inner: Mention, starts: dict[int, Mention]) -> Iterator[Mention]:
    """The place in "A in B", "A near B"; also "A, in B" and "A, a town in B"."""
    position = inner.end
    if position < len(doc) and doc[position].text == ",":
        position += 1
        described = starts.get(position) or (starts.get(position + 1) if position + 1 < len(doc) else None)
        if described is not None and described.kind is Kind.DESCRIPTION and described.type is EntityType.PLACE:
            position = described.end
    if position + 1 >= len(doc):
        return
    word = doc[position]
    capital = word.lower_ == "of" and doc[position - 1].lower_ == "capital"
    part = word.lower_ == "of" and inner.kind is Kind.NAME and doc[inner.end - 1].lower_ in place_nouns("regions")
    if word.lower_ not in cues("located_prepositions") and not capital and not part:
        return
    start = position + 1
    while start < len(doc) and doc[start].lower_ in cues("articles") | {"of"}:
        start += 1
    outer = starts.get(start)
    if outer is not None and outer.type in {EntityType.PLACE, EntityType.STATE} and outer.kind is not Kind.PRONOUN:
        yield outer


def owners(doc: Doc, inner: Mention, mentions: dict[int, Mention]) -> Iterator[Mention]:
    """The place before the place: "Libya's Gharyan", "the Syrian city of Homs"."""
    if inner.kind is not Kind.NAME:
        return
    head = doc[inner.head]
    nouns = [head]
    if head.dep_ == "pobj" and head.head.lower_ == "of":
        nouns.append(head.head.head)
    for noun in nouns:
        for owner in possessors(noun):
            if (found := mentions.get(owner.i)) is not None and found.type in {EntityType.PLACE, EntityType.STATE} and found.kind is Kind.NAME:
                yield found
        if noun != head or head.i > 0 and doc[head.i - 1].lower_ in {"capital", "city", "town", "village", "province"}:
            for child in noun.lefts:
                if (found := mentions.get(child.i)) is not None and found.kind is Kind.DEMONYM:
                    yield found


def place_of(trigger: Token, ends: tuple[Token, ...], mentions: dict[int, Mention]) -> Token | None:
    """Where an event happened: the place phrase nearest to the trigger in the parse, its ends' own phrases included.

    The trigger's phrases come first, then those of the light verb, of the ends, of the clauses above.
    """
    for token in search_order(trigger, ends):
        for phrase in event_phrases(token):
            mention = mentions.get(phrase.i)
            if mention is not None and mention.type is EntityType.PLACE and phrase not in ends:
                return phrase
    return None


def nearest_place(trigger: Token, ends: tuple[Token, ...], mentions: dict[int, Mention], outer: frozenset[int]) -> Token | None:
    """The place of the sentence nearest to a trigger, for an event whose own phrases name none.

    Places that only say where another one lies are passed over.
    """
    found = [
        m
        for i in range(trigger.sent.start, trigger.sent.end)
        if (m := mentions.get(i)) is not None and m.type is EntityType.PLACE and m.kind is not Kind.PRONOUN and i not in outer
    ]
    placed = [m for m in found if trigger.doc[m.head] not in ends and in_place_phrase(trigger.doc[m.head])]
    return min((trigger.doc[m.head] for m in placed), key=lambda t: (abs(t.i - trigger.i), t.i), default=None)


def in_place_phrase(place: Token) -> bool:
    """Whether a place stands where an event happens: after a preposition such as "in", or as what an attack was made on."""
    while place.dep_ == "conj":
        place = place.head
    return place.dep_ == "pobj" and place.head.lower_ in EVENT_PREPOSITIONS | {"of", "across", "over", "through", "against"}


def event_phrases(token: Token) -> Iterator[Token]:
    """Objects of a word's place prepositions, each followed by those of its own: "in an attack in X"."""
    for child in token.children:
        if child.dep_ in {"prep", "advmod", "agent"} and child.lower_ in EVENT_PREPOSITIONS:
            for inner in objects_of(child):
                yield inner
                yield from event_phrases(inner)


def search_order(trigger: Token, ends: tuple[Token, ...]) -> Iterator[Token]:
    """Where to look for an event's place, in order."""
    yield trigger
    verb, _ = light_verb(trigger)
    if verb is not None:
        yield verb
    yield from (t for end in ends for t in conjuncts(end) if trigger in (t.head, *t.head.ancestors) or t in trigger.children)
    if trigger.dep_ in {"conj", "advcl", "xcomp", "acl", "relcl"}:
        yield trigger.head
    yield from (c for c in trigger.children if c.dep_ == "conj" and is_verbal(c) == is_verbal(trigger))
    if not is_verbal(trigger):
        yield from (t for t in trigger.ancestors if is_verbal(t) and t.sent == trigger.sent)
