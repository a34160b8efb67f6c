"""What the lines of a page show: who wrote it, and when.

A byline and a date line stand near the title, before the text is well under way; what is labelled
as such may also stand at the end. Lines in parts of the page that do not hold the title, such as
comments, a sidebar or cards of other stories, say nothing of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from declutter.document import Block, Page
from declutter.metadata.dates import find_date
from declutter.metadata.folding import fold, squeeze
from declutter.metadata.names import (
    byline_end,
    byline_in,
    could_sign,
    looks_like_person,
    names_another,
    people_of,
)
from declutter.metadata.words import words

_BEFORE: Final = 6
_AFTER: Final = 24
_LONGEST_LINE: Final = 200
_LONGEST_NAME_LINE: Final = 120
_LONG_TEXT: Final = 300
_MOST_DATES: Final = 3
_MOST_LATER: Final = 3_000
_SMALL_PART: Final = 3
_MOST_BESIDE_DATE: Final = 110

_AUTHOR_WORDS: Final = frozenset(("author", "authors", "byline", "writer", "autor", "auteur"))
_POSTER_WORDS: Final = frozenset(("author", "username", "poster", "creator", "nickname", "byline"))
_DATE_WORDS: Final = frozenset(
    [
        "date",
        "published",
        "posted",
        "dateline",
        "timestamp",
        "pubdate",
        "datetime",
        "publish",
        "updated",
    ]
)
_OTHER_PARTS: Final = frozenset(
    [
        "comment",
        "comments",
        "related",
        "sidebar",
        "footer",
        "recommended",
        "popular",
        "trending",
        "latest",
        "teaser",
        "review",
        "reviews",
        "card",
        "cards",
        "nav",
        "navigation",
        "menu",
        "next",
        "previous",
        "prev",
        "copyright",
        "similar",
        "testimonial",
        "testimonials",
        "suggested",
        "promo",
    ]
)
_OTHER_TAGS: Final = frozenset(("footer", "nav"))
_LAST_SPACED: Final = "\u0dff"
"""Scripts from Thai on write no blanks between words, or few."""
_OTHER_KINDS: Final = frozenset(("quote", "caption", "code"))
_WHOLE_TAGS: Final = frozenset(("html", "body", "main"))
_ANY_DIGIT: Final = re.compile(r"\d")


@dataclass(slots=True)
class Surroundings:
    """The lines around a page's title, by index; `title` is -1 where no block shows it."""

    page: Page
    title: int
    first: int
    last: int
    lines: list[int]


def find_surroundings(page: Page, title: str | None) -> Surroundings:
    """The short lines around the title, from some before it to the second long text after it."""
    place = _title_place(page, title)
    start = max(place, 0)
    first = max(0, start - _BEFORE)
    last = min(len(page.blocks), start + _AFTER)
    around = Surroundings(page, place, first, last, [])
    long_texts = 0
    for index in range(first, last):
        block = page.blocks[index]
        if len(block.text) > _LONG_TEXT and index > start:
            long_texts += 1
            if long_texts > 1:
                around.last = index
                break
        elif (
            index != place
            and not block.hidden
            and len(block.text) <= _LONGEST_LINE
            and block.kind not in _OTHER_KINDS
            and not in_other_part(around, block)
        ):
            around.lines.append(index)
    if place >= 0:
        around.lines.sort(key=around.title.__le__, reverse=True)
    return around


def _title_place(page: Page, title: str | None) -> int:
    """The index of the block that shows the title, else of the first main heading, else -1."""
    name = fold(title or "")
    heading = -1
    loose = -1
    for index, block in enumerate(page.blocks):
        if block.hidden:
            continue
        if block.kind == "heading":
            if name and fold(block.text) == name:
                return index
            if heading < 0 and block.level == 1:
                heading = index
        elif loose < 0 and (
            block.verdict.rule == "title"
            or (name and len(block.text) < _LONG_TEXT and fold(block.text) == name)
        ):
            loose = index
    return heading if heading >= 0 else loose


def in_other_part(around: Surroundings, block: Block) -> bool:
    """Whether a block stands in a part of the page that is not about what the title names."""
    elements = around.page.elements
    index = block.element
    while index >= 0:
        element = elements[index]
        if element.first <= around.title < element.last:
            return False
        if element.tag in _OTHER_TAGS:
            return not _is_inside_article(around.page, element.parent)
        if not _OTHER_PARTS.isdisjoint(element.words) and element.tag not in _WHOLE_TAGS:
            return True
        index = element.parent
    return False


def _is_inside_article(page: Page, index: int) -> bool:
    while index >= 0:
        element = page.elements[index]
        if element.tag == "article":
            return True
        index = element.parent
    return False


def later_lines(around: Surroundings) -> list[int]:
    """The short lines behind the surroundings of the title, parts about other things left out."""
    page = around.page
    return [
        index
        for index in range(around.last, min(len(page.blocks), around.last + _MOST_LATER))
        if len(page.blocks[index].text) <= _LONGEST_NAME_LINE and not page.blocks[index].hidden
    ]


def shown_people(around: Surroundings) -> list[str]:
    """The authors that the lines around the title name, else those that a later byline names;
    empty where nobody is named."""
    page = around.page
    people = _people_of_bylines(around, around.lines)
    if not people:
        people = _told_people(around, around.first, around.last)
    if not people:
        people = _people_beside_date(around)
    if not people:
        for relation, _, text in page.declared.relations:
            if relation == "author" and text and len(text) <= _LONGEST_NAME_LINE:
                people = people_of(text)
                if people:
                    break
    if not people:
        people = _people_of_bylines(around, later_lines(around))
    if not people:
        people = _told_people(around, around.last, len(page.blocks))
    return people


def _people_of_bylines(around: Surroundings, lines: list[int]) -> list[str]:
    """The people of the first line that opens as a byline does."""
    blocks = around.page.blocks
    for position, index in enumerate(lines):
        text = byline_in(blocks[index].text)
        if not text or in_other_part(around, blocks[index]):
            continue
        if byline_end(text) >= len(text.rstrip(" :")):
            following = lines[position + 1] if position + 1 < len(lines) else -1
            if following == index + 1 and len(blocks[following].text) <= _LONGEST_NAME_LINE:
                people = people_of(blocks[following].text)
                if people and looks_like_person(people[0]):
                    return people
            continue
        people = people_of(text)
        if people and looks_like_person(people[0]):
            return people
        if people and could_sign(people[0]):
            return people[:1]
    return []


def _people_beside_date(around: Surroundings) -> list[str]:
    """The name that stands alone in a line beside a date line, or in one line with the date."""
    blocks = around.page.blocks
    lines = [index for index in around.lines if index > around.title]
    title = fold(blocks[around.title].text) if around.title >= 0 else ""
    for index in lines:
        block = blocks[index]
        if title and fold(block.text) in title:
            continue
        if len(block.text) > _LONGEST_NAME_LINE or block.kind == "heading":
            continue
        if _ANY_DIGIT.search(block.text):
            found = find_date(block.text)
            if found is None or found[1] < 4:
                continue
        elif not (_is_date(blocks, index + 1) or _is_date(blocks, index - 1)):
            continue
        people = people_of(block.text)
        if people and looks_like_person(people[0]):
            return [name for name in people if looks_like_person(name)]
    return []


def _is_date(blocks: list[Block], index: int) -> bool:
    """Whether a block is hardly more than a date."""
    if not 0 <= index < len(blocks) or len(blocks[index].text) > 60:
        return False
    return find_date(blocks[index].text) is not None


def _told_people(around: Surroundings, first: int, last: int) -> list[str]:
    """The names in what the page's own markup calls author or byline, between two blocks."""
    blocks = around.page.blocks
    for place, value in _told_lines(around.page, _AUTHOR_WORDS, first, last):
        if len(value) > _LONGEST_NAME_LINE or names_another(value):
            continue
        if in_other_part(around, blocks[place]):
            continue
        people = people_of(value)
        if people and (first < around.last or looks_like_person(people[0])):
            return people
    return []


def _told_lines(page: Page, marks: frozenset[str], first: int, last: int) -> list[tuple[int, str]]:
    """The texts of elements and items that are called one of `marks`, in page order, each with
    the index of its block."""
    told: list[tuple[int, str]] = []
    for name, value, block in page.declared.items:
        if first <= block < last and (
            name in ("author", "creator")
            or (name[:1] == "." and not marks.isdisjoint(name[1:].split()))
        ):
            told.append((block, value))
    for element in page.elements:
        if (
            first <= element.first < last
            and 0 < element.last - element.first <= _SMALL_PART
            and not marks.isdisjoint(element.words)
        ):
            for line in page.blocks[element.first : element.last]:
                told.append((element.first, _name_in(line)))
    told.sort(key=_place)
    return [entry for entry in told if entry[1] and entry[0] < len(page.blocks)]


def _place(entry: tuple[int, str]) -> int:
    return entry[0]


def _name_in(block: Block) -> str:
    """The text of a block, or of the one link in it that could be a name."""
    links = [span for span in block.spans if span.kind == "link" and span.end > span.start]
    if len(links) == 1 and block.text[links[0].start : links[0].end].strip():
        return block.text[links[0].start : links[0].end]
    return block.text


def shown_poster(around: Surroundings) -> list[str]:
    """Who wrote the first post of a thread."""
    page = around.page
    start = max(around.title, 0)
    for name, value, block in page.declared.items:
        if name == "author" and value and block < len(page.blocks):
            people = people_of(_shorter(value, page.blocks[block]))
            if people:
                return people[:1]
    for _, value in _told_lines(page, _POSTER_WORDS, start, len(page.blocks)):
        if 1 < len(value) <= _LONGEST_NAME_LINE:
            people = people_of(value)
            if people:
                return people[:1]
    return _people_of_bylines(around, around.lines)[:1]


def _shorter(value: str, block: Block) -> str:
    """The value, or the link or the block at its beginning where a rank or a count follows."""
    whole = squeeze(value)
    for name in (_name_in(block), block.text):
        if len(name) > 1 and whole.startswith(squeeze(name) or " "):
            return name
    return value


def dates_beside_title(around: Surroundings, language: str) -> tuple[str | None, str | None]:
    """When the lines around the title say that it was published and modified."""
    published: str | None = None
    modified: str | None = None
    labelled = False
    for index in around.lines:
        for iso, label in dates_of(around.page.blocks[index].text, language):
            if label == "modified":
                modified = modified or iso
            elif published is None or (label and not labelled):
                published, labelled = iso, bool(label)
    return published, modified


def shown_dates(around: Surroundings, language: str) -> tuple[str | None, str | None]:
    """The same, or else what later lines say that are labelled or marked up as dates."""
    published, modified = dates_beside_title(around, language)
    if published is not None:
        return published, modified
    page = around.page
    for index in later_lines(around):
        block = page.blocks[index]
        if not _ANY_DIGIT.search(block.text) or in_other_part(around, block):
            continue
        for iso, label in dates_of(block.text, language):
            if label == "modified":
                modified = modified or iso
            elif published is None and (label or _is_marked(page, block)):
                published = iso
    return published, modified


def _is_marked(page: Page, block: Block) -> bool:
    """Whether the page's own markup calls a block a date."""
    if len(block.text) > 60:
        return False
    if not _DATE_WORDS.isdisjoint(block.marks):
        return True
    return block.element >= 0 and not _DATE_WORDS.isdisjoint(page.elements[block.element].words)


def dates_of(text: str, language: str) -> list[tuple[str, str]]:
    """The dates of a line, each with its label: "published", "modified" or "" for none."""
    found: list[tuple[str, str]] = []
    if not _ANY_DIGIT.search(text):
        return found
    start = 0
    for _ in range(_MOST_DATES):
        shown = find_date(text, language, start=start)
        if shown is None:
            break
        iso, first, end = shown
        label = _label(_without_fillers(fold(text[start:first])))
        if label or len(text) - (end - first) <= _MOST_BESIDE_DATE:
            found.append((iso, label))
        start = end
    return found


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
    table = words()
    best = 0
    label = ""
    for phrase in table.modified:
        if _ends_with(before, phrase):
            best, label = len(phrase), "modified"
            break
    for phrase in table.published:
        if len(phrase) <= best:
            break
        if _ends_with(before, phrase):
            return "published"
    return label


def _ends_with(text: str, phrase: str) -> bool:
    """Whether a folded text ends with the words of a phrase; scripts without blanks need none."""
    if not text.endswith(phrase):
        return False
    start = len(text) - len(phrase)
    return start == 0 or text[start - 1] == " " or phrase[0] > _LAST_SPACED
