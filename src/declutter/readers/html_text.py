"""The text of a block in the making: its parts, what joins them, and the spans that lie on it."""

from __future__ import annotations

from typing import Final

from declutter.page import Span, SpanKind, new_span
from declutter.readers.controls import clean_controls

_NO_SPANS: Final[tuple[Span, ...]] = ()
_SOFT_HYPHEN: Final = "\u00ad"
_MOST_OPEN_SPANS: Final = 32
_MOST_IMAGES: Final = 8


class BlockText:
    """What has been read of a block's text, and the spans that stand open around it."""

    def __init__(self) -> None:
        self.length = 0
        self.space = False
        self.newline = False
        self.tabs = 0
        self.link_length = 0
        self.open: list[tuple[SpanKind, str, int]] = []
        self._first = ""
        self._parts: list[str] = []  # what follows the first, which in most blocks is nothing
        self._spans: list[Span] = []
        self._images: list[Span] = []
        self._link_depth = 0
        self._link_end = -1

    def add(self, data: str) -> None:
        """Add text of the page, its white space folded; what joins it to the text before it is
        what stood between them."""
        begin = first_shown(data)
        if begin == len(data):  # as are most of the texts between tags
            self.space = True
            return
        end = past_shown(data)
        piece = data[begin:end]
        if not is_folded(piece):
            piece = " ".join(piece.split())
            if not piece.isprintable():
                piece = " ".join(cleaned(piece).split())
                if not piece:
                    self.space = True
                    return
        if self.tabs:
            piece = "\t" * self.tabs + piece
            self.tabs = 0
        elif self.length:
            if self.newline:
                piece = "\n" + piece
            elif self.space or begin:
                piece = " " + piece
        self.newline = False
        self.space = end < len(data)
        self._append(piece)

    def add_preformatted(self, data: str) -> None:
        """Add text whose white space stays."""
        if not self.length:
            data = data.lstrip("\r\n")
        if not data.isprintable():
            data = cleaned(data)
        if data:
            self._append(data)

    def add_line_break(self) -> None:
        """Add a line break to preformatted text."""
        if self.length:
            self._parts.append("\n")
            self.length += 1

    def _append(self, piece: str) -> None:
        if self.length:
            self._parts.append(piece)
        else:
            self._first = piece
        self.length += len(piece)
        if self._link_depth:
            self.link_length += len(piece)

    def _next_offset(self) -> int:
        """Where the next piece of text will start, blanks apart."""
        if self.length and (self.space or self.newline or self.tabs):
            return self.length + 1
        return self.length

    # Spans

    def open_span(self, kind: SpanKind, target: str) -> bool:
        """Open a span around the text to come; whether it was, and is to be closed."""
        if len(self.open) >= _MOST_OPEN_SPANS:
            return False
        self.open.append((kind, target, self._next_offset()))
        if kind == "link":
            self._link_depth += 1
        return True

    def close_span(self) -> None:
        """Close the span opened last; it is kept where it has text, or is a formula."""
        kind, target, start = self.open.pop()
        if kind == "link":
            self._link_depth -= 1
        if start < self.length or kind == "math":
            self._spans.append(new_span(start, max(start, self.length), kind, target, ""))
            if kind == "link":
                self._link_end = self.length

    def part_links(self) -> None:
        """See to it that two links without a blank between them are two words."""
        if self.length and self._link_end == self.length:
            self.space = True

    def add_formula(self, source: str) -> None:
        """Put a formula, which shows no text, at the place reached."""
        start = self._next_offset()
        self._spans.append(new_span(start, start, "math", source, ""))

    def has_room_for_image(self) -> bool:
        return len(self._images) < _MOST_IMAGES

    def add_image(self, target: str, label: str) -> None:
        """Put an image at the place reached; one before any text waits for the next block."""
        at = self.length
        image = new_span(at, at, "image", target, label)
        if at:
            self._spans.append(image)
        else:
            self._images.append(image)

    # The end of a block

    def finish(self, preformatted: bool) -> str:
        """The text of the block that ends here, its end stripped where it is preformatted."""
        text = self._first
        if self._parts:
            text += "".join(self._parts)
        if preformatted:
            text = text.rstrip()
            if "\t" in text:
                text = text.expandtabs(4)
                self._spans.clear()  # they point into the text as it was
            elif self._spans:
                self._spans = [span for span in self._spans if span.end <= len(text)]
        return text

    def finished_spans(self, length: int) -> tuple[Span, ...]:
        """The spans of the block that ends here, `length` characters long."""
        if not (self.open or self._spans or self._images):
            return _NO_SPANS
        spans = [_within(span, length) for span in self._spans]
        if self._images:
            spans = self._images + spans
            self._images = []
        for kind, target, start in self.open:
            if start < length:
                spans.append(new_span(start, length, kind, target, ""))
        return tuple(spans)

    def start(self) -> None:
        """Start the next block; spans that stand open go on in it."""
        if self.length:
            if self._parts:
                self._parts = []
            if self._spans:
                self._spans = []
            self.length = 0
            self.link_length = 0
            self._link_end = -1
            if self.open:
                self.open = [(kind, target, 0) for kind, target, _ in self.open]
        self.space = False
        self.newline = False
        self.tabs = 0


def first_shown(data: str) -> int:
    """The offset of the first character that is no white space, the length where there is none."""
    for at, character in enumerate(data):
        if not character.isspace():
            return at
    return len(data)


def past_shown(data: str) -> int:
    """The offset behind the last character that is no white space, 0 where there is none."""
    end = len(data)
    while end and data[end - 1].isspace():
        end -= 1
    return end


def is_folded(text: str) -> bool:
    """Whether a text has no white space but single blanks, and nothing that is not printable."""
    after_blank = False
    for character in text:
        if character == " ":
            if after_blank:
                return False
            after_blank = True
        elif "!" <= character <= "~" or character.isprintable():
            after_blank = False
        else:
            return False
    return True


def _within(span: Span, length: int) -> Span:
    """A span of a text of that length; a formula behind the last blank begins past it."""
    if span.end <= length:
        return span
    return new_span(min(span.start, length), length, span.kind, span.target, span.label)


def cleaned(text: str) -> str:
    """The text without the characters that no text should have; before offsets are taken in it."""
    return clean_controls(text.replace(_SOFT_HYPHEN, ""))
