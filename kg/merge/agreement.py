"""Whether persons' judgements agree: what is judged different must not follow to be the same from others."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

from kg.model import MACHINE, Judgement, Outcome


def contradiction(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The first that judges two entities different, and those that make the two the same; () where persons agree.

    Of several chains of judgements that make them the same it is a shortest one, in the order of the chain.
    """
    persons = [each for each in judgements if each.by != MACHINE]
    linked: defaultdict[str, list[tuple[str, Judgement]]] = defaultdict(list)
    for each in persons:
        if each.outcome is Outcome.SAME:
            linked[each.left].append((each.right, each))
            linked[each.right].append((each.left, each))
    for each in persons:
        if each.outcome is Outcome.DIFFERENT and (chain := _chain(each.left, each.right, linked)):
            return each, *chain
    return ()


def _chain(start: str, end: str, linked: Mapping[str, list[tuple[str, Judgement]]]) -> list[Judgement]:
    """The judgements on a shortest way from one entity to another; [] where there is none."""
    chains: dict[str, list[Judgement]] = {start: []}
    todo = deque([start])
    while todo:
        one = todo.popleft()
        if one == end:
            return chains[one]
        for other, judgement in linked.get(one, ()):
            if other not in chains:
                chains[other] = [*chains[one], judgement]
                todo.append(other)
    return []


def told(judgement: Judgement, names: Mapping[str, str] | None = None) -> str:
    """A judgement in words, with the names of those that are judged as far as they are known."""
    known = names or {}
    verdict = "the same" if judgement.outcome is Outcome.SAME else judgement.outcome.value
    left, right = (
        f'"{known[each]}" ({each})' if known.get(each) else each for each in (judgement.left, judgement.right)
    )
    return f"{judgement.by!r} judged {left} and {right} {verdict}"
