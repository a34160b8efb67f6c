"""What a block's own text shows, whatever language it is in."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.evidence.layout import KINDS, WIDTH, naughts
from declutter.judge.phrases.folding import fold
from declutter.page import Page, Span

_SENTENCE_MARKS: Final = ".!?…。！？؟।"
_CLOSING_MARKS: Final = "\"'”»’)]」』"
_LEADING_MARKS: Final = ":;,：，、"
_ENDINGS: Final = (". ", "! ", "? ", ".\n")
_WIDE_ENDINGS: Final = ("。", "！", "？", "؟", "।")
_LOOKED_AT: Final = 80
_DIGIT: Final = 1
_CAPITAL: Final = 2
_SEPARATOR: Final = 3
_SEPARATORS: Final = "|•·›»>/"
_OPENING: Final = 24


def _class_of(character: str) -> int:
    """What a character counts as."""
    if character.isdigit():
        return _DIGIT
    if character.isupper():
        return _CAPITAL
    return _SEPARATOR if character in _SEPARATORS else 0


_CLASSES: Final = bytes(_class_of(chr(code)) for code in range(128))


class Tally:
    """How often each text of a row of texts stands in it."""

    def __init__(self, count: int) -> None:
        self._first: dict[str, int] = {}
        self._numbers = naughts(count)
        self._counts = naughts(count)

    def add(self, text: str, at: int) -> int:
        """Take up the text at a place; how often it stood before."""
        number = self._first.setdefault(text, at)
        before = self._counts[number]
        self._numbers[at] = number
        self._counts[number] = before + 1
        return before

    def count(self, at: int) -> int:
        """How often the text at a place stands anywhere."""
        return self._counts[self._numbers[at]]


def measure_texts(page: Page, folded: list[str], rows: array[float]) -> None:
    """Fill the columns of `TEXT_NAMES`; `folded` are the blocks' folded texts, empty for long ones.

    Scripts without spaces count three characters as a word.
    """
    blocks = page.blocks
    count = len(blocks)
    kinds = KINDS
    classes = _CLASSES
    texts = Tally(count)
    openings = Tally(count)
    for i in range(count):
        text = blocks[i].text
        rows[i * WIDTH + 17] = texts.add(text, i)
        openings.add(text[:_OPENING], i)
    title = title_words(page)
    initials = "".join([word[:1] for word in title])
    for i in range(count):
        block = blocks[i]
        text = block.text
        at = i * WIDTH
        length = len(text)
        plain = text.isascii()
        lines = text.count("\n")
        spaces = text.count(" ") + lines + text.count("\t") + 1
        size = float(spaces)
        if not plain and length > spaces * 14:
            size = length / 3.0
        looked = min(length, _LOOKED_AT)
        digits = 0
        capitals = 0
        separators = 0
        for j in range(looked):
            character = text[j]
            if character < "\x80":
                told = classes[ord(character)]
                if told == _DIGIT:
                    digits += 1
                elif told == _CAPITAL:
                    capitals += 1
                elif told == _SEPARATOR:
                    separators += 1
            elif character.isdigit():
                digits += 1
            elif character.isupper():
                capitals += 1
            elif character in _SEPARATORS:
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
        rows[at + 12] = kinds[block.kind]
        rows[at + 13] = block.level
        rows[at + 14] = lines
        rows[at + 15] = texts.count(i)
        rows[at + 16] = openings.count(i)
        if title and folded[i]:
            rows[at + 18] = title_overlap(folded[i], title, initials)
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


def title_overlap(folded: str, title: frozenset[str], initials: str) -> float:
    """The share of a text's words that are in the title, whose words begin with the initials."""
    shared = 0
    count = 0
    begin = 0
    length = len(folded)
    while begin < length:
        end = folded.find(" ", begin)
        if end < 0:
            end = length
        if folded[begin] in initials and folded[begin:end] in title:
            shared += 1
        count += 1
        begin = end + 1
    return shared / (count + 1.0)


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
