"""Lists of other stories: under a label such as "More news", or known by their repeated cards.

In flat text a card is a run of lines of few shapes: a title, a prompt, a reading time, an excerpt,
a date. A list is such runs in a row; it ends where prose goes on. Cards go only where an article
stands outside them, so that a page that is itself a list keeps its own.
"""

from __future__ import annotations

from itertools import accumulate
from typing import Final

from declutter.document import PageType
from declutter.judge.case import (
    DATE,
    EXCERPT,
    FIXED,
    LABEL,
    MARK,
    SENTENCE,
    TITLE,
    WEAK,
    Case,
    Rule,
)

_SIGNS: Final = MARK + DATE + EXCERPT + LABEL
_SIGN_SET: Final = frozenset(_SIGNS)
_NO_STARTS: Final = SENTENCE + FIXED
_LISTS: Final[tuple[PageType, ...]] = ("listing", "collection")
_MAYBE_LIST: Final = 0.2  # probability from which unlabelled cards may be the page's own
_WITH_TEASERS: Final = ("service", "product")  # whose cards end in a link such as "Read the story"
_ARTICLE_WORDS: Final = 60  # of prose outside a list
_LONG_ARTICLE: Final = 150  # words of prose that make an article whatever the list holds
_PROMPT_WORDS: Final = 20
_CARD_WORDS: Final = 60  # of an excerpt that is whole sentences
_LONGEST_PERIOD: Final = 6
_FEWEST_CARDS: Final = 3
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


def repeated_cards(case: Case) -> list[int]:
    """In flat text, lines whose shapes repeat as the lines of cards do, without a label."""
    if case.page_type in _LISTS or case.page.format != "text" or _may_be_list(case):
        return []
    sums = _prose_sums(case)
    found: list[int] = []
    at = looked = 0
    while at < len(case.shapes) and looked <= _MOST_LOOKS * len(case.shapes):
        end = _periodic_end(case, at)
        if end > at and _article_outside(sums, at, end) and not _holds_posts(case, sums, at, end):
            found += [k for k in range(at, end) if case.is_open(k)]
            at = end
        else:
            looked += end - at
            at += 1
    return found


def _may_be_list(case: Case) -> bool:
    """Whether the page may be a list itself, though something else is likelier."""
    return any(case.chances.get(kind, 0.0) >= _MAYBE_LIST for kind in _LISTS)


def _prose_sums(case: Case) -> list[int]:
    words = [
        count if shape == SENTENCE else 0
        for count, shape in zip(case.words, case.shapes, strict=True)
    ]
    return [0, *accumulate(words)]


def _article_outside(sums: list[int], first: int, last: int) -> bool:
    inside = sums[last] - sums[first]
    outside = sums[-1] - inside
    return outside >= _LONG_ARTICLE or outside >= max(_ARTICLE_WORDS, inside)


def _holds_posts(case: Case, sums: list[int], first: int, last: int) -> bool:
    """Whether the run is much of the page's prose, as the posts of a thread are."""
    inside = sums[last] - sums[first]
    return 3 * inside > sums[-1]


def _list_end(case: Case, first: int) -> tuple[int, int]:
    """Where the list that begins at `first` ends: at prose that is no card's excerpt.

    Beside it, how far was looked to know that.
    """
    periodic = _periodic_end(case, first)
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
        elif shape in _SIGNS:
            signed = True
        at += 1
    if at < len(shapes) and at - first >= 2 and shapes[at] == SENTENCE and _heads(case, at - 1):
        at -= 1
    return at, periodic


def _is_card_line(case: Case, at: int) -> bool:
    """Whether a line without an end mark may be a card's: where links are known, it is one or is
    beside one.
    """
    if case.page.format == "text" or case.shapes[at] in _SIGNS + WEAK:
        return True
    return any(
        2 * case.blocks[k].link_length >= len(case.blocks[k].text)
        for k in range(max(at - 1, 0), min(at + 3, len(case.blocks)))
    )


def _is_page_title(case: Case, at: int) -> bool:
    """Whether the page's main heading stands here, which no list of other stories holds."""
    block = case.blocks[at]
    return block.level == 1 and not block.link_length and case.folded[at] in case.titles


def _sign_follows(case: Case, at: int) -> bool:
    """Whether another line of a card follows soon, and no prose before it."""
    if case.words[at] > _CARD_WORDS:
        return False
    for shape in case.shapes[at + 1 : at + 1 + _SIGN_DISTANCE]:
        if shape in _SIGNS:
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


def _periodic_end(case: Case, first: int) -> int:
    """Where the run of equal cards that begins at `first` ends, `first` where there is none."""
    shapes = case.shapes
    if first >= len(shapes) or shapes[first] in _NO_STARTS:
        return first
    for period in range(2, _LONGEST_PERIOD + 1):
        if first + _FEWEST_CARDS * period > len(shapes):
            return first
        if shapes[first] != shapes[first + period]:
            continue
        card = shapes[first : first + period]
        if not shapes.startswith(card, first + period) or TITLE not in card:
            continue
        if _SIGN_SET.isdisjoint(card):
            continue
        end = first
        while shapes.startswith(card, end) and not _holds_essay(case, end, end + period):
            end += period
        if end - first >= _FEWEST_CARDS * period:
            return end
    return first


def _holds_essay(case: Case, first: int, last: int) -> bool:
    """Whether a block is prose that is longer than the excerpts of cards."""
    for at in range(first, last):
        if case.shapes[at] == SENTENCE and case.words[at] > _CARD_WORDS:
            return True
    return False


RULES = (
    Rule("related list", "related", "is in a list of other stories", labelled_lists),
    Rule("repeated cards", "related", "is one of a row of cards for other stories", repeated_cards),
    Rule("related prompt", "related", "leads to another story", related_prompts),
)
