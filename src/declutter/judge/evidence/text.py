"""What a block's own text shows, whatever language it is in."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.evidence.layout import KINDS, TEXT_WIDTH, empty_rows, naughts
from declutter.judge.phrases.folding import fold
from declutter.page import Page, Span

_SENTENCE_MARKS: Final = ".!?…。！？؟।"
_CLOSING_MARKS: Final = "\"'”»’)]」』"
_LEADING_MARKS: Final = ":;,：，、"
_WIDE_ENDINGS: Final = "。！？؟।"
_COMMAS: Final = ",、，"
_SEPARATORS: Final = "|•·›»>/"
_LOOKED_AT: Final = 80
_OPENING: Final = 24

# What a character counts as.
_DIGIT: Final = 1
_CAPITAL: Final = 2
_SEPARATOR: Final = 3
_BLANK: Final = 4
_TAB: Final = 5
_LINE: Final = 6
_COMMA: Final = 7
_WIDE_ENDING: Final = 8
_MARK: Final = 9  # this and what is above it ends a sentence where a blank follows,
_STOP: Final = 10  # and this one where a line ends too
_SORTS: Final = 11
_BY_CHARACTER: Final = {
    " ": _BLANK,
    "\t": _TAB,
    "\n": _LINE,
    "!": _MARK,
    "?": _MARK,
    ".": _STOP,
    "\x80": _WIDE_ENDING,  # stands for all of them
}
_STAND_INS: Final = b"\x000A|   ,\x80"
"""A character for each of the sorts that others than ASCII may be of."""
_FIRST_WIDE: Final = "\u061f"


def _opening_sort(character: str) -> int:
    """What a character at the beginning of a text counts as."""
    if character.isdigit():
        return _DIGIT
    if character.isupper():
        return _CAPITAL
    return _SEPARATOR if character in _SEPARATORS else _sort(character)


def _sort(character: str) -> int:
    """What a character counts as wherever it stands."""
    if character in _COMMAS:
        return _COMMA
    return _WIDE_ENDING if character in _WIDE_ENDINGS else 0


_OPENING_SORTS: Final = bytes(
    _BY_CHARACTER.get(chr(code), _opening_sort(chr(code))) for code in range(129)
)
_LATER_SORTS: Final = bytes(_BY_CHARACTER.get(chr(code), _sort(chr(code))) for code in range(129))


def _stand_ins(text: str) -> bytes:
    """The characters of a text, each that is not ASCII as one that counts as much."""
    codes = bytearray(len(text))
    for number, character in enumerate(text):
        if character < "\x80":
            codes[number] = ord(character)
        elif number < _LOOKED_AT:
            codes[number] = _STAND_INS[_opening_sort(character)]
        elif character >= _FIRST_WIDE:
            codes[number] = _STAND_INS[_sort(character)]
    return bytes(codes)


class Census:
    """What a text is made of: how many `digits`, `capitals` and `separators` stand at its
    beginning, how many `blanks` (tabs and ends of lines are some too), `lines` that end, `commas`
    and, roughly, sentences that end (`ends`) in all of it."""

    def __init__(self) -> None:
        self._counts = naughts(_SORTS)
        self.digits = self.capitals = self.separators = 0
        self.blanks = self.lines = self.commas = self.ends = 0

    def take(self, text: str) -> None:
        """Count the characters of a text, each looked at once."""
        counts = self._counts
        for sort in range(_SORTS):
            counts[sort] = 0
        codes = text.encode() if text.isascii() else _stand_ins(text)
        sorts = _OPENING_SORTS
        ends = 0
        before = 0
        for number, code in enumerate(codes):
            if number == _LOOKED_AT:
                sorts = _LATER_SORTS
            sort = sorts[code]
            counts[sort] += 1
            if before >= _MARK and (sort == _BLANK or (sort == _LINE and before == _STOP)):
                ends += 1
            before = sort
        self.digits = counts[_DIGIT]
        self.capitals = counts[_CAPITAL]
        self.separators = counts[_SEPARATOR]
        self.lines = counts[_LINE]
        self.blanks = counts[_BLANK] + counts[_TAB] + counts[_LINE]
        self.commas = counts[_COMMA]
        self.ends = ends + counts[_WIDE_ENDING] + (1 if before >= _MARK else 0)


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


def measure_texts(page: Page, folded: list[str]) -> array[float]:
    """The columns of `TEXT_NAMES`; `folded` are the blocks' folded texts, empty for long ones.

    Scripts without spaces count three characters as a word.
    """
    blocks = page.blocks
    count = len(blocks)
    measured = rows = empty_rows(count, TEXT_WIDTH)
    kinds = KINDS
    census = Census()
    texts = Tally(count)
    openings = Tally(count)
    for i in range(count):
        block = blocks[i]
        text = block.text
        rows[i * TEXT_WIDTH + 17] = texts.add(text, i)
        openings.add(text[:_OPENING], i)
    title = title_words(page)
    shapes = title_shapes(title)
    titled = bool(title)
    for i in range(count):
        block = blocks[i]
        text = block.text
        at = i * TEXT_WIDTH
        length = len(text)
        census.take(text)
        size = census.blanks + 1.0
        if length > size * 14.0 and not text.isascii():
            size = length / 3.0
        looked = min(length, _LOOKED_AT)
        rows[at] = size
        rows[at + 1] = length
        rows[at + 2] = length / size
        rows[at + 3] = block.link_length / length
        rows[at + 5] = ending(text[length - 1])
        if size > 9.0:
            rows[at + 6] = census.ends
        if size > 4.0:
            rows[at + 7] = census.commas / size
        rows[at + 8] = census.digits / looked
        rows[at + 9] = census.capitals / looked
        rows[at + 10] = 1.0 if text[0].islower() else 0.0
        rows[at + 11] = census.separators
        rows[at + 12] = kinds[block.kind]
        rows[at + 13] = block.level
        rows[at + 14] = census.lines
        rows[at + 15] = texts.count(i)
        rows[at + 16] = openings.count(i)
        if titled and folded[i]:
            rows[at + 18] = title_overlap(folded[i], title, shapes)
        if block.spans:
            measure_spans(block.spans, length, rows, at)
    return measured


def ending(last: str) -> float:
    """What a text's last character is: 3 ends a sentence, 2 closes, 1 leads on, 0 is none."""
    if last.isalnum():
        return 0.0
    if last in _SENTENCE_MARKS:
        return 3.0
    if last in _CLOSING_MARKS:
        return 2.0
    return 1.0 if last in _LEADING_MARKS else 0.0


def title_words(page: Page) -> frozenset[str]:
    """The folded words of the title that the page declares."""
    title = page.declared.title
    if title is None:
        for block in page.blocks[:40]:
            if block.kind == "heading" and block.level == 1:
                title = block.text
                break
    return frozenset(fold(title).split(" ")) if title else frozenset()


def title_shapes(title: frozenset[str]) -> bytes:
    """A mark for each first character and length of a word of the title, which few others have."""
    shapes = bytearray(32 * 32)
    for word in title:
        if word:
            shapes[(ord(word[0]) & 31) * 32 + (len(word) & 31)] = 1
    return bytes(shapes)


def title_overlap(folded: str, title: frozenset[str], shapes: bytes) -> float:
    """The share of a text's words that are in the title, whose words have the shapes."""
    shared = 0
    count = 0
    begin = 0
    length = len(folded)
    while begin < length:
        end = begin + 1
        while end < length and folded[end] != " ":
            end += 1
        shape = (ord(folded[begin]) & 31) * 32 + (end - begin & 31)
        if shapes[shape] and folded[begin:end] in title:
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
