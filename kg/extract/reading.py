"""Reads one article: from its parse to the entities it names and the statements it makes."""

import re
from decimal import Decimal

from spacy.tokens import Doc

from kg.extract.affiliations import find_affiliations
from kg.extract.candidates import find_candidates
from kg.extract.coreference import Chain, Coreference, resolve_coreference
from kg.extract.drafts import Context, Draft, is_guess, join_repeated, make_context, place_drafts, to_drafts
from kg.extract.mentions import Kind, Mention, find_mentions
from kg.extract.times import find_times
from kg.link.gazetteer import country_of
from kg.link.names import normal_form
from kg.model import Argument, Article, ArticleGraph, Attestation, Entity, EntityType, Span, digest


def read(article: Article, doc: Doc, generator: str = "") -> ArticleGraph:
    """What an article states.

    Args:
        article: The article.
        doc: Its text, parsed by `kg.language.parse`.
        generator: The program and model on record as its reader.
    """
    coreference = resolve_coreference(doc, find_mentions(doc))
    context = make_context(doc, coreference, find_times(doc, article.published))
    events = list(to_drafts(find_candidates(doc), context))
    places = list(place_drafts(context))
    taking_part = {end for d in (*events, *places) for end in (d.subject, d.object, *d.speakers) if end is not None}
    affiliations = [
        d
        for d in to_drafts(find_affiliations(doc, coreference.mentions, coreference.types()), context)
        if d.subject in taking_part or d.object in taking_part or is_named_person(d.subject, coreference)
    ]
    drafts = join_repeated([*events, *affiliations, *places])
    return to_article_graph(article, context, drafts, generator)


def is_named_person(chain: int | None, coreference: Coreference) -> bool:
    """Whether a chain is a person whom the article names, whose office is then worth telling by itself."""
    return chain is not None and coreference.chains[chain].type is EntityType.PERSON and coreference.chains[chain].is_named


def to_article_graph(article: Article, context: Context, drafts: list[Draft], generator: str) -> ArticleGraph:
    """The values of an article from its drafts: entities of the chains that take part, and attestations."""
    entities = {i: to_entity(article, chain, context.coreference, context.defaults.get(i)) for i, chain in enumerate(context.coreference.chains) if chain_label(chain)}
    attestations = {a.id: a for d in drafts if (a := to_attestation(article, context.doc, d, entities)) is not None}
    used = {e for a in attestations.values() for e in ends_of(a)}
    kept = [e for i, e in entities.items() if e.id in used or context.coreference.chains[i].is_named and context.coreference.chains[i].type]
    return ArticleGraph(
        article,
        tuple(sorted(kept, key=lambda e: e.id)),
        tuple(attestations[key] for key in sorted(attestations)),
        generator,
    )


def ends_of(attestation: Attestation) -> tuple[str, ...]:
    """Ids of all entities that an attestation names."""
    ends = [attestation.object.entity, *attestation.attributed_to]
    ends += [attestation.subject.entity] if attestation.subject else []
    return (*ends, *(e for e in (attestation.place, attestation.instrument) if e))


def span_of(article: Article, doc: Doc, start: int, end: int) -> Span:
    """The exact words of some tokens."""
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    return Span(first, last, article.text[first:last])


def mention_span(article: Article, doc: Doc, mention: Mention) -> Span:
    """The exact words of a mention."""
    return span_of(article, doc, mention.start, mention.end)


def chain_label(chain: Chain) -> str:
    """The best name of a chain: a full name before a short one, a description where there is none, never a pronoun."""
    names = [m for m in chain.mentions if m.kind is Kind.NAME]
    if names:
        if country_of(names[0].text) is not None:
            return max((m.text for m in names), key=len)
        return max((m.text for m in names), key=lambda text: (len(text.split()) <= 7, len(text)))
    if demonym := next((m.text for m in chain.mentions if m.kind is Kind.DEMONYM), None):
        return country_of(demonym) or demonym
    described = [m.text for m in chain.mentions if m.kind is Kind.DESCRIPTION]
    return max(described, key=lambda text: any(word[:1].isupper() for word in text.split()), default="")


def to_entity(article: Article, chain: Chain, coreference: Coreference, default: EntityType | None) -> Entity:
    """The entity of a chain; `default` is its type where no mention tells it."""
    doc = coreference.doc
    mentions = tuple(sorted({mention_span(article, doc, m) for m in chain.mentions}))
    label = one_line(chain_label(chain))
    names = {one_line(mention_span(article, doc, m).text) for m in chain.mentions if m.kind is not Kind.PRONOUN} | {label}
    kind = (default if is_guess(chain) else None) or chain.type or default or EntityType.ORGANIZATION
    slug = re.sub(r"[^a-z0-9]+", "-", normal_form(label)).strip("-")[:40].strip("-") or "entity"
    key = digest(article.digest, kind.value, str(mentions[0].start), str(mentions[0].end))
    return Entity(f"{slug}-{key}", label, kind, tuple(sorted(names)), mentions)


def one_line(text: str) -> str:
    """A name with its line breaks as spaces."""
    return " ".join(text.split())


def to_attestation(article: Article, doc: Doc, draft: Draft, entities: dict[int, Entity]) -> Attestation | None:
    """The attestation of a draft; None where an end has no label of its own."""
    if draft.object not in entities or (draft.subject is not None and draft.subject not in entities):
        return None
    subject = None
    if draft.subject is not None and draft.subject_mention is not None:
        subject = Argument(entities[draft.subject].id, mention_span(article, doc, draft.subject_mention))
    target = Argument(entities[draft.object].id, mention_span(article, doc, draft.object_mention))
    evidence = span_of(article, doc, draft.start, draft.end)
    said_by = tuple(entities[s].id for s in draft.speakers if s in entities)
    parts = [draft.relation.value, subject.entity if subject else None, target.entity, str(evidence.start), str(evidence.end)]
    return Attestation(
        id=digest(article.digest, *parts, draft.factuality.value, *said_by),
        relation=draft.relation,
        subject=subject,
        object=target,
        evidence=evidence,
        factuality=draft.factuality,
        attributed_to=said_by,
        time=draft.time,
        place=entities[draft.place].id if draft.place in entities else None,
        instrument=entities[draft.instrument].id if draft.instrument in entities else None,
        count=draft.count,
        confidence=Decimal(str(round(draft.confidence, 2))),
        frame=draft.frame,
    )
