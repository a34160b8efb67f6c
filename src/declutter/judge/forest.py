"""Regression trees over rows of numbers, as flat arrays."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from math import exp

from declutter.deadline import CHECK_EVERY, NO_DEADLINE, Deadline


@dataclass(slots=True, frozen=True)
class Forest:
    """Regression trees, flat: node i asks for `features[i]`, and goes to `left[i]` or `right[i]`.

    A row goes left where its number is at most `thresholds[i]`. A node below 0 is the leaf whose
    value is `values[-node - 1]`; `roots` are the trees' first nodes. The nodes are small, short
    integers and single precision, so that a forest stays near the processor.
    """

    features: array[int]
    thresholds: array[float]
    left: array[int]
    right: array[int]
    values: array[float]
    roots: array[int]


def evaluate(
    forest: Forest, rows: array[float], width: int, deadline: Deadline = NO_DEADLINE
) -> array[float]:
    """The probability of each row: the logistic function of the sum of its leaves.

    `rows` holds `width` numbers a row. Raises PageTimeout past the deadline.
    """
    unknown = array("d", [0.5]) * (len(rows) // width)
    return reconsider(forest, rows, width, unknown, 0.0, 1.0, deadline)


def reconsider(
    forest: Forest,
    rows: array[float],
    width: int,
    before: array[float],
    low: float,
    high: float,
    deadline: Deadline = NO_DEADLINE,
) -> array[float]:
    """The probability of each row by the forest; where it was below `low` or above `high` `before`,
    it stays.

    `rows` holds `width` numbers a row. Raises PageTimeout past the deadline.
    """
    features = forest.features
    thresholds = forest.thresholds
    left = forest.left
    right = forest.right
    values = forest.values
    roots = forest.roots
    count = len(before)
    trees = len(roots)
    scores = before[:]
    answers = scores  # the same numbers, as C writes them
    step = CHECK_EVERY
    end = 0
    while end < count:
        deadline.check()
        start = end
        end = min(start + step, count)
        for i in range(start, end):
            if answers[i] < low or answers[i] > high:
                continue
            base = i * width
            total = 0.0
            for k in range(trees):
                node = roots[k]
                while node >= 0:
                    if rows[base + features[node]] <= thresholds[node]:
                        node = left[node]
                    else:
                        node = right[node]
                total += values[-node - 1]
            answers[i] = 1.0 / (1.0 + exp(-total))
    return scores
