"""Markdown: headings, lists, tables, code and emphasis in CommonMark, tables as GitHub has them."""

from __future__ import annotations

import re
from typing import Final

from declutter.document import Document
from declutter.page import Block, SpanKind
from declutter.render.inline import shown_spans
from declutter.render.markdown_inline import escape_line_start, fence_for, inline_markdown
from declutter.render.runs import continues_item, list_depths, runs
from declutter.render.text import body_blocks, comment_blocks

_DEEPEST_LIST: Final = 9
_LAST_ORDINAL: Final = 999_999_999
_NOT_A_LANGUAGE: Final = re.compile(r"[^\w+#.-]+")
_HARD_BREAK: Final = "  \n"


def render_markdown(document: Document) -> str:
    """The body as Markdown; the readers' comments after it where the document shows them."""
    shown = shown_spans(document)
    blocks = body_blocks(document)
    if document.with_comments:
        blocks = blocks + comment_blocks(document)
    parts: list[str] = []
    other_marker = False
    before: Block | None = None
    for run in runs(blocks):
        block = run[0]
        is_list = block.kind == "list_item"
        other_marker = (
            is_list and before is not None and before.kind == "list_item" and not other_marker
        )
        part = _run(run, shown, document.base, other_marker)
        if part:
            parts.append(part)
            before = block
    return "\n\n".join(parts)


def _run(run: list[Block], shown: frozenset[SpanKind], base: str | None, other_marker: bool) -> str:
    kind = run[0].kind
    if kind == "list_item":
        return _list(run, shown, base, other_marker)
    if kind == "table_row":
        return _table(run, shown, base)
    if kind == "code":
        return _fence(run)
    if kind == "heading":
        return "\n\n".join(part for block in run if (part := _heading(block, shown, base)))
    lines = [line for block in run for line in _lines(block, shown, base)]
    if kind == "quote" and lines:
        return "> " + f"{_HARD_BREAK}> ".join(lines)
    return _HARD_BREAK.join(lines)


def _heading(block: Block, shown: frozenset[SpanKind], base: str | None) -> str:
    title = " ".join(inline_markdown(block, shown, base)).strip()
    if title.endswith("#"):
        title = f"{title[:-1]}\\#"
    return title and f"{'#' * min(max(block.level, 1), 6)} {title}"


def _lines(block: Block, shown: frozenset[SpanKind], base: str | None) -> list[str]:
    """The lines of a paragraph or a verse; empty ones, which would end it, are left out."""
    lines = inline_markdown(block, shown, base, "\n" if "\n" in block.text else "")
    return [escape_line_start(line) for line in lines if line]


def _fence(run: list[Block]) -> str:
    code = "\n".join(block.text for block in run).replace("\r", "\n")
    if not code.strip():
        return ""
    fence = fence_for(code, 3)
    language = _NOT_A_LANGUAGE.sub("", run[0].detail)[:40]
    return f"{fence}{language}\n{code}\n{fence}"


def _list(
    run: list[Block], shown: frozenset[SpanKind], base: str | None, other_marker: bool
) -> str:
    parts: list[str] = []
    indents: list[int] = []
    ordered: list[bool] = []
    before: Block | None = None
    for block, depth in zip(run, list_depths(run, _DEEPEST_LIST), strict=True):
        lines = _lines(block, shown, base)
        if not lines:
            continue
        depth = min(depth, len(indents))
        if before is not None and continues_item(block, before):
            indent = " " * sum(indents)
            parts.append("\n" + indent + f"{_HARD_BREAK}{indent}".join(lines))
            continue
        goes_on = depth < len(ordered) and ordered[depth]
        del indents[depth:], ordered[depth:]
        if parts and block.ordinal > 1 and not goes_on:
            parts.append("")  # a list that begins with another number than 1 needs a blank line
        marker = _marker(block, other_marker)
        ordered.append(block.ordinal > 0)
        indent = " " * sum(indents)
        indents.append(len(marker))
        within = indent + " " * len(marker)
        parts.append(indent + marker + f"{_HARD_BREAK}{within}".join(lines))
        before = block
    return "\n".join(parts)


def _marker(block: Block, other: bool) -> str:
    if 0 < block.ordinal <= _LAST_ORDINAL:
        return f"{block.ordinal}{')' if other else '.'} "
    return "* " if other else "- "


def _table(run: list[Block], shown: frozenset[SpanKind], base: str | None) -> str:
    rows = [
        [cell.replace("|", "\\|") for cell in inline_markdown(block, shown, base, "\t")]
        for block in run
    ]
    width = max(len(row) for row in rows)
    head = rows.pop(0) if run[0].detail == "th" else []
    head += [""] * (width - len(head))
    lines = [_row(head), _row(["---"] * width)]
    lines += [_row(row) for row in rows]
    return "\n".join(lines)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
