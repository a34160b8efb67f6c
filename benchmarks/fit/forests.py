"""Grows the forests with LightGBM, and turns them into flat lists."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field, replace
from math import inf
from typing import Any, Final, NamedTuple

import lightgbm
import numpy as np

from benchmarks.fit.dataset import Matrix, Vector
from declutter.judge.forest import AT_ONCE, MOST_LEAVES, Forest, place_of

SEED = 1
NO_QUESTION: Final = (0, inf, -1)
"""A question to which every answer is no."""


class Shape(NamedTuple):
    """How a forest is grown: its trees, the leaves of each, the learning rate, the share of the
    columns that a tree may ask about, and the fewest rows in a leaf, for None as many as suit so
    many rows."""

    trees: int
    leaves: int
    rate: float
    features: float = 0.5
    fewest: int | None = None


def grow(rows: Matrix, labels: Vector, weights: Vector, shape: Shape) -> Any:
    """A LightGBM model of the labels, which are shares from 0 to 1; the same for the same input."""
    parameters = {
        "objective": "cross_entropy",
        "num_leaves": shape.leaves,
        "learning_rate": shape.rate,
        "min_data_in_leaf": shape.fewest or min(60, max(len(rows) // 50, 5)),
        "feature_fraction": shape.features,
        "bagging_fraction": 0.7,
        "bagging_freq": 1,
        "lambda_l2": 5.0,
        "max_bin": 127,
        "num_threads": 1,
        "deterministic": True,
        "force_row_wise": True,
        "seed": SEED,
        "use_missing": False,
        "verbose": -1,
    }
    data = lightgbm.Dataset(rows, labels, weight=weights)
    return lightgbm.train(parameters, data, shape.trees)


def predict(model: Any, rows: Matrix) -> Vector:
    """The model's probabilities, as the package will compute them."""
    return np.asarray(model.predict(rows, num_threads=1), dtype=np.float64)


def empty_forest() -> Forest:
    """A forest without trees."""
    return Forest(0, array("h"), array("f"), array("i"), array("f"))


def flatten(model: Any) -> Forest:
    """A LightGBM model as the flat arrays of the package."""
    trees = [Tree() for _ in range(model.num_trees())]
    for tree, info in zip(trees, model.dump_model()["tree_info"], strict=True):
        tree.add(info["tree_structure"])
    most = max(len(tree.questions) for tree in trees)
    forest = replace(empty_forest(), questions=-(-most // AT_ONCE) * AT_ONCE)
    for tree in trees:
        spare = forest.questions - len(tree.questions)
        for feature, threshold, mask in [*tree.questions, *[NO_QUESTION] * spare]:
            forest.features.append(feature)
            forest.thresholds.append(threshold)
            forest.masks.append(mask)
        values = array("f", bytes(4 * MOST_LEAVES))
        for leaf, value in enumerate(tree.leaves):
            values[place_of(leaf)] = value
        forest.values.extend(values)
    return forest


@dataclass(slots=True)
class Tree:
    """The questions of a tree, each a feature, a threshold and a mask, and the leaves' values from
    the left."""

    questions: list[tuple[int, float, int]] = field(default_factory=list)
    leaves: list[float] = field(default_factory=list)

    def add(self, node: dict[str, Any]) -> None:
        """Add the questions and leaves of a node of LightGBM's and of all below."""
        if "leaf_value" in node:
            self.leaves.append(float(f"{node['leaf_value']:.5g}"))
            return
        first = len(self.leaves)
        self.add(node["left_child"])
        ruled_out = (1 << len(self.leaves)) - (1 << first)
        threshold = single(float(f"{node['threshold']:.7g}"))
        self.questions.append((node["split_feature"], threshold, ~ruled_out))
        self.add(node["right_child"])


def single(threshold: float) -> float:
    """The highest number of single precision that is not above a threshold: rows are in single
    precision, so that the same ones pass."""
    near = np.float32(threshold)
    return float(near if float(near) <= threshold else np.nextafter(near, np.float32(-np.inf)))
