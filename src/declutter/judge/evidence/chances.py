"""What the words that elements are named by, and short blocks' own words, make likely."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.evidence.layout import (
    HEADING,
    KIND,
    ODDS_WIDTH,
    TEXT_WIDTH,
    empty_rows,
    zeros,
)
from declutter.judge.evidence.outline import Designation, Outline
from declutter.judge.lexicon import (
    BELOW,
    HUNDREDTHS,
    OWN,
    Lexicon,
    code_of,
    find,
    find_words,
)
from declutter.judge.odds import Odds
from declutter.page import Page

SHORT: Final = 160
"""Characters up to which a block's own words are looked at."""
_MOST_WORDS: Final = 24
_AROUND: Final = 4
_FAR: Final = 40.0


def measure_odds(
    page: Page,
    outline: Outline,
    folded: list[str],
    labels: list[str],
    odds: Odds,
    texts: array[float],
) -> array[float]:
    """The columns of `ODDS_NAMES`; fills the odds of the outline's designations.

    `folded` are the blocks' folded texts, empty for long ones. `labels` name what each block says,
    such as "related/heading", empty for nothing known. `texts` are the columns of `TEXT_NAMES`.
    """
    rows = empty_rows(len(page.blocks), ODDS_WIDTH)
    outline.odds = odds_of_names(outline.designations, outline.codes, odds.attributes)
    measure_names(page, outline, odds.attributes, rows)
    measure_words(page, folded, odds, texts, rows)
    measure_labels(labels, odds.labels, rows)
    return rows


def measure_names(page: Page, outline: Outline, attributes: Lexicon, rows: array[float]) -> None:
    """Fill what the names of the elements around a block make likely."""
    blocks = page.blocks
    parents = outline.parents
    places = outline.places
    calls = outline.calls
    count = len(parents)
    called = outline.odds
    slots = attributes.slots
    sums = zeros(count)
    lowest = zeros(count)
    highest = zeros(count)
    for i in range(count):
        value = called[calls[i]]
        parent = parents[i]
        if parent >= 0:
            sums[i] = sums[parent] + value
            lowest[i] = min(lowest[parent], value)
            highest[i] = max(highest[parent], value)
        else:
            sums[i] = value
            lowest[i] = value
            highest[i] = value
    for i in range(len(blocks)):
        to = i * ODDS_WIDTH
        place = places[i]
        if place >= 0:
            rows[to] = sums[place]
            rows[to + 1] = lowest[place]
            rows[to + 2] = highest[place]
            rows[to + 3] = called[calls[place]]
            if parents[place] >= 0:
                rows[to + 4] = called[calls[parents[place]]]
        block = blocks[i]
        marks = block.marks
        if marks:
            value = 0.0
            for word in marks:
                value += slots[find(slots, code_of(word, 0)) + OWN] / HUNDREDTHS
            rows[to + 5] = value


def odds_of_names(
    designations: list[Designation], codes: array[int], attributes: Lexicon
) -> array[float]:
    """The odds of elements by their tags and their words, whose codes stand one after the other."""
    odds = zeros(len(designations))
    own = odds
    slots = attributes.slots
    tags = code_of("<", 0)
    at = 0
    for i, (tag, words) in enumerate(designations):
        value = slots[find(slots, code_of(tag, tags)) + OWN] / HUNDREDTHS
        for _ in range(len(words)):
            value += slots[find(slots, codes[at]) + OWN] / HUNDREDTHS
            at += 1
        own[i] = value
    return odds


def measure_words(
    page: Page, folded: list[str], odds: Odds, texts: array[float], rows: array[float]
) -> None:
    """Fill what a short block's own words make likely, and those of the heading above it."""
    blocks = page.blocks
    slots = odds.words.slots
    places = array("q", bytes(8 * _MOST_WORDS))
    under = 0.0
    under_lowest = 0.0
    for i in range(len(blocks)):
        to = i * ODDS_WIDTH
        rows[to + 16] = under
        rows[to + 17] = under_lowest
        is_heading = texts[i * TEXT_WIDTH + KIND] == HEADING
        if is_heading:
            under = 0.0
            under_lowest = 0.0
        block = blocks[i]
        text = folded[i]
        if not text or len(block.text) > SHORT:
            continue
        count = find_words(slots, text, places)
        total = 0.0
        lowest = 0.0
        highest = 0.0
        value = 0.0
        for j in range(count):
            value = slots[places[j] + OWN] / HUNDREDTHS
            total += value
            if value < lowest:
                lowest = value
            elif value > highest:
                highest = value
        rows[to + 6] = total
        rows[to + 7] = lowest
        rows[to + 8] = highest
        rows[to + 9] = slots[places[0] + OWN] / HUNDREDTHS
        if is_heading:
            for j in range(count):
                value = slots[places[j] + BELOW] / HUNDREDTHS
                under += value
                if value < under_lowest:
                    under_lowest = value


def measure_labels(labels: list[str], known: dict[str, float], rows: array[float]) -> None:
    """Fill the odds of what a block and its neighbours say, and of the label above it."""
    count = len(labels)
    own = zeros(count)
    sums = zeros(count + 1)
    for i in range(count):
        label = labels[i]
        if label:
            own[i] = known.get(label, 0.0)
        sums[i + 1] = sums[i] + own[i]
    heading = 0.0
    distance = _FAR
    for i in range(count):
        to = i * ODDS_WIDTH
        low = max(i - _AROUND, 0)
        high = min(i + _AROUND + 1, count)
        rows[to + 10] = own[i]
        if i > 0:
            rows[to + 11] = own[i - 1]
        if i + 1 < count:
            rows[to + 12] = own[i + 1]
        rows[to + 13] = heading
        rows[to + 14] = distance
        rows[to + 15] = (sums[high] - sums[low]) / (high - low)
        label = labels[i]
        if label and label.endswith("/heading"):
            heading = own[i]
            distance = 1.0
        elif distance < _FAR:
            distance += 1.0


def short_words(folded: str, length: int) -> list[str]:
    """The words of a short block by which its odds are told; none of a long one.

    `folded` is its folded text, `length` the number of its characters.
    """
    if not folded or length > SHORT:
        return []
    words = folded.split(" ", _MOST_WORDS)
    if len(words) > _MOST_WORDS:
        words.pop()
    return words
