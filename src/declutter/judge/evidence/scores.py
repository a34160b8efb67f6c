"""What the first scores of the other blocks say of a block: the second pass."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.evidence.layout import (
    HEADING,
    KIND,
    KINDS,
    SCORES_AT,
    SIZE,
    WIDTH,
    naughts,
    zeros,
)
from declutter.judge.evidence.outline import Outline

_KIND_COUNT: Final = len(KINDS)
_FARTHEST: Final = 50.0
_FAIR: Final = 0.4
"""Score above which a block adds to the run of content."""


def measure_scores(outline: Outline, scores: array[float], rows: array[float]) -> None:
    """Fill the columns of `SCORE_NAMES`; the other columns are filled already."""
    places = outline.places
    firsts = outline.firsts
    lasts = outline.lasts
    wider = outline.wider
    count = len(scores)
    width = WIDTH
    weights = zeros(count + 1)
    masses = zeros(count + 1)
    highest = 0.0
    for i in range(count):
        size = rows[i * width + SIZE]
        weights[i + 1] = weights[i] + size
        masses[i + 1] = masses[i] + size * scores[i]
        if scores[i] > highest:
            highest = scores[i]
    total = weights[count] or 1.0
    mass = masses[count] or 1.0
    names = namesakes(outline, rows)
    name_weights = zeros(count)
    name_masses = zeros(count)
    name_counts = zeros(count)
    kind_weights = zeros(_KIND_COUNT)
    kind_masses = zeros(_KIND_COUNT)
    for i in range(count):
        size = rows[i * width + SIZE]
        name = names[i]
        kind = int(rows[i * width + KIND])
        name_weights[name] += size
        name_masses[name] += size * scores[i]
        name_counts[name] += 1.0
        kind_weights[kind] += size
        kind_masses[kind] += size * scores[i]
    best_first, best_last = best_run(scores, rows)
    heading = -1.0
    for i in range(count):
        to = i * width + SCORES_AT
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
        inner = places[i]
        if inner >= 0 and lasts[inner] - firsts[inner] <= 1:
            inner = wider[inner]
        mean = 0.0
        for step in range(3):
            if inner >= 0:
                low = firsts[inner]
                high = lasts[inner]
                mean = (masses[high] - masses[low]) / (weights[high] - weights[low])
                inner = wider[inner]
            rows[to + 9 + step] = mean
        name = names[i]
        kind = int(rows[i * width + KIND])
        rows[to + 12] = name_masses[name] / name_weights[name]
        rows[to + 13] = name_counts[name]
        rows[to + 14] = kind_masses[kind] / kind_weights[kind]
        rows[to + 15] = heading
        rows[to + 16] = masses[i] / (weights[i] or 1.0)
        rows[to + 17] = (masses[count] - masses[i + 1]) / ((weights[count] - weights[i + 1]) or 1.0)
        rows[to + 18] = masses[i] / mass
        rows[to + 19] = (masses[count] - masses[i + 1]) / mass
        rows[to + 20] = mass / total
        rows[to + 21] = highest
        if best_first <= i < best_last:
            rows[to + 22] = 1.0
        elif i < best_first:
            rows[to + 23] = max(-_FARTHEST, float(i - best_first))
        else:
            rows[to + 23] = min(_FARTHEST, float(i - best_last + 1))
        if kind == HEADING:
            heading = scores[i]


def namesakes(outline: Outline, rows: array[float]) -> array[int]:
    """A number for each block, equal for blocks of one kind whose elements, and the two around
    them, have one tag and name: blocks of one number are one part of the site's template."""
    parents = outline.parents
    own_names = outline.names
    places = outline.places
    base = outline.name_count
    count = len(places)
    numbers: dict[int, int] = {}
    answers = names = naughts(count)
    width = WIDTH
    for i in range(count):
        key = int(rows[i * width + KIND])
        at = places[i]
        for _ in range(3):
            key = key * base
            if at >= 0:
                key += own_names[at] + 1
                at = parents[at]
        names[i] = numbers.setdefault(key, len(numbers))
    return answers


def best_run(scores: array[float], rows: array[float]) -> tuple[int, int]:
    """The run of blocks with the most content and least clutter, as first and one past last.

    The maximum subsequence of Pasternack and Roth, "Extracting article text from the web with
    maximum subsequence segmentation" (2009), over fitted scores.
    """
    best = 0.0
    first = 0
    last = 0
    running = 0.0
    start = 0
    width = WIDTH
    for i in range(len(scores)):
        if running <= 0.0:
            running = 0.0
            start = i
        running += (scores[i] - _FAIR) * rows[i * width + SIZE]
        if running > best:
            best = running
            first = start
            last = i + 1
    return first, last
