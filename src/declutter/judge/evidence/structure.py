"""What the elements around a block hold besides it."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.evidence.layout import STRUCTURE_AT, WIDTH, naughts
from declutter.judge.evidence.outline import Outline
from declutter.judge.evidence.totals import Totals
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


class Structure:
    """The elements of a page, with what tells of the blocks in them: the telling tags around each
    (`masks`), how many siblings are `alike`, and the `cards` around each, -1 for none."""

    def __init__(self, page: Page, outline: Outline, totals: Totals) -> None:
        self._rows = array("f")
        self._blocks = page.blocks
        self._elements = outline.elements
        self._totals = totals  # whose fields C knows, which it does not of an argument here
        self._sizes = self._totals.sizes
        self._linked = self._totals.linked
        self._long_sizes = self._totals.long_sizes
        self._headings = self._totals.headings
        self._total = self._sizes[len(page.blocks)] or 1.0
        self._total_long = self._long_sizes[len(page.blocks)] or 1.0
        self._parents = outline.parents
        self._firsts = outline.firsts
        self._lasts = outline.lasts
        self._wider = outline.wider
        self._places = outline.places
        self._masks = inherited_masks(outline)
        alike = alike_siblings(outline)
        self._alike = alike
        self._cards = nearest_cards(outline.elements, outline, alike)

    def fill(self, rows: array[float], first: int, last: int) -> None:
        """Fill the columns of `STRUCTURE_NAMES` in the rows of blocks[first:last]."""
        self._rows = rows
        for i in range(first, last):
            to = (i - first) * WIDTH + STRUCTURE_AT
            block = self._blocks[i]
            place = self._places[i]
            if place >= 0:
                element = self._elements[place]
                rows[to] = element.depth
                self._fill_masks(to, self._masks[place])
                if self._cards[place] >= 0:
                    self._fill_card(to, self._cards[place])
            rows[to + 1] = count_ancestors(self._wider, place)
            self._fill_around(to, i)
            if block.hidden:
                rows[to + 29] = 1.0
            rows[to + 30] = _ORIGINS[block.origin]

    def _fill_around(self, to: int, i: int) -> None:
        """Fill what the three innermost elements around a block hold besides it."""
        share = (self._long_sizes[i + 1] - self._long_sizes[i]) / self._total_long
        jump = 0.0
        inner = self._places[i]
        if inner >= 0 and self._lasts[inner] - self._firsts[inner] <= 1:
            inner = self._wider[inner]
        up = to + 2
        while inner >= 0 and up < to + 17:
            first = self._firsts[inner]
            last = self._lasts[inner]
            size = self._sizes[last] - self._sizes[first]
            held = last - first
            own_share = (self._long_sizes[last] - self._long_sizes[first]) / self._total_long
            self._rows[up] = own_share
            self._rows[up + 1] = (self._linked[last] - self._linked[first]) / (size or 1.0)
            self._rows[up + 2] = held
            self._rows[up + 3] = size / (held or 1)
            self._rows[up + 4] = (i - first) / (held or 1)
            if own_share - share > jump:
                jump = own_share - share
            share = own_share
            up += 5
            inner = self._wider[inner]
        self._rows[to + 17] = jump

    def _fill_card(self, to: int, card: int) -> None:
        """Fill what the card around a block is like."""
        first = self._firsts[card]
        last = self._lasts[card]
        size = self._sizes[last] - self._sizes[first]
        parent = self._parents[card]
        family = size * self._alike[card]
        if parent >= 0:
            family = self._sizes[self._lasts[parent]] - self._sizes[self._firsts[parent]]
        self._rows[to + 18] = self._alike[card]
        self._rows[to + 19] = last - first
        self._rows[to + 20] = size
        self._rows[to + 21] = (self._linked[last] - self._linked[first]) / (size or 1.0)
        self._rows[to + 22] = self._headings[last] - self._headings[first]
        self._rows[to + 23] = family / self._total

    def _fill_masks(self, to: int, mask: int) -> None:
        """Fill which telling tags are around a block."""
        if mask:
            self._rows[to + 24] = 1.0 if mask & 1 else 0.0
            self._rows[to + 25] = 1.0 if mask & 2 else 0.0
            self._rows[to + 26] = (1.0 if mask & 4 else 0.0) + (2.0 if mask & 8 else 0.0)
            self._rows[to + 27] = 1.0 if mask & 16 else 0.0
            self._rows[to + 28] = 1.0 if mask & 32 else 0.0


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
