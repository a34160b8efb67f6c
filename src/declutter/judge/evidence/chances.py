"""What the words that elements are named by, and short blocks' own words, make likely."""

from __future__ import annotations

import re
from typing import Final

from declutter.document import Page
from declutter.judge.odds import Odds

ODDS_NAMES: Final = (
    "path odds",
    "path lowest",
    "path highest",
    "own odds",
    "parent odds",
    "marks odds",
    "words odds",
    "words lowest",
    "words highest",
    "opening odds",
    "label odds",
    "label before",
    "label after",
    "heading label",
    "heading label distance",
    "labels around",
)
SHORT: Final = 160
"""Characters up to which a block's own words are looked at."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_MOST_WORDS: Final = 24
_AROUND: Final = 4
_FAR: Final = 40.0


def measure_odds(page: Page, labels: list[str], odds: Odds) -> list[list[float]]:
    """A row for each block, its numbers named by `ODDS_NAMES`.

    `labels` name what each block says, such as "related/heading", empty for nothing known.
    """
    attributes = odds.attributes
    words = odds.words
    own: list[float] = []
    sums: list[float] = []
    lowest: list[float] = []
    highest: list[float] = []
    for element in page.elements:
        value = attributes.get("<" + element.tag, 0.0)
        for word in element.words:
            value += attributes.get(word, 0.0)
        own.append(value)
        parent = element.parent
        if parent >= 0:
            sums.append(sums[parent] + value)
            lowest.append(min(lowest[parent], value))
            highest.append(max(highest[parent], value))
        else:
            sums.append(value)
            lowest.append(value)
            highest.append(value)
    label_rows = label_odds(labels, odds.labels)
    rows: list[list[float]] = []
    for i in range(len(page.blocks)):
        block = page.blocks[i]
        at = block.element
        marks = 0.0
        for word in block.marks:
            marks += attributes.get(word, 0.0)
        if at >= 0:
            parent = page.elements[at].parent
            row = [
                sums[at],
                lowest[at],
                highest[at],
                own[at],
                own[parent] if parent >= 0 else 0.0,
                marks,
            ]
        else:
            row = [0.0, 0.0, 0.0, 0.0, 0.0, marks]
        rows.append(row + word_odds(block.text, words) + label_rows[i])
    return rows


def label_odds(labels: list[str], known: dict[str, float]) -> list[list[float]]:
    """For each block, the odds of what it and its neighbours say, and of the label above it."""
    count = len(labels)
    own = [known.get(label, 0.0) if label else 0.0 for label in labels]
    sums = [0.0]
    for value in own:
        sums.append(sums[-1] + value)
    rows: list[list[float]] = []
    heading = 0.0
    distance = _FAR
    for i in range(count):
        low = max(i - _AROUND, 0)
        high = min(i + _AROUND + 1, count)
        rows.append(
            [
                own[i],
                own[i - 1] if i else 0.0,
                own[i + 1] if i + 1 < count else 0.0,
                heading,
                distance,
                (sums[high] - sums[low]) / (high - low),
            ]
        )
        if labels[i].endswith("/heading"):
            heading = own[i]
            distance = 1.0
        elif distance < _FAR:
            distance += 1.0
    return rows


def short_words(text: str) -> list[str]:
    """The words of a short block by which its odds are told, lower-case; none of a long one."""
    if len(text) > SHORT:
        return []
    return _WORD.findall(text.lower())[:_MOST_WORDS]


def word_odds(text: str, words: dict[str, float]) -> list[float]:
    """The sum, the lowest and the highest odds of a short block's words, and the first word's."""
    total = 0.0
    lowest = 0.0
    highest = 0.0
    opening = 0.0
    found = short_words(text)
    for word in found:
        value = words.get(word, 0.0)
        total += value
        if value < lowest:
            lowest = value
        elif value > highest:
            highest = value
    if found:
        opening = words.get(found[0], 0.0)
    return [total, lowest, highest, opening]
