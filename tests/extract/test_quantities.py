import pytest

from kg.extract.quantities import count_of
from kg.language import parse
from kg.language.words import read_words
from kg.model import Count

CASES = [
    # text, word, low, high
    ("The strikes hit Sirte and killed between 10 and 15 soldiers.", "soldiers", 10, 15),
    ("The strikes killed 10 to 15 soldiers.", "soldiers", 10, 15),
    ("The strikes killed 10-15 soldiers in Sirte.", "soldiers", 10, 15),
    ("The raid killed at least 26 villagers.", "villagers", 26, None),
    ("The raid killed more than 30 villagers.", "villagers", 30, None),
    ("The raid killed over 30 villagers.", "villagers", 30, None),
    ("No fewer than 20 people were killed.", "people", 20, None),
    ("The raid hurt 5 or more civilians.", "civilians", 5, None),
    ("At least another 30 people were hurt.", "people", 30, None),
    ("At least one person was hurt.", "person", 1, None),
    ("Over a hundred more were wounded.", "more", 100, None),
    ("More than two dozen people died.", "people", 24, None),
    ("The attack killed up to 30 fighters.", "fighters", None, 30),
    ("The attack killed as many as 40 people.", "people", None, 40),
    ("Fewer than 20 people died.", "people", None, 20),
    ("About 600 fighters fell.", "fighters", 600, 600),
    ("Nearly 50 fighters and some 50 civilians fell.", "fighters", 50, 50),
    ("Nearly 50 fighters and some 50 civilians fell.", "civilians", 50, 50),
    ("The strike killed 26 civilians.", "civilians", 26, 26),
    ("Twenty-six people were killed.", "people", 26, 26),
    ("One hundred and fifty people died.", "people", 150, 150),
    ("Rebels killed two dozen soldiers and a dozen policemen.", "soldiers", 24, 24),
    ("Rebels killed two dozen soldiers and a dozen policemen.", "policemen", 12, 12),
    ("Some 2.5 million refugees fled.", "refugees", 2_500_000, 2_500_000),
    ("The toll says 1,767 civilians died.", "civilians", 1767, 1767),
    ("Seven people, including four children, were killed.", "people", 7, 7),
    ("Seven people, including four children, were killed.", "children", 4, 4),
    ("Three soldiers and two civilians died.", "soldiers", 3, 3),
    ("Three soldiers and two civilians died.", "civilians", 2, 2),
    ("Seven of them were killed.", "Seven", 7, 7),
    ("Seven of the 28 hostages were freed.", "Seven", 7, 7),
    ("Seven of the 28 hostages were freed.", "hostages", 28, 28),
    ("Militants killed 12 and injured 30 others.", "12", 12, 12),
    ("Militants killed 12 and injured 30 others.", "others", 30, 30),
    ("The attack left 30 dead and 20 wounded.", "dead", 30, 30),
    ("The attack left 30 dead and 20 wounded.", "20", 20, 20),
    ("The bodies of eleven people were found.", "bodies", 11, 11),
    ("A group of 12 soldiers was captured.", "group", 12, 12),
    ("Ten Northern Front fighters were killed.", "fighters", 10, 10),
    ("The shelling killed a civilian.", "civilian", 1, 1),
    ("The shelling killed one soldier.", "soldier", 1, 1),
    ("A police officer was killed.", "officer", 1, 1),
    ("A police officer was killed.", "police", 1, 1),
    ("They killed Khalifa Haftar and his son.", "Haftar", 1, 1),
    ("They killed Khalifa Haftar and his son.", "son", 1, 1),
    ("The mayor's brother was shot.", "brother", 1, 1),
    ("A 37-year-old woman died.", "woman", 1, 1),
]


@pytest.mark.parametrize(("text", "word", "low", "high"), CASES)
def test_counts_people(text: str, word: str, low: int | None, high: int | None) -> None:
    token = next(token for token in read_words(parse(text)) if token.text == word)
    assert count_of(token) == Count(low, high)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Dozens of soldiers and hundreds of civilians died.", "soldiers"),
        ("Dozens of soldiers and hundreds of civilians died.", "civilians"),
        ("Dozens of soldiers died.", "Dozens"),
        ("A couple of soldiers died.", "couple"),
        ("Several rebels were killed.", "rebels"),
        ("Both rebels were killed.", "rebels"),
        ("Civilians were killed in Sirte.", "Civilians"),
        ("No one was hurt.", "one"),
        ("No civilians were hurt.", "civilians"),
        ("The army was attacked.", "army"),
        ("The death toll rises.", "toll"),
        ("The 10 to 5 soldiers fled.", "soldiers"),
        ("Syria was attacked.", "Syria"),
        ("Fighters of the March 23 Movement attacked.", "Fighters"),
    ],
)
def test_gives_no_count_where_the_text_gives_none(text: str, word: str) -> None:
    token = next(token for token in read_words(parse(text)) if token.text == word)
    assert count_of(token) is None
