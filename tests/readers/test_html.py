"""Pages as HTML become the blocks, the elements and the declarations that a reader would name."""

from __future__ import annotations

from functools import partial

import pytest

from declutter.deadline import Deadline
from declutter.page import Block, Page
from declutter.readers.html import read_html
from tests.hostile.growth import seconds


def read(html: str | bytes, charset: str | None = None) -> Page:
    return read_html(html, charset=charset, deadline=Deadline(None))


def only(html: str) -> Block:
    (block,) = read(html).blocks
    return block


def texts(html: str) -> list[str]:
    return [block.text for block in read(html).blocks]


def names(block: Block) -> list[tuple[str, str, str]]:
    """The spans of a block: kind, the text they cover, target."""
    return [(span.kind, block.text[span.start : span.end], span.target) for span in block.spans]


def test_kinds_and_levels() -> None:
    page = read(
        "<h1>Tide</h1><h3>Ebb</h3><p>It turns.</p><ul><li>Wrack<ul><li>Kelp</li></ul></li></ul>"
        "<blockquote>So they say.</blockquote><figure><figcaption>The pier</figcaption></figure>"
    )
    assert [(block.text, block.kind, block.level) for block in page.blocks] == [
        ("Tide", "heading", 1),
        ("Ebb", "heading", 3),
        ("It turns.", "paragraph", 0),
        ("Wrack", "list_item", 1),
        ("Kelp", "list_item", 2),
        ("So they say.", "quote", 0),
        ("The pier", "caption", 0),
    ]


def test_lists_are_groups_and_count() -> None:
    page = read("<ol start=4><li>d<li>e</ol><p>x</p><ul><li>f</ul><dl><dt>g<dd>h</dl>")
    groups = [block.group for block in page.blocks]
    assert [block.ordinal for block in page.blocks] == [4, 5, 0, 0, 0, 0]
    assert groups[0] == groups[1] != 0
    assert groups[2] == 0
    assert len({groups[0], groups[3], groups[4]}) == 3
    assert groups[4] == groups[5]
    assert page.blocks[5].kind == "list_item"


def test_spans_and_link_length() -> None:
    block = only('<p><a href=" /tides ">the <b>tide</b> table</a> for <em>May</em>.</p>')
    assert block.text == "the tide table for May."
    assert block.link_length == len("the tide table")
    assert sorted(names(block)) == [
        ("emphasis", "May", ""),
        ("link", "the tide table", "/tides"),
        ("strong", "tide", ""),
    ]


def test_neighbouring_links_are_words_apart() -> None:
    block = only('<div><a href="/p">Privacy Notice</a><a href="/t">Terms Of Use</a></div>')
    assert block.text == "Privacy Notice Terms Of Use"
    assert [text for _, text, _ in names(block)] == ["Privacy Notice", "Terms Of Use"]
    assert only("<div><a href=a>a</a><span><a href=b>b</a></span></div>").text == "a b"


def test_links_in_code_are_not_parted() -> None:
    assert only("<pre><a href=a>tide</a><a href=b>.now</a></pre>").text == "tide.now"


def test_a_link_after_a_word_or_an_empty_link_is_not_parted() -> None:
    assert only("<p>re<a href=b>turn</a>ing</p>").text == "returning"
    assert only("<p>re<a href=a></a><a href=b>turn</a></p>").text == "return"


def test_images_with_and_without_text_around() -> None:
    block = only('<p><img src="/a.png" alt="A  pier">Here.<img data-src="/b.png" src="/x.gif"></p>')
    assert [(s.kind, s.start, s.end, s.target, s.label) for s in block.spans] == [
        ("image", 0, 0, "/a.png", "A pier"),
        ("image", 5, 5, "/b.png", ""),
    ]
    assert only('<p><img src="data:image/png;base64,xx"><img alt=x>Here.</p>').spans == ()


def test_a_formula_at_the_end_lies_in_its_block() -> None:
    tex = "<script type='math/tex'>a^2</script>"
    shown = "<math alttext='a^2'></math>"
    for formula in (tex, shown):
        ended, joined = read(f"<p>The area is {formula}</p><p>See {formula} here.</p>").blocks
        assert ended.text == "The area is"
        assert [(span.start, span.end) for span in ended.spans] == [(11, 11)]
        assert joined.text == "See here."
        assert [(span.start, span.end) for span in joined.spans] == [(4, 4)]


def test_one_break_is_a_line_and_two_are_blocks() -> None:
    assert texts("<p>one<br>two<br><br>three</p>") == ["one\ntwo", "three"]


def test_code_keeps_its_indentation_and_language() -> None:
    block = only('<pre><code class="x language-python">\nif tide:\n    wade()\n</code></pre>')
    assert (block.text, block.kind) == ("if tide:\n    wade()", "code")
    assert block.detail == "python"
    assert block.group


def test_a_table_of_data_has_rows_and_a_layout_table_has_none() -> None:
    page = read("<table><tr><th>Port<th>High<tr><td>Ely<td><p>4.1</p><tr><td>Wick<td>3.2</table>")
    assert [(b.text, b.kind, b.detail) for b in page.blocks] == [
        ("Port\tHigh", "table_row", "th"),
        ("Ely\t4.1", "table_row", ""),
        ("Wick\t3.2", "table_row", ""),
    ]
    assert len({block.group for block in page.blocks}) == 1
    layout = read("<table><tr><td><h2>Ports</h2><p>Ely</p></td><td>Wick</td></tr></table>")
    assert [block.kind for block in layout.blocks] == ["heading", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "attribute", ["hidden", 'style="Display : none"', 'style="visibility:hidden"']
)
def test_hidden_blocks_are_read_and_marked(attribute: str) -> None:
    blocks = read(f"<div {attribute}><p>Unseen</p></div><p>Seen</p>").blocks
    assert [(block.text, block.hidden) for block in blocks] == [("Unseen", True), ("Seen", False)]


def test_until_found_is_shown() -> None:
    assert not only('<p hidden="until-found">Folded</p>').hidden


def test_a_hidden_part_of_a_sentence_is_a_block_behind_it() -> None:
    blocks = read("<p>The tide <span hidden>is a word that</span>turns.</p><p>Then</p>").blocks
    assert [(block.text, block.hidden) for block in blocks] == [
        ("The tide turns.", False),
        ("is a word that", True),
        ("Then", False),
    ]


def test_elements_are_the_ancestors_of_blocks() -> None:
    page = read('<body><nav></nav><main id="top" class="pageBody x9"><p>a<p>b</main><div></div>')
    assert [(e.tag, e.parent, e.words, e.depth, e.first, e.last) for e in page.elements] == [
        ("body", -1, (), 0, 0, 2),
        ("main", 0, ("top", "page", "body"), 1, 0, 2),
        ("p", 1, (), 2, 0, 1),
        ("p", 1, (), 2, 1, 2),
    ]
    assert [block.element for block in page.blocks] == [2, 3]


def test_marks_are_what_a_block_opens_with() -> None:
    block = only('<p><span class="by-line">By <b>Ada</b></span> <i class="x">and</i> all</p>')
    assert block.marks == ("by", "line")


def test_sources_are_line_and_column_from_one() -> None:
    page = read("<body>\n<p>a\n  <div>b <b>c</b></div>")
    assert [block.source for block in page.blocks] == [(2, 1), (3, 3)]
    assert [block.source for block in read("bare<br><br>text").blocks] == [(1, 1), (1, 1)]


def test_the_head_declares() -> None:
    declared = read(
        "<html lang=cy><head><title> Y  Llanw </title><base href='/b/'>"
        "<meta name=Author content=' Ann '><meta property='og:title' content=T>"
        "<link rel='canonical alternate' href='/c'></head><body>x"
        "<a rel=tag href='/t'>Tides</a></body>"
    ).declared
    assert (declared.title, declared.language, declared.base) == ("Y Llanw", "cy", "/b/")
    assert declared.meta == [("author", "Ann"), ("og:title", "T")]
    assert declared.relations == [
        ("canonical", "/c", ""),
        ("alternate", "/c", ""),
        ("tag", "/t", "Tides"),
    ]


def test_the_body_declares_items_and_times() -> None:
    declared = read(
        "<p>x</p><div itemprop='author'>Ann Lee</div><meta itemprop=datePublished content=2020>"
        "<span class=byline>By Ann</span><time datetime='2020-01-02'>2 Jan</time>"
        '<script type="application/ld+json">{"@type": "Article"}</script>'
    ).declared
    assert declared.items == [("author", "Ann Lee", 1), (".byline", "By Ann", 2)]
    assert declared.meta == [("datepublished", "2020")]
    assert declared.times == [("2020-01-02", 2)]
    assert declared.json_ld == [{"@type": "Article"}]


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        ("<p>größer</p>".encode("latin-1"), "latin-1"),
        (b"<meta charset=iso-8859-1><p>gr\xf6\xdfer</p>", None),
        ("\ufeff<p>größer</p>".encode(), None),
        ("\ufeff<meta charset=latin-1><p>größer</p>".encode("utf-16-le"), None),
        ("<?xml version='1.0' encoding='iso-8859-15'?><p>größer</p>".encode("latin-1"), None),
        ("<p>größer</p>".encode(), "no-such-label"),
    ],
)
def test_encodings(data: bytes, charset: str | None) -> None:
    assert [block.text for block in read(data, charset).blocks] == ["größer"]


def test_unclosed_and_custom_elements() -> None:
    assert texts("<p>a<p>b<div>c<ul><li>d<li>e") == ["a", "b", "c", "d", "e"]
    assert texts("<x-card>a</x-card>b<mjx-c>d</mjx-c>") == ["a", "bd"]


def test_unseen_text_is_read_where_little_is_shown() -> None:
    hidden = "The lamp at the head of the pier was lit by hand until the winter of 1962. " * 6
    for markup, origin in (
        (f"<noscript><p>{hidden}</p></noscript>", "noscript"),
        (f"<template><p>{hidden}</p></template>", "template"),
        (
            f'<script type="application/ld+json">{{"articleBody": "{hidden}"}}</script>',
            "json-ld",
        ),
        (f'<script type="application/json">{{"a": ["{hidden}"]}}</script>', "state"),
    ):
        found = read(f"<body><p>Loading</p>{markup}").blocks
        assert [block.origin for block in found] == ["page", origin]
        assert found[1].text == hidden.strip()
        shown = "".join(f"<p>{number} {hidden}</p>" for number in range(9))
        assert {block.origin for block in read(f"<body>{shown}{markup}").blocks} == {"page"}


@pytest.mark.parametrize(
    ("unit", "small"),
    [
        ("<div>", 10_000),
        ("<div><b>x", 500),
        ("<a href=y>z</a>", 5_000),
        ("<span hidden>z</span>", 3_000),
        ("&amp;", 100_000),
        ("<span itemprop=author>z", 2_000),
    ],
)
def test_the_cost_is_linear(unit: str, small: int) -> None:
    least = [float("inf"), float("inf")]
    for _ in range(10):  # the machine may be busy with other things
        for i, count in enumerate((small, 8 * small)):
            page = (unit * count).encode()
            least[i] = min(least[i], seconds(partial(read, page)))
        if least[1] < 8 * 3 * least[0]:
            return
    assert least[1] < 8 * 3 * least[0]


def test_an_element_with_very_many_classes() -> None:
    names_ = " ".join(f"c{'abcdefghij'[n % 10]}{n}x" for n in range(100_000))
    page = read(f'<div class="{names_}">x</div>')
    assert len(page.elements[-1].words) <= 24


def test_very_large_pages_are_read_whole() -> None:
    assert texts("<div>" * 200_000 + "deep") == ["deep"]
    assert len(only("<a href=y>z</a>" * 200_000).spans) == 200_000
    assert texts("&amp;" * 1_000_000) == ["&" * 1_000_000]


def test_an_element_left_open_in_noscript_swallows_nothing() -> None:
    page = read("<body><p>Before</p><noscript><iframe src='x' /></noscript><p>After</p>")
    assert [block.text for block in page.blocks] == ["Before", "After"]


STREAMED = (
    "<body><main><h1>Top</h1><template id='B:0'></template><p>End</p></main>"
    "<div hidden id='S:0'><p>Part one</p><template id='P:1'></template></div>"
    '<script>$RC("B:0","S:0")</script>'
    '<div hidden id="S:1"><p>Part two</p></div><script>$RS("S:1","P:1")</script>'
)


@pytest.mark.parametrize("data", [STREAMED, STREAMED.encode()])
def test_streamed_parts_stand_where_the_script_puts_them(data: str | bytes) -> None:
    found = read(data)
    assert [block.text for block in found.blocks] == ["Top", "Part one", "Part two", "End"]
    assert not any(block.hidden for block in found.blocks)


def test_streamed_parts_that_name_no_place_stay_where_they_are() -> None:
    inside = (
        "<body><p>Shown</p><div hidden id='S:2'><template id='B:2'></template>Own</div>"
        '<script>$RC("B:2","S:2");$RC("B:9","S:9")</script>'
    )
    assert [(b.text, b.hidden) for b in read(inside).blocks] == [("Shown", False), ("Own", True)]


NAMING = (
    "class",
    "id",
    "role",
    "itemprop",
    "itemtype",
    "aria-label",
    "data-testid",
    "data-component",
    "data-type",
    "rel",
)


@pytest.mark.parametrize("beside", ["", " title=x", " title=x data-zone=y"])
@pytest.mark.parametrize(
    ("name", "words"),
    [
        *((name, ("alpha", "beta")) for name in NAMING),
        *((name, ()) for name in ("title", "data-zone", "data-components", "h", "x" * 40)),
    ],
)
def test_attributes_that_name_an_element_give_its_words(
    name: str, words: tuple[str, ...], beside: str
) -> None:
    assert read(f"<div {name}=alpha-beta{beside}>Text").elements[-1].words == words
    assert only(f"<p><span {name}=alpha-beta{beside}>Text</span>").marks == words
    assert only(f"<p><a {name}=alpha-beta{beside}>Text</a>").marks == words
