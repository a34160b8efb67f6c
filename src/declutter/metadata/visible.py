"""What the lines around a title show: who wrote it, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from declutter.document import Block, Page
from declutter.metadata.dates import find_date
from declutter.metadata.folding import fold, tidy
from declutter.metadata.names import byline_end, names_another, people_of
from declutter.metadata.words import words

_BEFORE: Final = 6
_AFTER: Final = 24
_LONGEST_LINE: Final = 200
_LONGEST_NAME_LINE: Final = 120
_LONG_TEXT: Final = 300
_MOST_DATES: Final = 3

_AUTHOR_WORDS: Final = frozenset(("author", "authors", "byline", "writer", "autor", "auteur", "creator"))
_POSTER_WORDS: Final = frozenset(
    ("author", "username", "poster", "user", "creator", "byline", "postprofile", "handle")
)
_DATE_WORDS: Final = frozenset(
    ("date", "published", "posted", "dateline", "time", "timestamp", "pubdate", "datetime", "updated")
)
_MODIFIED_WORDS: Final = frozenset(("updated", "modified", "datemodified"))
_OTHER_PARTS: Final = frozenset(
    "comment comments related sidebar widget footer recommended popular trending latest teaser "
    "review reviews card cards nav navigation menu next previous prev copyright".split()
)


@dataclass(slots=True)
class Surroundings:
    """The blocks around a page's title in which a byline and a date line may stand."""

    page: Page
    title: int
    first: int
    last: int
    lines: list[int]


def find_surroundings(page: Page, title: str | None) -> Surroundings:
    """The short lines around the title, from some before it to the first long text after it."""
    place = _title_place(page, title)
    first = max(0, place - _BEFORE)
    last = min(len(page.blocks), place + _AFTER)
    lines: list[int] = []
    long_texts = 0
    for index in range(first, last):
        block = page.blocks[index]
        if len(block.text) > _LONG_TEXT and index > place:
            long_texts += 1
            if long_texts > 2:
                last = index
                break
        elif not block.hidden and len(block.text) <= _LONGEST_LINE and not in_other_part(page, block):
            lines.append(index)
    return Surroundings(page, place, first, last, lines)


def _title_place(page: Page, title: str | None) -> int:
    """The index of the block that shows the title, else of the first heading, else 0."""
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
        elif loose < 0 and block.verdict.rule == "title":
            loose = index
    if heading >= 0:
        return heading
    return max(loose, 0)


def in_other_part(page: Page, block: Block) -> bool:
    """Whether a block stands in a part of the page that is not the article: comments, a sidebar."""
    index = block.element
    while index >= 0:
        element = page.elements[index]
        if element.tag in ("footer", "nav", "aside") or not _OTHER_PARTS.isdisjoint(element.words):
            return element.tag not in ("body", "html", "main", "article")
        index = element.parent
    return False


def shown_people(around: Surroundings) -> list[str]:
    """The authors that the lines around the title name; empty where they name nobody."""
    page = around.page
    for index in around.lines:
        text = page.blocks[index].text
        if byline_end(text) and not names_another(text):
            people = people_of(text)
            if people:
                return people
    told = _told_people(around, _AUTHOR_WORDS)
    if told:
        return told
    for relation, _, text in page.declared.relations:
        if relation == "author" and text and len(text) <= _LONGEST_NAME_LINE:
            people = people_of(tidy(text))
            if people:
                return people
    return []


def shown_poster(around: Surroundings) -> list[str]:
    """Who wrote the first post of a thread."""
    page = around.page
    told: list[tuple[int, str]] = []
    for name, value, block in page.declared.items:
        if name in ("author", "creator") or (
            name[:1] == "." and not _POSTER_WORDS.isdisjoint(name[1:].split())
        ):
            told.append((block, value))
    for element in page.elements:
        if not _POSTER_WORDS.isdisjoint(element.words) and 0 < element.last - element.first <= 2:
            told.append((element.first, page.blocks[element.first].text))
    told.sort(key=_place)
    for block, value in told:
        if block >= around.title and len(value) <= _LONGEST_NAME_LINE:
            people = people_of(value)
            if people:
                return people[:1]
    return []


def _place(entry: tuple[int, str]) -> int:
    return entry[0]


def _told_people(around: Surroundings, marks: frozenset[str]) -> list[str]:
    """The names in elements that are called author or byline, near the title."""
    page = around.page
    told: list[tuple[int, str]] = []
    for name, value, block in page.declared.items:
        if around.first <= block < around.last and (
            name in ("author", "creator")
            or (name[:1] == "." and not marks.isdisjoint(name[1:].split()))
        ):
            told.append((block, value))
    for element in page.elements:
        if (
            around.first <= element.first < around.last
            and 0 < element.last - element.first <= 3
            and not marks.isdisjoint(element.words)
        ):
            for block in page.blocks[element.first : element.last]:
                told.append((element.first, block.text))
    told.sort(key=_place)
    for place, value in told:
        if len(value) > _LONGEST_NAME_LINE or names_another(value):
            continue
        if place < len(page.blocks) and in_other_part(page, page.blocks[place]):
            continue
        people = people_of(value)
        if people:
            return people
    return []


def shown_dates(around: Surroundings, language: str) -> tuple[str | None, str | None]:
    """When the lines around the title say it was published and modified."""
    page = around.page
    published: str | None = None
    modified: str | None = None
    for index in around.lines:
        for iso, is_modified in _dates_of(page.blocks[index], language):
            if is_modified:
                modified = modified or iso
            else:
                published = published or iso
        if published is not None and modified is not None:
            break
    return published, modified


def _dates_of(block: Block, language: str) -> list[tuple[str, bool]]:
    """The dates of a date line, each with whether it is the one of a change."""
    text = block.text
    found: list[tuple[str, bool]] = []
    start = 0
    for _ in range(_MOST_DATES):
        shown = find_date(text, language, start=start)
        if shown is None:
            break
        iso, first, end = shown
        label = fold(text[start:first])
        found.append((iso, _is_change(label)))
        start = end
    return found


def _is_change(label: str) -> bool:
    """Whether the words before a date say that it is the one of a change."""
    table = words()
    for phrase in table.modified:
        if label.endswith(phrase):
            return not any(
                len(other) > len(phrase) and label.endswith(other) for other in table.published
            )
    return False
