"""Markdown: a parser gives the words back, and finds nothing that the page smuggled in."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from declutter.document import Document
from declutter.page import Block, Span
from declutter.render.addresses import image_address, link_address
from tests.render.documents import DOCUMENTS, document, item, marked, paragraph, row

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
BASE = "https://example.com/dir/page"


def parsed(markdown: str) -> list[Token]:
    tokens: list[Token] = []
    for token in PARSER.parse(markdown):
        tokens.append(token)
        tokens.extend(token.children or [])
    return tokens


def words(markdown: str) -> str:
    """All text that a parser finds, white space folded."""
    parts = []
    for token in parsed(markdown):
        if token.type in ("text", "code_inline", "fence", "html_inline", "html_block"):
            parts.append(token.content)
        elif token.type == "image":
            parts.append(" ")
        elif token.type in ("softbreak", "hardbreak") or token.block:
            parts.append("\n")
    return " ".join("".join(parts).split())


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4 = 24, a_b_c and _one_ or __two__, `code`, ~~gone~~",
        "[not a link](https://example.com), ![nor an image](x), [ref]: y",
        "<script>alert(1)</script> and a < b > c &amp; &lt;b&gt; AT&T &copy;",
        "# no heading",
        "####### neither",
        "1. not a list",
        "1986. A great year",
        "- no list",
        "+ no list",
        "> no quote",
        "---",
        "===",
        "***",
        "```",
        "~~~ no fence",
        "a\\*b \\ c\\",
        "Wow! Really?!",
        ": no definition",
        "| a | b |",
        "C# and F #",
    ],
)
@pytest.mark.parametrize(
    "kind", ["paragraph", "heading", "list_item", "quote", "caption", "table_row"]
)
def test_text_stays_text(text: str, kind: str) -> None:
    markdown = document(Block(text, kind, 1, group=1)).markdown  # type: ignore[arg-type]
    assert words(markdown) == text
    assert not any(token.type.startswith("html") for token in parsed(markdown))


def test_headings_have_their_level() -> None:
    doc = document(
        Block("One", "heading", 1), Block("Six", "heading", 9), Block("F #", "heading", 2)
    )
    assert doc.markdown == "# One\n\n###### Six\n\n## F \\#"


def test_lists_nest_by_level() -> None:
    doc = document(item("a"), item("b", 2), item("c", 2), item("d"), item("e", 3))
    assert doc.markdown == "- a\n  - b\n  - c\n- d\n  - e"


def test_ordered_lists_keep_their_numbers() -> None:
    doc = document(item("a", 1, 9), item("b", 1, 10), item("c", 2), item("d", 1, 11))
    assert doc.markdown == "9. a\n10. b\n    - c\n11. d"


def test_paragraphs_of_one_item_stay_in_it() -> None:
    doc = document(item("a", 1, 1), item("more", 1, 1), item("b", 1, 2))
    assert doc.markdown == "1. a\n\n   more\n2. b"


def test_neighbouring_lists_stay_two() -> None:
    doc = document(item("a", group=1), item("b", group=2), item("c", group=3))
    assert doc.markdown == "- a\n\n* b\n\n- c"
    assert [token.type for token in parsed(doc.markdown)].count("bullet_list_open") == 3


def test_tables_have_pipes_and_a_head() -> None:
    doc = document(row("Name", "a|b", head=True), row("Ann", "7", ""), paragraph("End."))
    assert doc.markdown == ("| Name | a\\|b |  |\n| --- | --- | --- |\n| Ann | 7 |  |\n\nEnd.")
    assert words(doc.markdown) == "Name a|b Ann 7 End."


def test_a_table_without_a_head_gets_an_empty_one() -> None:
    markdown = document(row("Ann", "7"), row("Bob", "8")).markdown
    assert markdown == "|  |  |\n| --- | --- |\n| Ann | 7 |\n| Bob | 8 |"
    assert words(markdown) == "Ann 7 Bob 8"


def test_code_keeps_its_language_and_a_fence_that_holds() -> None:
    code = "print(1)\n````\n<script>\n    x"
    markdown = document(Block(code, "code", detail="python", group=1)).markdown
    assert markdown == f"`````python\n{code}\n`````"


def test_a_language_cannot_break_the_fence() -> None:
    markdown = document(Block("x", "code", detail="a`\n<script>")).markdown
    assert markdown == "```ascript\nx\n```"


def test_verse_has_hard_breaks() -> None:
    markdown = document(paragraph("Roses are red,\n- violets are blue.")).markdown
    assert markdown == "Roses are red,  \n\\- violets are blue."


def test_quotes_hold_their_lines() -> None:
    markdown = document(Block("One\n# two", "quote")).markdown
    assert markdown == "> One  \n> \\# two"


def test_inline_markup() -> None:
    text = "A strong, soft and codely `x` word."
    spans = (
        Span(2, 8, "strong"),
        Span(10, 14, "emphasis"),
        Span(26, 29, "code"),
    )
    assert document(paragraph(text, spans=spans)).markdown == (
        "A **strong**, *soft* and codely `` `x` `` word."
    )


def test_marks_that_a_parser_would_show_are_left_out() -> None:
    inside = document(marked("foo«bar»baz", "«bar»", "strong")).markdown
    assert inside == "foo«bar»baz"
    assert document(marked("foobarbaz", "bar", "strong")).markdown == "foo**bar**baz"
    spans = (Span(0, 3, "strong"), Span(0, 3, "code"))
    assert document(paragraph("**11", spans=spans)).markdown == "`**1`1"


def test_a_bar_in_code_stays_one_where_no_table_is() -> None:
    doc = document(paragraph("a | b\nx|y", spans=(Span(6, 9, "code"),)))
    assert doc.markdown == "a \\| b  \n`x|y`"
    assert words(doc.markdown) == "a | b x|y"


def test_strong_emphasis_is_both() -> None:
    spans = (Span(0, 4, "strong"), Span(0, 4, "emphasis"))
    assert document(paragraph("word", spans=spans)).markdown == "**_word_**"


def test_links_and_images_show_when_asked() -> None:
    blocks = (
        marked("Hi! here it is", "here", "link", "a_(b)?c&copy;"),
        paragraph("x y", spans=(Span(2, 2, "image", "/i.png", "A [cat]"),)),
    )
    assert document(*blocks, base=BASE).markdown == "Hi! here it is\n\nx y"
    assert document(*blocks, base=BASE, show_links=True, show_images=True).markdown == (
        "Hi! [here](https://example.com/dir/a_%28b%29?c&amp;copy;) it is\n\n"
        "x ![A \\[cat\\]](https://example.com/i.png) y"
    )


def test_an_image_stands_apart_from_the_text_beside_it() -> None:
    spans = (Span(0, 0, "image", "/a.png"), Span(3, 3, "image", "/b.png"))
    doc = document(paragraph("one two", spans=spans), base=BASE, show_images=True)
    assert doc.markdown == ("![](https://example.com/a.png) one ![](https://example.com/b.png) two")


def test_an_exclamation_mark_makes_no_image_of_a_link() -> None:
    doc = document(marked("Wow!this", "this", "link", "/x"), base=BASE, show_links=True)
    assert doc.markdown == "Wow\\![this](https://example.com/x)"


def test_code_addresses_are_no_links() -> None:
    doc = document(marked("click here", "here", "link", "java\nscript:x"), show_links=True)
    assert doc.markdown == "click here"


def test_formulas_keep_their_tex() -> None:
    text = "Let x2 cost $5."
    doc = document(marked(text, "x2", "math", r"x_1^2 \cdot a"))
    assert doc.markdown == r"Let $x_1^2 \cdot a$ cost \$5."


def test_a_formula_smuggles_nothing() -> None:
    tex = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) `"
    markdown = document(marked("Let x be", "x", "math", tex), show_links=True).markdown
    kinds = {token.type for token in parsed(markdown)}
    assert not kinds & {"html_inline", "html_block", "link_open", "image", "code_inline"}


def test_a_nested_list_may_begin_with_any_number() -> None:
    outer = Block("oats", kind="list_item", level=1, group=1)
    inner = Block("rinse them", kind="list_item", level=2, group=1, ordinal=2)
    doc = document(outer, inner)
    assert [token.type for token in parsed(doc.markdown)].count("list_item_open") == 2


@settings(max_examples=400, deadline=None)
@given(DOCUMENTS)
def test_a_parser_gives_the_words_back_and_finds_nothing_smuggled(doc: Document) -> None:
    doc.show_images = False
    for block in doc.blocks:
        block.spans = tuple(span for span in block.spans if span.kind != "math")
    markdown = doc.markdown
    shown = [block for block in doc.kept if doc.show_tables or block.kind != "table_row"]
    if doc.with_comments:
        shown += [block for block in doc.blocks if block.verdict.family == "comments"]
    assert words(markdown) == " ".join(" ".join(block.text for block in shown).split())
    assert_safe(doc)


@settings(max_examples=200, deadline=None)
@given(DOCUMENTS)
def test_pages_with_everything_smuggle_nothing(doc: Document) -> None:
    doc.show_links = doc.show_images = True
    assert_safe(doc)


def assert_safe(doc: Document) -> None:
    targets = [span.target for block in doc.blocks for span in block.spans]
    addresses = {link_address(target, doc.base) for target in targets}
    addresses |= {image_address(target, doc.base) for target in targets}
    known = {PARSER.normalizeLink(address) for address in addresses if address}
    for token in parsed(doc.markdown):
        assert not token.type.startswith("html"), token
        if token.type in ("link_open", "image"):
            assert token.attrs["href" if token.type == "link_open" else "src"] in known
    assert not re.search(r"<(?:script|img)", re.sub(r"`[^`]*`", "", doc.markdown)) or any(
        block.kind == "code" or any(span.kind == "code" for span in block.spans)
        for block in doc.blocks
    )
