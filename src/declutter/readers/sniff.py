"""Which format a page is in, told from its first bytes."""

from __future__ import annotations

import re
from typing import Final

from declutter.errors import UnsupportedInput
from declutter.page import InputFormat
from declutter.readers.decode import marked_encoding, wide_encoding

_PREFIX: Final = 65_536
_OPENING: Final = 1_024
"""Bytes in which most documents say that they are HTML."""
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

_DOCUMENT: Final = re.compile(r"<(?:!doctype|html|head|body|frameset|\?xml)[\s>]", re.IGNORECASE)
_LEADING_JUNK: Final = re.compile("[\\s\x00-\x1f\ufeff\u200b]*")


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
    if _DOCUMENT.match(_prefix(data[:_OPENING])):
        return "html"
    text = _prefix(data)
    if _DOCUMENT.match(text):
        return "html"
    if isinstance(data, bytes):
        _refuse_controls(data, text)
    from declutter.readers.weighing import weigh

    return weigh(text)


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
    if controls * 20 <= len(head):
        return
    from declutter.readers.weighing import has_tag

    if has_tag(text):
        return
    if marked_encoding(head) is not None or wide_encoding(head) is not None:
        return
    raise UnsupportedInput(
        "the input is binary data of an unknown type, not a page: pass HTML, Markdown or plain "
        "text, or say input_format= where it is one of them"
    )
