"""HTML: a few elements, and nothing that a sanitiser would touch."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import html as lxml_html
from lxml_html_clean import Cleaner as HtmlCleaner
from turbohtml import parse_fragment
from turbohtml.clean import Policy, sanitize_report

from declutter.document import Document, Metadata
from declutter.page import Block, Span
from declutter.render.html import render_html, render_html_page
from tests.render.documents import (
    COMMENT,
    DOCUMENTS,
    document,
    item,
    marked,
    paragraph,
    row,
)

BASE = "https://example.com/dir/page"
TAGS = frozenset(
    (
        *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "ul", "ol", "li", "blockquote", "section"),
        *("table", "thead", "tbody", "tr", "th", "td", "pre", "code", "figure", "figcaption"),
        *("a", "img", "strong", "em", "span"),
    )
)
POLICY = Policy(
    tags=TAGS,
    attributes={
        "a": frozenset({"href"}),
        "img": frozenset({"src", "alt"}),
        "ol": frozenset({"start"}),
        "code": frozenset({"class"}),
        "span": frozenset({"class"}),
    },
    allow_fragment_urls=True,
)


def html_of(*blocks: Block, **options: Any) -> str:
    return document(*blocks, **options).html


def test_headings_and_paragraphs() -> None:
    assert html_of(Block("A < B", "heading", 2), paragraph("x & y")) == (
        "<h2>A &lt; B</h2>\n<p>x &amp; y</p>\n"
    )


def test_lists_nest() -> None:
    html = html_of(item("a"), item("b", 2, 3), item("c", 2, 4), item("d"), item("e", 1, 1))
    assert html == (
        '<ul>\n<li>a\n<ol start="3">\n<li>b</li>\n<li>c</li>\n</ol></li>\n<li>d</li>\n</ul>\n'
        "<ol>\n<li>e</li>\n</ol>\n"
    )


def test_tables_have_a_head_and_a_body() -> None:
    html = html_of(row("Name", "Age", head=True), row("Ann", "<7>"))
    assert html == (
        "<table>\n<thead>\n<tr><th>Name</th><th>Age</th></tr>\n</thead>\n"
        "<tbody>\n<tr><td>Ann</td><td>&lt;7&gt;</td></tr>\n</tbody>\n</table>\n"
    )


def test_code_keeps_its_lines_and_its_language() -> None:
    assert html_of(Block("if a < b:\n    c", "code", detail='py"on')) == (
        '<pre><code class="language-pyon">if a &lt; b:\n    c</code></pre>\n'
    )


def test_quotes_captions_and_verse() -> None:
    assert html_of(Block("One\ntwo", "quote"), Block("A cat", "caption")) == (
        "<blockquote>\n<p>One<br>\ntwo</p>\n</blockquote>\n"
        "<figure>\n<figcaption>A cat</figcaption>\n</figure>\n"
    )


def test_inline_markup_nests_even_where_spans_overlap() -> None:
    spans = (Span(0, 7, "strong"), Span(4, 11, "emphasis"), Span(8, 11, "code"))
    assert html_of(paragraph("one two six", spans=spans)) == (
        "<p><strong>one <em>two</em></strong> <code>six</code></p>\n"
    )


def test_links_and_images_show_when_asked() -> None:
    blocks = (
        marked("see here", "here", "link", "x?a=1&b=2"),
        paragraph("y", spans=(Span(0, 0, "image", "/i.png", 'a "cat"'),)),
    )
    assert html_of(*blocks, base=BASE) == "<p>see here</p>\n<p>y</p>\n"
    assert html_of(*blocks, base=BASE, show_links=True, show_images=True) == (
        '<p>see <a href="https://example.com/dir/x?a=1&amp;b=2">here</a></p>\n'
        '<p><img src="https://example.com/i.png" alt="a &quot;cat&quot;">y</p>\n'
    )


def test_comments_are_a_section_of_their_own() -> None:
    blocks = (paragraph("Body."), paragraph("Nice!", verdict=COMMENT))
    assert html_of(*blocks, with_comments=True) == (
        "<p>Body.</p>\n<section>\n<p>Nice!</p>\n</section>\n"
    )


def test_a_whole_page_has_its_metadata_in_its_head() -> None:
    metadata = Metadata(title="A </title><script>", authors=["Jane Doe"], language="en")
    tree = lxml_html.document_fromstring(
        render_html_page(document(paragraph("Body."), metadata=metadata))
    )
    assert tree.get("lang") == "en"
    assert tree.findtext("head/title") == "A </title><script>"
    assert [meta.get("content") for meta in tree.iterfind(".//meta[@name='author']")] == [
        "Jane Doe"
    ]
    assert tree.findtext("body/p") == "Body."


def cut_addresses(tree: lxml_html.HtmlElement) -> None:
    """Leave of each address what may be a scheme: lxml takes "javascript:" and "data:" for one in a
    path and behind a "#" too, where no browser does (RFC 3986, section 4.2)."""
    for element in tree.iter():
        for name in ("href", "src"):
            address = element.get(name)
            if address is not None:
                element.set(name, re.split("[/?#]", address, maxsplit=1)[0])


@pytest.mark.parametrize("address", ["#javascript:", "https://example.com/metadata:1"])
def test_a_word_of_code_behind_the_scheme_is_no_code(address: str) -> None:
    block = marked("see here", "here", "link", address)
    assert f'href="{address}"' in html_of(block, show_links=True)


@settings(max_examples=300, deadline=None)
@given(DOCUMENTS)
def test_two_sanitisers_find_nothing_to_take_away(doc: Document) -> None:
    html = render_html(doc)
    _, removed = sanitize_report(html, POLICY)
    assert not removed
    cleaner = HtmlCleaner(safe_attrs_only=False, page_structure=False)
    if html:
        tree = lxml_html.fragment_fromstring(html, create_parent="div")
        cut_addresses(tree)
        before = lxml_html.tostring(tree)
        cleaner(tree)
        assert lxml_html.tostring(tree) == before


@settings(max_examples=200, deadline=None)
@given(DOCUMENTS)
def test_html_is_nested_as_it_says_and_holds_every_word(doc: Document) -> None:
    doc.show_images = False
    for block in doc.blocks:
        block.spans = tuple(span for span in block.spans if span.kind != "math")
    fragment = parse_fragment(doc.html)
    opened = re.findall(r"<([a-z][a-z0-9]*)", doc.html)
    assert len(opened) == sum(1 for _ in fragment.select("*"))
    shown = [block for block in doc.kept if doc.show_tables or block.kind != "table_row"]
    if doc.with_comments:
        shown += [block for block in doc.blocks if block.verdict.family == "comments"]
    expected = "".join("".join(block.text for block in shown).split())
    assert "".join(fragment.text.split()) == expected
