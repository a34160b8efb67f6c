"""The elements of a page as numbers: what the evidence asks of them again and again."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import Final

from declutter.document import Page

_FIRST_WORDS: Final = 3


@dataclass(slots=True, frozen=True)
class Outline:
    """Beside `Page.elements`: `parents`, the bounds of the blocks inside (`firsts`, `lasts`), the
    nearest ancestor that holds more blocks (`wider`, -1 for none), and a number for the tag and the
    first words of its name (`names`, below `name_count`), equal for elements named alike. Beside
    `Page.blocks`: the element around each (`places`, -1 for none)."""

    parents: array[int]
    firsts: array[int]
    lasts: array[int]
    wider: array[int]
    names: array[int]
    name_count: int
    places: array[int]


def draw_outline(page: Page) -> Outline:
    """The outline of a page whose blocks are cut already."""
    elements = page.elements
    blocks = page.blocks
    count = len(elements)
    parents = array("i", bytes(4 * count))
    firsts = array("i", bytes(4 * count))
    lasts = array("i", bytes(4 * count))
    wider = array("i", bytes(4 * count))
    names = array("i", bytes(4 * count))
    numbers: dict[tuple[str, tuple[str, ...]], int] = {}
    for i in range(count):
        element = elements[i]
        parent = element.parent
        first = element.first
        last = element.last
        parents[i] = parent
        firsts[i] = first
        lasts[i] = last
        if parent >= 0 and firsts[parent] == first and lasts[parent] == last:
            wider[i] = wider[parent]
        else:
            wider[i] = parent
        words = element.words
        if len(words) > _FIRST_WORDS:
            words = words[:_FIRST_WORDS]
        names[i] = numbers.setdefault((element.tag, words), len(numbers))
    places = array("i", bytes(4 * len(blocks)))
    for i in range(len(blocks)):
        places[i] = blocks[i].element
    return Outline(parents, firsts, lasts, wider, names, len(numbers) + 1, places)
