"""Documents made by hand, and strategies for those that nobody would make."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from declutter.document import Document, Metadata
from declutter.page import Block, Span, Verdict

REMOVED = Verdict(False, 0.0, "a-rule", "it is clutter", "navigation")
COMMENT = Verdict(False, 0.0, "a-rule", "a reader wrote it", "comments")


def document(*blocks: Block, metadata: Metadata | None = None, **options: Any) -> Document:
    return Document(list(blocks), metadata or Metadata(), **options)


def paragraph(text: str, **known: Any) -> Block:
    return Block(text, "paragraph", **known)


def item(text: str, level: int = 1, ordinal: int = 0, group: int = 1, **known: Any) -> Block:
    return Block(text, "list_item", level, group=group, ordinal=ordinal, **known)


def row(*cells: str, head: bool = False, group: int = 1) -> Block:
    return Block("\t".join(cells), "table_row", group=group, detail="th" if head else "")


def marked(text: str, word: str, kind: Any, target: str = "", **known: Any) -> Block:
    """A paragraph in which the first `word` has a span."""
    start = text.index(word)
    return paragraph(text, spans=(Span(start, start + len(word), kind, target),), **known)


WORDS = st.sampled_from(
    [
        *"*_`~[]()<>!#|&$-+=:.\\\"'/{}^1",
        *("a", "b", "word", "Wörter", "日本語", "«", "–", "€", "ß", "😀", "ไทย", "\u00a0"),
        *("**", "__", "```", "~~~", "***", "---", "===", "![", "](", "]: ", "\\*", "1. ", "- "),
        *("<b>", "</p>", "<!--", "-->", "<?php", "<![CDATA[", "&amp;", "&#58;", "&lt;script&gt;"),
        *("<script>", "javascript:", "https://example.com", "a_b_c", "$x$", "| a |", "> q", "# h"),
        *("    code", "]]>", "<img src=x onerror=y>", "<a@example.com>", "~", "\u2028", "\u202e"),
    ]
)
TEXTS = st.lists(st.one_of(WORDS, st.just(" ")), max_size=12).map(
    lambda parts: " ".join("".join(parts).split())
)
TARGETS = st.one_of(
    st.sampled_from(
        [
            "https://example.com/a_(b)?c=d&copy;=e#f",
            "/relative path/ü",
            "mailto:jane@example.com",
            "javascript:alert(1)",
            " java\nscript:alert(1)",
            "JaVaScRiPt&colon;alert(1)",
            "javascript&#58;alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            'https://example.com/" onclick="alert(1)',
            "https://example.com/)<script>alert(1)</script>",
            "http://[::1",
            "",
        ]
    ),
    TEXTS,
)
KINDS = st.sampled_from(["link", "strong", "emphasis", "code", "image", "math"])


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    kind = draw(
        st.sampled_from(
            ["paragraph", "heading", "list_item", "table_row", "code", "quote", "caption", "line"]
        )
    )
    parts = draw(st.lists(TEXTS, min_size=1, max_size=4))
    separator = {"table_row": "\t", "code": "\n    ", "paragraph": "\n", "quote": "\n"}.get(
        kind, " "
    )
    text = separator.join(part for part in parts if part or kind == "table_row") or "x"
    marks = draw(
        st.lists(
            st.tuples(st.integers(0, len(text)), st.integers(0, len(text)), KINDS, TARGETS, TEXTS),
            max_size=4,
        )
    )
    return Block(
        text,
        kind,
        level=draw(st.integers(0, 7)),
        spans=tuple(
            Span(min(start, end), max(start, end), span, target, label)
            for start, end, span, target, label in marks
        ),
        group=draw(st.integers(0, 2)),
        ordinal=draw(st.integers(0, 3)),
        detail=draw(st.sampled_from(["", "th", "python", 'c"><script>', "```"])),
        verdict=draw(st.sampled_from([Verdict(True, 1.0, "all", ""), REMOVED, COMMENT])),
    )


METADATA = st.builds(
    Metadata,
    title=st.none() | st.text() | TEXTS,
    authors=st.lists(st.text() | TEXTS, max_size=2),
    published=st.none() | st.sampled_from(["2025-05-11", "2025-05-11T10:20:30+02:00", "2025"]),
    site_name=st.none() | st.text(),
    language=st.none() | st.sampled_from(["en", "pt-BR"]) | st.text(),
    url=st.none() | TARGETS,
    image=st.none() | TARGETS,
    description=st.none() | st.text(),
    tags=st.lists(st.text() | TEXTS, max_size=3),
    section=st.none() | st.text(),
)
DOCUMENTS = st.builds(
    Document,
    blocks=st.lists(blocks(), max_size=6),
    metadata=METADATA,
    base=st.sampled_from([None, "https://example.org/dir/page", "javascript:alert(1)//"]),
    show_links=st.booleans(),
    show_images=st.booleans(),
    show_tables=st.booleans(),
    with_comments=st.booleans(),
)
