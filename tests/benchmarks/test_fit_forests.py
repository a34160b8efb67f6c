"""Forests that LightGBM grew say in the package what they say in LightGBM."""

from __future__ import annotations

from array import array

import pytest

numpy = pytest.importorskip("numpy")
pytest.importorskip("lightgbm")

from benchmarks.fit.forests import Shape, flatten, grow, predict  # noqa: E402
from declutter.judge.forest import evaluate  # noqa: E402

WIDTH = 5


def test_the_package_asks_as_the_model_predicts() -> None:
    generator = numpy.random.default_rng(3)
    rows = generator.normal(size=(2_000, WIDTH)).astype(numpy.float32)
    labels = (rows[:, 0] * rows[:, 1] > rows[:, 2]).astype(float)
    model = grow(rows, labels, numpy.ones(len(rows)), Shape(trees=30, leaves=13, rate=0.2))
    scores = evaluate(flatten(model), array("f", rows.tobytes()), WIDTH)
    assert list(scores) == pytest.approx(list(predict(model, rows)), abs=1e-4)
    assert numpy.mean((numpy.array(scores) > 0.5) == labels) > 0.9
