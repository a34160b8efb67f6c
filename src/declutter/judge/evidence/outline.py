"""The elements of a page as numbers: what the evidence asks of them again and again."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import Final

from declutter.judge.evidence.layout import naughts, zeros
from declutter.judge.evidence.sections import layout_elements
from declutter.judge.lexicon import code_of
from declutter.page import Element, Page

_FIRST_WORDS: Final = 3

Designation = tuple[str, tuple[str, ...]]
"""An element's tag and the words that it is named by."""


@dataclass(slots=True)
class Outline:
    """The `elements` of a page, in a text those that its layout implies. Beside them: `parents`,
    the bounds of the blocks inside (`firsts`, `lasts`), the nearest ancestor that holds more blocks
    (`wider`, -1 for none), a number for the tag and the first words of its name (`names`, below
    `name_count`), equal for elements named alike, and one for its tag and all its words (`calls`),
    the index of these in `designations`; beside these their `odds`, 0 before `measure_odds`. In
    `codes` stand those that lexicons have for the words of all designations, in their order. Beside
    `Page.blocks`: the element around each (`places`, -1 for none)."""

    elements: list[Element]
    parents: array[int]
    firsts: array[int]
    lasts: array[int]
    wider: array[int]
    names: array[int]
    calls: array[int]
    places: array[int]
    designations: list[Designation] = field(default_factory=list)
    codes: array[int] = field(default_factory=lambda: array("q"))
    odds: array[float] = field(default_factory=lambda: zeros(0))
    name_count: int = 1


def draw_outline(page: Page) -> Outline:
    """The outline of a page whose blocks are cut already."""
    blocks = page.blocks
    elements = page.elements
    listed: list[int] = []
    if page.format != "html":
        elements, listed = layout_elements(page)
    count = len(elements)
    outline = Outline(
        elements=elements,
        parents=naughts(count),
        firsts=naughts(count),
        lasts=naughts(count),
        wider=naughts(count),
        names=naughts(count),
        calls=naughts(count),
        places=naughts(len(blocks)),
    )
    parents = outline.parents
    firsts = outline.firsts
    lasts = outline.lasts
    wider = outline.wider
    names = outline.names
    calls = outline.calls
    places = outline.places
    designations = outline.designations
    numbers: dict[Designation, int] = {}
    short_numbers: dict[Designation, int] = {}
    short: list[int] = []
    following = naughts(count + 1)  # what was called after what, as siblings and cards repeat it
    number = 0
    for i in range(count):
        element = elements[i]
        parent = element.parent
        parents[i] = parent
        firsts[i] = element.first
        lasts[i] = element.last
        if parent >= 0 and firsts[parent] == firsts[i] and lasts[parent] == lasts[i]:
            wider[i] = wider[parent]
        else:
            wider[i] = parent
        tag = element.tag
        words = element.words
        before = number
        number = following[before]
        called = designations[number] if i else ("", ())
        if called[0] is not tag or called[1] is not words:
            called = (tag, words)
            number = numbers.setdefault(called, len(numbers))
            if number == len(designations):
                designations.append(called)
                brief = (tag, words[:_FIRST_WORDS])
                short.append(short_numbers.setdefault(brief, len(short_numbers)))
            following[before] = number
        calls[i] = number
        names[i] = short[number]
    for i in range(len(blocks)):
        block = blocks[i]
        places[i] = listed[i] if listed else block.element
    outline.name_count = len(short_numbers) + 1
    outline.codes = _codes_of(designations)
    outline.odds = zeros(len(designations))
    return outline


def _codes_of(designations: list[Designation]) -> array[int]:
    """The codes by which lexicons have the words of designations: the odds of elements and the
    signals of a page's type ask for the same words."""
    count = 0
    for designation in designations:
        words = designation[1]
        count += len(words)
    codes = array("q", bytes(8 * count))
    filled = codes
    at = 0
    for designation in designations:
        words = designation[1]
        for word in words:
            filled[at] = code_of(word, 0)
            at += 1
    return codes
