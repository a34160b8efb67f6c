"""Blocks of Markdown, put together from what a parser says of them one by one."""

from __future__ import annotations

from typing import Final

from declutter.page import Block, BlockKind, Element, new_block
from declutter.readers.inline import Inline, InlineText
from declutter.readers.markdown_code import Code, is_misread
from declutter.readers.markdown_places import Places
from declutter.readers.markup import inline_tag, markup_pieces, parting_tag, unclosed_mark

_DEEPEST: Final = 64  # elements nest no deeper than this; what is deeper belongs to the last one
_OPEN_LINK_REACH: Final = 12  # blocks that one link may span, as reader services write cards
_MOST_MISREAD: Final = 3  # lists within lists that look like code
LEVELS: Final = {"H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}


class Builder:
    """The blocks read so far, the block that is being read, and the containers around it."""

    __slots__ = (
        "blocks",
        "cells",
        "code",
        "depth",
        "elements",
        "fresh_item",
        "group",
        "groups",
        "html",
        "inline",
        "kind",
        "level",
        "lists",
        "misread",
        "open_link",
        "places",
        "quotes",
        "source",
        "stack",
        "unclosed",
    )

    def __init__(self, places: Places) -> None:
        self.blocks: list[Block] = []
        self.elements: list[Element] = []
        self.stack: list[int] = []  # indices of the open elements
        self.lists: list[int] = []  # of each open list the number of its next item, 0 for bullets
        self.quotes = 0
        self.groups = 0  # how many groups there are
        self.group = 0  # the group of the outermost open list, or of the open table
        self.fresh_item = False  # nothing of the innermost item is read yet
        self.kind: BlockKind = "paragraph"
        self.level = 0
        self.inline = InlineText()
        self.cells: list[Inline] | None = None  # of the open table row
        self.code: Code | None = None
        self.misread: Code | None = None
        self.depth = 0  # of what looks like code and is read as what it is
        self.html: list[str] | None = None
        self.source = -1  # where in the bytes the block begins
        self.open_link = -1  # the block in which a link began that no block has ended
        self.places = places
        self.unclosed = ""  # the mark of a block of raw HTML that nothing closes

    def open_element(self, tag: str) -> None:
        """Enter a container of blocks."""
        if len(self.stack) >= _DEEPEST:
            self.stack.append(self.stack[-1])
            return
        parent = self.stack[-1] if self.stack else -1
        self.elements.append(Element(tag, parent, (), len(self.stack), len(self.blocks)))
        self.stack.append(len(self.elements) - 1)

    def close_element(self) -> None:
        """Leave the innermost container."""
        index = self.stack.pop()
        self.elements[index].last = len(self.blocks)

    def new_group(self) -> int:
        self.groups += 1
        return self.groups

    def add(self, block: Block) -> None:
        block.element = self.stack[-1] if self.stack else -1
        if self.source >= 0:
            block.line, block.column = self.places.place(self.source)
        self.blocks.append(block)
        self.source = -1

    def flush(self) -> None:
        """End the block that is being read, and start another."""
        inline = self.inline.take()
        if inline is None:
            self.source = -1
            return
        kind, level, group, ordinal = self.kind, self.level, 0, 0
        if kind == "paragraph":
            if self.lists:
                if self.fresh_item:
                    kind, level, group = "list_item", len(self.lists), self.group
                    ordinal = self.lists[-1]
                    self.fresh_item = False
            elif self.quotes:
                kind = "quote"
        self._mend_link(inline)
        if "**" in inline.text:
            inline.mend_strong()
        if not inline.text:
            self.source = -1
            return
        self.add(
            new_block(
                inline.text,
                kind,
                level,
                inline.spans(),
                None,
                "page",
                -1,
                group,
                inline.link_length(),
                ordinal,
                "",
                False,
                (),
            )
        )

    def _mend_link(self, inline: Inline) -> None:
        """Put together a link whose text has blank lines, as reader services write cards.

        Markdown knows no such link: its bracket stays in the first block, its address in the last.
        """
        if inline.text.startswith("[") and "]" not in inline.text:
            inline.cut(0, 1)
            self.open_link = len(self.blocks)
            return
        if "]" not in inline.text or "](" not in inline.text:  # most have no bracket at all
            return
        target = inline.cut_dangling_target()
        if target is None:
            return
        inline.link_all(target)
        if 0 <= len(self.blocks) - self.open_link <= _OPEN_LINK_REACH and self.open_link >= 0:
            for index in range(self.open_link, len(self.blocks)):
                block = self.blocks[index]
                part = Inline(block.text, list(block.spans))
                part.link_all(target)
                block.spans = part.spans()
                block.link_length = part.link_length()
        self.open_link = -1

    def end_item(self) -> None:
        """Leave an item of a list; the next one has the next number."""
        self.close_element()
        self.fresh_item = False
        if self.lists[-1]:
            self.lists[-1] += 1

    def end_row(self, head: bool) -> None:
        """End a row of a table."""
        cells, self.cells = self.cells, None
        if not cells or not any(cell.text for cell in cells):
            self.source = -1
            return
        row = Inline("", [])
        for index, cell in enumerate(cells):
            row.append(cell, "\t" if index else "")
        self.add(
            Block(
                row.text.rstrip(),
                "table_row",
                0,
                row.spans(),
                group=self.group,
                link_length=row.link_length(),
                detail="th" if head else "",
            )
        )

    def end_code(self) -> None:
        """End a block of code; what only looks like it is left to be read."""
        code, self.code = self.code, None
        if code is not None and self.depth < _MOST_MISREAD and is_misread(code):
            self.misread = code
        elif code is not None:
            text = "".join(code.parts).strip("\n").rstrip()
            if text:
                self.add(Block(text, "code", group=self.new_group(), detail=code.language))
        self.source = -1

    def end_html(self) -> None:
        """End a block of raw HTML: its tags go, its text stays."""
        parts, self.html = self.html, None
        source = self.source
        html = "".join(parts or [])
        self.unclosed = self.unclosed or unclosed_mark(html)
        pieces = markup_pieces(html)
        for index, piece in enumerate(pieces):
            if index % 2 == 0:
                self.inline.text(piece)
                continue
            name = parting_tag(piece)
            if name is None:
                inline_tag(self.inline, piece)
                continue
            self.source = source
            self.flush()
            level = LEVELS.get(name.upper(), 0) if piece[1] != "/" else 0
            self.kind, self.level = "heading" if level else "paragraph", level
        self.source = source
        self.flush()
        self.kind, self.level = "paragraph", 0
