"""Where a block stands: in what its ancestors are named for, and in the container of the content.

Both are Readability's ideas. What holds much of the page's prose is the page, whatever it is called
(a body of the class "no-sidebar"): only names that nobody gives to content count against it.
"""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.evidence.chances import odds_of_names
from declutter.judge.evidence.layout import (
    LINK_DENSITY,
    ODDS_NAMES,
    ODDS_WIDTH,
    SIZE,
    TEXT_WIDTH,
    zeros,
)
from declutter.judge.evidence.outline import Outline
from declutter.judge.evidence.rows import Evidence
from declutter.judge.heuristic.weights import Container
from declutter.judge.lexicon import Lexicon

_PATH_LOWEST: Final = ODDS_NAMES.index("path lowest")
_PATH_HIGHEST: Final = ODDS_NAMES.index("path highest")
_MOST: Final = 0.4
"""Share of the page's prose above which what holds it is not clutter by its name."""
_MOST_OF_FIRM: Final = 0.8
_FIRM: Final = -4.0
"""The same for names of these odds and worse."""


def measure_paths(outline: Outline, attributes: Lexicon, evidence: Evidence) -> None:
    """Fill the lowest and the highest odds of the names around each block; `attributes` are the
    odds of words and tags."""
    parents = outline.parents
    firsts = outline.firsts
    lasts = outline.lasts
    calls = outline.calls
    places = outline.places
    count = len(places)
    texts = evidence.texts
    prose = zeros(count + 1)
    for i in range(count):
        at = i * TEXT_WIDTH
        prose[i + 1] = prose[i] + (texts[at + SIZE] if texts[at + LINK_DENSITY] < 0.5 else 0.0)
    called = odds_of_names(outline.designations, outline.codes, attributes)
    lowest = zeros(len(parents))
    highest = zeros(len(parents))
    for i in range(len(parents)):
        odds = called[calls[i]]
        most = _MOST_OF_FIRM if odds <= _FIRM else _MOST
        if odds < 0.0 and prose[lasts[i]] - prose[firsts[i]] > most * prose[count]:
            odds = 0.0
        parent = parents[i]
        lowest[i] = min(odds, lowest[parent] if parent >= 0 else 0.0)
        highest[i] = max(odds, highest[parent] if parent >= 0 else 0.0)
    filled = evidence.odds
    for i in range(count):
        place = places[i]
        filled[i * ODDS_WIDTH + _PATH_LOWEST] = lowest[place] if place >= 0 else 0.0
        filled[i * ODDS_WIDTH + _PATH_HIGHEST] = highest[place] if place >= 0 else 0.0


def add_container(
    outline: Outline,
    scores: array[float],
    container: Container,
    evidence: Evidence,
    totals: array[float],
) -> None:
    """Add to each total what the best container gives to what is inside and outside."""
    first, last = best_container(outline, scores, container.fair, evidence)
    if first == last:
        return
    inside = container.inside
    outside = container.outside
    for i in range(len(totals)):
        totals[i] += inside if first <= i < last else outside


def best_container(
    outline: Outline, scores: array[float], fair: float, evidence: Evidence
) -> tuple[int, int]:
    """The innermost element with the most content and least clutter inside, as its first block and
    one past its last; equal where no element has more content than clutter."""
    firsts = outline.firsts
    lasts = outline.lasts
    texts = evidence.texts
    sums = zeros(len(scores) + 1)
    for i in range(len(scores)):
        sums[i + 1] = sums[i] + (scores[i] - fair) * texts[i * TEXT_WIDTH + SIZE]
    best = 0.0
    first = 0
    last = 0
    for i in range(len(firsts)):
        gain = sums[lasts[i]] - sums[firsts[i]]
        if gain > 0.0 and gain >= best:
            best = gain
            first = firsts[i]
            last = lasts[i]
    return first, last
