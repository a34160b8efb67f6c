"""What the rooms of a crawl hand to each other: a page that was read, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from declutter.page import InputFormat

Position = tuple[int, int]
"""Where a record stands in the input: the number of its file and its number in that file."""

START: Final[Position] = (0, 0)


@dataclass(slots=True)
class Record:
    """One page of the input.

    `id` is the file's path, the WARC-Record-ID or the given id. `extra` has the columns that are
    carried to the output. `offset` is how far its file was read by then, in bytes, for the
    progress bar. `problem` says why there is no data, for example that the line is no JSON.
    """

    id: str
    data: bytes | str = b""
    url: str | None = None
    charset: str | None = None
    input_format: InputFormat | None = None
    extra: Mapping[str, object] = field(default_factory=dict)
    offset: int = 0
    problem: str | None = None
    position: Position = START


@dataclass(slots=True, frozen=True)
class Failure:
    """A page without a row: what it was, and why. `kind` is the name of the error."""

    id: str
    url: str | None
    kind: str
    reason: str

    @classmethod
    def of(cls, record: Record, kind: str, reason: str) -> Failure:
        """The failure of a record."""
        return cls(record.id, record.url, kind, reason)


@dataclass(slots=True)
class Outcome:
    """What became of one record: a result (a row, where pages are cleaned) or a failure.

    `size` is its length in bytes on the way from the worker.
    """

    position: Position
    result: object = None
    failure: Failure | None = None
    size: int = 0
