"""Which format a text is in that is no whole HTML document, by the marks of each.

A room of its own: most pages say at their top that they are HTML, and need none of these patterns.
"""

from __future__ import annotations

import re
from typing import Final

from declutter.page import InputFormat

_WEIGHED: Final = 16_384
_BLOCK_TAGS: Final = (
    "address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure|"
    "footer|form|h[1-6]|head|header|hr|html|iframe|li|link|main|meta|nav|noscript|ol|p|pre|script|"
    "section|style|summary|svg|table|tbody|td|template|tfoot|th|thead|title|tr|ul|video"
)
_INLINE_TAGS: Final = (
    "a|abbr|audio|b|bdi|bdo|br|button|cite|code|data|del|em|font|i|img|input|ins|kbd|label|mark|"
    "object|picture|q|s|samp|select|small|source|span|strong|sub|sup|time|tt|u|var|wbr"
)
_TAG: Final = re.compile(
    rf"<(/?)({_BLOCK_TAGS}|{_INLINE_TAGS})(?=[\s/>])([^<>]{{0,2000}})>", re.IGNORECASE
)
_BLOCK_NAME: Final = re.compile(_BLOCK_TAGS, re.IGNORECASE)
_LATE_DOCUMENT: Final = re.compile(
    r"^[ \t]*(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE | re.MULTILINE
)
_DOCUMENT_PART: Final = re.compile(r"<(?:head|body)[\s>]|</(?:html|head|body)\s*>", re.IGNORECASE)
_FENCED: Final = re.compile(r"^ {0,3}(```+|~~~+).*?(?:^ {0,3}\1|\Z)", re.MULTILINE | re.DOTALL)
_FENCE_LINE: Final = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_CODE_SPAN: Final = re.compile(r"`[^`\n]{1,300}`")

# What tells Markdown within lines: what it begins with, and the points for each time and at most.
_INLINE_SIGNS: Final = (
    (
        "](",
        re.compile(r"\]\((?:https?://|mailto:|[/#<]|\.{1,2}/|\w[\w-]*[./][\w./-]*\))"),
        2.0,
        8.0,
    ),
    ("**", re.compile(r"\*\*(?<![\w*]\*\*)\S[^*\n]{0,300}\*\*(?![\w*])"), 1.0, 2.0),
    ("__", re.compile(r"__(?<![\w_]__)\S[^_\n]{0,300}__(?![\w_])"), 1.0, 1.0),
    ("*", re.compile(r"\*(?<![\w*]\*)\w[^*\n]{0,300}\w\*(?![\w*])"), 0.5, 0.5),
    ("`", _CODE_SPAN, 0.5, 0.5),
)
_HEADING: Final = re.compile(r"#{1,6} +\S")
_TABLE_RULE: Final = re.compile(r"\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t:|-]*\Z")
_REFERENCE: Final = re.compile(r"\[[^\]\n]{1,100}\]: *<?(?:https?://|/|#)")
_ITEM: Final = re.compile(r"(?:[*+-]|\d{1,3}\.) +\S")
_UNDERLINE: Final = re.compile(r"(?:={3,}|-{3,})\Z")
_LINE_STARTS: Final = frozenset("#`~|:-=[*+>0123456789")
_ENOUGH: Final = 2.0
_SURE_NAMES: Final = frozenset(("br", "hr", "p", "li"))
_TAG_ENDS: Final = ("", "\n", "<")  # prose that mentions a tag goes on with a word after it
_MOST_LINES: Final = 1_000
_SERVICE_CONTENT: Final = re.compile(r"\A\s*Title:[^\n]*\n(?:[^\n]*\n){0,20}?Markdown Content:")
_FRONT_MATTER: Final = re.compile(r"\A\s*---[ \t]*\n(?:[^\n]*\n){1,200}?(?:---|\.\.\.)[ \t]*\n")


def has_tag(text: str) -> bool:
    """Whether there is a tag of HTML in the text."""
    return _TAG.search(text) is not None


def weigh(text: str) -> InputFormat:
    """HTML, Markdown or text, by the marks of each."""
    text = text[:_WEIGHED]
    if _SERVICE_CONTENT.match(text):
        return "markdown"
    if "<" not in text:
        return "markdown" if _markdown_points(text, _ENOUGH) >= _ENOUGH else "text"
    prose = _CODE_SPAN.sub("", _without_fences(text))
    if _LATE_DOCUMENT.search(prose) and _DOCUMENT_PART.search(prose):
        return "html"
    tags = blocks = sure = 0
    first = -1
    for match in _TAG.finditer(prose):
        if first < 0:
            first = match.start()
        tags += 1
        closes, name, rest = match.groups()
        block = _BLOCK_NAME.fullmatch(name) is not None
        blocks += block
        if (
            closes
            or "=" in rest
            or (block and prose[match.end() : match.end() + 1] in _TAG_ENDS)
            or name.lower() in _SURE_NAMES
        ):
            sure += 1
    points = _markdown_points(text, _ENOUGH if not sure else tags)
    if sure and _is_markup(prose, first, tags, blocks, sure, points):
        return "html"
    return "markdown" if points >= _ENOUGH else "text"


def _is_markup(prose: str, first: int, tags: int, blocks: int, sure: int, points: float) -> bool:
    """Whether the tags in the text are its markup, and not what it talks about or decorates."""
    if first == 0:
        # A fragment begins with a tag; Markdown may too, and then its own marks follow.
        return tags > 4 * points and (sure > 1 or blocks == 1)
    if points >= _ENOUGH or sure < 3 or blocks < 2:
        return False
    lines = marked = 0
    for line in prose.split("\n", _MOST_LINES)[:_MOST_LINES]:
        if line and not line.isspace():
            lines += 1
            if "<" in line and _TAG.search(line):
                marked += 1
    return marked * 2 > lines


def _without_fences(text: str) -> str:
    return _FENCED.sub("", text) if _FENCE_LINE.search(text) else text


def _markdown_points(text: str, enough: float) -> float:
    """How much speaks for Markdown; counting stops where there is `enough`."""
    front = _FRONT_MATTER.match(text)
    if front:
        text = text[front.end() :]
    points = _line_points(text, enough)
    for literal, sign, weight, most in _INLINE_SIGNS:
        if points >= enough:
            break
        if literal not in text:
            continue
        found = 0.0
        for _ in sign.finditer(text):
            found += weight
            if found >= most:
                break
        points += min(found, most)
    return points


def _line_points(text: str, enough: float) -> float:
    """What the beginnings of lines say for Markdown."""
    lines = text.split("\n", _MOST_LINES)
    if len(lines) > _MOST_LINES:
        lines.pop()
    points = items = quotes = underlines = fences = 0.0
    for index, line in enumerate(lines):
        if not line or (line[0] not in _LINE_STARTS and line[0] != " "):
            continue
        mark = line.lstrip(" ")
        if len(line) - len(mark) > 3 or not mark or mark[0] not in _LINE_STARTS:
            continue
        first = mark[0]
        if first == "#":
            if _HEADING.match(mark) and (index == 0 or not lines[index - 1].strip()):
                alone = index + 1 == len(lines) or not lines[index + 1].strip()
                points += 2.0 if alone else 1.0 if mark[1] == "#" else 0.5
        elif first == ">":
            quotes += 0.5
        elif mark.startswith(("```", "~~~")):
            fences += 1.0
        elif first == "[":
            points += 2.0 if _REFERENCE.match(mark) else 0.0
        elif first in "|:-" and _TABLE_RULE.match(mark.rstrip()):
            points += 2.0
        elif first in "=-" and _UNDERLINE.match(mark.rstrip()):
            underlines += 1.0 if index and lines[index - 1].strip() else 0.0
        elif _ITEM.match(mark):
            items += 0.25
        if points >= enough:
            break
    return points + min(items, 1.0) + min(quotes, 1.0) + min(underlines, 1.0) + min(fences, 2.0)
