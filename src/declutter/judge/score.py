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
from declutter.judge.evidence.layout import WIDTH
from declutter.judge.evidence.scores import measure_scores
from declutter.judge.forest import evaluate, reconsider
from declutter.judge.table import Table

_CLUTTER: Final = 0.08
_CONTENT: Final = 0.95
"""Probabilities by the first forest below and above which a block is not asked about again, as more
than half of all are: of 195,000 blocks eight came out otherwise."""


@dataclass(slots=True, frozen=True)
class Scored:
    """A page's rows of measurements, as `evidence.layout` lays them out, the probability of each
    block being content."""

    rows: array[float]
    scores: array[float]


def score_blocks(case: Case, table: Table, deadline: Deadline = NO_DEADLINE) -> Scored:
    """Measure and score every block. Raises PageTimeout past the deadline."""
    outline = case.outline
    rows = measure(case.page, outline, case.folded, block_labels(case), table.odds, deadline)
    first = evaluate(table.first, rows, WIDTH, deadline)
    deadline.check()
    measure_scores(outline, first, rows)
    second = reconsider(table.second, rows, WIDTH, first, _CLUTTER, _CONTENT, deadline)
    return Scored(rows, second)
