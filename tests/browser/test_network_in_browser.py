"""Opens the network page in a real browser without any network and uses it as a reader does."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from driving import open_page, requests_of
from network_sample import judge, read_sample, resolve
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from kg.model import Article, KnowledgeGraph
from kg.network import network_of, write_html

EVIL_NAME = "<img src=x onerror=window.__pwned=1>"
EVIL_PLACE = '"><svg onload=window.__pwned=2>'
EVIL_TEXT = "</script><script>window.__pwned=3</script>"
EVIL_TIME = "<script>window.__pwned=5"
EVIL = f"""type {EVIL_NAME} | ArmedGroup | {EVIL_TEXT}
type {EVIL_PLACE} | Place | <b>place</b>
article {EVIL_NAME} | {EVIL_PLACE} | 2020-01-01 | {EVIL_TEXT}
{EVIL_NAME} attacked {EVIL_PLACE} {EVIL_TEXT} <!-- today.
> {EVIL_NAME} | attacks | {EVIL_PLACE} | {EVIL_TEXT} | by={EVIL_NAME}; time={EVIL_TIME}@2020-01-01; place={EVIL_PLACE}
> - | kills | {EVIL_NAME} | attacked
"""


def write(graph: KnowledgeGraph, path: Path, title: str) -> Path:
    resolution = resolve(graph)
    write_html(network_of(graph, resolution, judge(graph, resolution)), path, title=title)
    return path


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> Path:
    return write(read_sample(), tmp_path_factory.mktemp("page") / "page.html", "The war for Tripoli")


@pytest.fixture
def page(browser, file) -> webdriver.Chrome:
    return load(browser, file)


def load(browser: webdriver.Chrome, file: Path, width: int = 1280, height: int = 800) -> webdriver.Chrome:
    open_page(browser, file, width, height)
    WebDriverWait(browser, 20).until(lambda it: it.execute_script("return typeof network === 'object'"))
    return browser


def text(page: webdriver.Chrome, where: str = "#panel") -> str:
    return page.find_element(By.CSS_SELECTOR, where).text


def tick(page: webdriver.Chrome, selector: str) -> None:
    box = page.find_element(By.CSS_SELECTOR, selector)
    page.execute_script("arguments[0].scrollIntoView({block: 'center'})", box)
    box.click()


def statement(page: webdriver.Chrome, subject: str | None, relation: str, target: str) -> str:
    found: str = page.execute_script(
        "return [...statements.values()].find((each) => each.subject === arguments[0]"
        " && each.relation === arguments[1] && each.object === arguments[2]).id",
        subject,
        relation,
        target,
    )
    return found


def point_at(page: webdriver.Chrome, kind: str, key: str) -> ActionChains:
    """Moves the mouse over a node, or over a spot of an edge where nothing else lies."""
    spots: list[dict[str, Any]] = page.execute_script(
        """const [kind, key] = arguments;
        const spots = kind === "node" ? [network.getPositions([key])[key]]
          : [0.5, 0.4, 0.6, 0.3, 0.7, 0.2].map((share) => network.body.edges[key].edgeType.getPoint(share));
        return spots.map((spot) => network.canvasToDOM(spot)).filter((spot) =>
          kind === "node" || (network.getEdgeAt(spot) === key && network.getNodeAt(spot) === undefined));""",
        kind,
        key,
    )
    canvas = page.find_element(By.CSS_SELECTOR, "#mynetwork canvas")
    x, y = spots[0]["x"] - canvas.size["width"] / 2, spots[0]["y"] - canvas.size["height"] / 2
    return ActionChains(page).move_to_element_with_offset(canvas, round(x), round(y))


def click_at(page: webdriver.Chrome, kind: str, key: str) -> None:
    before = text(page)
    point_at(page, kind, key).click().perform()
    WebDriverWait(page, 10).until(lambda it: text(it) != before)


def test_the_page_is_quiet_and_asks_nobody_for_anything(page):
    assert page.get_log("browser") == []
    asked = requests_of(page)
    assert {urlsplit(url).scheme for url in asked} <= {"file", "data"}
    assert any(url.endswith("page.html") for url in asked)


def test_the_network_is_drawn(page):
    colours = page.execute_script(
        """const canvas = document.querySelector("#mynetwork canvas");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        const found = new Set();
        for (let place = 0; place < data.length; place += 4) found.add(data.slice(place, place + 3).join());
        return [...found];"""
    )
    # The fill of armed groups, and the line of attacks.
    assert {"164,64,28", "196,67,11"} <= set(colours)
    assert page.title == "The war for Tripoli"
    assert text(page, "#summary") == "9 articles · 25 actors · 8 places · 63 statements"
    assert "Camps" in text(page) and "Khalifa Haftar" in text(page)


def test_a_click_on_a_line_shows_sentence_speaker_date_and_article(page):
    click_at(page, "edge", statement(page, "wagner-group", "deploysTo", "tarhuna"))
    shown = text(page)
    assert "Wagner Group deploys to Tarhuna" in shown
    assert "Reported" in shown
    assert "The article says so in its own voice" in shown
    assert "The Wagner Group moved men and guns to Tarhuna in early September." in shown
    assert text(page, "#panel mark") == "moved men and guns to Tarhuna"
    assert "“early September” — 1 September 2019 to 10 September 2019" in shown
    assert "Russian contractors join the front\nNorthern Ledger, 26 September 2019" in shown


def test_a_disputed_line_shows_both_sides(page):
    click_at(page, "edge", statement(page, "libyan-national-army", "attacks", "tajoura"))
    assert "Disputed" in text(page)
    speakers = [each.text for each in page.find_elements(By.CSS_SELECTOR, "#panel .speaker")]
    assert sorted(speakers) == ["Ahmed al-Mismari denies it", "Fayez al-Sarraj says so"]


def test_a_click_on_a_shape_lists_all_that_is_said_about_it(page):
    click_at(page, "node", "fourteen-migrants")
    shown = text(page)
    assert "Group of people" in shown and "Also called: migrants" in shown
    assert "Libyan National Army kills it" in shown
    assert "Someone unnamed kills it" in shown
    next(each for each in page.find_elements(By.CSS_SELECTOR, ".statements button") if "unnamed" in each.text).click()
    assert "An air strike hit a hangar in Tajoura late on Tuesday and killed fourteen migrants." in text(page)
    assert "“late on Tuesday” — 2 July 2019" in text(page) and "People\n14" in text(page).replace(" ", "\n")
    page.find_element(By.XPATH, "//button[text()='‹ Back']").click()
    assert "Also called: migrants" in text(page)


def drawn(page: webdriver.Chrome, relation: str) -> int:
    count: int = page.execute_script(
        "return edgeView.get().filter((edge) => statements.get(edge.id).relation === arguments[0]).length", relation
    )
    return count


def test_the_legend_hides_and_shows_relations(page):
    assert drawn(page, "attacks") == 6
    tick(page, "input[data-key=attacks]")
    assert drawn(page, "attacks") == 0
    tick(page, "input[data-key=attacks]")
    assert drawn(page, "attacks") == 6


def test_geography_and_what_has_not_happened_is_shown_on_demand(page):
    assert "Showing 54 of 63 statements" in text(page, "#shown")
    assert drawn(page, "locatedIn") == 0
    assert "ain-zara" not in page.execute_script("return nodeView.getIds()")
    tick(page, "input[data-key=locatedIn]")
    assert drawn(page, "locatedIn") == 4
    assert "ain-zara" in page.execute_script("return nodeView.getIds()")
    for status in ("planned", "possible", "denied"):
        tick(page, f"input[data-key={status}]")
    assert "Showing 63 of 63 statements" in text(page, "#shown")


def test_hiding_a_type_hides_its_lines(page):
    tick(page, "input[data-key=Place]")
    assert drawn(page, "controls") == drawn(page, "seizes") == 0
    tick(page, "button[data-all=type]")
    tick(page, "button[data-all=type]")
    assert page.execute_script("return nodeView.length") == 0


def test_nodes_can_be_coloured_by_camp_and_lines_named(page):
    tick(page, "input[data-view=camps]")
    colours = page.execute_script(
        "return ['libyan-national-army', 'gna-forces', 'qatar'].map((id) => nodes.get(id).color.border)"
    )
    assert len(set(colours)) == 3
    tick(page, "input[data-view=verbs]")
    assert "deploys to" in page.execute_script("return edges.get().map((edge) => edge.label)")


def test_the_search_finds_a_name_without_its_accents_by_keyboard_alone(page):
    box = page.find_element(By.ID, "search")
    box.send_keys("salame")
    (hit,) = page.find_elements(By.CSS_SELECTOR, "#hits [role=option]")
    assert hit.text.startswith("Ghassan Salamé")
    box.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    assert "negotiates with Khalifa Haftar" in text(page)
    assert page.execute_script("return network.getSelectedNodes()") == ["ghassan-salamé"]
    assert page.switch_to.active_element.get_attribute("id") == "panel"
    page.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert "Most connected" in text(page)


def test_the_search_knows_other_names_and_says_when_there_is_none(page):
    box = page.find_element(By.ID, "search")
    box.send_keys("field marsh")
    assert text(page, "#hits").startswith("Khalifa Haftar")
    box.send_keys(Keys.ESCAPE, "nobody at all")
    assert text(page, "#hits") == "No such name in these articles"


def test_who_only_speaks_is_found_and_shows_what_it_says(page):
    page.find_element(By.ID, "search").send_keys("witnesses", Keys.ENTER)
    assert "What it says" in text(page)
    assert "Libyan National Army is allied with Wagner Group" in text(page)


def test_who_denies_something_shows_what_it_denies(page):
    page.find_element(By.ID, "search").send_keys("mismari", Keys.ENTER)
    denied = text(page).partition("What it denies")[2]
    assert "Libyan National Army attacks Tajoura" in denied
    assert "Libyan National Army withdrew from Gharyan" in denied


def test_the_statements_can_be_read_by_keyboard_alone(page):
    page.execute_script("document.querySelector('#panel .statements button').focus()")
    page.switch_to.active_element.send_keys(Keys.ENTER)
    assert "Disputed" in text(page, "#panel .eyebrow")
    assert page.switch_to.active_element.get_attribute("id") == "panel"


def test_on_a_narrow_window_everything_stands_below_each_other(browser, file):
    page = load(browser, file, width=420, height=860)
    assert page.execute_script("return document.documentElement.scrollWidth") <= 420
    assert not page.find_element(By.ID, "filters").is_displayed()
    page.find_element(By.CSS_SELECTOR, "#legend summary").click()
    assert page.find_element(By.ID, "filters").is_displayed()
    assert page.get_log("browser") == []


def evil() -> KnowledgeGraph:
    (each,) = read_sample(EVIL).articles
    article = Article(each.article.id, each.article.text, EVIL_TEXT, None, EVIL_PLACE, "javascript:window.__pwned=4")
    return KnowledgeGraph((replace(each, article=article),))


def test_nothing_that_an_article_says_runs(browser, tmp_path):
    page = load(browser, write(evil(), tmp_path / "evil.html", f"{EVIL_TEXT}{EVIL_NAME}"))
    node = page.execute_script("return content.entities.find((entity) => entity.type === 'ArmedGroup').id")
    point_at(page, "node", node).perform()
    WebDriverWait(page, 10).until(lambda it: EVIL_NAME in text(it, ".vis-tooltip"))
    for entity in page.execute_script("return [...entities.keys()]"):
        page.execute_script("show('entity', arguments[0])", entity)
        assert "<" in text(page, "#panel h2") or ">" in text(page, "#panel h2")
    for key in page.execute_script("return [...statements.keys()]"):
        page.execute_script("show('statement', arguments[0])", key)
        assert EVIL_TEXT in text(page)
    page.find_element(By.ID, "search").send_keys("<img")
    assert EVIL_NAME in text(page, "#hits")
    assert page.execute_script("return window.__pwned") is None
    assert page.find_elements(By.CSS_SELECTOR, "img, iframe, object, embed, b, [onload], [onerror]") == []
    assert len(page.find_elements(By.TAG_NAME, "script")) == 5
    assert page.find_elements(By.CSS_SELECTOR, "#panel a") == []
    assert page.title == f"{EVIL_TEXT}{EVIL_NAME}"
    assert page.get_log("browser") == []


def test_an_empty_network_says_so(browser, tmp_path):
    page = load(browser, write(KnowledgeGraph(), tmp_path / "empty.html", "Nothing"))
    assert "No statement was found" in text(page)
    assert page.get_log("browser") == []
