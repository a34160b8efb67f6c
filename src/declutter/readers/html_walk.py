"""One walk over a turbohtml tree: every run of text becomes a block, every container an Element."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from declutter.page import Block, Declared, Element, Origin, SpanKind, new_block, new_element
from declutter.readers.html_declared import Teller, read_meta, read_relation
from declutter.readers.html_nodes import (
    Attributes,
    formula_source,
    tag_place,
)
from declutter.readers.html_shape import Shape, Shaper
from declutter.readers.html_stack import Crowd, Place, new_place, push_children, push_next
from declutter.readers.html_text import BlockText, first_shown
from declutter.readers.tags import (
    BREAK,
    FORMULA,
    IMAGE,
    LINK,
    PLAIN,
    RULE,
    SKIPPED,
    TIME,
    Tag,
    tag_named,
)
from declutter.readers.words import NO_WORDS

if TYPE_CHECKING:
    from declutter.deadline import Deadline

_TEMPLATE_TYPES: Final = frozenset(("text/template", "text/x-template", "text/html"))
_PERMALINK_SIGNS: Final = frozenset(("¶", "#", "§", "🔗", "⚓"))
"""What the link to a heading itself shows; no part of the heading."""
_MOST_MARKS: Final = 24
_CLOSE_SPAN: Final = 1
_CLOSE_CELL: Final = 2
_CLOSE_INLINE: Final = 3
_NODES_BETWEEN_CHECKS: Final = 4096


class Walk:
    """What has been read so far, and what is known of the place where the walk stands."""

    def __init__(self, declared: Declared, deadline: Deadline) -> None:
        self.blocks: list[Block] = []
        self.elements: list[Element] = []
        self.declared = declared
        self.deadline = deadline
        self.linked_data: list[Any] = []
        self.unread: list[Any] = []
        self.states: list[Any] = []
        self._teller = Teller(declared)
        self._attributes = Attributes()
        self._origin: Origin = "page"
        self._on_page = True
        self._line = 0  # where the block in the making begins, 0 for nowhere on the page
        self._column = 0
        self._text = BlockText()
        self._marks = NO_WORDS
        # What stands open around the block in the making.
        self._places: list[Place] = []
        self._shape = Shape()
        self._shaper = Shaper()
        self._late: list[Any] = []

    def read(self, nodes: Any, origin: Origin) -> None:
        """Read nodes, a sequence of turbohtml nodes, in order; blocks get the given origin."""
        from declutter.readers.parser import DocumentFragment, Text
        from declutter.readers.parser import Element as Node

        self._origin = origin
        self._line = 0
        self._column = 0
        self._on_page = origin not in ("json-ld", "state")
        stack: list[Any] = list(nodes)
        stack.reverse()
        until_check = _NODES_BETWEEN_CHECKS
        text = self._text
        while True:
            if not stack:
                self._end_block()
                self._leave_late(stack)
                if not stack:
                    break
            until_check -= 1
            if until_check == 0:
                self.deadline.check()
                self.deadline.check_size(len(self.blocks), len(self.elements) + len(self._places))
                until_check = _NODES_BETWEEN_CHECKS
            node = stack.pop()
            kind = type(node)
            if kind is Text:
                started = text.length == 0
                if self._shape.pre:
                    text.add_preformatted(node.data)
                else:
                    text.add(node.data)
                if started and text.length and self._on_page:
                    place = tag_place(node)
                    self._line = place[0]
                    self._column = place[1] + 1
            elif kind is Node:
                self._open_tag(node, stack)
            elif kind is int:
                self._close(node)
            elif kind is Place:
                self._close_place(node, stack)
            elif kind is DocumentFragment:
                stack.extend(node.children[::-1])
            elif kind is Crowd:
                push_next(node, stack)
            elif kind is tuple:
                self._open_late(node[0], stack)

    # Blocks

    def _break_line(self, stack: list[Any]) -> None:
        text = self._text
        if self._shape.pre:
            text.add_line_break()
        elif self._shape.table:
            text.space = True
        elif text.newline:
            self._end_block()
            self._leave_late(stack)
        elif text.length:
            text.newline = True

    def _end_block(self) -> None:
        """Make a block of the text since the last one, if there is any."""
        text = self._text
        if text.length:
            finished = text.finish(self._shape.pre)
            if first_shown(finished) < len(finished):
                self._add_block(finished)
            self._marks = NO_WORDS
        text.start()

    def _leave_late(self, stack: list[Any]) -> None:
        """Put the hidden parts of the block that just ended on the stack, to be read now."""
        if self._late:
            for node in self._late[::-1]:
                stack.append((node,))
            self._late.clear()

    def _add_block(self, text: str) -> None:
        shape = self._shape
        block = new_block(
            text,
            shape.kind,
            shape.level,
            self._text.finished_spans(len(text)),
            None,
            self._origin,
            self._element(),
            shape.group,
            self._text.link_length,
            shape.ordinal,
            shape.detail,
            shape.hidden,
            self._marks,
        )
        block.line = self._line
        block.column = self._column
        self.blocks.append(block)

    def _element(self) -> int:
        """The index of the element that a block stands in, made now if this is its first one."""
        places = self._places
        made = len(places)
        index = -1
        while made:
            place = places[made - 1]
            if place.element >= 0:
                index = place.element
                break
            made -= 1
        for at in range(made, len(places)):
            place = places[at]
            place.element = len(self.elements)
            self.elements.append(
                new_element(place.tag.name, index, place.words, at, len(self.blocks))
            )
            index = place.element
        return index

    # Containers

    def _open_tag(self, node: Any, stack: list[Any]) -> None:
        tag = tag_named(node.tag)
        role = tag.role
        if role <= RULE:  # these and BLOCK
            self._open_block(node, tag, stack)
        elif role == SKIPPED:
            self._skip(node, tag.name)
        elif role == BREAK:
            self._break_line(stack)
        elif role == PLAIN:
            if tag.span is not None:
                self._open_span(tag.span, "", stack)
            push_children(node, stack)
        else:
            self._open_inline(node, tag, stack)

    def _open_block(self, node: Any, tag: Tag, stack: list[Any]) -> None:
        if self._shape.table and not tag.parts_table:
            self._open_in_cell(node, tag.name, stack)
            return
        self._end_block()
        self._leave_late(stack)
        if tag.role == RULE:
            return
        if not len(node) and not tag.shapes and not tag.custom and node.attr("itemprop") is None:
            return  # there will be no block in it, and it tells nothing else
        outside = self._shape
        attributes = self._attributes
        attributes.read(node, tag)
        if attributes.item:
            self._teller.read_item(node, len(self.blocks))
        if tag.custom:
            self._teller.read_time(node, len(self.blocks))
        if attributes.hidden and not outside.hidden:
            self._shape = outside.copy()
            self._shape.hidden = True
        place = new_place(tag, attributes.words, outside)
        self._places.append(place)
        if tag.shapes:
            self._shape = self._shaper.shape(node, tag, self._shape)
        stack.append(place)
        push_children(node, stack)

    def _open_in_cell(self, node: Any, tag: str, stack: list[Any]) -> None:
        """Inside a row of data nothing ends a block: a new cell is a tab, the rest a blank."""
        if tag == "td" or tag == "th":
            if tag == "th" and not self._text.length and not self._text.tabs:
                self._shape.detail = "th"
            stack.append(_CLOSE_CELL)
        else:
            self._text.space = True
            stack.append(_CLOSE_INLINE)
        push_children(node, stack)

    def _close_place(self, place: Place, stack: list[Any]) -> None:
        self._end_block()
        if self._late:
            stack.append(place)  # hidden text that belongs inside comes first, then this again
            self._leave_late(stack)
            return
        if place.element >= 0:
            element = self.elements[place.element]
            element.last = len(self.blocks)
        if place.tag.lists:
            self._shaper.leave_list()
        self._places.pop()
        self._shape = place.outside

    # Inline elements

    def _open_inline(self, node: Any, tag: Tag, stack: list[Any]) -> None:
        attributes = self._attributes
        named = attributes.read(node, tag)
        if attributes.hidden and not self._shape.hidden:
            self._late.append(node)
            return
        block = len(self.blocks)
        words = attributes.words
        if words:
            if not self._text.length and len(self._marks) < _MOST_MARKS:
                self._marks += words
            if not attributes.item:
                self._teller.read_named(node, words, block)
        if attributes.item:
            self._teller.read_item(node, block)
        role = tag.role
        if role == LINK:
            if named and self._shape.kind == "heading" and is_permalink(node):
                return
            if attributes.related:
                self._teller.read_link(node)
            if attributes.address is not None:
                self._open_link(attributes.address, stack)
        elif role == IMAGE:
            self._read_image()
        elif role == TIME:
            self._teller.read_time(node, block)
        elif role == FORMULA and not self._text.open:
            self._open_span("math", formula_source(node), stack)
        push_children(node, stack)

    def _open_link(self, target: str, stack: list[Any]) -> None:
        if not self._shape.pre:
            self._text.part_links()
        self._open_span("link", target.strip(), stack)

    def _open_span(self, kind: SpanKind, target: str, stack: list[Any]) -> None:
        if self._text.open_span(kind, target):
            stack.append(_CLOSE_SPAN)

    def _close(self, action: int) -> None:
        if action == _CLOSE_SPAN:
            self._text.close_span()
        elif action == _CLOSE_CELL:
            self._text.tabs += 1
        else:
            self._text.space = True

    def _read_image(self) -> None:
        source = self._attributes.late_image or self._attributes.image
        if source and not source.startswith("data:") and self._text.has_room_for_image():
            self._text.add_image(source.strip(), " ".join(self._attributes.label.split()))

    def _open_late(self, node: Any, stack: list[Any]) -> None:
        """Read a hidden inline element as a block of its own, after the block it stood in."""
        tag = tag_named(node.tag)
        self._attributes.read(node, tag)
        place = new_place(tag, self._attributes.words, self._shape)
        self._places.append(place)
        self._shape = self._shape.copy()
        self._shape.hidden = True
        stack.append(place)
        push_children(node, stack)

    # Elements without text

    def _skip(self, node: Any, tag: str) -> None:
        """Pass over an element without text, keeping what it declares."""
        if tag == "script":
            self.note_script(node)
        elif tag == "meta":
            read_meta(node, self.declared)
        elif tag == "template":
            if node.attr("shadowrootmode") is None:
                self.unread.append(node)
        elif tag == "noscript":
            self.unread.append(node)
        elif tag == "link":
            read_relation(node, self.declared)

    def note_script(self, node: Any) -> None:
        """Keep in mind a script that holds data or a formula."""
        script_type: str | None = node.attr("type")
        if script_type is None:
            return
        if "ld+json" in script_type:
            self.linked_data.append(node)
        elif script_type == "application/json":
            self.states.append(node)
        elif script_type in _TEMPLATE_TYPES:
            self.unread.append(node)
        elif script_type.startswith("math/tex"):
            formula: str = node.text.strip()
            if formula:
                self._text.add_formula(formula)


def is_permalink(node: Any) -> bool:
    """Whether a link in a heading is the one to the heading itself."""
    return node.text.strip() in _PERMALINK_SIGNS
