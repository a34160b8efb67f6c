"""A page as every reader gives it: blocks, the elements around them, and what it declares.

A page has hundreds of blocks, elements and spans, and everything looks at them: these are written
out as plain classes, which become structs where they are compiled (`page.pxd`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from declutter.site_rules.rule import Found

BlockKind = Literal[
    "paragraph", "heading", "list_item", "table_row", "code", "quote", "caption", "line"
]
Origin = Literal["page", "json-ld", "noscript", "template", "state"]
InputFormat = Literal["html", "markdown", "text"]
SpanKind = Literal["link", "strong", "emphasis", "code", "image", "math"]
PageType = Literal[
    "article", "forum", "documentation", "product", "collection", "listing", "service"
]
PAGE_TYPES: tuple[PageType, ...] = (
    "article",
    "forum",
    "documentation",
    "product",
    "collection",
    "listing",
    "service",
)


class Span:
    """A stretch of a block's text that carries inline markup.

    `start` and `end` are offsets in `Block.text`; `target` is the address of a link or an image,
    or the TeX source of a formula, as it stands on the page. An image's span covers its
    alternative text where that is shown, else it is empty (`start == end`) and `label` has it.
    """

    __slots__ = ("end", "kind", "label", "start", "target")

    def __init__(
        self, start: int, end: int, kind: SpanKind, target: str = "", label: str = ""
    ) -> None:
        self.start = start
        self.end = end
        self.kind = kind
        self.target = target
        self.label = label

    def __repr__(self) -> str:
        return (
            f"Span(start={self.start}, end={self.end}, kind={self.kind!r}, "
            f"target={self.target!r}, label={self.label!r})"
        )

    def __eq__(self, other: object) -> bool:
        return repr(self) == repr(other)

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.kind, self.target, self.label))


class Verdict:
    """Whether a block stays, how sure that is, and what decided it.

    `score` is the probability, from 0 to 1, that the block is content. `rule` is the name of the
    rule that decided, or "score" or "all" (nothing is judged). `reason` is for people.
    `family` groups rules of one kind, such as "sharing" or "navigation".
    """

    __slots__ = ("_reason", "family", "keep", "rule", "score")
    __hash__ = None  # type: ignore[assignment]

    def __init__(
        self, keep: bool, score: float, rule: str, reason: str, family: str = "score"
    ) -> None:
        self.keep = keep
        self.score = score
        self.rule = rule
        self._reason = reason
        self.family = family

    @property
    def reason(self) -> str:
        return self._reason

    def __reduce__(self) -> tuple[type[Verdict], tuple[bool, float, str, str, str]]:
        return Verdict, (self.keep, self.score, self.rule, self.reason, self.family)

    def __repr__(self) -> str:
        return (
            f"Verdict(keep={self.keep}, score={self.score!r}, rule={self.rule!r}, "
            f"reason={self.reason!r}, family={self.family!r})"
        )

    def __eq__(self, other: object) -> bool:
        return repr(self) == repr(other)


def new_span(start: int, end: int, kind: SpanKind, target: str, label: str) -> Span:
    """A span, past the call of its class."""
    span = Span.__new__(Span)
    span.start = start
    span.end = end
    span.kind = kind
    span.target = target
    span.label = label
    return span


def new_verdict(keep: bool, score: float, rule: str, reason: str, family: str) -> Verdict:
    """A verdict, past the call of its class."""
    verdict = Verdict.__new__(Verdict)
    verdict.keep = keep
    verdict.score = score
    verdict.rule = rule
    verdict._reason = reason
    verdict.family = family
    return verdict


KEPT_UNJUDGED = Verdict(True, 1.0, "all", "nothing was judged", "content")


class Element:
    """An ancestor of blocks: one node of the page's structure, in reading order.

    `parent` is an index into `Page.elements`, -1 at the root. `words` are the lower-case words of
    its class, id, role and itemprop attributes. `first` and `last` bound the blocks inside it:
    `page.blocks[first:last]`.
    """

    __slots__ = ("depth", "first", "last", "parent", "tag", "words")
    __hash__ = None  # type: ignore[assignment]

    def __init__(
        self,
        tag: str,
        parent: int,
        words: tuple[str, ...],
        depth: int,
        first: int = 0,
        last: int = 0,
    ) -> None:
        self.tag = tag
        self.parent = parent
        self.words = words
        self.depth = depth
        self.first = first
        self.last = last

    def __repr__(self) -> str:
        return (
            f"Element(tag={self.tag!r}, parent={self.parent}, words={self.words!r}, "
            f"depth={self.depth}, first={self.first}, last={self.last})"
        )

    def __eq__(self, other: object) -> bool:
        return repr(self) == repr(other)


def new_element(tag: str, parent: int, words: tuple[str, ...], depth: int, first: int) -> Element:
    """An element without blocks yet, past the call of its class."""
    element = Element.__new__(Element)
    element.tag = tag
    element.parent = parent
    element.words = words
    element.depth = depth
    element.first = first
    element.last = 0
    return element


class Block:
    """A run of text that stands on its own.

    `text` has its white space folded, except for line breaks inside verse and code ("\\n"), the
    indentation of code, and tabs between the cells of a table row. `level` is the level of a
    heading (1 to 6), the depth of a list item (from 1), else 0. `source` is line and column
    (both from 1) in the decoded input, None where the block is not on the page: then `line` is 0.
    `element` is the index of the innermost element around the block in `Page.elements`, -1 for
    none. Neighbouring blocks of the same `group` (not 0) are one list, one table, one verse or one
    code block.
    `link_length` is the number of characters of `text` inside links. `ordinal` is the number of
    an ordered list's item, 0 elsewhere. `detail` is the language of code, or "th" for a table's
    head row. `hidden` says that the page does not show it. `marks` are the words of the class, id,
    role, rel and itemprop attributes of inline elements that the block opens with.
    """

    __slots__ = (
        "column",
        "detail",
        "element",
        "group",
        "hidden",
        "kind",
        "level",
        "line",
        "link_length",
        "marks",
        "ordinal",
        "origin",
        "spans",
        "text",
        "verdict",
    )
    __hash__ = None  # type: ignore[assignment]

    def __init__(
        self,
        text: str,
        kind: BlockKind = "paragraph",
        level: int = 0,
        spans: tuple[Span, ...] = (),
        source: tuple[int, int] | None = None,
        origin: Origin = "page",
        element: int = -1,
        group: int = 0,
        link_length: int = 0,
        ordinal: int = 0,
        detail: str = "",
        hidden: bool = False,
        marks: tuple[str, ...] = (),
        verdict: Verdict = KEPT_UNJUDGED,
    ) -> None:
        self.text = text
        self.kind = kind
        self.level = level
        self.spans = spans
        self.line, self.column = source or (0, 0)
        self.origin = origin
        self.element = element
        self.group = group
        self.link_length = link_length
        self.ordinal = ordinal
        self.detail = detail
        self.hidden = hidden
        self.marks = marks
        self.verdict = verdict

    @property
    def source(self) -> tuple[int, int] | None:
        """The line and column that the block begins at, from 1; None where nobody knows."""
        return (self.line, self.column) if self.line else None

    @source.setter
    def source(self, place: tuple[int, int] | None) -> None:
        self.line, self.column = place or (0, 0)

    @property
    def links(self) -> list[Span]:
        """The links in the block: their offsets in `text` and their addresses."""
        return [span for span in self.spans if span.kind == "link"]

    def __repr__(self) -> str:
        return (
            f"Block(text={self.text!r}, kind={self.kind!r}, level={self.level}, "
            f"spans={self.spans!r}, source={self.source!r}, origin={self.origin!r}, "
            f"element={self.element}, group={self.group}, link_length={self.link_length}, "
            f"ordinal={self.ordinal}, detail={self.detail!r}, hidden={self.hidden}, "
            f"marks={self.marks!r}, verdict={self.verdict!r})"
        )

    def __eq__(self, other: object) -> bool:
        return repr(self) == repr(other)


def new_block(
    text: str,
    kind: BlockKind,
    level: int,
    spans: tuple[Span, ...],
    source: tuple[int, int] | None,
    origin: Origin,
    element: int,
    group: int,
    link_length: int,
    ordinal: int,
    detail: str,
    hidden: bool,
    marks: tuple[str, ...],
) -> Block:
    """A block that is not judged yet, past the call of its class."""
    block = Block.__new__(Block)
    block.text = text
    block.kind = kind
    block.level = level
    block.spans = spans
    block.line = 0  # two numbers: a tuple would be one more object to keep, and to free
    block.column = 0
    if source is not None:
        block.line = source[0]
        block.column = source[1]
    block.origin = origin
    block.element = element
    block.group = group
    block.link_length = link_length
    block.ordinal = ordinal
    block.detail = detail
    block.hidden = hidden
    block.marks = marks
    block.verdict = KEPT_UNJUDGED
    return block


@dataclass(slots=True)
class Declared:
    """What a page says about itself outside its visible text, as it stands there.

    `meta` are (name, content) pairs of meta elements, the name (name, property, itemprop or
    http-equiv) in lower case. `relations` are (rel, href, text) of link elements (their text is
    empty) and of anchors with a rel of author, tag, canonical or the like.
    `json_ld` are the parsed JSON-LD values. `items` are (property, value, block) of microdata and
    microformats in the body; `times` are (datetime, block) of time elements and of custom ones;
    `block` is the index of the first block in or after the element. `headers` are those of a reader
    service or of YAML front matter, keys in lower case.
    """

    title: str | None = None
    language: str | None = None
    base: str | None = None
    meta: list[tuple[str, str]] = field(default_factory=list)
    relations: list[tuple[str, str, str]] = field(default_factory=list)
    json_ld: list[object] = field(default_factory=list)
    items: list[tuple[str, str, int]] = field(default_factory=list)
    times: list[tuple[str, int]] = field(default_factory=list)
    headers: dict[str, object] = field(default_factory=dict)


class Ruled(NamedTuple):
    """What a site rule found on a page: `body` and `strip` are indexes of elements, and why."""

    found: Found
    body: dict[int, str]
    strip: dict[int, str]


@dataclass(slots=True)
class Page:
    """A page as blocks: what every reader gives and the judge takes."""

    format: InputFormat
    blocks: list[Block]
    elements: list[Element] = field(default_factory=list)
    declared: Declared = field(default_factory=Declared)
    url: str | None = None
    encoding: str | None = None
    ruled: Ruled | None = None
