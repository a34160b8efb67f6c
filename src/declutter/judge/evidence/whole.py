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
    SIZE,
    TEXT_WIDTH,
    zeros,
)
from declutter.page import Page

_FORMATS: Final[dict[str, float]] = {"html": 0.0, "markdown": 1.0, "text": 2.0}


def measure_page(page: Page, texts: array[float]) -> array[float]:
    """The columns of `PAGE_NAMES`, the same for every block of the page; `texts` are those of
    `TEXT_NAMES`."""
    count = len(page.blocks)
    size = 0.0
    long_size = 0.0
    linked = 0.0
    longest = 0.0
    long_blocks = 0
    headings = 0
    by_kind = zeros(len(KINDS))
    for i in range(count):
        at = i * TEXT_WIDTH
        own = texts[at + SIZE]
        kind = int(texts[at + KIND])
        size += own
        linked += own * texts[at + LINK_DENSITY]
        by_kind[kind] += own
        if kind == HEADING:
            headings += 1
        if own >= LONG and texts[at + LINK_DENSITY] < 0.5:
            long_size += own
            long_blocks += 1
            longest = max(longest, own)
    whole = size or 1.0
    return array(
        "f",
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
