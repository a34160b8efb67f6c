"""What is said twice: the title, and lines repeated within the page."""

from __future__ import annotations

from typing import Final

from declutter.judge.case import SENTENCE, TITLE, Case, Rule
from declutter.judge.phrases.folding import fold

_FEWEST_WORDS: Final = 6
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


def repeated_lines(case: Case) -> list[int]:
    """A line or a paragraph that the page said before; lines of verse and of lists may repeat."""
    seen: set[str] = set()
    found: list[int] = []
    for at, block in enumerate(case.blocks):
        shape = case.shapes[at]
        if shape not in TITLE + SENTENCE or block.group or case.words[at] < _FEWEST_WORDS:
            continue
        folded = case.folded[at] or fold(block.text)
        if folded in seen and case.is_open(at):
            found.append(at)
        seen.add(folded)
    return found


RULES = (
    Rule("title", "title", "is the page's title", title_lines),
    Rule("repeated line", "repeats", "is said before on the page", repeated_lines),
)
