"""Blocks are cut where clutter is glued to the author's words, and nowhere else."""

from __future__ import annotations

import pytest

from declutter.judge.split import split_blocks
from declutter.page import Block, Element, Page, Span


def pieces(text: str, **options: object) -> list[str]:
    page = Page("text", [Block("A title over it all"), Block(text, **options)])  # type: ignore[arg-type]
    split_blocks(page)
    return [block.text for block in page.blocks[1:]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Share this storyBy Maud Ellery", ["Share this story", "By Maud Ellery"]),
        (
            "The mill burned down.Share this article",
            ["The mill burned down.", "Share this article"],
        ),
        (
            "The mill\nShare this story\nBurned down",
            ["The mill", "Share this story", "Burned down"],
        ),
    ],
)
def test_a_prompt_is_cut_off(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Share this story with nobody, she said.",
        "We will share this article of faith until it is worn out.",
        "The road goes on\nunder the hill\nand out again",
        "",
    ],
)
def test_what_the_author_wrote_stays_whole(text: str) -> None:
    assert pieces(text) == [text]


def test_code_is_never_cut() -> None:
    text = "Share this story\nprint('By')"
    assert pieces(text, kind="code") == [text]


def test_spans_and_elements_follow_the_cut() -> None:
    text = "Share this storyBy Maud Ellery"
    page = Page(
        "text",
        [
            Block("Above"),
            Block(text, spans=(Span(19, 30, "link", "/maud"),), link_length=11, element=0),
            Block("Below", element=0),
        ],
        [Element("div", -1, (), 0, 1, 3)],
    )
    split_blocks(page)
    assert [block.text for block in page.blocks] == [
        "Above",
        "Share this story",
        "By Maud Ellery",
        "Below",
    ]
    assert (page.elements[0].first, page.elements[0].last) == (1, 4)
    assert page.blocks[1].spans == ()
    span = page.blocks[2].spans[0]
    assert page.blocks[2].text[span.start : span.end] == "Maud Ellery"
    assert page.blocks[2].link_length == 11
    assert page.blocks[1].source == page.blocks[2].source


def test_no_word_is_lost() -> None:
    text = "Share this storyBy Maud Ellery\nThe mill burned down.Share this article"
    assert "".join("".join(pieces(text)).split()) == "".join(text.split())
