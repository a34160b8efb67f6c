"""Sieves let through all that they were made of, and hold most of the rest back."""

from __future__ import annotations

import pytest

from declutter.judge.phrases import SIEVES, Label, match_whole, phrasebook
from declutter.judge.phrases.folding import fold
from declutter.judge.phrases.sieve import may_open, openings_of, passes, sieve_of

BOOK = phrasebook()
PROSE = fold(
    "The ferry of that year was older than the pier, and nobody on the island would have sold it, "
    "though the harbour master said that its timber was worth more than the trade it brought in."
)
TEXTS = [PROSE[at : at + length] for at in range(60) for length in (3, 9, 17, 40)]


def test_what_a_sieve_was_made_of_passes_wherever_it_stands() -> None:
    for phrase in BOOK.whole:
        assert passes(BOOK.whole_sieve, "a " + phrase + " b", 2, 2 + len(phrase)), phrase


def test_most_other_texts_are_held_back() -> None:
    held = [text for text in TEXTS if not passes(BOOK.whole_sieve, text, 0, len(text))]
    assert len(held) > 0.8 * len(TEXTS)
    assert sum(may_open(BOOK.start_openings, text, 0) for text in TEXTS) < 0.2 * len(TEXTS)


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Share this story", True),
        ("SHARE THIS", True),
        ("shar", False),
        ("Shared with us", False),
        ("by", True),
        ("By: the harbour", True),
        ("Bygone days", False),
        ("»By the harbour", True),
        ("", False),
    ],
)
def test_a_text_opens_with_a_phrase_whatever_its_case(text: str, opens: bool) -> None:
    openings = openings_of([("share this", False), ("by", False), ("étage", False)])
    assert may_open(openings, text, 0) == opens


def test_a_phrase_that_may_touch_what_follows_opens_more() -> None:
    assert may_open(openings_of([("by", True)]), "Bygone days", 0)


def test_the_sieves_of_the_package_are_those_of_its_phrases() -> None:
    shipped = [getattr(BOOK, name) for name in SIEVES]
    assert sieve_of(BOOK.whole) == BOOK.whole_sieve
    BOOK.fill_sieves()
    assert [getattr(BOOK, name) for name in SIEVES] == shipped


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Share Tweet Email Print", "row"),
        ("Share", "whole"),
        ("Share the harbour", None),
        ("Share " * 24, "row"),
        ("Share " * 25, None),
        ("", None),
    ],
)
def test_a_row_is_of_phrases_alone_and_no_longer_than_prompts_are(
    text: str, how: str | None
) -> None:
    label = match_whole(BOOK, fold(text))
    assert (label.how if isinstance(label, Label) else None) == how
