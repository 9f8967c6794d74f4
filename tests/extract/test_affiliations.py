import pytest

from kg.extract.affiliations import find_affiliations
from kg.extract.affiliations.titles import title_relation
from kg.extract.coreference import resolve_coreference
from kg.extract.mentions import find_mentions
from kg.language import parse
from kg.language.words import read_words

CASES = [
    # titles
    ("Libya's president Idris Saleh spoke.", [("title_before", "president", "commands", "Libya")]),
    ("Libyan foreign minister Idris Saleh spoke.", [("title_before", "Saleh", "memberOf", "Libyan")]),
    (
        "Idris Saleh, the commander of the Dawn Brigade, spoke.",
        [("title_apposition", "Saleh", "commands", "Brigade"), ("title_of", "commander", "commands", "Brigade")],
    ),
    (
        "Idris Saleh, a spokesman for the Dawn Brigade, spoke.",
        [("title_apposition", "Saleh", "memberOf", "Brigade"), ("title_of", "spokesman", "memberOf", "Brigade")],
    ),
    (
        "Idris Saleh is the leader of the Dawn Brigade.",
        [("title_of", "leader", "commands", "Brigade"), ("title_copula", "Saleh", "commands", "Brigade")],
    ),
    ("The commander of the Dawn Brigade spoke.", [("title_of", "commander", "commands", "Brigade")]),
    ("A commander of the Dawn Brigade spoke.", [("title_of", "commander", "memberOf", "Brigade")]),
    ("Idris Saleh spoke.", []),
    # whose forces
    ("Idris Saleh's forces left.", [("owned_force", "Saleh", "commands", "forces")]),
    ("Libya's forces left.", [("owned_force", "forces", "memberOf", "Libya")]),
    ("Its forces left.", []),
    ("Libyan troops left.", [("national_force", "troops", "memberOf", "Libyan")]),
    ("Forces under the command of Idris Saleh left.", [("under_command", "Saleh", "commands", "Forces")]),
    ("Pro-Russian rebels left.", [("pro_compound", "rebels", "alliedWith", "Russian")]),
    ("Anti-Russian rebels left.", [("anti_compound", "rebels", "opposes", "Russian")]),
    ("Three Dawn Brigade fighters left.", [("members", "fighters", "memberOf", "Brigade")]),
    (
        "Libya's Dawn Brigade left.",
        [("owned_force", "Brigade", "memberOf", "Libya"), ("owned_body", "Brigade", "memberOf", "Libya")],
    ),
    # compounds
    ("The Saudi-led coalition left.", [("led_compound", "Saudi", "commands", "coalition")]),
    ("Iran-backed militias left.", [("backed_compound", "militias", "backedBy", "Iran")]),
    ("Iran-aligned militias left.", [("allied_compound", "militias", "alliedWith", "Iran")]),
]


@pytest.mark.parametrize(("sentence", "told"), CASES)
def test_affiliations(sentence, told):
    doc = read_words(parse(sentence))
    coreference = resolve_coreference(doc, find_mentions(doc))
    found = find_affiliations(doc, coreference.mentions, coreference.types())
    assert [(c.frame.name, c.subject.text, c.frame.relation.value, c.object.text) for c in found] == told


@pytest.mark.parametrize(
    ("title", "relation"),
    [
        ("president", "commands"),
        ("prime minister", "commands"),
        ("foreign minister", "memberOf"),
        ("vice president", "memberOf"),
        ("former president", None),
        ("chief of staff", "memberOf"),
        ("spokesmen", "memberOf"),
        ("singer", None),
    ],
)
def test_titles(title, relation):
    found = title_relation(list(read_words(parse(f"They saw the {title}.")))[2:-1])
    assert (found.value if found else None) == relation
