"""Words of attribute values: where they are cut, and that those spelled alike are one object."""

from __future__ import annotations

import random
import re

import pytest

from declutter.readers.words import attribute_words

_WORD = re.compile("[A-Z][a-z]+|[a-z]{2,}|[A-Z]{2,}(?![a-z])")


@pytest.mark.parametrize("letters", ["aB", "abcABC", "aBc-_ 1", "zyxZYX.,"])
def test_values_are_cut_as_the_pattern_says(letters: str) -> None:
    chance = random.Random(letters)
    for _ in range(2_000):
        value = "".join(chance.choices(letters, k=chance.randrange(40)))
        expected = dict.fromkeys(word.lower() for word in _WORD.findall(value))
        assert attribute_words(value) == tuple(expected)[:24]


@pytest.mark.parametrize("length", range(10, 30))
def test_long_words_are_told_apart(length: int) -> None:
    for first in "bcr":
        tail = "a" * (length - 1)
        assert attribute_words(f"{first}{tail} a{tail}") == (first + tail, "a" + tail)
        capitals = first.upper() + tail.upper()
        assert attribute_words(f"{capitals}z") == (capitals[:-1].lower(), "az")


def test_words_spelled_alike_are_one_object() -> None:
    first = attribute_words("post-shareList")
    second = attribute_words("Share_POSTList")
    assert first == ("post", "share", "list")
    assert second == ("share", "post", "list")
    assert first[0] is second[1]
    assert first[1] is second[0]
    assert first[2] is second[2]
