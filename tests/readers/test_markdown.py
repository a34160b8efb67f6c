"""Markdown becomes blocks."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declutter.deadline import Deadline
from declutter.errors import PageTimeout
from declutter.page import Block, Page, Span
from declutter.readers.decode import clean_text
from declutter.readers.markdown import read_markdown
from declutter.readers.markdown_addresses import mend_addresses


def read(text: str) -> Page:
    return read_markdown(clean_text(text), deadline=Deadline(None))


def shapes(text: str) -> list[tuple[str, str, int]]:
    return [(block.kind, block.text, block.level) for block in read(text).blocks]


def only(text: str) -> Block:
    blocks = read(text).blocks
    assert len(blocks) == 1
    return blocks[0]


def test_headings_and_paragraphs() -> None:
    assert shapes(
        "# The *pier*\n\nIt burned\nat night.\n\nThe bell\n--------\nIt rang.\n\n### Fog ###\n"
    ) == [
        ("heading", "The pier", 1),
        ("paragraph", "It burned at night.", 0),
        ("heading", "The bell", 2),
        ("paragraph", "It rang.", 0),
        ("heading", "Fog", 3),
    ]


def test_sources_are_lines_and_columns_in_the_text() -> None:
    blocks = read("# Ébb\n\n> Möwe und **Kahn**\n\n* [flood](https://example.com)\n").blocks
    assert [block.source for block in blocks] == [(1, 3), (3, 3), (5, 4)]
    page = read("---\ntitle: Ebb\n---\n\nThe sea.\n")
    assert page.blocks[0].source == (5, 1)


def test_breaks_within_a_paragraph() -> None:
    assert only("The ferry left  \nat six\\\nwith nobody\non board").text == (
        "The ferry left\nat six\nwith nobody on board"
    )
    assert only("The ferry<br>left <br/> at six").text == "The ferry\nleft\nat six"


def test_lists() -> None:
    blocks = read(
        "*   ebb\n*   flood\n    1. one\n    2. two\n*   slack\n\n3) three\n4) four\n"
    ).blocks
    assert [(block.text, block.level, block.ordinal) for block in blocks] == [
        ("ebb", 1, 0),
        ("flood", 1, 0),
        ("one", 2, 1),
        ("two", 2, 2),
        ("slack", 1, 0),
        ("three", 1, 3),
        ("four", 1, 4),
    ]
    assert {block.kind for block in blocks} == {"list_item"}
    assert len({block.group for block in blocks[:5]}) == 1
    assert len({block.group for block in blocks[5:]}) == 1
    assert blocks[0].group != blocks[5].group


def test_a_second_paragraph_of_an_item() -> None:
    page = read("- ebb\n\n  It goes.\n\n- flood\n")
    assert [(block.kind, block.text) for block in page.blocks] == [
        ("list_item", "ebb"),
        ("paragraph", "It goes."),
        ("list_item", "flood"),
    ]
    assert page.blocks[0].element == page.blocks[1].element != page.blocks[2].element
    assert page.elements[page.blocks[0].element].tag == "li"


def test_elements_bound_their_blocks() -> None:
    page = read("Sea.\n\n- ebb\n  - flood\n\n> Fog,\n>\n> she said.\n\n|a|b|\n|-|-|\n|c|d|\n")
    found = [(element.tag, element.parent, element.depth) for element in page.elements]
    assert found == [
        ("ul", -1, 0),
        ("li", 0, 1),
        ("ul", 1, 2),
        ("li", 2, 3),
        ("blockquote", -1, 0),
        ("table", -1, 0),
    ]
    bounds = [(element.first, element.last) for element in page.elements]
    assert bounds == [(1, 3), (1, 3), (2, 3), (2, 3), (3, 5), (5, 7)]
    assert [block.element for block in page.blocks] == [-1, 1, 3, 4, 4, 5, 5]
    assert [block.kind for block in page.blocks[3:5]] == ["quote", "quote"]


def test_tables() -> None:
    blocks = read(
        "| Hour | **Depth** |\n| --- | --: |\n| 6 | [2  m](/d) |\n| | |\n| 12 | |\n"
    ).blocks
    assert [(block.text, block.detail) for block in blocks] == [
        ("Hour\tDepth", "th"),
        ("6\t2 m", ""),
        ("12", ""),
    ]
    assert {block.kind for block in blocks} == {"table_row"}
    assert len({block.group for block in blocks}) == 1
    assert blocks[0].spans == (Span(5, 10, "strong"),)
    assert blocks[1].spans == (Span(2, 5, "link", "/d"),)
    assert blocks[1].link_length == 3


def test_code() -> None:
    blocks = read(
        "Call:\n\n```python title=x\ndef row():\n\n    return *1*\n```\n\n"
        "    a  =  1\n      b\n\nend"
    ).blocks
    assert [(block.kind, block.text, block.detail) for block in blocks] == [
        ("paragraph", "Call:", ""),
        ("code", "def row():\n\n    return *1*", "python"),
        ("code", "a  =  1\n  b", ""),
        ("paragraph", "end", ""),
    ]
    assert 0 != blocks[1].group != blocks[2].group != 0


def test_spans() -> None:
    block = only(
        "The **old *pier*** by `the  bay`, [a map](<https://example.com/a b> 'Map') ~~gone~~."
    )
    assert block.text == "The old pier by the bay, a map gone."
    assert block.spans == (
        Span(4, 12, "strong"),
        Span(8, 12, "emphasis"),
        Span(16, 23, "code"),
        Span(25, 30, "link", "https://example.com/a b"),
    )
    assert block.link_length == 5


def test_links_of_every_kind() -> None:
    block = only(
        "[one][r] <https://example.com/two> [](https://example.com/none) "
        "[th\nree](/t)\n\n[r]: /one\n"
    )
    assert block.text == "one https://example.com/two th ree"
    assert [(block.text[s.start : s.end], s.target) for s in block.links] == [
        ("one", "/one"),
        ("https://example.com/two", "https://example.com/two"),
        ("th ree", "/t"),
    ]


def test_images_are_spans_without_text() -> None:
    block = only("A pier ![Image 12: the *old* pier](https://example.com/p.png) and more.")
    assert block.text == "A pier and more."
    assert block.spans == (Span(7, 7, "image", "https://example.com/p.png", "the old pier"),)
    block = only("[![Image 3](/i.png) A card](/card)")
    assert block.text == "A card"
    assert {(span.kind, span.target, span.label) for span in block.spans} == {
        ("link", "/card", ""),
        ("image", "/i.png", ""),
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "![a pier](/p.png)",
        "[![Image 1: a pier](/p.png)](/pier)",
        "[](/empty)",
        "<!-- a remark\n\nover lines -->",
        "<script>\nrow();\n\nrow();\n</script>",
        "***\n\n---",
        "[r]: https://example.com",
        "- \n- \n",
        "#",
        "<div></div>",
        "&nbsp;",
        "```\n```",
    ],
)
def test_nothing_to_read(text: str) -> None:
    assert read(text).blocks == []


def test_a_cell_keeps_its_links_to_itself() -> None:
    rows = read("| a | b |\n|---|---|\n| pier | [bell](/b) |\n").blocks
    assert rows[1].text == "pier\tbell"
    assert rows[1].spans == (Span(5, 9, "link", "/b", ""),)


def test_html_within_a_line() -> None:
    block = only(
        'The <b>old</b> <a href="/pier?a&amp;b">pier</a><!-- gone --> '
        '<img src="/p.png" alt="A pier"> '
        "H<sub>2</sub>O <script>row()</script>&amp; more"
    )
    assert block.text == "The old pier H2O & more"
    assert block.spans == (
        Span(4, 7, "strong"),
        Span(8, 12, "link", "/pier?a&b"),
        Span(13, 13, "image", "/p.png", "A pier"),
    )


def test_blocks_of_html() -> None:
    found = shapes(
        '<div align="center">\n<h1>The pier</h1>\n<p>It <b>burned</b> &amp; fell.</p>\n'
        "<style>p { color: red }</style>\n</div>\n\nThe bell **rang**.\n"
    )
    assert found == [
        ("heading", "The pier", 1),
        ("paragraph", "It burned & fell.", 0),
        ("paragraph", "The bell rang.", 0),
    ]


def test_what_only_looks_like_markup_stays() -> None:
    text = "2 * 3 * 4 is 24, a_b_c is a name, x < y > z, and [this] is no link (really)."
    assert only(text).text == text


def test_a_link_over_several_blocks_is_put_together() -> None:
    blocks = read(
        "[![Image 1](/i.png)\n\n### The pier burned\n\nIt burned at night.](https://example.com/pier)\n\nAfter."
    ).blocks
    assert [block.text for block in blocks] == ["The pier burned", "It burned at night.", "After."]
    for block in blocks[:2]:
        assert block.spans == (Span(0, len(block.text), "link", "https://example.com/pier"),)
        assert block.link_length == len(block.text)
    assert blocks[2].spans == ()


def test_footnotes() -> None:
    blocks = read("The pier[^1] burned.\n\n[^1]: In winter.\n").blocks
    assert [block.text for block in blocks] == ["The pier[1] burned.", "In winter."]


def test_headers() -> None:
    page = read(
        "Title: Pier\n\nURL Source: https://example.com/p\n\n"
        "Markdown Content:\nPier\n====\n\nIt burned."
    )
    assert page.format == "markdown"
    assert page.declared.headers == {"title": "Pier", "url source": "https://example.com/p"}
    assert [(block.kind, block.source) for block in page.blocks] == [
        ("heading", (6, 1)),
        ("paragraph", (9, 1)),
    ]


def test_entities_bring_in_no_control_characters() -> None:
    assert only("a&#1;b&#0;c &#x85; &lt;d&gt;").text.isprintable()


def test_the_deadline_is_kept() -> None:
    with pytest.raises(PageTimeout):
        read_markdown("a\n\n" * 100, deadline=Deadline(-1))


PIECES = [
    "#",
    " ",
    "\n",
    "\n\n",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "[",
    "](",
    ")",
    "!",
    "> ",
    "- ",
    "1. ",
]
PIECES += [
    "    ",
    "|",
    "---",
    "<b>",
    "</b>",
    "<div>",
    "<script>",
    "<!--",
    "-->",
    "&amp;",
    "é",
    "a",
    "word",
]
PIECES += [
    "[^1]",
    "[^1]: ",
    "\t",
    "\\",
    "~~",
    "<br>",
    '<a href="x">',
    "</a>",
    "http://example.com",
    "😀",
]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=80))
def test_any_text_becomes_sound_blocks(parts: list[str]) -> None:
    text = clean_text("".join(parts))
    page = read_markdown(text, deadline=Deadline(None))
    lines = text.count("\n") + 1
    at = (0, 0)
    for block in page.blocks:
        assert block.text.strip()
        assert -1 <= block.element < len(page.elements)
        assert block.source is not None
        assert 1 <= block.source[0] <= lines
        at = max(at, block.source)
        if block.kind != "code":
            assert block.text == block.text.strip()
            assert "  " not in block.text
        if block.kind not in ("code", "table_row"):
            assert not re.search(r"[^\S\n ]", block.text)
        for span in block.spans:
            assert 0 <= span.start <= span.end <= len(block.text)
            assert span.kind == "image" or span.start < span.end
            if span.kind == "image":
                assert span.start == span.end
        assert 0 <= block.link_length <= len(block.text)
    for index, element in enumerate(page.elements):
        assert element.parent < index
        assert 0 <= element.first <= element.last <= len(page.blocks)


@given(st.lists(st.text("abc dé", min_size=1).filter(str.strip), min_size=1, max_size=8))
def test_prose_keeps_every_word(paragraphs: list[str]) -> None:
    page = read("\n\n".join(part.strip() for part in paragraphs))
    assert [block.text for block in page.blocks] == [" ".join(part.split()) for part in paragraphs]


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "![",
        "*a ",
        "_a ",
        "**a** ",
        "> ",
        "- ",
        "`a",
        "[a](b) ",
        "[a]: b\n",
        "<div>\n\n",
        "<a ",
        "<!--",
        "|a",
        "> a\n\n",
        "](x) ",
        "[x\n\n",
        "x](y)\n\n",
        "&amp;",
        "<script>",
        "a  \n",
        "word ",
        "<b>",
        "~~~\n",
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


def test_deep_nesting_does_not_recurse() -> None:
    assert read("> " * 100_000 + "deep").blocks[-1].text == "deep"
    assert read("- " * 100_000 + "deep").blocks[-1].text == "deep"
    assert "deep" in read("[" * 100_000 + "deep" + "](x)" * 100_000).blocks[-1].text
    assert len(read("> " * 100_000 + "deep").elements) <= 64


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://pier.example/old pier.html", "https://pier.example/old%20pier.html"),
        ("/find?q=old pier (1).jpg", "/find?q=old%20pier%20(1).jpg"),
        ("tel:\\(510\\) 453-0400", "tel:(510)%20453-0400"),
        ("https://pier.example/old\n  pier", "https://pier.example/old%20pier"),
        ("https://pier.example/old\n--pier", "https://pier.example/old--pier"),
        ("https://pier.example/(a)-\nb", "https://pier.example/(a)-b"),
        ('https://pier.example/old pier "The pier"', "https://pier.example/old%20pier"),
        ('/old-\npier "The pier"', "/old-pier"),
    ],
)
def test_an_address_with_blanks_is_one_all_the_same(address: str, target: str) -> None:
    page = read(f"See [the pier]({address}), and go.\n\nNext [one](/one).\n")
    assert page.blocks[0].text == "See the pier, and go."
    assert page.blocks[0].links[0].target == target
    assert page.blocks[1].text == "Next one."
    assert page.blocks[1].source == (3 + address.count("\n"), 1)


@pytest.mark.parametrize(
    "text",
    [
        "[sic](as the master wrote) and so on",
        "f[i](see the note above) and so on",
        "[a](https://pier.example/no end",
        "[a](https://pier.example/no\n\nend)",
    ],
)
def test_brackets_around_prose_are_no_address(text: str) -> None:
    assert mend_addresses(text) == (text, [])


@pytest.mark.parametrize("title", ['"The pier"', "'The pier'", "(The pier)"])
def test_a_title_is_no_part_of_an_address(title: str) -> None:
    text = f"See [the pier](https://pier.example/old {title}), and go."
    assert mend_addresses(text) == (text, [])


@pytest.mark.parametrize(
    ("text", "shown", "strong"),
    [
        ("**Fee - **paid at the pier.", "Fee - paid at the pier.", ["Fee -"]),
        ("** Fee:** paid, **Toll:**due.", "Fee: paid, Toll:due.", ["Fee:", "Toll:"]),
        ("The pier****s of old.", "The piers of old.", []),
        ("x ** 2 and y ** 2", "x ** 2 and y ** 2", []),
        ("4.1 stars**", "4.1 stars**", []),
        ("**Fee - **[the pier](/pier)", "Fee - the pier", ["Fee -"]),
    ],
)
def test_stars_that_markdown_leaves_are_strong(text: str, shown: str, strong: list[str]) -> None:
    block = only(text)
    assert block.text == shown
    found = [span for span in block.spans if span.kind == "strong"]
    assert [block.text[span.start : span.end] for span in found] == strong
    assert [block.text[span.start : span.end] for span in block.links] in ([], ["the pier"])


def test_an_inner_list_that_lost_its_place_is_a_list_and_no_code() -> None:
    text = (
        "  * Harbour\n\nHarbour\n\n    * [The old\n    pier](/pier)\n    * Boats\n"
        "      * Élan\n\nAshore\n\n          * [Inn](/inn)\n"
    )
    page = read(text)
    assert [(block.kind, block.text, block.level) for block in page.blocks] == [
        ("list_item", "Harbour", 1),
        ("paragraph", "Harbour", 0),
        ("list_item", "The old pier", 1),
        ("list_item", "Boats", 1),
        ("list_item", "Élan", 2),
        ("paragraph", "Ashore", 0),
        ("list_item", "Inn", 1),
    ]
    assert page.blocks[2].links[0].target == "/pier"
    assert [block.source for block in page.blocks] == [
        (1, 5),
        (3, 1),
        (5, 8),
        (7, 7),
        (8, 9),
        (10, 1),
        (12, 14),
    ]


@pytest.mark.parametrize(
    "code",
    [
        "- name: pier\n  open: no",
        "+ one\n+ two",
        "for pier in harbour:\n    close(pier)",
        "*ptr = 1;",
    ],
)
def test_indented_code_is_code(code: str) -> None:
    indented = "".join(f"    {line}\n" for line in code.split("\n"))
    assert shapes(f"Before\n\n{indented}\nAfter\n") == [
        ("paragraph", "Before", 0),
        ("code", code, 0),
        ("paragraph", "After", 0),
    ]


def test_lists_that_look_like_code_within_each_other_end() -> None:
    deep = "".join(f"{' ' * 8 * level}* [a](/a)\n\nx\n\n" for level in range(1, 40))
    inner = "    " * 200 + "[a](/a)"
    assert read(f"x\n\n{deep}").blocks[-1].text == "x"
    assert read(f"x\n\n{inner}").blocks[-1].kind == "code"


def test_a_title_that_a_line_filler_broke_leaves_its_heading_whole() -> None:
    page = read('## [The pier](/pier "The pier of\nthe old\n  town")\n\nIt stood.\n')
    assert [(block.kind, block.text) for block in page.blocks] == [
        ("heading", "The pier"),
        ("paragraph", "It stood."),
    ]
    assert page.blocks[0].links[0].target == "/pier"
    assert page.blocks[1].source == (5, 1)


@pytest.mark.parametrize("mark", ["<![CDATA[", "<?"])
def test_a_raw_mark_that_nobody_closes_does_not_swallow_the_page(mark: str) -> None:
    page = read(f"Before\n\n{mark} open\n\n## The pier\n\nIt *stood*.\n\n{mark} again\n")
    assert [block.kind for block in page.blocks if block.text == "The pier"] == ["heading"]
    assert "It stood." in [block.text for block in page.blocks]
    assert page.blocks[-1].text == "again"


def test_addresses_broken_by_a_line_filler_are_mended() -> None:
    text = (
        "See [the old\npier](https://pier.example/wp-\ncontent/the-old-\n  pier.html), says "
        "the harbour-\nmaster.\n\nNext\n"
    )
    page = read_markdown(text, deadline=Deadline(None))
    assert page.blocks[0].text == "See the old pier, says the harbour- master."
    assert page.blocks[0].links[0].target == "https://pier.example/wp-content/the-old-pier.html"
    assert page.blocks[1].source == (7, 1)
