"""The words of an element's attributes: what the site's author called it."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(
    r"[A-Z][a-z]+|[a-z]{2,}|[A-Z]{2,}(?![a-z])|[^\W\d_a-zA-Z]{2,}"  # of two letters and more
)
_LETTERS: Final = bytes(code if chr(code).isalpha() else 32 for code in range(128)) + bytes(128)
"""For bytes.translate: what is no letter becomes a blank, in ASCII."""
_MOST_WORDS: Final = 24
_MOST_CHARACTERS: Final = 400
_MOST_CACHED: Final = 1_000

_cache: dict[str, tuple[str, ...]] = {}


def attribute_words(value: str) -> tuple[str, ...]:
    """The distinct lower-case words of a class, id or role value, cut at case and punctuation.

    "post-shareList js-x" is ("post", "share", "list", "js"). At most 24 words of the first 400
    characters are read, so that an element with 100,000 classes costs no more than another.
    """
    known = _cache.get(value)
    if known is not None:
        return known
    words: list[str] = []
    for word in _split(value[:_MOST_CHARACTERS]):
        if len(word) > 1 and word not in words:
            words.append(word)
            if len(words) == _MOST_WORDS:
                break
    found = tuple(words)
    if len(_cache) >= _MOST_CACHED:
        _cache.clear()
    if len(value) <= _MOST_CHARACTERS:
        _cache[value] = found
    return found


def _split(value: str) -> list[str]:
    """The words of a value, some of one letter among them."""
    if not value.isascii():
        return _search(value)
    letters = value.encode().translate(_LETTERS)
    runs = letters.decode().split()
    if letters.islower():
        return runs
    words: list[str] = []
    for run in runs:
        if run[1:].islower():
            words.append(run.lower())  # one word, as most runs of letters are
        elif len(run) > 1:
            words += _search(run)
    return words


def _search(value: str) -> list[str]:
    return " ".join(_WORD.findall(value)).lower().split()
