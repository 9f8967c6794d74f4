"""Finds near-copies: articles that repeat one text of an agency, and so are one voice however many print it.

Articles are filed under the bands of their MinHash signatures (Broder 1997), of the whole text and of its beginning,
since copies are cut at the end. Those that meet under a band are compared string by string, and what is alike is
joined. All of it follows from the texts and days alone, band by band: only articles that share a band and are near in
time, or are linked by others that are, can be of one voice.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from rensa import RMinHash

from kg.identity.clusters import Clusters
from kg.model import Article

LEAST_LIKENESS = 0.6
"""What a copy has at least in common with its source, as a share of the shorter text."""

LEAST_SHARED = 25
"""Texts with fewer strings in common are copies only if they are the same word for word."""

MOST_DAYS = 3
"""Copies appear within so many days; the same short words a week later tell of something else."""

MOST_COMPARED = 50
"""With how many others of a band an article is compared at most: more have no more in common than stock phrases."""

_WORD = re.compile(r"\w+")
_WORDS_OF_BEGINNING = 60
# Each band is three rows of a signature: texts that are half alike meet under one of sixteen with a chance of 0.9.
_ROWS = 3
_BANDS_OF_TEXT = 16
_BANDS_OF_BEGINNING = 8
_SEED = 1
_CACHED_TEXTS = 1 << 10


def bands_of(article: Article) -> tuple[str, ...]:
    """The keys under which an article meets its near-copies; none for one without words."""
    words = _words(article.text)
    if not words:
        return ()
    beginning = words[:_WORDS_OF_BEGINNING]
    return (*_bands("text", words, _BANDS_OF_TEXT), *_bands("beginning", beginning, _BANDS_OF_BEGINNING))


def likeness(one: Article, other: Article) -> float:
    """The share of the shorter text's strings of three words that stand in the longer one too, between 0 and 1."""
    first, second = _strings(one.text), _strings(other.text)
    return len(first & second) / min(len(first), len(second))


def is_copy(one: Article, other: Article) -> bool:
    """Whether the two are near-copies: alike enough, long enough to be so by more than chance, and of the same days."""
    if not are_near(one.published, other.published):
        return False
    if len(_strings(one.text) & _strings(other.text)) < LEAST_SHARED:
        return _words(one.text) == _words(other.text)
    return likeness(one, other) >= LEAST_LIKENESS


def are_near(one: date | None, other: date | None) -> bool:
    """Whether articles of these days of publication can be copies."""
    return one is None or other is None or abs((one - other).days) <= MOST_DAYS


def voices_of(articles: Iterable[Article]) -> dict[str, str]:
    """The voice of each article by its digest: the smallest digest among it, its near-copies, theirs and so on."""
    by_digest = {article.digest: article for article in articles}
    return voices_in(by_digest, {digest: bands_of(article) for digest, article in by_digest.items()})


def voices_in(articles: Mapping[str, Article], bands: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The voice of each article, as `voices_of` has them.

    Of articles among which are all that share a band with one of them and are near it in time, the voices are those
    that they have among any others.

    Args:
        articles: By their digests.
        bands: The bands of each.
    """
    filed: defaultdict[str, list[str]] = defaultdict(list)
    for digest in sorted(articles):
        for band in bands[digest]:
            filed[band].append(digest)
    copies = Clusters(articles)
    for meeting in dict.fromkeys(tuple(each) for each in filed.values() if len(each) > 1):
        _join_copies(copies, meeting, articles)
    return {digest: copies.of(digest) for digest in sorted(articles)}


def _join_copies(copies: Clusters, meeting: tuple[str, ...], articles: Mapping[str, Article]) -> None:
    """Join those of one band that are copies; each is compared with those before it by day that it is not joined to."""
    by_day = sorted(meeting, key=lambda digest: (str(articles[digest].published or ""), digest))
    for place, digest in enumerate(by_day):
        for other in by_day[max(0, place - MOST_COMPARED) : place]:
            if copies.of(digest) != copies.of(other) and is_copy(articles[digest], articles[other]):
                copies.join(digest, other)


def _bands(part: str, words: Sequence[str], bands: int) -> list[str]:
    sketch = RMinHash(num_perm=bands * _ROWS, seed=_SEED)
    sketch.update(_strings_of(words))
    signature = sketch.digest()
    rows = (signature[band * _ROWS : (band + 1) * _ROWS] for band in range(bands))
    return [f"{part}-{band}-{first:08x}{second:08x}{third:08x}" for band, (first, second, third) in enumerate(rows)]


@lru_cache(_CACHED_TEXTS)
def _strings(text: str) -> frozenset[str]:
    return frozenset(_strings_of(_words(text)))


def _strings_of(words: Sequence[str]) -> list[str]:
    """All strings of three words, in their order; of fewer words, the one string that they are."""
    return list(map(" ".join, zip(words, words[1:], words[2:], strict=False))) or [" ".join(words)]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
