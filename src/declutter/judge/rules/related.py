"""Lists of other stories under a label such as "More news".

A list ends where prose goes on that is no card's excerpt. It goes only where an article stands
outside it, so that a page that is itself a list keeps its own.
"""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.cards import CARD_WORDS, SIGNS, run_of_cards
from declutter.judge.case import (
    FIXED,
    LABEL,
    SENTENCE,
    TITLE,
    WEAK,
    Case,
    Rule,
)
from declutter.judge.evidence.layout import naughts
from declutter.page import PageType

_LISTS: Final[tuple[PageType, ...]] = ("listing", "collection")
_WITH_TEASERS: Final = ("service", "product")  # whose cards end in a link such as "Read the story"
_ARTICLE_WORDS: Final = 60  # of prose outside a list
_LONG_ARTICLE: Final = 150  # words of prose that make an article whatever the list holds
_PROMPT_WORDS: Final = 20
_SIGN_DISTANCE: Final = 3
_MOST_LOOKS: Final = 20
"""Times the page's length that is looked at in lists which prove to be none; a bound on attacks."""


def related_prompts(case: Case) -> list[int]:
    """Blocks that lead to another story by themselves."""
    if case.page_type in _WITH_TEASERS:
        return []
    found = case.said("related", ("whole", "row", "glued"))
    found += [
        at
        for at in case.said("related", ("start",))
        if at > case.last_prose and case.words[at] <= _PROMPT_WORDS
    ]
    return found


def labelled_lists(case: Case) -> list[int]:
    """A label such as "Related stories", and the titles, excerpts and dates that follow it."""
    if case.page_type in _LISTS:
        return []
    labels = [at for at in case.spoken.get("related", ()) if case.shapes[at] == LABEL]
    if not labels:
        return []
    sums = _prose_sums(case)
    found: list[int] = []
    reached = looked = 0
    for at in labels:
        if at < reached:
            continue
        if looked > _MOST_LOOKS * len(case.shapes):
            break
        end, seen = _list_end(case, at + 1)
        last = end == len(case.shapes)
        if (end > at + 1 or last) and _article_outside(sums, at, end):
            found += [k for k in range(at, end) if case.is_open(k)]
            reached = end
        else:
            looked += max(end, seen) - at
    return found


def _prose_sums(case: Case) -> array[int]:
    words = case.words
    shapes = case.shapes
    answers = sums = naughts(len(words) + 1)
    for at in range(len(words)):
        sums[at + 1] = sums[at]
        if shapes[at] == SENTENCE:
            sums[at + 1] += words[at]
    return answers


def _article_outside(sums: array[int], first: int, last: int) -> bool:
    inside = sums[last] - sums[first]
    outside = sums[len(sums) - 1] - inside
    return outside >= _LONG_ARTICLE or outside >= max(_ARTICLE_WORDS, inside)


def _list_end(case: Case, first: int) -> tuple[int, int]:
    """Where the list that begins at `first` ends: at prose that is no card's excerpt.

    Beside it, how far was looked to know that.
    """
    periodic = run_of_cards(case, first)[0]
    shapes = case.shapes
    at = first
    signed = False
    while at < len(shapes):
        shape = shapes[at]
        if shape == SENTENCE:
            if at < periodic:
                at += 1
                continue
            if not (signed and _sign_follows(case, at)):
                break
        elif shape == FIXED or _is_page_title(case, at) or not _is_card_line(case, at):
            break
        elif shape in SIGNS:
            signed = True
        at += 1
    if at < len(shapes) and at - first >= 2 and shapes[at] == SENTENCE and _heads(case, at - 1):
        at -= 1
    return at, periodic


def _is_card_line(case: Case, at: int) -> bool:
    """Whether a line without an end mark may be a card's: where links are known, it is one or is
    beside one.
    """
    if case.page.format == "text" or case.shapes[at] in SIGNS + WEAK:
        return True
    blocks = case.blocks
    for k in range(max(at - 1, 0), min(at + 3, len(blocks))):
        block = blocks[k]
        if 2 * block.link_length >= len(block.text):
            return True
    return False


def _is_page_title(case: Case, at: int) -> bool:
    """Whether the page's main heading stands here, which no list of other stories holds."""
    block = case.blocks[at]
    return block.level == 1 and not block.link_length and case.folded[at] in case.titles


def _sign_follows(case: Case, at: int) -> bool:
    """Whether another line of a card follows soon, and no prose before it."""
    if case.words[at] > CARD_WORDS:
        return False
    for shape in case.shapes[at + 1 : at + 1 + _SIGN_DISTANCE]:
        if shape in SIGNS:
            return True
        if shape == SENTENCE:
            return False
    return False


def _heads(case: Case, at: int) -> bool:
    """Whether the title before prose may be the heading of that prose instead of a card's."""
    if case.shapes[at] != TITLE:
        return False
    return case.page.format == "text" or (
        case.blocks[at].kind == "heading" and not case.blocks[at].link_length
    )


RULES = (
    Rule("related list", "related", "is in a list of other stories", labelled_lists),
    Rule("related prompt", "related", "leads to another story", related_prompts),
)
