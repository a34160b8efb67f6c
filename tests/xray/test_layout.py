"""The original page again: every block marked, nothing left that could run or fetch."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

import declutter
from declutter.xray.draw import lay_out_marked
from tests.conftest import ROOT

HOSTILE = (Path(__file__).resolve().parent / "hostile.html").read_bytes()
FIXTURES = sorted((ROOT / "fixtures").glob("html-*/page.html"))
MARK = re.compile(r'<mark data-block="(\d+)"[^>]*>([^<]*)</mark>')


def lay_out(data: bytes | str) -> tuple[declutter.Document, str]:
    document = declutter.clean(data)
    layout = lay_out_marked(data, None, document)
    assert layout is not None
    return document, layout


def marked(layout: str) -> dict[int, str]:
    """What is marked as each block, without white space."""
    texts: dict[int, str] = {}
    for at, text in MARK.findall(layout):
        texts[int(at)] = texts.get(int(at), "") + squeeze(unescape(text))
    return texts


def squeeze(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_every_block_on_the_page_is_marked_whole(path: Path) -> None:
    document, layout = lay_out(path.read_bytes())
    expected = {
        at: squeeze(block.text)
        for at, block in enumerate(document.blocks)
        if block.origin == "page" and block.source is not None
    }
    assert marked(layout) == expected


def test_a_mark_has_the_family_of_its_block() -> None:
    document, layout = lay_out(FIXTURES[0].read_bytes())
    found = dict(re.findall(r'data-block="(\d+)" data-family="([^"]*)"', layout))
    for at, family in found.items():
        verdict = document.blocks[int(at)].verdict
        assert family == ("content" if verdict.keep else verdict.family)


def test_a_text_cut_in_two_blocks_has_two_marks() -> None:
    prose = "The lock had been dry since the flood, when the upper gate gave way. " * 10
    document, layout = lay_out(f"<p>{prose}Share this story</p><p>{prose}</p>")
    texts = marked(layout)
    assert len(document.blocks) == len(texts) == 3
    assert texts[1] == "Sharethisstory"


def test_hidden_text_inside_a_sentence_has_a_mark_of_its_own() -> None:
    page = "<p>One half of it, <span style='display:none'>unseen</span> and the other half.</p>"
    document, layout = lay_out(page)
    assert sorted(marked(layout).values()) == sorted(squeeze(b.text) for b in document.blocks)


@pytest.mark.parametrize("text", [HOSTILE, "<p>A <a href='javascript:x()' onclick=y()>b</a>"])
def test_nothing_is_left_that_runs_or_fetches(text: bytes | str) -> None:
    _, layout = lay_out(text)
    tags = re.findall(r"<(/?[a-z][a-z0-9-]*)((?:\s[^<>]*)?)>", layout)
    assert tags
    allowed = {"dir", "lang", "colspan", "rowspan", "start", "reversed", "value", "open"}
    allowed |= {"data-block", "data-family", "data-first", "data-box"}
    for tag, attributes in tags:
        assert tag.lstrip("/") not in {"script", "style", "img", "svg", "iframe", "form", "input"}
        names = re.findall(r'([^\s="]+)(?:="[^"]*")?', attributes)
        assert set(names) <= allowed, (tag, attributes)


def test_what_would_be_fetched_is_a_box_with_its_name() -> None:
    _, layout = lay_out("<p>Text of it.</p><img src=a.png alt='A &lt;b&gt; heron'><video src=b>")
    assert '<span data-box="image">image: A &lt;b&gt; heron</span>' in layout
    assert '<span data-box="video">video</span>' in layout


def test_the_pages_own_marks_do_not_pose_as_ours() -> None:
    _, layout = lay_out(
        "<p>Before it stands a sentence that is read.</p>"
        "<mark data-block=7 data-family=content data-first>posing</mark>"
        "<span data-box=image>posing too</span>"
    )
    assert 'data-block="7"' not in layout
    assert "data-box" not in layout
    assert set(marked(layout)) == {0, 1}


def test_a_custom_element_still_parts_its_text_from_the_next() -> None:
    card = "<my-card>One card of it</my-card>"
    _, layout = lay_out(f"<html><body>{card}{card}</body></html>")
    assert layout.count("<div>") == 2


def test_wide_encodings_and_trees() -> None:
    from lxml import html

    page = "<html><body><p>Ein Satz über den Fluß und die Brücke.</p></body></html>"
    for data in (page.encode("utf-16"), html.fromstring(page)):
        document, layout = lay_out(data)
        assert marked(layout) == {0: squeeze(document.blocks[0].text)}


def test_deep_and_broken_pages_come_through() -> None:
    for page in ("<div>" * 5000 + "deep text", "<p>a</b></i><table><p>b<tr>c", "<p>x<frameset>"):
        lay_out(page)


def test_text_has_no_layout() -> None:
    assert lay_out_marked("Only text.", None, declutter.clean("Only text.")) is None
