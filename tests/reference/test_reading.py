"""Tables of known entities in each form, and what is wrong with them."""

import json
from decimal import Decimal

import pytest

from kg.errors import ReferenceTableError
from kg.model import EntityType
from kg.reference import Known, read_known

TRIPOLI = Known(
    "http://www.wikidata.org/entity/Q3579",
    "Tripoli",
    ("Tarabulus", "Tripoli of the West"),
    EntityType.PLACE,
    (Decimal("32.88"), Decimal("13.18")),
)
LIBYA = Known("http://www.wikidata.org/entity/Q1016", "Libya", (), EntityType.STATE)

FORMS = {
    "known.csv": (
        "Label,Aliases,Type,Wikidata,Lat,Lon,Remark\n"
        "Tripoli,Tripoli of the West|Tarabulus,city,Q3579,32.88,13.18,x\n\nLibya,,Country,Q1016,,,\n"
    ),
    "known.tsv": (
        "label\taliases\ttype\tid\tcoordinates\n"
        "Tripoli\tTarabulus; Tripoli of the West\tPlace\tQ3579\tPoint(13.18 32.88)\nLibya\t\tState\tQ1016\n"
    ),
    "known.jsonl": "\n".join(
        map(
            json.dumps,
            (
                {
                    "label": "Tripoli",
                    "aliases": ["Tripoli of the West", "Tarabulus"],
                    "type": "city",
                    "iri": "http://www.wikidata.org/entity/Q3579",
                    "latitude": 32.88,
                    "longitude": 13.18,
                },
                {"label": "Libya", "type": "country", "qid": "Q1016", "latitude": None},
            ),
        )
    ),
    "results.json": json.dumps(
        {
            "head": {"vars": ["item", "itemLabel", "itemAltLabel", "typeLabel", "coord"]},
            "results": {
                "bindings": [
                    {
                        "item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q3579"},
                        "itemLabel": {"type": "literal", "xml:lang": "en", "value": "Tripoli"},
                        "itemAltLabel": {"type": "literal", "value": alias},
                        "typeLabel": {"type": "literal", "value": "city"},
                        "coord": {"type": "literal", "value": "Point(13.18 32.88)"},
                    }
                    for alias in ("Tarabulus", "Tripoli of the West")
                ]
                + [
                    {
                        "item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q1016"},
                        "itemLabel": {"type": "literal", "value": "Libya"},
                        "typeLabel": {"type": "literal", "value": "sovereign state"},
                    }
                ]
            },
        }
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_each_form_gives_the_same_entities(tmp_path, name):
    path = tmp_path / name
    path.write_text(FORMS[name], "utf-8")
    assert read_known(path) == (LIBYA, TRIPOLI)


@pytest.mark.parametrize(
    ("name", "text", "line", "cause"),
    [
        ("a.csv", "label,wikidata\nLibya,Q1016\nTripoli,\n", 3, "a row has no Wikidata id or IRI"),
        ("a.csv", "label,wikidata\n,Q1016\n", 2, "a row has no label"),
        ("a.tsv", "name\tiri\nLibya\tnowhere at all\n", 2, "a row has no Wikidata id or IRI"),
        ("a.csv", "label,wikidata,lat,lon\nLibya,Q1016,north,13\n", 2, "lies nowhere on the map"),
        ("a.csv", "label,wikidata,lat,lon\nLibya,Q1016,97,13\n", 2, "lies nowhere on the map"),
        ("a.csv", "label,wikidata,lat,lon\nLibya,Q1016,NaN,13\n", 2, "lies nowhere on the map"),
        ("a.csv", "label,wikidata\n", None, "the table is empty"),
        ("a.jsonl", '{"label": "Libya", "id": "Q1016"}\n[1]\n', 2, "no JSON object"),
        ("a.jsonl", "{\n", 1, "no JSON object"),
        ("a.json", "{", None, "cannot be read as json"),
        ("a.json", '{"boolean": true}', None, "cannot be read as json"),
        ("a.xls", "", None, "not a table of entities"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path, name, text, line, cause):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(ReferenceTableError, match=cause) as caught:
        read_known(path)
    assert (caught.value.path, caught.value.line) == (path, line)
    assert caught.value.remedy


def test_a_table_that_is_no_text_is_named(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"label,wikidata\n\xff\xfe,Q1\n")
    with pytest.raises(ReferenceTableError, match="cannot be read as csv"):
        read_known(tmp_path / "a.csv")
