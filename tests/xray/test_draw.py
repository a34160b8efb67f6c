"""The picture as a file: it needs nothing, its policy holds, its figures are right."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest

import declutter
from declutter.judge.rules import RULES
from declutter.xray.families import FAMILIES, KEPT, family_of
from declutter.xray.summary import count_words, tally
from tests.conftest import ROOT

DATA = (ROOT / "fixtures" / "html-news-full" / "page.html").read_bytes()


def digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_policy_allows_what_is_in_the_file_and_no_more() -> None:
    picture = declutter.xray(DATA).html
    policy = unescape(re.search(r'Policy" content="([^"]*)"', picture).group(1))
    style = re.search(r"<style>(.*?)</style>", picture, re.DOTALL).group(1)
    script = re.search(r"<script>(.*?)</script>", picture, re.DOTALL).group(1)
    frame = unescape(re.search(r'srcdoc="([^"]*)"', picture).group(1))
    inner = re.search(r"<style>(.*?)</style>", frame, re.DOTALL).group(1)
    assert policy.split("; ") == [
        "default-src 'none'",
        f"script-src {digest(script)}",
        f"style-src {digest(style)} {digest(inner)}",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert "script-src 'none'" in unescape(re.search(r'Policy" content="([^"]*)"', frame).group(1))
    assert picture.count("<script") == picture.count("<style>") == 1
    assert 'sandbox="allow-same-origin"' in picture


def test_the_file_needs_no_other() -> None:
    picture = declutter.xray(DATA).html
    assert not re.findall(r"<link|<img|\bsrc=|@import|url\(", picture)
    assert set(re.findall(r'href="([^"]*)"', picture)) <= {"#"}


def test_the_figures_are_those_of_the_blocks() -> None:
    doc = declutter.clean(DATA)
    tallies = tally(doc)
    assert tallies[0].family is KEPT
    assert sum(counted.blocks for counted in tallies) == len(doc.blocks)
    assert tallies[0].words == sum(count_words(block.text) for block in doc.kept)
    assert sum(t.words for t in tallies[1:]) == sum(count_words(b.text) for b in doc.removed)
    picture = doc.xray().html
    assert f"<b>{tallies[0].words:,}</b> words kept" in picture
    assert picture.count('<li class="b ') == len(doc.blocks)


def test_a_document_draws_its_blocks_alone() -> None:
    assert 'srcdoc=""' in declutter.clean(DATA).xray().html


def test_a_notebook_shows_it_in_a_frame_that_is_not_of_the_notebook(tmp_path: Path) -> None:
    picture = declutter.xray(DATA)
    shown = picture._repr_html_()
    assert shown.startswith("<iframe")
    assert 'sandbox="allow-scripts"' in shown
    assert unescape(re.search(r'srcdoc="([^"]*)"', shown).group(1)) == picture.html
    assert len(repr(picture)) < 100
    picture.save(tmp_path / "xray.html")
    assert (tmp_path / "xray.html").read_text(encoding="utf-8") == picture.html


def test_text_stays_text() -> None:
    text = 'He wrote <script>alert(1)</script> & "$policy" ${title} on it, and </pre></style> too.'
    picture = declutter.xray(text, input_format="text").html
    assert "<script>alert" not in picture
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in picture
    assert "$policy" in picture


def test_an_empty_page_is_a_picture_too() -> None:
    for data in ("", "<html></html>", b"\n"):
        assert "<b>0</b> words kept" in declutter.xray(data).html


def test_options_reach_the_cleaner() -> None:
    assert "product, read as HTML" in declutter.xray(DATA, page_type="product").html
    with pytest.raises(declutter.InvalidOption):
        declutter.xray(DATA, favor="luck")


def test_every_family_of_a_rule_has_a_name_and_a_look() -> None:
    names = [family.name for family in FAMILIES]
    assert len(set(names)) == len(names)
    assert {rule.family for rule in RULES} <= {*names, KEPT.name}
    looks = {(family.hue, family.pattern) for family in FAMILIES}
    assert len(looks) == len(FAMILIES)
    assert len({family.label for family in (*FAMILIES, KEPT)}) == len(FAMILIES) + 1


def test_a_family_that_nobody_knows_is_shown_by_its_name_and_breaks_nothing() -> None:
    doc = declutter.clean("<p>A sentence of a page that is to go, for a strange reason.</p>")
    strange = '"</style><script>x'
    doc.blocks[0].verdict = declutter.Verdict(False, 0.5, "r", "because", strange)
    assert family_of(doc.blocks[0].verdict).label == strange
    picture = doc.xray().html
    assert picture.count("<script") == picture.count("</style>") == 1
