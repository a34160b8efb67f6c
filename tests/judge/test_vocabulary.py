"""What a page's long text has of a block's words."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declutter.judge.evidence.layout import LINE_WIDTH, SIZE, TEXT_WIDTH, empty_rows
from declutter.judge.evidence.totals import Totals
from declutter.judge.evidence.vocabulary import Holders, Words, measure_vocabulary
from declutter.judge.lexicon import code_of
from declutter.page import Block


@pytest.mark.parametrize("tail", ["", " ä"])
def test_words_are_the_same_in_ascii_and_beside_other_letters(tail: str) -> None:
    words = Words(80)
    words.read(f"The\tHarbour  at\x1cMarsh Lane, at dusk{tail}", 7)
    told = [words.codes[k] for k in range(words.told)]
    assert told == [code_of("harbour", 0), code_of("marsh", 0), code_of("lane,", 0)]
    assert (words.count, words.lower, words.small) == (7, 3, 2)


@given(st.text("aZ1 \t\x1c,äŁİΣс中\u2003"), st.integers(1, 9))
def test_words_are_those_between_white_space(text: str, most: int) -> None:
    words = Words(len(text))
    words.read(text, most)
    expected = text.split()[:most]
    small = [word for word in expected if word[0].islower()]
    assert (words.count, words.lower) == (len(expected), len(small))
    assert [words.codes[k] for k in range(words.told)] == [
        code_of(word.lower(), 0) for word in expected if len(word) >= 5
    ]


def test_only_the_first_words_are_read() -> None:
    words = Words(80)
    words.read("harbour lights and marsh lights", 2)
    assert (words.count, words.told) == (2, 2)
    words.read("", 2)
    assert (words.count, words.told) == (0, 0)


def test_a_word_is_another_block_s_unless_one_block_alone_holds_it() -> None:
    holders = Holders(40)
    codes = [code_of(f"word{n}", 0) for n in range(40)]
    for code in codes:
        holders.hold(code, 3)
    holders.hold(codes[7], 4)
    assert [n for n, code in enumerate(codes) if holders.has_other(code, 3)] == [7]
    assert holders.has_other(codes[7], 4)
    assert all(holders.has_other(code, 5) for code in codes)
    assert not holders.has_other(code_of("never", 0), 5)


def test_a_block_shares_words_with_long_text_but_not_with_itself() -> None:
    story = "ferries cross the harbour whenever lanterns burn along the northern quay"
    blocks = [Block(story), Block("Harbour lanterns bought daily"), Block("ferries")]
    texts: array[float] = empty_rows(3, TEXT_WIDTH)
    texts[SIZE] = 40.0  # only the first is long
    rows: array[float] = empty_rows(3, LINE_WIDTH)
    measure_vocabulary(blocks, Totals(texts), rows)
    shared = [rows[at * LINE_WIDTH + 4] for at in range(3)]
    assert shared == [0.0, 0.5, 1.0]
