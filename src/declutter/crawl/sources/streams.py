"""Opening files that may be compressed, and reading no more of them than asked for."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from typing import BinaryIO, Final, cast

from declutter.errors import MissingExtra

GZIP_MAGIC: Final = b"\x1f\x8b"
ZSTD_MAGIC: Final = b"\x28\xb5\x2f\xfd"


def decompressed(raw: io.BufferedReader) -> BinaryIO:
    """The content of a file: itself, or what its gzip or Zstandard wrapping holds.

    Told by the first bytes, not by the name. Raises MissingExtra where zstandard is needed and
    not installed.
    """
    magic = raw.peek(4)[:4]
    if magic.startswith(GZIP_MAGIC):
        return cast(BinaryIO, gzip.GzipFile(fileobj=raw))
    if magic == ZSTD_MAGIC:
        try:
            import zstandard
        except ImportError as error:
            raise MissingExtra(
                "reading .zst needs zstandard: pip install declutter[crawl]"
            ) from error
        reader = zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True)
        return cast(BinaryIO, io.BufferedReader(reader))
    return cast(BinaryIO, raw)


def lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream; None stands for a line longer than `limit` bytes, which is skipped."""
    while line := stream.readline(limit):
        if len(line) < limit or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
            pass
        yield None
