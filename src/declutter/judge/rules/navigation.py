"""The way around the site: skip links, menus, pagination, and the state of its widgets."""

from __future__ import annotations

import re
from typing import Final

from declutter.judge.case import LABEL, MARK, WEAK, Case, Rule

_MENU: Final = MARK + LABEL + WEAK
"""Shapes that a menu may have; at least one of its lines is of the last."""
_SEPARATOR: Final = re.compile(r"[|·•›»>／]")
_FEWEST: Final = 3  # blocks of a menu that is known by its words alone


def navigation_links(case: Case) -> list[int]:
    """Blocks that are a skip link, a menu's button or the like."""
    return case.said("navigation", ("whole", "row", "start", "glued"))


def pagination(case: Case) -> list[int]:
    """Blocks that lead to the next or the previous page."""
    return case.said("pagination", ("whole", "row"))


def loading_notes(case: Case) -> list[int]:
    """Blocks that say that something is loading or playing."""
    return case.said("loading", ("whole", "row", "start"))


def menus(case: Case) -> list[int]:
    """Words that may be a menu's, in a run of such words and of clutter."""
    found: list[int] = []
    shapes = case.shapes
    last = 0
    while (weak := shapes.find(WEAK, last)) >= 0:
        first = weak
        while first > 0 and shapes[first - 1] in _MENU:
            first -= 1
        last = weak + 1
        while last < len(shapes) and shapes[last] in _MENU:
            last += 1
        if last - first >= _FEWEST:
            found += [k for k in range(first, last) if shapes[k] == WEAK and case.is_open(k)]
        else:
            found += [k for k in range(first, last) if _is_menu_line(case, k)]
    return found


def _is_menu_line(case: Case, at: int) -> bool:
    """Whether one line holds a whole menu: words parted by bars or arrows."""
    return (
        case.shapes[at] == WEAK
        and case.is_open(at)
        and len(_SEPARATOR.findall(case.blocks[at].text)) >= _FEWEST - 1
    )


RULES = (
    Rule("navigation link", "navigation", "leads around the site", navigation_links),
    Rule("pagination", "navigation", "leads to another page", pagination),
    Rule("loading note", "navigation", "tells the state of a part of the page", loading_notes),
    Rule("menu", "navigation", "is one of a row of menu words", menus),
)
