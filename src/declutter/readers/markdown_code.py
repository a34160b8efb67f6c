"""Code in Markdown, and what only looks like it.

Converters indent the lists within a list. Where a paragraph stands at the margin between the two,
the outer list has ended for a parser, and four blanks are code.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from declutter.readers.markdown_places import byte_length

_LIST: Final = re.compile(r"(?:\*|\d{1,3}\.)[ \t]+\S")
_LINK: Final = "]("


class Code:
    """A block of code while it is read: its lines, and the byte of the source where each begins."""

    __slots__ = ("begins", "indented", "language", "length", "parts", "sources")

    def __init__(self, indented: bool, language: str) -> None:
        self.indented = indented
        self.language = language
        self.parts: list[str] = []
        self.begins: list[int] = []  # bytes of the code before each line
        self.sources: list[int] = []
        self.length = 0

    def add(self, text: str, source: int) -> None:
        """Take up a line, or several that stand at the margin."""
        self.parts.append(text)
        self.begins.append(self.length)
        self.sources.append(source)
        self.length += byte_length(text)

    def source_of(self, offset: int) -> int:
        """The byte of the source at which a byte of the code stands."""
        at = bisect_right(self.begins, offset) - 1
        return self.sources[at] + offset - self.begins[at]


def is_misread(code: Code) -> bool:
    """Whether indented lines are a list, or text with links, and no code."""
    if not code.indented or not code.parts:
        return False
    return _LIST.match(code.parts[0]) is not None or _LINK in "".join(code.parts)
