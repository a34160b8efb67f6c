"""Fits a table, cross-fitted by fold: no page is measured by what was learned from its domain.

What a forest is grown on (word odds, and the first forest's scores for the second) is itself
learned without the fold of the row, so that the forest meets in training what it meets in use.
"""

from __future__ import annotations

import sys
import time
from array import array
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context

import numpy as np
from numpy.typing import NDArray

from benchmarks.corpora import FOLDS
from benchmarks.fit.dataset import Example, Matrix, Vector
from benchmarks.fit.forests import Shape, empty_forest, flatten, grow, predict
from benchmarks.fit.learn_odds import Counts, count_page, learn_odds, learn_signals
from declutter.judge.evidence.chances import measure_odds
from declutter.judge.evidence.layout import (
    LINES_AT,
    ODDS_AT,
    ODDS_WIDTH,
    PAGE_AT,
    SCORES_AT,
    SIZE,
    STRUCTURE_AT,
    TEXT_WIDTH,
    WIDTH,
    empty_rows,
)
from declutter.judge.evidence.scores import FirstScores
from declutter.judge.evidence.totals import Totals
from declutter.judge.odds import Odds, Signals
from declutter.judge.page_type import measure_type
from declutter.judge.table import Table, TypeTable
from declutter.page import PAGE_TYPES

SHAPES: dict[str, tuple[Shape, Shape]] = {
    "html": (Shape(120, 16, 0.1), Shape(200, 20, 0.06)),
    "text": (Shape(160, 24, 0.08), Shape(240, 24, 0.05)),
}
"""Of the first and the second forest, by the form of input."""
TYPES = Shape(90, 6, 0.1)
LONGEST = 80

Folds = frozenset[int]


@dataclass(slots=True)
class Fitting:
    """The shapes of the forests, all examples, and what those that are counted tell, with its fold;
    with what has been learned so far, by the folds it was learned without."""

    shapes: tuple[Shape, Shape]
    examples: list[Example]
    counts: list[tuple[int, Counts]]
    by_fold: list[list[Example]]
    odds: dict[Folds, Odds] = field(default_factory=dict)
    chances: dict[tuple[Folds, int], Matrix] = field(default_factory=dict)
    first: dict[Folds, object] = field(default_factory=dict)
    started: float = field(default_factory=time.monotonic)

    def say(self, what: str) -> None:
        print(f"{time.monotonic() - self.started:7.0f} s  {what}", file=sys.stderr, flush=True)


def start(form: str, examples: list[Example]) -> Fitting:
    """Count what every page tells, once."""
    by_fold: list[list[Example]] = [[] for _ in range(FOLDS)]
    for example in examples:
        by_fold[example.fold].append(example)
    counts = [(example.fold, count_page(example)) for example in examples if example.counted]
    return Fitting(SHAPES[form], examples, counts, by_fold)


_shared: list[Fitting] = []
"""What the processes of a fit share, as a fork leaves it to them."""


def fit_tables(fitting: Fitting, wanted: list[tuple[Folds, str]], workers: int) -> list[Table]:
    """The tables without some folds each, named by what they are fitted on, in processes."""
    _shared[:] = [fitting]
    sets = {without for without, _ in wanted}
    sets |= {without | {fold} for without in sets for fold in range(FOLDS)}
    context = get_context("fork")
    with ProcessPoolExecutor(workers, context) as pool:
        order = sorted(sets, key=sorted)
        for folds, model in zip(order, pool.map(_first, order), strict=True):
            fitting.first[folds] = model
    with ProcessPoolExecutor(workers, context) as pool:
        return list(pool.map(_table, *zip(*wanted, strict=True)))


def _first(without: Folds) -> object:
    return first_without(_shared[0], without)


def _table(without: Folds, fitted_on: str) -> Table:
    return fit_table(_shared[0], without, fitted_on)


def fit_table(fitting: Fitting, without: Folds, fitted_on: str) -> Table:
    """The table of all pages but those of the folds `without`; its confidence is not fitted yet."""
    others = [fold for fold in range(FOLDS) if fold not in without]
    odds = odds_without(fitting, without)
    first = first_without(fitting, without)
    parts = []
    for fold in others:
        left_out = without | {fold}
        rows = rows_of(fitting, left_out, fold)
        scores = predict(first_without(fitting, left_out), rows)
        rows[:, SCORES_AT:LINES_AT] = second_rows(fitting.by_fold[fold], scores)
        parts.append(rows[chosen_rows(fitting.by_fold[fold])])
    labels, weights = targets(fitting, others)
    fitting.say(f"second forest without folds {sorted(without)}")
    second = grow(np.concatenate(parts), labels, weights, fitting.shapes[1])
    types = fit_types(fitting, without)
    return Table(fitted_on, odds, flatten(first), flatten(second), types, empty_forest())


def odds_without(fitting: Fitting, without: Folds) -> Odds:
    """The word odds of all pages outside some folds."""
    if without not in fitting.odds:
        fitting.odds[without] = learn_odds(
            count for fold, count in fitting.counts if fold not in without
        )
    return fitting.odds[without]


def first_without(fitting: Fitting, without: Folds) -> object:
    """The first forest of all pages outside some folds."""
    if without not in fitting.first:
        others = [fold for fold in range(FOLDS) if fold not in without]
        rows = np.concatenate(
            [
                rows_of(fitting, without | {fold}, fold)[chosen_rows(fitting.by_fold[fold])]
                for fold in others
            ]
        )
        labels, weights = targets(fitting, others)
        fitting.say(f"first forest without folds {sorted(without)}")
        fitting.first[without] = grow(rows, labels, weights, fitting.shapes[0])
    return fitting.first[without]


def chosen_rows(examples: list[Example]) -> NDArray[np.intp]:
    """Which rows of examples in a row are fitted on."""
    parts = []
    at = 0
    for example in examples:
        parts.append(example.chosen + at)
        at += len(example.known)
    return np.concatenate(parts)


def rows_of(fitting: Fitting, without: Folds, fold: int) -> Matrix:
    """The rows of a fold's blocks, with odds learned outside some folds, its own among them."""
    if (without, fold) not in fitting.chances:
        odds = odds_without(fitting, without)
        fitting.chances[without, fold] = np.concatenate(
            [chances_of(example, odds) for example in fitting.by_fold[fold]]
        )
    known = np.concatenate([example.known for example in fitting.by_fold[fold]])
    known[:, ODDS_AT:SCORES_AT] = fitting.chances[without, fold]
    return known


def chances_of(example: Example, odds: Odds) -> Matrix:
    """The columns of the odds for the blocks of an example."""
    texts = spread(example.known[:, :TEXT_WIDTH])
    found = measure_odds(example.page, example.outline, example.folded, example.says, odds, texts)
    return np.frombuffer(found, dtype=np.float32).reshape(-1, ODDS_WIDTH)


def second_rows(examples: list[Example], scores: Vector) -> Matrix:
    """What the first scores say, for the blocks of examples in a row."""
    parts = []
    at = 0
    for example in examples:
        count = len(example.page.blocks)
        totals = Totals(spread(example.known[:, :TEXT_WIDTH]))
        first = FirstScores(example.outline, array("d", scores[at : at + count]), totals)
        rows = empty_rows(count, WIDTH)
        first.fill(rows, 0, count)
        table = np.frombuffer(rows, dtype=np.float32).reshape(-1, WIDTH)
        parts.append(table[:, SCORES_AT:LINES_AT].copy())
        at += count
    return np.concatenate(parts)


def spread(columns: Matrix) -> array[float]:
    """A copy of the columns as the package takes them."""
    return array("f", columns.tobytes())


def targets(fitting: Fitting, folds: list[int]) -> tuple[Vector, Vector]:
    """The labels of the blocks of some folds, and their weights: the root of their words, and no
    page heavier than the root of its own."""
    labels = []
    weights = []
    for fold in folds:
        for example in fitting.by_fold[fold]:
            own = np.sqrt(np.minimum(example.known[:, SIZE].astype(np.float64), LONGEST))
            chosen = own[example.chosen]
            weights.append(example.weight * chosen * np.sqrt(own.sum()) / chosen.sum())
            labels.append(np.array(example.content, dtype=np.float64)[example.chosen])
    whole = np.concatenate(weights)
    return np.concatenate(labels), whole / whole.mean()


def fit_types(fitting: Fitting, without: Folds) -> TypeTable:
    """What tells the types of pages, from all pages outside some folds."""
    counted = [example for example in fitting.examples if example.counted]
    others = [fold for fold in range(FOLDS) if fold not in without]
    rows = []
    kinds: list[str] = []
    for fold in others:
        inner = [
            example for example in counted if example.fold not in without and example.fold != fold
        ]
        signals = learn_signals(inner)
        for example in counted:
            if example.fold != fold:
                continue
            rows.append(type_row(example, signals))
            kinds.append(example.kind)
    matrix = np.array(rows, dtype=np.float32)
    forests = []
    for kind in PAGE_TYPES:
        labels = np.array([float(own == kind) for own in kinds])
        forests.append(flatten(grow(matrix, labels, np.ones(len(labels)), TYPES)))
    used = [example for example in counted if example.fold not in without]
    return TypeTable(learn_signals(used), forests)


def type_row(example: Example, signals: Signals) -> array[float]:
    """What tells the type of an example's page, by signals learned elsewhere."""
    known = example.known
    whole = spread(known[:1, PAGE_AT:STRUCTURE_AT])
    texts = spread(known[:, :TEXT_WIDTH])
    page = example.page
    return measure_type(page, example.outline, example.folded, whole, texts, signals)
