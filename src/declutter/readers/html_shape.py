"""What the text of a place becomes: a heading, an item of a list, a row of a table, code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from declutter.readers.html_nodes import code_language, first_ordinal, is_data_table
from declutter.readers.tags import Tag

if TYPE_CHECKING:
    from declutter.page import BlockKind


class Shape:
    """What the blocks of a place are. Places share it; it is copied where a place differs."""

    __slots__ = ("detail", "group", "hidden", "kind", "level", "ordinal", "pre", "table")

    def __init__(self) -> None:
        self.kind: BlockKind = "paragraph"
        self.level = 0
        self.group = 0
        self.ordinal = 0
        self.detail = ""
        self.hidden = False
        self.pre = False
        self.table = False

    def copy(self) -> Shape:
        shape = Shape()
        shape.kind = self.kind
        shape.level = self.level
        shape.group = self.group
        shape.ordinal = self.ordinal
        shape.detail = self.detail
        shape.hidden = self.hidden
        shape.pre = self.pre
        shape.table = self.table
        return shape


class Shaper:
    """Tells the shape of blocks by the elements around them, and counts lists and their items."""

    def __init__(self) -> None:
        self._ordinals: list[int] = []  # the last item's number of every open list, -1 for none
        self._groups = 0

    def shape(self, node: Any, meant: Tag, outside: Shape) -> Shape:
        """What the blocks of an element are, from its tag and the shape of those around it."""
        shape = outside.copy()
        tag = meant.name
        if meant.level:
            shape.kind = "heading"
            shape.level = meant.level
            shape.group = 0
        elif tag == "li" or tag == "dt" or tag == "dd":
            self._shape_item(shape)
        elif meant.lists:
            self._ordinals.append(first_ordinal(node) if tag == "ol" else -1)
            if len(self._ordinals) == 1:
                shape.group = self._new_group()
        elif tag == "pre":
            if not shape.pre:
                shape.group = self._new_group()
                shape.detail = code_language(node)
            shape.pre = True
            shape.kind = "code"
        elif tag == "blockquote":
            shape.kind = "quote"
        elif tag == "figcaption" or tag == "caption":
            shape.kind = "caption"
            shape.group = 0
            shape.table = False
        elif tag == "table":
            shape.table = is_data_table(node)
            shape.kind = "paragraph"
            if shape.table:
                shape.kind = "table_row"
                shape.group = self._new_group()
        elif tag == "tr":
            shape.detail = ""
        return shape

    def leave_list(self) -> None:
        """A list ends."""
        if self._ordinals:
            self._ordinals.pop()

    def _shape_item(self, shape: Shape) -> None:
        depth = len(self._ordinals)
        shape.kind = "list_item"
        shape.level = max(depth, 1)
        shape.ordinal = 0
        if depth:
            ordinal = self._ordinals[depth - 1]
            if ordinal >= 0:
                self._ordinals[depth - 1] = shape.ordinal = ordinal + 1

    def _new_group(self) -> int:
        self._groups += 1
        return self._groups
