"""What a block's own text shows, whatever language it is in."""

from __future__ import annotations

import re
from typing import Final

from declutter.document import Block, Page
from declutter.judge.evidence.scale import block_size

TEXT_NAMES: Final = (
    "size",
    "characters",
    "word length",
    "link density",
    "links",
    "end mark",
    "sentences",
    "commas",
    "digits",
    "capitals",
    "starts lower",
    "separators",
    "kind",
    "level",
    "lines",
    "repeats",
    "repeats first words",
    "title overlap",
    "emphasis",
    "images",
)
SIZE: Final = 0
LINK_DENSITY: Final = 3
END_MARK: Final = 5
KIND: Final = 12

_KINDS: Final[dict[str, float]] = {
    "paragraph": 0.0,
    "line": 1.0,
    "quote": 2.0,
    "code": 3.0,
    "table_row": 4.0,
    "list_item": 5.0,
    "caption": 6.0,
    "heading": 7.0,
}
_SENTENCE_MARKS: Final = frozenset(".!?…。！？؟।")
_CLOSING_MARKS: Final = frozenset('"”»’)]」』')
_LEADING_MARKS: Final = frozenset(":;,：，、")
_SEPARATORS: Final = re.compile(r"[|•·›»>/]")
_SENTENCE_ENDS: Final = re.compile(r"[.!?。！？؟।](?=\s|$|[\"”»’)])")
_LOOKED_AT: Final = 80
_OPENING: Final = 24


def measure_texts(page: Page) -> list[list[float]]:
    """A row for each block, its numbers named by `TEXT_NAMES`."""
    blocks = page.blocks
    times: dict[str, int] = {}
    openings: dict[str, int] = {}
    for block in blocks:
        text = block.text
        times[text] = times.get(text, 0) + 1
        opening = text[:_OPENING]
        openings[opening] = openings.get(opening, 0) + 1
    title = title_words(page)
    rows: list[list[float]] = []
    for block in blocks:
        row = measure_text(block, title)
        row[15] = float(times[block.text])
        row[16] = float(openings[block.text[:_OPENING]])
        rows.append(row)
    return rows


def title_words(page: Page) -> frozenset[str]:
    """The words of the title that the page declares, lower-case."""
    title = page.declared.title
    if title is None:
        for block in page.blocks[:40]:
            if block.kind == "heading" and block.level == 1:
                title = block.text
                break
    return frozenset(title.lower().split()) if title else frozenset()


def measure_text(block: Block, title: frozenset[str]) -> list[float]:
    """The numbers of one block; how often its text stands on the page is left at 0."""
    text = block.text
    length = len(text)
    size = block_size(text)
    head = text[:_LOOKED_AT]
    digits = 0
    capitals = 0
    for character in head:
        if character.isdigit():
            digits += 1
        elif character.isupper():
            capitals += 1
    last = text[-1]
    if last in _SENTENCE_MARKS:
        end_mark = 3.0
    elif last in _CLOSING_MARKS:
        end_mark = 2.0
    elif last in _LEADING_MARKS:
        end_mark = 1.0
    else:
        end_mark = 0.0
    sentences = 0.0
    commas = 0.0
    if size > 4.0:
        commas = float(text.count(",") + text.count("、") + text.count("，"))
        if size > 9.0:
            sentences = float(len(_SENTENCE_ENDS.findall(text)))
    links = 0
    emphasis = 0
    images = 0
    for span in block.spans:
        if span.kind == "link":
            links += 1
        elif span.kind == "image":
            images += 1
        else:
            emphasis += span.end - span.start
    overlap = 0.0
    if title and size < 40.0:
        own = text.lower().split()
        shared = 0
        for word in own:
            if word in title:
                shared += 1
        overlap = shared / (len(own) + 1.0)
    return [
        size,
        float(length),
        length / size,
        block.link_length / length,
        float(links),
        end_mark,
        sentences,
        commas / size,
        digits / len(head),
        capitals / len(head),
        1.0 if text[0].islower() else 0.0,
        float(len(_SEPARATORS.findall(head))),
        _KINDS[block.kind],
        float(block.level),
        float(text.count("\n")),
        0.0,
        0.0,
        overlap,
        emphasis / length,
        float(images),
    ]
