"""Bytes become text: which encoding it is, and characters that no text should have."""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import Final

from declutter.readers.controls import clean_controls, is_clean

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE: Final = ("utf-16", "utf-32")
_WIDE_PREFIX: Final = 4096
_EVERY_BYTE: Final = bytes(range(256))
_PRINTABLE: Final = _EVERY_BYTE[32:127]
_LATIN: Final = frozenset({"ascii", "iso8859-1", "latin-1"})  # read as windows-1252, as on the web
_ODD_LINE_ENDS: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f]")


def clean_text(text: str) -> str:
    """The text with every line end as "\\n", without control characters, able to be encoded.

    Two surrogates that make a pair become the character they stand for, lone ones U+FFFD.
    """
    if is_clean(text):
        return text
    if _ODD_LINE_ENDS.search(text):
        text = _ODD_LINE_ENDS.sub("\n", text)
    if _surrogates().search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return clean_controls(text)


@cache
def _surrogates() -> re.Pattern[str]:
    """A surrogate; compiled for the first text that is not clean, for HTML needs it not."""
    return re.compile("[\ud800-\udfff]")


def decode(data: bytes, charset: str | None) -> tuple[str, str]:
    """Decode the bytes of a text, and name the encoding.

    In this order: a byte order mark; UTF-16 and UTF-32 by their zero bytes; `charset` where the
    bytes agree with it; UTF-8, where at most a few bytes are broken; what the letters look like.
    An unknown `charset` is passed over. Bytes that fit nowhere become U+FFFD.
    """
    wide = decode_wide(data)
    if wide is not None:
        return wide
    if data.startswith(codecs.BOM_UTF8):
        return data[len(codecs.BOM_UTF8) :].decode("utf-8", "replace"), "utf-8"
    stated = _known(charset)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(data, stated)
    if stated is not None and _may_be(stated, text):
        try:
            return data.decode(stated), stated
        except UnicodeDecodeError:
            pass
    return text, "utf-8"


def sound_charset(data: bytes, charset: str | None) -> str | None:
    """The `charset` that an HTTP header gave for HTML, or "utf-8" where only that can be."""
    stated = _known(charset)
    if stated is None:
        return charset
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None if stated.startswith(_WIDE) else charset
    return charset if _may_be(stated, text) else "utf-8"


def decode_wide(data: bytes) -> tuple[str, str] | None:
    """Decode UTF-16 and UTF-32, with a byte order mark or without; None for other encodings."""
    marked = marked_encoding(data)
    if marked is not None:
        name, length = marked
        return None if name == "utf-8" else (data[length:].decode(name, "replace"), name)
    wide = wide_encoding(data)
    return None if wide is None else (data.decode(wide, "replace"), wide)


def marked_encoding(data: bytes) -> tuple[str, int] | None:
    """The encoding that a byte order mark names, and the length of the mark; None without one."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name, len(mark)
    return None


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, told by where the zero bytes stand; else None."""
    head = data[:_WIDE_PREFIX]
    head = head[: len(head) & ~3]
    count = head.count(0)
    if count < 2 or count * 20 < len(head):
        return None
    if count * 4 < len(head) and len(head.translate(None, _PRINTABLE)) * 10 < len(head) * 3:
        return None  # letters of one byte, with some stray zeros among them
    zeros = [head[start::4].count(0) for start in range(4)]
    quarter = len(head) // 4
    for name, filled in (("utf-32-le", 0), ("utf-32-be", 3)):
        inner = 1 if filled == 0 else 2  # the second byte of a character beyond Latin
        if zeros[filled] * 10 <= quarter and all(
            zeros[place] == quarter for place in range(4) if place not in (filled, inner)
        ):
            return _if_decodable(head, name)
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if odd > 20 * even:
        return _if_decodable(head, "utf-16-le")
    if even > 20 * odd:
        return _if_decodable(head, "utf-16-be")
    return None


def _if_decodable(head: bytes, name: str) -> str | None:
    text = head.decode(name, "replace")
    odd = text.count("\ufffd") + len(_CONTROLS.findall(text))
    return name if odd * 100 <= len(text) + 99 else None


def _decode_legacy(data: bytes, stated: str | None) -> tuple[str, str]:
    """Decode bytes that are not UTF-8 throughout."""
    if stated is not None and stated != "utf-8":
        try:
            return data.decode(stated), stated
        except UnicodeDecodeError:
            pass
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    # Each byte above 127 is either broken or part of a character of two bytes and more.
    whole = len(data) - len(data.translate(None, _EVERY_BYTE[128:])) - broken
    if whole > 8 * broken:
        return text, "utf-8"
    if stated is not None and stated != "utf-8" and not _is_single_byte(stated):
        return data.decode(stated, "replace"), stated
    from turbohtml.detect import Detection, detect

    match = detect(data, Detection(excluded=frozenset({"UTF-8"})))
    if match.codec is None or match.encoding is None or match.encoding.upper().startswith("UTF"):
        return data.decode("cp1252", "replace"), "windows-1252"
    return data.decode(match.codec, "replace"), match.encoding.lower()


def _known(charset: str | None) -> str | None:
    """The name of the codec for a charset label, None where there is none that makes text."""
    if not charset:
        return None
    try:
        info = codecs.lookup(charset.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True):
        return None
    name = info.name
    if name in _LATIN:
        return "cp1252"
    if name in ("utf-8-sig", "utf-7", "idna", "punycode", "unicode_escape"):
        return None if name != "utf-8-sig" else "utf-8"
    if name in ("raw-unicode-escape", "raw_unicode_escape", "undefined", "mbcs", "oem"):
        return None
    return name


def _may_be(stated: str, text: str) -> bool:
    """Whether bytes that make a `text` as UTF-8 may be in another encoding all the same.

    Any bytes make a text in an encoding of one byte a letter. In UTF-16 and UTF-32 there would be
    zero bytes, at the least in the tags and line ends, and those were looked for before.
    """
    if stated == "utf-8" or stated.startswith(_WIDE):
        return False
    return text.isascii() or not _is_single_byte(stated)


def _is_single_byte(name: str) -> bool:
    """Whether the encoding has one byte for each character: such accept almost any bytes."""
    return len(_EVERY_BYTE.decode(name, "replace")) == len(_EVERY_BYTE)
