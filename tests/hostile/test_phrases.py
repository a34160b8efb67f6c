"""Every phrase that is looked for takes linear time on the texts that are its worst."""

from __future__ import annotations

from collections import defaultdict

import pytest

from declutter.deadline import Deadline
from declutter.judge.case import build_case
from declutter.judge.phrases import phrasebook
from declutter.judge.split import split_blocks
from declutter.readers.plain import read_plain
from tests.hostile.growth import assert_linear

LENGTH = 4_000
BOOK = phrasebook()


def phrases() -> dict[str, list[str]]:
    """All phrases, by the language and the family of each."""
    found: dict[str, set[str]] = defaultdict(set)
    for phrase, label in BOOK.whole.items():
        found[f"{label.language} {label.family}"].add(phrase)
    for index in (BOOK.starts, BOOK.glued):
        for candidates in index.values():
            for phrase, label in candidates:
                found[f"{label.language} {label.family}"].add(phrase)
    return {name: sorted(group) for name, group in sorted(found.items())}


PHRASES = phrases()


def worst_texts(phrase: str, length: int) -> list[str]:
    """The phrase over and over: as one row, glued, as prompts, cut before its end, and in lines."""
    units = (f"{phrase} ", phrase.capitalize(), f"{phrase}. ", f"{phrase[:-1]} ", f"{phrase}\n\n")
    return [(unit * (length // len(unit) + 1))[:length] for unit in units]


def look(text: str) -> None:
    """Cut and label the blocks of a text, which is where phrases are looked for."""
    page = read_plain(text, deadline=Deadline(None))
    split_blocks(page)
    build_case(page, "article", [])


@pytest.mark.hostile
@pytest.mark.parametrize("name", PHRASES)
def test_a_phrase_takes_linear_time(name: str) -> None:
    for phrase in PHRASES[name]:
        pairs = zip(worst_texts(phrase, LENGTH), worst_texts(phrase, 2 * LENGTH), strict=True)
        for short, long in pairs:
            assert_linear(lambda s=short: look(s), lambda t=long: look(t), repr(long[:40]))


@pytest.mark.parametrize("how", ["start", "glued", "whole", "weak", "heading", "published"])
def test_the_longest_phrase_of_a_kind_takes_linear_time(how: str) -> None:
    """What `make test` tries of the above."""
    starts = [
        one for group in (BOOK.starts, BOOK.glued) for found in group.values() for one in found
    ]
    of_kind = [phrase for phrase, label in [*BOOK.whole.items(), *starts] if label.how == how]
    for phrase in (min(of_kind, key=len), max(of_kind, key=len)):
        for short, long in zip(
            worst_texts(phrase, 10 * LENGTH), worst_texts(phrase, 20 * LENGTH), strict=True
        ):
            assert_linear(lambda s=short: look(s), lambda t=long: look(t), repr(long[:40]))
