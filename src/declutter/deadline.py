"""What a page may cost, in time and in blocks; needs no signal and works in every thread."""

from __future__ import annotations

import time
from typing import Final

from declutter.errors import InputTooLarge, PageTimeout

CHECK_EVERY: Final = 1_024
"""Blocks that a loop may look at between two looks at the clock."""

_ELEMENTS_A_BLOCK: Final = 4
_TAGS_A_BLOCK: Final = 8
"""An element with its attributes takes up to 600 bytes, whether it holds text or not."""
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

    def check_tags(self, data: bytes | str) -> None:
        """Raise InputTooLarge where HTML has too many tags.

        What a parser makes of a tag takes many times the memory of the tag, and a parser cannot be
        stopped once it runs: so tags are counted before.
        """
        if self._may_exceed(data, 2 * _TAGS_A_BLOCK):  # every other character begins one at most
            tags = _count(data, "<")
            if tags > self._most(_TAGS_A_BLOCK):
                tags -= _count(data, "<<")  # of two in a row, the first begins none
            self._check_count(tags, "tags", _TAGS_A_BLOCK)

    def check_marks(self, data: bytes | str, marks: str) -> None:
        """Raise InputTooLarge where the source has too many of the characters that begin something,
        for the reason that tags are counted."""
        if self._may_exceed(data, _MARKS_A_BLOCK):
            count = sum(_count(data, mark) for mark in marks)
            self._check_count(count, "lines or marks", _MARKS_A_BLOCK)

    def _most(self, a_block: int) -> int:
        return a_block * max(self._max_blocks or 0, _FEWEST_BLOCKS)

    def _may_exceed(self, data: bytes | str, a_block: int) -> bool:
        return self._max_blocks is not None and len(data) > self._most(a_block)

    def _check_count(self, count: int, name: str, a_block: int) -> None:
        if count > self._most(a_block):
            raise InputTooLarge(
                f"the input has {count} {name}, more than {a_block} for each of "
                f"max_blocks={self._max_blocks}: raise it or skip the page"
            )


def _count(data: bytes | str, mark: str) -> int:
    return data.count(mark) if isinstance(data, str) else data.count(mark.encode())


NO_DEADLINE: Final = Deadline(None)
"""For a page that may take as long as it takes."""
