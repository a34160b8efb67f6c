"""What the elements around a block hold besides it."""

from __future__ import annotations

from typing import Final

from declutter.document import Element, Page
from declutter.judge.evidence.scale import LONG
from declutter.judge.evidence.text import KIND, LINK_DENSITY, SIZE

STRUCTURE_NAMES: Final = (
    "depth",
    "ancestors",
    "up1 long share",
    "up1 link density",
    "up1 blocks",
    "up1 mean size",
    "up1 position",
    "up2 long share",
    "up2 link density",
    "up2 blocks",
    "up2 mean size",
    "up2 position",
    "up3 long share",
    "up3 link density",
    "up3 blocks",
    "up3 mean size",
    "up3 position",
    "share jump",
    "siblings alike",
    "card blocks",
    "card size",
    "card link density",
    "card heads",
    "cards share",
    "in article",
    "in main",
    "in side",
    "in form",
    "in list",
    "hidden",
    "origin",
)
_MASKS: Final[dict[str, int]] = {
    "article": 1,
    "main": 2,
    "nav": 4,
    "aside": 4,
    "footer": 4,
    "header": 8,
    "form": 16,
    "button": 16,
    "label": 16,
    "ul": 32,
    "ol": 32,
}
_ORIGINS: Final[dict[str, float]] = {
    "page": 0.0,
    "noscript": 1.0,
    "template": 2.0,
    "json-ld": 3.0,
    "state": 4.0,
}
_FEWEST_CARDS: Final = 3
_WIDEST_CARD: Final = 40
"""Blocks above which what holds a block is rather a column of cards than a card."""
_NOTHING: Final = [0.0, 0.0, 0.0, 0.0, 0.0]


def measure_structure(page: Page, texts: list[list[float]]) -> list[list[float]]:
    """A row for each block, its numbers named by `STRUCTURE_NAMES`."""
    elements = page.elements
    count = len(page.blocks)
    sizes = [0.0]
    linked = [0.0]
    long_sizes = [0.0]
    headings = [0]
    for row in texts:
        size = row[SIZE]
        density = row[LINK_DENSITY]
        sizes.append(sizes[-1] + size)
        linked.append(linked[-1] + size * density)
        is_long = size >= LONG and density < 0.5
        long_sizes.append(long_sizes[-1] + (size if is_long else 0.0))
        headings.append(headings[-1] + (1 if row[KIND] == 7.0 else 0))
    total_long = long_sizes[-1] or 1.0
    total = sizes[-1] or 1.0
    outer = wider_ancestors(elements)
    masks = inherited_masks(elements)
    alike = alike_siblings(elements)
    cards = nearest_cards(elements, alike)
    known: dict[int, list[float]] = {}
    card_rows: dict[int, list[float]] = {-1: [0.0] * 6}
    rows: list[list[float]] = []
    for i in range(count):
        block = page.blocks[i]
        at = block.element
        row = []
        if at >= 0:
            row.append(float(elements[at].depth))
            mask = masks[at]
        else:
            row.append(0.0)
            mask = 0
        steps = 0
        share = long_sizes[i + 1] - long_sizes[i]
        share /= total_long
        jump = 0.0
        ancestors: list[float] = []
        inner = at
        if inner >= 0 and elements[inner].last - elements[inner].first <= 1:
            inner = outer[inner]
        while inner >= 0 and steps < 3:
            element = elements[inner]
            first = element.first
            last = element.last
            numbers = known.get(inner)
            if numbers is None:
                size = sizes[last] - sizes[first]
                blocks = last - first
                numbers = [
                    (long_sizes[last] - long_sizes[first]) / total_long,
                    (linked[last] - linked[first]) / (size or 1.0),
                    float(blocks),
                    size / (blocks or 1),
                ]
                known[inner] = numbers
            ancestors += numbers
            ancestors.append((i - first) / ((last - first) or 1))
            jump = max(jump, numbers[0] - share)
            share = numbers[0]
            steps += 1
            inner = outer[inner]
        while steps < 3:
            ancestors += _NOTHING
            steps += 1
        card = cards[at] if at >= 0 else -1
        card_row = card_rows.get(card)
        if card_row is None:
            element = elements[card]
            first = element.first
            last = element.last
            size = sizes[last] - sizes[first]
            parent = element.parent
            family = size * alike[card]
            if parent >= 0:
                family = sizes[elements[parent].last] - sizes[elements[parent].first]
            card_row = [
                float(alike[card]),
                float(last - first),
                size,
                (linked[last] - linked[first]) / (size or 1.0),
                float(headings[last] - headings[first]),
                family / total,
            ]
            card_rows[card] = card_row
        row.append(float(ancestor_count(elements, outer, at)))
        row += ancestors
        row.append(jump)
        row += card_row
        row.append(1.0 if mask & 1 else 0.0)
        row.append(1.0 if mask & 2 else 0.0)
        row.append((1.0 if mask & 4 else 0.0) + (2.0 if mask & 8 else 0.0))
        row.append(1.0 if mask & 16 else 0.0)
        row.append(1.0 if mask & 32 else 0.0)
        row.append(1.0 if block.hidden else 0.0)
        row.append(_ORIGINS[block.origin])
        rows.append(row)
    return rows


def ancestor_count(elements: list[Element], outer: list[int], at: int) -> int:
    """How many ancestors with more and more blocks there are, up to eight."""
    steps = 0
    while at >= 0 and steps < 8:
        at = outer[at]
        steps += 1
    return steps


def wider_ancestors(elements: list[Element]) -> list[int]:
    """For each element, the nearest ancestor that holds more blocks than it; -1 for none."""
    outer: list[int] = []
    for element in elements:
        parent = element.parent
        if parent >= 0:
            above = elements[parent]
            if above.first == element.first and above.last == element.last:
                parent = outer[parent]
        outer.append(parent)
    return outer


def inherited_masks(elements: list[Element]) -> list[int]:
    """For each element, which telling tags it or an ancestor has, as bits."""
    masks: list[int] = []
    for element in elements:
        own = _MASKS.get(element.tag, 0)
        if element.parent >= 0:
            own |= masks[element.parent]
        masks.append(own)
    return masks


def alike_siblings(elements: list[Element]) -> list[int]:
    """For each element with blocks, how many siblings share its tag and name, itself included."""
    counts: dict[tuple[int, str, tuple[str, ...]], int] = {}
    keys: list[tuple[int, str, tuple[str, ...]]] = []
    for element in elements:
        key = (element.parent, element.tag, element.words[:3])
        keys.append(key)
        if element.last > element.first:
            counts[key] = counts.get(key, 0) + 1
    return [counts.get(key, 0) for key in keys]


def nearest_cards(elements: list[Element], alike: list[int]) -> list[int]:
    """For each element, the innermost of it and its ancestors that is one of several alike and
    holds more than one block; else the innermost that is one of several alike; -1 for none."""
    cards: list[int] = []
    for i in range(len(elements)):
        element = elements[i]
        above = cards[element.parent] if element.parent >= 0 else -1
        own = element.last - element.first
        repeated = alike[i] >= _FEWEST_CARDS and element.tag != "p" and own > 0
        wide = above < 0 or elements[above].last - elements[above].first > _WIDEST_CARD
        cards.append(i if repeated and (own > 1 or wide) else above)
    return cards
