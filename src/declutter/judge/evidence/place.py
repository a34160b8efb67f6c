"""Where a block stands on the page, and what stands around it."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.evidence.layout import (
    END_MARK,
    KIND,
    LINK_DENSITY,
    PLACE_AT,
    SIZE,
    TEXT_WIDTH,
    WIDTH,
    naughts,
)
from declutter.judge.evidence.totals import Totals
from declutter.page import Page

_FAR: Final = 60
_AROUND: Final = 3


class Places:
    """What tells where the blocks of a page stand: the long block `before` each and the one `after`
    it, -1 for none, and how many neighbours are alike (`runs`)."""

    def __init__(self, page: Page, totals: Totals) -> None:
        count = len(page.blocks)
        self._totals = totals
        self._title = first_of_level_one(page)
        self._before = naughts(count)
        self._after = naughts(count)
        self._runs = naughts(count)
        self._find_long(count)
        self._find_runs(count)

    def _find_long(self, count: int) -> None:
        is_long = self._totals.is_long
        found = -1
        for i in range(count):
            self._before[i] = found
            if is_long[i]:
                found = i
        found = -1
        for k in range(count):
            i = count - 1 - k
            self._after[i] = found
            if is_long[i]:
                found = i

    def _find_runs(self, count: int) -> None:
        texts = self._totals.texts
        start = 0
        for i in range(1, count + 1):
            if i < count and are_alike(texts, (i - 1) * TEXT_WIDTH, i * TEXT_WIDTH):
                continue
            for j in range(start, i):
                self._runs[j] = i - start
            start = i

    def fill(self, rows: array[float], first: int, last: int) -> None:
        """Fill the columns of `PLACE_NAMES` in the rows of blocks[first:last]."""
        totals = self._totals
        texts = totals.texts
        sizes = totals.sizes
        linked = totals.linked
        long_sizes = totals.long_sizes
        above = totals.above
        before = self._before
        after = self._after
        runs = self._runs
        count = len(runs)
        total = sizes[count] or 1.0
        total_long = long_sizes[count] or 1.0
        far = _FAR
        for i in range(first, last):
            at = i * TEXT_WIDTH
            to = (i - first) * WIDTH + PLACE_AT
            rows[to] = i / count
            rows[to + 1] = sizes[i] / total
            rows[to + 2] = 1.0 - long_sizes[i + 1] / total_long
            rows[to + 3] = far
            rows[to + 4] = far
            found = before[i]
            if found >= 0:
                rows[to + 3] = min(i - found, far)
                rows[to + 5] = texts[found * TEXT_WIDTH + SIZE]
            found = after[i]
            if found >= 0:
                rows[to + 4] = min(found - i, far)
                rows[to + 6] = texts[found * TEXT_WIDTH + SIZE]
            rows[to + 7] = -99.0
            if self._title >= 0:
                rows[to + 7] = max(-far, min(far, i - self._title))
            heading = above[i]
            rows[to + 8] = -1.0
            rows[to + 9] = -1.0
            if heading >= 0:
                rows[to + 8] = min(i - heading, far)
                rows[to + 9] = texts[heading * TEXT_WIDTH + SIZE]
            rows[to + 13] = -1.0
            if i > 0:
                previous = at - TEXT_WIDTH
                rows[to + 10] = texts[previous + SIZE]
                rows[to + 11] = texts[previous + LINK_DENSITY]
                rows[to + 12] = texts[previous + END_MARK]
                rows[to + 13] = texts[previous + KIND]
                if i > 1:
                    rows[to + 18] = texts[previous - TEXT_WIDTH + SIZE]
            rows[to + 17] = -1.0
            if i + 1 < count:
                following = at + TEXT_WIDTH
                rows[to + 14] = texts[following + SIZE]
                rows[to + 15] = texts[following + LINK_DENSITY]
                rows[to + 16] = texts[following + END_MARK]
                rows[to + 17] = texts[following + KIND]
                if i + 2 < count:
                    rows[to + 19] = texts[following + TEXT_WIDTH + SIZE]
            low = max(i - _AROUND, 0)
            high = min(i + _AROUND + 1, count)
            around = sizes[high] - sizes[low]
            rows[to + 20] = around / (high - low)
            rows[to + 21] = (linked[high] - linked[low]) / (around or 1.0)
            rows[to + 22] = runs[i]


def are_alike(texts: array[float], one: int, other: int) -> bool:
    """Whether two blocks, by where their columns of `TEXT_NAMES` begin, are of one kind and of
    about one size, both linked or both not."""
    return (
        texts[one + KIND] == texts[other + KIND]
        and (texts[one + LINK_DENSITY] > 0.5) == (texts[other + LINK_DENSITY] > 0.5)
        and texts[one + SIZE] <= texts[other + SIZE] * 2.0 + 2.0
        and texts[other + SIZE] <= texts[one + SIZE] * 2.0 + 2.0
    )


def first_of_level_one(page: Page) -> int:
    """The index of the first heading of level 1, -1 where there is none."""
    blocks = page.blocks
    for i in range(len(blocks)):
        if blocks[i].level == 1 and blocks[i].kind == "heading":
            return i
    return -1
