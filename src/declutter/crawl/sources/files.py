"""Files that are one page each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO, Final
from urllib.parse import quote, urljoin

from declutter.crawl.records import Record
from declutter.crawl.sources.streams import decompressed
from declutter.page import InputFormat

if TYPE_CHECKING:
    from declutter.crawl.sources import Reading, SourceFile

FORMATS: Final[dict[str, InputFormat]] = {
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
}


def read_page(file: SourceFile, reading: Reading) -> Iterator[Record]:
    """The one page that a file is; its id is the path as it was found."""
    with file.open() as raw:
        yield page_of(decompressed(raw), file, reading)


def page_of(stream: BinaryIO, file: SourceFile, reading: Reading) -> Record:
    """A whole stream as one page."""
    name = PurePath(file.inner)
    if name.suffix in (".gz", ".zst"):
        name = name.with_suffix("")
    url = urljoin(reading.base_url, quote(file.inner)) if reading.base_url else None
    return Record(
        id=file.id,
        data=stream.read(reading.max_bytes + 1),
        url=url,
        charset=reading.charset,
        input_format=reading.input_format or FORMATS.get(name.suffix.lower()),
        offset=file.size,
    )
