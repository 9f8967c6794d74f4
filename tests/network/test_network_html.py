import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from network_sample import judge, read_sample, resolve
from test_network_analyse import network

from kg.errors import KgError
from kg.model import KnowledgeGraph
from kg.network import network_of, to_html, write_html
from kg.network.content import page_content
from kg.pages.legend import RELATIONS, TYPES

EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u2028&amp;"


def sample_network(text: str | None = None):
    graph = read_sample(text)
    resolution = resolve(graph)
    return network_of(graph, resolution, judge(graph, resolution))


@pytest.fixture(scope="module")
def page() -> str:
    return to_html(sample_network(), title=EVIL)


def block(page: str) -> dict:
    (found,) = re.findall(r'<script type="application/json" id="graph">(.*?)</script>', page, re.DOTALL)
    return json.loads(found)


def test_the_page_asks_no_other_host_for_anything(page):
    markup = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", page, flags=re.DOTALL)
    assert re.findall(r"""(?:src|href)=["']?([^"'> ]+)""", markup) == ["data:,", "#panel"]
    assert "@import" not in page and "sourceMappingURL" not in page
    assert "default-src 'none'" in markup


def test_nothing_of_the_data_is_markup(page):
    assert "alert(1)</script>" not in page
    assert page.count("<script") == to_html(sample_network(), title="Plain").count("<script")
    assert "\u2028" not in page
    assert block(page)["content"]["title"] == EVIL


def test_pyvis_draws_every_statement_with_a_subject(page):
    found = block(page)
    statements = {statement["id"] for statement in found["content"]["statements"] if statement["subject"]}
    assert {edge["id"] for edge in found["edges"]} == statements
    assert {node["id"] for node in found["nodes"]} == {entity["id"] for entity in found["content"]["entities"]}
    assert json.loads(found["options"])["physics"] == {"enabled": False}
    assert "vis-network" in page


@pytest.mark.parametrize(
    ("relation", "status", "look"),
    [
        ("withdrewFrom", "disputed", {"arrows": "to", "dashes": [16, 5, 3, 5], "color": {"color": "#6b5a2a"}}),
        ("commands", "asserted", {"arrows": "to", "dashes": False, "color": {"color": "#003f7d"}}),
        ("alliedWith", "claimed", {"arrows": "to;from", "dashes": [9, 6]}),
        ("seizes", "planned", {"dashes": [2, 6], "color": {"color": "#7d8790"}}),
    ],
)
def test_a_line_shows_its_relation_and_how_it_stands(page, relation, status, look):
    found = block(page)
    wanted = {"relation": relation, "status": status}
    key = next(each["id"] for each in found["content"]["statements"] if wanted.items() <= each.items())
    assert look.items() <= next(edge for edge in found["edges"] if edge["id"] == key).items()


def test_loops_of_one_node_fan_out():
    loops = block(to_html(network("a attacks a", "a clashesWith a")))["edges"]
    assert len({loop["selfReference"]["angle"] for loop in loops}) == 2


def test_the_sentence_is_cut_by_characters_that_javascript_would_count_twice():
    text = (
        "type 😀 army | ArmedGroup | x\ntype town | Place | y\n"
        "article a | s | 2020-01-01 | 😀 title\n😀 The 😀 army took the town.\n"
        "> 😀 army | seizes | town | took the town\n"
    )
    (statement,) = page_content(sample_network(text), "t")["statements"]
    (said,) = statement["attestations"]
    assert (said["before"], said["words"], said["after"]) == ("😀 The 😀 army ", "took the town", ".")


def test_over_a_thousand_entities_are_folded_and_the_page_says_so():
    lines = [f"hub attacks n{place}" for place in range(1100)]
    found = block(to_html(network(*lines)))
    assert len(found["nodes"]) == 1000
    assert found["content"]["folded"] == 101


def test_a_network_without_anything_is_a_page():
    empty = KnowledgeGraph()
    assert block(to_html(network_of(empty, resolve(empty), ())))["content"]["statements"] == []


def test_the_same_bytes_under_every_hash_seed():
    script = (
        "import hashlib, sys; sys.path[:0] = sys.argv[1:]; import test_network_html as t; "
        "print(hashlib.sha256(t.to_html(t.sample_network()).encode()).hexdigest())"
    )
    folders = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "browser")]
    digests = {
        subprocess.run(
            [sys.executable, "-c", script, *folders],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(digests) == 1


def test_a_page_replaces_the_one_before(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("old", "utf-8")
    write_html(sample_network(), path, title="New")
    assert path.read_text("utf-8") == to_html(sample_network(), title="New")
    assert [file.name for file in tmp_path.iterdir()] == ["page.html"]


def test_a_page_that_cannot_be_written_leaves_nothing_behind(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(KgError, match="cannot be written") as caught:
        write_html(sample_network(), tmp_path / "folder")
    assert caught.value.path == tmp_path / "folder"
    with pytest.raises(KgError, match="choose a folder"):
        write_html(sample_network(), tmp_path / "missing" / "page.html")
    assert [file.name for file in tmp_path.iterdir()] == ["folder"]


def test_no_two_relations_and_no_two_types_look_alike():
    assert len({look.colour for look in RELATIONS.values()}) == len(RELATIONS)
    assert len({(look.shape, look.hollow) for look in TYPES.values()}) == len(TYPES)
