"""What is counted as which mistake, and what mending it is said to give."""

from __future__ import annotations

import pytest

from benchmarks.corpora import CorpusPage
from benchmarks.mistakes import EMPTY, UNREAD, Mistakes, add_page, figures, render, sort_of
from declutter.page import Block, Verdict

KEPT, LOST = Verdict(True, 0.9, "score", ""), Verdict(False, 0.1, "score", "")
STORY = "The mill at Oldbrook ground its last sack of rye on a wet Tuesday."


def block(text: str, verdict: Verdict, **traits: object) -> Block:
    return Block(text, verdict=verdict, **traits)  # type: ignore[arg-type]


def test_a_mistake_costs_what_mending_it_gives() -> None:
    found = Mistakes()
    page = CorpusPage("1", b"", kind="article", text=STORY)
    menu = "Sign up for letters from all of our mills and bakeries today"
    add_page(found, page, [block(STORY, KEPT), block(menu, KEPT)])
    (mistake,) = figures(found)["mistakes"]
    assert mistake["mistake"] == "prose under thirty words, kept"
    assert mistake["words"] == 12
    assert mistake["gain"] == pytest.approx(1.0 - 2 * 14 / (26 + 14))
    assert "prose under thirty words, kept" in render({"corpus": figures(found)})


def test_what_was_not_read_and_what_should_be_empty_are_told() -> None:
    found = Mistakes()
    add_page(found, CorpusPage("1", b"", kind="forum", text=STORY), [])
    add_page(found, CorpusPage("2", b"", kind="forum", text=""), [block(STORY, KEPT)])
    result = {kind["mistake"]: kind["gain"] for kind in figures(found)["mistakes"]}
    assert result == {UNREAD: 0.5, EMPTY: 0.5}


@pytest.mark.parametrize(
    ("traits", "sort"),
    [
        ({"hidden": True}, "hidden blocks"),
        ({"link_length": 60}, "links and cards"),
        ({"kind": "table_row"}, "rows of tables"),
        ({"kind": "heading"}, "heading"),
        ({}, "prose under thirty words"),
    ],
)
def test_sorts(traits: dict[str, object], sort: str) -> None:
    assert sort_of(block(STORY, KEPT, **traits)) == sort
