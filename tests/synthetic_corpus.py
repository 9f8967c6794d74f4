"""A corpus of any size from a seed: invented actors in several spellings, short names, descriptions, wire copies.

Actors and places are drawn as news draws them, a few very often and most of them seldom, and their number grows with
the corpus, but more slowly. An article is the same under any hash seed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate
from random import Random

from kg.model import (
    Argument,
    Article,
    ArticleGraph,
    Attestation,
    Count,
    Entity,
    EntityType,
    Factuality,
    Relation,
    Span,
    Time,
    TimePrecision,
    digest,
)

_FIRST_DAY = date(2021, 1, 1)
_DAYS = 1400
_OUTLETS = 60
_GROWTH = 0.65  # the number of actors grows with this power of the articles
_SHARE_OF_COPIES = 0.12

_ONSETS = ("b", "d", "f", "g", "h", "j", "k", "l", "m", "n", "r", "s", "sh", "t", "w", "y", "z", "kh", "gh")
_VOWELS = ("a", "i", "u", "e", "o", "aa", "ee", "ai")
_CODAS = ("", "", "", "n", "r", "d", "l", "m", "b", "s", "k", "f")
_RESPELT = (("kh", "h"), ("gh", "g"), ("ee", "i"), ("aa", "a"), ("ai", "ay"), ("u", "ou"), ("y", "i"), ("o", "u"))
_BODY_WORDS = ("Liberation Front", "Defence Brigade", "People's Army", "Resistance Movement", "Transitional Council")
_DESCRIPTIONS = ("fighters", "residents", "civilians", "soldiers", "gunmen", "aid workers", "prisoners")
_SPEAKERS = ("a spokesman", "residents", "two officials", "a doctor")
_FACTUALITY = (Factuality.ASSERTED,) * 17 + (Factuality.NEGATED, Factuality.PLANNED, Factuality.POSSIBLE)

_ON_BODIES = (Relation.ATTACKS, Relation.ATTACKS, Relation.CLASHES_WITH, Relation.ALLIED_WITH, Relation.BACKED_BY,
              Relation.ACCUSES, Relation.THREATENS, Relation.NEGOTIATES_WITH)  # fmt: skip
_ON_PLACES = (Relation.ATTACKS, Relation.SEIZES, Relation.CONTROLS, Relation.WITHDREW_FROM, Relation.DEPLOYS_TO)
_ON_PEOPLE = (Relation.KILLS, Relation.KILLS, Relation.INJURES, Relation.DETAINS)
_WORDS = {relation: relation.value.lower() for relation in Relation}


@dataclass(frozen=True)
class Actor:
    """Somebody or something that articles name: in full in several spellings, and in short."""

    type: EntityType
    full: tuple[str, ...]
    short: str


class World:
    """The actors and places that the articles of one corpus draw from, the most frequent first."""

    def __init__(self, articles: int, seed: int) -> None:
        self.random = Random(seed)
        number = round(12 * max(articles, 8) ** _GROWTH)
        surnames = [self._word(2) for _ in range(number // 3)]
        self.places = [self._place() for _ in range(number // 3)]
        self.persons = [self._person(surnames) for _ in range(number // 2)]
        self.bodies = [self._body() for _ in range(number // 4)]
        self.weights = {id(each): _by_rank(len(each)) for each in (self.places, self.persons, self.bodies)}

    def draw(self, random: Random, actors: list[Actor]) -> Actor:
        """One of them, by its rank: the second half as often as the first, the third a third as often."""
        return random.choices(actors, cum_weights=self.weights[id(actors)])[0]

    def _word(self, syllables: int) -> str:
        parts = (self.random.choice(_ONSETS) + self.random.choice(_VOWELS) for _ in range(syllables))
        return ("".join(parts) + self.random.choice(_CODAS)).capitalize()

    def _place(self) -> Actor:
        name = self._word(3)
        return Actor(EntityType.PLACE, tuple(dict.fromkeys((name, self._respelt(name)))), name)

    def _person(self, surnames: Sequence[str]) -> Actor:
        names = [self._word(2), self.random.choice(surnames)]
        full = " ".join(names)
        longer = f"{names[0]} {self._word(2)} {names[1]}"
        spellings = (full, self._respelt(full), longer) if self.random.random() < 0.4 else (full, self._respelt(full))
        return Actor(EntityType.PERSON, tuple(dict.fromkeys(spellings)), names[1])

    def _body(self) -> Actor:
        name = f"{self._word(2)} {self.random.choice(_BODY_WORDS)}"
        short = "".join(word[0] for word in name.split()).upper()
        return Actor(EntityType.ARMED_GROUP, tuple(dict.fromkeys((name, self._respelt(name)))), short)

    def _respelt(self, name: str) -> str:
        old, new = self.random.choice(_RESPELT)
        return name.replace(old, new)


def corpus(articles: int, seed: int = 1, *, start: int = 0, days: int = _DAYS) -> Iterator[ArticleGraph]:
    """The articles of a corpus of this size, from number `start` on, all of so many days."""
    world = World(articles, seed)
    for number in range(start, articles):
        yield _article_graph(world, seed, number, days)


def _article_graph(world: World, seed: int, number: int, days: int) -> ArticleGraph:
    random = Random(f"{seed} {number}")
    original = number
    if number and random.random() < _SHARE_OF_COPIES:  # of one of the day before, as agencies are copied
        original = max(number - random.randint(1, 40), 0)
    teller = Random(f"{seed} {original} told")
    day = _FIRST_DAY + timedelta(days=teller.randrange(days))
    drafts = [_draft(world, teller, day) for _ in range(max(4, round(teller.gauss(10, 2.5))))]
    return _Writer(random, f"article-{number}", day, copied=original != number).write(drafts)


@dataclass(frozen=True)
class _Draft:
    """One sentence: who does what to whom, as they are named in it."""

    subject: tuple[EntityType, str, tuple[str, ...]]
    relation: Relation
    object: tuple[EntityType, str, tuple[str, ...]]
    place: tuple[EntityType, str, tuple[str, ...]] | None
    speaker: tuple[EntityType, str, tuple[str, ...]] | None
    factuality: Factuality
    day: date | None
    low: int | None


def _draft(world: World, random: Random, day: date) -> _Draft:
    relations, kind = random.choice(((_ON_BODIES, 0), (_ON_PLACES, 1), (_ON_PLACES, 1), (_ON_PEOPLE, 2)))
    relation = random.choice(relations)
    low = random.randint(2, 40) if kind == 2 else None
    target = (
        _named(world, random, world.bodies)
        if kind == 0
        else _named(world, random, world.places)
        if kind == 1
        else (EntityType.GROUP, text := f"{low} {random.choice(_DESCRIPTIONS)}", (text,))
    )
    speaker = None
    if random.random() < 0.3:
        words = random.choice(_SPEAKERS)
        unnamed = (EntityType.SOURCE, words, (words,))
        speaker = unnamed if random.random() < 0.4 else _named(world, random, world.persons)
    return _Draft(
        _named(world, random, world.persons if random.random() < 0.2 else world.bodies),
        relation,
        target,
        _named(world, random, world.places) if kind != 1 and random.random() < 0.5 else None,
        speaker,
        random.choice(_FACTUALITY),
        day - timedelta(days=random.randrange(4)) if random.random() < 0.6 else None,
        low,
    )


def _named(world: World, random: Random, actors: list[Actor]) -> tuple[EntityType, str, tuple[str, ...]]:
    actor = world.draw(random, actors)
    full = random.choice(actor.full)
    if actor.short != full and random.random() < 0.25:
        return actor.type, actor.short, (actor.short,)
    both = actor.short != full and random.random() < 0.3
    return actor.type, full, tuple(sorted({full, actor.short} if both else {full}))


class _Writer:
    """Writes an article sentence by sentence, and keeps who is mentioned where."""

    def __init__(self, random: Random, identifier: str, day: date, *, copied: bool) -> None:
        self.random, self.identifier, self.day = random, identifier, day
        self.text = "A report that was received and edited.\n" if copied else ""
        self.mentions: dict[tuple[EntityType, str], list[Span]] = {}
        self.names: dict[tuple[EntityType, str], set[str]] = {}

    def write(self, drafts: Sequence[_Draft]) -> ArticleGraph:
        told = [self._sentence(draft) for draft in drafts]
        outlet = f"Outlet {self.random.randrange(_OUTLETS)}"
        article = Article(self.identifier, self.text.strip(), published=self.day, source=outlet)
        ids = {key: _identifier(article.digest, key, spans) for key, spans in self.mentions.items()}
        entities = [
            Entity(ids[key], key[1], key[0], tuple(sorted(self.names[key])), tuple(sorted(set(spans))))
            for key, spans in self.mentions.items()
        ]
        attestations = {each.id: each for each in (_attestation(article.digest, one, ids) for one in told)}
        return ArticleGraph(
            article,
            tuple(sorted(entities, key=lambda one: one.id)),
            tuple(attestations[one] for one in sorted(attestations)),
            "synthetic",
        )

    def _sentence(self, draft: _Draft) -> tuple[_Draft, dict[str, Span], Span]:
        start, spans = len(self.text), {}
        spans["subject"] = self._mention(draft.subject)
        self.text += f" {_WORDS[draft.relation]} "
        spans["object"] = self._mention(draft.object)
        if draft.place:
            self.text += " in "
            self._mention(draft.place)
        if draft.speaker:
            self.text += ", said "
            self._mention(draft.speaker)
        span = Span(start, len(self.text), self.text[start:])
        self.text += ".\n"
        return draft, spans, span

    def _mention(self, one: tuple[EntityType, str, tuple[str, ...]]) -> Span:
        entity_type, label, names = one
        start = len(self.text)
        self.text += label
        span = Span(start, len(self.text), label)
        self.mentions.setdefault((entity_type, label), []).append(span)
        self.names.setdefault((entity_type, label), set()).update(names)
        return span


def _identifier(article: str, key: tuple[EntityType, str], spans: Sequence[Span]) -> str:
    slug = key[1].casefold().replace(" ", "-").replace("'", "")
    return f"{slug}-{digest(article, key[0].value, str(spans[0].start))[:10]}"


def _attestation(
    article: str, told: tuple[_Draft, dict[str, Span], Span], ids: dict[tuple[EntityType, str], str]
) -> Attestation:
    draft, spans, evidence = told
    subject, target = ids[draft.subject[:2]], ids[draft.object[:2]]
    speakers = (ids[draft.speaker[:2]],) if draft.speaker else ()
    return Attestation(
        id=digest(article, draft.relation.value, subject, target, str(evidence.start), draft.factuality.value),
        relation=draft.relation,
        subject=Argument(subject, spans["subject"]),
        object=Argument(target, spans["object"]),
        evidence=evidence,
        factuality=draft.factuality,
        attributed_to=speakers,
        time=Time(draft.day.isoformat(), draft.day, draft.day, TimePrecision.DAY) if draft.day else None,
        place=ids[draft.place[:2]] if draft.place else None,
        count=Count(draft.low, draft.low) if draft.low else None,
        confidence=Decimal("0.80"),
        frame=_WORDS[draft.relation],
    )


def _by_rank(number: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, number + 1)))
