"""One walk over a turbohtml tree: every run of text becomes a block, every container an Element."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from declutter.document import Block, BlockKind, Declared, Element, Origin, Span, SpanKind
from declutter.readers.controls import clean_controls
from declutter.readers.tags import (
    BLOCK_TAGS,
    HEADING_LEVELS,
    LAYOUT_TAGS,
    PLAIN_INLINE_TAGS,
    SKIPPED_TAGS,
    SPAN_KINDS,
)
from declutter.readers.words import attribute_words

if TYPE_CHECKING:
    from declutter.deadline import Deadline

_NAMING_ATTRIBUTES: Final = frozenset(
    (
        "class",
        "id",
        "role",
        "itemprop",
        "itemtype",
        "aria-label",
        "data-testid",
        "data-component",
        "data-type",
        "rel",
    )
)
_TEMPLATE_TYPES: Final = frozenset(("text/template", "text/x-template", "text/html"))
_TOLD_RELATIONS: Final = frozenset(("author", "tag", "canonical", "bookmark", "license"))
_TOLD_WORDS: Final = frozenset(
    (
        "author",
        "byline",
        "writer",
        "date",
        "published",
        "updated",
        "posted",
        "time",
        "fn",
        "dateline",
    )
)
_CELL_TEXT: Final = 160
"""Characters a cell of a table of data has at most, on average; above, the table is layout."""
_LONGEST_TOLD: Final = 300
_MOST_TOLD: Final = 1_000_000
"""Characters of element text read for what a page tells of itself; a bound on hostile nesting."""
_MOST_OPEN_SPANS: Final = 32
_MOST_MARKS: Final = 24
_SOFT_HYPHEN: Final = "\u00ad"
_CLOSE_SPAN: Final = -1
_CLOSE_CELL: Final = -2
_CLOSE_INLINE: Final = -3
_NODES_BETWEEN_CHECKS: Final = 4096

_Context = tuple[BlockKind, int, int, int, str, bool, bool, bool]


class Walk:
    """What has been read so far, and what is known of the place where the walk stands."""

    def __init__(self, declared: Declared, deadline: Deadline) -> None:
        self.blocks: list[Block] = []
        self.elements: list[Element] = []
        self.declared = declared
        self.deadline = deadline
        self.has_json_ld = False
        self.unread: list[Any] = []
        self.states: list[Any] = []
        self._origin: Origin = "page"
        self._parts: list[str] = []
        self._length = 0
        self._space = False
        self._newline = False
        self._tabs = 0
        self._spans: list[Span] = []
        self._open: list[tuple[SpanKind, str, int]] = []
        self._images: list[Span] = []
        self._link_depth = 0
        self._link_length = 0
        self._source: tuple[int, int] | None = None
        self._marks: tuple[str, ...] = ()
        self._late: list[Any] = []
        self._told = 0
        self._element = -1
        self._groups = 0
        self._ordinals: list[int] = []
        self._kind: BlockKind = "paragraph"
        self._level = 0
        self._group = 0
        self._ordinal = 0
        self._detail = ""
        self._hidden = False
        self._pre = False
        self._table = False
        self._contexts: list[_Context] = []

    def read(self, nodes: Any, origin: Origin) -> None:
        """Read nodes, a sequence of turbohtml nodes, in order; blocks get the given origin."""
        from turbohtml import DocumentFragment, Text
        from turbohtml import Element as Tag

        self._origin = origin
        stack: list[Any] = list(nodes)
        stack.reverse()
        until_check = _NODES_BETWEEN_CHECKS
        while True:
            if not stack:
                self._end_block(stack)
                if not stack:
                    break
            until_check -= 1
            if until_check == 0:
                self.deadline.check()
                self.deadline.check_size(len(self.blocks), len(self.elements))
                until_check = _NODES_BETWEEN_CHECKS
            node = stack.pop()
            kind = type(node)
            if kind is Text:
                self._read_text(node)
            elif kind is Tag:
                self._open_tag(node, stack)
            elif kind is int:
                self._close(node, stack)
            elif kind is DocumentFragment:
                stack.extend(node.children[::-1])
            elif kind is tuple:
                self._open_late(node[0], stack)

    def _read_text(self, node: Any) -> None:
        data: str = node.data
        if self._pre:
            if not self._length:
                data = data.lstrip("\r\n")
            if not data.isprintable():
                data = cleaned(data)
            if data:
                self._append(data, node)
            return
        words = data.split()
        if not words:
            self._space = True
            return
        piece = " ".join(words)
        if not piece.isprintable():
            piece = " ".join(cleaned(piece).split())
            if not piece:
                self._space = True
                return
        if self._length:
            if self._tabs:
                piece = "\t" * self._tabs + piece
            elif self._newline:
                piece = "\n" + piece
            elif self._space or data[0].isspace():
                piece = " " + piece
        elif self._tabs:
            piece = "\t" * self._tabs + piece
        self._tabs = 0
        self._newline = False
        self._append(piece, node)
        self._space = data[-1].isspace()

    def _append(self, piece: str, node: Any) -> None:
        if not self._length:
            self._source = position_of(node)
        self._parts.append(piece)
        self._length += len(piece)
        if self._link_depth:
            self._link_length += len(piece)

    def _end_block(self, stack: list[Any]) -> None:
        """Make a block of the text since the last one, if there is any."""
        if self._length:
            text = "".join(self._parts)
            if self._pre:
                text = text.rstrip()
                if "\t" in text:
                    text = text.expandtabs(4)
                    self._spans.clear()  # they point into the text as it was
                elif self._spans:
                    self._spans = [span for span in self._spans if span.end <= len(text)]
            if text and not text.isspace():
                self._add_block(text)
            self._parts.clear()
            self._spans.clear()
            self._length = 0
            self._link_length = 0
            self._marks = ()
            self._open = [(kind, target, 0) for kind, target, _ in self._open]
        self._space = False
        self._newline = False
        self._tabs = 0
        if self._late:
            late = self._late
            self._late = []
            for node in late[::-1]:
                stack.append((node,))

    def _add_block(self, text: str) -> None:
        spans = self._spans
        length = len(text)
        for kind, target, start in self._open:
            if start < length:
                spans.append(Span(start, length, kind, target))
        if self._images:
            spans = self._images + spans
            self._images = []
        self.blocks.append(
            Block(
                text,
                self._kind,
                self._level,
                tuple(spans),
                self._source,
                self._origin,
                self._element,
                self._group,
                self._link_length,
                self._ordinal,
                self._detail,
                self._hidden,
                self._marks,
            )
        )

    def _open_tag(self, node: Any, stack: list[Any]) -> None:
        tag: str = node.tag
        if tag in PLAIN_INLINE_TAGS:
            kind = SPAN_KINDS.get(tag)
            if kind is not None and len(self._open) < _MOST_OPEN_SPANS:
                self._open.append((kind, "", self._next_offset()))  # type: ignore[arg-type]
                stack.append(_CLOSE_SPAN)
            stack.extend(node.children[::-1])
        elif tag == "br":
            self._break_line(stack)
        elif tag in SKIPPED_TAGS:
            self._skip(node, tag)
        elif tag in BLOCK_TAGS or ("-" in tag and not tag.startswith("mjx-")):
            self._open_block(node, tag, stack)
        else:
            self._open_inline(node, tag, stack)

    def _next_offset(self) -> int:
        """Where the next piece of text will start, blanks apart."""
        if self._length and (self._space or self._newline or self._tabs):
            return self._length + 1
        return self._length

    def _break_line(self, stack: list[Any]) -> None:
        if self._pre:
            if self._length:
                self._parts.append("\n")
                self._length += 1
        elif self._table:
            self._space = True
        elif self._newline:
            self._end_block(stack)
        elif self._length:
            self._newline = True

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
        script_type = node.attr("type")
        if script_type is None:
            return
        if "ld+json" in script_type:
            self.has_json_ld = True
        elif script_type == "application/json":
            self.states.append(node)
        elif script_type in _TEMPLATE_TYPES:
            self.unread.append(node)
        elif script_type.startswith("math/tex"):
            formula = node.text.strip()
            if formula:
                start = self._next_offset()
                self._spans.append(Span(start, start, "math", formula))

    def _attributes(self, node: Any) -> dict[str, Any]:
        attributes: dict[str, Any] = node.attrs.copy()
        return attributes

    def _open_block(self, node: Any, tag: str, stack: list[Any]) -> None:
        if self._table and tag not in ("table", "tr", "thead", "tbody", "tfoot", "caption"):
            self._open_in_cell(node, tag, stack)
            return
        self._end_block(stack)
        if tag == "hr":
            return
        attributes = self._attributes(node)
        words: tuple[str, ...] = ()
        if attributes:
            words = naming_words(attributes)
            if "itemprop" in attributes:
                self._read_item(node, attributes)
        elements = self.elements
        parent = self._element
        depth = elements[parent].depth + 1 if parent >= 0 else 0
        self._contexts.append(
            (
                self._kind,
                self._level,
                self._group,
                self._ordinal,
                self._detail,
                self._hidden,
                self._pre,
                self._table,
            )
        )
        self._element = len(elements)
        elements.append(Element(tag, parent, words, depth, len(self.blocks)))
        if not self._hidden and attributes and is_hidden(attributes):
            self._hidden = True
        self._enter(node, tag, attributes)
        stack.append(self._element)
        stack.extend(node.children[::-1])

    def _enter(self, node: Any, tag: str, attributes: dict[str, Any]) -> None:
        """Set what the blocks of an element are, from its tag."""
        level = HEADING_LEVELS.get(tag)
        if level is not None:
            self._kind = "heading"
            self._level = level
            self._group = 0
        elif tag == "li" or tag == "dt" or tag == "dd":
            self._kind = "list_item"
            self._level = max(len(self._ordinals), 1)
            if self._ordinals and self._ordinals[-1] >= 0:
                self._ordinals[-1] += 1
                self._ordinal = self._ordinals[-1]
            else:
                self._ordinal = 0
        elif tag == "ul" or tag == "ol" or tag == "dl" or tag == "menu":
            self._ordinals.append(first_ordinal(attributes) if tag == "ol" else -1)
            if len(self._ordinals) == 1:
                self._groups += 1
                self._group = self._groups
        elif tag == "pre":
            if not self._pre:
                self._groups += 1
                self._group = self._groups
                self._detail = code_language(node, attributes)
            self._pre = True
            self._kind = "code"
        elif tag == "blockquote":
            self._kind = "quote"
        elif tag == "figcaption" or tag == "caption":
            self._kind = "caption"
            self._group = 0
            self._table = False
        elif tag == "table":
            self._table = is_data_table(node)
            if self._table:
                self._groups += 1
                self._group = self._groups
            self._kind = "table_row" if self._table else "paragraph"
        elif tag == "tr":
            self._detail = ""

    def _open_in_cell(self, node: Any, tag: str, stack: list[Any]) -> None:
        """Inside a row of data nothing ends a block: a new cell is a tab, the rest a blank."""
        if tag == "td" or tag == "th":
            if tag == "th" and not self._length and not self._tabs:
                self._detail = "th"
            stack.append(_CLOSE_CELL)
        else:
            self._space = True
            stack.append(_CLOSE_INLINE)
        stack.extend(node.children[::-1])

    def _open_inline(self, node: Any, tag: str, stack: list[Any]) -> None:
        attributes = self._attributes(node)
        if attributes:
            if not self._hidden and is_hidden(attributes):
                self._late.append(node)
                return
            self._note(node, tag, attributes)
        if tag == "a":
            target = attributes.get("href")
            if isinstance(target, str) and len(self._open) < _MOST_OPEN_SPANS:
                self._open.append(("link", target.strip(), self._next_offset()))
                self._link_depth += 1
                stack.append(_CLOSE_SPAN)
        elif tag == "img":
            self._read_image(attributes)
            return
        elif tag == "math" and not self._open:
            self._open.append(("math", formula_source(node, attributes), self._next_offset()))
            stack.append(_CLOSE_SPAN)
        stack.extend(node.children[::-1])

    def _note(self, node: Any, tag: str, attributes: dict[str, Any]) -> None:
        """Keep what an inline element's attributes tell of a block, an author or a date."""
        block = len(self.blocks)
        words = naming_words(attributes)
        if words and not self._length and len(self._marks) < _MOST_MARKS:
            self._marks += words
        if "itemprop" in attributes:
            self._read_item(node, attributes)
        elif not _TOLD_WORDS.isdisjoint(words):
            told = self._told_text(node)
            if told:
                self.declared.items.append((f".{' '.join(words)}", told, block))
        if tag == "time":
            moment = attributes.get("datetime")
            if isinstance(moment, str) and moment:
                self.declared.times.append((moment, block))
        relation = attributes.get("rel")
        if relation and tag == "a":
            for name in relation if isinstance(relation, list) else relation.split():
                if name in _TOLD_RELATIONS:
                    self.declared.relations.append(
                        (name, str(attributes.get("href", "")), self._told_text(node))
                    )

    def _told_text(self, node: Any) -> str:
        """The beginning of an element's text, empty once the page has told enough."""
        if self._told > _MOST_TOLD:
            return ""
        text: str = node.text
        self._told += len(text) + 100
        return " ".join(text[:_LONGEST_TOLD].split())

    def _read_item(self, node: Any, attributes: dict[str, Any]) -> None:
        """Keep a microdata property with its value."""
        value: Any = None
        for key in ("content", "datetime"):
            value = attributes.get(key)
            if isinstance(value, str) and value:
                break
        if not isinstance(value, str) or not value:
            value = self._told_text(node) or attributes.get("href") or attributes.get("src") or ""
        names = attributes["itemprop"]
        for name in names if isinstance(names, list) else str(names).split():
            self.declared.items.append((name.lower(), str(value), len(self.blocks)))

    def _read_image(self, attributes: dict[str, Any]) -> None:
        source = attributes.get("data-src") or attributes.get("src")
        if not isinstance(source, str) or source.startswith("data:") or len(self._images) > 7:
            return
        label = attributes.get("alt")
        image = Span(
            self._length,
            self._length,
            "image",
            source.strip(),
            " ".join(label.split()) if isinstance(label, str) else "",
        )
        if self._length:
            self._spans.append(image)
        else:
            self._images.append(image)

    def _open_late(self, node: Any, stack: list[Any]) -> None:
        """Read a hidden inline element as a block of its own, after the block it stood in."""
        self._contexts.append(
            (
                self._kind,
                self._level,
                self._group,
                self._ordinal,
                self._detail,
                self._hidden,
                self._pre,
                self._table,
            )
        )
        parent = self._element
        depth = self.elements[parent].depth + 1 if parent >= 0 else 0
        self._element = len(self.elements)
        words = naming_words(self._attributes(node))
        self.elements.append(Element(node.tag, parent, words, depth, len(self.blocks)))
        self._hidden = True
        stack.append(self._element)
        stack.extend(node.children[::-1])

    def _close(self, action: int, stack: list[Any]) -> None:
        if action == _CLOSE_SPAN:
            self._close_span()
        elif action == _CLOSE_CELL:
            self._tabs += 1
        elif action == _CLOSE_INLINE:
            self._space = True
        else:
            self._close_block(action, stack)

    def _close_span(self) -> None:
        kind, target, start = self._open.pop()
        if kind == "link":
            self._link_depth -= 1
        if start < self._length or kind == "math":
            self._spans.append(Span(start, self._length, kind, target))

    def _close_block(self, index: int, stack: list[Any]) -> None:
        pending = len(stack)
        stack.append(index)
        self._end_block(stack)
        if len(stack) > pending + 1:
            return  # hidden text that belongs inside comes first, then this close again
        stack.pop()
        element = self.elements[index]
        element.last = len(self.blocks)
        if element.tag in ("ul", "ol", "dl", "menu") and self._ordinals:
            self._ordinals.pop()
        self._element = element.parent
        (
            self._kind,
            self._level,
            self._group,
            self._ordinal,
            self._detail,
            self._hidden,
            self._pre,
            self._table,
        ) = self._contexts.pop()


def cleaned(text: str) -> str:
    """The text without the characters that no text should have; before offsets are taken in it."""
    return clean_controls(text.replace(_SOFT_HYPHEN, ""))


def position_of(text: Any) -> tuple[int, int] | None:
    """Line and column, both from 1, of the element that a text node stands in."""
    place: tuple[int, int] | None = getattr(text.parent, "position", None)
    return None if place is None else (place[0], place[1] + 1)


def naming_words(attributes: dict[str, Any]) -> tuple[str, ...]:
    """The words that an element's attributes name it by."""
    words: tuple[str, ...] = ()
    for name, value in attributes.items():
        if name in _NAMING_ATTRIBUTES and value:
            words += attribute_words(" ".join(value) if isinstance(value, list) else value)
        elif name == "aria-hidden" and value == "true":
            words += ("aria-hidden",)
    return words


def is_hidden(attributes: dict[str, Any]) -> bool:
    """Whether an element's own attributes keep it from being shown."""
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style = attributes.get("style")
    if not isinstance(style, str) or not style:
        return False
    folded = style.replace(" ", "").lower()
    return "display:none" in folded or "visibility:hidden" in folded


def is_data_table(node: Any) -> bool:
    """Whether a table holds data in rows and columns, rather than the page's layout."""
    for _ in node.iter_elements(LAYOUT_TAGS):
        return False
    cells = 0
    rows = 0
    for element in node.iter_elements(("td", "th", "tr")):
        if element.tag == "tr":
            rows += 1
        else:
            cells += 1
    return cells > rows and len(node.text) < cells * _CELL_TEXT


def first_ordinal(attributes: dict[str, Any]) -> int:
    """One less than the number of an ordered list's first item."""
    start = attributes.get("start")
    if isinstance(start, str) and start.isdecimal() and len(start) < 7:
        return max(int(start) - 1, 0)
    return 0


def code_language(node: Any, attributes: dict[str, Any]) -> str:
    """The language of a code block, from a class such as "language-python" on it or inside it."""
    for value in (attributes.get("class"), _inner_code_class(node)):
        for name in value if isinstance(value, list) else str(value or "").split():
            for prefix in ("language-", "lang-", "highlight-source-", "brush:"):
                if name.startswith(prefix):
                    return str(name[len(prefix) :])
    return ""


def _inner_code_class(node: Any) -> Any:
    code = node.find("code")
    return None if code is None else code.attrs.get("class")


def formula_source(node: Any, attributes: dict[str, Any]) -> str:
    """The TeX source of a MathML formula, empty where the page has none."""
    for annotation in node.iter_elements(("annotation",)):
        if "tex" in (annotation.attr("encoding") or ""):
            return " ".join(annotation.text.split())
    alternative = attributes.get("alttext")
    return " ".join(alternative.split()) if isinstance(alternative, str) else ""


def read_meta(node: Any, declared: Declared) -> None:
    """Keep a meta element's name and content."""
    attributes = node.attrs.copy()
    content = attributes.get("content")
    if not isinstance(content, str):
        return
    for key in ("name", "property", "itemprop", "http-equiv"):
        name = attributes.get(key)
        if name:
            text = " ".join(name) if isinstance(name, list) else name
            declared.meta.append((text.strip().lower(), content.strip()))


def read_relation(node: Any, declared: Declared) -> None:
    """Keep a link element's relations and address."""
    attributes = node.attrs.copy()
    relation = attributes.get("rel")
    target = attributes.get("href")
    if relation and isinstance(target, str):
        for name in relation if isinstance(relation, list) else relation.split():
            declared.relations.append((name.lower(), target.strip(), ""))
