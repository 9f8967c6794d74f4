"""Clean-up of text before parsing that moves no offset."""

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


def straighten(text: str) -> str:
    """Typographic quotes, hyphens and spaces as plain ones, one character for one: the parser knows these best."""
    return text.translate(_STRAIGHT)
