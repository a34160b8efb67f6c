"""What the first scores of the other blocks say of a block: the second pass."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.evidence.layout import (
    KIND,
    KINDS,
    SCORES_AT,
    SIZE,
    TEXT_WIDTH,
    WIDTH,
    naughts,
    zeros,
)
from declutter.judge.evidence.outline import Outline
from declutter.judge.evidence.totals import Totals

_KIND_COUNT: Final = len(KINDS)
_FARTHEST: Final = 50
_FAIR: Final = 0.4
"""Score above which a block adds to the run of content."""


class FirstScores:
    """The first score of every block of a page, with what they come to together: the content
    before each (`masses`), by the parts of the template (`names`), by kind, and in the best run."""

    def __init__(self, outline: Outline, scores: array[float], totals: Totals) -> None:
        self._rows = array("f")
        self._scores = scores
        self._totals = totals  # whose fields C knows, which it does not of an argument here
        self._texts = self._totals.texts
        self._sizes = self._totals.sizes
        self._above = self._totals.above
        self._places = outline.places
        self._firsts = outline.firsts
        self._lasts = outline.lasts
        self._wider = outline.wider
        self._masses = zeros(len(scores) + 1)
        self._highest = 0.0
        self._names, named = namesakes(outline, totals)
        self._name_weights = zeros(named)
        self._name_masses = zeros(named)
        self._name_counts = naughts(named)
        self._kind_weights = zeros(_KIND_COUNT)
        self._kind_masses = zeros(_KIND_COUNT)
        self._add_up()
        self._best_first, self._best_last = best_run(scores, totals)

    def _add_up(self) -> None:
        texts = self._texts
        scores = self._scores
        for i in range(len(scores)):
            score = scores[i]
            size = texts[i * TEXT_WIDTH + SIZE]
            mass = size * score
            name = self._names[i]
            kind = int(texts[i * TEXT_WIDTH + KIND])
            self._masses[i + 1] = self._masses[i] + mass
            if score > self._highest:
                self._highest = score
            self._name_weights[name] += size
            self._name_masses[name] += mass
            self._name_counts[name] += 1
            self._kind_weights[kind] += size
            self._kind_masses[kind] += mass

    def fill(self, rows: array[float], first: int, last: int) -> None:
        """Fill the columns of `SCORE_NAMES` in the rows of blocks[first:last]."""
        self._rows = rows
        texts = self._texts
        weights = self._sizes
        masses = self._masses
        scores = self._scores
        names = self._names
        name_weights = self._name_weights
        name_masses = self._name_masses
        count = len(scores)
        total = weights[count] or 1.0
        mass = masses[count] or 1.0
        for i in range(first, last):
            to = (i - first) * WIDTH + SCORES_AT
            rows[to] = scores[i]
            for step in range(1, 4):
                rows[to + step] = scores[i - step] if i >= step else 0.0
                rows[to + 3 + step] = scores[i + step] if i + step < count else 0.0
            low = max(i - 2, 0)
            high = min(i + 3, count)
            rows[to + 7] = (masses[high] - masses[low]) / (weights[high] - weights[low])
            low = max(i - 5, 0)
            high = min(i + 6, count)
            rows[to + 8] = (masses[high] - masses[low]) / (weights[high] - weights[low])
            self._fill_around(to, self._places[i])
            name = names[i]
            kind = int(texts[i * TEXT_WIDTH + KIND])
            rows[to + 12] = name_masses[name] / name_weights[name]
            rows[to + 13] = self._name_counts[name]
            rows[to + 14] = self._kind_masses[kind] / self._kind_weights[kind]
            heading = self._above[i]
            rows[to + 15] = scores[heading] if heading >= 0 else -1.0
            rows[to + 16] = masses[i] / (weights[i] or 1.0)
            rows[to + 17] = (masses[count] - masses[i + 1]) / (
                (weights[count] - weights[i + 1]) or 1.0
            )
            rows[to + 18] = masses[i] / mass
            rows[to + 19] = (masses[count] - masses[i + 1]) / mass
            rows[to + 20] = mass / total
            rows[to + 21] = self._highest
            if i < self._best_first:
                rows[to + 23] = max(-_FARTHEST, i - self._best_first)
            elif i < self._best_last:
                rows[to + 22] = 1.0
            else:
                rows[to + 23] = min(_FARTHEST, i - self._best_last + 1)

    def _fill_around(self, to: int, inner: int) -> None:
        """Fill the mean scores of the three innermost elements around a block."""
        if inner >= 0 and self._lasts[inner] - self._firsts[inner] <= 1:
            inner = self._wider[inner]
        mean = 0.0
        for step in range(3):
            if inner >= 0:
                low = self._firsts[inner]
                high = self._lasts[inner]
                mean = self._masses[high] - self._masses[low]
                mean /= self._sizes[high] - self._sizes[low]
                inner = self._wider[inner]
            self._rows[to + 9 + step] = mean


def namesakes(outline: Outline, totals: Totals) -> tuple[array[int], int]:
    """A number for each block, equal for blocks of one kind whose elements, and the two around
    them, have one tag and name: blocks of one number are one part of the site's template; and how
    many numbers there are."""
    parents = outline.parents
    own_names = outline.names
    places = outline.places
    base = outline.name_count
    count = len(places)
    numbers: dict[int, int] = {}
    answers = names = naughts(count)
    texts = totals.texts
    for i in range(count):
        key = int(texts[i * TEXT_WIDTH + KIND])
        at = places[i]
        for _ in range(3):
            key = key * base
            if at >= 0:
                key += own_names[at] + 1
                at = parents[at]
        names[i] = numbers.setdefault(key, len(numbers))
    return answers, len(numbers)


def best_run(scores: array[float], totals: Totals) -> tuple[int, int]:
    """The run of blocks with the most content and least clutter, as first and one past last.

    The maximum subsequence of Pasternack and Roth, "Extracting article text from the web with
    maximum subsequence segmentation" (2009), over fitted scores.
    """
    best = 0.0
    first = 0
    last = 0
    running = 0.0
    start = 0
    texts = totals.texts
    for i in range(len(scores)):
        if running <= 0.0:
            running = 0.0
            start = i
        running += (scores[i] - _FAIR) * texts[i * TEXT_WIDTH + SIZE]
        if running > best:
            best = running
            first = start
            last = i + 1
    return first, last
