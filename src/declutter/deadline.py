"""A time limit that needs no signal and works in every thread."""

from __future__ import annotations

import time

from declutter.errors import PageTimeout


class Deadline:
    """The moment by which a page must be done; `check` raises PageTimeout past it."""

    __slots__ = ("_end", "_seconds")

    def __init__(self, seconds: float | None) -> None:
        self._seconds = seconds
        self._end = None if seconds is None else time.monotonic() + seconds

    def check(self) -> None:
        """Raise PageTimeout where the time is up."""
        if self._end is not None and time.monotonic() > self._end:
            raise PageTimeout(
                f"the page took longer than {self._seconds} s: raise timeout= or skip the page"
            )

    def remaining(self) -> float | None:
        """Seconds left, at least a millisecond, for a step with a timeout of its own; None for no limit."""
        if self._end is None:
            return None
        return max(self._end - time.monotonic(), 0.001)
