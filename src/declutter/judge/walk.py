"""Regression trees as nested tuples, walked from node to node: the fastest way in Python itself."""

from __future__ import annotations

from array import array
from math import exp
from typing import Any, Final, TypeAlias

from declutter.deadline import CHECK_EVERY, Deadline

Tree: TypeAlias = tuple[int, float, Any, Any]
"""A question, whether the number of a feature is above a threshold, with the tree that follows
if it is not, and if it is; or a leaf, which has no feature, and its value for a threshold."""
_NO_FEATURE: Final = -1


def nest(questions: list[tuple[int, float]], firsts: list[int], leaves: list[float]) -> Tree:
    """A tree from its leaves and the questions between them, each a feature and a threshold.

    Question i parts leaf i from the next one, and is asked about the leaves from number `firsts[i]`
    on: the last one of those that begin with the same leaf is asked first.
    """

    def between(first: int, last: int) -> Tree:
        if first == last:
            return (_NO_FEATURE, leaves[first], None, None)
        at = max(i for i in range(first, last) if firsts[i] == first)
        return (*questions[at], between(first, at), between(at + 1, last))

    return between(0, len(leaves) - 1)


def walk(
    trees: list[Tree],
    rows: array[float],
    width: int,
    asked: array[int],
    scores: array[float],
    deadline: Deadline,
) -> None:
    """Set the scores of the rows whose numbers are in `asked`: the logistic function of the sum of
    their leaves. `rows` holds `width` numbers a row. Raises PageTimeout past the deadline."""
    for step, i in enumerate(asked):
        if step % CHECK_EVERY == 0:
            deadline.check()
        row = rows[i * width : (i + 1) * width].tolist()
        total = 0.0
        for feature, value, below, above in trees:
            while feature >= 0:
                feature, value, below, above = above if row[feature] > value else below
            total += value
        scores[i] = 1.0 / (1.0 + exp(-total))
