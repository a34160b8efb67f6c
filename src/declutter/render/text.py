"""Plain text: no markup, whatever the input was."""

from __future__ import annotations

from declutter.document import Document
from declutter.page import Block


def render_text(document: Document) -> str:
    """The body without its title; the readers' comments after it where the document shows them.

    Blocks are parted by a blank line, neighbours of one list, table, verse or code by a newline.
    """
    text = _join(body_blocks(document))
    if not document.with_comments:
        return text
    comments = render_comments(document)
    return f"{text}\n\n{comments}" if text and comments else text or comments


def render_comments(document: Document) -> str:
    """The readers' comments as plain text, empty where there are none."""
    return _join(comment_blocks(document))


def body_blocks(document: Document) -> list[Block]:
    """The blocks that every renderer shows as the body."""
    body: list[Block] = []
    show_tables = document.show_tables
    for block in document.blocks:
        if block.verdict.keep and (show_tables or block.kind != "table_row"):
            body.append(block)
    return body


def comment_blocks(document: Document) -> list[Block]:
    """What readers wrote under the article: blocks that went because they are comments."""
    comments: list[Block] = []
    for block in document.blocks:
        if not block.verdict.keep and block.verdict.family == "comments":
            comments.append(block)
    return comments


def _join(blocks: list[Block]) -> str:
    parts: list[str] = []
    previous = 0
    for block in blocks:
        if not block.text:
            continue
        if parts:
            parts.append("\n" if block.group and block.group == previous else "\n\n")
        parts.append(block.text)
        previous = block.group
    return "".join(parts)
