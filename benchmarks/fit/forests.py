"""Grows the forests with LightGBM, and turns them into flat lists."""

from __future__ import annotations

from array import array
from typing import Any

import lightgbm
import numpy as np

from benchmarks.fit.dataset import Matrix, Vector
from declutter.judge.forest import Forest

SEED = 1


def grow(
    rows: Matrix,
    labels: Vector,
    weights: Vector,
    trees: int,
    leaves: int,
    rate: float,
    fewest: int | None = None,
) -> Any:
    """A LightGBM model of the labels, which are shares from 0 to 1; the same for the same input.

    `fewest` rows are in a leaf, for None as many as suit so many rows.
    """
    parameters = {
        "objective": "cross_entropy",
        "num_leaves": leaves,
        "learning_rate": rate,
        "min_data_in_leaf": fewest or min(60, max(len(rows) // 50, 5)),
        "feature_fraction": 0.5,
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
    return lightgbm.train(parameters, lightgbm.Dataset(rows, labels, weight=weights), trees)


def predict(model: Any, rows: Matrix) -> Vector:
    """The model's probabilities, as the package will compute them."""
    return np.asarray(model.predict(rows, num_threads=1), dtype=np.float64)


def empty_forest() -> Forest:
    """A forest without trees."""
    return Forest(array("h"), array("f"), array("h"), array("h"), array("d"), array("h"))


def flatten(model: Any) -> Forest:
    """A LightGBM model as the flat arrays of the package."""
    forest = empty_forest()
    for tree in model.dump_model()["tree_info"]:
        forest.roots.append(_add(forest, tree["tree_structure"]))
    return forest


def _add(forest: Forest, node: dict[str, Any]) -> int:
    if "leaf_value" in node:
        forest.values.append(float(f"{node['leaf_value']:.5g}"))
        return -len(forest.values)
    at = len(forest.features)
    forest.features.append(node["split_feature"])
    forest.thresholds.append(single(float(f"{node['threshold']:.7g}")))
    forest.left.append(0)
    forest.right.append(0)
    forest.left[at] = _add(forest, node["left_child"])
    forest.right[at] = _add(forest, node["right_child"])
    return at


def single(threshold: float) -> float:
    """The highest number of single precision that is not above a threshold: rows are in single
    precision, so that the same ones pass."""
    near = np.float32(threshold)
    return float(near if float(near) <= threshold else np.nextafter(near, np.float32(-np.inf)))
