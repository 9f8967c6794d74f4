"""Opens the page of an article in a real browser without any network and reads it as a person does."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from driving import open_page, requests_of
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from kg.articles import read_articles
from kg.explanation import to_html
from kg.extract import explain
from kg.language import parse
from kg.model import Article

ARTICLE = Path(__file__).parents[1] / "golden" / "harbour-retaken.md"
EVIL = "<img src=x onerror=window.__pwned=1></script><script>window.__pwned=2</script>"


def write(file: Path, *articles: Article) -> Path:
    file.write_text(to_html([explain(article, parse(article.text)) for article in articles]), "utf-8")
    return file


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> Path:
    return write(tmp_path_factory.mktemp("article") / "article.html", *read_articles([ARTICLE]))


@pytest.fixture
def page(browser, file) -> webdriver.Chrome:
    return open_page(browser, file)


def card(page: webdriver.Chrome, words: str):
    cards = page.find_elements(By.CSS_SELECTOR, ".statement")
    return next(each for each in cards if words in each.find_element(By.CSS_SELECTOR, ".said").text)


def lit(page: webdriver.Chrome, role: str) -> str:
    return "".join(each.text for each in page.find_elements(By.CSS_SELECTOR, f".lit-{role}"))


def evidence(page: webdriver.Chrome) -> str:
    words: str = page.execute_script(
        "return [...document.querySelectorAll('.lit-evidence')].map((each) => each.textContent).join('')"
    )
    return words


def test_the_page_is_quiet_and_asks_nobody_for_anything(page):
    assert page.get_log("browser") == []
    asked = requests_of(page)
    assert {urlsplit(url).scheme for url in asked} <= {"file", "data"}
    assert any(url.endswith("article.html") for url in asked)


def test_pointing_at_a_statement_lights_up_its_words(page):
    ActionChains(page).move_to_element(card(page, "Northern Army seizes")).perform()
    assert evidence(page) == "The Northern Army seized Darna"
    assert lit(page, "trigger") == "seized"
    assert lit(page, "end") == "Northern ArmyDarna"
    ActionChains(page).move_to_element(page.find_element(By.CSS_SELECTOR, "#help summary")).perform()
    assert evidence(page) == ""


def test_a_click_keeps_the_words_lit_and_escape_puts_them_out(page):
    card(page, "Northern Army seizes").find_element(By.CSS_SELECTOR, "dl").click()
    ActionChains(page).move_to_element(page.find_element(By.CSS_SELECTOR, "#help summary")).perform()
    assert evidence(page) == "The Northern Army seized Darna"
    ActionChains(page).send_keys(Keys.ESCAPE).perform()
    assert evidence(page) == ""


def test_the_statements_are_read_by_keyboard_alone(page):
    page.execute_script("arguments[0].focus()", card(page, "Dawn Brigade withdrew from"))
    assert evidence(page) == "it had withdrawn from Wadi Sidra"
    ActionChains(page).send_keys(Keys.ENTER).send_keys(Keys.TAB).perform()
    assert page.switch_to.active_element.text == "Dawn Brigade"
    assert evidence(page) == "it had withdrawn from Wadi Sidra"


def test_a_mention_shows_who_it_is_and_lights_up_all_mentions(page):
    it = next(each for each in page.find_elements(By.CSS_SELECTOR, ".mention") if each.text == "It")
    assert it.get_attribute("title") == "Northern Army: armed group"
    ActionChains(page).move_to_element(it).perform()
    assert [each.text for each in page.find_elements(By.CSS_SELECTOR, ".mention.lit")] == [
        *("Northern Army", "It", "Northern Army"),
    ]


def test_an_entity_leads_to_its_mentions(page):
    entity = next(
        each for each in page.find_elements(By.CSS_SELECTOR, ".entity") if each.text.startswith("Northern Army")
    )
    entity.find_element(By.CSS_SELECTOR, "summary").click()
    entity.find_element(By.LINK_TEXT, "It").click()
    assert page.find_element(By.CSS_SELECTOR, ".mention:target").text == "It"


def test_the_filter_hides_relations_and_forces(page):
    page.find_element(By.CSS_SELECTOR, "#filter summary").click()
    everything = len(page.find_elements(By.CSS_SELECTOR, ".statement"))
    page.find_element(By.CSS_SELECTOR, "#filter input[value=seizes]").click()
    page.find_element(By.CSS_SELECTOR, "#filter input[value=negated]").click()
    shown = [each for each in page.find_elements(By.CSS_SELECTOR, ".statement") if each.is_displayed()]
    assert len(shown) == everything - 3
    assert page.find_element(By.ID, "shown").text == f"showing {len(shown)} of {everything} statements"
    assert not card_is_displayed(page, "seizes")
    page.find_element(By.CSS_SELECTOR, "#filter input[name=bare]").click()
    assert not page.find_element(By.ID, "a1t1").is_displayed()


def card_is_displayed(page: webdriver.Chrome, relation: str) -> bool:
    return any(
        each.is_displayed() for each in page.find_elements(By.CSS_SELECTOR, f".statement[data-relation={relation}]")
    )


@pytest.mark.parametrize("width", [400, 1280])
def test_nothing_runs_over_the_edge(browser, file, width):
    page = open_page(browser, file, width=width)
    assert page.execute_script("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground_in_light_and_dark(browser, file, scheme):
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    page = open_page(browser, file)
    ink, ground = page.execute_script(
        """const style = getComputedStyle(document.body);
        return [style.color, style.backgroundColor].map((colour) => colour.match(/\\d+/g).slice(0, 3).map(Number));"""
    )
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert (sum(ground) < sum(ink)) == (scheme == "dark")
    assert abs(sum(ground) - sum(ink)) > 400


def test_the_page_is_whole_without_its_script(browser, file, tmp_path):
    bare = tmp_path / "bare.html"
    head, _, _ = file.read_text("utf-8").partition("<script>")
    bare.write_text(head, "utf-8")
    page = open_page(browser, bare)
    assert "Northern Army seizes" in page.find_element(By.TAG_NAME, "main").text
    assert not page.find_element(By.ID, "filter").is_displayed()


def test_nothing_that_an_article_says_runs(browser, tmp_path):
    article = Article(EVIL, f"{EVIL} Rebels of {EVIL} attacked Darna.", EVIL, None, EVIL, "javascript:window.__pwned=3")
    page = open_page(browser, write(tmp_path / "evil.html", article))
    assert page.execute_script("return window.__pwned") is None
    assert page.find_elements(By.CSS_SELECTOR, "img, iframe, object, [onerror]") == []
    assert len(page.find_elements(By.TAG_NAME, "script")) == 1
    assert EVIL in page.find_element(By.TAG_NAME, "main").text
    assert page.get_log("browser") == []
