"""How fast articles are read, and what reading costs beyond parsing: `make bench`.

Both are measured in one run on the same text, so their ratio says the same on any machine.
"""

import sys
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

from kg.articles import read_articles
from kg.language import load_model
from kg.model import Article
from kg.pipeline import extract

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "articles"
ROUNDS = 5


def seconds(work: Iterable[object]) -> float:
    """How long it takes to exhaust an iterator."""
    start = perf_counter()
    deque(work, maxlen=0)
    return perf_counter() - start


def main() -> None:
    """Print words per second of bare parsing and of the whole, and their ratio; the best of several rounds."""
    articles: list[Article] = list(read_articles([EXAMPLES]))
    texts = [article.text for article in articles]
    words = sum(len(text.split()) for text in texts)
    model = load_model()
    deque(extract(articles), maxlen=0)  # lexicon and gazetteer are loaded once
    parsing = min(seconds(model.pipe(texts)) for _ in range(ROUNDS))
    reading = min(seconds(extract(articles)) for _ in range(ROUNDS))
    sys.stdout.write(
        f"{len(articles)} articles, {words} words\n"
        f"parsing alone      {words / parsing:8.0f} words a second\n"
        f"whole extraction   {words / reading:8.0f} words a second\n"
        f"ratio              {reading / parsing:8.2f} times the time of parsing\n"
    )


if __name__ == "__main__":
    main()
