"""The evidence of a page: what is measured of its blocks, a piece of the page at a time.

A hundred thousand blocks with all that is measured of each would take more memory than the page and
its tree. So what a block's own text tells is kept for all, and what its surroundings tell is filled
in for a piece of the page whenever its rows are asked for; most pages are one piece.
"""

from __future__ import annotations

from array import array

from declutter.judge.evidence.layout import (
    LINE_WIDTH,
    LINES_AT,
    ODDS_AT,
    ODDS_WIDTH,
    PAGE_AT,
    PIECE,
    TEXT_WIDTH,
    WIDTH,
    empty_rows,
)
from declutter.judge.evidence.outline import Outline
from declutter.judge.evidence.place import Places
from declutter.judge.evidence.scores import FirstScores
from declutter.judge.evidence.structure import Structure
from declutter.judge.evidence.totals import Totals
from declutter.judge.evidence.whole import measure_page
from declutter.page import Page


class Evidence:
    """What is measured of the blocks of a page.

    `texts`, `odds` and `lines` are the columns of `TEXT_NAMES`, `ODDS_NAMES` and `LINE_NAMES` of
    all blocks, the latter two empty where they are not measured; `whole` are those of `PAGE_NAMES`.
    """

    def __init__(
        self,
        page: Page,
        outline: Outline,
        texts: array[float],
        totals: Totals,
        odds: array[float],
        lines: array[float],
    ) -> None:
        self.count = len(page.blocks)
        self.texts = texts
        self.odds = odds
        self.lines = lines
        self.whole = measure_page(page, totals)
        self._outline = outline
        self._totals = totals
        self._places = Places(page, totals)
        self._structure = Structure(page, outline, totals)
        self._scores: FirstScores | None = None
        self._first = -1
        self._rows = texts

    def take_scores(self, scores: array[float]) -> None:
        """Fill the columns of `SCORE_NAMES` too from now on, by the first scores of all blocks."""
        self._scores = FirstScores(self._outline, scores, self._totals)
        if self.count <= PIECE and self._first == 0:
            self._scores.fill(self._rows, 0, self.count)
        else:
            self._first = -1

    def rows_from(self, first: int) -> array[float]:
        """The rows of the piece of the page that begins at the block `first`, a multiple of PIECE,
        all columns filled that are known."""
        if self._first != first:
            self._rows = self._fill(first, min(first + PIECE, self.count))
            self._first = first
        return self._rows

    def _fill(self, first: int, last: int) -> array[float]:
        rows = empty_rows(last - first, WIDTH)
        copy_columns(self.texts, TEXT_WIDTH, first, last, rows, 0)
        if len(self.odds):
            copy_columns(self.odds, ODDS_WIDTH, first, last, rows, ODDS_AT)
        if len(self.lines):
            copy_columns(self.lines, LINE_WIDTH, first, last, rows, LINES_AT)
        repeat_columns(self.whole, last - first, rows, PAGE_AT)
        self._places.fill(rows, first, last)
        self._structure.fill(rows, first, last)
        if self._scores is not None:
            self._scores.fill(rows, first, last)
        return rows


def copy_columns(
    columns: array[float], width: int, first: int, last: int, rows: array[float], to: int
) -> None:
    """Copy the columns of blocks[first:last], `width` a block, to rows from the column `to` on."""
    for i in range(first, last):
        begin = i * width
        at = (i - first) * WIDTH + to
        for k in range(width):
            rows[at + k] = columns[begin + k]


def repeat_columns(columns: array[float], count: int, rows: array[float], to: int) -> None:
    """Copy the same columns into so many rows from the column `to` on."""
    for i in range(count):
        at = i * WIDTH + to
        for k in range(len(columns)):
            rows[at + k] = columns[k]
