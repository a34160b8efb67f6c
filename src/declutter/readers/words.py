"""The words of an element's attributes: what the site's author called it."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(
    r"[A-Z][a-z]+|[a-z]{2,}|[A-Z]{2,}(?![a-z])|[^\W\d_a-zA-Z]{2,}"  # of two letters and more
)
_LETTERS: Final = bytes(code if 97 <= code <= 122 else 32 for code in range(256))
"""For bytes.translate: what is no lower-case letter of ASCII becomes a blank."""
_MOST_WORDS: Final = 24
_MOST_CHARACTERS: Final = 400
_MOST_CACHED: Final = 4_000

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
    """The words of a value, some of one letter among them; a short way for the most common."""
    if value.isascii():
        code = value.encode()
        if code.islower():
            return code.translate(_LETTERS).decode().split()
    return " ".join(_WORD.findall(value)).lower().split()
