"""JSON: one object a line, or an array of objects."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO, Final

from declutter.crawl.records import Record
from declutter.crawl.sources.fields import record_of
from declutter.crawl.sources.streams import decompressed, lines

if TYPE_CHECKING:
    from declutter.crawl.sources import Reading, SourceFile

CHUNK: Final = 1 << 20
BETWEEN: Final = " \t\r\n,[]"
LINE_BYTES_PER_PAGE_BYTE: Final = 6
"""What JSON can make of one byte of a page: an escape such as \\u00e9."""


def read_json_lines(file: SourceFile, reading: Reading) -> Iterator[Record]:
    """One object a line; one without an id is called by the file's path and the line number."""
    with file.open() as raw:
        yield from json_line_records(decompressed(raw), file, reading)


def json_line_records(stream: BinaryIO, file: SourceFile, reading: Reading) -> Iterator[Record]:
    """As `read_json_lines`, from an open stream."""
    limit = reading.max_bytes * LINE_BYTES_PER_PAGE_BYTE + CHUNK
    for number, line in enumerate(lines(stream, limit), start=1):
        name = f"{file.id}:{number}"
        if line is None:
            yield Record(name, problem=f"the line is longer than {limit} bytes")
        elif not line.isspace():
            record = _parse_line(line, name, reading)
            record.offset = file.offset()
            yield record


def _parse_line(line: bytes, name: str, reading: Reading) -> Record:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Record(name, problem=f"the line is no JSON: {error}")
    return _from_value(value, name, reading)


def _from_value(value: object, name: str, reading: Reading) -> Record:
    if not isinstance(value, Mapping):
        return Record(name, problem="the value is no JSON object")
    return record_of(value, name, reading)


def read_json(file: SourceFile, reading: Reading) -> Iterator[Record]:
    """The objects of an array, or objects one after the other, parsed as the file comes in."""
    with file.open() as raw:
        yield from json_records(decompressed(raw), file, reading)


def json_records(stream: BinaryIO, file: SourceFile, reading: Reading) -> Iterator[Record]:
    """As `read_json`, from an open stream; what follows a syntax error is not read."""
    limit = reading.max_bytes * LINE_BYTES_PER_PAGE_BYTE + CHUNK
    decoder = json.JSONDecoder()
    incoming = _Utf8(stream)
    text, at, number, ended = "", 0, 0, False
    while True:
        while at < len(text) and text[at] in BETWEEN:
            at += 1
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            text, at = text[at:], 0
            if ended and not text:
                return
            if ended or len(text) > limit or isinstance(error, RecursionError):
                yield Record(f"{file.id}:{number + 1}", problem=f"the file is no JSON: {error}")
                return
            more = incoming.read(max(CHUNK, len(text)))
            ended = not more
            text += more
            continue
        number += 1
        record = _from_value(value, f"{file.id}:{number}", reading)
        record.offset = file.offset()
        yield record


class _Utf8:
    """A byte stream as text, in pieces."""

    def __init__(self, stream: BinaryIO) -> None:
        import codecs

        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")

    def read(self, size: int) -> str:
        while data := self._stream.read(size):
            if text := self._decoder.decode(data):
                return text
        return self._decoder.decode(b"", final=True)
