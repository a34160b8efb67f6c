"""The layout of a text stands in for the elements that it has lost."""

from __future__ import annotations

from declutter.deadline import Deadline
from declutter.judge.evidence.outline import draw_outline
from declutter.judge.evidence.sections import block_shape, layout_elements
from declutter.page import Block, Page
from declutter.readers.markdown import read_markdown
from declutter.readers.plain import read_plain


def ranges(page: Page, tag: str) -> list[tuple[int, int]]:
    elements, _ = layout_elements(page)
    return [(element.first, element.last) for element in elements if element.tag == tag]


def test_indents_and_blank_lines_part_a_text() -> None:
    text = "Harbour\n\n    Boats\n    Tides\n\n    Ropes\n\nThe end of the pier"
    page = read_plain(text, deadline=Deadline(None))
    assert [block.text for block in page.blocks][:2] == ["Harbour", "Boats"]
    assert ranges(page, "section") == [(0, 5), (1, 4)]
    assert ranges(page, "group") == [(0, 1), (1, 3), (3, 4), (4, 5)]


def test_headings_open_sections_of_markdown() -> None:
    text = "# Boats\n\nOne\n\n## Ropes\n\nTwo\n\n- Three\n\n# Tides\n\nFour\n"
    page = read_markdown(text, deadline=Deadline(None))
    sections = ranges(page, "section")
    assert (0, 5) in sections
    assert (2, 5) in sections
    assert (5, 7) in sections


def test_every_block_is_inside_what_is_around_it() -> None:
    text = "".join(f"{' ' * (n % 7)}Line {n}\n{chr(10) * (n % 3)}" for n in range(200))
    page = read_plain(text, deadline=Deadline(None))
    outline = draw_outline(page)
    for at, place in enumerate(outline.places):
        while place >= 0:
            assert outline.firsts[place] <= at < outline.lasts[place]
            place = outline.parents[place]


def test_cards_of_one_shape_are_namesakes() -> None:
    card = "A boat for sale in Vale\nRead on\n\n"
    page = read_plain(card * 3 + "Quite another thing, and longer.\n", deadline=Deadline(None))
    elements, _ = layout_elements(page)
    names = [element.words for element in elements if element.tag == "group"]
    assert names[0] == names[1] == names[2] != names[3]


def test_shapes_are_named_by_what_blocks_look_like() -> None:
    assert block_shape(Block("Boats on the harbour wall.", "line")) == ("lineA1.",)
    assert block_shape(Block("3 ropes", "list_item", 2, link_length=7)) == ("list_item210@",)
    assert block_shape(Block("(tides)", "list_item", 40)) == ("list_item40*0,",)
    assert block_shape(Block("at low water " * 40, "heading", 1)) == ("heading1a4,",)
