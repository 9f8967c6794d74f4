"""The arithmetic of the language model: which library multiplies its matrices, and on how many threads."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock

from spacy.language import Language
from threadpoolctl import ThreadpoolController

BY_SPACY = "numpy"
"""spaCy's name for its own arithmetic on the processor; that of Apple's or of graphics cards has others."""
_ALONE = Lock()  # the number of threads belongs to the whole program, so that two who limit it would mix up the old one


def multiply_by_numpy(nlp: Language) -> None:
    """Let numpy multiply a model's matrices: it knows newer processors than the library that comes with spaCy."""
    models = (getattr(component, "model", None) for _, component in nlp.pipeline)
    for model in filter(None, models):
        for layer in model.walk():
            if layer.ops.name == BY_SPACY:
                layer.ops = type(layer.ops)(use_blis=False)


@contextmanager
def on_one_thread() -> Iterator[None]:
    """Multiply on one thread: matrices as small as these gain nothing by more, and sums keep their order.

    Afterwards the program has as many threads as before.
    """
    with _ALONE, _libraries().limit(limits=1, user_api="blas"):
        yield


@cache
def _libraries() -> ThreadpoolController:
    """The libraries that are loaded; to look for them takes longer than to parse a sentence."""
    return ThreadpoolController()
