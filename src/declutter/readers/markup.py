"""Tags of HTML within Markdown: dropped, but for the few that say something about the text."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from declutter.page import SpanKind
from declutter.readers.inline import InlineText

_NAME: Final = re.compile(r"</?([a-zA-Z][\w-]*)")
_ATTRIBUTE: Final = re.compile(
    r"""\s(href|src|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.I
)
_SPANS: Final[dict[str, SpanKind]] = {
    "a": "link",
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "code": "code",
    "kbd": "code",
}
_SKIPPED: Final = frozenset({"script", "style", "template", "svg", "textarea"})
_UNSEEN: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template|svg|textarea|title)\b.*?(?:</\1\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_INLINE_NAMES: Final = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "em", "font", "i"),
        *("img", "input", "ins", "kbd", "mark", "picture", "q", "s", "samp", "small", "source"),
        *("span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
_CLOSED_BY: Final = {"<![CDATA[": "]]>", "<?": "?>"}
"""To Markdown, all is raw between these; to HTML, such a mark ends with its first ">"."""
_TAG: Final = re.compile(r"(</?[a-zA-Z][^<>]*>|<[!?][^<>]*>)")


def inline_tag(inline: InlineText, tag: str) -> None:
    """Take up one tag, or comment, that stands within a line of Markdown."""
    match = _NAME.match(tag)
    if match is None:
        return
    name = match[1].lower()
    closes = tag.startswith("</")
    if name in _SKIPPED:
        if closes:
            inline.end_skip(name)
        elif not tag.endswith("/>"):
            inline.skip(name)
    elif name == "br":
        inline.line_break()
    elif name == "img":
        attributes = _attributes(tag)
        inline.image(attributes.get("src", ""), attributes.get("alt", ""))
    elif name in _SPANS:
        if closes:
            inline.close(_SPANS[name])
        elif not tag.endswith("/>"):
            target = _attributes(tag).get("href", "") if name == "a" else ""
            inline.open(_SPANS[name], target)


def markup_pieces(html: str) -> list[str]:
    """A block of HTML cut at its tags: text, tag, text, tag and so on, ending with a text.

    Comments, scripts, styles and the like are gone, entities are characters.
    """
    pieces = _TAG.split(_UNSEEN.sub("", html))
    for index in range(0, len(pieces), 2):
        pieces[index] = unescape(pieces[index])
    return pieces


def unclosed_mark(html: str) -> str:
    """The mark that opens a block of HTML and that nothing closes; empty where there is none."""
    for mark, end in _CLOSED_BY.items():
        if html.startswith(mark) and end not in html:
            return mark
    return ""


def drop_unclosed(text: str, mark: str) -> str:
    """The text without the marks of this kind that nothing closes."""
    closed = text.rfind(_CLOSED_BY[mark]) + 1
    return text[:closed] + text[closed:].replace(mark, "")


def parting_tag(tag: str) -> str | None:
    """The lower-case name of a tag that parts blocks, None for one that stands within a line."""
    match = _NAME.match(tag)
    if match is None:
        return None
    name = match[1].lower()
    return None if name in _INLINE_NAMES else name


def _attributes(tag: str) -> dict[str, str]:
    return {
        name.lower(): unescape(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(tag[:10_000])
    }
