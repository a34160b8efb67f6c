"""Holds work to linear time: twice the input may take little more than twice the time."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

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

    The least times of a few runs are compared, for the machine may be busy with other things.
    """
    least_small = least_large = float("inf")
    for tried in range(_TRIES):
        time.sleep(tried * _PAUSE)
        least_large = min(least_large, seconds(large))
        if least_large <= _NOTHING:
            return
        least_small = min(least_small, seconds(small))
        if least_large <= MOST_GROWTH * least_small:
            return
    growth = least_large / least_small
    raise AssertionError(f"{what}: twice the input takes {growth:.1f} times as long")
