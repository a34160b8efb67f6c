"""What a text is made of, counted at one look, is what counting each by itself gives."""

from __future__ import annotations

import random

import pytest

from declutter.judge.evidence.text import Census, title_overlap, title_shapes

LOOKED_AT = 80
ENDINGS = (". ", "! ", "? ", ".\n", "。", "！", "？", "؟", "।")
ALPHABET = "aB1 .!?,|\t\n/ÄßЖ、，。؟।·›」٣𝟙\u00a0"


def random_texts() -> list[str]:
    chance = random.Random(7)
    lengths = [1, 2, 3, 40, 79, 80, 81, 82, 200]
    return ["".join(chance.choices(ALPHABET, k=length)) for length in lengths * 40]


@pytest.mark.parametrize(
    "texts",
    [random_texts(), ["The end.", "Is it? Yes.\nNo.", "Oh!\nNo", "A.. B", "x" * 79 + ". Y", ""]],
)
def test_a_census_counts_what_each_count_does(texts: list[str]) -> None:
    census = Census()
    for text in texts:
        census.take(text)
        opening = text[:LOOKED_AT]
        assert census.digits == sum(c.isdigit() for c in opening), text
        assert census.capitals == sum(c.isupper() for c in opening), text
        assert census.separators == sum(c in "|•·›»>/" for c in opening), text
        assert census.lines == text.count("\n"), text
        assert census.blanks == sum(text.count(blank) for blank in " \t\n"), text
        assert census.commas == sum(text.count(comma) for comma in ",、，"), text
        ends = sum(text.count(ending) for ending in ENDINGS) + text.endswith((".", "!", "?"))
        assert census.ends == ends, text


def test_the_words_of_a_title_are_found_again() -> None:
    title = frozenset("the ferry of 𝔘lm straße".split(" "))
    shapes = title_shapes(title)
    for text in ("the ferry", "ferries of ulm", "straße", "𝔘lm 𝔘ln tie", "a " * 30 + "ferry"):
        words = text.split(" ")
        shared = sum(word in title for word in words)
        assert title_overlap(text, title, shapes) == shared / (len(words) + 1.0)
