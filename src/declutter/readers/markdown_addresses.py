"""Addresses of links as converters write them, made what Markdown wants: in one piece, no blanks.

A program that fills lines breaks an address at its hyphens, and what somebody typed into one may
have blanks. Markdown takes neither for a link: the address would stand in the text.
"""

from __future__ import annotations

from typing import Final

_MARK: Final = "]("
_INDENT: Final = " \t>"
_BLANK: Final = "%20"
_DASH: Final = "--"
_OPENING: Final = "/#."
_SCHEME: Final = 12
"""Characters within which an address with blanks has its colon, unless it begins as a path does."""


def mend_addresses(text: str) -> tuple[str, list[int]]:
    """The text with the addresses of its links mended, and the bytes before which a line began that
    was joined to the one before.
    """
    parts: list[str] = []
    joined: list[int] = []
    length = done = 0
    at = text.find(_MARK)
    while at >= 0:
        begin = at + len(_MARK)
        end = _broken_end(text, begin)
        at = text.find(_MARK, begin)
        if not end:  # most are whole
            continue
        lines = text[begin:end].split("\n")
        parts.append(text[done:begin])
        length += _bytes(parts[-1])
        for index, line in enumerate(lines):
            piece = line.rstrip(" \t")
            if index:
                piece = piece.lstrip(_INDENT)
                if not parts[-1].endswith("-") and not piece.startswith(_DASH):
                    piece = " " + piece
                joined.append(length)
            piece = piece.replace(" ", _BLANK).replace("\t", _BLANK)
            parts.append(piece)
            length += _bytes(piece)
        done = end
    if not done:
        return text, joined
    parts.append(text[done:])
    return "".join(parts), joined


def _bytes(text: str) -> int:
    """How many bytes a text is as UTF-8."""
    return len(text) if text.isascii() else len(text.encode())


def _broken_end(text: str, begin: int) -> int:
    """Where an address ends that is broken at hyphens or has blanks; 0 where it is whole, has no
    end, or does not begin as addresses do."""
    at = begin
    length = len(text)
    depth = 0
    hyphens = False
    blanks = False
    while at < length:
        character = text[at]
        if character == ")":
            if depth == 0:
                break
            depth -= 1
        elif character == "(":
            if text[at - 1] == "]" and at > begin:  # another link begins
                return 0
            depth += 1
        elif character == "\\":
            at += 1
        elif character == " " or character == "\n" or character == "\t":
            behind = _next_word(text, at)
            if behind == length or _begins_title(text, behind):
                break
            if text[behind] != ")":
                if character == "\n" and (text[at - 1] == "-" or text.startswith(_DASH, behind)):
                    hyphens = True
                else:
                    blanks = True
            at = behind - 1
        at += 1
    if at >= length or (blanks and not _begins_address(text, begin)):
        return 0
    return at if hyphens or blanks else 0


def _next_word(text: str, at: int) -> int:
    """Where the next word begins; the end of the text where a line without one stands before it."""
    length = len(text)
    lines = 0
    while at < length and (text[at] == "\n" or text[at] in _INDENT):
        if text[at] == "\n":
            lines += 1
            if lines == 2:
                return length
        at += 1
    return at


def _begins_title(text: str, at: int) -> bool:
    """Whether a link's title begins, in quotes or, at the link's end, in brackets."""
    if text[at] != "(":
        return text[at] == '"' or text[at] == "'"
    end = text.find(")", at)
    return end >= 0 and text[end + 1 : end + 2] == ")"


def _begins_address(text: str, begin: int) -> bool:
    """Whether a text begins as an address does."""
    if text[begin] in _OPENING:
        return True
    colon = text.find(":", begin, begin + _SCHEME)
    return colon > begin and text[begin:colon].isalnum()
