"""What a block's own text shows, whatever language it is in."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.document import Page, Span
from declutter.judge.evidence.layout import KINDS, WIDTH
from declutter.judge.phrases.folding import fold

_SENTENCE_MARKS: Final = ".!?…。！？؟।"
_CLOSING_MARKS: Final = "\"'”»’)]」』"
_LEADING_MARKS: Final = ":;,：，、"
_ENDINGS: Final = (". ", "! ", "? ", ".\n")
_WIDE_ENDINGS: Final = ("。", "！", "？", "؟", "।")
_LOOKED_AT: Final = 80
_OPENING: Final = 24


def measure_texts(page: Page, folded: list[str], rows: array[float]) -> None:
    """Fill the columns of `TEXT_NAMES`; `folded` are the blocks' folded texts, empty for long ones.

    Scripts without spaces count three characters as a word.
    """
    blocks = page.blocks
    times: dict[str, int] = {}
    openings: dict[str, int] = {}
    for block in blocks:
        text = block.text
        times[text] = times.get(text, 0) + 1
        opening = text[:_OPENING]
        openings[opening] = openings.get(opening, 0) + 1
    seen: dict[str, int] = {}
    title = title_words(page)
    width = WIDTH
    for i in range(len(blocks)):
        block = blocks[i]
        text = block.text
        at = i * width
        length = len(text)
        plain = text.isascii()
        spaces = text.count(" ") + text.count("\n") + text.count("\t") + 1
        size = float(spaces)
        if not plain and length > spaces * 14:
            size = length / 3.0
        looked = min(length, _LOOKED_AT)
        digits = 0
        capitals = 0
        separators = 0
        for j in range(looked):
            character = text[j]
            if character.isdigit():
                digits += 1
            elif character.isupper():
                capitals += 1
            elif character in "|•·›»>/":
                separators += 1
        rows[at] = size
        rows[at + 1] = length
        rows[at + 2] = length / size
        rows[at + 3] = block.link_length / length
        rows[at + 5] = ending(text[length - 1])
        if size > 4.0:
            commas = text.count(",")
            if not plain:
                commas += text.count("、") + text.count("，")
            rows[at + 7] = commas / size
            if size > 9.0:
                rows[at + 6] = sentence_ends(text, plain)
        rows[at + 8] = digits / looked
        rows[at + 9] = capitals / looked
        rows[at + 10] = 1.0 if text[0].islower() else 0.0
        rows[at + 11] = separators
        rows[at + 12] = KINDS[block.kind]
        rows[at + 13] = block.level
        rows[at + 14] = text.count("\n")
        repeats = times[text]
        rows[at + 15] = repeats
        rows[at + 16] = openings[text[:_OPENING]]
        if repeats > 1:
            before = seen.get(text, 0)
            seen[text] = before + 1
            rows[at + 17] = before
        if title and folded[i]:
            rows[at + 18] = title_overlap(folded[i], title)
        if block.spans:
            measure_spans(block.spans, length, rows, at)


def ending(last: str) -> float:
    """What a text's last character is: 3 ends a sentence, 2 closes, 1 leads on, 0 is none."""
    if last.isalnum():
        return 0.0
    if last in _SENTENCE_MARKS:
        return 3.0
    if last in _CLOSING_MARKS:
        return 2.0
    return 1.0 if last in _LEADING_MARKS else 0.0


def sentence_ends(text: str, plain: bool) -> int:
    """About how many sentences end in a text."""
    ends = 0
    for mark in _ENDINGS:
        ends += text.count(mark)
    if not plain:
        for mark in _WIDE_ENDINGS:
            ends += text.count(mark)
    return ends + (1 if text[len(text) - 1] in ".!?" else 0)


def title_words(page: Page) -> frozenset[str]:
    """The folded words of the title that the page declares."""
    title = page.declared.title
    if title is None:
        for block in page.blocks[:40]:
            if block.kind == "heading" and block.level == 1:
                title = block.text
                break
    return frozenset(fold(title).split(" ")) if title else frozenset()


def title_overlap(folded: str, title: frozenset[str]) -> float:
    """The share of a text's words that are in the title."""
    own = folded.split(" ")
    shared = 0
    for word in own:
        if word in title:
            shared += 1
    return shared / (len(own) + 1.0)


def measure_spans(spans: tuple[Span, ...], length: int, rows: array[float], at: int) -> None:
    """Fill the columns that tell of a block's inline markup."""
    links = 0
    emphasis = 0
    images = 0
    for span in spans:
        kind = span.kind
        if kind == "link":
            links += 1
        elif kind == "image":
            images += 1
        else:
            emphasis += span.end - span.start
    rows[at + 4] = links
    rows[at + 19] = emphasis / length
    rows[at + 20] = images
