"""Which blocks to keep, given each one's probability: those that make the expected F the highest.

For probabilities p and sizes s, keeping the blocks above a threshold has the expected F-beta
(1 + b) * sum(p * s, kept) / (sum(s, kept) + b * sum(p * s, all)), b being beta squared; the best
threshold of a page depends on the page (Lipton et al., "Optimal thresholding of classifiers to
maximize F1 measure", 2014).
"""

from __future__ import annotations

from array import array

from declutter.judge.points import Point


def best_threshold(scores: array[float], sizes: array[float], point: Point) -> float:
    """The probability from which blocks are kept, within the bounds of the point.

    One block more raises the expected F just where its probability is above it: so what is above
    one choice's F is a better choice, until nothing changes (Dinkelbach, "On nonlinear fractional
    programming", 1967).
    """
    count = len(scores)
    beta = point.beta
    expected = 0.0
    for i in range(count):
        expected += scores[i] * sizes[i]
    best = 0.0
    threshold = 1.0
    while True:
        right = 0.0
        kept = 0.0
        lowest = 1.0
        for i in range(count):
            if scores[i] > best:
                right += scores[i] * sizes[i]
                kept += sizes[i]
                if scores[i] < lowest:
                    lowest = scores[i]
        value = right / (kept + beta * expected) if kept > 0.0 else 0.0
        if value <= best:
            break
        best = value
        threshold = lowest
    return min(max(threshold, point.lowest), point.highest)


def expected_f1(scores: array[float], sizes: array[float], kept: bytearray) -> float:
    """The word F1 to expect of a choice of blocks, from 0 to 1; 1 where there is no choice."""
    expected = 0.0
    right = 0.0
    size = 0.0
    for i in range(len(scores)):
        own = scores[i] * sizes[i]
        expected += own
        if kept[i]:
            right += own
            size += sizes[i]
    whole = size + expected
    return 2.0 * right / whole if whole else 1.0
