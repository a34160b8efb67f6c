"""What rendering costs grows with the document, whatever its shape."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from declutter.document import Document
from declutter.page import Block, Span, SpanKind
from declutter.render.html import render_html
from declutter.render.markdown import render_markdown
from declutter.render.tei import render_tei
from declutter.render.text import render_text
from declutter.render.xml import render_xml
from tests.render.documents import document

KINDS: tuple[SpanKind, ...] = ("link", "strong", "emphasis", "code", "image", "math")
SHAPES: dict[str, Callable[[int], list[Block]]] = {
    "spans in spans": lambda n: [
        Block("x" * n, spans=tuple(Span(i, n - i, KINDS[i % 6], "/a") for i in range(n // 2)))
    ],
    "spans beside spans": lambda n: [
        Block("x " * n, spans=tuple(Span(2 * i, 2 * i + 1, KINDS[i % 6], "/a") for i in range(n)))
    ],
    "spans at one point": lambda n: [
        Block("x", spans=tuple(Span(0, 0, "image", f"/{i}") for i in range(n)))
    ],
    "a list ever deeper": lambda n: [
        Block("x", "list_item", level=i + 1, group=1) for i in range(n)
    ],
    "a ragged table": lambda n: [
        Block("x\t" * n, "table_row", group=1),
        *(Block("x", "table_row", group=1) for _ in range(n)),
    ],
    "emphasis over many cells": lambda n: [
        Block("x\t" * n + "x", "table_row", group=1, spans=(Span(0, 2 * n + 1, "strong"),))
    ],
    "what is escaped": lambda n: [
        Block(mark * n) for mark in ("`", "_", "&", "&#", "<", "\\", "!", "$", "# x\n", "|\n")
    ],
    "addresses": lambda n: [
        Block("x", spans=(Span(0, 1, "link", mark * n),)) for mark in (":", "&", "&#", "/", "../")
    ],
    "formulas": lambda n: [
        Block("x", spans=(Span(0, 1, "math", mark * n),)) for mark in ("\\", "\\x", "<a", "](", "`")
    ],
}
RENDERERS = (render_text, render_markdown, render_html, render_tei, render_xml)


def cost(render: Callable[[Document], str], doc: Document) -> float:
    """Processor seconds, the least of three times."""
    times = []
    for _ in range(3):
        start = time.process_time()
        render(doc)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("render", RENDERERS, ids=lambda render: render.__name__)
@pytest.mark.parametrize("shape", SHAPES)
def test_eight_times_the_document_costs_no_more_than_in_proportion(
    shape: str, render: Callable[[Document], str]
) -> None:
    options = {"show_links": True, "show_images": True, "base": "https://example.com/"}
    small = cost(render, document(*SHAPES[shape](2000), **options))
    large = cost(render, document(*SHAPES[shape](16000), **options))
    assert large <= 8 * 2.5 * small + 0.01
