"""The elements that the layout of a text implies: where tags are gone, indents, blank lines and
headings still tell what stood together.

A section is a run of blocks that are indented as far as its first or farther, or what stands under
a heading; a group is a run of its blocks without a blank line between them; a shape is one block.
Groups are named by the shapes of their blocks, so that the cards of a list are namesakes.
"""

from __future__ import annotations

from typing import Final, get_args

from declutter.page import Block, BlockKind, Element, Page, new_element

_HEADED: Final = 1_000
"""What a level of headings counts for beside the depth of lists and quotes."""
_FARTHEST: Final = 200
_GAP: Final = 9
"""Lines from one block to the next that are told apart."""
_NAMED: Final = 4
"""Shapes that name a group."""
_SIZES: Final = (12, 40, 120, 400)
_STARTS: Final = "a1A*"
"""What a name has for a first character: small letter, figure, other letter, none of these."""
_END_MARKS: Final = ("", ".", ",")
"""What it has for a last character that is of a word, that ends a sentence, and for others."""
_KNOWN_LEVELS: Final = 8
_NAMES: Final[dict[str, list[list[tuple[str] | None]]]] = {
    kind: [
        [None] * (len(_STARTS) * (len(_SIZES) + 1) * len(_END_MARKS) * 2)
        for _ in range(_KNOWN_LEVELS)
    ]
    for kind in get_args(BlockKind)
}
"""The names that blocks had so far, by kind, level and the rest: each is made, and hashed, once."""
_ENDS: Final = '.!?…。！？؟।"”»'


def layout_elements(page: Page) -> tuple[list[Element], list[int]]:
    """The elements in reading order, and the innermost around each block."""
    blocks = page.blocks
    containers = page.elements
    indented = page.format == "text"
    elements: list[Element] = []
    places: list[int] = []
    keys: list[int] = []  # of the open sections, rising
    sections: list[int] = []
    group = -1
    headed = 0
    for i, block in enumerate(blocks):
        key = _indent(block) if indented else _depth(block, containers, headed)
        if block.kind == "heading":
            headed = max(block.level, 1) * _HEADED
            key = headed
            while keys and keys[-1] >= key:
                keys.pop()
                section = elements[sections.pop()]
                section.last = i
                group = -1
        while keys and keys[-1] > key:
            keys.pop()
            section = elements[sections.pop()]
            section.last = i
            group = -1
        if not keys or keys[-1] < key:
            parent = sections[-1] if sections else -1
            elements.append(new_element("section", parent, (), len(keys), i))
            keys.append(key)
            sections.append(len(elements) - 1)
            group = -1
        if group < 0 or not stands_with(blocks[i - 1], block):
            group = len(elements)
            elements.append(new_element("group", sections[-1], (), len(keys), i))
        together = elements[group]
        together.last = i + 1
        shape = block_shape(block)
        if len(together.words) < _NAMED:
            together.words += shape
        places.append(len(elements))
        alone = new_element("shape", group, shape, len(keys) + 1, i)
        alone.last = i + 1
        elements.append(alone)
    for at in sections:
        section = elements[at]
        section.last = len(blocks)
    return elements, places


def _indent(block: Block) -> int:
    """How deep a block of plain text stands."""
    return min(block.column - 1, _FARTHEST) if block.line else 0


def _depth(block: Block, containers: list[Element], headed: int) -> int:
    """How deep a block of Markdown stands: by its heading, lists and quotes."""
    if block.element < 0:
        return headed + 1
    around = containers[block.element]
    return headed + around.depth + 2


def gap_between(before: Block, block: Block) -> int:
    """The lines from the beginning of one block to that of the next, up to nine."""
    if not before.line or not block.line:
        return 1
    return min(block.line - before.line, _GAP)


def stands_with(before: Block, block: Block) -> bool:
    """Whether no blank line parts a block from the one before."""
    if block.group and block.group == before.group:
        return True
    return gap_between(before, block) <= 1


def block_shape(block: Block) -> tuple[str]:
    """The name, as words have it, for what a block looks like, whatever it says."""
    text = block.text
    length = len(text)
    size = 0
    for least in _SIZES:
        if length > least:
            size += 1
    first = text[0]
    last = text[length - 1]
    end = 0
    if not last.isalnum():
        end = 1 if last in _ENDS else 2
    start = 0 if first.islower() else 1 if first.isdigit() else 2 if first.isalpha() else 3
    linked = 1 if 2 * block.link_length > length else 0
    names = _NAMES.get(block.kind)
    if names is None or block.level >= len(names):
        return _name(block.kind, block.level, start, size, end, linked)
    shapes: list[tuple[str] | None] = names[block.level]
    at = ((start * (len(_SIZES) + 1) + size) * len(_END_MARKS) + end) * 2 + linked
    shape = shapes[at]
    if shape is None:
        shape = shapes[at] = _name(block.kind, block.level, start, size, end, linked)
    return shape


def _name(kind: str, level: int, start: int, size: int, end: int, linked: int) -> tuple[str]:
    return (f"{kind}{level or ''}{_STARTS[start]}{size}{_END_MARKS[end]}{'@' if linked else ''}",)
