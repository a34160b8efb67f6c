"""When a page was published and changed, as its lines show."""

from __future__ import annotations

from typing import Final

from declutter.judge.phrases.folding import has_figure
from declutter.metadata.bylines import people_of_opening
from declutter.metadata.dates import EARLIEST_SHOWN, find_date, find_month
from declutter.metadata.folding import fold
from declutter.metadata.names import byline_end, byline_in
from declutter.metadata.surroundings import Surroundings, in_other_part, later_lines
from declutter.metadata.words import words
from declutter.page import Block, Page

_MOST_DATES: Final = 3
_RIGHT_BY: Final = 8
_MONTH_WITHIN: Final = 30
_MOST_BESIDE_DATE: Final = 110
_LONGEST_DATE_LINE: Final = 60
_LONGEST_BARE_DATE: Final = 30
_DATE_NAMES: Final = "date published posted dateline timestamp pubdate datetime publish updated"
_SHOWN: Final = 1
_SAID: Final = 2
_DATE_WORDS: Final = frozenset(_DATE_NAMES.split())
_LAST_SPACED: Final = "\u0dff"
"""Scripts from Thai on write no blanks between words, or few."""


def dates_beside_title(around: Surroundings, language: str) -> tuple[str | None, str | None]:
    """When the lines around the title say that it was published and modified."""
    published: str | None = None
    modified: str | None = None
    trust = 0
    cards = _lines_of_cards(around)
    blocks = around.page.blocks
    for index in around.lines:
        for iso, label in _dates_in_block(blocks, index, language):
            if label == "modified":
                modified = modified or iso
                continue
            block = blocks[index]
            text = block.text
            if label or byline_in(text) or text[:40].lower().startswith(words().starters):
                step = _SAID
            else:
                step = 0 if index in cards else _SHOWN
            if step > trust:
                published, trust = iso, step
    if published is None and people_of_opening(around.opening):
        opening = find_date(around.opening, language)
        published = None if opening is None else opening[0]
    return published, modified


def day_by_title(around: Surroundings, language: str) -> str | None:
    """The day that the lines right by the title name, that of a change aside; None for several."""
    first: str | None = None
    title = around.title
    if title < 0:
        return None
    for index in around.lines:
        if abs(index - title) > _RIGHT_BY:
            continue
        for iso, label in _dates_in_block(around.page.blocks, index, language):
            if label == "modified":
                continue
            if first is not None and first[:10] != iso[:10]:
                return None
            first = first or iso
    return first


def labelled_date(around: Surroundings, language: str) -> str | None:
    """When a line near the title says in words that the page was published."""
    blocks = around.page.blocks
    for index in around.lines:
        block = blocks[index]
        for iso, label in dates_of(block.text, language):
            if label == "published":
                return iso
    return None


def shown_month(around: Surroundings) -> str | None:
    """The month, where no day is known, that a line right by the title is, or one a little further
    that is labelled as the date of publication."""
    blocks = around.page.blocks
    first, title = around.first, around.title
    if title < 0:
        return None
    for index in range(first, min(len(blocks), first + _MONTH_WITHIN)):
        block = blocks[index]
        if block.hidden or len(block.text) > _LONGEST_BARE_DATE or not has_figure(block.text):
            continue
        found = find_month(block.text)
        if found is None:
            continue
        iso, start = found
        before = fold(block.text[:start])
        label = _label(before) or _label_above(blocks, index)
        bare = not before and not label and abs(index - title) <= _RIGHT_BY
        if label == "published" or (bare and not in_other_part(around, block)):
            return iso
    return None


def _lines_of_cards(around: Surroundings) -> frozenset[int]:
    """The lines that bear the date of an event or of another page: each stands under a heading
    of its own below the title, two or more of them."""
    blocks = around.page.blocks
    heading = dated = headings = 0
    cards: list[int] = []
    for index in range(max(around.title, around.first) + 1, around.last):
        block = blocks[index]
        if block.kind == "heading":
            heading = index
        elif heading and len(block.text) <= _MOST_BESIDE_DATE and find_date(block.text):
            cards.append(index)
            if dated != heading:
                headings, dated = headings + 1, heading
    return frozenset(cards) if headings > 1 else frozenset()


def shown_dates(around: Surroundings, language: str) -> tuple[str | None, str | None]:
    """The same, or else what later lines say that are labelled or marked up as dates."""
    published, modified = dates_beside_title(around, language)
    if published is not None:
        return published, modified
    blocks = around.page.blocks
    for index in later_lines(around).dated:
        block = blocks[index]
        other = in_other_part(around, block)
        if other and not _label_above(blocks, index):
            continue
        for iso, label in _dates_in_block(blocks, index, language):
            if label == "modified":
                modified = modified or iso
            elif published is None and (
                label or _is_marked(around.page, block) or _is_under_byline(blocks, index)
            ):
                published = iso
    return published, modified


def _dates_in_block(blocks: list[Block], index: int, language: str) -> list[tuple[str, str]]:
    """The dates of a block with their labels; the label may be a block of its own above it."""
    block = blocks[index]
    found = dates_of(block.text, language)
    if found and not found[0][1]:
        label = _label_above(blocks, index)
        if label:
            found[0] = found[0][0], label
    return found


def _label_above(blocks: list[Block], index: int) -> str:
    """What the block above a short block says that its date is, if it says nothing else."""
    block = blocks[index]
    if index == 0 or len(block.text) > _LONGEST_DATE_LINE:
        return ""
    block = blocks[index - 1]
    above = fold(block.text[:_LONGEST_DATE_LINE])
    return _label(above) if above in words().date_labels else ""


def _is_under_byline(blocks: list[Block], index: int) -> bool:
    """Whether a block is hardly more than a date, under a byline."""
    block = blocks[index]
    if index == 0 or len(block.text) > _LONGEST_BARE_DATE:
        return False
    block = blocks[index - 1]
    above = block.text
    return len(above) <= _MOST_BESIDE_DATE and byline_end(above) > 0


def _is_marked(page: Page, block: Block) -> bool:
    """Whether the page's own markup calls a block a date."""
    if len(block.text) > _LONGEST_DATE_LINE:
        return False
    if not _DATE_WORDS.isdisjoint(block.marks):
        return True
    if block.element < 0:
        return False
    element = page.elements[block.element]
    return not _DATE_WORDS.isdisjoint(element.words)


def dates_of(text: str, language: str) -> list[tuple[str, str]]:
    """The dates of a line, each with its label: "published", "modified" or "" for none."""
    found: list[tuple[str, str]] = []
    if not has_figure(text):
        return found
    start = 0
    for _ in range(_MOST_DATES):
        shown = find_date(text, language, EARLIEST_SHOWN, start)
        if shown is None:
            break
        iso, first, end = shown
        label = _label(_without_fillers(fold(text[start:first])))
        if label or (len(text) - (end - first) <= _MOST_BESIDE_DATE and not _goes_on(text, end)):
            found.append((iso, label))
        start = end
    return found


def _goes_on(text: str, end: int) -> bool:
    """Whether the sentence of a date goes on behind it: then it is the date of what is told."""
    return text[-1:] in ".!?" and text[end:].lstrip(" ,")[:1].islower()


def _without_fillers(before: str) -> str:
    """The folded words before a date without the small ones that lead over to it, unless nothing
    else stands there."""
    table = words()
    kept = before.split()
    while kept and (kept[-1] in table.fillers or kept[-1] in table.weekdays):
        kept.pop()
    return " ".join(kept) or before


def _label(before: str) -> str:
    """What the words before a date say that it is."""
    for phrase, label in words().labels_by_end.get(before[-1:], ()):
        if _ends_with(before, phrase):
            return label
    return ""


def _ends_with(text: str, phrase: str) -> bool:
    """Whether a folded text ends with the words of a phrase; scripts without blanks need none."""
    if not text.endswith(phrase):
        return False
    start = len(text) - len(phrase)
    return start == 0 or text[start - 1] == " " or phrase[0] > _LAST_SPACED
