"""Menus, dialogs and forms that the page does not show until they are asked for, and what it never
shows.

Other hidden text may be content behind a tab or in an accordion: the score decides on it.
"""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.case import Case, Rule, elements_named
from declutter.judge.evidence.layout import naughts
from declutter.page import Element

_SHORT_PAGE: Final = 8
_WITH_PANELS: Final = ("service", "collection")
"""Types of pages that keep content in panels which are built and named like menus."""
_WIDGETS: Final = frozenset(("nav", "dialog", "header", "footer", "form", "select", "button"))


def hidden_widgets(case: Case) -> list[int]:
    """Hidden blocks inside an element that is a menu, a dialog or a form, or is named for one; and
    nameless ones of a page too short to have tabs or accordions."""
    hidden = _hidden_blocks(case)
    if not hidden:
        return []
    elements = case.page.elements
    count = len(elements)
    widgets = elements_named(case, "widgets") or bytearray(count)
    blocks = case.blocks
    short = len(blocks) <= _SHORT_PAGE
    inside = bytearray(count)
    named = bytearray(count)
    for number in range(count):
        element = elements[number]
        parent = element.parent
        within = parent >= 0 and inside[parent]
        inside[number] = within or widgets[number] or element.tag in _WIDGETS
        named[number] = (parent >= 0 and named[parent]) or bool(element.words)
    found: list[int] = []
    for at in hidden:
        block = blocks[at]
        if inside[block.element] or (short and not named[block.element]):
            found.append(at)
    return found


def put_away(case: Case) -> list[int]:
    """Hidden blocks whose hidden elements have no name, by which a tab or a button would find and
    show them."""
    hidden = _hidden_blocks(case)
    if not hidden:
        return []
    blocks = case.blocks
    shown = naughts(len(blocks) + 1)
    for at in range(len(blocks)):
        block = blocks[at]
        shown[at + 1] = shown[at] + (not block.hidden)
    elements = case.page.elements
    lost = bytearray(len(elements))
    for number in range(len(elements)):
        element = elements[number]
        parent = element.parent
        around = parent < 0 or lost[parent] or not _is_hidden(shown, elements[parent])
        lost[number] = around and not element.words
    found: list[int] = []
    for at in hidden:
        block = blocks[at]
        if lost[block.element] and _is_hidden(shown, elements[block.element]):
            found.append(at)
    return found


def _hidden_blocks(case: Case) -> list[int]:
    if case.page_type in _WITH_PANELS:
        return []
    return [at for at in case.noted.hidden if case.blocks[at].element >= 0]


def _is_hidden(shown: array[int], element: Element) -> bool:
    """Whether the page shows nothing of an element."""
    return shown[element.last] == shown[element.first]


RULES = (
    Rule("hidden", "hidden", "is in a hidden menu, dialog or form", hidden_widgets),
    Rule("put away", "hidden", "is hidden, and nothing on the page could show it", put_away),
)
