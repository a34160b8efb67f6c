"""Where in the source a block of Markdown begins: lines and columns of offsets in bytes."""

from __future__ import annotations

from typing import Final

_LONGEST_LINE: Final = 4_096  # columns beyond this are counted in bytes
_LINE_END: Final = 10  # its byte


def byte_length(text: str) -> int:
    """How many bytes a text is in the source."""
    return len(text) if text.isascii() else len(text.encode())


class Places:
    """Lines and columns of a text, quickest where they are asked for in reading order.

    `joined` are the bytes before which a line began that was joined to the one before.
    """

    __slots__ = ("_ascii", "_first_line", "_joined", "_line", "_next", "_seen", "_start", "_utf8")

    def __init__(self, text: str, first_line: int, joined: list[int]) -> None:
        self._utf8 = text.encode("utf-8")
        self._ascii = len(self._utf8) == len(text)
        self._first_line = first_line
        self._joined = joined
        self._begin()

    def _begin(self) -> None:
        self._line = self._first_line
        self._start = 0  # where this line begins
        self._seen = 0  # line ends are counted up to here
        self._next = 0  # of the joined lines

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a character by its first byte."""
        if offset < self._seen:
            self._begin()
        letters = self._utf8  # C looks at the bytes themselves
        for at in range(self._seen, offset):
            if letters[at] == _LINE_END:
                self._line += 1
                self._start = at + 1
        while self._next < len(self._joined):
            joined = self._joined[self._next]
            if joined > offset:
                break
            self._start = max(self._start, joined)
            self._line += 1
            self._next += 1
        self._seen = offset
        column = offset - self._start
        if column and not self._ascii and column <= _LONGEST_LINE:
            column = len(self._utf8[self._start : offset].decode("utf-8", "replace"))
        return self._line, column + 1
