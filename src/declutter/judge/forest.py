"""Regression trees over rows of numbers, as flat arrays.

Where this module is compiled no tree is walked: each of its questions is asked of several rows at a
time, and an answer rules leaves out. What is left of a tree's leaves is a mask of bits, whose
lowest one is the row's leaf (Lucchese et al., "Exploiting CPU SIMD extensions to speed-up document
scoring with tree ensembles", 2016). There are more questions that way, but none waits for the
answer to another. Python itself is faster at walking.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from math import exp
from typing import Final

from declutter.deadline import CHECK_EVERY, NO_DEADLINE, Deadline
from declutter.judge.walk import Tree, nest, walk

MOST_LEAVES: Final = 32
AT_ONCE: Final = 4
"""Questions that are asked together: the questions of a tree are a multiple of these."""
_IS_SOURCE: Final = __file__.endswith(".py")
_LANES: Final = 16
"""Rows that are asked together; loops over them say it again, as C has to know it beforehand."""
_SEQUENCE: Final = 0x077CB531
"""A de Bruijn sequence: the five bits from each of its places on are another number."""
_SEQUENCE_BITS: Final = 27


@dataclass(slots=True, frozen=True)
class Forest:
    """Regression trees, flat: each has as many `questions`, whether the number of `features[i]` is
    above `thresholds[i]`, which rules out the leaves whose bits are 0 in `masks[i]`.

    Of the leaves, numbered from the left and MOST_LEAVES at most, the lowest that is left is the
    row's: its value is at `place_of` of its number in the tree's MOST_LEAVES of `values`. A tree's
    question number i parts leaf i from the next one; questions that rule nothing out fill it up.
    `trees` are the same trees, from when they are first walked.
    """

    questions: int
    features: array[int]
    thresholds: array[float]
    masks: array[int]
    values: array[float]
    trees: list[Tree] = field(default_factory=list, compare=False, repr=False)


def place_of(leaf: int) -> int:
    """Where the value of a tree's leaf stands, which its bit tells without counting."""
    return (1 << leaf) * _SEQUENCE >> _SEQUENCE_BITS & MOST_LEAVES - 1


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
    scores = before[:]
    answers = scores  # the same numbers, as C reads them
    asked = array("i", bytes(4 * len(scores)))
    places = asked
    count = 0
    for i in range(len(scores)):
        if low <= answers[i] <= high:
            places[count] = i
            count += 1
    if _IS_SOURCE:
        walk(forest.trees or grow(forest), rows, width, asked[:count], scores, deadline)
    elif count == 1:
        answers[places[0]] = _ask_alone(forest, rows, places[0] * width)
    else:
        _ask_rows(forest, rows, width, places, count, answers, deadline)
    return scores


def grow(forest: Forest) -> list[Tree]:
    """Fill the `trees` of a forest, and give them."""
    for number in range(len(forest.values) // MOST_LEAVES):
        own = slice(number * forest.questions, (number + 1) * forest.questions)
        masks = [mask for mask in forest.masks[own] if mask != -1]
        values = forest.values[number * MOST_LEAVES : (number + 1) * MOST_LEAVES]
        forest.trees.append(
            nest(
                list(zip(forest.features[own], forest.thresholds[own], strict=True)),
                [(~mask & -~mask).bit_length() - 1 for mask in masks],
                [values[place_of(leaf)] for leaf in range(len(masks) + 1)],
            )
        )
    return forest.trees


def _ask_rows(
    forest: Forest,
    rows: array[float],
    width: int,
    asked: array[int],
    count: int,
    scores: array[float],
    deadline: Deadline,
) -> None:
    """Set the scores of the rows whose numbers are the first `count` of `asked`."""
    features = forest.features
    thresholds = forest.thresholds
    masks = forest.masks
    values = forest.values
    columns = array("f", bytes(4 * _LANES * width))
    left = array("i", bytes(4 * _LANES))
    sums = array("d", bytes(8 * _LANES))
    for start in range(0, count, _LANES):
        if start % CHECK_EVERY == 0:
            deadline.check()
        lanes = min(_LANES, count - start)
        for lane in range(lanes):  # what is left in the others is asked too, and not looked at
            base = asked[start + lane] * width
            for k in range(width):
                columns[k * _LANES + lane] = rows[base + k]
        _ask(features, thresholds, masks, values, forest.questions, columns, left, sums)
        for lane in range(lanes):
            scores[asked[start + lane]] = 1.0 / (1.0 + exp(-sums[lane]))


def _ask(
    features: array[int],
    thresholds: array[float],
    masks: array[int],
    values: array[float],
    questions: int,
    columns: array[float],
    left: array[int],
    sums: array[float],
) -> None:
    """Set each lane's sum to that of the values of all trees.

    `columns` has `_LANES` numbers a feature; `left` has room for what is left of the leaves.
    """
    step = AT_ONCE
    last = MOST_LEAVES - 1
    i = 0
    tree = 0
    for lane in range(16):
        sums[lane] = 0.0
    while tree < len(values):
        for lane in range(16):
            left[lane] = -1
        end = i + questions
        while i < end:
            a = features[i] * 16
            b = features[i + 1] * 16
            c = features[i + 2] * 16
            d = features[i + 3] * 16
            above_a = thresholds[i]
            above_b = thresholds[i + 1]
            above_c = thresholds[i + 2]
            above_d = thresholds[i + 3]
            mask_a = masks[i]
            mask_b = masks[i + 1]
            mask_c = masks[i + 2]
            mask_d = masks[i + 3]
            for lane in range(16):
                left[lane] &= (
                    (mask_a | -(columns[a + lane] <= above_a))
                    & (mask_b | -(columns[b + lane] <= above_b))
                    & (mask_c | -(columns[c + lane] <= above_c))
                    & (mask_d | -(columns[d + lane] <= above_d))
                )
            i += step
        for lane in range(16):
            bits = left[lane]
            place = (bits & -bits) * _SEQUENCE >> _SEQUENCE_BITS & last
            sums[lane] += values[tree + place]
        tree += last + 1


def _ask_alone(forest: Forest, rows: array[float], base: int) -> float:
    """The probability of the one row that begins at `base`."""
    features = forest.features
    thresholds = forest.thresholds
    masks = forest.masks
    values = forest.values
    questions = forest.questions
    leaves = MOST_LEAVES
    total = 0.0
    for tree in range(len(values) // leaves):
        left = -1
        for i in range(tree * questions, (tree + 1) * questions):
            left &= masks[i] | -(rows[base + features[i]] <= thresholds[i])
        bits = left
        place = (bits & -bits) * _SEQUENCE >> _SEQUENCE_BITS & leaves - 1
        total += values[tree * leaves + place]
    return 1.0 / (1.0 + exp(-total))
