"""WARC archives: the HTML responses, and the texts of WET files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from declutter.crawl.records import Record
from declutter.errors import MissingExtra

if TYPE_CHECKING:
    from declutter.crawl.sources import Reading, SourceFile

HTML_TYPES: Final = ("text/html", "application/xhtml+xml")


def read_warc(file: SourceFile, reading: Reading) -> Iterator[Record]:
    """The HTML responses and the conversions (WET) of an archive, by fastwarc.

    A record's id is its WARC-Record-ID. `extra` can have `date`, `status` and `content_type`.
    """
    with file.open() as raw:
        yield from warc_records(raw, file, reading)


def warc_records(stream: BinaryIO, file: SourceFile, reading: Reading) -> Iterator[Record]:
    """As `read_warc`, from an open stream."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise MissingExtra("reading WARC needs fastwarc: pip install declutter[crawl]") from error
    wanted = WarcRecordType.response | WarcRecordType.conversion
    for record in ArchiveIterator(stream, record_types=wanted, parse_http=False):
        conversion = record.record_type == WarcRecordType.conversion
        page = (_conversion if conversion else _response)(record, reading)
        if page is not None:
            page.id = page.id or f"{file.id}:{record.stream_pos}"
            page.offset = record.stream_pos
            yield page


def _conversion(record: Any, reading: Reading) -> Record:
    return Record(
        id=record.headers.get("WARC-Record-ID") or "",
        data=record.reader.read(reading.max_bytes + 1),
        url=record.headers.get("WARC-Target-URI"),
        charset="utf-8",
        input_format=reading.input_format or "text",
        extra={"date": record.headers.get("WARC-Date")},
    )


def _response(record: Any, reading: Reading) -> Record | None:
    """An HTTP response as a page, None where it holds no HTML."""
    page = Record(
        id=record.headers.get("WARC-Record-ID") or "",
        url=_without_brackets(record.headers.get("WARC-Target-URI")),
        input_format=reading.input_format or "html",
    )
    try:
        record.parse_http(auto_decode="all")
        content_type = record.http_content_type
        content_type = content_type or record.headers.get("WARC-Identified-Payload-Type")
        if content_type is not None and content_type.lower() not in HTML_TYPES:
            return None
        length = record.content_length
        page.data = record.reader.read(reading.max_bytes + 1)
    except (OSError, ValueError) as error:
        page.problem = f"the record is damaged: {error}"
        return page
    if len(page.data) < min(length, reading.max_bytes) and not _is_encoded(record):
        page.data = b""
        page.problem = "the record is cut off"
        return page
    if content_type is None and page.data.lstrip()[:1] != b"<":
        return None
    page.charset = reading.charset or record.http_charset
    page.extra = {
        "date": record.headers.get("WARC-Date"),
        "status": record.http_headers.status_code if record.http_headers else None,
        "content_type": content_type,
    }
    return page


def _is_encoded(record: Any) -> bool:
    """Whether the length of the payload is not that of what was read from it."""
    headers = record.http_headers
    return headers is not None and ("Content-Encoding" in headers or "Transfer-Encoding" in headers)


def _without_brackets(url: str | None) -> str | None:
    """An address without the angle brackets that some crawlers write around it."""
    return url.strip("<>") if url else None
