"""Whom a person means who judges: by any name, an IRI or an id."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.errors import JudgementError, StoreError
from kg.identity import Signature
from kg.link.names import normal_form
from kg.model import CANONICAL
from kg.query.names import bearers, nearest
from kg.rdf import iris
from kg.rdf.catalogue import Catalogue
from kg.rdf.iris import PREFIXES, Kind


@dataclass(frozen=True, slots=True)
class Meant:
    """An entity over all articles that somebody means, or a part of it.

    Args:
        entity: The id of the entity over all articles.
        own: What a judgement of it calls it.
        parts: What judgements call those of its parts that are meant: signatures, or an entity of one article.
        called: What to call it when speaking of it.
    """

    entity: str
    own: str
    parts: tuple[str, ...]
    called: str


def meant_by(catalogue: Catalogue, value: str) -> Meant:
    """Whom a name, an IRI or an id means; the id of any entity, over all articles or of one, former ones too.

    Raises:
        JudgementError: Nobody, or several; these are listed.
    """
    words = " ".join(value.split())
    return _by_id(catalogue, words) or _by_name(catalogue, words)


def entity_of(catalogue: Catalogue, reference: str) -> str | None:
    """The id of the entity over all articles that a judgement names; None where no article tells of it any longer."""
    one = _signature_named(catalogue, reference)
    return catalogue.canonical(one) if one and catalogue.signature(one) else None


def described(catalogue: Catalogue, entity: str) -> str:
    """An entity for a message: its label, its id, and how many mentions in articles are of it."""
    number = catalogue.bearing(entity)
    return f'"{catalogue.label(entity)}" ({CANONICAL}{entity}, in {number} article{"" if number == 1 else "s"})'


def called(catalogue: Catalogue, reference: str) -> str:
    """What articles call most often whom a judgement names; "" where none tells of it any longer."""
    one = _signature_named(catalogue, reference)
    names = catalogue.tally(one).names if one else {}
    return min(names, key=lambda name: (-names[name], name), default="")


def _signature_named(catalogue: Catalogue, reference: str) -> str | None:
    """The id of the signature that a judgement names, itself or by the entity of an article that bears it."""
    return reference.removeprefix(CANONICAL) if reference.startswith(CANONICAL) else catalogue.borne_by(reference)


def _by_id(catalogue: Catalogue, value: str) -> Meant | None:
    for reference in _references(value):
        entity = entity_of(catalogue, reference)
        if entity is None:
            continue
        whole = reference == f"{CANONICAL}{entity}"
        parts = _whole(catalogue, entity) if whole else (reference,)
        return Meant(entity, reference, parts, catalogue.label(entity) if whole else called(catalogue, reference))
    return None


def _references(value: str) -> Iterable[str]:
    """What judgements may call the entity of an id or IRI, with or without its prefix."""
    for kind in (Kind.CANONICAL_ENTITY, Kind.ARTICLE_ENTITY):
        if value.startswith(f"{kind.value}:"):
            return [iris.reference_of(PREFIXES[kind.value] + value.removeprefix(f"{kind.value}:"))]
    try:
        return [iris.reference_of(value)]
    except StoreError:
        return [f"{CANONICAL}{value}", value]


def _by_name(catalogue: Catalogue, value: str) -> Meant:
    named = list(catalogue.names())
    found = bearers(named, value)
    if not found:
        remedy = nearest((name for _, name in named), value)
        raise JudgementError(f'nothing in the graph is called "{value}"', remedy=remedy)
    if len(found) > 1:
        several = ", ".join(described(catalogue, entity) for entity in found)
        raise JudgementError(f'"{value}" may mean {several}', remedy="name one by its id")
    parts = _bearing(catalogue, found[0], value)
    best = f"{CANONICAL}{found[0]}"
    return Meant(found[0], best if best in parts else parts[0], parts, value)


def _whole(catalogue: Catalogue, entity: str) -> tuple[str, ...]:
    return tuple(f"{CANONICAL}{one}" for one in sorted(catalogue.cluster(entity)))


def _bearing(catalogue: Catalogue, entity: str, value: str) -> tuple[str, ...]:
    """The parts of an entity whose best name a name is, else those that bear it, else all."""
    wanted = normal_form(value)
    cluster = sorted(catalogue.cluster(entity))
    best = [one for one in cluster if (signature := catalogue.signature(one)) and _best_name(signature) == wanted]
    borne = [one for one in cluster if wanted in map(normal_form, catalogue.tally(one).names)]
    return tuple(f"{CANONICAL}{one}" for one in best or borne or cluster)


def _best_name(signature: Signature) -> str:
    return normal_form(signature.name.split(",")[0])
