"""Clean-up of text before parsing that moves no offset."""

import re

_STRAIGHT = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": "'",
        "‛": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "\u00a0": " ",
        "\u202f": " ",
        "‐": "-",
        "‑": "-",
    }
)


BRANCH = re.compile(r"(?<=\bIS)–(?=[A-Z])|(?<=\bISI[SL])–(?=[A-Z])|(?<=[a-z])–(?=(?:North|South|East|West)\b)")
"""The dash in the name of a movement's branch: "IS–Sahel", "Liberation Army–North"."""


def straighten(text: str) -> str:
    """Typographic quotes, hyphens and spaces as plain ones, one character for one: the parser knows these best."""
    return BRANCH.sub("-", text.translate(_STRAIGHT))


def lowered(text: str) -> str:
    """A text in lower case, one character for one: patterns are found in it much faster than without regard to case."""
    return text.replace("İ", "i").lower()  # alone among all letters it has two in lower case
