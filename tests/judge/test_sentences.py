"""A page in one line is judged by its sentences, and reads as it did where they stay."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from declutter.judge.sentences import LONG_LINE, CutLine, join_lines, sentence_cuts
from declutter.judge.split import split_blocks
from declutter.page import Block, Page, Verdict

KEPT = Verdict(True, 0.9, "score", "")
GONE = Verdict(False, 0.1, "score", "")


def parts(text: str) -> list[str]:
    cuts = [0, *sentence_cuts(text), len(text)]
    return [text[a:b].strip() for a, b in pairwise(cuts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ferry was late. Nobody minded much! Was it raining?",
            ["The ferry was late.", "Nobody minded much!", "Was it raining?"],
        ),
        (
            "It was Mr. J. Hale, of pier No. 9. He waved.",
            ["It was Mr. J. Hale, of pier No. 9. He waved."],
        ),
        (
            "Home News Boats Harbours Tides Contact The ferry was late that day.",
            ["Home News Boats Harbours Tides Contact", "The ferry was late that day."],
        ),
        ("渡し船は遅れた。誰も気にしなかった。", ["渡し船は遅れた。", "誰も気にしなかった。"]),
        (
            "“The ferry is late.” (It was.) Nobody minded…»\u00a0So it goes.’”) And so on.",
            [
                "“The ferry is late.”",
                "(It was.)",
                "Nobody minded…»",
                "So it goes.’”) And so on.",
            ],
        ),
        ("渡し船は遅れた。」誰も。」 Ferry！", ["渡し船は遅れた。」", "誰も。」 Ferry！"]),
        ("", [""]),
    ],
)
def test_lines_are_cut_at_sentences_and_menus(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_only_long_lines_of_text_are_cut() -> None:
    sentence = "The ferry was late and nobody minded. "
    for form, times, several in (("text", 50, True), ("text", 5, False), ("markdown", 50, False)):
        page = Page(form, [Block((sentence * times).strip())])  # type: ignore[arg-type]
        assert (len(page.blocks[0].text) >= LONG_LINE) == (times == 50)
        split_blocks(page)
        assert (len(page.blocks) > 1) == several


def test_a_long_paragraph_among_others_is_not_cut() -> None:
    paragraph = ("The ferry was late and nobody minded. " * 40).strip()
    page = Page("text", [Block(f"{number} {paragraph}") for number in range(4)])
    assert split_blocks(page) == []
    assert len(page.blocks) == 4


def test_neighbours_that_stay_are_one_block_again() -> None:
    text = "One boat.  Two boats. Share this Three boats. Four boats."
    bounds = [(0, 9), (11, 21), (22, 32), (33, 45), (46, 57)]
    verdicts = [KEPT, KEPT, GONE, KEPT, KEPT]
    blocks = [
        Block(text[a:b], verdict=verdict) for (a, b), verdict in zip(bounds, verdicts, strict=True)
    ]
    page = Page("text", [Block("Before"), *blocks, Block("After")])
    join_lines(page, [CutLine(1, text, bounds)])
    assert [(block.text, block.verdict.keep) for block in page.blocks] == [
        ("Before", True),
        ("One boat.  Two boats.", True),
        ("Share this", False),
        ("Three boats. Four boats.", True),
        ("After", True),
    ]


def test_a_run_that_stays_is_cut_out_of_its_line_once() -> None:
    class Watched(str):
        cuts = 0

        def __getitem__(self, key: Any) -> str:
            Watched.cuts += 1
            return super().__getitem__(key)

    sentence = "The ferry was late."
    bounds = [(at, at + len(sentence)) for at in range(0, 100 * 20, 20)]
    text = Watched(f"{sentence} " * 100)
    blocks = [Block(sentence, verdict=KEPT) for _ in bounds]
    blocks[60].verdict = GONE
    page = Page("text", blocks)
    join_lines(page, [CutLine(0, text, bounds)])
    assert [len(block.text) for block in page.blocks] == [60 * 20 - 1, 19, 39 * 20 - 1]
    assert Watched.cuts == 2
