"""The lines of a page in which a byline and a date line may stand.

They stand near the title, before the text is well under way; what is labelled as such may also
stand at the end. Lines in parts of the page that do not hold the title, such as comments, a sidebar
or cards of other stories, say nothing of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from declutter.judge.phrases.folding import has_figure
from declutter.judge.phrases.sieve import may_open
from declutter.metadata.folding import fold
from declutter.metadata.words import byline_phrases, words
from declutter.page import Block, Element, Page

LONGEST_NAME_LINE: Final = 120
_BEFORE: Final = 6
_AFTER: Final = 24
_LONGEST_LINE: Final = 200
_LONG_TEXT: Final = 300
_MOST_LATER: Final = 3_000
_LONGEST_EDGES: Final = 20
_SMALL_PART: Final = 3
_ALIKE: Final = 0.6
"""The share of two titles' words that both have, from which a heading shows a declared title."""

_PART_NAMES: Final = (
    "comment comments related sidebar footer recommended popular trending latest teaser review "
    "reviews card cards nav navigation menu next previous prev copyright similar testimonial "
    "testimonials suggested promo"
)
_OTHER_PARTS: Final = frozenset(_PART_NAMES.split())
_CARD_NAMES: Final = frozenset(("card", "cards"))
_MOST_IN_CARD: Final = 20
_OTHER_TAGS: Final = frozenset(("footer", "nav"))
_OTHER_KINDS: Final = frozenset(("quote", "caption", "code", "table_row"))
_WHOLE_TAGS: Final = frozenset(("html", "body", "main"))


@dataclass(slots=True)
class Surroundings:
    """The lines around a page's title, by index; `title` is -1 where no block shows it.

    `opening` is the beginning of the first long text, in which a byline and a date may be glued to
    it, as in text that is all one line.
    """

    page: Page
    title: int
    first: int
    last: int
    lines: list[int]
    opening: str = ""
    later: LaterLines | None = None


def find_surroundings(page: Page, title: str | None) -> Surroundings:
    """The short lines around the title, from some before it to the second long text after it."""
    blocks = page.blocks
    place = _title_place(page, title)
    start = place if place >= 0 else _first_text(page)
    first = max(0, start - _BEFORE)
    last = min(len(blocks), start + _AFTER)
    lines: list[int] = []
    around = Surroundings(page, place, first, last, lines)
    long_texts = 0
    unseen = place >= 0 and blocks[place].hidden  # a page that a program must show first
    for index in range(first, last):
        block = blocks[index]
        length = len(block.text)
        if length > _LONGEST_LINE and not block.hidden and not around.opening:
            around.opening = block.text[:LONGEST_NAME_LINE]
        if length > _LONG_TEXT and index > start:
            long_texts += 1
            if long_texts > 1:
                around.last = index
                break
        elif (
            index != place
            and (unseen or not block.hidden)
            and length <= _LONGEST_LINE
            and block.kind not in _OTHER_KINDS
            and not in_other_part(around, block)
        ):
            lines.append(index)
    if place >= 0:
        lines.sort(key=place.__le__, reverse=True)
    return around


def _title_place(page: Page, title: str | None) -> int:
    """The index of the block that shows the title, else of the heading most like it, else of the
    first main heading, else -1."""
    name = fold(title or "")
    names = set(name.split())
    hidden = main = loose = alike = -1
    likeness = _ALIKE
    for index, block in enumerate(page.blocks):
        if block.kind == "heading":
            folded = fold(block.text)
            if name and folded == name:
                if not block.hidden:
                    return index
                hidden = index if hidden < 0 else hidden
            elif not block.hidden:
                if main < 0 and block.level == 1:
                    main = index
                others = set(folded.split())
                share = len(names & others) / max(len(names | others), 1)
                if share > likeness:
                    alike, likeness = index, share
        elif loose < 0 and not block.hidden and _is_loose_title(block, name):
            loose = index
    for place in (loose, alike, main):
        if place >= 0:
            return place
    return hidden


def main_headings(blocks: list[Block]) -> list[str]:
    """The texts of the headings of the first level."""
    headings: list[str] = []
    for block in blocks:
        if block.level == 1 and block.kind == "heading" and not block.hidden:
            headings.append(block.text)
    return headings


def _first_text(page: Page) -> int:
    """The index of the first long text that stays, 0 without one."""
    for index, block in enumerate(page.blocks):
        if block.verdict.keep and not block.hidden and len(block.text) > _LONGEST_LINE:
            return index
    return 0


def _is_loose_title(block: Block, name: str) -> bool:
    """Whether a block that is no heading shows the title all the same."""
    if block.verdict.rule == "title":
        return True
    length = len(block.text)
    if not name or length < len(name) or length > min(_LONG_TEXT, 2 * len(name) + _LONGEST_EDGES):
        return False
    first = block.text[0]
    return (first.lower() == name[0] or not first.isalnum()) and fold(block.text) == name


def in_other_part(around: Surroundings, block: Block) -> bool:
    """Whether a block stands in a part of the page that is not about what the title names."""
    elements = around.page.elements
    title = around.title
    index = block.element
    while index >= 0:
        element = elements[index]
        if element.first <= title < element.last:
            return False
        if element.tag in _OTHER_TAGS:
            return not _is_inside_article(elements, element.parent)
        if element.tag not in _WHOLE_TAGS:
            for word in element.words:
                if word in _OTHER_PARTS:
                    if _is_own_card(around.page.blocks, element):
                        break
                    return True
        index = element.parent
    return False


def _is_own_card(blocks: list[Block], element: Element) -> bool:
    """Whether a part that is called a card frames a few lines of the page itself: a card of another
    page has a heading or a link."""
    size = element.last - element.first
    if size > _MOST_IN_CARD or not _OTHER_PARTS.intersection(element.words) <= _CARD_NAMES:
        return False
    for line in blocks[element.first : element.last]:
        if line.link_length or line.kind == "heading":
            return False
    return True


def small_parts_named(
    elements: list[Element], marks: frozenset[str], first: int, last: int
) -> list[Element]:
    """The elements of a few blocks, that begin between two blocks, with one of `marks` among their
    words."""
    named: list[Element] = []
    for element in elements:
        if first <= element.first < last and 0 < element.last - element.first <= _SMALL_PART:
            for word in element.words:
                if word in marks:
                    named.append(element)
                    break
    return named


def _is_inside_article(elements: list[Element], index: int) -> bool:
    while index >= 0:
        element = elements[index]
        if element.tag == "article":
            return True
        index = element.parent
    return False


@dataclass(slots=True)
class LaterLines:
    """The short lines behind the surroundings of the title that could be told to say something:
    `dated` have a figure, `signed` open as bylines do or have a year."""

    dated: list[int]
    signed: list[int]


def later_lines(around: Surroundings) -> LaterLines:
    """The lines behind the surroundings of the title, gathered once."""
    if around.later is None:
        around.later = _find_later_lines(around.page.blocks, around.last)
    return around.later


def _find_later_lines(blocks: list[Block], first: int) -> LaterLines:
    dated: list[int] = []
    signed: list[int] = []
    openings = words().start_openings
    for index in range(first, min(len(blocks), first + _MOST_LATER)):
        block = blocks[index]
        text = block.text
        if len(text) > LONGEST_NAME_LINE or block.hidden:
            continue
        figure = has_figure(text)
        if figure:
            dated.append(index)
        if (
            figure
            or not text[0].isalnum()
            or (may_open(openings, text, 0) and byline_phrases(text, 0))
        ):
            signed.append(index)
    return LaterLines(dated, signed)
