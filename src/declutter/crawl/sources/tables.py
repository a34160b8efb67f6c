"""Parquet and Arrow files, a batch of rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from declutter.crawl.records import Record
from declutter.crawl.sources.fields import needed_fields, page_field, record_of
from declutter.errors import MissingExtra

if TYPE_CHECKING:
    from declutter.crawl.sources import Reading, SourceFile

ROWS_A_BATCH: Final = 16


def read_parquet(file: SourceFile, reading: Reading) -> Iterator[Record]:
    """The rows of a Parquet file; only the columns that are needed are read."""
    parquet = _pyarrow("pyarrow.parquet")
    with parquet.ParquetFile(file.path, pre_buffer=False, buffer_size=1 << 20) as table:
        names = _needed(table.schema_arrow, reading)
        total = max(table.metadata.num_rows, 1)
        batches = table.iter_batches(batch_size=ROWS_A_BATCH, columns=names, use_threads=False)
        for number, record in enumerate(_records(batches, file, reading), start=1):
            record.offset = file.size * number // total
            yield record


def read_arrow(file: SourceFile, reading: Reading) -> Iterator[Record]:
    """The rows of an Arrow IPC file or stream (Feather 2 is the former)."""
    arrow, ipc = _pyarrow("pyarrow"), _pyarrow("pyarrow.ipc")
    with arrow.memory_map(file.path) as source:
        try:
            table = ipc.open_file(source)
            batches = (table.get_batch(n) for n in range(table.num_record_batches))
        except arrow.ArrowInvalid:
            source.seek(0)
            table = ipc.open_stream(source)
            batches = iter(table)
        names = _needed(table.schema, reading)
        for record in _records((batch.select(names) for batch in batches), file, reading):
            record.offset = file.size  # a mapped file is not read in pieces
            yield record


def schema_of(file: SourceFile) -> Any:
    """The Arrow schema of a Parquet or Arrow file, to carry columns in their own type."""
    if file.kind == "parquet":
        return _pyarrow("pyarrow.parquet").read_schema(file.path)
    arrow, ipc = _pyarrow("pyarrow"), _pyarrow("pyarrow.ipc")
    with arrow.memory_map(file.path) as source:
        try:
            return ipc.open_file(source).schema
        except arrow.ArrowInvalid:
            source.seek(0)
            return ipc.open_stream(source).schema


def _needed(schema: Any, reading: Reading) -> list[str]:
    wanted = needed_fields(page_field(schema.names, reading), reading)
    return [name for name in schema.names if name in wanted]


def _records(batches: Any, file: SourceFile, reading: Reading) -> Iterator[Record]:
    number = 0
    for batch in batches:
        for start in range(0, batch.num_rows, ROWS_A_BATCH):
            for row in batch.slice(start, ROWS_A_BATCH).to_pylist():
                number += 1
                yield record_of(row, f"{file.id}:{number}", reading)


def _pyarrow(module: str) -> Any:
    import importlib

    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise MissingExtra(
            "Parquet and Arrow need pyarrow: pip install declutter[crawl]"
        ) from error
