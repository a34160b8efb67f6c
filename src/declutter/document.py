"""The nouns: what a page is made of, and what is known about each part.

A page has hundreds of elements and blocks, and everything looks at them: these two are written out
as plain classes, which become structs where they are compiled (`document.pxd`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from declutter.site_rules.rule import Found
    from declutter.xray.picture import Picture

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


class Span(NamedTuple):
    """A stretch of a block's text that carries inline markup.

    `start` and `end` are offsets in `Block.text`; `target` is the address of a link or an image,
    or the TeX source of a formula, as it stands on the page. An image's span covers its
    alternative text where that is shown, else it is empty (`start == end`) and `label` has it.
    """

    start: int
    end: int
    kind: SpanKind
    target: str = ""
    label: str = ""


class Verdict:
    """Whether a block stays, how sure that is, and what decided it.

    `score` is the probability, from 0 to 1, that the block is content. `rule` is the name of the
    rule that decided, or "score" or "all" (nothing is judged). `reason` is for people.
    `family` groups rules of one kind, such as "sharing" or "navigation".
    """

    __slots__ = ("family", "keep", "reason", "rule", "score")
    __hash__ = None  # type: ignore[assignment]

    def __init__(
        self, keep: bool, score: float, rule: str, reason: str, family: str = "score"
    ) -> None:
        self.keep = keep
        self.score = score
        self.rule = rule
        self.reason = reason
        self.family = family

    def __repr__(self) -> str:
        return (
            f"Verdict(keep={self.keep}, score={self.score!r}, rule={self.rule!r}, "
            f"reason={self.reason!r}, family={self.family!r})"
        )

    def __eq__(self, other: object) -> bool:
        return repr(self) == repr(other)


def new_span(start: int, end: int, kind: SpanKind, target: str, label: str) -> Span:
    """A span, past the call of its class, which costs more than the tuple."""
    return _new_tuple(Span, (start, end, kind, target, label))


def new_verdict(keep: bool, score: float, rule: str, reason: str, family: str) -> Verdict:
    """A verdict, past the call of its class."""
    verdict = Verdict.__new__(Verdict)
    verdict.keep = keep
    verdict.score = score
    verdict.rule = rule
    verdict.reason = reason
    verdict.family = family
    return verdict


_new_tuple = tuple.__new__
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
    (both from 1) in the decoded input, None where the block is not on the page. `element` is the
    index of the innermost element around the block in `Page.elements`, -1 for none. Neighbouring
    blocks of the same `group` (not 0) are one list, one table, one verse or one code block.
    `link_length` is the number of characters of `text` inside links. `ordinal` is the number of
    an ordered list's item, 0 elsewhere. `detail` is the language of code, or "th" for a table's
    head row. `hidden` says that the page does not show it. `marks` are the words of the class, id,
    role, rel and itemprop attributes of inline elements that the block opens with.
    """

    __slots__ = (
        "detail",
        "element",
        "group",
        "hidden",
        "kind",
        "level",
        "link_length",
        "marks",
        "ordinal",
        "origin",
        "source",
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
        self.source = source
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


@dataclass(slots=True)
class Ruled:
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


@dataclass(slots=True)
class Metadata:
    """What is known about a page besides its text. Unknown is None, an unknown list is empty.

    Dates are ISO 8601 text, 2015-11 where no day is known; `language` is a BCP 47 tag; addresses
    are absolute. `sources` says where each field came from, such as "json-ld", "opengraph", "meta"
    or "visible".
    """

    title: str | None = None
    authors: list[str] = field(default_factory=list)
    published: str | None = None
    modified: str | None = None
    site_name: str | None = None
    language: str | None = None
    url: str | None = None
    image: str | None = None
    description: str | None = None
    tags: list[str] = field(default_factory=list)
    section: str | None = None
    sources: dict[str, str] = field(default_factory=dict)

    @property
    def author(self) -> str | None:
        """The authors' names joined by a comma, None where nobody is named."""
        return ", ".join(self.authors) or None


@dataclass(slots=True)
class Document:
    """A cleaned page: its blocks with their verdicts, its metadata, and the text in every form.

    `decided_by` is "judge", "site rule" or "second opinion"; `confidence` is the word F1 to
    expect of the text, from 0 to 1. `links`, `images` and `tables` say what the
    renderers show; `with_comments` puts the readers' comments after the body. `notes` say what was
    asked for and could not be done, such as a site rule that found nothing.
    """

    blocks: list[Block]
    metadata: Metadata
    page_type: PageType = "article"
    confidence: float = 1.0
    decided_by: str = "judge"
    format: InputFormat = "html"
    base: str | None = None
    show_links: bool = False
    show_images: bool = False
    show_tables: bool = True
    with_comments: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The body without its title, as plain text: blank lines between blocks, no markup."""
        from declutter.render.text import render_text

        return render_text(self)

    @property
    def markdown(self) -> str:
        """The body as Markdown."""
        from declutter.render.markdown import render_markdown

        return render_markdown(self)

    @property
    def html(self) -> str:
        """The body as sanitised HTML: no script, no event handler, no javascript: address."""
        from declutter.render.html import render_html

        return render_html(self)

    @property
    def comments(self) -> str:
        """The readers' comments under the article as plain text, empty where there are none."""
        from declutter.render.text import render_comments

        return render_comments(self)

    def to_dict(self) -> dict[str, object]:
        """The text, the comments, the metadata and the verdict on the page, ready for JSON."""
        from declutter.render.json import to_dict

        return to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """`to_dict` as JSON text."""
        from declutter.render.json import to_json

        return to_json(self, indent=indent)

    def xray(self) -> Picture:
        """The blocks drawn with what was decided on each, and the result, as one HTML file."""
        from declutter.xray.draw import draw

        return draw(self)

    @property
    def kept(self) -> list[Block]:
        """The blocks of the body, in reading order."""
        return [block for block in self.blocks if block.verdict.keep]

    @property
    def removed(self) -> list[Block]:
        """The blocks that went, in reading order, each with its reason."""
        return [block for block in self.blocks if not block.verdict.keep]

    @property
    def title(self) -> str | None:
        return self.metadata.title

    @property
    def author(self) -> str | None:
        return self.metadata.author

    @property
    def authors(self) -> list[str]:
        return self.metadata.authors

    @property
    def published(self) -> str | None:
        return self.metadata.published

    @property
    def modified(self) -> str | None:
        return self.metadata.modified

    @property
    def site_name(self) -> str | None:
        return self.metadata.site_name

    @property
    def language(self) -> str | None:
        return self.metadata.language

    @property
    def url(self) -> str | None:
        return self.metadata.url

    @property
    def image(self) -> str | None:
        return self.metadata.image

    @property
    def description(self) -> str | None:
        return self.metadata.description

    @property
    def tags(self) -> list[str]:
        return self.metadata.tags

    @property
    def section(self) -> str | None:
        return self.metadata.section
