"""Where a block stands on the page, and what stands around it."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.evidence.layout import (
    END_MARK,
    HEADING,
    KIND,
    LINK_DENSITY,
    LONG,
    PLACE_AT,
    SIZE,
    WIDTH,
    zeros,
)
from declutter.page import Page

_FAR: Final = 60.0
_AROUND: Final = 3


def measure_places(page: Page, rows: array[float]) -> None:
    """Fill the columns of `PLACE_NAMES`."""
    count = len(page.blocks)
    width = WIDTH
    own = SIZE
    density = LINK_DENSITY
    mark = END_MARK
    kind = KIND
    far = _FAR
    long_sizes = zeros(count)
    sums = zeros(count + 1)
    link_sums = zeros(count + 1)
    total_long = 0.0
    for i in range(count):
        at = i * width
        size = rows[at + own]
        sums[i + 1] = sums[i] + size
        link_sums[i + 1] = link_sums[i] + size * rows[at + density]
        if size >= LONG and rows[at + density] < 0.5:
            long_sizes[i] = size
            total_long += size
    total = sums[count] or 1.0
    total_long = total_long or 1.0
    first_heading = first_of_level_one(page)
    measure_distances(long_sizes, rows)
    measure_runs(count, rows)
    long_before = 0.0
    heading = -1
    for i in range(count):
        at = i * width
        to = at + PLACE_AT
        rows[to] = i / count
        rows[to + 1] = sums[i] / total
        rows[to + 2] = 1.0 - (long_before + long_sizes[i]) / total_long
        rows[to + 7] = -99.0
        if first_heading >= 0:
            rows[to + 7] = max(-far, min(far, float(i - first_heading)))
        rows[to + 8] = min(float(i - heading), far) if heading >= 0 else -1.0
        rows[to + 9] = rows[heading * width + own] if heading >= 0 else -1.0
        rows[to + 13] = -1.0
        if i > 0:
            previous = at - width
            rows[to + 10] = rows[previous + own]
            rows[to + 11] = rows[previous + density]
            rows[to + 12] = rows[previous + mark]
            rows[to + 13] = rows[previous + kind]
            if i > 1:
                rows[to + 18] = rows[previous - width + own]
        rows[to + 17] = -1.0
        if i + 1 < count:
            following = at + width
            rows[to + 14] = rows[following + own]
            rows[to + 15] = rows[following + density]
            rows[to + 16] = rows[following + mark]
            rows[to + 17] = rows[following + kind]
            if i + 2 < count:
                rows[to + 19] = rows[following + width + own]
        low = max(i - _AROUND, 0)
        high = min(i + _AROUND + 1, count)
        around = sums[high] - sums[low]
        rows[to + 20] = around / (high - low)
        rows[to + 21] = (link_sums[high] - link_sums[low]) / (around or 1.0)
        long_before += long_sizes[i]
        if rows[at + kind] == HEADING:
            heading = i


def measure_distances(long_sizes: array[float], rows: array[float]) -> None:
    """Fill how many blocks ago the last long one was and how long, and the same for the next."""
    count = len(long_sizes)
    width = WIDTH
    at = PLACE_AT
    far = _FAR
    step = far
    size = 0.0
    for i in range(count):
        rows[i * width + at + 3] = step
        rows[i * width + at + 5] = size
        if long_sizes[i] > 0.0:
            step = 1.0
            size = long_sizes[i]
        elif step < far:
            step += 1.0
    step = far
    size = 0.0
    for k in range(count):
        i = count - 1 - k
        rows[i * width + at + 4] = step
        rows[i * width + at + 6] = size
        if long_sizes[i] > 0.0:
            step = 1.0
            size = long_sizes[i]
        elif step < far:
            step += 1.0


def measure_runs(count: int, rows: array[float]) -> None:
    """Fill the length of the run of neighbours of a block's kind and about its size."""
    width = WIDTH
    to = PLACE_AT + 22
    start = 0
    for i in range(1, count + 1):
        if i < count and are_alike(rows, (i - 1) * width, i * width):
            continue
        for j in range(start, i):
            rows[j * width + to] = i - start
        start = i


def are_alike(rows: array[float], one: int, other: int) -> bool:
    """Whether two blocks, by where their rows begin, are of one kind and of about one size, both
    linked or both not."""
    return (
        rows[one + KIND] == rows[other + KIND]
        and (rows[one + LINK_DENSITY] > 0.5) == (rows[other + LINK_DENSITY] > 0.5)
        and rows[one + SIZE] <= rows[other + SIZE] * 2.0 + 2.0
        and rows[other + SIZE] <= rows[one + SIZE] * 2.0 + 2.0
    )


def first_of_level_one(page: Page) -> int:
    """The index of the first heading of level 1, -1 where there is none."""
    blocks = page.blocks
    for i in range(len(blocks)):
        if blocks[i].level == 1 and blocks[i].kind == "heading":
            return i
    return -1
