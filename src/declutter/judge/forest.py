"""Regression trees over rows of numbers, as flat lists."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp


@dataclass(slots=True, frozen=True)
class Forest:
    """Regression trees, flat: node i asks for `features[i]`, and goes to `left[i]` or `right[i]`.

    A row goes left where its number is at most `thresholds[i]`. A node below 0 is the leaf whose
    value is `values[-node - 1]`; `roots` are the trees' first nodes.
    """

    features: list[int]
    thresholds: list[float]
    left: list[int]
    right: list[int]
    values: list[float]
    roots: list[int]


def evaluate(forest: Forest, rows: list[list[float]]) -> list[float]:
    """The probability of each row: the logistic function of the sum of its leaves."""
    features: list[int] = forest.features
    thresholds: list[float] = forest.thresholds
    left: list[int] = forest.left
    right: list[int] = forest.right
    values: list[float] = forest.values
    roots: list[int] = forest.roots
    scores: list[float] = []
    for row in rows:
        total = 0.0
        for root in roots:
            node = root
            while node >= 0:
                node = left[node] if row[features[node]] <= thresholds[node] else right[node]
            total += values[-node - 1]
        scores.append(1.0 / (1.0 + exp(-total)))
    return scores
