"""What the lines of a text tell besides: gaps, case, vocabulary, and what is said around them."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.evidence.layout import (
    END_MARK,
    LINE_WIDTH,
    LINK_DENSITY,
    SIZE,
    TEXT_WIDTH,
    empty_rows,
    zeros,
)
from declutter.judge.evidence.sections import gap_between
from declutter.judge.evidence.totals import Totals
from declutter.judge.evidence.vocabulary import measure_vocabulary
from declutter.page import Block, Page

_NEAR: Final = 6
_AROUND: Final = 15
_LABELLED: Final = 12
_SHORT: Final = 6.0
_FARTHEST: Final = 400.0


def measure_lines(page: Page, labels: list[str], totals: Totals) -> array[float]:
    """The columns of `LINE_NAMES`; `labels` name what each block says, such as
    "comments/heading", empty for nothing known.
    """
    blocks = page.blocks
    count = len(blocks)
    measured = rows = empty_rows(count, LINE_WIDTH)
    measure_gaps(blocks, rows)
    measure_vocabulary(blocks, totals, rows)
    measure_labelled(labels, totals, rows)
    texts = totals.texts
    is_long = totals.is_long
    sums = totals.sizes
    ended = zeros(count + 1)
    shorts = zeros(count + 1)
    longest = 0.0
    for i in range(count):
        at = i * TEXT_WIDTH
        size = texts[at + SIZE]
        ended[i + 1] = ended[i]
        shorts[i + 1] = shorts[i]
        if texts[at + END_MARK] >= 2.0 and texts[at + LINK_DENSITY] < 0.5:
            ended[i + 1] += size
        if size < _SHORT:
            shorts[i + 1] += 1.0
        if size > longest:
            longest = size
    total = sums[count] or 1.0
    distinct = len({block.text for block in blocks})
    since = 0.0
    for i in range(count):
        at = i * TEXT_WIDTH
        to = i * LINE_WIDTH
        rows[to + 5] = texts[at + SIZE] / (longest or 1.0)
        low = max(i - _NEAR, 0)
        high = min(i + _NEAR + 1, count)
        rows[to + 6] = (ended[high] - ended[low]) / ((sums[high] - sums[low]) or 1.0)
        rows[to + 7] = (shorts[high] - shorts[low]) / (high - low)
        low = max(i - _AROUND, 0)
        high = min(i + _AROUND + 1, count)
        rows[to + 8] = (ended[high] - ended[low]) / ((sums[high] - sums[low]) or 1.0)
        rows[to + 9] = (shorts[high] - shorts[low]) / (high - low)
        rows[to + 10] = (sums[high] - sums[low]) / (high - low)
        rows[to + 11] = min(since, _FARTHEST)
        since = 0.0 if is_long[i] else since + texts[at + SIZE]
        rows[to + 13] = ended[count] / total
        rows[to + 14] = shorts[count] / count
        rows[to + 15] = distinct / count
    since = 0.0
    for k in range(count):
        i = count - 1 - k
        rows[i * LINE_WIDTH + 12] = min(since, _FARTHEST)
        since = 0.0 if is_long[i] else since + texts[i * TEXT_WIDTH + SIZE]
    return measured


def measure_gaps(blocks: list[Block], rows: array[float]) -> None:
    """Fill how many lines lie between a block and its neighbours."""
    for i in range(1, len(blocks)):
        gap = gap_between(blocks[i - 1], blocks[i])
        rows[i * LINE_WIDTH] = gap
        rows[(i - 1) * LINE_WIDTH + 1] = gap


def measure_labelled(labels: list[str], totals: Totals, rows: array[float]) -> None:
    """Fill how many blocks near by, and on the page, say a phrase of comments, a date, or anything
    known, and how many words ago the last phrase of comments was."""
    count = len(labels)
    texts = totals.texts
    comments = zeros(count + 1)
    dates = zeros(count + 1)
    known = zeros(count + 1)
    for i in range(count):
        label = labels[i]
        comments[i + 1] = comments[i]
        dates[i + 1] = dates[i]
        known[i + 1] = known[i]
        if label:
            known[i + 1] += 1.0
            if label.startswith("comments/"):
                comments[i + 1] += 1.0
            elif label.startswith("date_line/"):
                dates[i + 1] += 1.0
    since = -1.0
    for i in range(count):
        to = i * LINE_WIDTH
        low = max(i - _LABELLED, 0)
        high = min(i + _LABELLED + 1, count)
        rows[to + 16] = (comments[high] - comments[low]) / (high - low)
        rows[to + 17] = (dates[high] - dates[low]) / (high - low)
        rows[to + 18] = (known[high] - known[low]) / (high - low)
        rows[to + 19] = min(since, _FARTHEST)
        rows[to + 20] = comments[count]
        rows[to + 21] = known[count] / count
        if comments[i + 1] > comments[i]:
            since = 0.0
        elif since >= 0.0:
            since += texts[i * TEXT_WIDTH + SIZE]
