"""What a page may cost, in time and in blocks; needs no signal and works in every thread."""

from __future__ import annotations

import time
from typing import Final

from declutter.errors import InputTooLarge, PageTimeout

CHECK_EVERY: Final = 1_024
"""Blocks that a loop may look at between two looks at the clock."""

_ELEMENTS_A_BLOCK: Final = 4
_MARKS_A_BLOCK: Final = 20
_FEWEST_BLOCKS: Final = 5_000
"""A limit on blocks below this leaves elements and marks the room that this would."""


class Deadline:
    """The moment by which a page must be done, and how many blocks it may have."""

    __slots__ = ("_end", "_max_blocks", "_seconds")

    def __init__(self, seconds: float | None, max_blocks: int | None = None) -> None:
        self._seconds = seconds
        self._max_blocks = max_blocks
        self._end = None if seconds is None else time.monotonic() + seconds

    def check(self) -> None:
        """Raise PageTimeout where the time is up."""
        if self._end is not None and time.monotonic() > self._end:
            raise PageTimeout(
                f"the page took longer than {self._seconds} s: raise timeout= or skip the page"
            )

    def check_size(self, blocks: int, elements: int = 0) -> None:
        """Raise InputTooLarge where a page has too many blocks, or elements for its blocks."""
        most = self._max_blocks
        if most is None:
            return
        if blocks > most:
            raise InputTooLarge(
                f"the page has {blocks} blocks or more, more than max_blocks={most}: "
                "raise it or skip the page"
            )
        if elements > _ELEMENTS_A_BLOCK * max(most, _FEWEST_BLOCKS):
            raise InputTooLarge(
                f"the page has {elements} elements or more, more than {_ELEMENTS_A_BLOCK} for each "
                f"of max_blocks={most}: raise it or skip the page"
            )

    def check_marks(self, data: bytes | str, marks: str) -> None:
        """Raise InputTooLarge where the source has too many of the characters that begin something.

        What a parser makes of a tag takes many times the memory of the tag, and a parser cannot be
        stopped once it runs: so tags, lines and the like are counted before.
        """
        if self._max_blocks is None:
            return
        most = _MARKS_A_BLOCK * max(self._max_blocks, _FEWEST_BLOCKS)
        if len(data) <= most:
            return
        count = 0
        for mark in marks:
            count += data.count(mark) if isinstance(data, str) else data.count(mark.encode())
        if count > most:
            raise InputTooLarge(
                f"the input has {count} tags, lines or marks, more than {_MARKS_A_BLOCK} for each "
                f"of max_blocks={self._max_blocks}: raise it or skip the page"
            )

    def remaining(self) -> float | None:
        """Seconds left for a step with its own timeout, at least a millisecond; None for ever."""
        if self._end is None:
            return None
        return max(self._end - time.monotonic(), 0.001)


NO_DEADLINE: Final = Deadline(None)
"""For a page that may take as long as it takes."""
