"""Where the line is drawn between what stays and what goes."""

from __future__ import annotations

from array import array

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from declutter.judge.balance import best_threshold
from declutter.judge.points import POINTS

BETA = 4.0  # of "recall"
BOUNDS = (0.12, 0.35)
PAGES = st.lists(st.tuples(st.integers(0, 100), st.integers(1, 50)), min_size=1, max_size=12)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # on a busy machine
@given(PAGES)
def test_no_other_line_has_a_higher_f(blocks: list[tuple[int, int]]) -> None:
    scores = array("d", [score / 100 for score, _ in blocks])
    sizes = array("f", [size for _, size in blocks])
    pairs = list(zip(scores, sizes, strict=True))
    expected = sum(score * size for score, size in pairs)

    def value(line: float) -> float:
        kept = [(score, size) for score, size in pairs if score >= line]
        whole = sum(size for _, size in kept) + BETA * expected
        return sum(score * size for score, size in kept) / whole if whole else 0.0

    found = best_threshold(scores, sizes, POINTS["recall"])
    low, high = BOUNDS
    lines = {min(max(score, low), high) for score in scores} | {low, high}
    assert value(found) >= max(map(value, lines)) - 1e-9
    assert low <= found <= high
