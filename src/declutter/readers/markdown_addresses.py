"""Addresses of links as converters write them, made what Markdown wants: in one piece, no blanks.

A program that fills lines breaks addresses at their hyphens and titles at their blanks, in headings
too, and what somebody typed into an address may have blanks. Markdown takes none of these for a
link: the address would stand in the text.
"""

from __future__ import annotations

from typing import Final

from declutter.readers.markdown_places import byte_length

_MARK: Final = "]("
_INDENT: Final = " \t>"
_BLANK: Final = "%20"
_DASH: Final = "--"
_OPENING: Final = "/#."
_SCHEME: Final = 12
"""Characters within which an address with blanks has its colon, unless it begins as a path does."""
_LONGEST_TITLE: Final = 500


def mend_addresses(text: str) -> tuple[str, list[int]]:
    """The text with the addresses and titles of its links mended, and for each line that was joined
    to the one before the byte from which on it counts: where its link's address begins.
    """
    parts: list[str] = []
    joined: list[int] = []
    length = done = 0
    at = text.find("(")  # one character is found much faster than two
    while at >= 0:
        begin = at + 1
        at = text.find("(", begin)
        if begin < 2 or text[begin - 2] != "]" or _is_plain(text, begin):  # most are
            continue
        end = _address_end(text, begin)
        if end < 0:
            continue
        behind = _title_end(text, end)
        lines = text.count("\n", begin, behind)
        if not lines and text.find(" ", begin, end) < 0:
            continue
        before = text[done:begin]
        link = _in_one_piece(text[begin:end]) + _on_one_line(text[end:behind])
        parts.append(before)
        parts.append(link)
        length += byte_length(before)
        joined += [length] * lines
        length += byte_length(link)
        done = behind
    if not done:
        return text, joined
    parts.append(text[done:])
    return "".join(parts), joined


def _in_one_piece(address: str) -> str:
    """An address without the line ends and blanks in it."""
    lines = address.split("\n")
    whole = lines[0].rstrip(" ")
    for line in lines[1:]:
        piece = line.lstrip(_INDENT).rstrip(" ")
        if not whole.endswith("-") and not piece.startswith(_DASH):
            whole += " "
        whole += piece
    return whole.replace(" ", _BLANK)


def _on_one_line(title: str) -> str:
    """A title without the line ends in it, and what stands before it."""
    lines = title.split("\n")
    return " ".join(lines[:1] + [line.lstrip(_INDENT) for line in lines[1:]])


def _is_plain(text: str, begin: int) -> bool:
    """Whether an address goes on to its bracket without anything that wants a closer look."""
    for at in range(begin, len(text)):
        character = text[at]
        if character == ")":
            return True
        if character == " " or character == "\n" or character == "(" or character == "\\":
            return False
    return False


def _address_end(text: str, begin: int) -> int:
    """Where an address ends, which may have blanks and line ends in it; -1 where it has no end, or
    does not begin as addresses with blanks do."""
    at = begin
    length = len(text)
    depth = 0
    blanks = False
    while at < length:
        character = text[at]
        if character == ")":
            if depth == 0:
                break
            depth -= 1
        elif character == "(":
            if text[at - 1] == "]" and at > begin:  # another link begins
                return -1
            depth += 1
        elif character == "\\":
            at += 1
        elif character == " " or character == "\n":
            behind = _next_word(text, at)
            if behind == length or text[behind] == ")" or _title_end(text, at) > at:
                break
            if character != "\n" or not (text[at - 1] == "-" or text.startswith(_DASH, behind)):
                blanks = True
            at = behind - 1
        at += 1
    if at >= length or (blanks and not _begins_address(text, begin)):
        return -1
    return at


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


def _title_end(text: str, at: int) -> int:
    """Where the title that follows an address ends, in quotes or in brackets; `at` where none
    does."""
    begin = _next_word(text, at)
    if begin == at or begin == len(text):
        return at
    mark = ")" if text[begin] == "(" else text[begin]
    if mark not in "\"')":
        return at
    end = text.find(mark + ")", begin + 1, begin + _LONGEST_TITLE)
    if end < 0 or text.find(_MARK, begin, end) >= 0 or text.find("\n\n", begin, end) >= 0:
        return at
    return end + 1


def _begins_address(text: str, begin: int) -> bool:
    """Whether a text begins as an address does."""
    if text[begin] in _OPENING:
        return True
    colon = text.find(":", begin, begin + _SCHEME)
    return colon > begin and text[begin:colon].isalnum()
