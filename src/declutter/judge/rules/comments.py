"""Readers' comments under an article, and the form and the prompts around them."""

from __future__ import annotations

import re
from array import array
from typing import Final

from declutter.judge.case import Case, Rule, elements_named
from declutter.judge.evidence.layout import naughts
from declutter.page import Element

_SMALL_PART: Final = 2  # a container with more than half of the page's words is not decided on
_MAYBE_FORUM: Final = 0.2
"""Probability of a forum from which posts are not taken for comments by their container's name."""
_SURE_CONTENT: Final = 0.8
"""Mean score from which what stands there is the page's content: threads are marked up as comments
where they are all that there is."""
_COUNT: Final = re.compile(r"\d[\d.,]{0,9}(?<![.,])\s?(?=[^\W\d])")
"""A number that is no place in a table of contents, as in "4. Comments"."""
_FEWEST_BEFORE: Final = 40  # words of an article between the heading and the comments


def comment_sections(case: Case) -> list[int]:
    """What stands inside a container named for comments; posts of a forum stay."""
    if case.page_type == "forum" or case.chances.get("forum", 0.0) >= _MAYBE_FORUM:
        return []
    named = elements_named(case, "comments")
    if not named:
        return []
    blocks = case.blocks
    words = case.words
    sums = naughts(len(words) + 1)
    for at in range(len(words)):
        sums[at + 1] = sums[at] + words[at]
    head = _main_heading(case)
    elements = case.page.elements
    inside = bytearray(len(elements))
    for number in range(len(elements)):
        element = elements[number]
        inside[number] = (element.parent >= 0 and inside[element.parent]) or (
            named[number] and _is_apart(head, element, sums)
        )
    verdicts = case.verdicts
    found: list[int] = []
    for at in range(len(blocks)):
        block = blocks[at]
        if block.element >= 0 and inside[block.element] and verdicts[at] is None:
            found.append(at)
    return [] if _is_content(case, found) else found


def _is_content(case: Case, found: list[int]) -> bool:
    """Whether the score holds the words of some blocks to be the page's content, for sure."""
    if not case.scores:
        return False
    size = sum(case.words[at] for at in found)
    right = sum(case.scores[at] * case.words[at] for at in found)
    return right > _SURE_CONTENT * size


def _is_apart(head: int, element: Element, sums: array[int]) -> bool:
    """Whether an element stands below the page's main heading, so that an article is outside it;
    where no heading tells, whether it is the smaller part of the page.
    """
    if head >= 0:
        return head < element.first and sums[element.first] - sums[head] >= _FEWEST_BEFORE
    return _SMALL_PART * (sums[element.last] - sums[element.first]) < sums[len(sums) - 1]


def _main_heading(case: Case) -> int:
    """The first heading of the first level that the page shows, -1 where there is none."""
    blocks = case.blocks
    for at in range(len(blocks)):
        block = blocks[at]
        if block.level == 1 and not block.hidden:
            return at
    return -1


def comment_counts(case: Case) -> list[int]:
    """Lines that count what readers wrote, and say no more, as in "2 answers"."""
    counted = case.book.counted
    return [
        at
        for at in case.noted.numbered
        if case.folded[at] in counted and _COUNT.match(case.blocks[at].text)
    ]


def comment_prompts(case: Case) -> list[int]:
    """Blocks that ask for a comment, or say how many there are."""
    found = case.said("comments", ("whole", "row", "start"))
    found += [at for at in case.said("comments", ("heading",)) if at > case.last_prose]
    return found


RULES = (
    Rule("comment section", "comments", "is in the readers' comments", comment_sections),
    Rule("comment count", "comments", "counts what readers wrote", comment_counts),
    Rule("comment prompt", "comments", "asks for comments", comment_prompts),
)
