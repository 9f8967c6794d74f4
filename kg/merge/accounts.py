"""An attestation together with what matters of its article, and how many of them stand together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from kg.model import STATES, ArticleGraph, Attestation, Factuality, Relation, Status, Support, digest

NEWS_DAYS = 7
"""What articles report without its day was at most so many days before they appeared."""


_NO_SUPPORT = Support()


class Said(NamedTuple):
    """What a statement says: canonical entities and a relation; without a subject where nobody is named."""

    subject: str | None
    relation: Relation
    object: str

    @property
    def id(self) -> str:
        """That of the statement."""
        return _id_of(self)


@lru_cache(1 << 16)
def _id_of(said: Said) -> str:
    return digest(*said)


@dataclass(frozen=True, slots=True)
class Account:
    """One attestation, and whose.

    Args:
        attestation: What is said.
        article: Digest of the article that says it.
        voice: Digest that stands for the article and its near-copies.
        outlet: Who published it, or "".
        published: The day of publication, or None.
    """

    attestation: Attestation
    article: str
    voice: str
    outlet: str = ""
    published: date | None = None

    @property
    def is_own_voice(self) -> bool:
        """Whether the article itself asserts it."""
        return self.attestation.factuality is Factuality.ASSERTED and not self.attestation.attributed_to

    @property
    def told_days(self) -> tuple[date, date] | None:
        """The first and the last day on which it can have been, where the text tells them."""
        time = self.attestation.time
        return (time.earliest, time.latest) if time and time.earliest and time.latest else None

    @property
    def days(self) -> tuple[date, date] | None:
        """The days that are told, else the day of publication."""
        return self.told_days or ((self.published, self.published) if self.published else None)


def accounts_of(graph: ArticleGraph, voice: str) -> Iterator[Account]:
    """The attestations of one article as accounts, in their order."""
    article = graph.article
    for attestation in graph.attestations:
        yield Account(attestation, article.digest, voice, article.source, article.published)


def support_of(accounts: Iterable[Account], canonical: Mapping[str, str]) -> Support:
    """How many articles, outlets, voices and speakers the accounts come from."""
    told = list(accounts)
    if not told:
        return _NO_SUPPORT
    return Support(
        articles=len({each.article for each in told}),
        outlets=len({each.outlet for each in told} - {""}),
        voices=len({each.voice for each in told}),
        speakers=len({canonical[each.attestation.attributed_to[0]] for each in told if each.attestation.attributed_to}),
    )


def status_of(accounts: Iterable[Account]) -> Status:
    """How what several accounts say stands.

    Disputed is what is asserted by one and negated by another, unless they speak of other days: then each may be right.
    They do if both tell the days; and of what lasts, if an article negates it in its own voice more than a week before
    or after it is asserted, because then it began or ended. What is asserted is asserted even where it is planned or
    possible besides.
    """
    told = list(accounts)
    asserted = [each for each in told if each.attestation.factuality is Factuality.ASSERTED]
    negated = [each for each in told if each.attestation.factuality is Factuality.NEGATED]
    if any(_contradict(one, other) for one in asserted for other in negated):
        return Status.DISPUTED
    if asserted:
        return Status.ASSERTED if any(each.is_own_voice for each in asserted) else Status.CLAIMED
    if len(negated) == len(told):
        return Status.DENIED
    planned = any(each.attestation.factuality is Factuality.PLANNED for each in told)
    return Status.PLANNED if planned else Status.POSSIBLE


def _contradict(asserting: Account, negating: Account) -> bool:
    """Whether both can speak of the same days."""
    one, other, apart = asserting.told_days, negating.told_days, timedelta(0)
    if negating.attestation.relation in STATES and not negating.attestation.attributed_to:
        one, other, apart = asserting.days, negating.days, timedelta(NEWS_DAYS)
    return not one or not other or (one[0] - other[1] <= apart and other[0] - one[1] <= apart)
