"""Menus, dialogs and forms that the page does not show until they are asked for.

Other hidden text may be content behind a tab or in an accordion: the score decides on it.
"""

from __future__ import annotations

from typing import Final

from declutter.judge.case import Case, Rule, elements_named

_SHORT_PAGE: Final = 8
_WITH_PANELS: Final = ("service", "collection")
"""Types of pages that keep content in panels which are built and named like menus."""
_WIDGETS: Final = frozenset(("nav", "dialog", "header", "footer", "form", "select", "button"))


def hidden_widgets(case: Case) -> list[int]:
    """Hidden blocks inside an element that is a menu, a dialog or a form, or is named for one; and
    nameless ones of a page too short to have tabs or accordions."""
    if case.page_type in _WITH_PANELS:
        return []
    hidden = [at for at, block in enumerate(case.blocks) if block.hidden and block.element >= 0]
    if not hidden:
        return []
    widgets = elements_named(case, "widgets")
    short = len(case.blocks) <= _SHORT_PAGE
    inside: list[bool] = []
    named: list[bool] = []
    for number, element in enumerate(case.page.elements):
        parent = element.parent
        within = parent >= 0 and inside[parent]
        inside.append(within or widgets[number] or element.tag in _WIDGETS)
        named.append((parent >= 0 and named[parent]) or bool(element.words))
    found: list[int] = []
    for at in hidden:
        block = case.blocks[at]
        if inside[block.element] or (short and not named[block.element]):
            found.append(at)
    return found


RULES = (Rule("hidden", "hidden", "is in a hidden menu, dialog or form", hidden_widgets),)
