"""Who judges, why and when."""

from dataclasses import dataclass

from kg.errors import JudgementError
from kg.model import MACHINE, Judgement, Outcome
from kg.rdf.ledger import Withdrawal, identifier


@dataclass(frozen=True, slots=True)
class Author:
    """A person who judges.

    Args:
        by: Who.
        why: For which reason; "" where none is given.
        when: The moment, as `ledger.moment` writes it.

    Raises:
        JudgementError: Nobody is named, or the machine.
    """

    by: str
    why: str
    when: str

    def __post_init__(self) -> None:
        if not self.by.strip() or self.by == MACHINE:
            cause = f'"{self.by}" is nobody who could judge'
            raise JudgementError(cause, remedy="say who judges: --by NAME")

    def judgement(self, one: str, other: str, outcome: Outcome) -> Judgement:
        """What the person judges of two entities."""
        left, right = sorted((one, other))
        return Judgement(left, right, outcome, self.by, self.why, when=self.when)

    def withdrawal(self, judgement: Judgement) -> Withdrawal:
        """That the person takes a judgement back."""
        return Withdrawal(identifier(judgement), self.by, self.why, self.when)
