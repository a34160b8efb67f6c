"""The words of an element's attributes: what the site's author called it."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\d_a-zA-Z]+")
_LETTERS: Final = "".join(chr(c) if 97 <= c <= 122 else " " for c in range(128))
"""For str.translate: what is no lower-case letter of ASCII becomes a blank."""
_MOST_WORDS: Final = 24
_MOST_CHARACTERS: Final = 400
_MOST_CACHED: Final = 20_000

_cache: dict[str, tuple[str, ...]] = {}


def attribute_words(value: str) -> tuple[str, ...]:
    """The distinct lower-case words of a class, id or role value, cut at case and punctuation.

    "post-shareList js-x" is ("post", "share", "list", "js"). At most 24 words of the first 400
    characters are read, so that an element with 100,000 classes costs no more than another.
    """
    known = _cache.get(value)
    if known is not None:
        return known
    start = value[:_MOST_CHARACTERS]
    if start.isascii() and start.islower():
        found = start.translate(_LETTERS).split()  # what the pattern finds here, in less time
    else:
        found = [word.lower() for word in _WORD.findall(start)]
    words = tuple(dict.fromkeys([word for word in found if len(word) > 1]))[:_MOST_WORDS]
    if len(_cache) >= _MOST_CACHED:
        _cache.clear()
    if len(value) <= _MOST_CHARACTERS:
        _cache[value] = words
    return words
