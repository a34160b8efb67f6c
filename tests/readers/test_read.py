"""The way from data of any kind to a page."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from lxml import etree, html

from declutter.deadline import Deadline
from declutter.errors import InputTooLarge, InvalidOption, UnsupportedInput
from declutter.page import Page
from declutter.readers import read

HTML = (
    "<!DOCTYPE html><html><head><title>Ébb</title></head><body><h1>Ébb</h1><p>It goes.</p></body>"
)


def page(data: Any, **options: Any) -> Page:
    known: dict[str, Any] = {
        "url": None,
        "input_format": None,
        "charset": None,
        "max_bytes": 20_000_000,
        "deadline": Deadline(None),
    }
    return read(data, **{**known, **options})


def texts(data: Any, **options: Any) -> list[str]:
    return [block.text for block in page(data, **options).blocks]


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_every_kind_of_bytes(kind: type) -> None:
    assert texts(kind(HTML.encode())) == ["Ébb", "It goes."]
    assert texts(kind("Ébb\n\nIt goes.".encode())) == ["Ébb", "It goes."]


def test_the_format_is_told_and_can_be_given() -> None:
    assert page(HTML).format == "html"
    assert page("# Ebb\n\nIt goes.\n").format == "markdown"
    assert page("Ebb\n\nIt goes.\n").format == "text"
    assert texts("*Ebb* & flood", input_format="markdown") == ["Ebb & flood"]
    assert texts("*Ebb* & flood", input_format="text") == ["*Ebb* & flood"]
    assert texts("*Ebb* &amp; flood", input_format="html") == ["*Ebb* & flood"]
    with pytest.raises(InvalidOption, match="markdown"):
        page("x", input_format="word")


@pytest.mark.parametrize(
    "encoding",
    ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"],
)
def test_html_in_wide_encodings(encoding: str) -> None:
    assert texts(HTML.encode(encoding)) == ["Ébb", "It goes."]


def test_url_and_encoding_are_kept() -> None:
    found = page("Möwe".encode("latin-1"), url="https://example.com/a", charset="latin-1")
    assert found.url == "https://example.com/a"
    assert found.encoding == "cp1252"
    assert found.blocks[0].text == "Möwe"
    assert page("Möwe").encoding is None


@pytest.mark.parametrize("given", [None, "html", "text", "markdown"])
def test_binary_data_is_refused_whatever_is_said(given: str | None) -> None:
    with pytest.raises(UnsupportedInput, match="PNG"):
        page(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", input_format=given)


def test_trees_of_lxml() -> None:
    root = html.fromstring(HTML)
    before = etree.tostring(root)
    for tree in (root, root.getroottree(), root.find("body")):
        found = page(tree, url="https://example.com/a")
        assert found.format == "html"
        assert found.url == "https://example.com/a"
        assert [block.text for block in found.blocks] == ["Ébb", "It goes."]
    assert etree.tostring(root) == before


@pytest.mark.parametrize("data", [None, 7, 1.5, [], {}, ["page"], object(), Exception("x")])
def test_data_of_another_type_is_a_type_error(data: Any) -> None:
    with pytest.raises(TypeError, match=type(data).__name__):
        page(data)


def test_size_is_measured_in_bytes() -> None:
    assert texts("é" * 50, max_bytes=100) == ["é" * 50]
    with pytest.raises(InputTooLarge, match="101 bytes"):
        page("é" * 50 + "x", max_bytes=100)
    with pytest.raises(InputTooLarge, match="max_bytes=100"):
        page(b"x" * 101, max_bytes=100)
    with pytest.raises(InputTooLarge):
        page("\ud800" * 50, max_bytes=100)


def test_text_needs_no_parser() -> None:
    code = (
        "import sys; from declutter.readers import read; from declutter.deadline import Deadline\n"
        "read('Ebb', url=None, input_format=None, charset=None, max_bytes=9,"
        " deadline=Deadline(None))\n"
        "print(sorted({'lxml', 'turbohtml', 'yaml', 'pyromark', 'trafilatura'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
