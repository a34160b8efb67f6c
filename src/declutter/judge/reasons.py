"""Says in words what the score of a block rests on."""

from __future__ import annotations

from typing import Final

from declutter.document import Block, Element, Page
from declutter.judge.evidence import NAMES
from declutter.judge.evidence.scores import SCORE_NAMES

_ALL: Final = NAMES + SCORE_NAMES
_LINK_DENSITY: Final = _ALL.index("link density")
_SIZE: Final = _ALL.index("size")
_PATH_LOWEST: Final = _ALL.index("path lowest")
_PATH_HIGHEST: Final = _ALL.index("path highest")
_WORDS: Final = _ALL.index("words odds")
_REPEATS: Final = _ALL.index("repeats")
_UP_SHARE: Final = _ALL.index("up1 long share")
_ALIKE: Final = _ALL.index("siblings alike")
_IN_RUN: Final = _ALL.index("in best run")
_FROM_RUN: Final = _ALL.index("from best run")
_NAMESAKES: Final = _ALL.index("score of namesakes")
_HIDDEN: Final = _ALL.index("hidden")
_TELLING: Final = 1.0
_LONG: Final = 20.0

_Lowest = tuple[float, str]
"""The lowest odds of an element and its ancestors, and the name that they have them by."""


def reason_to_remove(
    page: Page,
    block: Block,
    row: list[float],
    attributes: dict[str, float],
    known: dict[int, _Lowest],
) -> str:
    """Why a block with this row of measurements reads like clutter; `known` is kept for a page."""
    facts: list[str] = []
    if row[_HIDDEN] > 0.0:
        facts.append("not shown")
    if row[_LINK_DENSITY] >= 0.5:
        facts.append(f"link density {row[_LINK_DENSITY]:.1f}")
    if row[_PATH_LOWEST] < -_TELLING:
        facts.append("inside " + lowest_name(page.elements, block.element, attributes, known))
    if row[_FROM_RUN] > 0.0:
        facts.append("after the end of the content")
    elif row[_FROM_RUN] < 0.0:
        facts.append("before the content begins")
    if row[_WORDS] < -_TELLING:
        facts.append("words of clutter")
    if row[_REPEATS] > 1.0:
        facts.append(f"stands {row[_REPEATS]:.0f} times on the page")
    if row[_ALIKE] >= 3.0 and len(facts) < 3:
        facts.append(f"one of {row[_ALIKE]:.0f} alike")
    if not facts:
        facts.append("short" if row[_SIZE] < _LONG else "like the clutter around it")
    return ", ".join(facts)


def reason_to_keep(row: list[float]) -> str:
    """Why a block with this row of measurements reads like content."""
    facts: list[str] = []
    if row[_SIZE] >= _LONG and row[_LINK_DENSITY] < 0.5:
        facts.append("long text")
    if row[_IN_RUN] > 0.0:
        facts.append("within the content")
    if row[_UP_SHARE] >= 0.5:
        facts.append(f"beside {row[_UP_SHARE]:.0%} of the page's long text")
    if row[_PATH_HIGHEST] > _TELLING:
        facts.append("in a place named for content")
    if not facts:
        facts.append(
            "like the content around it" if row[_NAMESAKES] > 0.5 else "reads like content"
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
