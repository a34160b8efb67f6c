"""Techniques of script injection, one by one: none is active in any form of the output."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from turbohtml import parse_fragment

import declutter
from declutter.document import Document
from declutter.page import KEPT_UNJUDGED
from declutter.render.html import render_html_page
from tests.hostile.inputs.kinds import LAST, page

TECHNIQUES: dict[str, str] = {
    technique["name"]: technique["html"]
    for technique in tomllib.loads(
        Path(__file__).with_name("scripts.toml").read_text(encoding="utf-8")
    )["technique"]
}
ATTRIBUTES = {"href", "src", "alt", "start", "class", "lang", "charset", "name", "property"}
ATTRIBUTES |= {"content", "rel"}
ELEMENTS = set(
    "html head title meta link body h1 h2 h3 h4 h5 h6 p br ul ol li blockquote section table thead "
    "tbody tr th td pre code figure figcaption a img strong em span div".split()
)
SCHEMES = ("http://", "https://", "mailto:", "/")
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
PLACES = {
    "in an article": lambda attack: page(f"<h1>Notes</h1><p>{LAST}</p>{attack}<p>{LAST}</p>"),
    "alone": lambda attack: attack.encode(),
    "in a cell": lambda attack: page(f"<p>{LAST}</p><table><tr><td>a<td>{attack}</table>"),
    "in a link": lambda attack: page(f"<p>{LAST} <a href=/x>see {attack}</a></p>"),
}


def everything_of(data: bytes) -> Document:
    """The page with every block, link and picture shown, whatever the judge would say."""
    doc = declutter.clean(
        data,
        url="https://example.com/a",
        input_format="html",
        links=True,
        images=True,
        comments=True,
    )
    for block in doc.blocks:
        block.verdict = KEPT_UNJUDGED
    return doc


def assert_harmless(html: str) -> None:
    """By two parsers that differ: known elements, known attributes, addresses that run nothing."""
    whole = lxml_html.document_fromstring(html) if html.strip() else []
    found = [(str(node.tag), dict(node.attrib)) for node in whole.iter()] if len(whole) else []
    for node in parse_fragment(html).select("*"):
        found.append((node.tag, {key: str(value) for key, value in node.attrs.items()}))
    for tag, attributes in found:
        assert tag in ELEMENTS, tag
        assert set(attributes) <= ATTRIBUTES, attributes
        for key in ("href", "src"):
            assert attributes.get(key, "/").startswith(SCHEMES), attributes


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", TECHNIQUES)
def test_no_technique_is_active(name: str, place: str) -> None:
    doc = everything_of(PLACES[place](TECHNIQUES[name]))
    assert_harmless(doc.html)
    assert_harmless(render_html_page(doc))
    assert_harmless(MARKDOWN.render(doc.markdown))
    for token in MARKDOWN.parse(doc.markdown):
        for each in (token, *(token.children or ())):
            assert not each.type.startswith("html"), each.content


@pytest.mark.parametrize("name", TECHNIQUES)
@pytest.mark.parametrize("form", ["markdown", "text"])
def test_no_technique_is_active_in_markdown_or_text(name: str, form: str) -> None:
    attack = f"# Notes\n\n{LAST}\n\n{TECHNIQUES[name]}\n\n{LAST}\n"
    doc = declutter.clean(
        attack, url="https://example.com/a", input_format=form, links=True, images=True
    )
    for block in doc.blocks:
        block.verdict = KEPT_UNJUDGED
    assert_harmless(doc.html)
    assert_harmless(MARKDOWN.render(doc.markdown))


@pytest.mark.parametrize(
    "target",
    [
        "javascript:pwned()",
        "JAVASCRIPT&colon;pwned()",
        "java&#10;script:pwned()",
        "data:text/html,x",
    ],
)
def test_links_of_markdown_that_run(target: str) -> None:
    for written in (
        f"[word]({target})",
        f"[word](<{target}>)",
        f"![word]({target})",
        f"<{target}>",
    ):
        for text in (
            f"# Notes\n\n{LAST} {written}\n",
            f"# N\n\n{LAST} [word][a]\n\n[a]: {target}\n",
        ):
            doc = declutter.clean(text, input_format="markdown", links=True, images=True)
            assert_harmless(doc.html)
            assert_harmless(MARKDOWN.render(doc.markdown))


def test_the_test_sees_what_is_active() -> None:
    for html in ("<p onclick=x>a</p>", "<p><a href='javascript:x'>a</a></p>", "<p><svg></svg></p>"):
        with pytest.raises(AssertionError):
            assert_harmless(html)
