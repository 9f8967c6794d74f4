"""A reading as plain text."""

from hypothesis import given
from strategies import readings

from kg.explanation import to_text
from kg.model import Article, ArticleGraph, Reading

EXPECTED = """\
Army raids Darna
raid-1, Harbour Wire, 2020-02-03; sentences: 4, statements: 3

  1  [Army #1] raids [Darna #2]
       •  Army — attacks → Darna (asserted)
          said by     the article itself
          when        “on Saturday” = 1 February 2020
          words       “Army raids Darna”
          told again  “The army hit Darna”, “army hit Darna”
          because of  the word “raids”, frame attack
          confidence  0.85

  2  [Gunmen from [Darna #2] #3] may have killed [nine men #4], a [nurse #5]
     said.
       •  Gunmen — kills → nine men (possible)
          said by     nurse, quoted by Army
          where       Darna
          with        rifle
          people      at least 9
          words       “Gunmen from Darna may have killed nine men”
          because of  the word “killed”, frame kill
          confidence  0.50
       •  someone unnamed — injures → nine men (asserted)
          said by     the article itself
          words       “nine men”
          because of  the way it is worded
          confidence  1.00

  3  It rained.
          no statement

  4  [The army #1] hit [Darna #2] again.
          again: Army attacks Darna

Named in this article
   #1  Army (armed group, mentions: 2); also The army
   #2  Darna (place, mentions: 3)
   #3  Gunmen (group of people, mentions: 1)
   #4  nine men (group of people, mentions: 1)
   #5  nurse (person, mentions: 1)
   #6  rifle (equipment, mentions: 0)
   #7  tent (equipment, mentions: 0); in no statement
Seen, but part of no statement: It
"""


def test_a_reading_as_text(reading):
    assert to_text(reading, 76) == EXPECTED


def test_without_a_width_no_line_is_broken(reading):
    assert "  2  [Gunmen from [Darna #2] #3] may have killed [nine men #4], a [nurse #5] said.\n" in to_text(reading)


def test_an_article_of_which_nothing_is_known_is_shown():
    assert to_text(Reading(ArticleGraph(Article("a", "")))) == "a\nno date; sentences: 0, statements: 0\n"


@given(readings())
def test_every_reading_can_be_printed_in_lines_without_trailing_blanks(reading):
    lines = to_text(reading).split("\n")
    assert [line for line in lines if line != line.rstrip()] == []
    assert sum(line.startswith("       •  ") for line in lines) == len(reading.graph.attestations)
