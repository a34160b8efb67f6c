"""Sums of weights over rows of measurements."""

from __future__ import annotations

from array import array

from declutter.deadline import CHECK_EVERY, NO_DEADLINE, Deadline
from declutter.judge.evidence.layout import WIDTH
from declutter.judge.heuristic.weights import Weighing


def weigh(
    weighing: Weighing,
    rows: array[float],
    totals: array[float],
    start: int,
    deadline: Deadline = NO_DEADLINE,
) -> None:
    """Add to each row's total, the first of which is at `start`, the weights whose conditions hold,
    and the bias.

    Raises PageTimeout past the deadline.
    """
    columns = weighing.columns
    lows = weighing.lows
    highs = weighing.highs
    ends = weighing.ends
    weights = weighing.weights
    bias = weighing.bias
    for i in range(len(rows) // WIDTH):
        if i % CHECK_EVERY == 0:
            deadline.check()
        base = i * WIDTH
        total = bias
        test = 0
        for k in range(len(weights)):
            holds = True
            while test < ends[k]:
                value = rows[base + columns[test]]
                if value < lows[test] or value >= highs[test]:
                    holds = False
                    break
                test += 1
            test = ends[k]
            if holds:
                total += weights[k]
        totals[start + i] += total
