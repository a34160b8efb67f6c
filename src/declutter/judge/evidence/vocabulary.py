"""The case and length of a block's words, and which of them the page's long text has besides."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.evidence.layout import LINE_WIDTH, naughts
from declutter.judge.evidence.totals import Totals
from declutter.judge.lexicon import code_of
from declutter.page import Block

_FIRST_WORDS: Final = 24
"""Words of a block that are looked at."""
_TOLD_LENGTH: Final = 5
"""Characters from which a word is one of the page's vocabulary."""
_SMALL: Final = 3
_SEVERAL: Final = -1
_MULTIPLIER: Final = 0xE3779B97F4A7C15
_CODE: Final = (1 << 60) - 1
"""As the lexicon has them: a word of any script has one code, however it was found."""


class Words:
    """The words of a text: how many there are, how many begin with a small letter, and of these are
    short; and the codes of the `told` long ones."""

    __slots__ = ("codes", "count", "lower", "small", "told")

    def __init__(self, longest: int) -> None:
        """Have room for the words of texts of so many characters."""
        self.codes = array("q", bytes(8 * (longest // _TOLD_LENGTH + 2)))
        self.count = 0
        self.lower = 0
        self.small = 0
        self.told = 0

    def read(self, text: str, most: int) -> None:
        """Read the first words of a text, `most` at most."""
        self.count = 0
        self.lower = 0
        self.small = 0
        self.told = 0
        if text.isascii():
            self._read_ascii(text, most)
        else:
            self._read_letters(text, most)

    def _read_letters(self, text: str, most: int) -> None:
        """Read words of any script; those in ASCII letters are not cut out of the text."""
        begin = -1
        code = 0
        wide = False
        for at, character in enumerate(text):
            if character == " " or character.isspace():
                if begin >= 0:
                    self._add_part(text, begin, at, wide, code)
                    if self.count == most:
                        return
                begin = -1
                continue
            if begin < 0:
                begin = at
                code = 0
                wide = False
            letter = ord(character)
            if letter > 127:
                wide = True
            elif 65 <= letter <= 90:
                letter += 32
            code = (code ^ letter) * _MULTIPLIER & _CODE
        if begin >= 0:
            self._add_part(text, begin, len(text), wide, code)

    def _add_part(self, text: str, begin: int, end: int, wide: bool, code: int) -> None:
        """Add the word text[begin:end], of which `code` tells where it is not `wide`."""
        if wide:
            code = code_of(text[begin:end].lower(), 0)
        self._add(end - begin, text[begin].islower(), code)

    def _read_ascii(self, text: str, most: int) -> None:
        encoded = text.encode()
        letters = encoded  # C looks at the bytes themselves
        code = 0
        length = 0
        opening = 0
        for at in range(len(encoded) + 1):
            letter = letters[at] if at < len(encoded) else 32
            if letter == 32 or 9 <= letter <= 13 or 28 <= letter <= 31:
                if length:
                    self._add(length, 97 <= opening <= 122, code)
                    if self.count == most:
                        return
                length = 0
                continue
            if not length:
                opening = letter
                code = 0
            length += 1
            if 65 <= letter <= 90:
                letter += 32
            code = (code ^ letter) * _MULTIPLIER & _CODE

    def _add(self, length: int, lower: bool, code: int) -> None:
        self.count += 1
        if lower:
            self.lower += 1
            if length <= _SMALL:
                self.small += 1
        if length >= _TOLD_LENGTH:
            self.codes[self.told] = code
            self.told += 1


class Holders:
    """Which long block of a page has a word, by the word's code: an open-addressing table."""

    __slots__ = ("_codes", "_holders", "_last")

    def __init__(self, words: int) -> None:
        """Have room for so many words."""
        size = 16
        while size < 2 * words:
            size *= 2
        self._codes = array("q", bytes(8 * size))
        self._holders = naughts(size)
        self._last = size - 1

    def hold(self, code: int, block: int) -> None:
        """Note that a block has a word."""
        at = self._find(code)
        if self._codes[at] != code:
            self._codes[at] = code
            self._holders[at] = block
        elif self._holders[at] != block:
            self._holders[at] = _SEVERAL

    def has_other(self, code: int, block: int) -> bool:
        """Whether a block other than this one has a word."""
        at = self._find(code)
        return self._codes[at] == code and self._holders[at] != block

    def _find(self, code: int) -> int:
        """Where a word stands, or else the free place where it would."""
        last = self._last
        at = code >> 20 & last
        while self._codes[at] and self._codes[at] != code:
            at = at + 1 & last
        return at


def measure_vocabulary(blocks: list[Block], totals: Totals, rows: array[float]) -> None:
    """Fill the case and the length of a block's first words, and the share of them that the long
    text of the page has besides; `rows` are the columns of `LINE_NAMES`."""
    is_long = totals.is_long
    count = len(blocks)
    longest = 0
    written = 0
    for i in range(count):
        block = blocks[i]
        length = len(block.text)
        longest = max(longest, length)
        if is_long[i]:
            written += length
    words = Words(longest)
    holders = Holders(written // _TOLD_LENGTH + 1)
    for i in range(count):
        if is_long[i]:
            block = blocks[i]
            words.read(block.text, longest)
            for k in range(words.told):
                holders.hold(words.codes[k], i)
    for i in range(count):
        block = blocks[i]
        words.read(block.text, _FIRST_WORDS)
        shared = 0
        for k in range(words.told):
            if holders.has_other(words.codes[k], i):
                shared += 1
        to = i * LINE_WIDTH
        rows[to + 2] = words.lower / (words.count or 1)
        rows[to + 3] = words.small / (words.count or 1)
        rows[to + 4] = shared / (words.told or 1)
