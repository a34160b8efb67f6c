"""A page in one line, or much of one: cut into sentences to be judged, joined again afterwards.

Where the line breaks are lost, menus and titles run into the text around them. So a line is cut at
the ends of sentences, and where a run of capitalised words begins or ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from declutter.page import Block, Page

LONG_LINE: Final = 1_200
"""Characters from which a line of a text may be more than one paragraph."""
_PARTS: Final = 3
"""A line is more than a paragraph where so many of its length would be the page, or more."""
_WORD: Final = re.compile(r"\S+")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’»)\]]{0,2}\Z")
_WIDE_END: Final = re.compile(r"[。！？][」』”）]?(?=\w)")
_INITIAL: Final = 2
"""Characters up to which a capitalised word or a number with a full stop ends no sentence."""
_TITLE_RUN: Final = 6
"""Words in a row from which capitalised ones are titles rather than a name."""
_PROSE_RUN: Final = 3
"""Small words in a row from which titles are over."""
_LINKING: Final = 3
"""Letters up to which a small word may stand in a title."""


@dataclass(slots=True, frozen=True)
class CutLine:
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
    cuts = [match.end() for match in _WIDE_END.finditer(text)]
    run = 0  # capitalised words since the run began
    run_start = 0
    last_title = 0  # where the last capitalised word began
    small = 0  # small words in a row
    titles = False
    ended = True
    for match in _WORD.finditer(text):
        word = match[0]
        start = match.start()
        if ended:
            if start:
                cuts.append(start)
            run = small = 0
            titles = False
            run_start = start
        if word[0].islower():
            small += 1
            if small >= _PROSE_RUN or len(word) > _LINKING:
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
        ended = _ends_sentence(word)
    return sorted(set(cuts))


def _ends_sentence(word: str) -> bool:
    if _SENTENCE_END.search(word) is None:
        return False
    bare = word.strip(".\"'”’»)]([“‘«")
    return len(bare) > _INITIAL or bare[:1].islower() or not bare[:1].isalnum()


def join_lines(page: Page, lines: Sequence[CutLine]) -> None:
    """Join the neighbouring parts of a line that stay, so that it reads as it did."""
    if not lines:
        return
    blocks: list[Block] = []
    done = 0
    for line in lines:
        blocks += page.blocks[done : line.first]
        done = line.first + len(line.bounds)
        begun = -1
        for (start, end), block in zip(line.bounds, page.blocks[line.first : done], strict=True):
            if not block.verdict.keep:
                begun = -1
            elif begun < 0:
                begun = start
            else:
                before = blocks[-1]
                if len(block.text) > len(before.text):
                    before.verdict = block.verdict
                before.text = line.text[begun:end]
                continue
            blocks.append(block)
    page.blocks = blocks + page.blocks[done:]
