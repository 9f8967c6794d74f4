"""Joins signatures by their full names: those with one identity, then those whose names vary in spelling or length."""

from collections import defaultdict
from collections.abc import Mapping

from kg.identity.features import Finding
from kg.identity.joining import Joining, against_homonyms, against_rivals, against_types
from kg.identity.keys import BODILY, NAMED_ALIKE, PERSON, SPELT, tails, unordered
from kg.identity.signature import Signature, spelt, without_number
from kg.link.identity_value import Identity
from kg.link.names import is_spelling_of, skeleton

_KNOWN = frozenset({"actor", "place"})

# Names with the same consonants that one is compared with; more are not to be expected in any corpus.
_MOST_SPELLINGS = 8

# Bodies are named by common words of other languages; with fewer consonants two are easily confused.
_CONSONANTS_OF_BODY = 4


def join_identities(joining: Joining) -> None:
    """Join the signatures of each identity; forces wait until their leaders are known."""
    for identity, block in joining.by_identity.items():
        if identity.kind != "force":
            joining.join_block(block, [Finding(identity.kind, identity.value)])


def join_variants(joining: Joining) -> None:
    """Join signatures whose full names differ by a middle name, a left-out first name or the spelling."""
    persons = {identity.value: block[0] for identity, block in joining.by_identity.items() if identity.kind == "person"}
    _join_middle_names(joining, persons)
    _join_last_names(joining, persons)
    _join_spellings(joining)
    _join_same_words(joining)
    _join_other_kinds(joining)


def _join_middle_names(joining: Joining, persons: Mapping[str, Signature]) -> None:
    """Of the names with one first and one last word, the shortest is the person's of a longer, if there is one only."""
    by_ends: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for form in persons:
        first, *_, last = form.split()
        by_ends[first, last].append(form)
    for forms in by_ends.values():
        short, *rest = sorted(forms, key=lambda form: (len(form.split()), form))
        longer = [form for form in rest if len(form.split()) > len(short.split())]
        for form in longer:
            found = Finding("middle name", f'"{short}" and "{form}"')
            rivals = against_rivals(other for other in longer if other != form)
            joining.judge(
                persons[short], persons[form], [found, *rivals, *against_homonyms(persons[short], persons[form])]
            )


def _join_last_names(joining: Joining, persons: Mapping[str, Signature]) -> None:
    """A name of two words or more is short for the only longer name that ends in it."""
    longer: defaultdict[str, list[str]] = defaultdict(list)
    for form in persons:
        for tail in tails(form):
            longer[tail].append(form)
    for short in sorted(longer.keys() & persons.keys()):
        for form in longer[short][:_MOST_SPELLINGS]:
            found = Finding("short name", f'"{short}" is short for "{form}"')
            rivals = against_rivals(other for other in longer[short] if other != form)
            joining.judge(
                persons[short], persons[form], [found, *rivals, *against_homonyms(persons[short], persons[form])]
            )


def _join_spellings(joining: Joining) -> None:
    by_sound: defaultdict[tuple[str, str], list[Identity]] = defaultdict(list)
    for identity, block in joining.by_identity.items():
        if identity.kind in SPELT:
            by_sound[block[0].family, skeleton(spelt(identity))].append(identity)
    for alike in by_sound.values():
        for place, identity in enumerate(alike):
            for other in alike[: min(place, _MOST_SPELLINGS)]:
                if _may_be_spellings(identity, other) and is_spelling_of(spelt(identity), spelt(other)):
                    blocks = joining.by_identity
                    joining.judge(blocks[other][0], blocks[identity][0], _spelling(joining, other, identity))


def _may_be_spellings(left: Identity, right: Identity) -> bool:
    """Whether one is not generally known, and not both are brief words for a body, such as "Jamaat" and "Jamiat"."""
    kinds = {left.kind, right.kind}
    is_brief = len(skeleton(spelt(left))) < _CONSONANTS_OF_BODY
    return not kinds <= _KNOWN and not (kinds == {"body"} and is_brief)


def _join_same_words(joining: Joining) -> None:
    """Join bodies whose names are the same words in another order: "Russian Defense Ministry"."""
    by_words: defaultdict[str, list[Identity]] = defaultdict(list)
    for identity in joining.by_identity:
        if identity.kind in BODILY and (words := unordered(identity.value)):
            by_words[words].append(identity)
    for first, *others in by_words.values():
        for other in others[:_MOST_SPELLINGS]:
            found = Finding("same words", f'"{first.value}" and "{other.value}"')
            joining.judge(joining.by_identity[first][0], joining.by_identity[other][0], [found])


def _join_other_kinds(joining: Joining) -> None:
    """Join what bears one full name and was taken for a body here, for a person or a place there."""
    by_name: defaultdict[str, list[Identity]] = defaultdict(list)
    for identity in joining.by_identity:
        if identity.kind in NAMED_ALIKE and " " in identity.value:
            by_name[identity.value].append(identity)
    for name, (first, *others) in by_name.items():
        for other in others:
            found = [Finding("other kind", f'"{name}"')]
            if {first.kind, other.kind} == {"person", "locality"}:
                found.append(Finding("person and place"))
            joining.judge(joining.by_identity[first][0], joining.by_identity[other][0], found)


def _spelling(joining: Joining, left: Identity, right: Identity) -> list[Finding]:
    lefts, rights = joining.by_identity[left], joining.by_identity[right]
    if spelt(left) == spelt(right):
        findings = [Finding("locality", spelt(left))]
    else:
        findings = [Finding("spelling", f'"{spelt(left)}" and "{spelt(right)}"'), *_against_homes(lefts, rights)]
    if any(spelt(right) in each.apart for each in lefts) or any(spelt(left) in each.apart for each in rights):
        findings.append(Finding("told apart"))
    elsewhere = (each for each, others in ((left, rights), (right, lefts)) if _lies_elsewhere(each, others))
    findings += [Finding("elsewhere", without_number(place)) for place in elsewhere]
    return [*findings, *against_types(lefts[0], rights[0]), *against_homonyms(lefts[0], rights[0])]


def _against_homes(lefts: list[Signature], rights: list[Signature]) -> list[Finding]:
    """What speaks against two spellings of a place that the gazetteer lacks: the countries of their articles."""
    homes, others = ({each.home for each in signatures} for signatures in (lefts, rights))
    if lefts[0].family == PERSON or "" in homes | others or homes & others:
        return []
    return [Finding("other home", f"{min(homes)} and of {min(others)}")]


def _lies_elsewhere(place: Identity, others: list[Signature]) -> bool:
    """Whether a place of the gazetteer lies in none of the countries that others of its name are told of in."""
    homes = {other.home for other in others}
    return place.kind == "place" and "" not in homes and not any(f", {home}" in place.value for home in homes)
