"""Forests: trees over rows of numbers, and which rows are asked again."""

from __future__ import annotations

from array import array
from math import exp, inf
from random import Random

import pytest

from declutter.deadline import CHECK_EVERY, Deadline
from declutter.judge.evidence.layout import WIDTH
from declutter.judge.forest import MOST_LEAVES, Forest, evaluate, place_of, reconsider
from declutter.judge.table import table_for

# Two trees over rows of two numbers: column 1 above 0.5 or not, and if so column 0 above 10 or not;
# then a tree that is a leaf. Questions that nothing answers with yes fill up what is left over.
NONE = (0, inf, -1)
QUESTIONS = [(1, 0.5, ~0b1), (0, 10.0, ~0b10), NONE, NONE, NONE, NONE, NONE, NONE]
TREES = [[-1.0, 2.0, 3.0], [0.25]]


def forest_of(questions: list[tuple[int, float, int]], trees: list[list[float]]) -> Forest:
    features, thresholds, masks = zip(*questions, strict=True)
    values = array("f", [99.0] * MOST_LEAVES * len(trees))
    for number, leaves in enumerate(trees):
        for leaf, value in enumerate(leaves):
            values[number * MOST_LEAVES + place_of(leaf)] = value
    columns = (array("h", features), array("f", thresholds), array("i", masks), values)
    return Forest(len(questions) // len(trees), *columns)


FOREST = forest_of(QUESTIONS, TREES)
SUMS = {(99.0, 0.5): -0.75, (10.0, 0.6): 2.25, (10.5, 7.0): 3.25}


def logistic(total: float) -> float:
    return 1.0 / (1.0 + exp(-total))


def test_a_row_gets_the_leaf_of_every_tree() -> None:
    rows = array("f", [number for row in SUMS for number in row])
    assert list(evaluate(FOREST, rows, 2)) == pytest.approx(list(map(logistic, SUMS.values())))


def test_rows_asked_together_get_what_each_gets_alone() -> None:
    rows = array("f", [number for row in SUMS for number in row])
    assert list(evaluate(FOREST, rows * 19, 2)) == list(evaluate(FOREST, rows, 2)) * 19


def test_python_walks_to_the_leaves_that_compiled_questions_leave(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = table_for("html")
    random = Random(7)
    rows = array("f", [random.uniform(-2.0, 40.0) for _ in range(40 * WIDTH)])
    for forest in (FOREST, table.first, table.second, table.confidence, *table.types.forests):
        monkeypatch.setattr("declutter.judge.forest._IS_SOURCE", True)
        walked = evaluate(forest, rows, WIDTH)
        monkeypatch.setattr("declutter.judge.forest._IS_SOURCE", False)
        assert list(evaluate(forest, rows, WIDTH)) == pytest.approx(list(walked))
        assert evaluate(forest, rows[:WIDTH], WIDTH)[0] == pytest.approx(walked[0])


def test_every_leaf_has_a_place_of_its_own() -> None:
    assert sorted(map(place_of, range(MOST_LEAVES))) == list(range(MOST_LEAVES))


def test_the_last_leaf_of_the_largest_tree_is_found() -> None:
    questions = [(0, float(leaf), ~(1 << leaf)) for leaf in range(MOST_LEAVES - 1)]
    forest = forest_of([*questions, NONE], [list(map(float, range(MOST_LEAVES)))])
    rows = array("f", [leaf - 0.5 for leaf in range(MOST_LEAVES)])
    assert list(evaluate(forest, rows, 1)) == pytest.approx(list(map(logistic, range(MOST_LEAVES))))


def test_a_forest_without_trees_knows_nothing() -> None:
    none = Forest(0, array("h"), array("f"), array("i"), array("f"))
    assert list(evaluate(none, array("f", [1.0, 2.0]), 2)) == [0.5]


def test_a_page_without_blocks_has_no_scores() -> None:
    assert len(evaluate(FOREST, array("f"), 2)) == 0


def test_what_was_sure_before_is_not_asked_again() -> None:
    rows = array("f", [99.0, 0.5] * 4)
    before = array("d", [0.01, 0.03, 0.9, 0.91])
    again = reconsider(FOREST, rows, 2, before, 0.03, 0.9)
    assert list(again) == pytest.approx([0.01, logistic(-0.75), logistic(-0.75), 0.91])
    assert list(before) == [0.01, 0.03, 0.9, 0.91]


class Counted(Deadline):
    """A deadline that never comes, and counts how often it was looked at."""

    def __init__(self) -> None:
        super().__init__(None)
        self.checks = 0

    def check(self) -> None:
        self.checks += 1


def test_the_deadline_is_looked_at_between_rows() -> None:
    deadline = Counted()
    evaluate(FOREST, array("f", [0.0, 0.0] * (2 * CHECK_EVERY + 1)), 2, deadline)
    assert deadline.checks == 3
