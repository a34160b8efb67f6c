"""Sums over a page's blocks, by which what lies between any two of them is told at once."""

from __future__ import annotations

from array import array

from declutter.judge.evidence.layout import (
    HEADING,
    KIND,
    LINK_DENSITY,
    LONG,
    SIZE,
    TEXT_WIDTH,
    naughts,
    zeros,
)


class Totals:
    """What the blocks before each hold together: their `sizes`, those of their links (`linked`) and
    of long text (`long_sizes`), and how many are `headings`; the last number is that of the page.

    `texts` are the columns of `TEXT_NAMES` that all this is told by. `is_long` says of each block,
    as 0 or 1, whether it is long text outside links; `above` is the last heading before it, -1
    where there is none.
    """

    def __init__(self, texts: array[float]) -> None:
        count = len(texts) // TEXT_WIDTH
        self.texts = texts
        self.sizes = zeros(count + 1)
        self.linked = zeros(count + 1)
        self.long_sizes = zeros(count + 1)
        self.headings = naughts(count + 1)
        self.above = naughts(count)
        self.is_long = bytearray(count)
        self._add_up(count)

    def _add_up(self, count: int) -> None:
        texts = self.texts
        heading = -1
        for i in range(count):
            at = i * TEXT_WIDTH
            size = texts[at + SIZE]
            density = texts[at + LINK_DENSITY]
            self.sizes[i + 1] = self.sizes[i] + size
            self.linked[i + 1] = self.linked[i] + size * density
            self.long_sizes[i + 1] = self.long_sizes[i]
            if size >= LONG and density < 0.5:
                self.is_long[i] = 1
                self.long_sizes[i + 1] += size
            self.headings[i + 1] = self.headings[i]
            self.above[i] = heading
            if texts[at + KIND] == HEADING:
                self.headings[i + 1] += 1
                heading = i
