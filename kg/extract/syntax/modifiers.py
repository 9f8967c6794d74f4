"""Modifiers: the names and demonyms before a noun."""

from kg.extract.lexicon import cues, head_nouns
from kg.extract.syntax.word_classes import HYPHENS, is_noun_taken_for_verb
from kg.language.words import Token
from kg.link.gazetteer import country_of, is_demonym, known_actor
from kg.model import EntityType

MODIFYING = frozenset({"amod", "compound", "nmod", "npadvmod"})
INSIDE_MODIFIERS = MODIFYING | {"conj"}
LOCATIONS = frozenset({"GPE", "LOC", "FAC"})
DETERMINING = frozenset({"det", "poss", "nummod"})


def modifiers(noun: Token) -> tuple[Token, ...]:
    """Who modifies a noun: two in "US–Emirati strikes", one in "Libyan drone and tank attacks", "a rebel ambush"."""
    found: list[Token] = []
    labels = MODIFYING | {"nsubj"} if is_noun_taken_for_verb(noun) else MODIFYING
    waiting = [child for child in noun.lefts if child.dep_ in labels and not is_of_make(child)]
    while waiting:
        token = waiting.pop(0)
        if is_modifying_name(token) or is_demonym(token.text) or is_force(token):
            found.append(token)
        if not names_place(token):
            waiting += [child for child in token.children if child.dep_ in INSIDE_MODIFIERS and child.i < noun.i]
    found = [token for token in found if not (is_model(token, found) or starts_force(token, found))]
    if any(is_force(token) for token in found):  # of "a Libyan army raid" the army, which is the state's
        found = [token for token in found if not is_demonym(token.text) and country_of(token.text) is None]
    return tuple(sorted(found, key=lambda token: token.i)) or modifiers_shared(noun)


def is_of_make(word: Token) -> bool:
    """Whether a word behind a hyphen says of what kind or make something is: "made" in "Libyan-made drones"."""
    return word.lower_ in cues("words_of_make") and word.i > 1 and word.nbor(-1).text in HYPHENS


def modifiers_shared(noun: Token) -> tuple[Token, ...]:
    """The demonyms that a noun shares with the one it is joined to: "Libyan" in "Libyan drone and missile strikes"."""
    above = noun.head
    is_bare = noun.dep_ == "conj" and above.pos_ == "NOUN" and not any(c.dep_ in DETERMINING for c in noun.lefts)
    return tuple(t for t in modifiers(above) if is_demonym(t.text) and t.i < above.i) if is_bare else ()


def is_modifying_name(token: Token) -> bool:
    """Whether a word ends a name that says who acts, and not what with: not "IED" in "an IED attack"."""
    is_weapon = token.lemma_.lower() in head_nouns(EntityType.EQUIPMENT)
    return token.pos_ == "PROPN" and not starts_longer_name(token) and not is_weapon


def is_model(name: Token, modifying: list[Token]) -> bool:
    """Whether a name after its owner's is that of a kind of weapon: "Iskander" in "a Libyan Iskander missile"."""
    following = name.nbor() if name.pos_ == "PROPN" and known_actor(name.text) is None else name
    is_of_weapon = following.lemma_.lower() in head_nouns(EntityType.EQUIPMENT)
    return is_of_weapon and any(other.i < name.i and not is_modifying_actor(name, other) for other in modifying)


def starts_force(demonym: Token, modifying: list[Token]) -> bool:
    """Whether a country's adjective only begins the name of a force: "Libyan" in "a Libyan Air Force raid"."""
    last = next((name for name in modifying if name.i > demonym.i and name.pos_ == "PROPN"), None)
    if last is None or last.lower_ not in head_nouns(EntityType.ARMED_GROUP) or not is_demonym(demonym.text):
        return False
    return all(word.pos_ == "PROPN" for word in demonym.doc[demonym.i + 1 : last.i])


def is_modifying_actor(name: Token, other: Token) -> bool:
    """Whether two names are beside each other in a list, or the first is no owner: "US and Wagner drones"."""
    return name in other.conjuncts or not (is_demonym(other.text) or is_force(other) or country_of(other.text))


def names_place(token: Token) -> bool:
    """Whether a common noun before another says where: "province" in "the Darna province attack"."""
    return token.pos_ == "NOUN" and token.lemma_ in head_nouns(EntityType.PLACE)


def sites(event: Token) -> tuple[Token, ...]:
    """The named places before an event's noun that say where it was: "Darna" in "the Darna bombing"."""
    return tuple(child for child in event.lefts if child.dep_ in {"compound", "nmod"} and is_named_site(child))


def is_named_site(name: Token) -> bool:
    """Whether a name is that of a place smaller than a country, which does not act itself."""
    text = name.doc.text_of(name_start(name), name.i + 1)
    return name.ent_type_ in LOCATIONS and country_of(text) is None and known_actor(text) is None


def name_start(token: Token) -> int:
    """Index of the first of the capitalised words that end in this one."""
    start = token.i
    while start > 0 and token.doc[start - 1].pos_ == "PROPN" and token.doc[start - 1].dep_ == "compound":
        start -= 1
    return start


def is_force(token: Token) -> bool:
    """Whether a common noun before another one names who acts: "rebel" in "a rebel ambush"."""
    lemma = token.lemma_
    if token.dep_ == "amod":  # taken for an adjective
        return lemma in cues("nouns_for_a_side")
    if token.dep_ != "compound" or token.pos_ != "NOUN":
        return False
    return lemma in head_nouns(EntityType.ARMED_GROUP) and lemma not in head_nouns(EntityType.EQUIPMENT)


def starts_longer_name(token: Token) -> bool:
    """Whether the next word goes on with the same name."""
    following = token.nbor()
    return following.pos_ == "PROPN" and following == token.head
