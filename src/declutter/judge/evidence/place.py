"""Where a block stands on the page, and what stands around it."""

from __future__ import annotations

from typing import Final

from declutter.document import Page
from declutter.judge.evidence.scale import LONG
from declutter.judge.evidence.text import END_MARK, KIND, LINK_DENSITY, SIZE

PLACE_NAMES: Final = (
    "position",
    "text before",
    "text after",
    "blocks since long",
    "blocks to long",
    "long size before",
    "long size after",
    "from first heading",
    "from last heading",
    "heading size",
    "previous size",
    "previous link density",
    "previous end mark",
    "previous kind",
    "next size",
    "next link density",
    "next end mark",
    "next kind",
    "second previous size",
    "second next size",
    "size around",
    "link density around",
    "alike run",
)
_FAR: Final = 60.0
_AROUND: Final = 3


def measure_places(page: Page, texts: list[list[float]]) -> list[list[float]]:
    """A row for each block, its numbers named by `PLACE_NAMES`."""
    count = len(texts)
    sizes = [row[SIZE] for row in texts]
    densities = [row[LINK_DENSITY] for row in texts]
    long_sizes = [
        sizes[i] if sizes[i] >= LONG and densities[i] < 0.5 else 0.0 for i in range(count)
    ]
    total = sum(sizes) or 1.0
    total_long = sum(long_sizes) or 1.0
    since, before_size = distances(long_sizes)
    backward, after_size = distances(long_sizes[::-1])
    to_long = backward[::-1]
    size_after = after_size[::-1]
    runs = alike_runs(texts)
    first_heading = first_of_level_one(page)
    edge = [0.0] * len(texts[0]) if texts else []
    edge[KIND : KIND + 1] = [-1.0]
    sums = [0.0]
    link_sums = [0.0]
    for i in range(count):
        sums.append(sums[-1] + sizes[i])
        link_sums.append(link_sums[-1] + sizes[i] * densities[i])
    rows: list[list[float]] = []
    before = 0.0
    long_before = 0.0
    heading = -1
    for i in range(count):
        previous = texts[i - 1] if i else edge
        following = texts[i + 1] if i + 1 < count else edge
        low = max(i - _AROUND, 0)
        high = min(i + _AROUND + 1, count)
        around = sums[high] - sums[low]
        rows.append(
            [
                i / count,
                before / total,
                1.0 - long_before / total_long - long_sizes[i] / total_long,
                since[i],
                to_long[i],
                before_size[i],
                size_after[i],
                max(-_FAR, min(_FAR, float(i - first_heading))) if first_heading >= 0 else -99.0,
                min(float(i - heading), _FAR) if heading >= 0 else -1.0,
                sizes[heading] if heading >= 0 else -1.0,
                previous[SIZE],
                previous[LINK_DENSITY],
                previous[END_MARK],
                previous[KIND],
                following[SIZE],
                following[LINK_DENSITY],
                following[END_MARK],
                following[KIND],
                sizes[i - 2] if i > 1 else 0.0,
                sizes[i + 2] if i + 2 < count else 0.0,
                around / (high - low),
                (link_sums[high] - link_sums[low]) / (around or 1.0),
                runs[i],
            ]
        )
        before += sizes[i]
        long_before += long_sizes[i]
        if texts[i][KIND] == 7.0:
            heading = i
    return rows


def distances(long_sizes: list[float]) -> tuple[list[float], list[float]]:
    """For each block, how many blocks ago the last long one was, and how long it was."""
    steps: list[float] = []
    sizes: list[float] = []
    step = _FAR
    size = 0.0
    for own in long_sizes:
        steps.append(step)
        sizes.append(size)
        if own:
            step = 1.0
            size = own
        elif step < _FAR:
            step += 1.0
    return steps, sizes


def alike_runs(texts: list[list[float]]) -> list[float]:
    """For each block, the length of the run of neighbours of its kind and of about its size."""
    count = len(texts)
    runs = [1.0] * count
    start = 0
    for i in range(1, count + 1):
        if i < count and alike(texts[i - 1], texts[i]):
            continue
        for j in range(start, i):
            runs[j] = float(i - start)
        start = i
    return runs


def alike(one: list[float], other: list[float]) -> bool:
    """Whether two blocks are of one kind and of about one size, both linked or both not."""
    return (
        one[KIND] == other[KIND]
        and (one[LINK_DENSITY] > 0.5) == (other[LINK_DENSITY] > 0.5)
        and one[SIZE] <= other[SIZE] * 2.0 + 2.0
        and other[SIZE] <= one[SIZE] * 2.0 + 2.0
    )


def first_of_level_one(page: Page) -> int:
    """The index of the first heading of level 1, -1 where there is none."""
    blocks = page.blocks
    for i in range(len(blocks)):
        if blocks[i].level == 1 and blocks[i].kind == "heading":
            return i
    return -1
