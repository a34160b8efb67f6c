"""What the page is like as a whole."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.evidence.layout import KIND, KINDS, SIZE, TEXT_WIDTH, zeros
from declutter.judge.evidence.totals import Totals
from declutter.page import Page

_FORMATS: Final[dict[str, float]] = {"html": 0.0, "markdown": 1.0, "text": 2.0}


def measure_page(page: Page, totals: Totals) -> array[float]:
    """The columns of `PAGE_NAMES`, the same for every block of the page."""
    texts = totals.texts
    count = len(page.blocks)
    longest = 0.0
    long_blocks = 0
    by_kind = zeros(len(KINDS))
    for i in range(count):
        own = texts[i * TEXT_WIDTH + SIZE]
        kind = int(texts[i * TEXT_WIDTH + KIND])
        by_kind[kind] += own
        if totals.is_long[i]:
            long_blocks += 1
            longest = max(longest, own)
    size = totals.sizes[count]
    whole = size or 1.0
    return array(
        "f",
        (
            size,
            count,
            totals.long_sizes[count] / whole,
            totals.linked[count] / whole,
            totals.headings[count],
            size / (count or 1),
            long_blocks,
            by_kind[KINDS["list_item"]] / whole,
            by_kind[KINDS["table_row"]] / whole,
            by_kind[KINDS["code"]] / whole,
            longest,
            _FORMATS[page.format],
        ),
    )
