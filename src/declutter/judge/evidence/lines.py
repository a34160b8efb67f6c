"""What the lines of a text tell besides: gaps, case, vocabulary, and what is said around them."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.evidence.layout import (
    END_MARK,
    LINES_AT,
    LINK_DENSITY,
    SIZE,
    WIDTH,
    zeros,
)
from declutter.judge.evidence.sections import gap_between
from declutter.judge.evidence.vocabulary import is_long, measure_vocabulary
from declutter.page import Block, Page

_NEAR: Final = 6
_AROUND: Final = 15
_LABELLED: Final = 12
_SHORT: Final = 6.0
_FARTHEST: Final = 400.0


def measure_lines(page: Page, labels: list[str], rows: array[float]) -> None:
    """Fill the columns of `LINE_NAMES`; `labels` name what each block says, such as
    "comments/heading", empty for nothing known.
    """
    blocks = page.blocks
    count = len(blocks)
    width = WIDTH
    measure_gaps(blocks, rows)
    measure_vocabulary(blocks, rows)
    measure_labelled(labels, rows)
    sums = zeros(count + 1)
    ended = zeros(count + 1)
    shorts = zeros(count + 1)
    longest = 0.0
    for i in range(count):
        at = i * width
        size = rows[at + SIZE]
        sums[i + 1] = sums[i] + size
        ended[i + 1] = ended[i]
        shorts[i + 1] = shorts[i]
        if rows[at + END_MARK] >= 2.0 and rows[at + LINK_DENSITY] < 0.5:
            ended[i + 1] += size
        if size < _SHORT:
            shorts[i + 1] += 1.0
        if size > longest:
            longest = size
    total = sums[count] or 1.0
    distinct = len({block.text for block in blocks})
    since = 0.0
    for i in range(count):
        at = i * width
        to = at + LINES_AT
        rows[to + 5] = rows[at + SIZE] / (longest or 1.0)
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
        since = 0.0 if is_long(rows, at) else since + rows[at + SIZE]
        rows[to + 13] = ended[count] / total
        rows[to + 14] = shorts[count] / count
        rows[to + 15] = distinct / count
    since = 0.0
    for k in range(count):
        at = (count - 1 - k) * width
        rows[at + LINES_AT + 12] = min(since, _FARTHEST)
        since = 0.0 if is_long(rows, at) else since + rows[at + SIZE]


def measure_gaps(blocks: list[Block], rows: array[float]) -> None:
    """Fill how many lines lie between a block and its neighbours."""
    to = LINES_AT
    for i in range(1, len(blocks)):
        gap = gap_between(blocks[i - 1], blocks[i])
        rows[i * WIDTH + to] = gap
        rows[(i - 1) * WIDTH + to + 1] = gap


def measure_labelled(labels: list[str], rows: array[float]) -> None:
    """Fill how many blocks near by, and on the page, say a phrase of comments, a date, or anything
    known, and how many words ago the last phrase of comments was."""
    count = len(labels)
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
        at = i * WIDTH
        to = at + LINES_AT
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
            since += rows[at + SIZE]
