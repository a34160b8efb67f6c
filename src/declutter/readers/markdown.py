"""Markdown becomes blocks: the events of a CommonMark parser, put together to a Page.

The parser is pulldown-cmark, by way of pyromark: its time grows linearly with the text, however
deeply that nests, and it does not recurse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Any, Final

from declutter.deadline import Deadline
from declutter.page import Page
from declutter.readers.headers import take_headers
from declutter.readers.inline import Inline
from declutter.readers.markdown_addresses import mend_addresses
from declutter.readers.markdown_builder import LEVELS, Builder
from declutter.readers.markdown_code import Code
from declutter.readers.markdown_places import Places
from declutter.readers.markup import drop_unclosed, inline_tag

_CHECK_EVERY: Final = 4_096
_MARKS: Final = "\n*_`~[<>|!&-+#"


def read_markdown(text: str, *, deadline: Deadline) -> Page:
    """Read Markdown, as `clean_text` leaves it, into a Page.

    Headings, lists, tables, quotes and code are blocks of these kinds; links, images and emphasis
    are spans; lists, tables and quotes are elements too. Tags of HTML are dropped and their text is
    kept, but for comments, scripts and styles. Raises PageTimeout past the deadline.
    """
    deadline.check_marks(text, _MARKS)
    headers, start = take_headers(text)
    first_line = text.count("\n", 0, start) + 1
    if start:
        text = text[start:]
    builder = _build(text, first_line, deadline)
    while builder.unclosed:  # it took the rest of the page for raw HTML
        whole, text = text, drop_unclosed(text, builder.unclosed)
        if text == whole:
            break
        builder = _build(text, first_line, deadline)
    page = Page(format="markdown", blocks=builder.blocks, elements=builder.elements)
    page.declared.headers = headers
    return page


def _build(text: str, first_line: int, deadline: Deadline) -> Builder:
    """The blocks of a text that begins in the line of this number."""
    text, joined = mend_addresses(text)
    builder = Builder(Places(text, first_line, joined))
    deadline.check()
    _take_events(builder, text, deadline, None)
    return builder


def _take_events(builder: Builder, text: str, deadline: Deadline, inside: Code | None) -> None:
    """Take up all events of a text, which is the whole or stands `inside` what looks like code."""
    count = 0
    for event, place in _parser()(text):
        count += 1
        if count % _CHECK_EVERY == 0:
            deadline.check()
            deadline.check_size(len(builder.blocks), len(builder.elements))
        if isinstance(event, str):
            _read_mark(builder, event)
            continue
        at = place["start"]
        if inside is not None:
            at = inside.source_of(at)
        for name, value in event.items():  # one
            if name == "Start":
                _start(builder, value, at)
            elif name == "End":
                _end(builder, value)
                code, builder.misread = builder.misread, None
                if code is not None:
                    builder.depth += 1
                    _take_events(builder, "".join(code.parts), deadline, code)
                    builder.depth -= 1
            else:
                if builder.source < 0:
                    builder.source = at
                _read_inline(builder, name, value, at)
    builder.flush()


@cache
def _parser() -> Callable[[str], Iterable[tuple[Any, Any]]]:
    """What gives the events of a text, each with its place; loaded for the first page."""
    from pyromark import Options, events_with_range

    options = Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_FOOTNOTES
    return partial(events_with_range, options=options)


def _read_mark(builder: Builder, name: str) -> None:
    """Take up an event without content: a break within a block, or a rule between blocks."""
    if name == "SoftBreak":
        builder.inline.text(" ")
    elif name == "HardBreak":
        builder.inline.line_break()
    elif name == "Rule":
        builder.flush()


def _read_inline(builder: Builder, name: str, value: Any, at: int) -> None:
    """Take up an event with content that begins at a byte of the source."""
    if name == "Text":
        if builder.code is not None:
            builder.code.add(value, at)
        else:
            builder.inline.text(value)
    elif name == "Html":
        if builder.html is not None:
            builder.html.append(value)
    elif name == "Code":
        builder.inline.open("code")
        builder.inline.text(value)
        builder.inline.close("code")
    elif name == "InlineHtml":
        inline_tag(builder.inline, value)
    elif name == "FootnoteReference":
        builder.inline.text(f"[{value}]")


def _start(builder: Builder, value: Any, place: int) -> None:
    """Enter what an event begins."""
    if isinstance(value, str):
        _enter(builder, value, None, place)
    else:
        for name, detail in value.items():  # one
            _enter(builder, name, detail, place)


def _enter(builder: Builder, name: str, detail: Any, place: int) -> None:
    inline = builder.inline
    if name == "Paragraph":  # what is frequent goes first
        builder.flush()
    elif name == "Link":
        inline.open("link", detail["dest_url"])
    elif name == "Item":
        builder.flush()
        builder.open_element("li")
        builder.fresh_item = True
    elif name == "Image":
        if builder.source < 0:
            builder.source = place
        inline.open_image(detail["dest_url"])
    elif name == "Emphasis":
        inline.open("emphasis")
    elif name == "Strong":
        inline.open("strong")
    elif name == "Strikethrough":
        pass
    elif name == "TableCell":
        inline.take()
    elif name in ("TableHead", "TableRow"):
        builder.cells = []
        builder.source = place
    else:
        builder.flush()
        _start_block(builder, name, detail, place)


def _start_block(builder: Builder, name: str, detail: Any, place: int) -> None:
    if name == "Heading":
        builder.kind, builder.level = "heading", LEVELS.get(detail["level"], 6)
    elif name == "List":
        if not builder.lists:
            builder.group = builder.new_group()
        builder.lists.append(0 if detail is None else int(detail))
        builder.open_element("ul" if detail is None else "ol")
    elif name == "BlockQuote":
        builder.quotes += 1
        builder.open_element("blockquote")
    elif name == "Table":
        builder.group = builder.new_group()
        builder.open_element("table")
    elif name == "CodeBlock":
        builder.source = place
        fenced = detail.get("Fenced", "") if isinstance(detail, dict) else ""
        language = fenced.split(None, 1)[0].strip("{}.") if fenced.strip() else ""
        builder.code = Code(detail == "Indented", language)
    elif name == "HtmlBlock":
        builder.source = place
        builder.html = []


def _end(builder: Builder, value: Any) -> None:
    """Leave what an event ends."""
    name = value if isinstance(value, str) else next(iter(value))
    inline = builder.inline
    if name == "Paragraph":
        builder.flush()
    elif name == "Link":
        inline.close("link")
    elif name == "Item":
        builder.flush()
        builder.end_item()
    elif name == "Image":
        inline.close_image()
    elif name == "Emphasis":
        inline.close("emphasis")
    elif name == "Strong":
        inline.close("strong")
    elif name == "TableCell":
        if builder.cells is not None:
            builder.cells.append(inline.take() or Inline("", []))
    elif name in ("TableHead", "TableRow"):
        builder.end_row(name == "TableHead")
    elif name == "CodeBlock":
        builder.end_code()
    elif name == "HtmlBlock":
        builder.end_html()
    elif name != "Strikethrough":
        builder.flush()
        _end_block(builder, name)


def _end_block(builder: Builder, name: str) -> None:
    if name == "Heading":
        builder.kind, builder.level = "paragraph", 0
    elif name == "List":
        builder.lists.pop()
        builder.close_element()
        builder.fresh_item = False
    elif name == "BlockQuote":
        builder.quotes -= 1
        builder.close_element()
    elif name == "Table":
        builder.close_element()
