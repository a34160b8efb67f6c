"""The inline markup of a block as a stream of pieces that nest, whatever its spans do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from declutter.document import Document
from declutter.page import Block, Span, SpanKind

PieceKind = Literal["text", "open", "close", "atom", "break"]

_ATOMS: Final = frozenset({"code", "image", "math"})
_ORDER: Final = {"link": 0, "strong": 1, "emphasis": 2, "math": 3, "code": 4, "image": 5}


class Piece(NamedTuple):
    """A piece of a block: text, the start or end of a span, a span as a whole, or a break.

    `text` is the piece's text, for an image its alternative text. Spans that hold others are links,
    strong and emphasis; an atom (code, image, math) holds nothing but its text.
    """

    kind: PieceKind
    text: str = ""
    span: Span | None = None


def shown_spans(document: Document) -> frozenset[SpanKind]:
    """The kinds of spans that a document with markup shows."""
    kinds: set[SpanKind] = {"strong", "emphasis", "code", "math"}
    if document.show_links:
        kinds.add("link")
    if document.show_images:
        kinds.add("image")
    return frozenset(kinds)


def pieces(block: Block, shown: frozenset[SpanKind], break_at: str = "") -> Iterator[Piece]:
    """The block's text in pieces, with the spans of the kinds in `shown`.

    Spans that overlap are cut so that they nest, one inside another of its own kind goes. At each
    character `break_at` there is a break: all open spans end before it and go on after it. Costs
    the length of the text plus the number of spans times its logarithm.
    """
    text = block.text
    position = 0
    stack: list[Span] = []
    for span in _sound(block, shown):
        while stack and stack[-1].end <= span.start:
            top = stack.pop()
            yield from _run(text, position, top.end, [*stack, top], break_at)
            position = top.end
            yield Piece("close", span=top)
        if span.start < position or any(outer.kind == span.kind for outer in stack):
            continue
        end = min(span.end, stack[-1].end) if stack else span.end
        inside = text[span.start : end]
        if span.kind in _ATOMS and break_at and break_at in inside:
            continue
        yield from _run(text, position, span.start, stack, break_at)
        position = span.start
        if span.kind in _ATOMS:
            position = end
            yield Piece("atom", span.label or inside if span.kind == "image" else inside, span)
        else:
            span = Span(span.start, end, span.kind, span.target, span.label)
            stack.append(span)
            yield Piece("open", span=span)
    while stack:
        top = stack.pop()
        yield from _run(text, position, top.end, [*stack, top], break_at)
        position = top.end
        yield Piece("close", span=top)
    yield from _run(text, position, len(text), stack, break_at)


def _sound(block: Block, shown: frozenset[SpanKind]) -> list[Span]:
    """The spans to show, outer ones first, without the white space at their ends."""
    text = block.text
    sound: list[Span] = []
    for span in block.spans:
        if span.kind not in shown or not 0 <= span.start <= span.end <= len(text):
            continue
        start, end = span.start, span.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end or span.kind == "image" or (span.kind == "math" and span.target):
            sound.append(Span(start, end, span.kind, span.target, span.label))
    sound.sort(key=_outer_first)
    return sound


def _outer_first(span: Span) -> tuple[int, int, int]:
    return span.start, -span.end, _ORDER[span.kind]


def _run(text: str, start: int, end: int, stack: list[Span], break_at: str) -> Iterator[Piece]:
    """The text between two marks, with its breaks."""
    if not break_at:
        if start < end:
            yield Piece("text", text[start:end])
        return
    is_open = True
    for number, part in enumerate(text[start:end].split(break_at)):
        if number:
            if is_open:
                yield from _close_all(stack)
                is_open = False
            yield Piece("break")
        if part:
            if not is_open:
                yield from _open_all(stack)
                is_open = True
            yield Piece("text", part)
    if not is_open:
        yield from _open_all(stack)


def _close_all(stack: list[Span]) -> Iterator[Piece]:
    for span in reversed(stack):
        yield Piece("close", span=span)


def _open_all(stack: list[Span]) -> Iterator[Piece]:
    for span in stack:
        yield Piece("open", span=span)
