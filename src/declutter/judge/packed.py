"""Arrays of numbers and lists of texts in one file, which loads in the time it takes to read it.

The first line is JSON: what the file is about, a checksum, and the name, type and length of each
part. The parts follow, one after the other: numbers as they lie in memory, the lowest byte first,
texts in UTF-8 with a zero byte between two.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Mapping
from typing import Any, Final, TypeAlias
from zlib import crc32

from declutter.errors import DeclutterError

Part: TypeAlias = "array[Any] | list[str]"

_TEXTS: Final = "texts"
_BETWEEN: Final = "\0"


class BrokenTable(DeclutterError):
    """A table of the package is damaged, or of another format than this version reads."""


def pack(about: Mapping[str, object], parts: Mapping[str, Part]) -> bytes:
    """The content of a file with these parts; `about` is what its first line says besides."""
    packed = [_pack_part(part) for part in parts.values()]
    body = b"".join(packed)
    named = [
        [name, part.typecode if isinstance(part, array) else _TEXTS, len(content)]
        for (name, part), content in zip(parts.items(), packed, strict=True)
    ]
    head = json.dumps({**about, "checksum": crc32(body), "parts": named}, ensure_ascii=False)
    return head.encode() + b"\n" + body


def unpack(data: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a packed file says of itself, and its parts by name: arrays, and lists of texts.

    Raises BrokenTable where the content is not what was packed.
    """
    head, _, body = data.partition(b"\n")
    try:
        about = json.loads(head)
        whole = crc32(body) == about["checksum"]
    except (ValueError, TypeError, KeyError):
        whole = False
    if not whole:
        raise BrokenTable("a table of the package is damaged: install declutter again")
    parts: dict[str, Any] = {}
    at = 0
    for name, kind, length in about["parts"]:
        parts[name] = _unpack_part(kind, body[at : at + length])
        at += length
    return about, parts


def _pack_part(part: Part) -> bytes:
    if not isinstance(part, array):
        return _BETWEEN.join(part).encode()
    return _low_byte_first(array(part.typecode, part)).tobytes()


def _unpack_part(kind: str, content: bytes) -> Part:
    if kind == _TEXTS:
        return content.decode().split(_BETWEEN) if content else []
    numbers: array[Any] = array(kind)
    numbers.frombytes(content)
    return _low_byte_first(numbers)


def _low_byte_first(numbers: array[Any]) -> array[Any]:
    """The numbers in the order of bytes that files have, or back, in place."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
