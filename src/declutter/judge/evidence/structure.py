"""What the elements around a block hold besides it."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.evidence.layout import (
    HEADING,
    KIND,
    LINK_DENSITY,
    LONG,
    SIZE,
    STRUCTURE_AT,
    WIDTH,
    naughts,
    zeros,
)
from declutter.judge.evidence.outline import Outline
from declutter.page import Element, Page

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
_MOST_ANCESTORS: Final = 8


def measure_structure(page: Page, outline: Outline, rows: array[float]) -> None:
    """Fill the columns of `STRUCTURE_NAMES`."""
    blocks = page.blocks
    elements = outline.elements
    count = len(blocks)
    width = WIDTH
    sizes = zeros(count + 1)
    linked = zeros(count + 1)
    long_sizes = zeros(count + 1)
    headings = zeros(count + 1)
    for i in range(count):
        at = i * width
        size = rows[at + SIZE]
        sizes[i + 1] = sizes[i] + size
        linked[i + 1] = linked[i] + size * rows[at + LINK_DENSITY]
        long_sizes[i + 1] = long_sizes[i]
        if size >= LONG and rows[at + LINK_DENSITY] < 0.5:
            long_sizes[i + 1] += size
        headings[i + 1] = headings[i] + (1.0 if rows[at + KIND] == HEADING else 0.0)
    total = sizes[count] or 1.0
    total_long = long_sizes[count] or 1.0
    parents = outline.parents
    firsts = outline.firsts
    lasts = outline.lasts
    wider = outline.wider
    places = outline.places
    masks = inherited_masks(outline)
    alike = alike_siblings(outline)
    cards = nearest_cards(elements, outline, alike)
    for i in range(count):
        block = blocks[i]
        to = i * width + STRUCTURE_AT
        place = places[i]
        mask = 0
        if place >= 0:
            element = elements[place]
            rows[to] = element.depth
            mask = masks[place]
        rows[to + 1] = count_ancestors(wider, place)
        share = (long_sizes[i + 1] - long_sizes[i]) / total_long
        jump = 0.0
        inner = place
        if inner >= 0 and lasts[inner] - firsts[inner] <= 1:
            inner = wider[inner]
        up = to + 2
        while inner >= 0 and up < to + 17:
            first = firsts[inner]
            last = lasts[inner]
            size = sizes[last] - sizes[first]
            held = last - first
            own_share = (long_sizes[last] - long_sizes[first]) / total_long
            rows[up] = own_share
            rows[up + 1] = (linked[last] - linked[first]) / (size or 1.0)
            rows[up + 2] = held
            rows[up + 3] = size / (held or 1)
            rows[up + 4] = (i - first) / (held or 1)
            if own_share - share > jump:
                jump = own_share - share
            share = own_share
            up += 5
            inner = wider[inner]
        rows[to + 17] = jump
        card = cards[place] if place >= 0 else -1
        if card >= 0:
            first = firsts[card]
            last = lasts[card]
            size = sizes[last] - sizes[first]
            parent = parents[card]
            family = size * alike[card]
            if parent >= 0:
                family = sizes[lasts[parent]] - sizes[firsts[parent]]
            rows[to + 18] = alike[card]
            rows[to + 19] = last - first
            rows[to + 20] = size
            rows[to + 21] = (linked[last] - linked[first]) / (size or 1.0)
            rows[to + 22] = headings[last] - headings[first]
            rows[to + 23] = family / total
        if mask:
            rows[to + 24] = 1.0 if mask & 1 else 0.0
            rows[to + 25] = 1.0 if mask & 2 else 0.0
            rows[to + 26] = (1.0 if mask & 4 else 0.0) + (2.0 if mask & 8 else 0.0)
            rows[to + 27] = 1.0 if mask & 16 else 0.0
            rows[to + 28] = 1.0 if mask & 32 else 0.0
        if block.hidden:
            rows[to + 29] = 1.0
        rows[to + 30] = _ORIGINS[block.origin]


def count_ancestors(wider: array[int], at: int) -> int:
    """How many ancestors with more and more blocks there are, up to eight."""
    steps = 0
    while at >= 0 and steps < _MOST_ANCESTORS:
        at = wider[at]
        steps += 1
    return steps


def inherited_masks(outline: Outline) -> array[int]:
    """For each element, which telling tags it or an ancestor has, as bits."""
    designations = outline.designations
    told = naughts(len(designations))
    for number in range(len(designations)):
        designation = designations[number]
        told[number] = _MASKS.get(designation[0], 0)
    parents = outline.parents
    calls = outline.calls
    answers = masks = naughts(len(parents))
    for i in range(len(parents)):
        own = told[calls[i]]
        if parents[i] >= 0:
            own |= masks[parents[i]]
        masks[i] = own
    return answers


def alike_siblings(outline: Outline) -> array[int]:
    """For each element, how many siblings share its tag and name, itself included."""
    parents = outline.parents
    names = outline.names
    count = len(parents)
    answers = alike = naughts(count)
    # The children of each element, as a chain from the first on; at 0 those of no element.
    first = array("i", [-1]) * (count + 1)
    following = naughts(count)
    for i in range(count - 1, -1, -1):
        following[i] = first[parents[i] + 1]
        first[parents[i] + 1] = i
    tally = naughts(outline.name_count)
    for i in range(count + 1):
        child = first[i]
        while child >= 0:
            tally[names[child]] += 1
            child = following[child]
        child = first[i]
        while child >= 0:
            alike[child] = tally[names[child]]
            child = following[child]
        child = first[i]
        while child >= 0:
            tally[names[child]] = 0
            child = following[child]
    return answers


def nearest_cards(elements: list[Element], outline: Outline, alike: array[int]) -> array[int]:
    """For each element, the innermost of it and its ancestors that is one of several alike and
    holds more than one block; else the innermost that is one of several alike; -1 for none."""
    parents = outline.parents
    firsts = outline.firsts
    lasts = outline.lasts
    answers = cards = naughts(len(parents))
    for i in range(len(parents)):
        above = cards[parents[i]] if parents[i] >= 0 else -1
        cards[i] = above
        own = lasts[i] - firsts[i]
        if alike[i] >= _FEWEST_CARDS and own > 0:
            element = elements[i]
            wide = above < 0 or lasts[above] - firsts[above] > _WIDEST_CARD
            if (own > 1 or wide) and element.tag != "p":
                cards[i] = i
    return answers
