"""A cleaned page as a row: which columns there are, and what stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from declutter.crawl.records import Record
from declutter.document import Document
from declutter.page import InputFormat
from declutter.readers.decode import decode

Row = dict[str, object]
ColumnType = Literal["string", "strings", "number", "count"]

COLUMNS: Final[dict[str, ColumnType]] = {
    "id": "string",
    "url": "string",
    "text": "string",
    "title": "string",
    "authors": "strings",
    "published": "string",
    "modified": "string",
    "site_name": "string",
    "language": "string",
    "image": "string",
    "description": "string",
    "tags": "strings",
    "section": "string",
    "page_type": "string",
    "confidence": "number",
    "decided_by": "string",
    "words": "count",
    "blocks_kept": "count",
    "blocks_removed": "count",
}
"""The columns of every row, in their order."""

RENDERED: Final[dict[str, ColumnType]] = {"markdown": "string", "comments": "string"}
"""Columns that a row has where they are asked for."""


class Cleans(Protocol):
    """What cleans a page; `declutter.Cleaner` does."""

    def clean(
        self,
        data: bytes | str,
        url: str | None = None,
        input_format: InputFormat | None = None,
        charset: str | None = None,
    ) -> Document:
        """The page as a Document; raises a DeclutterError where it is none."""
        ...


@dataclass(slots=True, frozen=True)
class Shape:
    """Which columns rows have besides `COLUMNS`: some of `RENDERED`, and those carried along."""

    rendered: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()

    def columns(self) -> dict[str, ColumnType | None]:
        """All columns in their order; None for the type of one that is carried along."""
        columns: dict[str, ColumnType | None] = dict(COLUMNS)
        columns.update({name: RENDERED[name] for name in self.rendered})
        columns.update({kept_name(name): None for name in self.keep})
        return columns


def kept_name(name: str) -> str:
    """A carried column's name in a row: `source_<name>` where the row has one of that name."""
    return f"source_{name}" if name in COLUMNS or name in RENDERED else name


def make_row(record: Record, document: Document, shape: Shape) -> Row:
    """The row of a cleaned page. An address unknown to the page is that of the record."""
    metadata = document.metadata
    text = document.text
    kept = len(document.kept)
    row: Row = {
        "id": writable(record.id),
        "url": writable(metadata.url or record.url),
        "text": writable(text),
        "title": writable(metadata.title),
        "authors": [writable(name) for name in metadata.authors],
        "published": writable(metadata.published),
        "modified": writable(metadata.modified),
        "site_name": writable(metadata.site_name),
        "language": writable(metadata.language),
        "image": writable(metadata.image),
        "description": writable(metadata.description),
        "tags": [writable(tag) for tag in metadata.tags],
        "section": writable(metadata.section),
        "page_type": document.page_type,
        "confidence": document.confidence,
        "decided_by": document.decided_by,
        "words": len(text.split()),
        "blocks_kept": kept,
        "blocks_removed": len(document.blocks) - kept,
    }
    for name in shape.rendered:
        row[name] = writable(getattr(document, name))
    for name in shape.keep:
        row[kept_name(name)] = _carried(record, name)
    return row


def _carried(record: Record, name: str) -> object:
    """A column of the input; `html` is the page itself where no column is called so."""
    value = record.extra.get(name)
    if value is None and name == "html":
        value = record.data
    if isinstance(value, bytes) and name == "html":
        return writable(decode(value, record.charset)[0])
    return writable(value) if isinstance(value, str) else value


def writable(text: str | None) -> str | None:
    """Text that UTF-8 can write: half a surrogate pair, which JSON may escape, becomes "?"."""
    if text is None or text.isascii():
        return text
    return text.encode("utf-8", "replace").decode("utf-8")


def row_with(row: Row, columns: Mapping[str, object]) -> Row:
    """A row with exactly these columns, missing ones None."""
    return {name: row.get(name) for name in columns}
