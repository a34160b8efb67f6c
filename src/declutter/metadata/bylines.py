"""Who wrote a page, as its bylines and its markup show."""

from __future__ import annotations

from typing import Final

from declutter.judge.phrases.folding import has_figure
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
from declutter.metadata.surroundings import (
    LONGEST_NAME_LINE,
    Surroundings,
    in_other_part,
    later_lines,
    small_parts_named,
)
from declutter.metadata.words import words
from declutter.page import Block, Page

_LONGEST_LINK_WORD: Final = 4
_LONGEST_DATE_LINE: Final = 60
_AUTHOR_WORDS: Final = frozenset(("author", "authors", "byline", "writer", "autor", "auteur"))
_POSTER_WORDS: Final = frozenset(("author", "username", "poster", "creator", "nickname", "byline"))


def shown_people(around: Surroundings) -> list[str]:
    """The authors that the lines around the title name, else those that a later byline names;
    empty where nobody is named."""
    page = around.page
    people = _people_of_bylines(around, around.lines)
    if not people:
        people = people_of_opening(around.opening)
    if not people:
        people = _told_people(around, around.first, around.last)
    if not people:
        people = _people_beside_date(around)
    if not people:
        for relation, _, text in page.declared.relations:
            if relation == "author" and text and len(text) <= LONGEST_NAME_LINE:
                people = people_of(text)
                if people:
                    break
    if not people:
        people = _people_of_bylines(around, later_lines(around).signed)
    if not people:
        people = _told_people(around, around.last, len(page.blocks))
    return people


def _people_of_bylines(around: Surroundings, lines: list[int]) -> list[str]:
    """The people of the first line that opens as a byline does."""
    blocks = around.page.blocks
    for index in lines:
        block = blocks[index]
        text = byline_in(block.text)
        if not text or in_other_part(around, block):
            continue
        if byline_end(text) >= len(text.rstrip(" :")):
            if index + 1 < len(blocks):
                block = blocks[index + 1]
                people = people_of(block.text) if len(block.text) <= LONGEST_NAME_LINE else []
                if people and looks_like_person(people[0]):
                    return people
            continue
        people = people_of(text)
        if people and looks_like_person(people[0]):
            return people
        if people and could_sign(people[0]):
            return people[:1]
    return []


def people_of_opening(text: str) -> list[str]:
    """The people of a byline that a long text opens with, which a date must end."""
    if not byline_end(text) or find_date(text) is None:
        return []
    people = people_of(text)
    return people if people and looks_like_person(people[0]) else []


def _people_beside_date(around: Surroundings) -> list[str]:
    """The name that stands alone in a line beside a date line, or in one line with the date."""
    blocks = around.page.blocks
    place = around.title
    title = fold(blocks[place].text) if place >= 0 else ""
    for index in around.lines:
        block = blocks[index]
        if index <= place or len(block.text) > LONGEST_NAME_LINE or block.kind == "heading":
            continue
        if title and fold(block.text) in title:
            continue
        if has_figure(block.text):
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
    if not 0 <= index < len(blocks):
        return False
    block = blocks[index]
    return len(block.text) <= _LONGEST_DATE_LINE and find_date(block.text) is not None


def _told_people(around: Surroundings, first: int, last: int) -> list[str]:
    """The names in what the page's own markup calls author or byline, between two blocks."""
    blocks = around.page.blocks
    for place, value in _told_lines(around.page, _AUTHOR_WORDS, first, last):
        if len(value) > LONGEST_NAME_LINE or names_another(value):
            continue
        if in_other_part(around, blocks[place]):
            continue
        people = people_of(value)
        if people and (
            looks_like_person(people[0]) or (first < around.last and _could_be_told(people[0]))
        ):
            return people
    return []


def _could_be_told(name: str) -> bool:
    """Whether a name that has not the form of a person's may stand in an author's place: not what
    tells a reading time or leads over to the name."""
    if has_figure(name) or name == name.lower() != name.upper():
        return False
    last = name.split()[-1]
    return not last[0].islower() or len(last) > _LONGEST_LINK_WORD


def _told_lines(page: Page, marks: frozenset[str], first: int, last: int) -> list[tuple[int, str]]:
    """The texts of elements and items that are called one of `marks`, in page order, each with
    the index of its block."""
    told: list[tuple[int, str]] = []
    blocks = page.blocks
    for name, value, place in page.declared.items:
        if first <= place < last and (
            name in ("author", "creator")
            or (name[:1] == "." and not marks.isdisjoint(name[1:].split()))
        ):
            told.append((place, value))
    for element in small_parts_named(page.elements, marks, first, last):
        for index in range(element.first, min(element.last, len(blocks))):
            told.append((element.first, _name_in(blocks[index])))
    told.sort(key=_place)
    return [entry for entry in told if entry[1] and entry[0] < len(blocks)]


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
    for index in around.lines:
        text = page.blocks[index].text
        if len(text) <= LONGEST_NAME_LINE and text[:40].lower().startswith(words().starters):
            people = people_of(_behind_starter(text))
            if people:
                return people[:1]
    for name, value, block in page.declared.items:
        if name == "author" and value and block < len(page.blocks):
            people = people_of(_shorter(value, page.blocks[block]))
            if people:
                return people[:1]
    for _, value in _told_lines(page, _POSTER_WORDS, start, len(page.blocks)):
        if 1 < len(value) <= LONGEST_NAME_LINE:
            people = people_of(value)
            if people:
                return people[:1]
    return _people_of_bylines(around, around.lines)[:1]


def _behind_starter(text: str) -> str:
    """What stands behind the words that say who opened a thread."""
    low = text.lower()
    for phrase in words().starters:
        if low.startswith(phrase):
            return text[len(phrase) :]
    return text


def _shorter(value: str, block: Block) -> str:
    """The value, or the link or the block at its beginning where a rank or a count follows."""
    whole = squeeze(value)
    for name in (_name_in(block), block.text):
        if len(name) > 1 and whole.startswith(squeeze(name) or " "):
            return name
    return value
