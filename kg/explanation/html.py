"""Draws readings as one page that asks no other host for anything and is readable without its script.

Names and sentences come from strangers. The template escapes all of them, they stand in no attribute but quoted ones,
and a content security policy lets no script run but the page's own.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from kg.explanation.composition import compose
from kg.explanation.outline import UNNAMED, Outline, Role, Words
from kg.model import EntityType, Factuality, Reading, Relation
from kg.pages.legend import FORCES, RELATIONS, SHAPES, TYPES
from kg.pages.words import date_in_words
from kg.pages.writing import content_policy, page_part

_WEB = ("http://", "https://")


def to_html(readings: Iterable[Reading]) -> str:
    """The page of some articles in their order: the same text for the same readings.

    Args:
        readings: As `kg.pipeline.explain_each` yields them.
    """
    outlines = [compose(reading) for reading in readings]
    script = page_part("article.js")
    page = _template().render(
        title=_title(outlines),
        outlines=outlines,
        total=sum(len(each.statements) for each in outlines),
        relations=_counted(Relation, [told.relation for each in outlines for told in each.statements]),
        forces=_counted(Factuality, [told.factuality for each in outlines for told in each.statements]),
        types=_counted(EntityType, [entity.type for each in outlines for entity in each.entities]),
        policy=content_policy([script]),
        script=script,
        style=page_part("shared.css") + page_part("article.css"),
    )
    # Half of a character that needs two, as broken JSON has it, is shown as a replacement character.
    return page.encode("utf-8", "xmlcharrefreplace").decode("utf-8")


def _title(outlines: list[Outline]) -> str:
    if len(outlines) == 1:
        article = outlines[0].article
        return article.title or article.id
    return f"{len(outlines)} articles as they were read"


def _counted(kinds: type[Any], found: list[Any]) -> list[tuple[Any, int]]:
    """The kinds that occur, in their own order, each with how often."""
    counts = Counter(found)
    return [(kind, counts[kind]) for kind in kinds if kind in counts]


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=FunctionLoader(page_part),
    )
    environment.globals |= {
        "FORCES": FORCES,
        "RELATIONS": RELATIONS,
        "SHAPES": SHAPES,
        "TYPES": TYPES,
        "UNNAMED": UNNAMED,
        "Role": Role,
    }
    environment.tests["words"] = lambda part: isinstance(part, Words)
    environment.filters["is_web"] = lambda url: url.lower().startswith(_WEB)
    environment.filters["in_words"] = lambda day: date_in_words(day.isoformat())
    return environment.get_template("article.html")
