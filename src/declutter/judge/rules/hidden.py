"""Menus, dialogs and forms that the page does not show until they are asked for.

Other hidden text may be content behind a tab or in an accordion: the score decides on it.
"""

from __future__ import annotations

from typing import Final

from declutter.judge.case import Case, Rule

_WIDGETS: Final = frozenset(("nav", "dialog", "header", "footer", "form", "select", "button"))


def hidden_widgets(case: Case) -> list[int]:
    """Hidden blocks inside an element that is a menu, a dialog or a form, or is named for one."""
    names = case.book.attributes["widgets"]
    inside: list[bool] = []
    for element in case.page.elements:
        within = element.parent >= 0 and inside[element.parent]
        inside.append(
            within or element.tag in _WIDGETS or any(word in names for word in element.words)
        )
    return [
        at
        for at, block in enumerate(case.blocks)
        if block.hidden and block.element >= 0 and inside[block.element]
    ]


RULES = (Rule("hidden", "hidden", "is in a hidden menu, dialog or form", hidden_widgets),)
