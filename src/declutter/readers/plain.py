"""Plain text becomes blocks: paragraphs on blank lines, and what the lines inside them are."""

from __future__ import annotations

import re
from typing import Final

from declutter.deadline import Deadline
from declutter.page import Block, BlockKind, Page, new_block
from declutter.readers.headers import take_headers
from declutter.readers.wrapping import Line, continues, fill_width

_UNSEEN: Final = " \t\xa0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u3000"
_LONG_LINE: Final = 100  # a line this long is a paragraph, however near the next one stands
_UNDERLINE: Final = re.compile(r"\s*(={3,}|-{3,}|~{3,})\s*\Z")
_NUMBER: Final = re.compile(r"[(\[]?(\d{1,3})[.)\]][ \t\xa0]+(?=\S)")
_CODE_STARTS: Final = ("#", "$", ">", "}", "@", "//", "/*")
_NEAR: Final = 4  # lines with text between an item and the next
_CHECK_EVERY: Final = 1_024

Item = tuple[int, int, str]
"""Of a line that begins a list item: its depth, where its text begins, its number as it stands
there, empty for a bullet."""


def read_plain(text: str, *, deadline: Deadline) -> Page:
    """Read a text, as `clean_text` leaves it, into a Page.

    A paragraph is one block where it is one line or was wrapped by a program, else each line is
    a block. Bullets of lists are dropped, their numbers stay in the text and in `detail`.
    Raises PageTimeout past the deadline.
    """
    deadline.check_marks(text, "\n")
    headers, start = take_headers(text)
    page = Page(format="text", blocks=[])
    page.declared.headers = headers
    first_line = text.count("\n", 0, start) + 1
    paragraphs = _paragraphs(text[start:] if start else text, first_line)
    deadline.check()
    deadline.check_size(len(paragraphs))
    width = fill_width(paragraphs)
    items = _list_lines(paragraphs)
    blocks = page.blocks
    for index, lines in enumerate(paragraphs):
        if index % _CHECK_EVERY == 0:
            deadline.check()
            deadline.check_size(len(blocks))
        if len(lines) == 1 and lines[0][1] not in items:
            blocks.append(_block(lines[0], "paragraph"))
        elif _is_code(lines):
            blocks.append(_code_block(lines, len(blocks) + 1))
        else:
            _read_paragraph(blocks, lines, width, items)
    return page


def _paragraphs(text: str, first_line: int) -> list[list[Line]]:
    """The lines that are not blank, without trailing blanks, in runs between blank ones."""
    paragraphs: list[list[Line]] = []
    current: list[Line] = []
    number = first_line - 1
    for line in text.split("\n"):
        number += 1
        if line and "!" <= line[len(line) - 1] <= "~":  # most lines end in what is seen
            current.append((line, number))
            continue
        line = line.rstrip(_UNSEEN)
        if line and _indent(line) < len(line):
            current.append((line, number))
        elif current:
            paragraphs.append(current)
            current = []
    if current:
        paragraphs.append(current)
    return paragraphs


def _block(line: Line, kind: BlockKind, skip: int = 0) -> Block:
    """A block of one line, whose first `skip` characters are left out."""
    text, number = line
    start = _indent(text, skip)
    text = _fold(text[start:] if start else text)
    source = (number, start + 1)
    return new_block(text, kind, 0, (), source, "page", -1, 0, 0, 0, "", False, ())


def _indent(line: str, start: int = 0) -> int:
    """Where the white space ends that stands at `start`."""
    length = len(line)
    while start < length and line[start].isspace():
        start += 1
    return start


def _fold(text: str) -> str:
    """The text, whose first and last character are none, with its white space folded."""
    blank = False
    for character in text:
        if character == " ":
            if blank:
                return " ".join(text.split())
            blank = True
            continue
        blank = False
        # A blank is the only space that is printable.
        if not "!" <= character <= "~" and not character.isprintable():
            return " ".join(text.split())
    return text


def _read_paragraph(
    blocks: list[Block], lines: list[Line], width: int, items: dict[int, Item]
) -> None:
    """Add the blocks of a paragraph of several lines, or of list items."""
    index, end = 0, len(lines)
    first = 0  # the line after the last heading
    verse_start = len(blocks)  # the short lines since here belong together
    while index < end:
        rows = _table_rows(lines, index)
        if rows > 1:
            _join_verse(blocks, verse_start)
            _add_rows(blocks, lines[index : index + rows])
            index += rows
            verse_start = len(blocks)
            continue
        line, number = lines[index]
        if number not in items and index + 1 < end and _underlines(line, lines[index + 1][0]):
            _join_verse(blocks, verse_start)
            heading = _block(lines[index], "heading")
            heading.level = 1 if "=" in lines[index + 1][0] else 2
            blocks.append(heading)
            index += 2
            first = index
            verse_start = len(blocks)
            continue
        last = index
        while last + 1 < end and _goes_on(lines, last, items, width, number in items):
            last += 1
        if number in items:
            _join_verse(blocks, verse_start)
            _add_item(blocks, lines[index], items[number])
            verse_start = len(blocks)
        else:
            short = len(line) < _LONG_LINE and last == index and end - first > 1
            if not short:
                _join_verse(blocks, verse_start)
            blocks.append(_block(lines[index], "line" if short else "paragraph"))
            if not short:
                verse_start = len(blocks)
        if last > index:
            block = blocks[-1]
            parts = [block.text]
            for part, _ in lines[index + 1 : last + 1]:
                parts.append(_fold(part.strip()))
            block.text = " ".join(parts)
        index = last + 1
    _join_verse(blocks, verse_start)


def _goes_on(
    lines: list[Line], index: int, items: dict[int, Item], width: int, in_item: bool
) -> bool:
    """Whether the line after `index` belongs to the same block."""
    line, following = lines[index][0], lines[index + 1][0]
    if lines[index + 1][1] in items or _is_rule(following):
        return False
    if index + 2 < len(lines) and _underlines(following, lines[index + 2][0]):
        return False
    if in_item and following[0] in " \t" and not width:
        return True
    return width > 0 and continues(line, following, width)


def _join_verse(blocks: list[Block], start: int) -> None:
    """Give one group to the lines from `start` on, where they are several."""
    if len(blocks) - start > 1:
        for index in range(start, len(blocks)):
            block = blocks[index]
            block.group = start + 1


def _underlines(line: str, following: str) -> bool:
    return (
        _is_rule(following)
        and abs(len(following.strip()) - len(line.strip())) <= 4
        and not _is_rule(line)
    )


def _is_rule(line: str) -> bool:
    """Whether a line is nothing but a rule."""
    last = line[len(line) - 1]
    if last not in "=-~" and not last.isspace():
        return False
    return _UNDERLINE.match(line) is not None


def _list_lines(paragraphs: list[list[Line]]) -> dict[int, Item]:
    """The lines that begin a list item, by their numbers.

    A bullet that has other uses, and a number, make an item only where another such item is near:
    among the three lines with text before or after it, and for numbers the next in order.
    """
    last: dict[str, tuple[int, int, int]] = {}  # by kind of marker: place, line number, value
    found: dict[int, tuple[int, int, str]] = {}  # indent, offset of the text, number
    chosen: set[int] = set()
    place = 0
    for lines in paragraphs:
        for line, number in lines:
            place += 1
            indent = _indent(line)
            mark = line[indent]
            kind = "number"
            value = 0
            if mark in "•‣◦▪●○-*+·":
                start = _behind_bullet(line, indent)
                if not start:
                    continue
                found[number] = (indent, start, "")
                if mark in "•‣◦▪●○":  # has no other use
                    chosen.add(number)
                    continue
                kind = mark
            elif mark in "([0123456789":
                match = _NUMBER.match(line, indent)
                if match is None:
                    continue
                found[number] = (indent, 0, match[0].strip())
                value = int(match[1])
            else:
                continue
            before = last.get(kind)
            if (
                before is not None
                and place - before[0] <= _NEAR
                and (not value or value == before[2] + 1)
            ):
                chosen.add(number)
                chosen.add(before[1])
            last[kind] = (place, number, value)
    items: dict[int, Item] = {}
    open_lists: list[int] = []
    for number in sorted(chosen):
        indent, start, label = found[number]
        while open_lists and open_lists[-1] > indent:
            open_lists.pop()
        if not open_lists or open_lists[-1] < indent:
            open_lists.append(indent)
        items[number] = (len(open_lists), start, label)
    return items


def _behind_bullet(line: str, bullet: int) -> int:
    """Where the text behind a bullet begins, 0 where none does; most need a blank before it."""
    at = bullet + 1
    while at < len(line) and line[at] in " \t\xa0":
        at += 1
    if at == len(line) or line[at].isspace():
        return 0
    return at if at > bullet + 1 or line[bullet] in "•‣◦▪●○" else 0


def _add_item(blocks: list[Block], line: Line, item: Item) -> None:
    depth, start, label = item
    block = _block(line, "list_item", start)
    block.level = depth
    block.detail = label
    block.group = len(blocks) + 1
    if blocks:
        before = blocks[-1]
        if before.kind == "list_item":
            block.group = before.group
    blocks.append(block)


def _cells(line: str) -> int:
    """How many cells a line has: parted by tabs, or by bars with blanks around them."""
    if "\t" not in line and "|" not in line:
        return 1
    tabs = line.strip().count("\t")
    return 1 + (tabs or line.count(" | "))


def _table_rows(lines: list[Line], start: int) -> int:
    """How many lines from `start` on are rows of one table."""
    end = start
    while end < len(lines) and _cells(lines[end][0]) > 1:
        end += 1
    return end - start


def _add_rows(blocks: list[Block], lines: list[Line]) -> None:
    group = len(blocks) + 1
    for line in lines:
        block = _block(line, "table_row")
        block.group = group
        if "\t" in line[0].strip():
            block.text = "\t".join([" ".join(cell.split()) for cell in line[0].strip().split("\t")])
        blocks.append(block)


def _is_code(lines: list[Line]) -> bool:
    """Whether lines, all of them indented, are code rather than a quote or a verse."""
    if len(lines) < 2:
        return False
    for line, _ in lines:
        if not line.startswith(("    ", "\t")):
            return False
    needed = len(lines) // 2 + 1
    left = len(lines)
    for line, _ in lines:
        if left < needed:
            return False
        left -= 1
        if _is_code_line(line):
            needed -= 1
            if not needed:
                return True
    return False


def _is_code_line(line: str) -> bool:
    """Whether a line begins with a mark of code, or has a call, a comparison, an assignment, an
    arrow or two colons in it."""
    start = _indent(line)
    if line[start] in "#$>}@/" and line.startswith(_CODE_STARTS, start):
        return True
    earlier = before = "("  # stands for what none of the marks follows
    for character in line:
        if character == "(":
            if before == "_" or before.isalnum():
                return True
        elif character == "=":
            if before in "=!<>":
                return True
        elif character == ">":
            if before == "-":
                return True
        elif character == ":":
            if before == ":":
                return True
        elif before == "=" and earlier.isspace() and character.isspace():
            return True
        earlier = before
        before = character
    return False


def _code_block(lines: list[Line], group: int) -> Block:
    shown = [line.expandtabs(4) for line, _ in lines]
    indent = min([_indent(line) for line in shown])
    text = "\n".join([line[indent:] for line in shown])
    return Block(text, "code", source=(lines[0][1], 1), group=group)
