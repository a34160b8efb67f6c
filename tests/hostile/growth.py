"""Holds work to linear time: twice the input may take little more than twice the time."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from statistics import median

MOST_GROWTH = 2.5
"""How many times as long twice the input may take; quadratic work takes four times as long."""
_NOTHING = 0.01
"""CPU seconds that the large input may take whatever the small one does: clocks are coarse."""
_TRIES = 20
_PAUSE = 0.05
"""Seconds to rest before the second try, twice as many before the third, and so on: a machine
that others slow down for a moment gets about ten seconds to come to itself."""


def seconds(work: Callable[[], object]) -> float:
    """The CPU time of one run.

    The garbage collector rests: a pass over all that the process holds, which is much after
    thousands of tests, would fall on the larger input alone.
    """
    gc.disable()
    try:
        begin = time.process_time()
        work()
        return time.process_time() - begin
    finally:
        gc.enable()


def assert_linear(small: Callable[[], object], large: Callable[[], object], what: str) -> None:
    """Fail where `large`, on twice the input of `small`, takes out of proportion longer.

    The machine may be busy with other things, and its pace may change from one moment to the next:
    the least times of a few runs are compared, and then the runs that followed each other.
    """
    least_small = least_large = float("inf")
    growths: list[float] = []
    for tried in range(_TRIES):
        time.sleep(tried * _PAUSE)
        once_large = seconds(large)
        least_large = min(least_large, once_large)
        if least_large <= _NOTHING:
            return
        once_small = seconds(small)
        least_small = min(least_small, once_small)
        if least_large <= MOST_GROWTH * least_small:
            return
        growths.append(once_large / once_small)
    growth = median(growths)
    if growth > MOST_GROWTH:
        raise AssertionError(f"{what}: twice the input takes {growth:.1f} times as long")
