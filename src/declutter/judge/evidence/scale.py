"""How long a text is, and from where it counts as long."""

from __future__ import annotations

from typing import Final

LONG: Final = 12.0
"""Words from which a block outside links counts as long text."""


def block_size(text: str) -> float:
    """The length of a text in words; scripts without spaces count three characters a word."""
    words = text.count(" ") + text.count("\n") + text.count("\t") + 1
    length = len(text)
    if length > words * 14 and not text.isascii():
        return length / 3.0
    return float(words)
