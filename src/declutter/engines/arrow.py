"""Cleaning Arrow record batches: what every engine's door leads to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any, Final

from declutter.cleaner import Cleaner
from declutter.crawl.learn import PrintTask
from declutter.crawl.records import Failure, Record
from declutter.crawl.rows import Cleans, Row, Shape, kept_name, make_row, writable
from declutter.crawl.sinks import arrow_schema
from declutter.crawl.site_memory import MIN_COUNT, PagePrint, SiteMemory
from declutter.crawl.sources import Reading
from declutter.crawl.sources.fields import needed_fields, page_field, record_of
from declutter.crawl.worker import Task, attempt
from declutter.errors import MissingExtra

try:
    import pyarrow as pa
except ImportError as error:
    raise MissingExtra("engines need pyarrow: pip install declutter[crawl]") from error

ERROR: Final = "error"
PRINT_SCHEMA: Final = pa.schema(
    [("host", pa.string()), ("page", pa.int64()), ("blocks", pa.list_(pa.int64()))]
)
COUNT_SCHEMA: Final = pa.schema(
    [("host", pa.string()), ("fingerprint", pa.int64()), ("pages", pa.int64())]
)


@dataclass(slots=True, frozen=True)
class Columns:
    """Which columns the page, its id and its address are in, and which are carried along."""

    field: str | None = None
    id_field: str = "id"
    url_field: str = "url"
    keep: tuple[str, ...] = ()

    @property
    def reading(self) -> Reading:
        """As the readers of files take it."""
        return Reading(self.field, self.id_field, self.url_field, self.keep)


@dataclass(slots=True, frozen=True)
class _RowTask:
    cleaner: Cleans
    shape: Shape

    def prepare(self) -> None:
        """Nothing."""

    def __call__(self, record: Record) -> Row:
        document = self.cleaner.clean(
            record.data, url=record.url, input_format=None, charset=record.charset
        )
        return make_row(record, document, self.shape)


def clean_batch(
    batch: pa.RecordBatch, cleaner: Cleans | None = None, columns: Columns | None = None
) -> pa.RecordBatch:
    """A row for every page of a record batch, in order, with the columns of `clean_schema`.

    A page that cannot be cleaned has its id, its address, what is carried along, and the reason in
    `error`; nothing is raised for it. Raises InvalidOption where no column is the page's.
    """
    columns = columns or Columns()
    shape = Shape(keep=columns.keep)
    schema = clean_schema(batch.schema, columns)
    task = _RowTask(cleaner if cleaner is not None else Cleaner(timeout=60.0), shape)
    rows = [_row(task, record, columns) for record in _records(batch, columns)]
    own = [field for field in schema if field.name not in map(kept_name, columns.keep)]
    arrays = {
        field.name: pa.array([row.get(field.name) for row in rows], field.type) for field in own
    }
    for name in columns.keep:
        arrays[kept_name(name)] = batch.column(name)
    return pa.record_batch([arrays[name] for name in schema.names], schema=schema)


def clean_table(
    table: pa.Table, cleaner: Cleans | None = None, columns: Columns | None = None
) -> pa.Table:
    """`clean_batch` over a table."""
    schema = clean_schema(table.schema, columns or Columns())
    batches = table.to_batches(max_chunksize=256)
    return pa.Table.from_batches([clean_batch(b, cleaner, columns) for b in batches], schema)


def clean_schema(schema: pa.Schema, columns: Columns) -> pa.Schema:
    """The schema of cleaned rows: the columns of `declutter batch`, and `error`.

    Raises InvalidOption where no column is the page's.
    """
    page_field(schema.names, columns.reading)
    fields = list(arrow_schema(Shape()))
    fields += [schema.field(name).with_name(kept_name(name)) for name in columns.keep]
    return pa.schema([*fields, pa.field(ERROR, pa.string())])


def _records(batch: pa.RecordBatch, columns: Columns) -> list[Record]:
    reading = replace(columns.reading, keep=())
    page = page_field(batch.schema.names, reading)
    names = needed_fields(page, reading)
    needed = [name for name in batch.schema.names if name in names]
    reading = replace(reading, field=page)
    return [record_of(row, "", reading) for row in batch.select(needed).to_pylist()]


def _row(task: Task, record: Record, columns: Columns) -> Row:
    failure = None
    if record.problem is not None:
        failure = Failure.of(record, "UnreadableRecord", record.problem)
    else:
        outcome = attempt(task, record)
        failure = outcome.failure
    if failure is not None:
        return {
            "id": writable(failure.id) or None,
            "url": writable(failure.url),
            ERROR: writable(failure.reason),
        }
    row = outcome.result
    assert isinstance(row, dict)
    row["id"] = row["id"] or None
    return row


def print_batch(batch: pa.RecordBatch, columns: Columns | None = None) -> pa.RecordBatch:
    """The fingerprints of the blocks of each page whose host is known, for `count_site`."""
    columns = columns or Columns()
    task = PrintTask(Cleaner().max_bytes)
    prints = []
    for record in _records(batch, columns):
        if record.problem is None:
            found = attempt(task, record).result
            if isinstance(found, PagePrint):
                prints.append(
                    {"host": found.host, "page": found.fingerprint, "blocks": list(found.blocks)}
                )
    return pa.RecordBatch.from_pylist(prints, PRINT_SCHEMA)


def count_site(table: pa.Table) -> pa.Table:
    """What `print_batch` gave for the pages of one host, as counts: the blocks that stand on enough
    pages to be remembered, and the pages in a row without fingerprint; nothing where no block does.
    """
    if not table.num_rows:
        return COUNT_SCHEMA.empty_table()
    host = table["host"][0].as_py()
    pages: dict[int, list[int]] = {}
    for batch in table.to_batches():
        pages.update(zip(batch["page"].to_pylist(), batch["blocks"].to_pylist(), strict=True))
    counts: Counter[int] = Counter()
    for blocks in pages.values():
        counts.update(blocks)
    rows: list[dict[str, Any]] = [
        {"host": host, "fingerprint": value, "pages": count}
        for value, count in counts.items()
        if count >= MIN_COUNT
    ]
    if rows:
        rows.append({"host": host, "fingerprint": None, "pages": len(pages)})
    return pa.Table.from_pylist(rows, COUNT_SCHEMA)


def memory_of(counts: pa.Table) -> SiteMemory:
    """A site memory, held in memory, of the counts of many sites."""
    rows = counts.to_pylist()
    memory = SiteMemory()
    memory.add_counts(
        [(row["host"], row["pages"]) for row in rows if row["fingerprint"] is None],
        [
            (row["host"], row["fingerprint"], row["pages"], None)
            for row in rows
            if row["fingerprint"] is not None
        ],
    )
    return memory
