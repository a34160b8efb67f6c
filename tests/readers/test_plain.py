"""Plain text becomes blocks."""

from __future__ import annotations

import re
import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declutter.deadline import Deadline
from declutter.errors import PageTimeout
from declutter.page import Block, Page
from declutter.readers.decode import clean_text
from declutter.readers.plain import read_plain

STORY = (
    "The ferry left at six, as it had done every morning since the pier was built, and nobody on "
    "board thought twice about the fog that lay over the far side of the bay.",
    "By seven it was gone. The harbour master called the islands, one after the other, and wrote "
    "down what each of them said, which was nothing at all.",
    "When the bell of the small church rang, she put on her coat and walked down to the boats to "
    "see who was sober enough to row, and came back with three names.",
)


def read(text: str) -> Page:
    return read_plain(clean_text(text), deadline=Deadline(None))


def texts(text: str) -> list[str]:
    return [block.text for block in read(text).blocks]


def kinds(text: str) -> list[str]:
    return [block.kind for block in read(text).blocks]


def groups(blocks: list[Block]) -> list[int]:
    return [block.group for block in blocks]


def test_paragraphs_on_blank_lines() -> None:
    blocks = read("The pier\n\n \t\nThe ferry left  at\tsix.\n\u3000\nFog.\n").blocks
    assert [block.text for block in blocks] == ["The pier", "The ferry left at six.", "Fog."]
    assert {block.kind for block in blocks} == {"paragraph"}
    assert [block.source for block in blocks] == [(1, 1), (4, 1), (6, 1)]
    assert groups(blocks) == [0, 0, 0]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", "\u200b\n\ufeff \n", "\x00\x01", "---\na: b\n---\n"]
)
def test_nothing_to_read(text: str) -> None:
    assert read(text).blocks == []


def test_indentation_is_the_column() -> None:
    assert read("a\n\n   The ferry").blocks[1].source == (3, 4)


def test_a_short_line_over_a_long_one_stands_alone() -> None:
    blocks = read(f"The fog comes\n{STORY[0]}\n\n{STORY[1]}\n").blocks
    assert [block.text for block in blocks] == ["The fog comes", STORY[0], STORY[1]]
    assert [block.kind for block in blocks] == ["line", "paragraph", "paragraph"]
    assert groups(blocks) == [0, 0, 0]


def test_verse_is_lines_of_one_group() -> None:
    verse = (
        "The ferry left at six\nwith nobody on board\nbut one who knew fog\nand one who did not."
    )
    blocks = read(f"{STORY[0]}\n\n{verse}\n\n{verse}\n").blocks
    assert [block.text for block in blocks[1:5]] == verse.split("\n")
    assert {block.kind for block in blocks[1:]} == {"line"}
    first, second = groups(blocks)[1:5], groups(blocks)[5:]
    assert len(set(first)) == 1
    assert len(set(second)) == 1
    assert first[0] != 0
    assert first[0] != second[0]
    assert blocks[2].source == (4, 1)


@pytest.mark.parametrize("width", [50, 60, 66, 72, 80, 100])
def test_wrapped_paragraphs_are_joined(width: int) -> None:
    text = "\n\n".join(textwrap.fill(part, width) for part in STORY)
    assert texts(text) == list(STORY)
    assert set(kinds(text)) == {"paragraph"}


def test_wrapped_paragraphs_without_blank_lines_are_parted_at_short_lines() -> None:
    text = "\n".join(textwrap.fill(part, 72) for part in STORY)
    assert texts(text) == list(STORY)


def test_wrapped_text_with_a_heading_and_a_list() -> None:
    wrapped = [textwrap.fill(part, 72) for part in STORY]
    item = textwrap.fill(STORY[1], 72, initial_indent="- ", subsequent_indent="  ")
    other = textwrap.fill(STORY[2], 72, initial_indent="- ", subsequent_indent="  ")
    blocks = read(f"The fog\n{wrapped[0]}\n\n{item}\n{other}\n\n{wrapped[2]}\n").blocks
    assert [block.text for block in blocks] == ["The fog", STORY[0], STORY[1], STORY[2], STORY[2]]
    assert [block.kind for block in blocks] == [
        "line",
        "paragraph",
        "list_item",
        "list_item",
        "paragraph",
    ]


def test_verse_among_wrapped_prose_is_not_joined() -> None:
    verse = "The ferry left at six\nwith nobody on board\nbut one who knew the fog"
    prose = "\n\n".join(textwrap.fill(part, 72) for part in STORY)
    assert texts(f"{prose}\n\n{verse}") == [*STORY, *verse.split("\n")]


def test_lines_of_varied_length_are_not_joined() -> None:
    lines = [
        "The ferry left at six with nobody on board, they say",
        "A short one",
        "Harbour master counts three names and a half, islands deny everything",
        "Bell of the small church rings again after years of silence",
        "Fog",
        "Council votes on the pier, on the bell, and on the colour of the boats this spring",
        "Row, she said",
    ]
    assert texts("\n".join(lines)) == lines


def test_one_line_a_sentence_is_one_block_each() -> None:
    lines = [sentence for part in STORY for sentence in (part, part.upper())]
    assert texts("\n".join(lines)) == lines


def test_a_page_in_one_line_is_one_block() -> None:
    line = "Home News Share this story " + " ".join(STORY) + " More news"
    assert texts(line) == [line]


def test_bullets_go_and_numbers_stay() -> None:
    blocks = read("- ebb\n- flood\n\n1. ebb\n2. flood\n\n• slack\n").blocks
    assert [block.text for block in blocks] == ["ebb", "flood", "1. ebb", "2. flood", "slack"]
    assert {block.kind for block in blocks} == {"list_item"}
    assert [block.level for block in blocks] == [1] * 5
    assert [block.detail for block in blocks] == ["", "", "1.", "2.", ""]
    assert blocks[0].source == (1, 3)
    assert blocks[2].source == (4, 1)


def test_references_are_items_whatever_their_length() -> None:
    long = "Homing in common garden molluscs, with notes on those of other gardens and of none"
    entries = [f"[{n}] Pell, M. (197{n}). {long if n == 2 else 'Snails'}." for n in (1, 2, 3)]
    page = read("\n".join(entries))
    assert [block.text for block in page.blocks] == entries
    assert {block.kind for block in page.blocks} == {"list_item"}
    assert len({block.group for block in page.blocks}) == 1


def test_items_with_blank_lines_between_are_one_list() -> None:
    blocks = read("* ebb\n\n* flood\n\nThe end of it.").blocks
    assert [block.kind for block in blocks] == ["list_item", "list_item", "paragraph"]
    assert blocks[0].group == blocks[1].group != 0
    assert blocks[2].group == 0


def test_nested_items() -> None:
    blocks = read("- sea\n    - ebb\n    - flood\n- land\n").blocks
    assert [block.level for block in blocks] == [1, 2, 2, 1]
    assert [block.text for block in blocks] == ["sea", "ebb", "flood", "land"]


@pytest.mark.parametrize(
    "text",
    [
        "- Come in, she said.\n\nHe stayed where he was.",
        "1984. It was a cold year.\n\nThe bay froze.",
        "3. He came third, after the gull.\n\nNobody cheered.",
        "– Come in, she said.\n– No, he said.",
        "* Not on Sundays.",
        "-5 degrees\n-7 degrees",
    ],
)
def test_what_is_no_list(text: str) -> None:
    assert "list_item" not in kinds(text)
    assert texts(text) == [line for line in text.split("\n") if line]


def test_rows_of_tabs() -> None:
    blocks = read("Hour\tDepth\n6\t2  m\n12\t\n").blocks
    assert [block.kind for block in blocks] == ["table_row", "table_row", "line"]
    assert blocks[0].text == "Hour\tDepth"
    assert blocks[1].text == "6\t2 m"
    assert blocks[0].group == blocks[1].group != 0


def test_rows_of_bars_keep_their_bars() -> None:
    blocks = read("Hour | Depth\n6 | 2 m\n").blocks
    assert [block.kind for block in blocks] == ["table_row", "table_row"]
    assert [block.text for block in blocks] == ["Hour | Depth", "6 | 2 m"]


def test_one_line_of_bars_is_no_table() -> None:
    assert kinds("Home | News | Contact\n\nThe ferry left.") == ["paragraph", "paragraph"]
    assert kinds("Home | News | Contact\nThe ferry left.") == ["line", "line"]


def test_underlined_headings() -> None:
    blocks = read("The pier\n========\nIt burned.\n\nThe bell\n--------\n\nIt rang.\n").blocks
    assert [(block.text, block.kind, block.level) for block in blocks] == [
        ("The pier", "heading", 1),
        ("It burned.", "paragraph", 0),
        ("The bell", "heading", 2),
        ("It rang.", "paragraph", 0),
    ]


def test_code_keeps_its_indentation() -> None:
    text = (
        "Call it so:\n\n    def row(boat):\n        boat.row(1)\n        return boat\n\nand wait."
    )
    blocks = read(text).blocks
    assert [block.kind for block in blocks] == ["paragraph", "code", "paragraph"]
    assert blocks[1].text == "def row(boat):\n    boat.row(1)\n    return boat"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("row(boat)", "code"),
        ("boat = pier", "code"),
        ("boat <= pier", "code"),
        ("boat == pier", "code"),
        ("boat->pier", "code"),
        ("boat::pier", "code"),
        ("# the boat", "code"),
        ("the boat (at the pier)", "line"),
        ("boat=pier", "line"),
        ("boat: the pier -- at six", "line"),
    ],
)
def test_lines_with_marks_of_code_are_code(line: str, kind: str) -> None:
    assert set(kinds(f"    {line}\n    {line}\n    {line}\n    at the pier")) == {kind}


def test_indented_prose_is_no_code() -> None:
    text = "    The ferry left at six\n    with nobody on board"
    assert kinds(text) == ["line", "line"]
    assert texts(text) == ["The ferry left at six", "with nobody on board"]


def test_headers_of_reader_services() -> None:
    page = read(
        "Title: The ferry\n\nURL Source: https://example.com/ferry\n\n"
        "Published Time: 2025-03-04T05:06:07Z\n\nMarkdown Content:\nThe ferry left.\n"
    )
    assert page.declared.headers == {
        "title": "The ferry",
        "url source": "https://example.com/ferry",
        "published time": "2025-03-04T05:06:07Z",
    }
    assert [(block.text, block.source) for block in page.blocks] == [("The ferry left.", (8, 1))]


def test_front_matter() -> None:
    page = read(
        '---\ntitle: "Ferry: a story"\nDate: 2025-03-04\ntags: [sea, fog]\nauthor:\n  name: Ada\n'
        "draft: yes\nissue: 007\nempty:\nauthors:\n- name: Bo\n- Cy\n---\n\nThe ferry left.\n"
    )
    assert page.declared.headers == {
        "title": "Ferry: a story",
        "date": "2025-03-04",
        "tags": ["sea", "fog"],
        "author.name": "Ada",
        "draft": "yes",
        "issue": "007",
        "empty": None,
        "authors": ["Bo", "Cy"],
    }
    assert [(block.text, block.source) for block in page.blocks] == [("The ferry left.", (15, 1))]


@pytest.mark.parametrize(
    "top",
    [
        "---\ntitle: [\n---\n",
        "---\njust a line\n---\n",
        "---\na: &x [1]\nb: *x\n---\n",
        "---\na: " + "[" * 30_000 + "\n---\n",
        "---\na: " + "[" * 200 + "]" * 200 + "\n---\n",
        "---\n" + "a: b\n" * 20_000 + "---\n",
        "---\n? [a]\n: b\nc: d\n---\n",
        "---\ntitle: no end\n",
        "Title: a lonely line\n\n",
        "Title: two\nSubtitle: lines\n\n",
        "--- \n\n---\n",
    ],
)
def test_what_is_no_header_stays_text(top: str) -> None:
    page = read(top + "The ferry left.\n")
    assert page.declared.headers == {}
    assert page.blocks[-1].text.endswith("The ferry left.")
    first = next(word for word in re.findall(r"\w+", top + "The"))
    assert any(first in block.text for block in page.blocks)


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    "\n",
                    "\n\n",
                    " ",
                    "\t",
                    "- ",
                    "* ",
                    "1. ",
                    "2. ",
                    " | ",
                    "===",
                    "---",
                    "    ",
                    "• ",
                ]
            ),
            st.text(max_size=12),
            st.text("ab C.", min_size=30, max_size=80),
        ),
        max_size=60,
    )
)
def test_blocks_are_runs_of_the_input_in_its_order(parts: list[str]) -> None:
    source = "".join(parts)
    cleaned = clean_text(source)
    page = read_plain(cleaned, deadline=Deadline(None))
    if page.declared.headers:
        return
    folded = " ".join(cleaned.split())
    position = 0
    for block in page.blocks:
        run = " ".join(block.text.split())
        assert run
        position = folded.index(run, position) + len(run)
        assert block.source is not None
        line, column = block.source
        assert cleaned.split("\n")[line - 1][column - 1 :].split()[0].startswith(run.split()[0][:1])
    kept = re.findall(r"\w+", " ".join(block.text for block in page.blocks))
    assert kept == re.findall(r"\w+", cleaned)


def test_the_deadline_is_kept() -> None:
    with pytest.raises(PageTimeout):
        read_plain("a\n\n" * 100, deadline=Deadline(-1))


@pytest.mark.parametrize(
    "unit",
    [
        "a\n",
        "a\n\n",
        "- a\n",
        "1. a\n",
        "a\n=\n",
        "a\tb\n",
        "a | ",
        "word ",
        " ",
        "\n",
        "  - a\n ",
        "|",
    ],
)
def test_the_cost_grows_with_the_length(unit: str) -> None:
    def cost(count: int) -> float:
        text = unit * count
        start = time.process_time()
        read(text)
        return time.process_time() - start

    cost(100)
    assert cost(40_000) < 16 * 6 * max(cost(2_500), 0.002)
