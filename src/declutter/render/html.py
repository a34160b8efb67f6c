"""HTML: few elements, no attribute but an address, a language or a number, all text escaped."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from declutter.document import Document
from declutter.page import Block, Span, SpanKind
from declutter.render.addresses import image_address, link_address
from declutter.render.inline import pieces, shown_spans
from declutter.render.runs import continues_item, list_depths, runs
from declutter.render.text import body_blocks, comment_blocks

_DEEPEST_LIST: Final = 20
_NOT_A_LANGUAGE: Final = re.compile(r"[^\w+#.-]+")
_TAGS: Final = {"strong": "strong", "emphasis": "em"}


def render_html(document: Document) -> str:
    """The body as a safe fragment; the readers' comments in a section after it, where shown."""
    shown = shown_spans(document)
    html = _blocks(body_blocks(document), shown, document.base)
    comments = comment_blocks(document) if document.with_comments else []
    if comments:
        html += f"<section>\n{_blocks(comments, shown, document.base)}</section>\n"
    return html


def render_html_page(document: Document) -> str:
    """The body as a whole HTML document, the metadata in its head."""
    metadata = document.metadata
    named = [
        *(("name", "author", author) for author in metadata.authors),
        ("name", "description", metadata.description),
        ("name", "keywords", ", ".join(metadata.tags) or None),
        ("property", "og:site_name", metadata.site_name),
        ("property", "article:published_time", metadata.published),
        ("property", "article:modified_time", metadata.modified),
        ("property", "article:section", metadata.section),
        ("property", "og:image", metadata.image),
    ]
    head = ['<meta charset="utf-8">', f"<title>{escape(metadata.title or '')}</title>"]
    head += [
        f'<meta {key}="{name}" content="{escape(value)}">' for key, name, value in named if value
    ]
    address = link_address(metadata.url or "", None)
    if address is not None:
        head.append(f'<link rel="canonical" href="{escape(address)}">')
    language = f' lang="{escape(metadata.language)}"' if metadata.language else ""
    lines = "\n".join(head)
    return (
        f"<!DOCTYPE html>\n<html{language}>\n<head>\n{lines}\n</head>\n"
        f"<body>\n{render_html(document)}</body>\n</html>\n"
    )


def _blocks(blocks: list[Block], shown: frozenset[SpanKind], base: str | None) -> str:
    return "".join(_run(run, shown, base) for run in runs(blocks))


def _run(run: list[Block], shown: frozenset[SpanKind], base: str | None) -> str:
    block = run[0]
    if block.kind == "list_item":
        return _list(run, shown, base)
    if block.kind == "table_row":
        return _table(run, shown, base)
    if block.kind == "code":
        return _code(run)
    if block.kind == "heading":
        return "".join(_heading(block, shown, base) for block in run)
    text = "<br>\n".join(part for block in run if (part := _inline(block, shown, base)))
    if not text:
        return ""
    if block.kind == "quote":
        return f"<blockquote>\n<p>{text}</p>\n</blockquote>\n"
    if block.kind == "caption":
        return f"<figure>\n<figcaption>{text}</figcaption>\n</figure>\n"
    return f"<p>{text}</p>\n"


def _heading(block: Block, shown: frozenset[SpanKind], base: str | None) -> str:
    level = min(max(block.level, 1), 6)
    text = _inline(block, shown, base)
    return f"<h{level}>{text}</h{level}>\n" if text else ""


def _code(run: list[Block]) -> str:
    code = "\n".join(block.text for block in run)
    language = _NOT_A_LANGUAGE.sub("", run[0].detail)[:40]
    name = f' class="language-{language}"' if language else ""
    # A parser drops the first line break in pre, so that one of the code's own needs another.
    lead = "\n" if code.startswith("\n") else ""
    return f"<pre>{lead}<code{name}>{_escape(code)}</code></pre>\n"


def _list(run: list[Block], shown: frozenset[SpanKind], base: str | None) -> str:
    parts: list[str] = []
    opened: list[str] = []
    before: Block | None = None
    for block, depth in zip(run, list_depths(run, _DEEPEST_LIST), strict=True):
        text = _inline(block, shown, base)
        if not text:
            continue
        if before is not None and continues_item(block, before):
            parts.append(f"<p>{text}</p>")
            continue
        tag = "ol" if block.ordinal > 0 else "ul"
        while len(opened) > depth + 1:
            parts.append(f"</li>\n</{opened.pop()}>")
        if len(opened) == depth + 1:
            parts.append("</li>\n")
            if opened[-1] != tag:
                parts.append(f"</{opened.pop()}>\n")
        if len(opened) <= depth:
            start = f' start="{block.ordinal}"' if block.ordinal > 1 else ""
            lead = "\n" if opened else ""
            parts.append(f"{lead}<{tag}{start}>\n")
            opened.append(tag)
        parts.append(f"<li>{text}")
        before = block
    while opened:
        parts.append(f"</li>\n</{opened.pop()}>")
    return "".join(parts) + "\n" if parts else ""


def _table(run: list[Block], shown: frozenset[SpanKind], base: str | None) -> str:
    heads = 0
    while heads < len(run) and run[heads].detail == "th":
        heads += 1
    head = "".join(_row(block, "th", shown, base) for block in run[:heads])
    body = "".join(_row(block, "td", shown, base) for block in run[heads:])
    head = head and f"<thead>\n{head}</thead>\n"
    body = body and f"<tbody>\n{body}</tbody>\n"
    return f"<table>\n{head}{body}</table>\n"


def _row(block: Block, tag: str, shown: frozenset[SpanKind], base: str | None) -> str:
    cells = _inline(block, shown, base, "\t").split("\t")
    row = "".join(f"<{tag}>{cell.strip()}</{tag}>" for cell in cells)
    return f"<tr>{row}</tr>\n"


def _inline(
    block: Block, shown: frozenset[SpanKind], base: str | None, break_at: str = "\n"
) -> str:
    parts: list[str] = []
    closing: list[str] = []
    for piece in pieces(block, shown, break_at):
        span = piece.span
        if piece.kind == "text":
            parts.append(_escape(piece.text if break_at == "\n" else piece.text.replace("\n", " ")))
        elif piece.kind == "break":
            parts.append("\t" if break_at == "\t" else "<br>\n")
        elif piece.kind == "close":
            parts.append(closing.pop())
        elif span is None:
            continue
        elif piece.kind == "atom":
            parts.append(_atom(piece.text, span, base))
        elif span.kind == "link":
            address = link_address(span.target, base)
            parts.append(f'<a href="{escape(address)}">' if address is not None else "")
            closing.append("</a>" if address is not None else "")
        else:
            parts.append(f"<{_TAGS[span.kind]}>")
            closing.append(f"</{_TAGS[span.kind]}>")
    return "".join(parts)


def _atom(text: str, span: Span, base: str | None) -> str:
    if span.kind == "code":
        return f"<code>{_escape(text)}</code>"
    if span.kind == "math":
        formula = f"\\({span.target}\\)" if span.target else text
        return f'<span class="math">{_escape(formula)}</span>'
    address = image_address(span.target, base)
    if address is not None:
        return f'<img src="{escape(address)}" alt="{escape(text)}">'
    return _escape(text) if span.start < span.end else ""


def _escape(text: str) -> str:
    return escape(text, quote=False)
