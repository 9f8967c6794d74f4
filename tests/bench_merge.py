"""How the time and memory of merging grow with the articles: `make bench`, and with `--all` up to 100,000 articles.

Articles come from a seeded generator, about ten attestations each. "merge" is all that follows from them: who is who,
voices, statements and events, every quad of it. "store" is a folder of them written to disk with all that follows, and
"one more" is one article added to that folder. Each size is measured in a process of its own, in seconds of the
processor, so that memory is that of this size alone.
"""

import json
import resource
import subprocess
import sys
import tempfile
from collections import deque
from itertools import islice
from math import log
from pathlib import Path
from time import process_time

from synthetic_corpus import corpus

from kg.rdf import folder, store
from kg.rdf.changes import fill, stored
from kg.rdf.derivation import Index, revise

SIZES = (250, 500, 1000, 2000)
ALL_SIZES = (1000, 3000, 10_000, 30_000, 100_000)
STORES = (100, 1000)
ALL_STORES = (100, 10_000)
MORE = 9
"""Articles that are added one by one; the median counts."""


def merge(number: int) -> dict[str, float]:
    """Derive all that follows from so many articles."""
    deque(revise(Index(None), corpus(50)), maxlen=0)  # the gazetteer is read once
    start = process_time()
    deque(corpus(number), maxlen=0)
    made = process_time()
    attestations = quads = 0

    def counted():
        nonlocal attestations
        for graph in corpus(number):
            attestations += len(graph.attestations)
            yield graph

    for _, now in revise(Index(None), counted()):
        quads += sum(1 for _ in now)
    generating = made - start
    return {
        "attestations": attestations,
        "quads": quads,
        "seconds": process_time() - made - generating,
        "megabytes": megabytes(),
    }


def add(number: int) -> dict[str, float]:
    """Write a folder of so many articles, and add a few more one by one."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "store"
        start = process_time()
        folder.create(path, lambda made: fill(made, map(stored, islice(corpus(number + MORE), number)), ()))
        filled = process_time() - start
        times = []
        for graph in corpus(number + MORE, start=number):
            start = process_time()
            store.change(path, [graph])
            times.append(process_time() - start)
        return {"seconds": filled, "one more": sorted(times)[MORE // 2], "megabytes": megabytes()}


def megabytes() -> float:
    """The most memory that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(what: str, number: int) -> dict[str, float]:
    """One measurement in a process of its own."""
    command = [sys.executable, __file__, what, str(number)]
    return json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def exponent(sizes: list[int], seconds: list[float]) -> float:
    """The power of the size by which the time grows: the slope of the line through the logarithms."""
    xs, ys = [log(size) for size in sizes], [log(second) for second in seconds]
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    rise = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
    return rise / sum((x - middle_x) ** 2 for x in xs)


def main(everything: bool) -> None:
    """Print a line for each size, how the time grows, and what one more article costs."""
    seconds = {}
    for number in ALL_SIZES if everything else SIZES:
        found = measured("merge", number)
        seconds[number] = found["seconds"]
        print_line(f"merge of {number} articles, {found['attestations']:.0f} attestations", found)
    sys.stdout.write(f"time grows with the articles to the power of {exponent([*seconds], [*seconds.values()]):.2f}\n")
    costs = []
    for number in ALL_STORES if everything else STORES:
        found = measured("add", number)
        costs.append(found["one more"])
        print_line(f"store of {number} articles", found)
        sys.stdout.write(f"  one more article: {found['one more'] * 1000:.0f} ms\n")
    sys.stdout.write(f"one more costs {costs[-1] / costs[0]:.2f} times as much in the greater store\n")


def print_line(what: str, found: dict[str, float]) -> None:
    """Print what one measurement found."""
    sys.stdout.write(f"{what}: {found['seconds']:.1f} s, {found['megabytes']:.0f} MB at most\n")
    sys.stdout.flush()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["merge", size]:
            sys.stdout.write(json.dumps(merge(int(size))))
        case ["add", size]:
            sys.stdout.write(json.dumps(add(int(size))))
        case arguments:
            main("--all" in arguments)
