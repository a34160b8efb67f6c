"""Plain text: what stands between blocks, and what is no part of the body."""

from __future__ import annotations

from declutter.page import Block
from tests.render.documents import COMMENT, REMOVED, document, item, paragraph, row


def test_blocks_are_parted_by_a_blank_line() -> None:
    assert document(paragraph("One."), Block("Two", "heading", 2)).text == "One.\n\nTwo"


def test_neighbours_of_a_group_are_parted_by_a_newline() -> None:
    doc = document(
        paragraph("List:"), item("a"), item("b", 2), item("c", group=2), paragraph("End.")
    )
    assert doc.text == "List:\n\na\nb\n\nc\n\nEnd."


def test_a_removed_item_leaves_its_list_in_one_piece() -> None:
    assert document(item("a"), item("b", verdict=REMOVED), item("c")).text == "a\nc"


def test_verse_cells_and_the_indentation_of_code_stay() -> None:
    doc = document(
        paragraph("Roses are red,\nviolets are blue."),
        row("Name", "Age", head=True),
        row("Ann", "7"),
        Block("if x:\n    y()", "code", group=2),
    )
    assert doc.text == ("Roses are red,\nviolets are blue.\n\nName\tAge\nAnn\t7\n\nif x:\n    y()")


def test_tables_can_be_left_out() -> None:
    doc = document(paragraph("One."), row("a", "b"), paragraph("Two."), show_tables=False)
    assert doc.text == "One.\n\nTwo."


def test_comments_are_always_at_hand_and_follow_the_body_when_asked() -> None:
    blocks = [
        paragraph("Body."),
        paragraph("Nice one!", verdict=COMMENT),
        paragraph("Menu", verdict=REMOVED),
        paragraph("I disagree.", verdict=COMMENT),
    ]
    doc = document(*blocks)
    assert (doc.text, doc.comments) == ("Body.", "Nice one!\n\nI disagree.")
    assert document(*blocks, with_comments=True).text == "Body.\n\nNice one!\n\nI disagree."
    assert document(*blocks[1:], with_comments=True).text == "Nice one!\n\nI disagree."


def test_a_page_with_nothing_to_say_is_empty() -> None:
    doc = document(paragraph("Menu", verdict=REMOVED), paragraph(""))
    assert (doc.text, doc.comments) == ("", "")
