"""How fast articles are read, beside the bare parse of the same text by the same model: `make bench`.

All is measured in one run, in seconds of the processor, and in turns on a few texts at a time: whatever else runs on
the machine slows down all that is compared alike. Ratios are medians over these turns. Texts are the example articles
and, where they lie beside the project, annotated news and summaries of current events.
"""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from time import process_time

from spacy.language import Language
from spacy.tokens import Doc

from kg.articles import read_articles
from kg.cli.lines import to_lines
from kg.evaluate import evaluate, read_gold, to_predicted
from kg.extract import read, worth_parsing
from kg.language import load_model, parse_all
from kg.language.arithmetic import multiply_by_numpy, on_one_thread
from kg.language.nlp import installed_model
from kg.language.partial import outline
from kg.model import Article
from kg.pipeline import extract

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
DEV = SHARED / "gold" / "dev.jsonl"
EACH = 8  # of so many current events one is read
WORDS = 800
"""At least so many are read in one turn."""
TURNS = 12
"""A small corpus is gone through again and again."""
Timed = Callable[[], object]


def corpora() -> Iterator[tuple[str, list[Article]]]:
    """The texts, with their names."""
    yield "example articles", list(read_articles([ROOT / "examples" / "articles"]))
    if SHARED.exists():
        yield "annotated news", list(read_articles([SHARED / "gold" / "train.jsonl"]))
        yield "current events", list(read_articles([SHARED / "corpora" / "current-events.jsonl"]))[::EACH]


def seconds(work: Timed) -> float:
    """The processor's time for some work."""
    start = process_time()
    work()
    return process_time() - start


def turns(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """The articles in groups for one turn each."""
    group: list[Article] = []
    for article in articles:
        group.append(article)
        if words_in(group) >= WORDS:
            yield group
            group = []


def words_in(articles: Sequence[Article]) -> int:
    """How many words the articles have."""
    return sum(len(article.text.split()) for article in articles)


def times_of(articles: Sequence[Article], bare: Language, by_numpy: Language) -> list[float]:
    """The seconds that each work takes with some articles, one after the other."""
    texts = [article.text for article in articles]
    docs = list(parse_all(texts, worth_parsing))
    works: list[Timed] = [
        lambda: deque(bare.pipe(texts), maxlen=0),
        lambda: pipe_by_numpy(by_numpy, texts),
        lambda: deque(parse_all(texts, worth_parsing), maxlen=0),
        lambda: deque(parse_all(texts), maxlen=0),
        lambda: deque(extract(articles), maxlen=0),
        lambda: read_all(articles, docs),
    ]
    return [seconds(work) for work in works]


def pipe_by_numpy(nlp: Language, texts: Sequence[str]) -> None:
    """The bare parse, but multiplied as the extraction multiplies."""
    with on_one_thread():
        deque(nlp.pipe(texts), maxlen=0)


def measure(name: str, articles: Sequence[Article], bare: Language, by_numpy: Language) -> str:
    """What the table tells of one corpus."""
    chosen = list(islice(cycle(turns(articles)), TURNS))
    times_of(chosen[0], bare, by_numpy)  # the first time only warms up
    parse, numpy, screened, everything, whole, after = zip(
        *(times_of(each, bare, by_numpy) for each in chosen), strict=True
    )
    words = sum(map(words_in, chosen))
    first, _, third = quantiles(p / w for p, w in zip(parse, whole, strict=True))
    return (
        f"{name}: {len(articles)} texts, {words_in(articles)} words\n"
        f"  bare nlp.pipe             {words / sum(parse):8.0f} words a second\n"
        f"  whole extraction          {words / sum(whole):8.0f} words a second\n"
        f"  ratio                     {ratio(parse, whole):8.2f} of the speed of bare parsing,"
        f" {first:.2f} to {third:.2f} in half of the turns\n"
        f"  bare, matrices by numpy   {ratio(parse, numpy):8.2f} of that speed: what arithmetic alone gains here\n"
        f"  parse within extraction   {ratio(parse, screened):8.2f} of that speed,"
        f" {ratio(parse, everything):.2f} when no sentence is skipped\n"
        f"  words skipped             {share_skipped(articles):8.1%}\n"
        f"  all after the parse       {ratio(after, parse):8.2f} of the time of bare parsing\n"
    )


def share_skipped(articles: Sequence[Article]) -> float:
    """The share of words that are not parsed."""
    outlines = [outline(load_model(), article.text, worth_parsing) for article in articles]
    parsed = sum(end - start for each in outlines for start, end in each.stretches)
    return 1 - parsed / sum(len(each.doc) for each in outlines)


def ratio(first: Sequence[float], second: Sequence[float]) -> float:
    """The median over the turns of how many times as long the first takes."""
    return median(f / s for f, s in zip(first, second, strict=True))


def read_all(articles: Sequence[Article], docs: Sequence[Doc]) -> None:
    """Everything after the parse."""
    for article, doc in zip(articles, docs, strict=True):
        read(article, doc)


def quality() -> str:
    """F1 on annotated texts that no frame was written from, without and with skipping."""
    documents, articles = read_gold(DEV), list(read_articles([DEV]))
    everything = (read(a, doc) for a, doc in zip(articles, parse_all(a.text for a in articles), strict=True))
    found = [
        evaluate(documents, [to_predicted(line) for graph in graphs for line in to_lines(graph)]).total.f1
        for graphs in (everything, extract(articles))
    ]
    return f"F1 on {DEV.name}: {found[0]:.4f} with every sentence parsed, {found[1]:.4f} with some skipped\n"


def main() -> None:
    """Print a table for each corpus, and what skipping costs."""
    bare, by_numpy = installed_model(), installed_model()
    multiply_by_numpy(by_numpy)
    for name, articles in corpora():
        sys.stdout.write(measure(name, articles, bare, by_numpy))
        sys.stdout.flush()
    if DEV.exists():
        sys.stdout.write(quality())


if __name__ == "__main__":
    main()
