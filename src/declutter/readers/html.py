"""HTML becomes blocks: bytes to a tree by the rules of browsers, the tree to a Page by one walk."""

from __future__ import annotations

import re
from typing import Any, Final

from declutter.deadline import Deadline
from declutter.page import Declared, Page
from declutter.readers.html_declared import read_meta, read_relation
from declutter.readers.html_streamed import place_streamed
from declutter.readers.html_walk import Walk
from declutter.readers.json_scripts import read_json_scripts

_XML_ENCODING: Final = re.compile(
    rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']"
)
_ENOUGH_WORDS: Final = 60
"""Words of prose in sight below which a page may keep its text where only programs look."""
_PROSE_WORDS: Final = 10


def read_html(data: bytes | str, *, charset: str | None, deadline: Deadline) -> Page:
    """Read an HTML document or fragment into a Page.

    Bytes are decoded by their byte order mark, else the `charset` of the HTTP header, else what
    they declare or look like; an unknown label is passed over.
    """
    deadline.check_tags(data)
    document, encoding = parse_html(data, charset)
    deadline.check()
    walk = _walk_through(document, deadline)
    if place_streamed(document, walk.unread, data):
        walk = _walk_through(document, deadline)
    return _read_walked(walk, encoding)


def read_document(document: Any, encoding: str | None, deadline: Deadline) -> Page:
    """Read a parsed document, and the encoding it was in, into a Page, in one walk."""
    return _read_walked(_walk_through(document, deadline), encoding)


def _walk_through(document: Any, deadline: Deadline) -> Walk:
    """A walk over all of a document."""
    declared = Declared()
    walk = Walk(declared, deadline)
    root = document.root
    if root is not None:
        declared.language = root.attr("lang") or root.attr("xml:lang")
        for child in root.children:
            if getattr(child, "tag", None) == "head":
                read_head(child, walk)
            else:
                walk.read((child,), "page")
    return walk


def _read_walked(walk: Walk, encoding: str | None) -> Page:
    """What a walk found as a Page; what the document keeps unseen is read where it shows little."""
    declared = walk.declared
    declared.json_ld = read_json_scripts(walk.linked_data)
    page = Page("html", walk.blocks, walk.elements, declared, encoding=encoding)
    if not shows_prose(page):
        from declutter.readers.html_fallback import read_unseen  # which few pages need

        read_unseen(walk, declared)
    return page


def parse_html(data: bytes | str, charset: str | None) -> tuple[Any, str | None]:
    """Parse HTML into a turbohtml document; with the name of the encoding that bytes are in."""
    if isinstance(data, str):
        return _parse(data), None
    text = None if charset else plain_utf8(data)
    if text is not None:
        return _parse(text), "UTF-8"
    stated = charset or declared_by_xml(data) or unmarked_utf16(data)
    try:
        document = _parse(data, encoding=stated, detect_encoding=True)
    except LookupError:
        document = _parse(data, detect_encoding=True)
    return document, document.encoding


def _parse(data: bytes | str, **options: Any) -> Any:
    """Parse as browsers do that run scripts: what noscript holds is text, so that an element that
    is left open in it swallows nothing of the page."""
    from declutter.readers.parser import parse

    return parse(data, scripting=True, allow_declarative_shadow_roots=False, **options)


def plain_utf8(data: bytes) -> str | None:
    """The text of bytes that are UTF-8 and more than ASCII, whatever they declare: text of another
    encoding is next to never valid UTF-8, and pages are saved anew without their labels."""
    if data.isascii():
        return None
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None


def declared_by_xml(data: bytes) -> str | None:
    """The encoding that an XML declaration at the top names."""
    found = _XML_ENCODING.match(data[:300])
    return None if found is None else found.group(1).decode("ascii")


def unmarked_utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, told by the zero bytes of its first tag."""
    head = data[:200]
    if len(head) < 8 or head.count(0) * 3 < len(head):
        return None
    return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"


def read_head(head: Any, walk: Walk) -> None:
    """Keep what the head of a document declares."""
    declared = walk.declared
    for child in head.children:
        tag = getattr(child, "tag", None)
        if tag == "meta":
            read_meta(child, declared)
        elif tag == "link":
            read_relation(child, declared)
        elif tag == "title":
            if declared.title is None:
                declared.title = " ".join(child.text.split())
        elif tag == "base":
            if declared.base is None:
                declared.base = child.attr("href")
        elif tag == "script":
            walk.note_script(child)


def shows_prose(page: Page) -> bool:
    """Whether a page shows enough text outside links and lists of short lines."""
    words = 0
    blocks = page.blocks
    for at in range(len(blocks)):
        block = blocks[at]
        text = block.text
        if not block.hidden and 2 * block.link_length < len(text):
            own = text.count(" ") + 1
            if own >= _PROSE_WORDS or not text.isascii():
                words += max(own, len(text) // 12)
                if words >= _ENOUGH_WORDS:
                    return True
    return False
