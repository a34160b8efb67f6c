"""The text of one block while it is put together: white space folded, markup kept as spans."""

from __future__ import annotations

import re
from typing import Final

from declutter.page import Span, SpanKind, new_span
from declutter.readers.controls import clean_controls
from declutter.readers.html_text import is_folded

_NO_SPANS: Final[tuple[Span, ...]] = ()
_STARS: Final = "**"
_MOST_OPEN: Final = 64  # marks that are open at one place; more are no markup but an attack
_DANGLING: Final = re.compile(
    r"\]\(<?([^\s()<>]{1,2000}(?:\([^\s()<>]{0,200}\))?)>?(?: \"[^\"]{0,500}\")?\)"
)
_NUMBERED_IMAGE: Final = re.compile(r"Image \d+(?:: |\Z)")  # as reader services number them


class Inline:
    """The text of a block, or of a cell, and its markup."""

    __slots__ = ("marks", "text")

    def __init__(self, text: str, marks: list[Span]) -> None:
        self.text = text
        self.marks = marks

    def spans(self) -> tuple[Span, ...]:
        """The markup in the order in which it begins."""
        if not self.marks:
            return _NO_SPANS
        if len(self.marks) > 1:
            self.marks.sort(key=_by_place)
        return tuple(self.marks)

    def link_length(self) -> int:
        """How many characters of the text stand in links."""
        length = 0
        for span in self.marks:
            if span.kind == "link":
                length += span.end - span.start
        return length

    def append(self, other: Inline, between: str) -> None:
        """Put another text and its markup after this one."""
        shift = len(self.text) + len(between)
        self.text += between + other.text
        for span in other.marks:
            self.marks.append(
                new_span(span.start + shift, span.end + shift, span.kind, span.target, span.label)
            )

    def cut(self, start: int, end: int) -> None:
        """Take out a part of the text, and the blanks that it leaves at the ends."""
        text = self.text[:start] + self.text[end:]
        lead = len(text) - len(text.lstrip())
        text = text.strip()
        kept: list[Span] = []
        for span in self.marks:
            first = _after_cut(span.start, start, end, lead, len(text))
            last = _after_cut(span.end, start, end, lead, len(text))
            if first < last or span.kind == "image":
                kept.append(new_span(first, last, span.kind, span.target, span.label))
        self.text, self.marks = text, kept

    def cut_dangling_target(self) -> str | None:
        """Take out "](address)" where no bracket before it opens a link; give back the address."""
        match = _DANGLING.search(self.text)
        if match is None or "[" in self.text[: match.start()]:
            return None
        self.cut(match.start(), match.end())
        return match[1]

    def mend_strong(self) -> None:
        """Take what stands between two pairs of stars for strong where a blank, or a letter behind
        a mark, kept Markdown from it: but for stars with blanks within, which may be sums, and for
        a pair that is alone."""
        if self.text.count(_STARS) > _MOST_OPEN:
            return
        at = self.text.find(_STARS)
        while at >= 0:
            end = self.text.find(_STARS, at + 2)
            if end < 0:
                return
            inner = self.text[at + 2 : end]
            strong = inner.strip()
            if inner[:1].isspace() and inner[-1:].isspace():
                at = end
                continue
            if strong:
                begin = self.text.index(strong, at + 2)
                self.marks.append(new_span(begin, begin + len(strong), "strong", "", ""))
            self.cut(end, end + 2)
            self.cut(at, at + 2)
            at = self.text.find(_STARS, max(at - 2, 0))

    def link_all(self, target: str) -> None:
        """Make one link of the whole text."""
        self.marks = [span for span in self.marks if span.kind != "link"]
        if self.text:
            self.marks.append(new_span(0, len(self.text), "link", target, ""))


class InlineText:
    """Takes up the inline events of a block one by one; `take` gives the block's text."""

    __slots__ = ("_blank", "_images", "_length", "_marks", "_open", "_parts", "_skip")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blank = True  # the text is empty or ends with white space
        self._marks: list[Span] = []
        self._open: list[tuple[SpanKind, str, int]] = []
        self._images: list[tuple[str, list[str]]] = []  # address and label of open images
        self._skip = ""  # the element whose content is dropped

    def _reset(self) -> None:
        self._parts.clear()
        self._length = 0
        self._blank = True
        self._marks = []  # those before are the text's that was taken
        if self._open:
            self._open.clear()
        if self._images:
            self._images.clear()
        self._skip = ""

    def text(self, text: str) -> None:
        """Add text; runs of white space become one blank."""
        if self._skip:
            return
        if self._images:
            self._images[-1][1].append(text)
            return
        if not is_folded(text):
            text = _fold(text)
        if self._blank and text and text[0] == " ":
            text = text[1:]
        if text:
            self._parts.append(text)
            self._length += len(text)
            self._blank = text[len(text) - 1] == " "

    def line_break(self) -> None:
        """Add a line break that is part of the text."""
        if self._skip or self._images or not self._parts:
            return
        if self._blank:
            last = self._parts[-1].rstrip(" ")
            self._length -= len(self._parts[-1]) - len(last)
            self._parts[-1] = last
        self._parts.append("\n")
        self._length += 1
        self._blank = True

    def open(self, kind: SpanKind, target: str = "") -> None:
        """Begin a stretch of markup; a link ends the link before it, for links do not nest."""
        if kind == "link":
            self.close("link")
        if not self._images and len(self._open) < _MOST_OPEN:
            self._open.append((kind, target, self._length))

    def close(self, kind: SpanKind) -> None:
        """End the innermost open stretch of this kind, where there is one."""
        if self._images:
            return
        for index in range(len(self._open) - 1, -1, -1):
            opened, target, start = self._open[index]
            if opened == kind:
                del self._open[index]
                if self._length > start:
                    self._marks.append(new_span(start, self._length, kind, target, ""))
                return

    def open_image(self, target: str) -> None:
        """Begin an image; text up to its end is its label."""
        self._images.append((target, []))

    def close_image(self) -> None:
        """End the innermost image."""
        if self._images:
            target, parts = self._images.pop()
            if not self._images:
                self.image(target, "".join(parts))

    def image(self, target: str, label: str) -> None:
        """Add an image; its label is no text of the block."""
        if self._skip:
            return
        if not is_folded(label):
            label = _fold(label)
        label = label.strip()
        if label.startswith("Image "):
            number = _NUMBERED_IMAGE.match(label)
            if number:
                label = label[number.end() :].strip()
        self._marks.append(new_span(self._length, self._length, "image", target, label))

    def skip(self, tag: str) -> None:
        """Drop text until `end_skip` with the same name."""
        if not self._skip:
            self._skip = tag

    def end_skip(self, tag: str) -> None:
        if self._skip == tag:
            self._skip = ""

    def take(self) -> Inline | None:
        """The text so far and its markup, None where there is no text; starts anew."""
        if not self._parts:
            if self._marks or self._open or self._images or self._skip:
                self._reset()
            return None
        while self._open:
            self.close(self._open[-1][0])
        text = "".join(self._parts)
        if self._blank:
            text = text.rstrip()
        length = len(text)
        marks = self._marks
        for index in range(len(marks) - 1, -1, -1):
            mark = marks[index]
            start, end = mark.start, mark.end
            if end > length or (start < end and text[start].isspace()):
                end = min(end, length)
                while start < end and text[start].isspace():
                    start += 1
                if start < end or mark.kind == "image":
                    marks[index] = new_span(
                        min(start, end), end, mark.kind, mark.target, mark.label
                    )
                else:
                    del marks[index]
        self._reset()
        return Inline(text, marks) if text else None


def _fold(text: str) -> str:
    """White space folded to single blanks, one left at either end where there was any."""
    text = clean_controls(text)
    folded = " ".join(text.split())
    if not folded:
        return " " if text else ""
    if text[0].isspace():
        folded = " " + folded
    return folded + " " if text[-1].isspace() else folded


def _after_cut(place: int, start: int, end: int, lead: int, length: int) -> int:
    if place >= end:
        place -= end - start
    elif place > start:
        place = start
    return min(max(place - lead, 0), length)


def _by_place(span: Span) -> tuple[int, int]:
    return span.start, -span.end
