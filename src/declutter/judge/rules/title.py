"""The title, which is metadata and no part of the body."""

from __future__ import annotations

from typing import Final

from declutter.judge.case import TITLE, Case, Rule

_TITLE_WORDS: Final = 4


def title_lines(case: Case) -> list[int]:
    """The page's title: it is metadata, and the body does not repeat it."""
    titles = case.titles
    if case.page.format == "text":
        first = _first_line(case)
        if first >= 0:
            titles = titles | {case.folded[first]}
    return [
        at
        for at, folded in enumerate(case.folded)
        if folded and folded in titles and case.is_open(at)
    ]


def _first_line(case: Case) -> int:
    """The line of a text that is its title: the first, or the first long enough before the prose."""
    if case.last_prose < 0:
        return -1
    if case.shapes[0] == TITLE and case.labels[0] is None:
        return 0
    for at in range(case.first_prose):
        if case.shapes[at] == TITLE and case.labels[at] is None and case.words[at] >= _TITLE_WORDS:
            return at
    return -1


RULES = (Rule("title", "title", "is the page's title", title_lines),)
