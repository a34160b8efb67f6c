"""What the page is like as a whole."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.evidence.layout import (
    HEADING,
    KIND,
    KINDS,
    LINK_DENSITY,
    LONG,
    PAGE_AT,
    PAGE_NAMES,
    SIZE,
    WIDTH,
    zeros,
)
from declutter.page import Page

_FORMATS: Final[dict[str, float]] = {"html": 0.0, "markdown": 1.0, "text": 2.0}


def measure_page(page: Page, rows: array[float]) -> None:
    """Fill the columns of `PAGE_NAMES`, the same for every block of the page."""
    width = WIDTH
    count = len(page.blocks)
    size = 0.0
    long_size = 0.0
    linked = 0.0
    longest = 0.0
    long_blocks = 0
    headings = 0
    by_kind = zeros(len(KINDS))
    for i in range(count):
        at = i * width
        own = rows[at + SIZE]
        kind = int(rows[at + KIND])
        size += own
        linked += own * rows[at + LINK_DENSITY]
        by_kind[kind] += own
        if kind == HEADING:
            headings += 1
        if own >= LONG and rows[at + LINK_DENSITY] < 0.5:
            long_size += own
            long_blocks += 1
            longest = max(longest, own)
    whole = size or 1.0
    facts = array(
        "d",
        (
            size,
            count,
            long_size / whole,
            linked / whole,
            headings,
            size / (count or 1),
            long_blocks,
            by_kind[KINDS["list_item"]] / whole,
            by_kind[KINDS["table_row"]] / whole,
            by_kind[KINDS["code"]] / whole,
            longest,
            _FORMATS[page.format],
        ),
    )
    first = PAGE_AT
    number = len(PAGE_NAMES)
    for i in range(count):
        at = i * width + first
        for k in range(number):
            rows[at + k] = facts[k]
