"""Bits that tell most texts from phrases before anything is cut out of them and looked up.

What a sieve holds back is no phrase; what it lets through may be one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_BITS: Final = 17  # of the number of a text's bit: one text in ten that is no phrase gets through
_OPENING_BITS: Final = 16
_MULTIPLIER: Final = 0x9E3779B1
_SHIFT: Final = 13
_WINDOW: Final = 6  # characters of a text by which the phrases it may begin with are told
_LETTERS: Final = bytes(code & 31 if chr(code).isalpha() else 0 for code in range(128))
"""A number of five bits for each ASCII letter, 0 for all other characters."""
_LETTER_BITS: Final = 5


def sieve_of(phrases: Iterable[str]) -> bytes:
    """The sieve that lets these phrases through."""
    bits = bytearray((1 << _BITS) // 8)
    for phrase in phrases:
        bit = _bit_of(phrase, 0, len(phrase))
        bits[bit >> 3] |= 1 << (bit & 7)
    return bytes(bits)


def passes(sieve: bytes, text: str, begin: int, end: int) -> bool:
    """Whether text[begin:end], which is not empty, may be a phrase."""
    bit = _bit_of(text, begin, end)
    return bool(sieve[bit >> 3] >> (bit & 7) & 1)


def _bit_of(text: str, begin: int, end: int) -> int:
    """The number of the bit of text[begin:end], by its length and four of its characters."""
    length = end - begin
    code = length
    code = code * 37 + ord(text[begin])
    code = code * 37 + ord(text[begin + length // 3])
    code = code * 37 + ord(text[begin + 2 * length // 3])
    code = code * 37 + ord(text[end - 1])
    return (code * _MULTIPLIER >> _SHIFT) & ((1 << _BITS) - 1)


def openings_of(phrases: Iterable[tuple[str, bool]]) -> bytes:
    """The sieve of texts by the phrases that they may begin with. Beside each phrase stands whether
    it may touch the word behind it."""
    bits = bytearray((1 << _OPENING_BITS) // 8)
    for phrase, touching in phrases:
        opening = phrase[:_WINDOW]
        if not opening.isascii():
            continue  # stands in no ASCII text, and all others may
        if len(phrase) < _WINDOW and phrase[len(phrase) - 1].isalpha() and not touching:
            opening += " "
        code = 1
        for character in opening:
            code = (code << _LETTER_BITS) + _LETTERS[ord(character)]
        bit = _opening_bit(code)
        bits[bit >> 3] |= 1 << (bit & 7)
    return bytes(bits)


def may_open(openings: bytes, text: str, begin: int) -> bool:
    """Whether a phrase may stand at an offset of the text: letters count whatever their case, all
    other characters as one, and any may stand in a text that is not ASCII."""
    code = 1
    length = len(text)
    for at in range(begin, begin + _WINDOW):
        code <<= _LETTER_BITS
        if at < length:
            character = text[at]
            if character >= "\x80":
                return True
            code += _LETTERS[ord(character)]
        bit = _opening_bit(code)
        if openings[bit >> 3] >> (bit & 7) & 1:
            return True
    return False


def _opening_bit(code: int) -> int:
    return (code * _MULTIPLIER >> _SHIFT) & ((1 << _OPENING_BITS) - 1)
