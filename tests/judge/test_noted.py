"""What is noted of a page's blocks for the rules that ask for few of them."""

from __future__ import annotations

import pytest

from declutter.judge.noted import note
from declutter.page import Block

SIGNATURES = ("기자", "記者")


@pytest.mark.parametrize(
    ("text", "parted", "signed"),
    [
        ("11 May 2025 | 4 min read", True, False),
        ("11 May 2025 —\u00a04 min read", True, False),
        ("The pier. Photo: Ida Holm", True, False),
        ("Nobody minded.", False, False),
        ("Version 1.2 of it", False, False),
        ("a|b", False, False),
        ("word. " * 31, False, False),
        ("김하늘 기자", False, True),
    ],
)
def test_parts_and_signatures_are_noted(text: str, parted: bool, signed: bool) -> None:
    noted = note([Block("first"), Block(text)], [1, len(text.split())], SIGNATURES)
    assert noted.parted == [1] * parted
    assert noted.signed == [1] * signed


def test_blocks_that_begin_with_a_figure_are_noted() -> None:
    texts = ("12 answers", "٣ تعليقات", "answers 12", "½ cup", "")
    blocks = [Block(text or "-") for text in texts]
    assert note(blocks, [2] * 5, SIGNATURES).numbered == [0, 1]


def test_blocks_that_a_page_does_not_show_are_noted() -> None:
    blocks = [Block("one"), Block("two", hidden=True), Block("three", kind="caption")]
    blocks.append(Block("four", origin="noscript"))
    noted = note(blocks, [1] * 4, SIGNATURES)
    assert (noted.hidden, noted.captions, noted.unseen) == ([1], [2], [3])
