"""The title, which is metadata and no part of the body."""

from __future__ import annotations

from typing import Final

from declutter.judge.case import SENTENCE, TITLE, WEAK, Case, Rule
from declutter.judge.phrases.folding import QUESTION_MARKS
from declutter.judge.trails import is_trail

_HEAD: Final = 12
"""Lines of a page in which its menus are looked for."""
_TITLE_WORDS: Final = 4
_QUESTION_WORDS: Final = 20


def title_lines(case: Case) -> list[int]:
    """The page's title: it is metadata, and the body does not repeat it."""
    titles = case.titles
    if case.page.format == "text":
        first = _first_line(case)
        if first >= 0:
            titles = titles | {case.folded[first]}
    folded = case.folded
    verdicts = case.verdicts
    found: list[int] = []
    for at in range(len(folded)):
        if folded[at] in titles and folded[at] and verdicts[at] is None:
            found.append(at)
    return found


def _first_line(case: Case) -> int:
    """The line of a text that is its title: the first behind the site's menus, or the first long
    one before the prose."""
    if case.last_prose < 0:
        return -1
    for start in {_behind_trails(case): None, 0: None}:
        if _may_be_title(case, start, start) and not _begins_menu(case, start):
            return start
        for at in range(start, min(case.first_prose + 1, case.last_prose)):
            if _may_be_title(case, at, start) and case.words[at] >= _TITLE_WORDS:
                return at
    return -1


def _behind_trails(case: Case) -> int:
    """The line behind the last menu or breadcrumb trail that stands before the prose."""
    start = 0
    for at in range(min(case.first_prose, _HEAD)):
        if is_trail(case.blocks[at].text):
            start = at + 1
    return start


def _may_be_title(case: Case, at: int, first: int) -> bool:
    """Whether a line reads as a title: no prose, or a short question, or a first word of any."""
    shape = case.shapes[at]
    if shape == TITLE:
        return case.labels[at] is None
    if shape == WEAK:
        return at == first
    return (
        shape == SENTENCE
        and case.labels[at] is None
        and case.words[at] <= _QUESTION_WORDS
        and case.blocks[at].text.endswith(QUESTION_MARKS)
    )


def _begins_menu(case: Case, at: int) -> bool:
    return case.shapes[at] == WEAK and case.shapes[at + 1 : at + 2] not in (TITLE, SENTENCE)


RULES = (Rule("title", "title", "is the page's title", title_lines),)
