"""TEI and XML: valid by the schema, well-formed whatever the page says."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import trafilatura
from hypothesis import given, settings
from lxml import etree

import declutter
from declutter.document import Document, Metadata
from declutter.page import Block, Span
from declutter.render.tei import render_tei
from declutter.render.xml import render_xml
from tests.render.documents import COMMENT, DOCUMENTS, document, item, marked, paragraph, row

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
PAGES = sorted(FIXTURES.glob("*/page.*"))
TEI = "{http://www.tei-c.org/ns/1.0}"


@cache
def schema() -> etree.DTD:
    path = Path(trafilatura.__file__).parent / "data" / "tei_corpus.dtd"
    return etree.DTD(str(path))


def assert_valid(tei: str) -> etree._Element:
    tree = etree.fromstring(tei.encode())
    assert schema().validate(tree), schema().error_log
    return tree


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_the_tei_of_every_fixture_is_valid(page: Path) -> None:
    doc = declutter.clean(page.read_bytes(), comments=True, links=True, images=True)
    tree = assert_valid(render_tei(doc))
    words = "".join(tree.find(f"{TEI}text").itertext()).split()
    text = "".join(f"{doc.text}\n{'' if doc.with_comments else doc.comments}".split())
    assert "".join(words) == text
    assert etree.fromstring(render_xml(doc)).find("main") is not None


@settings(max_examples=300, deadline=None)
@given(DOCUMENTS)
def test_the_tei_of_any_document_is_valid(doc: Document) -> None:
    assert_valid(render_tei(doc))


@settings(max_examples=200, deadline=None)
@given(DOCUMENTS)
def test_the_xml_of_any_document_holds_its_words(doc: Document) -> None:
    doc.show_images = False
    for block in doc.blocks:
        block.spans = tuple(span for span in block.spans if span.kind != "math")
    tree = etree.fromstring(render_xml(doc))
    doc.with_comments = False
    assert "".join("".join(tree.find("main").itertext()).split()) == "".join(doc.text.split())
    assert "".join("".join(tree.find("comments").itertext()).split()) == "".join(
        doc.comments.split()
    )


def test_headings_make_sections() -> None:
    doc = document(
        paragraph("Lead."),
        Block("One", "heading", 2),
        paragraph("a"),
        Block("Deeper", "heading", 3),
        paragraph("b"),
        Block("Two", "heading", 2),
    )
    entry = assert_valid(render_tei(doc)).find(f".//{TEI}body/{TEI}div")
    assert [head.text for head in entry.iterfind(f"{TEI}div/{TEI}head")] == ["One", "Two"]
    assert entry.findtext(f"{TEI}div/{TEI}div/{TEI}head") == "Deeper"


def test_the_header_holds_the_metadata() -> None:
    metadata = Metadata(
        title="A < B",
        authors=["Jane Doe", "Jo Roe"],
        published="2025-05-11",
        site_name="The Gazette",
        language="en",
        url="https://example.com/a",
        tags=["x", "y"],
    )
    tree = assert_valid(render_tei(document(paragraph("Body."), metadata=metadata)))
    bibl = tree.find(f".//{TEI}sourceDesc/{TEI}bibl")
    assert bibl.findtext(f"{TEI}title") == "A < B"
    assert [author.text for author in bibl.iterfind(f"{TEI}author")] == ["Jane Doe", "Jo Roe"]
    assert bibl.findtext(f"{TEI}date[@type='published']") == "2025-05-11"
    assert bibl.find(f"{TEI}ptr").get("target") == "https://example.com/a"
    assert [term.text for term in tree.iterfind(f".//{TEI}term[@type='tags']")] == ["x", "y"]


def test_what_xml_cannot_hold_never_gets_in() -> None:
    text = "a\x00b\x0bc\ud800d\uffffe ]]> &lt;"
    doc = document(paragraph(text), metadata=Metadata(title=text))
    assert etree.fromstring(render_xml(doc)).findtext("main/p") == "abcde ]]> &lt;"
    assert_valid(render_tei(doc))


def test_xml_has_the_elements_that_its_users_know() -> None:
    doc = document(
        Block("Head", "heading", 2),
        marked("see here", "here", "link", "https://example.com/"),
        item("a"),
        item("b", 2, 1),
        row("Name", "Age", head=True, group=2),
        row("Ann", "7", group=2),
        Block("x = 1\n  y", "code", detail="python"),
        Block("said", "quote"),
        paragraph("hm", spans=(Span(0, 2, "emphasis"),)),
        paragraph("nice", verdict=COMMENT),
        metadata=Metadata(title="T", authors=["A", "B"], published="2025-01-02"),
        show_links=True,
    )
    xml = render_xml(doc).replace("\n", "")
    assert xml == (
        '<doc title="T" author="A;B" date="2025-01-02" pagetype="article">'
        '<main><head rend="h2">Head</head>'
        '<p>see <ref target="https://example.com/">here</ref></p>'
        '<list rend="bulleted"><item>a<list rend="ordered"><item n="1">b</item></list></item>'
        "</list>"
        '<table><row><cell role="head">Name</cell><cell role="head">Age</cell></row>'
        "<row><cell>Ann</cell><cell>7</cell></row></table>"
        '<code rend="block" n="python">x = 1  y</code>'
        "<quote><p>said</p></quote>"
        '<p><hi rend="italic">hm</hi></p></main>'
        "<comments><p>nice</p></comments></doc>"
    )
