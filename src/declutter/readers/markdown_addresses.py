"""Addresses of links that a program which fills lines broke, made whole before Markdown is read."""

from __future__ import annotations

import re
from typing import Final

_BROKEN_ADDRESS: Final = re.compile(r"\]\([^\s()]*(?:(?<=-)\n[ \t>]*[^\s()]+)+")
"""A link's address that a program which fills lines broke at its hyphens."""
_ADDRESS_MARK: Final = "]("
_BREAK_MARK: Final = "-\n"
_INDENT: Final = " \t>"


def mend_addresses(text: str) -> tuple[str, list[int]]:
    """The text with the addresses of its links in one piece, which Markdown wants, and the bytes
    before which a line began that was joined to the one before.
    """
    parts: list[str] = []
    mended: list[int] = []
    length = done = 0
    at = text.find(_BREAK_MARK)  # of breaks there are few, of links there are many
    while at >= 0:
        match = _broken_address(text, at)
        if match is None:
            at = text.find(_BREAK_MARK, at + 1)
            continue
        pieces = match[0].split("\n")
        pieces[0] = text[done : match.start()] + pieces[0]
        for index, piece in enumerate(pieces):
            if index:
                piece = piece.lstrip(_INDENT)
                mended.append(length)
            parts.append(piece)
            length += len(piece) if piece.isascii() else len(piece.encode())
        done = match.end()
        at = text.find(_BREAK_MARK, done)
    if not mended:
        return text, mended
    parts.append(text[done:])
    return "".join(parts), mended


def _broken_address(text: str, at: int) -> re.Match[str] | None:
    """The address that is broken at this place, where one is."""
    begin = text.rfind(_ADDRESS_MARK, text.rfind("\n", 0, at) + 1, at)
    return _BROKEN_ADDRESS.match(text, begin) if begin >= 0 else None
