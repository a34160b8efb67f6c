"""What is measured of a page's blocks becomes a probability for each, by the fitted table.

The first forest sees what is measured of a block, the second also what the first said of the
block's neighbours, ancestors and namesakes.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import Final

from declutter.deadline import NO_DEADLINE, Deadline
from declutter.judge.case import Case, block_labels
from declutter.judge.evidence import measure
from declutter.judge.evidence.layout import PIECE, WIDTH
from declutter.judge.evidence.rows import Evidence
from declutter.judge.forest import Forest, evaluate, reconsider
from declutter.judge.table import Table

_CLUTTER: Final = 0.08
_CONTENT: Final = 0.95
"""Probabilities by the first forest below and above which a block is not asked about again, as more
than half of all are: of 195,000 blocks eight came out otherwise."""


@dataclass(slots=True, frozen=True)
class Scored:
    """The evidence of a page, and the probability of each block being content."""

    evidence: Evidence
    scores: array[float]


def score_blocks(case: Case, table: Table, deadline: Deadline = NO_DEADLINE) -> Scored:
    """Measure and score every block. Raises PageTimeout past the deadline."""
    labels = block_labels(case)
    evidence = measure(case.page, case.outline, case.folded, labels, table.odds, deadline)
    first = array("d")
    for at in range(0, evidence.count, PIECE):
        first.extend(evaluate(table.first, evidence.rows_from(at), WIDTH, deadline))
    deadline.check()
    evidence.take_scores(first)
    second = array("d")
    for at in range(0, evidence.count, PIECE):
        second.extend(_reconsider_piece(table.second, evidence, first, at, deadline))
    return Scored(evidence, second)


def _reconsider_piece(
    forest: Forest, evidence: Evidence, first: array[float], at: int, deadline: Deadline
) -> array[float]:
    """The probabilities of the blocks of a piece, of which the first forest was not sure anew."""
    before = first[at : at + PIECE]
    rows = evidence.rows_from(at)
    return reconsider(forest, rows, WIDTH, before, _CLUTTER, _CONTENT, deadline)
