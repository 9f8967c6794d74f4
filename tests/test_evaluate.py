"""The figures of an evaluation, worked out by hand on small annotated texts."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import GoldError
from kg.evaluate import (
    evaluate,
    is_same_entity,
    judge,
    measure_reliability,
    read_gold,
    read_predicted,
    sample_mistakes,
    to_json,
    to_predicted,
    to_text,
)
from kg.evaluate.gold import GoldEntity, Label
from kg.evaluate.scoring import Counts

ENTITIES = [
    {"id": "e1", "type": "ArmedGroup", "names": ["Haftar's forces", "the forces of Khalifa Haftar"]},
    {"id": "e2", "type": "Place", "names": ["Gharyan"]},
    {"id": "e3", "type": "Person", "names": ["Khalifa Haftar", "Haftar"]},
    {"id": "e4", "type": "Source", "names": ["a spokesman"]},
    {"id": "e5", "type": "State", "names": ["GNA"]},
]


def gold_statement(relation, subject, thing, **changes):
    statement = {
        "id": "s",
        "relation": relation,
        "subject": subject,
        "object": thing,
        "factuality": "asserted",
        "attributed_to": [],
        "time": None,
        "time_value": None,
        "place": None,
        "instrument": None,
        "count": None,
        "evidence": "some words",
        "optional": False,
    }
    return statement | changes


def line(relation, subject, thing, **changes):
    def label(text):
        return None if text is None else {"label": text, "type": "ArmedGroup"}

    statement = {"article": "a1", "relation": relation, "subject": label(subject), "object": label(thing)}
    return statement | {"factuality": "asserted", "attributed_to": [], "evidence": {"text": "other words"}} | changes


@pytest.fixture
def score(tmp_path):
    def run(statements, lines, **changes):
        path = tmp_path / "gold.jsonl"
        document = {"id": "a1", "text": "…", "entities": ENTITIES, "statements": statements} | changes
        path.write_text(json.dumps(document) + "\n\n", "utf-8")
        return evaluate(read_gold(path), [to_predicted(one) for one in lines])

    return run


@pytest.mark.parametrize(
    ("label", "names", "same"),
    [
        ("Gharyan", ["Gharyan"], True),
        ("the Gharyan", ["GHARYAN"], True),
        ("Haftar’s forces", ["Haftar's forces"], True),
        ("the rebels' base", ["rebels base"], True),
        ("city of Gharyan", ["Gharyan"], True),
        ("“Gharyan”", ["Gharyan"], True),
        ("special forces", ["forces"], True),  # the head, and 2·1/(2+1) of the words
        ("forces loyal to Haftar", ["forces"], False),  # the head, but 2·1/(4+1) of the words
        ("Haftar's house", ["Haftar's forces"], False),  # half of the words, but another head
        ("Tripoli", ["Gharyan"], False),
        ("", ["Gharyan"], False),
        ("anyone", [], False),
    ],
)
def test_names_agree(label, names, same):
    assert is_same_entity(Label(label, ""), GoldEntity("Place", tuple(names))) is same


def test_counts_found_missed_and_extra(score):
    report = score(
        [gold_statement("attacks", "e1", "e2"), gold_statement("commands", "e3", "e1")],
        [
            line("attacks", "Haftar's forces", "Gharyan"),
            line("attacks", "Haftar's forces", "Gharyan"),  # the same fact again is a false alarm
            line("seizes", "GNA", "Gharyan"),
        ],
    )
    assert report.total == Counts(found=1, extra=2, missed=1)
    assert report.total.precision == pytest.approx(1 / 3)
    assert report.total.recall == pytest.approx(1 / 2)
    assert report.total.f1 == pytest.approx(0.4)
    assert report.relations == {"attacks": Counts(1, 1, 0), "commands": Counts(0, 0, 1), "seizes": Counts(0, 1, 0)}
    assert report.mission == Counts(1, 1, 1)
    assert report.interval == (report.total.f1, report.total.f1)  # one document: every sample is the same


@pytest.mark.parametrize(
    ("relation", "found"), [("clashesWith", 1), ("alliedWith", 1), ("negotiatesWith", 1), ("attacks", 0)]
)
def test_only_symmetric_relations_agree_in_either_direction(score, relation, found):
    report = score([gold_statement(relation, "e1", "e5")], [line(relation, "GNA", "Haftar's forces")])
    assert report.total.found == found


@pytest.mark.parametrize(
    ("gold", "predicted", "found"), [(None, None, 1), (None, "GNA", 0), ("e1", None, 0), ("e1", "Haftar's forces", 1)]
)
def test_a_missing_subject_agrees_with_a_missing_one_only(score, gold, predicted, found):
    assert score([gold_statement("kills", gold, "e3")], [line("kills", predicted, "Haftar")]).total.found == found


def test_optional_statements_count_neither_way(score):
    optional = gold_statement("attacks", "e1", "e2", optional=True)
    assert score([optional], []).total == Counts()
    assert score([optional], [line("attacks", "Haftar's forces", "Gharyan")]).total == Counts()


def test_a_required_statement_takes_the_match_before_an_optional_one(score):
    both = [gold_statement("attacks", "e1", "e2", optional=True), gold_statement("attacks", "e1", "e2")]
    assert score(both, [line("attacks", "Haftar's forces", "Gharyan")]).total == Counts(found=1)


def test_a_claim_needs_its_statement_and_its_speaker(score):
    report = score(
        [
            gold_statement("attacks", "e1", "e2", attributed_to=["e4"]),
            gold_statement("seizes", "e1", "e2", attributed_to=["e4", "e3"]),
            gold_statement("controls", "e1", "e2", attributed_to=["e4"]),
        ],
        [
            line("attacks", "Haftar's forces", "Gharyan", attributed_to=[{"label": "GNA"}]),
            line("seizes", "Haftar's forces", "Gharyan", attributed_to=[{"label": "Haftar"}]),
        ],
    )
    assert report.claims == Counts(found=1, extra=1, missed=2)
    attribution = report.qualifiers["attribution"]
    assert (attribution.right, attribution.total) == (1, 2)


@pytest.mark.parametrize(
    ("name", "gold", "predicted", "right"),
    [
        ("factuality", {"factuality": "planned"}, {"factuality": "planned"}, 1),
        ("factuality", {"factuality": "planned"}, {}, 0),
        ("time", {"time_value": "2019-08"}, {"time": {"value": "2019-08-26"}}, 1),
        ("time", {"time_value": "2019-08-26"}, {"time": {"value": "2019-08"}}, 0),
        ("time", {"time_value": "2019-08-26"}, {"time": None}, 0),
        ("place", {"place": "e2"}, {"place": {"label": "Gharyan"}}, 1),
        ("place", {"place": "e2"}, {}, 0),
        ("count", {"count": {"low": 7, "high": None}}, {"count": {"low": 7, "high": None}}, 1),
        ("count", {"count": {"low": 7, "high": None}}, {"count": {"low": 7, "high": 7}}, 0),
        ("attribution", {"attributed_to": ["e4"]}, {"attributed_to": [{"label": "The spokesman"}]}, 1),
        ("attribution", {}, {"attributed_to": [{"label": "GNA"}]}, 0),
    ],
)
def test_qualifiers_are_judged_on_found_statements(score, name, gold, predicted, right):
    report = score(
        [gold_statement("attacks", "e1", "e2", **gold)], [line("attacks", "Haftar's forces", "Gharyan", **predicted)]
    )
    assert (report.qualifiers[name].right, report.qualifiers[name].total) == (right, 1)
    assert (report.qualifiers["type"].right, report.qualifiers["type"].total) == (1, 2)  # Gharyan is no armed group


def test_the_macro_average_leaves_rare_relations_out(score):
    statements = [gold_statement("attacks", "e1", "e2")] * 5 + [gold_statement("seizes", "e1", "e2")] * 4
    report = score(statements, [line("attacks", "Haftar's forces", "Gharyan")] * 5)
    assert report.macro_f1 == 1.0
    assert report.total.f1 < 1.0


def test_the_text_and_the_json_give_the_same_figures(score):
    stated = line("attacks", "Haftar's forces", "Gharyan", confidence=0.9)
    report = score([gold_statement("attacks", "e1", "e2")], [stated])
    assert to_json(report) == {
        "documents": 1,
        "mission_f1": 1.0,
        "claims_f1": 0.0,
        "macro_f1": 0.0,
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "f1_95": [1.0, 1.0],
        "relations": {"attacks": {"tp": 1, "fp": 0, "fn": 0, "f1": 1.0}},
        "qualifiers": {"factuality": {"accuracy": 1.0, "n": 1}, "type": {"accuracy": 0.5, "n": 2}},
        "confidence": {
            "brier": 0.01,
            "calibration_error": 0.1,
            "bands": [{"from": 0.9, "to": 1.0, "stated": 0.9, "tp": 1, "n": 1}],
        },
    }
    assert to_text(report).splitlines() == [
        "1 documents  P 1.000  R 1.000  F1 1.000  (95% 1.000–1.000)",
        "mission relations (attacks, backedBy, commands, withdrewFrom)  P 1.000  R 1.000  F1 1.000",
        "claims (statement and speaker)  P 0.000  R 0.000  F1 0.000",
        "macro F1 over relations with at least 5 gold statements  0.000",
        "  attacks         tp    1 fp    0 fn    0  F1 1.000",
        "  factuality      1.000 of 1",
        "  type            0.500 of 2",
        "confidence  Brier score 0.010  calibration error 0.100",
        "  0.9–1.0  stated 0.90  right 1.00 of 1",
    ]


def test_reliability_sets_stated_confidence_against_the_share_that_is_right():
    found = measure_reliability([(0.7, True), (0.7, False), (0.72, True), (1.0, True)])
    assert [(band.low, band.high, band.right, band.total) for band in found.bands] == [
        (0.7, 0.8, 2, 3),
        (0.9, 1.0, 1, 1),
    ]
    assert found.bands[0].stated == pytest.approx(2.12 / 3)
    assert found.bands[0].share == pytest.approx(2 / 3)
    assert found.brier == pytest.approx((0.09 + 0.49 + 0.0784 + 0) / 4)
    assert found.calibration_error == pytest.approx((2.12 - 2) / 4)


def test_statements_without_confidence_have_no_reliability(score):
    report = score([gold_statement("attacks", "e1", "e2")], [line("attacks", "Haftar's forces", "Gharyan")])
    assert report.reliability.bands == ()
    assert not any("confidence" in shown for shown in to_text(report).splitlines())


def test_a_statement_that_is_only_optional_is_right_and_a_repetition_is_not(tmp_path):
    path = tmp_path / "gold.jsonl"
    told = [gold_statement("attacks", "e1", "e2", optional=True), gold_statement("seizes", "e1", "e2")]
    path.write_text(json.dumps({"id": "a1", "entities": ENTITIES, "statements": told}), "utf-8")
    (document,) = read_gold(path)
    names = ("seizes", "attacks", "seizes", "repels")
    lines = [to_predicted(line(name, "Haftar's forces", "Gharyan")) for name in names]
    assert judge(document, lines) == [True, True, False, False]


def test_mistakes_are_sampled_alike_in_every_run(score):
    report = score(
        [gold_statement("attacks", None, "e2"), gold_statement("seizes", "e5", "e2")],
        [line("controls", None, "Tripoli"), line("opposes", "GNA", "Tripoli")],
    )
    sample = list(sample_mistakes(report, 1))
    assert [mistake.kind for mistake in sample] == ["missed", "extra"]
    assert sample == list(sample_mistakes(report, 1))
    everything = {(one.kind, one.relation, one.subject, one.object, one.evidence) for one in sample_mistakes(report, 9)}
    assert everything == {
        ("missed", "attacks", "—", "Gharyan", "some words"),
        ("missed", "seizes", "GNA", "Gharyan", "some words"),
        ("extra", "controls", "—", "Tripoli", "other words"),
        ("extra", "opposes", "GNA", "Tripoli", "other words"),
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "gold.jsonl:1: not valid JSON"),
        ("\n{}", "gold.jsonl:2: lacks the key or refers to the unknown id 'entities'"),
        ("[1]", "gold.jsonl:1: is not of the expected form"),
        ("\n", "gold.jsonl: holds no annotated text"),
        (
            json.dumps({"id": "a", "entities": [], "statements": [gold_statement("attacks", "e8", "e9")]}),
            "gold.jsonl:1: lacks the key or refers to the unknown id 'e8'",
        ),
    ],
)
def test_a_bad_gold_file_is_named_with_its_line(tmp_path, text, message):
    path = tmp_path / "gold.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(GoldError) as caught:
        read_gold(path)
    assert message in str(caught.value)


def test_files_that_cannot_be_read_are_named(tmp_path):
    with pytest.raises(GoldError, match=r"absent\.jsonl: No such file"):
        read_predicted(tmp_path / "absent.jsonl")
    (tmp_path / "latin.jsonl").write_bytes(b"\xe9")
    with pytest.raises(GoldError, match=r"latin\.jsonl: is not UTF-8"):
        read_predicted(tmp_path / "latin.jsonl")
    (tmp_path / "empty-object.jsonl").write_text(json.dumps(line("attacks", None, None)), "utf-8")
    with pytest.raises(GoldError, match=r"empty-object\.jsonl:1: lacks the key"):
        read_predicted(tmp_path / "empty-object.jsonl")


def test_a_statement_of_an_unknown_article_is_refused(score):
    with pytest.raises(GoldError, match="'elsewhere'"):
        score([], [line("attacks", "GNA", "Gharyan", article="elsewhere")])


@given(found=st.integers(0, 50), extra=st.integers(0, 50), missed=st.integers(0, 50))
@settings(deadline=None, derandomize=True)
def test_f1_lies_between_precision_and_recall(found, extra, missed):
    counts = Counts(found, extra, missed)
    low, high = sorted((counts.precision, counts.recall))
    assert low * (found > 0) - 1e-9 <= counts.f1
    assert counts.f1 <= high + 1e-9
