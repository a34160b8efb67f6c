"""Addresses of links that a program which fills lines broke, made whole before Markdown is read."""

from __future__ import annotations

import re
from typing import Final

_BROKEN_ADDRESS: Final = re.compile(r"\]\([^\s()]*(?:(?<=-)\n[ \t>]*[^\s()]+)+")
"""A link's address that a program which fills lines broke at its hyphens."""
_BREAK: Final = re.compile(r"\n[ \t>]*")


def mend_addresses(text: str) -> tuple[str, list[int]]:
    """The text with the addresses of its links in one piece, which Markdown wants, and the bytes
    before which a line began that was joined to the one before.
    """
    parts: list[str] = []
    mended: list[int] = []
    length = at = 0
    for match in _BROKEN_ADDRESS.finditer(text):
        pieces = [text[at : match.start()], *_BREAK.split(match[0])]
        pieces[:2] = ["".join(pieces[:2])]
        for piece in pieces[:-1]:
            length += len(piece.encode())
            mended.append(length)
        length += len(pieces[-1].encode())
        parts += pieces
        at = match.end()
    if not mended:
        return text, mended
    parts.append(text[at:])
    return "".join(parts), mended
