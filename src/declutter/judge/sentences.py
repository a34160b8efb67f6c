"""A page in one line, or much of one: cut into sentences to be judged, joined again afterwards.

Where the line breaks are lost, menus and titles run into the text around them. So a line is cut at
the ends of sentences, and where a run of capitalised words begins or ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from declutter.page import Block, Page

LONG_LINE: Final = 1_200
"""Characters from which a line of a text may be more than one paragraph."""
_PARTS: Final = 3
"""A line is more than a paragraph where so many of its length would be the page, or more."""
_ENDS: Final = ".!?…"
_CLOSING: Final = "\"'”’»)]"
_MOST_CLOSING: Final = 2
"""Closing marks that may stand behind the end of a sentence."""
_AROUND: Final = ".\"'”’»)]([“‘«"
_WIDE_ENDS: Final = "。！？"
_WIDE_END: Final = re.compile(r"[。！？][」』”）]?(?=\w)")
_INITIAL: Final = 2
"""Characters up to which a capitalised word or a number with a full stop ends no sentence."""
_TITLE_RUN: Final = 6
"""Words in a row from which capitalised ones are titles rather than a name."""
_PROSE_RUN: Final = 3
"""Small words in a row from which titles are over."""
_LINKING: Final = 3
"""Letters up to which a small word may stand in a title."""


class CutLine(NamedTuple):
    """A line that was cut: its text, and its parts `blocks[first:first + len(bounds)]` by where
    each begins and ends in it."""

    first: int
    text: str
    bounds: list[tuple[int, int]]


def lost_its_breaks(line: str, whole: int) -> bool:
    """Whether a line is more than one paragraph, on a page whose texts have `whole` characters."""
    return len(line) >= LONG_LINE and _PARTS * len(line) >= whole


def sentence_cuts(text: str) -> list[int]:
    """The offsets at which a long line is cut, in order."""
    cuts = _wide_ends(text)
    length = len(text)
    run = 0  # capitalised words since the run began
    run_start = 0
    last_title = 0  # where the last capitalised word began
    small = 0  # small words in a row
    titles = False
    ended = True
    end = 0
    while True:
        start = end
        while start < length and text[start].isspace():
            start += 1
        if start == length:
            break
        end = start + 1
        while end < length and not text[end].isspace():
            end += 1
        if ended:
            if start:
                cuts.append(start)
            run = small = 0
            titles = False
            run_start = start
        if text[start].islower():
            small += 1
            if small >= _PROSE_RUN or end - start > _LINKING:
                if titles and small >= _PROSE_RUN:
                    cuts.append(last_title)
                    titles = False
                if not titles:
                    run = 0
        else:
            if not run:
                run_start = start
            run += 1
            small = 0
            last_title = start
            if run >= _TITLE_RUN and not titles:
                titles = True
                if run_start:
                    cuts.append(run_start)
        ended = _ends_sentence(text, start, end)
    return sorted(set(cuts))


def _wide_ends(text: str) -> list[int]:
    """The offsets behind the ends of sentences that no blank follows."""
    for mark in _WIDE_ENDS:
        if mark in text:
            return [match.end() for match in _WIDE_END.finditer(text)]
    return []


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether the word text[start:end] is the last of a sentence."""
    at = end - 1
    if text[at].isalnum():  # most end in a letter
        return False
    lowest = max(start, end - 1 - _MOST_CLOSING)
    while at > lowest and text[at] in _CLOSING:
        at -= 1
    if text[at] not in _ENDS:
        return False
    while start < end and text[start] in _AROUND:
        start += 1
    while start < end and text[end - 1] in _AROUND:
        end -= 1
    return (
        end - start > _INITIAL or start == end or text[start].islower() or not text[start].isalnum()
    )


def join_lines(page: Page, lines: Sequence[CutLine]) -> None:
    """Join the neighbouring parts of a line that stay, so that it reads as it did."""
    if not lines:
        return
    blocks: list[Block] = []
    done = 0
    for line in lines:
        blocks += page.blocks[done : line.first]
        done = line.first + len(line.bounds)
        _add_joined(blocks, line, page.blocks[line.first : done])
    page.blocks = blocks + page.blocks[done:]


def _add_joined(blocks: list[Block], line: CutLine, parts: list[Block]) -> None:
    """Add the parts of a line, each run of them that stays as one block, which is cut out once. Its
    verdict is that of the last part that is longer than all before it together."""
    count = len(parts)
    at = 0
    while at < count:
        block = parts[at]
        first, last = line.bounds[at]
        blocks.append(block)
        at += 1
        begun = at
        while block.verdict.keep and at < count:
            part = parts[at]
            if not part.verdict.keep:
                break
            if len(part.text) > last - first:
                block.verdict = part.verdict
            last = line.bounds[at][1]
            at += 1
        if at > begun:
            block.text = line.text[first:last]
