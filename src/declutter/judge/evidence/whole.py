"""What the page is like as a whole."""

from __future__ import annotations

from typing import Final

from declutter.document import Page
from declutter.judge.evidence.scale import LONG
from declutter.judge.evidence.text import KIND, LINK_DENSITY, SIZE

PAGE_NAMES: Final = (
    "page size",
    "page blocks",
    "page long share",
    "page link density",
    "page headings",
    "page mean size",
    "page long blocks",
    "page list share",
    "page table share",
    "page code share",
    "page longest",
    "page format",
)
_FORMATS: Final[dict[str, float]] = {"html": 0.0, "markdown": 1.0, "text": 2.0}


def measure_page(page: Page, texts: list[list[float]]) -> list[float]:
    """The numbers named by `PAGE_NAMES`, the same for every block of the page."""
    size = 0.0
    long_size = 0.0
    linked = 0.0
    longest = 0.0
    long_blocks = 0.0
    headings = 0.0
    by_kind = [0.0] * 8
    for row in texts:
        own = row[SIZE]
        size += own
        linked += own * row[LINK_DENSITY]
        by_kind[int(row[KIND])] += own
        if row[KIND] == 7.0:
            headings += 1.0
        if own >= LONG and row[LINK_DENSITY] < 0.5:
            long_size += own
            long_blocks += 1.0
            longest = max(longest, own)
    count = float(len(texts)) or 1.0
    whole = size or 1.0
    return [
        size,
        count,
        long_size / whole,
        linked / whole,
        headings,
        size / count,
        long_blocks,
        by_kind[5] / whole,
        by_kind[4] / whole,
        by_kind[3] / whole,
        longest,
        _FORMATS[page.format],
    ]
