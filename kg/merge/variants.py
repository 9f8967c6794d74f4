"""Joins entities by their full names: those with one identity, then those whose names vary in spelling or length."""

from collections import defaultdict
from collections.abc import Mapping

from kg.link.identity import Identity
from kg.link.names import is_spelling_of, normal_form, skeleton
from kg.merge.joining import Joining, against_rivals
from kg.merge.scoring import Finding

_SPELT = frozenset({"person", "body", "locality", "actor", "place"})
_KNOWN = frozenset({"actor", "place"})

# Names with the same consonants that one is compared with; more are not to be expected in any corpus.
_MOST_SPELLINGS = 8


def join_identities(joining: Joining, blocks: Mapping[Identity, list[str]]) -> None:
    """Join the entities of each identity; forces wait until their leaders are known."""
    for identity, ids in blocks.items():
        if identity.kind != "force":
            joining.join_block(ids, [Finding(identity.kind, identity.value)])


def join_variants(joining: Joining, blocks: Mapping[Identity, list[str]]) -> None:
    """Join entities whose full names differ by a middle name, a left-out first name or the spelling."""
    persons = {identity.value: ids[0] for identity, ids in blocks.items() if identity.kind == "person"}
    _join_middle_names(joining, persons)
    _join_last_names(joining, persons)
    _join_spellings(joining, blocks)


def _join_middle_names(joining: Joining, persons: Mapping[str, str]) -> None:
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
            joining.judge(persons[short], persons[form], [found, *rivals])


def _join_last_names(joining: Joining, persons: Mapping[str, str]) -> None:
    """A name of two words or more is short for the only longer name that ends in it."""
    longer: defaultdict[str, list[str]] = defaultdict(list)
    for form in persons:
        words = form.split()
        for start in range(1, len(words) - 1):
            longer[" ".join(words[start:])].append(form)
    for short in sorted(longer.keys() & persons.keys()):
        for form in longer[short][:_MOST_SPELLINGS]:
            found = Finding("short name", f'"{short}" is short for "{form}"')
            rivals = against_rivals(other for other in longer[short] if other != form)
            joining.judge(persons[short], persons[form], [found, *rivals])


def _join_spellings(joining: Joining, blocks: Mapping[Identity, list[str]]) -> None:
    by_sound: defaultdict[tuple[str, str], list[Identity]] = defaultdict(list)
    for identity, ids in blocks.items():
        if identity.kind in _SPELT:
            by_sound[joining.profiles[ids[0]].family, skeleton(_spelt(identity))].append(identity)
    for alike in by_sound.values():
        for place, identity in enumerate(alike):
            for other in alike[: min(place, _MOST_SPELLINGS)]:
                if not {identity.kind, other.kind} <= _KNOWN and is_spelling_of(_spelt(identity), _spelt(other)):
                    joining.judge(blocks[other][0], blocks[identity][0], _spelling(joining, blocks, other, identity))


def _spelt(identity: Identity) -> str:
    """The name alone: "Kyiv" of "Kyiv, Ukraine (GeoNames 703448)"."""
    return normal_form(identity.value.split(" (GeoNames")[0].split(",")[0])


def _spelling(joining: Joining, blocks: Mapping[Identity, list[str]], left: Identity, right: Identity) -> list[Finding]:
    findings = [Finding("spelling", f'"{_spelt(left)}" and "{_spelt(right)}"')]
    articles = ({joining.profiles[one].article for one in blocks[identity]} for identity in (left, right))
    if not set.isdisjoint(*articles):
        findings.append(Finding("told apart"))
    return findings + joining.against_types(blocks[left][0], blocks[right][0])
