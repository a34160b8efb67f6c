"""Scripts written for readability-lxml run with the import changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

import declutter
from declutter.compat.readability import Document

PAGE = (
    Path(__file__).resolve().parents[2] / "fixtures" / "html-news-full" / "page.html"
).read_text("utf-8")


def test_summary_is_the_article_as_html() -> None:
    document = Document(PAGE, url="https://gazette.example.com/news/tidal-pool-approved")
    tree = html.document_fromstring(document.summary())
    assert "A tidal pool will be built" in tree.text_content()
    assert "Most read" not in tree.text_content()
    assert "https://swimmers.example.org/" in tree.xpath("//a/@href")
    assert document.summary(html_partial=True).startswith("<div>")


def test_titles_and_author() -> None:
    document = Document(PAGE, min_text_length=10, retry_length=100)
    assert document.short_title().startswith("Brackwater council approves")
    assert document.title().startswith("Brackwater council approves")
    assert document.author() == "Moira Penhallow"
    assert Document("<p></p>").title() == ""


def test_what_has_no_counterpart_is_refused() -> None:
    with pytest.raises(declutter.InvalidOption, match="site rule"):
        Document(PAGE, negative_keywords=["promo"])
    with pytest.raises(TypeError, match="keywrods"):
        Document(PAGE, keywrods=[])
