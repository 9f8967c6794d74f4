"""Which articles are near-copies: those of the same days and a band with one that came or went are compared again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.merge.accounts import Account
from kg.merge.voices import are_near, bands_of, voices_in
from kg.model import Article
from kg.rdf import iris
from kg.rdf import vocabulary as v
from kg.rdf.derivation.index import Index
from kg.rdf.derivation.unit import Unit
from kg.rdf.encode import Fact, text
from kg.rdf.lines import lines_in
from kg.rdf.standing import voice_facts


class Voices:
    """The voices of articles, as they were and as they are with some gone and others added."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._came: dict[str, Article] = {}
        self._gone: dict[str, Article] = {}
        self._voices: dict[str, str] = {}
        self.changed: set[str] = set()

    def add(self, article: Article) -> None:
        """Count in an article."""
        self._came[article.digest] = article

    def take_away(self, article: Article) -> None:
        """Count out an article."""
        self._gone[article.digest] = article

    def of(self, digest: str) -> str:
        """The voice of an article now."""
        return self._voices[digest] if digest in self._voices else self._index.voice(digest) or digest

    def voiced(self, account: Account) -> Account:
        """An account with the voice of its article now."""
        voice = self.of(account.article)
        return account if voice == account.voice else replace(account, voice=voice)

    def compare(self) -> Iterator[Unit]:
        """Compare what was touched; the voices of articles, one by one, as they were and as they are."""
        bands = {digest: bands_of(article) for digest, article in self._came.items()}
        touched = self._connected(bands)
        others = map(self._index.article, sorted(touched - self._gone.keys() - self._came.keys()))
        held = {article.digest: article for article in others if article}
        self._voices = voices_in(self._came | held, bands | {digest: self._index.bands(digest) for digest in held})
        self.changed = {digest for digest in held if self._index.voice(digest) != self._voices[digest]}
        for digest in sorted(self._gone.keys() | self._came.keys()):
            new = lines_in(iris.INDEX_GRAPH, _band_facts(digest, bands.get(digest, ())))
            yield self._index.about(iris.article(digest), iris.INDEX_GRAPH), new
        voices = {*self._voices.values(), *filter(None, map(self._index.voice, touched))}
        subjects = [*map(iris.article, sorted(touched)), *map(iris.voice, sorted(voices))]
        old = [quad for subject in subjects for quad in self._index.about(subject, iris.VOICES_GRAPH)]
        yield old, lines_in(iris.VOICES_GRAPH, voice_facts(self._voices))

    def _connected(self, bands: Mapping[str, Iterable[str]]) -> set[str]:
        """All articles near in time that share a band with one that came or went, or with one that does."""
        found: set[str] = set()
        todo = [*self._came, *self._gone]
        while todo:
            one = todo.pop()
            if one in found:
                continue
            found.add(one)
            days = {each.published for each in (self._came.get(one), self._gone.get(one)) if each}
            days = days or {self._index.published(one)}
            filed = {*bands.get(one, ()), *self._index.bands(one)}
            others = {other for band in filed for other in self._index.banded(band)} - found
            todo.extend(other for other in others if any(are_near(day, self._index.published(other)) for day in days))
        return found


def _band_facts(digest: str, bands: Iterable[str]) -> Iterator[Fact]:
    for band in bands:
        yield iris.article(digest), v.BAND, text(band)
