"""Addresses of links that a program which fills lines broke, made whole before Markdown is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_BROKEN_ADDRESS: Final = re.compile(r"\]\([^\s()]*(?:(?<=-)\n[ \t>]*[^\s()]+)+")
"""A link's address that a program which fills lines broke at its hyphens."""
_ADDRESS_MARK: Final = "]("
_BREAK_MARK: Final = "-\n"
_BREAK: Final = re.compile(r"\n[ \t>]*")


def mend_addresses(text: str) -> tuple[str, list[int]]:
    """The text with the addresses of its links in one piece, which Markdown wants, and the bytes
    before which a line began that was joined to the one before.
    """
    parts: list[str] = []
    mended: list[int] = []
    length = at = 0
    for match in _broken_addresses(text):
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


def _broken_addresses(text: str) -> Iterator[re.Match[str]]:
    """The addresses that are broken, found by their breaks: of these there are few."""
    at = text.find(_BREAK_MARK)
    while at >= 0:
        begin = text.rfind(_ADDRESS_MARK, text.rfind("\n", 0, at) + 1, at)
        match = _BROKEN_ADDRESS.match(text, begin) if begin >= 0 else None
        if match is not None:
            yield match
        at = text.find(_BREAK_MARK, at + 1 if match is None else match.end())
