"""Blocks as XML elements: one way through them, in the words of the plain XML or of the TEI."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from declutter.document import Document
from declutter.page import Block, Span
from declutter.render.addresses import image_address, link_address
from declutter.render.inline import pieces, shown_spans
from declutter.render.runs import continues_item, list_depths, runs

_DEEPEST_LIST: Final = 20
_ILLEGAL: Final = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"

Word = tuple[str, dict[str, str]]
"""What something is called: a tag and the attributes that say the rest."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the elements are called; `sections` puts what follows a heading into a div with it."""

    namespace: str | None
    sections: bool
    table: Word
    row: Word
    head_cell: Word
    cell: Word
    code_block: Word
    code: Word
    formula: Word
    strong: Word = ("hi", {"rend": "bold"})
    emphasis: Word = ("hi", {"rend": "italic"})


class XmlWriter:
    """An XML tree under construction; characters that XML cannot hold never get in."""

    def __init__(self, document: Document, words: Vocabulary) -> None:
        from lxml.etree import TreeBuilder

        self._builder: Any = TreeBuilder()  # lxml-stubs know no nsmap
        self._words = words
        self._prefix = f"{{{words.namespace}}}" if words.namespace else ""
        self._shown = shown_spans(document)
        self._base = document.base
        self._open: list[str] = []

    def start(self, tag: str, attributes: dict[str, str | None] | None = None) -> None:
        """Open an element; an attribute without a value is left out, "xml:" is understood."""
        known = {
            name.replace("xml:", _XML): legal(value).replace("\n", " ").replace("\t", " ")
            for name, value in (attributes or {}).items()
            if value
        }
        nsmap = {None: self._words.namespace} if self._words.namespace and not self._open else None
        self._open.append(self._prefix + tag)
        self._builder.start(self._open[-1], known, nsmap)

    def end(self, *, line: bool = False) -> None:
        """Close the element that was opened last; `line` starts a new line after it."""
        self._builder.end(self._open.pop())
        if line:
            self._builder.data("\n")

    def text(self, text: str) -> None:
        """Add text."""
        self._builder.data(legal(text))

    def leaf(
        self, tag: str, text: str = "", attributes: dict[str, str | None] | None = None
    ) -> None:
        """An element with nothing but text, on a line of its own."""
        self.start(tag, attributes)
        self.text(text)
        self.end(line=True)

    def finish(self) -> str:
        """The tree as XML text."""
        from lxml.etree import tostring

        while self._open:
            self.end()
        text: str = tostring(self._builder.close(), encoding="unicode")
        return text

    def blocks(self, blocks: list[Block]) -> None:
        """Add blocks: headings, lists, tables and the like."""
        levels: list[int] = []
        for run in runs(blocks):
            kind = run[0].kind
            if kind == "heading":
                for block in run:
                    self._heading(block, levels)
            elif kind == "list_item":
                self._list(run)
            elif kind == "table_row":
                self._table(run)
            elif kind == "code":
                self._start_word(self._words.code_block, language=run[0].detail)
                self.text("\n".join(block.text for block in run))
                self.end(line=True)
            else:
                self._paragraph(run)
        for _ in levels:
            self.end(line=True)

    def _heading(self, block: Block, levels: list[int]) -> None:
        level = min(max(block.level, 1), 6)
        if self._words.sections:
            while levels and levels[-1] >= level:
                levels.pop()
                self.end(line=True)
            levels.append(level)
            self.start("div", {"type": "section"})
        self.start("head", {"rend": f"h{level}"})
        self._inline(block)
        self.end(line=True)

    def _paragraph(self, run: list[Block]) -> None:
        kind = run[0].kind
        if kind == "quote":
            self.start("quote")
        self.start("p", {"rend": "caption" if kind == "caption" else None})
        for number, block in enumerate(run):
            if number:
                self._line_break()
            self._inline(block)
        self.end(line=kind != "quote")
        if kind == "quote":
            self.end(line=True)

    def _list(self, run: list[Block]) -> None:
        opened: list[str] = []
        before: Block | None = None
        for block, depth in zip(run, list_depths(run, _DEEPEST_LIST), strict=True):
            if before is not None and continues_item(block, before):
                self._line_break()
                self._inline(block)
                continue
            rend = "ordered" if block.ordinal > 0 else "bulleted"
            while len(opened) > depth + 1:
                self._end_list(opened)
            if len(opened) == depth + 1:
                if opened[-1] == rend:
                    self.end(line=True)
                else:
                    self._end_list(opened)
            if len(opened) <= depth:
                self.start("list", {"rend": rend})
                self.text("\n")
                opened.append(rend)
            self.start("item", {"n": str(block.ordinal) if block.ordinal > 0 else None})
            self._inline(block)
            before = block
        while opened:
            self._end_list(opened)

    def _end_list(self, opened: list[str]) -> None:
        opened.pop()
        self.end(line=True)
        self.end(line=True)

    def _table(self, run: list[Block]) -> None:
        self._start_word(self._words.table)
        self.text("\n")
        for block in run:
            cell = self._words.head_cell if block.detail == "th" else self._words.cell
            self._start_word(self._words.row)
            self._start_word(cell)
            self._inline(block, cell)
            self.end()
            self.end(line=True)
        self.end(line=True)

    def _inline(self, block: Block, cell: Word | None = None) -> None:
        """The text of a block with its spans; in a table row a tab starts a new cell."""
        written: list[bool] = []
        for piece in pieces(block, self._shown, "\n" if cell is None else "\t"):
            span = piece.span
            if piece.kind == "text":
                self.text(piece.text)
            elif piece.kind == "break":
                if cell is None:
                    self._line_break()
                else:
                    self.end()
                    self._start_word(cell)
            elif piece.kind == "close":
                if written.pop():
                    self.end()
            elif span is None:
                continue
            elif piece.kind == "atom":
                self._atom(piece.text, span)
            else:
                written.append(self._start_span(span))

    def _start_span(self, span: Span) -> bool:
        """Open the element of a span; False where there is none, an address not being safe."""
        if span.kind != "link":
            self._start_word(self._words.strong if span.kind == "strong" else self._words.emphasis)
            return True
        address = link_address(span.target, self._base)
        if address is not None:
            self.start("ref", {"target": address})
        return address is not None

    def _atom(self, text: str, span: Span) -> None:
        if span.kind == "image":
            address = image_address(span.target, self._base)
            if address is not None:
                self.start("graphic", {"url": address, "n": text})
                self.end()
            elif span.start < span.end:
                self.text(text)
            return
        self._start_word(self._words.code if span.kind == "code" else self._words.formula)
        self.text(span.target or text if span.kind == "math" else text)
        self.end()

    def _line_break(self) -> None:
        self.start("lb")
        self.end()

    def _start_word(self, word: Word, language: str = "") -> None:
        tag, attributes = word
        known: dict[str, str | None] = dict(attributes)
        if language:
            known["n"] = language
        self.start(tag, known)


def legal(text: str) -> str:
    """The text without the characters that XML 1.0 has no place for."""
    return _ILLEGAL.sub("", text)
