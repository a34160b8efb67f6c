"""HTML read under a site rule: the rule looks at an lxml tree, whose elements are the page's own.

The tree that the walk reads is mirrored in lxml node by node, so that what an XPath finds and what
becomes blocks are the same elements, and blocks keep their place in the input.
"""

from __future__ import annotations

import secrets
import string
from typing import Any, Final

from declutter.deadline import Deadline
from declutter.page import Page, Ruled
from declutter.readers.controls import clean_controls
from declutter.readers.html import parse_html, read_document
from declutter.readers.tags import BLOCK_TAGS, PLAIN_INLINE_TAGS
from declutter.site_rules.rule import SiteRule

_BODY: Final = "".join(secrets.choice(string.ascii_lowercase) for _ in range(20))
_STRIP: Final = "".join(secrets.choice(string.ascii_lowercase) for _ in range(20))
"""Names that marked elements get for the walk; no page can know them."""

_CARRIER: Final = "data-component"
_CELLS: Final = frozenset(("td", "th"))
_NODES_BETWEEN_CHECKS: Final = 1024


def read_ruled(
    data: bytes | str, *, charset: str | None, url: str, rule: SiteRule, deadline: Deadline
) -> Page:
    """Read HTML into a Page whose `ruled` says what the rule found on it.

    Raises BrokenSiteRule where the rule turns out to be broken.
    """
    deadline.check_tags(data)
    document, encoding = parse_html(data, charset)
    deadline.check()
    root = document.find("html") or document.root
    if root is None:
        return read_document(document, encoding, deadline)
    mirror = _Mirror(root, deadline)
    found = rule.find(mirror.tree, url)
    deadline.check()
    body = _mark(mirror, found.body, _BODY)
    strip = _mark(mirror, found.strip, _STRIP)
    page = read_document(document, encoding, deadline)
    page.ruled = Ruled(found, _collect(page, _BODY, body), _collect(page, _STRIP, strip))
    return page


class _Mirror:
    """An lxml tree beside a turbohtml tree, and the way back from an element to its node.

    `tables` are the outermost tables around what is in their cells.
    """

    def __init__(self, root: Any, deadline: Deadline) -> None:
        from lxml import etree

        self.tree: Any = etree.Element(root.tag)
        self.nodes: dict[Any, Any] = {}
        self.tables: dict[Any, Any] = {}
        pending: list[tuple[Any, Any, Any]] = [(root, self.tree, None)]
        until_check = _NODES_BETWEEN_CHECKS
        while pending:
            until_check -= 1
            if until_check == 0:
                deadline.check()
                until_check = _NODES_BETWEEN_CHECKS
            node, element, table = pending.pop()
            self.nodes[element] = node
            if table is not None and (node.tag in _CELLS or element.getparent() in self.tables):
                self.tables[element] = table
            elif table is None and node.tag == "table":
                table = node
            _copy_attributes(node, element)
            last: Any = None
            for child in node.children:
                text = getattr(child, "data", None)
                if isinstance(getattr(child, "tag", None), str):
                    try:
                        last = etree.SubElement(element, child.tag)
                    except ValueError:  # a name that XML does not allow
                        last = etree.SubElement(element, "unnamed")
                    pending.append((child, last, table))
                elif isinstance(text, str) and type(child).__name__ == "Text":
                    _append_text(element, last, text)


def _copy_attributes(node: Any, element: Any) -> None:
    for name, value in node.attrs.items():
        joined = " ".join(value) if isinstance(value, list) else value or ""
        try:
            element.set(name, joined)
        except ValueError:  # a name or a character that XML does not allow
            continue


def _append_text(element: Any, last: Any, text: str) -> None:
    try:
        _join_text(element, last, text)
    except ValueError:  # a character that XML does not allow
        _join_text(element, last, clean_controls(text).encode("utf-8", "replace").decode("utf-8"))


def _join_text(element: Any, last: Any, text: str) -> None:
    if last is None:
        element.text = (element.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _mark(mirror: _Mirror, matches: list[tuple[Any, str]], name: str) -> list[str]:
    """Name the nodes of matched elements for the walk; the reasons, each once."""
    reasons: list[str] = []
    numbers: dict[str, int] = {}
    for element, why in matches:
        node = mirror.nodes.get(element)
        if node is None:
            continue
        if why not in numbers:
            numbers[why] = len(reasons)
            reasons.append(why)
        if name == _STRIP:
            node = _set_apart(node, mirror.tables.get(element))
        elif node.tag not in BLOCK_TAGS:
            node.tag = "div"
        number = _letters(numbers[why])
        node.attrs[_CARRIER] = f"{name}{number} {node.attr(_CARRIER) or ''}"
    return reasons


def _set_apart(node: Any, table: Any) -> Any:
    """Give what is stripped a block of its own, also within a sentence or a cell of the table."""
    if node.tag in BLOCK_TAGS and table is not None and node.tag != "tr":
        from turbohtml import Element

        apart = Element("div", {})
        for child in list(node.children):
            apart.append(child)
        table.insert_after(apart)
        return apart
    if node.tag not in BLOCK_TAGS:
        if node.tag in PLAIN_INLINE_TAGS:
            node.tag = "span"
        node.attrs["hidden"] = ""
    return node


def _letters(number: int) -> str:
    """A number in letters: words of attributes have no digits."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _collect(page: Page, name: str, reasons: list[str]) -> dict[int, str]:
    """The marked elements, by index, with why; their marks are taken off."""
    by_word = {name + _letters(number): why for number, why in enumerate(reasons)}
    marked: dict[int, str] = {}
    for at, element in enumerate(page.elements):
        own = [word for word in element.words if word in by_word]
        if own:
            marked[at] = by_word[own[0]]
            element.words = tuple(word for word in element.words if word not in by_word)
    return marked
