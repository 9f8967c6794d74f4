"""Keys connect what may be one, and nothing else is compared."""

from merge_corpus import article_graph, entity

from kg.identity import components, keys_of, signatures_of
from kg.identity.blocking import what_keys_miss
from kg.model import EntityType


def signature(*names, kind="Person"):
    known = entity("a", *names, kind=EntityType(kind))
    return signatures_of(article_graph("a", known))[known.id]


def test_a_person_is_filed_by_name_sound_surname_and_last_names():
    assert keys_of(signature("Recep Tayyip Erdoğan")) == (
        "ends recep erdogan",
        "name recep tayyip erdogan",
        "person recep tayyip erdogan",
        "person tayyip erdogan",
        "short Person erdogan",
        "sound Person rcp tp ardgn",
        "sound-of-short ardgn",
    )


def test_a_description_has_no_key():
    assert keys_of(signature("seven fighters", kind="Group")) == ()


def test_components_are_connected_by_keys():
    haftar, hifter, short = signature("Khalifa Haftar"), signature("Khalifa Hifter"), signature("Haftar")
    tripoli = signature("Tripoli", kind="Place")
    assert set(components([haftar, hifter, short, tripoli])) == {tuple(sorted([haftar, hifter, short])), (tripoli,)}


def test_what_the_keys_miss_is_counted():
    found = what_keys_miss([signature("Khalifa Haftar"), signature("Khalifa Haftar Pasha"), signature("Omar Salim")])
    assert (found.signatures, found.compared, found.alike, found.missed) == (3, 0, 1, 1)
    assert found.examples == ('"khalifa haftar" and "khalifa haftar pasha"',)


def test_of_many_names_a_sample_is_compared():
    names = [signature(name) for name in ("Khalifa Haftar", "Khalifa Haftar Pasha", "Omar Salim", "Omar Selim")]
    found = what_keys_miss(names, sample=2)
    assert (found.signatures, found.sampled, found.pairs) == (4, 2, 1)
    assert found == what_keys_miss(names[::-1], sample=2)
    assert dict(found.common)["sound Person amr slm"] == 2
    assert "common key: sound Person amr slm (names: 2)" in str(found)
