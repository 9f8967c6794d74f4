"""How fast articles are read, beside the bare parse of the same text by the same model: `make bench`.

All is measured in one run, in turns, in seconds of the processor, so that the ratios say the same on any machine and
whatever else runs on it. Texts are the example articles and, where they lie beside the project, annotated news and
summaries of current events.
"""

import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from spacy.language import Language
from spacy.tokens import Doc

from kg.articles import read_articles
from kg.cli.lines import to_lines
from kg.evaluate import evaluate, read_gold, to_predicted
from kg.extract import read, worth_parsing
from kg.language import parse_all
from kg.language.arithmetic import multiply_by_numpy, on_one_thread
from kg.language.nlp import installed_model
from kg.model import Article
from kg.pipeline import extract

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
DEV = SHARED / "gold" / "dev.jsonl"
ROUNDS = 5
EACH = 8  # of so many current events one is read
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


def in_turns(works: Sequence[Timed]) -> list[list[float]]:
    """The times of each work, measured one after the other in several rounds; the first round only warms up."""
    rounds = [[seconds(work) for work in works] for _ in range(ROUNDS + 1)][1:]
    return [list(times) for times in zip(*rounds, strict=True)]


def pipe_by_numpy(nlp: Language, texts: Sequence[str]) -> None:
    """The bare parse, but multiplied as the extraction multiplies."""
    with on_one_thread():
        deque(nlp.pipe(texts), maxlen=0)


def measure(name: str, articles: Sequence[Article], bare: Language, by_numpy: Language) -> str:
    """What the table tells of one corpus."""
    texts = [article.text for article in articles]
    docs = list(parse_all(texts, worth_parsing))
    words = sum(len(text.split()) for text in texts)
    skipped = sum(not token.pos_ for doc in docs for token in doc) / sum(map(len, docs))
    parse, numpy, screened, everything, whole, after = in_turns(
        [
            lambda: deque(bare.pipe(texts), maxlen=0),
            lambda: pipe_by_numpy(by_numpy, texts),
            lambda: deque(parse_all(texts, worth_parsing), maxlen=0),
            lambda: deque(parse_all(texts), maxlen=0),
            lambda: deque(extract(articles), maxlen=0),
            lambda: read_all(articles, docs),
        ]
    )
    ratios = sorted(p / w for p, w in zip(parse, whole, strict=True))
    return (
        f"{name}: {len(articles)} texts, {words} words\n"
        f"  bare nlp.pipe             {words / median(parse):8.0f} words a second\n"
        f"  whole extraction          {words / median(whole):8.0f} words a second\n"
        f"  ratio                     {median(ratios):8.2f} of the speed of bare parsing,"
        f" {ratios[0]:.2f} to {ratios[-1]:.2f} by round\n"
        f"  bare, matrices by numpy   {ratio(parse, numpy):8.2f} of that speed: what arithmetic alone gains here\n"
        f"  parse within extraction   {ratio(parse, screened):8.2f} of that speed,"
        f" {ratio(parse, everything):.2f} when no sentence is skipped\n"
        f"  words skipped             {skipped:8.1%}\n"
        f"  all after the parse       {median(after) / median(parse):8.2f} of the time of bare parsing\n"
    )


def ratio(slow: Sequence[float], fast: Sequence[float]) -> float:
    """The median over the rounds of how many times as fast the second is."""
    return median(s / f for s, f in zip(slow, fast, strict=True))


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
