"""The extent of names: where a name starts and ends among titles, owners and the names beside it."""

from kg.extract.lexicon import cues, place_nouns, weekdays
from kg.extract.mentions.titles import is_title
from kg.extract.syntax.word_classes import HYPHENS, has_arabic_article, is_time
from kg.language.words import Doc, Token
from kg.link.gazetteer import find_place, is_demonym, is_place, known_actor
from kg.link.known import PlaceKind

PREMODIFYING = frozenset({"compound", "amod", "nmod"})
FEDERAL_DISTRICT = frozenset({"D.C.", "DC"})
TIMES_BEFORE = frozenset({"last", "this", "next"})
SMALL_WORDS = frozenset({"of", "for", "in", "and", "the"})
LONGEST_REST = 8  # words
BEFORE_PHRASE = frozenset({"PUNCT", "SPACE", "CCONJ"})


def trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Leave out leading articles, quotation marks and conjunctions, and trailing marks and possessive endings."""
    if end - start < 2:
        return start, end
    start = after_result(doc, after_time(doc, start, end), end)
    while start < end - 1 and (doc[start].pos_ in BEFORE_PHRASE or doc[start].lower_ in cues("articles")):
        start += 1
    while end > start + 1 and is_trailing(doc[end - 1]):
        end -= 1
    return start, end


def after_result(doc: Doc, start: int, end: int) -> int:
    """Where a phrase starts after an adjective that goes with the verb: "two judges" in "shot dead two judges"."""
    is_result = start + 1 < end and doc[start].lower_ in cues("harmed_states")
    return start + 1 if is_result and (doc[start + 1].pos_ in BEFORE_PHRASE or doc[start + 1].like_num) else start


def after_time(doc: Doc, start: int, end: int) -> int:
    """Where a phrase starts after a time that only stands before it: "rebels" in "Last month rebels seized X"."""
    if start and doc[start - 1].lower_ == "on" and doc[start].lower_ in weekdays():
        return start + 1  # "On Sunday Jane Doe said"
    if not doc[start].is_sent_start or doc[start].lower_ not in TIMES_BEFORE:
        return start
    return next((i for i in range(start, end) if not is_time(doc[i])), start)


def is_trailing(token: Token) -> bool:
    """Whether a word at the end of a phrase is no part of its text: a mark other than a bracket, or "'s"."""
    return token.tag_ == "POS" or (token.pos_ in {"PUNCT", "SPACE"} and token.text != ")")


def whole_name(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A name with the words before it that the model counts to it, and an Arabic surname that was tagged as no name."""
    while start > 0 and doc[start].ent_iob_ == "I" and doc[start - 1].pos_ == "PROPN":
        start -= 1
    while end < len(doc) and has_arabic_article(doc[end]) and not doc[end - 1].is_punct:
        end += 1
    if end + 1 < len(doc) and is_added_after_comma(doc[end + 1]):
        end += 2
    return start, end


def known_name_end(doc: Doc, start: int, end: int) -> int:
    """Where a name ends that goes on over small words and is generally known so: "Islamic State in the Sahel"."""
    last, known = end, end
    while last < len(doc) and last - end < LONGEST_REST and goes_on_in_name(doc[last]):
        last += 1
        if doc[last - 1].pos_ == "PROPN" and is_well_known(doc.text_of(start, last)):
            known = last
    return known


def known_name_start(doc: Doc, start: int, end: int) -> int:
    """Where a name starts that is generally known by more words before it: "Coalition of Patriots for Change"."""
    first, known = start, start
    while first > 0 and start - first < LONGEST_REST and may_be_in_name(doc[first - 1]):
        first -= 1
        is_start = doc[first].is_title and doc[first].lower_ not in SMALL_WORDS
        if is_start and known_actor(doc.text_of(first, end)) is not None:
            known = first
    return known


def may_be_in_name(word: Token) -> bool:
    """Whether a word may stand in a name, whatever the model takes it for."""
    return word.is_title or word.lower_ in SMALL_WORDS or word.like_num


def is_well_known(name: str) -> bool:
    """Whether a name is that of a country, of a well-known region or of a well-known actor."""
    place = find_place(name)
    return known_actor(name) is not None or (place is not None and place.kind is not PlaceKind.SETTLEMENT)


def goes_on_in_name(word: Token) -> bool:
    """Whether a word may stand inside a long name."""
    return word.pos_ == "PROPN" or word.lower_ in SMALL_WORDS


def is_added_after_comma(token: Token) -> bool:
    """Whether the word goes on with the name before its comma: "D.C." in "Washington, D.C."."""
    return token.text in FEDERAL_DISTRICT and token.i > 1 and token.nbor(-1).text == ","


def owned_name_start(head: Token, start: int) -> int:
    """Where a name starts after its owner: "Darna" in "Libya's Darna"; an owner inside the name stays."""
    for owner in head.lefts:
        after = owner.right_edge.i + 1
        if owner.dep_ == "poss" and after <= head.i and stands_outside(owner, head.doc[after]):
            return max(start, after)
    return start


def settled_name_start(head: Token, start: int) -> int:
    """Where a place's name starts after its country and kind: "Sirte" in "Libyan port city Sirte"."""
    for token in reversed(head.doc[start + 1 : head.i]):
        if token.text in cues("place_kinds_before_names"):
            return token.i + 1 if is_demonym(head.doc[start].text) else start
    return start


def compounded_name_start(head: Token, start: int) -> int:
    """Where a name starts after a compound that says who backs, leads or holds it: "Turkish-backed Northern Army"."""
    for index in range(head.i - 1, start, -1):
        if head.doc[index - 1].text in HYPHENS and tells_side(head.doc[index]):
            return index + 1
    return start


def tells_side(participle: Token) -> bool:
    """Whether a participle says who backs, leads or holds something."""
    told = cues("leading_participles", "holding_participles", "backing_participles", "allying_participles")
    return participle.lemma_ in told or participle.lower_ in told


def start_after_amount(doc: Doc, start: int, last: int) -> int:
    """Where a name starts after how many of it there are: "Dawn Brigade" in "Nine Dawn Brigade fighters"."""
    after = start
    while after < last and (doc[after].ent_type_ == "CARDINAL" or doc[after].text in HYPHENS):
        after += 1
    return after if doc[start].text.isalpha() else start


def stands_outside(owner: Token, following: Token) -> bool:
    """Whether an owner, a pronoun or a name with "'s", is no part of the name that follows it."""
    if owner.lower_ in cues("owners_in_names") or is_owner_in_known_name(owner):
        return False
    is_part = following.ent_iob_ == "I" and owner.ent_type_ == "ORG"
    return owner.pos_ == "PRON" or (not is_part and any(token.dep_ == "case" for token in owner.subtree))


def titled_name_start(head: Token, start: int) -> int:
    """Where the bare name starts in a phrase such as "Foreign Minister Jane Doe": after its last title."""
    for token in reversed(head.doc[start : head.i]):
        if is_title(token) and not is_given_name(token, start):
            return office_end(token, head)
    return start


def is_given_name(title: Token, start: int) -> bool:
    """Whether a title is a name where it stands: "Sheikh" after the first name in "Idris Sheikh Saleh"."""
    before = title.nbor(-1) if title.i > start else title
    is_after_name = before.ent_type_ == "PERSON" and not is_title(before) and not is_demonym(before.text)
    return title.lower_ in cues("titles_as_names") and title.is_title and is_after_name


def office_end(title: Token, head: Token) -> int:
    """Index after a title and the "of" that belongs to it: "Secretary of State" before "Jane Doe"."""
    if title.nbor().lower_ != "of":
        return title.i + 1
    after = head.doc[title.i + 2 : head.i]
    return next((token.i for token in after if token.ent_type_ == "PERSON"), min(title.i + 3, head.i))


def is_owner_in_known_name(owner: Token) -> bool:
    """Whether an owner belongs to a well-known name: "People's" in "Dawn People's Army"."""
    start, end = owner.left_edge.i, owner.head.i + 1
    return start < end and known_actor(owner.doc.text_of(start, end)) is not None


def name_run(head: Token) -> int:
    """Index of the first of the capitalised words that end in this one: "Azure Brigade" in "Azure Brigade forces"."""
    start = head.i
    while start > 0 and is_inside_compound(head.doc[start - 1]):
        start -= 1
    if start > 1 and head.doc[start - 1].tag_ == "POS" and head.doc[start - 2].is_title:
        owner = head.doc[start - 2]
        return name_run(owner) if owner.lower_ in cues("owners_in_names") else start
    return start


def is_inside_compound(token: Token) -> bool:
    """Whether a capitalised word goes on with the name after it."""
    if token.pos_ not in {"PROPN", "ADJ"} or not token.is_title:
        return False
    return token.head.i >= token.i and token.dep_ in PREMODIFYING


def compound_names(noun: Token) -> list[Token]:
    """The last words of proper names that modify a noun: "Hamas" in "Hamas fighters"."""
    before = [c for c in noun.lefts if c.dep_ in PREMODIFYING and (c.pos_ == "PROPN" or is_place_before(c, noun))]
    if not before:
        return []
    names = [c for c in before if not is_demonym(c.text) and c.lower_ not in cues("words_before_attackers")]
    joined = [c for name in names for c in name.lefts if c.pos_ == "PROPN" and c.nbor().text in HYPHENS]
    return [*joined, *(name for name in names if not goes_on(name, noun))]


def is_place_before(word: Token, noun: Token) -> bool:
    """Whether a word taken for an adjective is the place in which another lies: "Idlib" in "the Idlib town of X"."""
    is_name = word.pos_ == "ADJ" and word.is_title and noun.lemma_ in place_nouns("settlements")
    return is_name and not is_demonym(word.text) and is_place(word.text)


def goes_on(name: Token, noun: Token) -> bool:
    """Whether another part of the name follows before the noun that it modifies."""
    following = name.nbor()
    return following.dep_ in {"compound", "nmod"} and following.pos_ == "PROPN" and following.head == noun
