"""Which format a page is in, told from its first bytes."""

from __future__ import annotations

import re
from typing import Final

from declutter.document import InputFormat
from declutter.errors import UnsupportedInput
from declutter.readers.decode import marked_encoding, wide_encoding

_PREFIX: Final = 65_536
_WEIGHED: Final = 16_384
_CONTROL_PREFIX: Final = 4_096
_MAGIC_PREFIX: Final = 1_024

# First bytes that no page has, and what they are.
_MAGIC: Final = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x00\x00\x01\x00", "an icon image"),
    (b"PK\x03\x04", "a zip archive (or a docx, xlsx, odt or epub file)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data"),
    (b"\xfd7zXZ\x00", "xz-compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS-Adobe", "a PostScript document"),
    (b"\x7fELF", "a program"),
    (b"\x00asm", "a WebAssembly module"),
    (b"\xca\xfe\xba\xbe", "a Java class"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"OggS", "an Ogg media file"),
    (b"ID3", "an MP3 file"),
    (b"fLaC", "a FLAC file"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"PAR1", "a Parquet file"),
    (b"WARC/1.", "a WARC file"),
)
_BZIP2: Final = re.compile(rb"BZh[1-9]1AY&SY")
_RIFF: Final = {b"WEBP": "a WebP image", b"WAVE": "a WAVE sound", b"AVI ": "an AVI film"}
_WHAT_TO_DO: Final = {
    "gzip-compressed data": "decompress it first (gunzip)",
    "zstd-compressed data": "decompress it first (zstd -d)",
    "xz-compressed data": "decompress it first (xz -d)",
    "bzip2-compressed data": "decompress it first (bunzip2)",
    "a PDF file": "convert it to text first (pdftotext) and clean that",
    "a WARC file": "use `declutter batch`, or pass its records one by one",
    "a Parquet file": "use `declutter batch`, or pass its rows one by one",
}
_CONTROL_BYTES: Final = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x08\x1b")

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
_DOCUMENT: Final = re.compile(r"<(?:!doctype|html|head|body|frameset|\?xml)[\s>]", re.IGNORECASE)
_LATE_DOCUMENT: Final = re.compile(
    r"^[ \t]*(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE | re.MULTILINE
)
_DOCUMENT_PART: Final = re.compile(r"<(?:head|body)[\s>]|</(?:html|head|body)\s*>", re.IGNORECASE)
_LEADING_JUNK: Final = re.compile("[\\s\x00-\x1f\ufeff\u200b]*")
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


def refuse_binary(data: bytes | str) -> None:
    """Raise UnsupportedInput for data that is unmistakably no page, naming what it is."""
    if isinstance(data, str):
        # Binary data that somebody decoded keeps its first bytes where that was by Latin-1.
        head = data[:_MAGIC_PREFIX].encode("latin-1", "replace")
    else:
        head = data[:_MAGIC_PREFIX]
    if head[:1].isspace():
        head = head.lstrip()
    found = ""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            found = name
            break
    else:
        if head.startswith(b"RIFF"):
            found = _RIFF.get(head[8:12], "")
        elif head[4:8] == b"ftyp":
            found = "an MP4 or AVIF media file"
        elif _BZIP2.match(head):
            found = "bzip2-compressed data"
    if found:
        advice = _WHAT_TO_DO.get(found, "pass HTML, Markdown or plain text")
        raise UnsupportedInput(f"the input is {found}, not a page: {advice}")


def sniff(data: bytes | str) -> InputFormat:
    """Tell whether the data is HTML, Markdown or plain text.

    Raises UnsupportedInput for binary data of no known type. Looks at the first 64 kB, or at as
    much after a comment that fills them.
    """
    text = _prefix(data)
    if _DOCUMENT.match(text):
        return "html"
    if isinstance(data, bytes):
        _refuse_controls(data, text)
    return _weigh(text)


def _prefix(data: bytes | str) -> str:
    """The first part of the data from where its content begins, for looking at ASCII marks only."""
    text = _as_text(data[:_PREFIX])
    start = _past_junk(text, 0)
    while text.startswith(("<!--", "<?xml"), start):
        if text.startswith("<?xml", start):
            return text[start:]
        end = text.find("-->", start + 4)
        if end < 0:
            if len(data) <= _PREFIX:
                return text[start:]
            end_mark = b"-->" if isinstance(data, bytes) else "-->"
            at = data.find(end_mark, start + 4)  # type: ignore[arg-type]
            return _as_text(data[at + 3 : at + 3 + _PREFIX]).lstrip() if at >= 0 else text[start:]
        start = _past_junk(text, end + 3)
    return text[start:]


def _past_junk(text: str, start: int) -> int:
    match = _LEADING_JUNK.match(text, start)
    return match.end() if match else start


def _as_text(head: bytes | str) -> str:
    if isinstance(head, str):
        return head.replace("\r\n", "\n").replace("\r", "\n")
    marked = marked_encoding(head)
    wide = marked[0] if marked else wide_encoding(head)
    if wide is None or wide == "utf-8":
        text = head.decode("latin-1").removeprefix("\xef\xbb\xbf")
    else:
        text = head.decode(wide, "replace").removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refuse_controls(data: bytes, text: str) -> None:
    """Raise UnsupportedInput where control characters say that this is no text."""
    head = data[:_CONTROL_PREFIX]
    controls = len(head) - len(head.translate(None, _CONTROL_BYTES))
    if controls * 20 <= len(head) or _TAG.search(text):
        return
    if marked_encoding(head) is not None or wide_encoding(head) is not None:
        return
    raise UnsupportedInput(
        "the input is binary data of an unknown type, not a page: pass HTML, Markdown or plain "
        "text, or say input_format= where it is one of them"
    )


def _weigh(text: str) -> InputFormat:
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
