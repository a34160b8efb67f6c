"""Says in words what the score of a block rests on."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.document import Block, Element, Page
from declutter.judge.evidence.layout import NAMES

_LINK_DENSITY: Final = NAMES.index("link density")
_SIZE: Final = NAMES.index("size")
_PATH_LOWEST: Final = NAMES.index("path lowest")
_PATH_HIGHEST: Final = NAMES.index("path highest")
_WORDS: Final = NAMES.index("words odds")
_REPEATS: Final = NAMES.index("repeats")
_UP_SHARE: Final = NAMES.index("up1 long share")
_ALIKE: Final = NAMES.index("siblings alike")
_IN_RUN: Final = NAMES.index("in best run")
_FROM_RUN: Final = NAMES.index("from best run")
_NAMESAKES: Final = NAMES.index("score of namesakes")
_HIDDEN: Final = NAMES.index("hidden")
_TELLING: Final = 1.0
_LONG: Final = 20.0

_Lowest = tuple[float, str]
"""The lowest odds of an element and its ancestors, and the name that they have them by."""


def reason_to_remove(
    page: Page,
    block: Block,
    rows: array[float],
    at: int,
    attributes: dict[str, float],
    known: dict[int, _Lowest],
) -> str:
    """Why a block whose row begins at `at` reads like clutter; `known` is kept for a page."""
    facts: list[str] = []
    if rows[at + _HIDDEN] > 0.0:
        facts.append("not shown")
    if rows[at + _LINK_DENSITY] >= 0.5:
        facts.append(f"link density {rows[at + _LINK_DENSITY]:.1f}")
    if rows[at + _PATH_LOWEST] < -_TELLING:
        facts.append("inside " + lowest_name(page.elements, block.element, attributes, known))
    if rows[at + _FROM_RUN] > 0.0:
        facts.append("after the end of the content")
    elif rows[at + _FROM_RUN] < 0.0:
        facts.append("before the content begins")
    if rows[at + _WORDS] < -_TELLING:
        facts.append("words of clutter")
    if rows[at + _REPEATS] > 1.0:
        facts.append(f"stands {rows[at + _REPEATS]:.0f} times on the page")
    if rows[at + _ALIKE] >= 3.0 and len(facts) < 3:
        facts.append(f"one of {rows[at + _ALIKE]:.0f} alike")
    if not facts:
        facts.append("short" if rows[at + _SIZE] < _LONG else "like the clutter around it")
    return ", ".join(facts)


def reason_to_keep(rows: array[float], at: int) -> str:
    """Why a block whose row begins at `at` reads like content."""
    facts: list[str] = []
    if rows[at + _SIZE] >= _LONG and rows[at + _LINK_DENSITY] < 0.5:
        facts.append("long text")
    if rows[at + _IN_RUN] > 0.0:
        facts.append("within the content")
    if rows[at + _UP_SHARE] >= 0.5:
        facts.append(f"beside {rows[at + _UP_SHARE]:.0%} of the page's long text")
    if rows[at + _PATH_HIGHEST] > _TELLING:
        facts.append("in a place named for content")
    if not facts:
        facts.append(
            "like the content around it" if rows[at + _NAMESAKES] > 0.5 else "reads like content"
        )
    return ", ".join(facts)


def lowest_name(
    elements: list[Element], at: int, attributes: dict[str, float], known: dict[int, _Lowest]
) -> str:
    """The element around a block whose name speaks most against it, as tag and telling word.

    What is found is kept in `known`, so that deep pages cost no more than flat ones.
    """
    path: list[int] = []
    while at >= 0 and at not in known:
        path.append(at)
        at = elements[at].parent
    lowest, name = known[at] if at >= 0 else (0.0, "the page's frame")
    for k in reversed(path):
        element = elements[k]
        own = attributes.get("<" + element.tag, 0.0)
        worst = ""
        worst_odds = 0.0
        for word in element.words:
            odds = attributes.get(word, 0.0)
            own += odds
            if odds < worst_odds:
                worst_odds = odds
                worst = word
        if own < 0.0 and own <= lowest:
            lowest = own
            name = f"<{element.tag}> '{worst}'" if worst else f"<{element.tag}>"
        known[k] = (lowest, name)
    return name
