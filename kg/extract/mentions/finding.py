"""Finds the mentions of a text."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.lexicon import cues, head_nouns, never_nouns
from kg.extract.mentions.extents import (
    compound_names,
    compounded_name_start,
    is_added_after_comma,
    is_owner_in_known_name,
    known_name_end,
    known_name_start,
    name_run,
    owned_name_start,
    settled_name_start,
    start_after_amount,
    titled_name_start,
    trim,
    whole_name,
)
from kg.extract.mentions.kinds import ATTRIBUTIVE, demonym_start, kind_of
from kg.extract.mentions.mention import DEMONYM, DESCRIPTION, NAME, Certainty, Mention
from kg.extract.mentions.titles import is_force_before_title, is_side_before_title, is_title
from kg.extract.mentions.types import type_of, type_of_name
from kg.extract.syntax.coordination import force_of_nation, nations_before
from kg.extract.syntax.dependencies import dependents, has_number
from kg.extract.syntax.modifiers import is_force
from kg.extract.syntax.noun_phrases import phrase_end, phrase_start
from kg.extract.syntax.semantic_heads import counted, following_of, person_start
from kg.extract.syntax.word_classes import (
    HYPHENS,
    NOMINAL,
    begins_compound,
    has_arabic_article,
    is_time,
    stands_alone,
)
from kg.language.words import Doc, Token
from kg.link.gazetteer import is_demonym
from kg.model import EntityType

DEMONYM_LABELS = ATTRIBUTIVE | {"poss", "npadvmod"}
INSIDE_PHRASE = frozenset({"compound", "nummod", "quantmod", "nmod", "case", "expl"})
SPEAKING_FROM = frozenset({"from", "in", "at", "inside", "within"})
COMMON = frozenset({"NOUN", "ADJ"})
HEADS = NOMINAL | COMMON
BODIES = frozenset({EntityType.ARMED_GROUP, EntityType.ORGANIZATION, EntityType.OPERATION})
LINKS_IN_NAMES = frozenset({"of", "for", "in"})
ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "conj"})


def find_mentions(doc: Doc, outlet: str = "") -> dict[int, Mention]:
    """All mentions of a text by the index of their head token; the outlet that published it is a body."""
    found: dict[int, Mention] = {}
    for token in worth_asking(doc):
        if token.is_title and token.pos_ in NOMINAL and begins_compound(token):
            found[token.i] = name_mention(token, name_run(token), token.i + 1)
        elif heads_phrase(token) and force_of_nation(token) is None:
            for mention in phrase_mentions(token):
                found[mention.head] = mention
        elif token.i not in found and (start := nation_start(token)) is not None:
            found[token.i] = nation_mention(token, start)
        for inner in inner_mentions(token):
            found.setdefault(inner.head, inner)
    within = {*heads_inside_names(doc, found), *starts_of_compound_names(doc, found)}
    whole = {head: mention for head, mention in found.items() if head not in within}
    told = {head: as_body(mention) for head, mention in whole.items() if mention.text == outlet}
    return whole | told


def worth_asking(doc: Doc) -> list[Token]:
    """The words that may head a mention, which others do not: nouns, adjectives, and what is written or used as one."""
    return [t for t in doc if t.pos_ in HEADS or t.is_title or t.is_sent_start or t.dep_ in DEMONYM_LABELS]


def nation_start(token: Token) -> int | None:
    """Where a nation's adjective starts that ends in this word and stands before a noun; None if it ends none."""
    return demonym_start(token) if token.dep_ in DEMONYM_LABELS or force_of_nation(token) is not None else None


def nation_mention(nation: Token, start: int) -> Mention:
    """The mention of a nation's adjective: its state, or its forces beside those of another nation."""
    end, text = nation.i + 1, nation.doc.text_of(start, nation.i + 1)
    if (force := force_of_nation(nation)) is None:
        return Mention(nation.i, start, end, DEMONYM, EntityType.STATE, text, Certainty.KNOWN)
    shared = max(token.i for token in nation.doc[end : force.i] if is_demonym(token.text)) + 1
    text = f"{text} {nation.doc.text_of(shared, force.i + 1)}"
    return Mention(nation.i, start, end, DESCRIPTION, EntityType.ARMED_GROUP, text, Certainty.DESCRIPTION)


def as_body(name: Mention) -> Mention:
    """A name as one that is known to be of an organization."""
    return replace(name, type=EntityType.ORGANIZATION, certainty=Certainty.KNOWN)


def heads_inside_names(doc: Doc, found: dict[int, Mention]) -> Iterator[int]:
    """The heads of what only ends the name of a body: "Rwanda" in "Forces for the Liberation of Rwanda".

    What owns it by "of" stands for itself: "the Armed Forces of Rwanda".
    """
    for name in found.values():
        is_known = name.type in BODIES or (name.type is EntityType.STATE and name.certainty is Certainty.KNOWN)
        if name.kind is not NAME or not is_known or name.certainty < Certainty.WORD:
            continue
        link = doc[name.head + 1].lower_ if name.head + 1 < name.end else ""
        inner = (found[i] for i in range(name.head + 2, name.end) if i in found and link in LINKS_IN_NAMES)
        yield from (one.head for one in inner if link != "of" or one.end < name.end or is_what_for(one, doc))


def is_what_for(inner: Mention, doc: Doc) -> bool:
    """Whether a name right after "of" tells what a body is for: "National Accord"; a country or place owns it."""
    is_owner = inner.certainty >= Certainty.SLOT or inner.type is EntityType.PLACE or inner.kind is not NAME
    return doc[inner.start - 1].lower_ == "of" and not is_owner


def inner_mentions(token: Token) -> list[Mention]:
    """The mentions inside the phrase of another word: names before a noun, and what `start_inside` finds."""
    is_noun = token.pos_ == "NOUN" and token.ent_type_ != "PERSON"  # "Tomer-Said" in "Salma Tomer-Said"
    names = compound_names(token) if is_noun and token.lefts else []
    found = [make_mention(name, name_run(name), name.i + 1) for name in names] if names else []
    if (start := start_inside(token)) is not None:
        found.append(make_mention(token, start, token.i + 1))
    return found


def starts_of_compound_names(doc: Doc, found: dict[int, Mention]) -> Iterator[int]:
    """The words that only start the name that a hyphen joins to a participle: "Dawn" in "Dawn Brigade-led"."""
    pairs = (name for name in found.values() if name.start == name.head - 1)
    return (name.start for name in pairs if begins_compound(doc[name.head]))


def heads_phrase(token: Token) -> bool:
    """Whether the word heads a noun phrase of its own."""
    part = token.pos_
    if part == "ADJ":
        return stands_for_people(token) or stands_for_force(token)
    if part not in NOMINAL or token.lower_ == "those":
        return False
    if part == "NUM" and stands_alone(token):
        return True
    if token.dep_ in INSIDE_PHRASE or is_time(token) or goes_on_with_name(token) or is_bearing(token):
        return False
    if token.dep_ == "poss" and is_owner_in_known_name(token):
        return False
    return part != "NUM" or token.dep_ in ARGUMENTS


def is_bearing(word: Token) -> bool:
    """Whether a word only tells where something lies from a place: "west" in "a base west of Darna"."""
    return word.dep_ in {"advmod", "npadvmod"} and word.lower_ in cues("bearings")


def stands_for_people(amount: Token) -> bool:
    """Whether an amount stands without a noun: "21 more were injured", "five were killed and several wounded"."""
    if amount.lower_ == "more":
        return amount.dep_ in ARGUMENTS and has_number(amount)
    if amount.dep_ in ARGUMENTS and amount.lower_ in cues("portions") and following_of(amount) is not None:
        return True  # "most of the rebels"
    is_gapped = amount.dep_ == "amod" and amount.head.tag_ == "VBN" and amount.head.dep_ == "conj"
    return is_gapped and amount.lower_ in cues("bare_amounts")


def stands_for_force(word: Token) -> bool:
    """Whether a word that the tagger calls an adjective stands for an armed body: "the military conducts raids"."""
    return word.dep_ in ARGUMENTS and word.lower_ in head_nouns(EntityType.ARMED_GROUP)


def goes_on_with_name(token: Token) -> bool:
    """Whether a name with an Arabic article belongs to the name before it, which the parser took for another phrase.

    So does the "D.C." of "Washington, D.C.".
    """
    if is_added_after_comma(token):
        return True
    if token.i == 0 or not has_arabic_article(token):
        return False
    before = token.nbor(-1)
    return before.pos_ == "PROPN" and before.head != token


def phrase_mentions(head: Token) -> Iterator[Mention]:
    """The mention of a phrase, and those of the bodies that its head runs on from: "army" in "army soldiers"."""
    person = person_start(head)
    nations = nations_before(head)
    start = max(phrase_start(head), nations[-1].left_edge.i) if nations else phrase_start(head)
    found = make_mention(head, person or start, phrase_end(counted(head)))
    yield found
    if person:
        yield make_mention(head.doc[person - 1], start, person)
    elif found.kind is NAME:
        yield from names_before_titles(head.doc, start, found.start)
    for noun in head.lefts:
        if noun.dep_ in {"compound", "amod"} and noun.pos_ in COMMON and acts_before(noun, head):
            demonyms = (t.i for t in head.lefts if t.i < noun.i and is_demonym(t.text))
            yield make_mention(noun, min(demonyms, default=noun.i), noun.i + 1)


def make_mention(head: Token, start: int, end: int) -> Mention:
    """The mention of a phrase, trimmed and typed."""
    kind, end = kind_of(head), max(end, head.i + 1)
    if kind is NAME:
        return name_mention(head, start, end)
    start, end = trim(head.doc, start, end)
    text = head.doc.text_of(start, end)
    found, certainty = type_of(head, kind, text)
    if found is EntityType.SOURCE:
        end = origin_end(head, end)
        text = head.doc.text_of(start, end)
    return Mention(head.i, start, end, kind, found, text, certainty)


def start_inside(token: Token) -> int | None:
    """Where a mention starts that another phrase holds: "X" in "pro-X forces", "Libyan army" in "Libyan army chief"."""
    doc = token.doc
    if token.is_title and token.i > 1 and doc[token.i - 1].text in HYPHENS and doc[token.i - 2].lower_ == "pro":
        return token.i
    if (token.pos_ in COMMON or token.is_sent_start) and is_side_before_title(token):
        return token.i
    return token.i - 1 if token.pos_ in COMMON and is_force_before_title(token) else None


def names_before_titles(doc: Doc, start: int, end: int) -> Iterator[Mention]:
    """The bodies before the titles of a name: "Chad" in "Chad President Jane Doe"."""
    for title in doc[start + 1 : end]:
        name = title.nbor(-1)
        if title.pos_ == "PROPN" and is_title(title) and name.pos_ == "PROPN" and not is_title(name):
            yield make_mention(name, max(start, name_run(name)), title.i)


def acts_before(noun: Token, head: Token) -> bool:
    """Whether a noun before another names a body: "army" in "army soldiers", "rebel" in "a rebel ambush" or "boat"."""
    if noun.lemma_ in cues("bodies_before_nouns") or (head.lemma_ in never_nouns() and is_force(noun)):
        return True
    is_side = noun.lemma_ == "force" or noun.lemma_ in cues("nouns_for_a_side")
    return is_side and head.lemma_ in head_nouns(EntityType.EQUIPMENT)


def origin_end(source: Token, end: int) -> int:
    """Index after the body or place that an unnamed voice speaks from: "a source from the Dawn Brigade"."""
    for phrase in source.rights:
        if phrase.i == end and phrase.dep_ == "prep" and phrase.lower_ in SPEAKING_FROM:
            return max((phrase_end(noun) for noun in dependents(phrase, "pobj")), default=end)
    return end


def name_mention(head: Token, start: int, end: int) -> Mention:
    """The mention of a name, without owner and titles."""
    doc = head.doc
    start, end = whole_name(doc, start, end)
    end = known_name_end(doc, start, end)
    if (known := known_name_start(doc, start, end)) < start:
        text = doc.text_of(known, end)
        found, certainty = type_of_name(text, head)
        return Mention(head.i, known, end, NAME, found, text, certainty)
    start = start_after_strength(doc, compounded_name_start(head, owned_name_start(head, start)), end)
    start = start_after_amount(doc, start, head.i)
    bare = titled_name_start(head, start)
    if bare != start and is_title_in_name(head, start, end):
        bare = start
    start, end = trim(doc, bare, end)
    start = settled_name_start(head, start_after_adjectives(doc, start, head.i))
    text = doc.text_of(start, end)
    found, certainty = type_of_name(text, head)
    is_ship = found is EntityType.EQUIPMENT  # "the spy ship Sidra"
    if not is_ship and certainty < Certainty.KNOWN and bare > phrase_start(head) and is_title(doc[bare - 1]):
        found, certainty = EntityType.PERSON, Certainty.WORD
    return Mention(head.i, start, end, NAME, found, text, certainty)


def start_after_adjectives(doc: Doc, start: int, last: int) -> int:
    """Where a name starts after what is only said of it: "Dawn Front" in "the notorious Dawn Front".

    "Eastern" is part of the name of an area, and so is an adjective behind a hyphen or before one.
    """
    while start < last and is_plain_adjective(doc[start]) and doc[start + 1].text[:1].isupper():
        start += 1
    return start


def is_plain_adjective(word: Token) -> bool:
    """Whether a word is an adjective that neither begins a name nor tells which part of an area is meant."""
    is_side = word.dep_ in {"amod", "compound"} and word.lemma_ in cues("nouns_for_a_side", "words_for_any_side")
    is_adjective = is_side or (word.dep_ == "amod" and (word.pos_ == "ADJ" or word.tag_ in {"VBN", "VBG"}))
    return is_adjective and word.text.islower() and word.text.isalpha() and word.lower_ not in cues("directions")


def start_after_strength(doc: Doc, start: int, end: int) -> int:
    """Where a name starts after how many belong to the body: "Dawn Front" in "11,000-strong Dawn Front"."""
    for token in doc[start + 1 : end - 1]:
        if token.lower_ == "strong" and token.nbor(-1).text in HYPHENS:
            return token.i + 1
    return start


def is_title_in_name(head: Token, start: int, end: int) -> bool:
    """Whether a title is a part of the name: the "Defence" of "National Defence Force"."""
    found, certainty = type_of_name(head.doc.text_of(start, end), head)
    return certainty >= Certainty.WORD and found is not EntityType.PERSON
