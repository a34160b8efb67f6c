"""Points between precision and recall: what is favoured, or what suits the page."""

from __future__ import annotations

from typing import Final, NamedTuple

from declutter.judge.case import Case
from declutter.page import Page

_SLIGHT: Final = 0.1
"""Chance of another type of page under which an article surely is one."""
_MANUAL: Final = 0.3
"""Chance of documentation from which what is said again stays."""
_LISTED: Final = frozenset(("listing", "forum"))
"""Types whose every item is as doubtful as the next: all of them would go by a high threshold."""


class Point(NamedTuple):
    """Where the balance is struck.

    The threshold of a page, the probability from which its blocks stay, lies between `lowest` and
    `highest`; `beta` is the square of the F-beta that it is best for. A short block stays from
    `sure` on, one that is no heading from `line` on where the tags are gone, as more short lines
    look like content there; a long one, and a sign, from `passage` on, if that is less.
    """

    lowest: float
    highest: float
    sure: float
    line: float = 0.0
    passage: float = 1.0
    beta: float = 1.0


POINTS: Final[dict[str, Point]] = {
    "balanced": Point(0.35, 0.5, sure=0.5, line=0.7),
    "precision": Point(0.5, 0.8, sure=0.7, beta=0.25),
    "recall": Point(0.12, 0.35, sure=0.2, beta=4.0),
    # What is doubtful on a page that surely is one story mostly is clutter, in a manual content.
    "story": Point(0.5, 0.7, sure=0.7),
    "manual": Point(0.2, 0.3, sure=0.5, line=0.65),
    # Flat text looks like clean text to the score, which is too sure of it; indented a little.
    "flat": Point(0.66, 0.75, sure=0.5, line=0.72, passage=0.5),
    "flat list": Point(0.5, 0.6, sure=0.5, line=0.72),
    "indented": Point(0.41, 0.5, sure=0.5, line=0.72),
}


def point_of(case: Case, favor: str) -> str:
    """The name of what is favoured, else of what suits the page."""
    if favor != "balanced":
        return favor
    if is_surely_article(case):
        return "story"
    if may_be_manual(case):
        return "manual"
    if case.page.format != "text":
        return favor
    layout = layout_of(case.page)
    return "flat list" if layout == "flat" and case.page_type in _LISTED else layout


def layout_of(page: Page) -> str:
    """The point that suits a text's layout: "flat" where most blocks begin lines at the margin, so
    that no indent tells what stood together, "indented" where most begin lines; else "balanced"."""
    flat = 0
    lines = 0
    before = 0
    for block in page.blocks:
        if block.line != before:
            lines += 1
            if block.column == 1:
                flat += 1
        before = block.line
    if 2 * flat > len(page.blocks):
        return "flat"
    return "indented" if 2 * lines > len(page.blocks) else "balanced"


def is_surely_article(case: Case) -> bool:
    """Whether no other type of page has a chance to speak of; text tells too little to be sure."""
    if case.page.format != "html" or not case.chances:
        return False
    return all(chance < _SLIGHT for kind, chance in case.chances.items() if kind != "article")


def may_be_manual(case: Case) -> bool:
    """Whether the page may be reference, which says the same again of every method and variant."""
    return case.page_type == "documentation" or case.chances.get("documentation", 0.0) >= _MANUAL
