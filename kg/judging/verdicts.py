"""What persons decide: that two are the same, that they are different, that what was made one is not."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from kg.errors import JudgementError
from kg.judging.answers import Answer
from kg.judging.author import Author
from kg.judging.naming import Meant, called, entity_of, meant_by
from kg.link.names import normal_form
from kg.model import CANONICAL, Judgement, Outcome
from kg.rdf.catalogue import Catalogue
from kg.rdf.files import clear_errors
from kg.rdf.judgements import open_indexed, record
from kg.rdf.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person decided of two, by what they are called.

    Args:
        left: The one.
        right: The other.
        made: The judgements that were made; none where they had been judged so before.
        taken_back: The judgements that were taken back.
    """

    left: str
    right: str
    made: tuple[Judgement, ...] = ()
    taken_back: tuple[Judgement, ...] = ()


def judge(path: Path, one: str, other: str, outcome: Outcome, author: Author) -> Verdict:
    """Judges two entities the same, or two entities or two parts of one different.

    Nothing is done where they are one already, or where persons judged them different before.

    Raises:
        JudgementError: A name means nobody or several, or both mean the same part of an entity.
        StoreError: Others judged otherwise, or the store or its ledger cannot be read or written.
    """
    with clear_errors(path):
        catalogue, ledger = opened(path)
        left, right = meant_by(catalogue, one), meant_by(catalogue, other)
        made = _judgements(left, right, outcome, author, ledger)
        return Verdict(left.called, right.called, made=_recorded(path, catalogue, made))


def obey(path: Path, answers: Iterable[Answer], source: Path) -> tuple[Judgement, ...]:
    """Judges as all the answers of a file say, or does nothing.

    Returns:
        The judgements that were made; those are left out that change nothing.

    Raises:
        JudgementError: A name means nobody or several; the line of the file is named.
        StoreError: Judgements contradict each other, or the store or its ledger cannot be read or written.
    """
    with clear_errors(path):
        catalogue, ledger = opened(path)
        made: list[Judgement] = []
        for answer in answers:
            try:
                left, right = meant_by(catalogue, answer.left), meant_by(catalogue, answer.right)
                made += _judgements(left, right, answer.outcome, answer.author, ledger)
            except JudgementError as error:
                raise JudgementError(error.cause, path=source, line=answer.line, remedy=error.remedy) from error
        return _recorded(path, catalogue, made)


def withdraw_different(path: Path, one: str, other: str, author: Author) -> Verdict:
    """Takes back what keeps two entities apart: the store is what it was before they were judged different.

    Raises:
        JudgementError: A name means nobody or several, or nobody judged them different.
        StoreError: The store or its ledger cannot be read or written.
    """
    with clear_errors(path):
        catalogue, ledger = opened(path)
        left, right = meant_by(catalogue, one), meant_by(catalogue, other)
        ends = {left.entity, right.entity}
        found = [each for each, between in _placed(catalogue, ledger, Outcome.DIFFERENT) if set(between) == ends]
        if not found or len(ends) == 1:
            raise JudgementError(f'nobody judged "{left.called}" and "{right.called}" different')
        return _taken_back(path, found, author, Verdict(left.called, right.called))


def split(path: Path, entity: str, part: str | None, author: Author) -> Verdict:
    """Undoes a merge.

    What persons made one is as it was before: their judgements are taken back. Else a part is kept apart from the rest
    of what the machine made one, also when more articles come.

    Args:
        path: The store.
        entity: The entity that is too much.
        part: The part of it to split off; None where there is no question which one.
        author: Who judges.

    Raises:
        JudgementError: A name means nobody or several, nothing joined the entity, or it is not clear what to split off.
        StoreError: The store or its ledger cannot be read or written.
    """
    with clear_errors(path):
        catalogue, ledger = opened(path)
        whole = meant_by(catalogue, entity)
        if part is None:
            made_one = (whole.entity, whole.entity)
            found = [each for each, between in _placed(catalogue, ledger, Outcome.SAME) if between == made_one]
            if found:
                return _taken_back(path, found, author, Verdict(whole.called, whole.called))
        off = _only_part(catalogue, whole) if part is None else meant_by(catalogue, part)
        if off.entity != whole.entity:
            raise JudgementError(f'"{off.called}" is no part of "{whole.called}"')
        pairs = _across(off, off.parts, _rest(catalogue, off))
        made = _kept_apart(pairs, author, ledger)
        return Verdict(off.called, whole.called, made=_recorded(path, catalogue, made))


def opened(path: Path) -> tuple[Catalogue, Ledger]:
    """A store that obeys its ledger, and the ledger.

    Raises:
        StoreError: The store or its ledger cannot be read, or the store is to be changed and cannot be.
    """
    ledger = record(path)
    return Catalogue(open_indexed(path)), ledger


def _judgements(left: Meant, right: Meant, outcome: Outcome, author: Author, ledger: Ledger) -> list[Judgement]:
    """What says that two are the same or different; nothing where it is so already."""
    if outcome is Outcome.SAME:
        return [] if left.entity == right.entity else [author.judgement(left.own, right.own, outcome)]
    apart = left.entity != right.entity
    pairs = [(left.own, right.own)] if apart else _across(left, left.parts, right.parts)
    return _kept_apart(pairs, author, ledger)


def _kept_apart(pairs: Iterable[tuple[str, str]], author: Author, ledger: Ledger) -> list[Judgement]:
    known = {(each.left, each.right) for each in ledger.standing if each.outcome is Outcome.DIFFERENT}
    return [author.judgement(*pair, Outcome.DIFFERENT) for pair in pairs if tuple(sorted(pair)) not in known]


def _recorded(path: Path, catalogue: Catalogue, made: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Records judgements, with what readers call those that are judged."""
    names = {end: called(catalogue, end) for each in made for end in (each.left, each.right)}
    record(path, made, names)
    return tuple(made)


def _taken_back(path: Path, judgements: Sequence[Judgement], author: Author, verdict: Verdict) -> Verdict:
    record(path, [author.withdrawal(each) for each in judgements])
    return Verdict(verdict.left, verdict.right, taken_back=tuple(judgements))


def _placed(
    catalogue: Catalogue, ledger: Ledger, outcome: Outcome
) -> Iterable[tuple[Judgement, tuple[str | None, str | None]]]:
    """The judgements in force of this outcome, each with the entities over all articles that it is about now."""
    for each in ledger.standing:
        if each.outcome is outcome:
            yield each, (entity_of(catalogue, each.left), entity_of(catalogue, each.right))


def _across(meant: Meant, parts: Iterable[str], others: Iterable[str]) -> list[tuple[str, str]]:
    """Each of the parts with each of the others.

    Raises:
        JudgementError: There is none, or some are both.
    """
    ours, theirs = set(parts), set(others)
    if not ours or not theirs or ours & theirs:
        cause = f'"{meant.called}" cannot be told apart from the rest by a name: articles call one entity by both'
        raise JudgementError(cause, remedy="name an entity of one article, which `kg mentions` prints, by its id")
    return sorted(product(ours, theirs))


def _rest(catalogue: Catalogue, off: Meant) -> list[str]:
    """What an entity is made of besides a part of it."""
    return [
        f"{CANONICAL}{one}"
        for one in catalogue.cluster(off.entity)
        if f"{CANONICAL}{one}" not in off.parts and not set(catalogue.bearers(one)) <= set(off.parts)
    ]


def _only_part(catalogue: Catalogue, whole: Meant) -> Meant:
    """The one part of an entity that can be split off.

    Raises:
        JudgementError: There is none, or there are several, which are listed.
    """
    groups = _groups(catalogue, whole.entity)
    if len(groups) < 2:
        raise JudgementError(f'nothing was joined to "{whole.called}"')
    if len(groups) == 2:
        anchor = f"{CANONICAL}{whole.entity}"
        name, off = next((name, parts) for name, parts in sorted(groups.items()) if anchor not in parts)
        return Meant(whole.entity, off[0], tuple(off), name)
    told = ", ".join(f'"{name}" ({parts[0]})' for name, parts in sorted(groups.items()))
    cause = f'"{whole.called}" was made of {len(groups)}: {told}'
    raise JudgementError(cause, remedy="say which to split off: kg split STORE ENTITY PART")


def _groups(catalogue: Catalogue, entity: str) -> Mapping[str, list[str]]:
    """What an entity is made of, by the names that tell the parts apart; by id where all have one name."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for one in sorted(catalogue.cluster(entity)):
        signature = catalogue.signature(one)
        name = normal_form(signature.name) if signature else one
        groups[name].append(f"{CANONICAL}{one}")
    return groups if len(groups) > 1 else {each: [each] for parts in groups.values() for each in parts}
