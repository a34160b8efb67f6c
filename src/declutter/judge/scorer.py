"""Who judges what no rule tells: the fitted table, or weights that are set by hand."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from declutter.deadline import Deadline
from declutter.judge.case import Case
from declutter.judge.confidence import confidence_of
from declutter.judge.odds import HasOdds, Odds
from declutter.judge.page_type import tell_type
from declutter.judge.score import Scored, score_blocks
from declutter.judge.table import Table


class Scorer(HasOdds, Protocol):
    """Gives probabilities to blocks and types, and says what to expect of the outcome."""

    def score(self, case: Case, deadline: Deadline) -> Scored:
        """Measure and score every block. Raises PageTimeout past the deadline."""

    def tell_type(self, case: Case, scored: Scored) -> None:
        """Set the probabilities of each type of the page, and its type."""

    def expect(self, case: Case, scored: Scored, expected: float) -> float:
        """The word F1 to expect of a page whose verdicts are given, from 0 to 1; `expected` is what
        the scores alone expect."""


class Fitted(NamedTuple):
    """Judges by a fitted table."""

    table: Table

    @property
    def odds(self) -> Odds:
        return self.table.odds

    def score(self, case: Case, deadline: Deadline) -> Scored:
        return score_blocks(case, self.table, deadline)

    def tell_type(self, case: Case, scored: Scored) -> None:
        tell_type(case, scored.evidence, self.table.types)

    def expect(self, case: Case, scored: Scored, expected: float) -> float:
        return confidence_of(case, scored, self.table, expected)
