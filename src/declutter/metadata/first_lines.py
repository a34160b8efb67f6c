"""The title of a page that marks no heading, told from the lines that it begins with."""

from __future__ import annotations

from typing import Final

from declutter.judge.trails import is_trail
from declutter.metadata.dates import find_date
from declutter.metadata.folding import tidy
from declutter.metadata.names import byline_end
from declutter.page import Block, Page

_TITLE_KINDS: Final = frozenset(("heading", "paragraph", "line"))
_MOST_FIRST_LINES: Final = 12
_LONGEST_TITLE: Final = 200
_SENTENCE_ENDS: Final = ".:;,。、：；،"
_LEAST_IN_ROW: Final = 3
_MOST_ENTRY_WORDS: Final = 3


def unmarked_headings(page: Page) -> list[str]:
    """The line that the judge took for the title; in text without markup else the first line that
    is no sentence, no byline and no date. A title follows the rows of links that open a page."""
    blocks = page.blocks
    if page.format == "html":
        return [tidy(block.text) for block in blocks if _is_judged_title(block)][:1]
    start = _end_of_menus(blocks)
    for block in blocks[start:]:
        if _is_judged_title(block):
            return [tidy(block.text)]
    for block in blocks[start : start + _MOST_FIRST_LINES]:
        if not block.verdict.keep and (not start or block.verdict.rule != "score"):
            continue
        line = tidy(block.text)
        if byline_end(line) or find_date(line) is not None:
            continue
        if len(line) <= _LONGEST_TITLE and line[-1:] not in _SENTENCE_ENDS:
            return [line]
        break
    return [tidy(block.text) for block in blocks[:start] if _is_judged_title(block)][:1]


def _is_judged_title(block: Block) -> bool:
    return block.verdict.rule == "title" and block.kind in _TITLE_KINDS and not is_trail(block.text)


def _end_of_menus(blocks: list[Block]) -> int:
    """The index behind the last row of links before the first long text, byline or date."""
    end = 0
    for index, block in enumerate(blocks[:_MOST_FIRST_LINES]):
        line = block.text
        if len(line) > _LONGEST_TITLE or byline_end(line) or find_date(line) is not None:
            break
        if block.verdict.family != "sharing" and (is_trail(line) or _ends_menu(blocks, index)):
            end = index + 1
    return end


def _ends_menu(blocks: list[Block], last: int) -> bool:
    """Whether a block is the last of several short lines, in one group, that all went."""
    group = blocks[last].group
    if not group or (last + 1 < len(blocks) and blocks[last + 1].group == group):
        return False
    first = last
    while first >= 0 and blocks[first].group == group:
        if blocks[first].verdict.keep or blocks[first].text.count(" ") >= _MOST_ENTRY_WORDS:
            return False
        first -= 1
    return last - first >= _LEAST_IN_ROW
