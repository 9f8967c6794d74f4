"""Which articles are near-copies: those that share a band with one that came or went are compared again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.merge.voices import bands_of, voices_of
from kg.model import Article
from kg.rdf import iris
from kg.rdf import vocabulary as v
from kg.rdf.derivation.index import Index
from kg.rdf.derivation.unit import Unit
from kg.rdf.encode import Fact, in_graph, text
from kg.rdf.standing import voice_facts


class Voices:
    """The voices of articles, as they were and as they are with some gone and others added."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._came: dict[str, Article] = {}
        self._gone: set[str] = set()
        self._banded: defaultdict[str, list[str]] = defaultdict(list)
        self._voices: dict[str, str] = {}
        self.changed: set[str] = set()

    def add(self, article: Article) -> None:
        """Count in an article."""
        self._came[article.digest] = article

    def take_away(self, article: Article) -> None:
        """Count out an article."""
        self._gone.add(article.digest)

    def of(self, digest: str) -> str:
        """The voice of an article now."""
        return self._voices[digest] if digest in self._voices else self._index.voice(digest) or digest

    def compare(self) -> Iterator[Unit]:
        """Compare what was touched; the voices of articles, one by one, as they were and as they are."""
        bands = {digest: bands_of(article) for digest, article in self._came.items()}
        for digest, filed in bands.items():
            for band in filed:
                self._banded[band].append(digest)
        touched = self._connected(bands)
        others = map(self._index.article, sorted(touched - self._gone - self._came.keys()))
        held = [article for article in others if article]
        self._voices = voices_of([*self._came.values(), *held])
        self.changed = {each.digest for each in held if self._index.voice(each.digest) != self._voices[each.digest]}
        for digest in sorted(self._gone | self._came.keys()):
            new = in_graph(iris.INDEX_GRAPH, _band_facts(digest, bands.get(digest, ())))
            yield self._index.about(iris.article(digest), iris.INDEX_GRAPH), new
        voices = {*self._voices.values(), *filter(None, map(self._index.voice, touched))}
        subjects = [*map(iris.article, sorted(touched)), *map(iris.voice, sorted(voices))]
        old = [quad for subject in subjects for quad in self._index.about(subject, iris.VOICES_GRAPH)]
        yield old, in_graph(iris.VOICES_GRAPH, voice_facts(self._voices))

    def _connected(self, bands: dict[str, tuple[str, ...]]) -> set[str]:
        """All articles that share a band with one that came or went, or with one that does."""
        found: set[str] = set()
        seen: set[str] = set()
        todo = [*self._came, *self._gone]
        while todo:
            one = todo.pop()
            if one in found:
                continue
            found.add(one)
            for band in {*bands.get(one, ()), *self._index.bands(one)} - seen:
                seen.add(band)
                todo.extend(self._index.banded(band))
                todo.extend(self._banded.get(band, ()))
        return found


def _band_facts(digest: str, bands: Iterable[str]) -> Iterator[Fact]:
    for band in bands:
        yield iris.article(digest), v.BAND, text(band)
