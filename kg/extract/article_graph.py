"""The values of an article: entities of the chains that take part, and attestations of the drafts."""

import re
from decimal import Decimal
from functools import cache, lru_cache
from operator import attrgetter

from kg.extract.coreference import Chain
from kg.extract.drafts import Context, Draft
from kg.extract.drafts.restrictions import is_guess
from kg.extract.lexicon import cues
from kg.extract.mentions import DEMONYM, DESCRIPTION, NAME, PRONOUN, Mention
from kg.extract.numbers import is_number_word, read_number
from kg.extract.syntax.dependencies import dependents
from kg.language.words import Doc, Token
from kg.link.gazetteer import country_of
from kg.link.names import normal_form
from kg.model import Argument, Article, ArticleGraph, Attestation, Entity, EntityType, Span, digest

GROUP = EntityType.GROUP
LONGEST_SLUG = 40  # letters
CACHED_LABELS = 1 << 14
DEFINING = frozenset({"of", "for"})
LONGEST_DESCRIPTION = 10  # words
LONGEST_LABEL = 7  # words, as longer names are often two that the parser ran together


def to_article_graph(
    article: Article, context: Context, drafts: list[Draft], generator: str
) -> tuple[ArticleGraph, dict[str, Draft]]:
    """The values of an article from its drafts: entities that are named or take part, and attestations.

    Beside them stands the draft that each attestation was made of, by the attestation's id.
    """
    key = article.digest
    in_drafts = {chain for draft in drafts for chain in (draft.subject, draft.object, draft.place, draft.instrument)}
    in_drafts.update([speaker for draft in drafts for speaker in draft.speakers])
    entities = {
        number: to_entity(key, article.text, chain, context, number)
        for number, chain in enumerate(context.chains)
        if number in in_drafts or (chain.is_named and chain.type)
    }
    entities = {number: entity for number, entity in entities.items() if entity.label}
    made = ((to_attestation(key, article.text, context.doc, draft, entities), draft) for draft in drafts)
    origins = {attestation.id: (attestation, draft) for attestation, draft in made if attestation is not None}
    attestations = {identifier: attestation for identifier, (attestation, _) in origins.items()}
    used = {end for attestation in attestations.values() for end in ends_of(attestation)}
    kept = [e for i, e in entities.items() if e.id in used or (context.chains[i].is_named and context.chains[i].type)]
    graph = ArticleGraph(
        article,
        tuple(sorted(kept, key=attrgetter("id"))),
        tuple(attestations[identifier] for identifier in sorted(attestations)),
        generator,
    )
    return graph, {identifier: draft for identifier, (_, draft) in origins.items()}


def ends_of(attestation: Attestation) -> tuple[str | None, ...]:
    """Ids of all entities that an attestation names; None in place of one that it lacks."""
    subject = attestation.subject.entity if attestation.subject is not None else None
    circumstances = (attestation.place, attestation.instrument)
    return (subject, attestation.object.entity, *circumstances, *attestation.attributed_to)


def span_of(text: str, doc: Doc, start: int, end: int) -> Span:
    """The exact words of some tokens, `end` exclusive."""
    last = doc[end - 1]
    first, stop = doc[start].idx, last.idx + len(last.text)
    return Span(first, stop, text[first:stop])


def mention_span(text: str, doc: Doc, mention: Mention) -> Span:
    """The exact words of a mention."""
    return span_of(text, doc, mention.start, mention.end)


def chain_label(chain: Chain, doc: Doc) -> str:
    """The best name of a chain: a full name before a short one, a description where there is none, never a pronoun."""
    names = list(dict.fromkeys([mention.text for mention in chain.mentions if mention.kind is NAME]))
    demonym = next((mention.text for mention in chain.mentions if mention.kind is DEMONYM), None)
    if demonym is not None and (country := country_of(demonym)) and not any(country_of(name) for name in names):
        return country  # and not its capital
    if names:
        if len(names) == 1 or country_of(names[0]) is not None:
            return max(names, key=_length)
        return max(names, key=lambda text: (len(text.split()) <= LONGEST_LABEL, _length(text)))
    if demonym is not None:
        return demonym
    described = [told_apart(mention, doc) for mention in chain.mentions if mention.kind is DESCRIPTION]
    return max(described, key=information) if len(described) > 1 else "".join(described)


def _length(name: str) -> tuple[int, bool]:
    """How long a name is; of equally long ones, the capitals of a dateline or headline say the least."""
    return len(name), not name.isupper()


def told_apart(mention: Mention, doc: Doc) -> str:
    """A description, a bare noun with the phrase after it that tells which is meant: "forces loyal to Jane Doe"."""
    if mention.end - mention.start > 1 or mention.end >= len(doc) or mention.type is EntityType.SOURCE:
        return mention.text
    following = doc[mention.end]
    is_telling = following.lower_ in DEFINING or following.lemma_ in cues("loyalty_words", "allying_participles")
    end = first_member_end(following)
    is_telling = is_telling and not dependents(following, "pcomp")  # "accused the rebels of shelling X"
    if not is_telling or following.head.i != mention.head or end - mention.start > LONGEST_DESCRIPTION:
        return mention.text
    return doc.text_of(mention.start, end)


def first_member_end(phrase: Token) -> int:
    """Index after a phrase, of a list in it after the first member: after "X" in "to X and the rebels"."""
    links = (token for token in phrase.subtree if token.dep_ == "cc")
    return next((link.i for link in links), phrase.right_edge.i + 1)


def information(description: str) -> tuple[bool, bool, bool]:
    """How much a description tells: more than "dozens" or the "rebel" of a title, more than a number, a name in it."""
    words = description.split()
    is_noun = description.lower() not in cues("nouns_for_a_side", "partitives")
    return (
        is_noun,
        read_number(words) is None,
        any(word[:1].isupper() and not is_number_word(word) for word in words),
    )


def entity_type(chain: Chain, number: int, context: Context) -> EntityType:
    """The type of a chain's entity: victims without a name are people, a guess gives way to what the frames expect."""
    if number in context.victims or (chain.type is GROUP and not chain.is_named):
        return EntityType.PERSON if is_one_person(chain, context.doc) else GROUP
    expected = context.defaults.get(number)
    return (expected if is_guess(chain) else None) or chain.type or expected or EntityType.ORGANIZATION


def is_one_person(chain: Chain, doc: Doc) -> bool:
    """Whether a description is of a single person: "a soldier", "one villager"."""
    head = doc[chain.mentions[0].head]
    is_one = any(child.lower_ in cues("words_for_one") for child in head.lefts)
    return is_one and head.tag_ == "NN" and head.lemma_.lower() not in cues("collectives")


def to_entity(article: str, text: str, chain: Chain, context: Context, number: int) -> Entity:
    """The entity of a chain with this number in the article with this digest and text; its label may be ""."""
    label = one_line(chain_label(chain, context.doc))
    spans = {(each.start, each.end): span_of(text, context.doc, each.start, each.end) for each in chain.mentions}
    mentions = tuple([spans[ends] for ends in sorted(spans)])
    naming = [one_line(spans[each.start, each.end].text) for each in chain.mentions if each.kind is not PRONOUN]
    kind = entity_type(chain, number, context)
    key = digest(article, kind, str(mentions[0].start), str(mentions[0].end))
    return Entity(f"{slug(label)}-{key}", label, kind, tuple(sorted({label, *naming})), mentions)


@lru_cache(CACHED_LABELS)
def slug(label: str) -> str:
    """A name in plain letters and hyphens, cut to a readable length."""
    plain = re.sub(r"[^a-z0-9]+", "-", normal_form(label)).strip("-")
    return plain[:LONGEST_SLUG].strip("-") or "entity"


@lru_cache(CACHED_LABELS)
def one_line(text: str) -> str:
    """A name with its line breaks as spaces."""
    return " ".join(text.split())


def to_attestation(article: str, text: str, doc: Doc, draft: Draft, entities: dict[int, Entity]) -> Attestation | None:
    """The attestation of a draft in the article with this digest; None where an end has no label of its own."""
    if draft.object not in entities or (draft.subject is not None and draft.subject not in entities):
        return None
    subject = None
    if draft.subject is not None and draft.subject_mention is not None:
        subject = Argument(entities[draft.subject].id, mention_span(text, doc, draft.subject_mention))
    target = Argument(entities[draft.object].id, mention_span(text, doc, draft.object_mention))
    evidence = span_of(text, doc, draft.start, draft.end)
    said_by = tuple(entities[speaker].id for speaker in draft.speakers if speaker in entities)
    ends = (subject.entity if subject else None, target.entity)
    words = (str(evidence.start), str(evidence.end))
    return Attestation(
        id=digest(article, draft.relation, *ends, *words, draft.factuality, *said_by),
        relation=draft.relation,
        subject=subject,
        object=target,
        evidence=evidence,
        factuality=draft.factuality,
        attributed_to=said_by,
        time=draft.time,
        place=entity_id(draft.place, entities),
        instrument=entity_id(draft.instrument, entities),
        count=draft.count,
        confidence=two_decimals(draft.confidence),
        frame=draft.frame,
    )


@cache
def two_decimals(confidence: float) -> Decimal:
    """A confidence as it is written, of which there are a hundred."""
    return Decimal(f"{confidence:.2f}")


def entity_id(chain: int | None, entities: dict[int, Entity]) -> str | None:
    """The id of a chain's entity, None where it has none."""
    return entities[chain].id if chain is not None and chain in entities else None
