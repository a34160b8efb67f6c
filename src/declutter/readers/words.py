"""The words of an element's attributes: what the site's author called it."""

from __future__ import annotations

import re
from typing import Final

NO_WORDS: Final[tuple[str, ...]] = ()
_WORD: Final = re.compile(
    r"[A-Z][a-z]+|[a-z]{2,}|[A-Z]{2,}(?![a-z])|[^\W\d_a-zA-Z]{2,}"  # of two letters and more
)
_MOST_WORDS: Final = 24
_MOST_CHARACTERS: Final = 400
_MOST_CACHED: Final = 1_000
_MOST_LETTERS: Final = 12
_PLACES: Final = 4_096
_LAST_PLACE: Final = _PLACES - 1
_MULTIPLIER: Final = 0x9E3779B97F4A7C15
_PLACE_AT: Final = 52
"""The bits of a product that tell a place, the last twelve of 64."""

_cache: dict[str, tuple[str, ...]] = {}


class _Known:
    """A word met before, and the number that its letters make."""

    __slots__ = ("number", "word")

    def __init__(self) -> None:
        self.number = 0
        self.word = ""


_known: list[_Known] = [_Known()] * _PLACES
"""Words met before, each at the place that its number gives: nine in ten are there, and whoever
looks one up again finds its hash made."""


def attribute_words(value: str) -> tuple[str, ...]:
    """The distinct lower-case words of a class, id or role value, cut at case and punctuation.

    "post-shareList js-x" is ("post", "share", "list", "js"). At most 24 words of the first 400
    characters are read, so that an element with 100,000 classes costs no more than another.
    """
    known = _cache.get(value)
    if known is not None:
        return known
    read = value if len(value) <= _MOST_CHARACTERS else value[:_MOST_CHARACTERS]
    found = tuple(_split(read) if read.isascii() else _search(read))
    if len(_cache) >= _MOST_CACHED:
        _cache.clear()
    if len(value) <= _MOST_CHARACTERS:
        _cache[value] = found
    return found


def _split(value: str) -> list[str]:
    """What `_search` finds in ASCII, by one look at each character."""
    words: list[str] = []
    encoded = value.encode()
    codes = encoded  # C looks at the bytes themselves
    count = len(encoded)
    at = 0
    while at < count:
        begin = at
        capital = 65 <= codes[at] <= 90
        if not capital and not 97 <= codes[at] <= 122:
            at += 1
            continue
        number = codes[at] & 31
        at += 1
        if capital and at < count and 65 <= codes[at] <= 90:
            before = number
            while at < count and 65 <= codes[at] <= 90:
                before = number
                number = number << 5 | codes[at] & 31
                at += 1
            if at < count and 97 <= codes[at] <= 122:
                at -= 1  # the last capital begins the next word
                number = before
        else:
            while at < count and 97 <= codes[at] <= 122:
                number = number << 5 | codes[at] & 31
                at += 1
        length = at - begin
        if length > 1:
            word = _word(value, begin, at, number)
            for known in words:
                if len(known) == length and known == word:
                    break
            else:
                words.append(word)
                if len(words) == _MOST_WORDS:
                    break
    return words


def _word(value: str, begin: int, end: int, number: int) -> str:
    """The letters there as a word in lower case: the object that stands for it since it was met.

    `number` are the letters at five bits each, of which a longer word has more than fit.
    """
    if end - begin > _MOST_LETTERS:
        return value[begin:end].lower()
    place = (number * _MULTIPLIER >> _PLACE_AT) & _LAST_PLACE
    known = _known[place]
    if known.number != number:
        known = _Known()
        known.number = number
        known.word = value[begin:end].lower()
        _known[place] = known
    return known.word


def _search(value: str) -> list[str]:
    words = dict.fromkeys(" ".join(_WORD.findall(value)).lower().split())
    return list(words)[:_MOST_WORDS]
