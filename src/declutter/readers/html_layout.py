"""The original page again, harmless and with its blocks marked: to be looked at, not judged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from declutter.page import Block
from declutter.readers.decode import decode_wide
from declutter.readers.html import parse_html
from declutter.readers.html_nodes import position_of
from declutter.readers.tags import BLOCK_TAGS, PLAIN_INLINE_TAGS

_BOXES: Final = {
    "img": "image",
    "picture": "image",
    "svg": "drawing",
    "canvas": "drawing",
    "video": "video",
    "audio": "sound",
    "iframe": "frame",
    "object": "object",
    "embed": "object",
    "applet": "object",
    "input": "field",
    "textarea": "field",
    "select": "choice",
}
"""What would fetch, draw or take input, and the word that stands in a box for it."""

_LABELS: Final = ("alt", "aria-label", "placeholder", "title", "value")
_GONE: Final = frozenset(
    (
        *("script", "style", "head", "template", "title", "noscript", "noembed", "noframes"),
        *("map", "datalist", "param", "source", "track", "link", "meta", "base"),
    )
)
_OBSOLETE: Final = frozenset(
    ("font", "nobr", "acronym", "tt", "big", "strike", "center", "dir", "menu", "body")
)
_TAGS: Final = (
    frozenset(
        ("a", "br", "span", "time", "ruby", "rt", "rp", "colgroup", "col", "data", "output")
    ).union(BLOCK_TAGS, PLAIN_INLINE_TAGS)
    - _OBSOLETE
)
_RENAMED: Final = {
    "button": "span",
    "dialog": "div",
    "form": "div",
    "label": "span",
    "search": "div",
    "center": "div",
    "dir": "ul",
    "menu": "ul",
    "plaintext": "pre",
    "xmp": "pre",
    "listing": "pre",
}
_ATTRIBUTES: Final = {
    "*": frozenset({"dir", "lang"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan"}),
    "ol": frozenset({"start", "reversed"}),
    "li": frozenset({"value"}),
    "mark": frozenset({"data-block", "data-family", "data-first"}),
    "span": frozenset({"data-box"}),
}
_OWN_ATTRIBUTES: Final = ("data-block", "data-family", "data-first", "data-box")
_LONGEST_LABEL: Final = 120
_MOST_OPEN: Final = 8
"""Blocks kept in mind that have begun and not ended: hidden text is a block inside another."""


def lay_out(
    data: bytes | str, charset: str | None, blocks: list[Block], families: list[str]
) -> str:
    """The inside of the page's body with every block in `<mark data-block= data-family=>`.

    `blocks` are those read from the same data, `families` what each is marked with. Sanitised: no
    script, style, address or event handler is left; what would be fetched is a box with its name.
    """
    wide = decode_wide(data) if isinstance(data, bytes) else None
    document, _ = parse_html(data, charset) if wide is None else parse_html(wide[0], None)
    body = document.find("body") or document.root
    if body is None:
        return ""
    _mark_blocks(body, blocks, families)
    renamed = _replace(body)
    return _sanitise(body, renamed)


def _replace(body: Any) -> dict[str, str]:
    """Put boxes where something would be fetched; give the tags to rename, and to what."""
    from turbohtml import Element, Text

    renamed = dict(_RENAMED)
    for node in list(body.iter_elements()):
        tag: str = node.tag
        for name in _OWN_ATTRIBUTES:
            if name in node.attrs and (tag != "mark" or not _is_ours(node)):
                del node.attrs[name]
        if tag in _BOXES and node.parent is not None:
            label = next((node.attr(name) for name in _LABELS if node.attr(name)), None)
            text = " ".join(str(label).split())[:_LONGEST_LABEL] if label else ""
            word = _BOXES[tag]
            box = Element("span", {"data-box": word})
            box.append(Text(f"{word}: {text}" if text else word))
            node.replace_with(box)
        elif tag == "details":
            node.attrs["open"] = ""
        elif "-" in tag and tag not in renamed:
            renamed[tag] = "div"
    return renamed


def _is_ours(mark: Any) -> bool:
    return mark.position is None


def _sanitise(body: Any, renamed: dict[str, str]) -> str:
    from turbohtml.clean import OnDisallowed, Policy, Sanitizer

    policy = Policy(
        tags=_TAGS,
        attributes={**_ATTRIBUTES, "details": frozenset({"open"})},
        url_schemes=frozenset(),
        allow_relative_urls=False,
        on_disallowed_tag=OnDisallowed.STRIP,
        remove_with_content=_GONE,
        css_properties=frozenset(),
        transform_tags=renamed,
        allow_svg=False,
        allow_mathml=False,
    )
    return Sanitizer(policy).sanitize(body)


def _mark_blocks(body: Any, blocks: list[Block], families: list[str]) -> None:
    """Wrap the text of every block, told by where its first element stands and by what it says."""
    from turbohtml import Element, Text

    trail = _Trail(blocks)
    begun: set[int] = set()
    for node in [node for node in body.descendants if isinstance(node, Text)]:
        text: str = node.data
        if not text.strip():
            continue
        pieces: list[Any] = []
        for at, piece in trail.follow(text, position_of(node)):
            if at is None:
                pieces.append(Text(piece))
                continue
            mark = Element("mark", {"data-block": str(at), "data-family": families[at]})
            if at not in begun:
                begun.add(at)
                mark.attrs["data-first"] = ""
            mark.append(Text(piece))
            pieces.append(mark)
        if len(pieces) > 1 or not isinstance(pieces[0], Text):
            node.replace_with(*pieces)


class _Trail:
    """Which block the text of a page belongs to, as it goes by in the page's order."""

    def __init__(self, blocks: list[Block]) -> None:
        self._texts = [_squeeze(block.text) for block in blocks]
        self._done = [0] * len(blocks)
        self._places = [block.source if block.origin == "page" else None for block in blocks]
        self._starting: dict[tuple[int, int] | None, list[int]] = {}
        for at in range(len(blocks) - 1, -1, -1):
            self._starting.setdefault(self._places[at], []).append(at)
        self._starting.pop(None, None)
        self._open: list[int] = []

    def follow(self, text: str, place: tuple[int, int] | None) -> Iterator[tuple[int | None, str]]:
        """The text in pieces, each with the index of its block, None for a piece of none."""
        squeezed = _squeeze(text)
        begin = done = 0
        while begin < len(text):
            at = self._fitting(squeezed, done, place)
            if at is None:
                yield None, text[begin:]
                return
            common = min(len(squeezed) - done, len(self._texts[at]) - self._done[at])
            self._done[at] += common
            if self._done[at] == len(self._texts[at]):
                self._close(at)
            done += common
            end = len(text) if done == len(squeezed) else _offset_behind(text, begin, common)
            yield at, text[begin:end]
            begin = end

    def _fitting(self, text: str, begin: int, place: tuple[int, int] | None) -> int | None:
        """The block that text[begin:] goes on with, or begins at the place."""
        for at in reversed(self._open):
            if self._fits(at, text, begin):
                return at
        starting = self._starting.get(place, [])
        for back in range(len(starting) - 1, max(len(starting) - 1 - _MOST_OPEN, -1), -1):
            if self._fits(starting[back], text, begin):
                at = starting.pop(back)
                self._open = [*self._open[1 - _MOST_OPEN :], at]
                return at
        return None

    def _close(self, at: int) -> None:
        """Leave a block that is done; the other part of one that was cut in two comes next."""
        self._open.remove(at)
        starting = self._starting.get(self._places[at], [])
        if starting and starting[-1] == at + 1:
            self._open.append(starting.pop())

    def _fits(self, at: int, text: str, begin: int) -> bool:
        ahead = min(len(self._texts[at]) - self._done[at], len(text) - begin)
        return ahead > 0 and self._texts[at].startswith(text[begin : begin + ahead], self._done[at])


def _squeeze(text: str) -> str:
    """The text without white space and control characters: what page and block agree on."""
    return "".join(character for character in text if character.isprintable() and character != " ")


def _offset_behind(text: str, begin: int, count: int) -> int:
    """The offset behind `count` squeezed characters from `begin`, and the white space after."""
    at = begin
    while count:
        if text[at].isprintable() and text[at] != " ":
            count -= 1
        at += 1
    while at < len(text) and text[at].isspace():
        at += 1
    return at
