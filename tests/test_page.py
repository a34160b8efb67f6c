"""The nouns of a page: what is made past the call of a class is what the class makes."""

from __future__ import annotations

from declutter.page import KEPT_UNJUDGED, Block, new_block, new_span


def test_a_new_block_is_what_its_class_makes() -> None:
    spans = (new_span(0, 2, "link", "/a", ""),)
    made = new_block(
        "Text", "heading", 2, spans, (3, 4), "state", 5, 6, 7, 8, "th", True, ("mark",)
    )
    called = Block(
        text="Text",
        kind="heading",
        level=2,
        spans=spans,
        source=(3, 4),
        origin="state",
        element=5,
        group=6,
        link_length=7,
        ordinal=8,
        detail="th",
        hidden=True,
        marks=("mark",),
    )
    assert made == called
    assert made.verdict is KEPT_UNJUDGED
