"""Markdown becomes blocks: the events of a CommonMark parser, put together to a Page.

The parser is pulldown-cmark, by way of pyromark: its time grows linearly with the text, however
deeply that nests, and it does not recurse.
"""

from __future__ import annotations

from typing import Any, Final

from declutter.deadline import Deadline
from declutter.page import Block, BlockKind, Element, Page, new_block
from declutter.readers.headers import take_headers
from declutter.readers.inline import Inline, InlineText
from declutter.readers.markdown_addresses import mend_addresses
from declutter.readers.markdown_places import Places
from declutter.readers.markup import inline_tag, markup_pieces, parting_tag

_CHECK_EVERY: Final = 4_096
_MARKS: Final = "\n*_`~[<>|!&-+#"
_DEEPEST: Final = 64  # elements nest no deeper than this; what is deeper belongs to the last one
_OPEN_LINK_REACH: Final = 12  # blocks that one link may span, as reader services write cards
_LEVELS: Final = {"H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}


class _Builder:
    """The blocks read so far, the block that is being read, and the containers around it."""

    __slots__ = (
        "blocks",
        "cells",
        "code",
        "elements",
        "fresh_item",
        "group",
        "groups",
        "html",
        "inline",
        "kind",
        "language",
        "level",
        "lists",
        "open_link",
        "places",
        "quotes",
        "source",
        "stack",
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
        self.code: list[str] | None = None
        self.language = ""
        self.html: list[str] | None = None
        self.source = -1  # where in the bytes the block begins
        self.open_link = -1  # the block in which a link began that no block has ended
        self.places = places

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
        text = "".join(self.code or []).strip("\n").rstrip()
        self.code = None
        if text:
            self.add(Block(text, "code", group=self.new_group(), detail=self.language))
        self.source = -1

    def end_html(self) -> None:
        """End a block of raw HTML: its tags go, its text stays."""
        parts, self.html = self.html, None
        source = self.source
        pieces = markup_pieces("".join(parts or []))
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
            level = _LEVELS.get(name.upper(), 0) if piece[1] != "/" else 0
            self.kind, self.level = "heading" if level else "paragraph", level
        self.source = source
        self.flush()
        self.kind, self.level = "paragraph", 0


def read_markdown(text: str, *, deadline: Deadline) -> Page:
    """Read Markdown, as `clean_text` leaves it, into a Page.

    Headings, lists, tables, quotes and code are blocks of these kinds; links, images and emphasis
    are spans; lists, tables and quotes are elements too. Tags of HTML are dropped and their text is
    kept, but for comments, scripts and styles. Raises PageTimeout past the deadline.
    """
    from pyromark import Options, events_with_range

    deadline.check_marks(text, _MARKS)
    headers, start = take_headers(text)
    first_line = text.count("\n", 0, start) + 1
    if start:
        text = text[start:]
    options = Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_FOOTNOTES
    text, mended = mend_addresses(text)
    builder = _Builder(Places(text, first_line, mended))
    deadline.check()
    count = 0
    for event, place in events_with_range(text, options=options):
        count += 1
        if count % _CHECK_EVERY == 0:
            deadline.check()
            deadline.check_size(len(builder.blocks), len(builder.elements))
        if isinstance(event, str):
            _read_mark(builder, event)
            continue
        for name, value in event.items():  # one
            if name == "Start":
                _start(builder, value, place["start"])
            elif name == "End":
                _end(builder, value)
            else:
                if builder.source < 0:
                    builder.source = place["start"]
                _read_inline(builder, name, value)
    builder.flush()
    page = Page(format="markdown", blocks=builder.blocks, elements=builder.elements)
    page.declared.headers = headers
    return page


def _read_mark(builder: _Builder, name: str) -> None:
    """Take up an event without content: a break within a block, or a rule between blocks."""
    if name == "SoftBreak":
        builder.inline.text(" ")
    elif name == "HardBreak":
        builder.inline.line_break()
    elif name == "Rule":
        builder.flush()


def _read_inline(builder: _Builder, name: str, value: Any) -> None:
    """Take up an event with content."""
    if name == "Text":
        if builder.code is not None:
            builder.code.append(value)
        else:
            builder.inline.text(value)
    elif name == "Html":
        if builder.html is not None:
            builder.html.append(value)
    elif name == "Code":
        builder.inline.open("code")
        builder.inline.text(value)
        builder.inline.close("code")
    elif name == "InlineHtml":
        inline_tag(builder.inline, value)
    elif name == "FootnoteReference":
        builder.inline.text(f"[{value}]")


def _start(builder: _Builder, value: Any, place: int) -> None:
    """Enter what an event begins."""
    if isinstance(value, str):
        _enter(builder, value, None, place)
    else:
        for name, detail in value.items():  # one
            _enter(builder, name, detail, place)


def _enter(builder: _Builder, name: str, detail: Any, place: int) -> None:
    inline = builder.inline
    if name == "Paragraph":  # what is frequent goes first
        builder.flush()
    elif name == "Link":
        inline.open("link", detail["dest_url"])
    elif name == "Item":
        builder.flush()
        builder.open_element("li")
        builder.fresh_item = True
    elif name == "Image":
        if builder.source < 0:
            builder.source = place
        inline.open_image(detail["dest_url"])
    elif name == "Emphasis":
        inline.open("emphasis")
    elif name == "Strong":
        inline.open("strong")
    elif name == "Strikethrough":
        pass
    elif name == "TableCell":
        inline.take()
    elif name in ("TableHead", "TableRow"):
        builder.cells = []
        builder.source = place
    else:
        builder.flush()
        _start_block(builder, name, detail, place)


def _start_block(builder: _Builder, name: str, detail: Any, place: int) -> None:
    if name == "Heading":
        builder.kind, builder.level = "heading", _LEVELS.get(detail["level"], 6)
    elif name == "List":
        if not builder.lists:
            builder.group = builder.new_group()
        builder.lists.append(0 if detail is None else int(detail))
        builder.open_element("ul" if detail is None else "ol")
    elif name == "BlockQuote":
        builder.quotes += 1
        builder.open_element("blockquote")
    elif name == "Table":
        builder.group = builder.new_group()
        builder.open_element("table")
    elif name == "CodeBlock":
        builder.source = place
        builder.code = []
        fenced = detail.get("Fenced", "") if isinstance(detail, dict) else ""
        builder.language = fenced.split(None, 1)[0].strip("{}.") if fenced.strip() else ""
    elif name == "HtmlBlock":
        builder.source = place
        builder.html = []


def _end(builder: _Builder, value: Any) -> None:
    """Leave what an event ends."""
    name = value if isinstance(value, str) else next(iter(value))
    inline = builder.inline
    if name == "Paragraph":
        builder.flush()
    elif name == "Link":
        inline.close("link")
    elif name == "Item":
        builder.flush()
        builder.end_item()
    elif name == "Image":
        inline.close_image()
    elif name == "Emphasis":
        inline.close("emphasis")
    elif name == "Strong":
        inline.close("strong")
    elif name == "TableCell":
        if builder.cells is not None:
            builder.cells.append(inline.take() or Inline("", []))
    elif name in ("TableHead", "TableRow"):
        builder.end_row(name == "TableHead")
    elif name == "CodeBlock":
        builder.end_code()
    elif name == "HtmlBlock":
        builder.end_html()
    elif name != "Strikethrough":
        builder.flush()
        _end_block(builder, name)


def _end_block(builder: _Builder, name: str) -> None:
    if name == "Heading":
        builder.kind, builder.level = "paragraph", 0
    elif name == "List":
        builder.lists.pop()
        builder.close_element()
        builder.fresh_item = False
    elif name == "BlockQuote":
        builder.quotes -= 1
        builder.close_element()
    elif name == "Table":
        builder.close_element()
