import re
from functools import cache
from pathlib import Path

import pytest
from rdflib import RDF, SKOS, Graph

from kg.errors import LexiconError
from kg.extract import read
from kg.extract.frames import all_frames
from kg.extract.frames.frame import FAMILIES, Slot, family_file, read_frame
from kg.extract.frames.slots import FILLERS
from kg.extract.lexicon import cues, head_nouns, place_nouns
from kg.language import parse_all
from kg.model import Article, EntityType
from kg.resources import load_yaml, resource

ENTRIES = [entry for family in FAMILIES for entry in load_yaml(family_file(family))]
FILE = family_file("fighting")
TRIGGERS = ("verbs", "nouns", "idioms", "adjectives")
POSITIVE = [(entry["name"], *example) for entry in ENTRIES for example in entry["examples"]["positive"]]
NEGATIVE = [(entry["name"], sentence) for entry in ENTRIES for sentence in entry["examples"]["negative"]]
EXTRACT = Path(__file__).resolve().parents[2] / "kg" / "extract"


@cache
def parsed():
    """All examples, parsed in batches, which takes a quarter of the time of one by one."""
    sentences = [example[1] for example in (*POSITIVE, *NEGATIVE)]
    return dict(zip(sentences, parse_all(sentences), strict=True))


def stated(sentence):
    """Frame, relation and the names of both ends of all that a sentence states; () for a subject that nobody is."""
    graph = read(Article("example", sentence), parsed()[sentence])
    names = {entity.id: entity.names for entity in graph.entities}
    return [
        (a.frame, a.relation.value, names[a.subject.entity] if a.subject else (), names[a.object.entity])
        for a in graph.attestations
    ]


def entry(name="attack", **changes):
    return {"name": name, "relation": "attacks", "plover": "ASSAULT", "cameo": [], "subject": ["agent"],
            "object": ["patient"], "verbs": ["attack"], "examples": {}} | changes  # fmt: skip


@pytest.mark.parametrize(("name", "sentence", "subject", "target"), POSITIVE, ids=[f"{p[0]}: {p[1]}" for p in POSITIVE])
def test_positive_examples_fire_the_frame(name, sentence, subject, target):
    relation = next(each["relation"] for each in ENTRIES if each["name"] == name)
    found = stated(sentence)
    assert any(
        (frame, said) == (name, relation) and target in objects and (subject in subjects if subject else not subjects)
        for frame, said, subjects, objects in found
    ), found


@pytest.mark.parametrize(("name", "sentence"), NEGATIVE, ids=[f"{n[0]}: {n[1]}" for n in NEGATIVE])
def test_negative_examples_do_not(name, sentence):
    assert name not in [frame for frame, *_ in stated(sentence)]


@pytest.mark.parametrize("each", ENTRIES, ids=lambda each: each["name"])
def test_an_entry_is_whole(each):
    words = [word for kind in TRIGGERS for word in each.get(kind, ())]
    assert words
    assert all(word == word.lower().strip() for word in words)
    assert len(each["examples"]["positive"]) >= 2
    assert each["examples"]["negative"]
    for kind in TRIGGERS:
        assert len(set(each.get(kind, ()))) == len(each.get(kind, ()))


@pytest.mark.parametrize("each", ENTRIES, ids=lambda each: each["name"])
def test_an_idiom_is_a_verb_and_a_noun(each):
    assert [idiom for idiom in each.get("idioms", ()) if len(idiom.split()) != 2] == []


def test_names_differ():
    names = [each["name"] for each in ENTRIES]
    assert len(set(names)) == len(names)


def test_codes_are_those_of_the_ontology():
    schemes = Graph().parse(data=resource("ontology", "schemes.ttl").read_text("utf-8"), format="turtle")
    known = {str(concept).rsplit("/schemes/", 1)[-1] for concept in schemes.subjects(RDF.type, SKOS.Concept)}
    used = {f"plover/{each['plover']}" for each in ENTRIES if each["plover"]}
    used |= {f"cameo/{code}" for each in ENTRIES for code in each["cameo"]}
    assert used - known == set()


def test_every_slot_has_its_rule():
    assert set(FILLERS) == set(Slot)


def test_every_slot_is_used_by_some_frame():
    used = {slot for frame in all_frames() for slot in (*frame.subject, *frame.object)}
    assert set(Slot) - used == set()


def test_an_entry_becomes_a_frame():
    frame = read_frame(entry(subject=["agent", "by", "nobody"], object_default="Place", excludes=["game"]), FILE)
    assert frame.subject == ("agent", "by")
    assert frame.subject_may_be_unnamed
    assert frame.object_default is EntityType.PLACE
    assert frame.excludes == {"game"}
    assert not frame.is_grammatical


@pytest.mark.parametrize(
    ("changes", "cause"),
    [
        ({"verb": ["hit"]}, "unknown field verb"),
        ({"subject": ["actor"]}, "unknown slot actor"),
        ({"object": ["beside"]}, "unknown slot beside"),
        ({"relation": "hates"}, "hates"),
        ({"object_types": ["Weapon"]}, "Weapon"),
        ({"object_stands_for": "anything"}, "anything"),
    ],
)
def test_a_wrong_entry_is_told(changes, cause):
    with pytest.raises(LexiconError, match=f"frame attack: .*{cause}") as told:
        read_frame(entry(**changes), FILE)
    assert told.value.path == FILE


def test_a_missing_field_is_told():
    wrong = entry()
    del wrong["cameo"]
    with pytest.raises(LexiconError, match="frame attack has no field 'cameo'"):
        read_frame(wrong, FILE)


def lists(value):
    return [words for inner in value.values() for words in lists(inner)] if isinstance(value, dict) else [value]


@pytest.mark.parametrize("file", ["cues.yaml", "types.yaml"])
def test_word_lists_hold_each_word_once(file):
    for words in lists(load_yaml(file)):
        assert words
        assert all(isinstance(word, str) for word in words)  # YAML reads a bare "off" as false
        assert len(set(words)) == len(words)


def test_every_cue_is_read_by_the_code():
    code = "".join(path.read_text("utf-8") for path in sorted(EXTRACT.rglob("*.py")))
    read_there = set(re.findall(r'"([a-z_]+)"', code))
    assert set(load_yaml("cues.yaml")) - read_there == set()


def test_every_type_but_the_general_ones_has_its_nouns():
    assert all(head_nouns(kind) for kind in EntityType)
    assert place_nouns("settlements", "regions", "sites") == head_nouns(EntityType.PLACE)


def test_cues_unite_lists():
    assert cues("denying_verbs", "doubting_verbs") == cues("denying_verbs") | cues("doubting_verbs")


@pytest.mark.parametrize(("find", "name"), [(cues, "nothing"), (place_nouns, "oceans")])
def test_an_unknown_list_is_told(find, name):
    with pytest.raises(LexiconError, match=name):
        find(name)
