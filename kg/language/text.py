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


LANGUAGE = re.compile(r"(?<=\w) \[[a-z]{2,3}\](?=[\s.,;:])")
"""The mark after a name on which only another language has a page: "Rozlyv [uk]"."""


def straighten(text: str) -> str:
    """Typographic quotes, hyphens and spaces as plain ones and marks of languages as blanks, one character for one.

    The parser knows plain ones best.
    """
    plain = BRANCH.sub("-", text.translate(_STRAIGHT))
    return LANGUAGE.sub(lambda mark: " " * len(mark[0]), plain) if "[" in plain else plain


def lowered(text: str) -> str:
    """A text in lower case, one character for one: patterns are found in it much faster than without regard to case."""
    return text.replace("İ", "i").lower()  # alone among all letters it has two in lower case
