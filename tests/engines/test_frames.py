"""Arrow, pandas, Polars and the command give the same rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import declutter
from declutter.engines.arrow import (
    Columns,
    clean_batch,
    clean_table,
    count_site,
    memory_of,
    print_batch,
)
from declutter.errors import InvalidOption
from tests.crawl.cleaners import Hostile
from tests.crawl.generated import page
from tests.crawl.site import HOST, HOUSE_STYLE
from tests.engines.cases import command_rows, in_order, pages, run_example, without_topic

KEEP = Columns(keep=("topic",))


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    return command_rows(tmp_path_factory.mktemp("command"))


def test_arrow(expected: list[dict[str, Any]]) -> None:
    found = in_order(clean_table(pages(), columns=KEEP).to_pylist())
    assert found == expected
    assert {row["id"] for row in found if row["error"]} == {"null", "file"}


def test_pandas(expected: list[dict[str, Any]]) -> None:
    from declutter.engines.pandas import clean_frame

    frame = clean_frame(pages().to_pandas(), columns=KEEP)
    schema = clean_table(pages().slice(0, 1), columns=KEEP).schema
    found = pa.Table.from_pandas(frame, schema, preserve_index=False).to_pylist()
    assert in_order(found) == expected


def test_polars(expected: list[dict[str, Any]]) -> None:
    import polars as pl

    from declutter.engines.polars import clean_frame

    frame = pl.from_arrow(pages())
    assert isinstance(frame, pl.DataFrame)
    assert in_order(clean_frame(frame, columns=KEEP).to_dicts()) == expected


@pytest.mark.parametrize("name", ["pandas", "polars", "arrow"])
def test_the_examples_of_the_readme(
    tmp_path: Path, expected: list[dict[str, Any]], name: str
) -> None:
    pq.write_table(pages(), tmp_path / "pages.parquet")
    assert run_example(name, tmp_path) == without_topic(expected)


@pytest.mark.parametrize(
    "kind", [pa.string(), pa.large_string(), pa.string_view(), pa.binary(), pa.large_binary()]
)
def test_every_kind_of_text(kind: pa.DataType) -> None:
    content = page(1).decode()
    data = content.encode() if "binary" in str(kind) else content
    batch = pa.record_batch({"page": pa.array([data, None], kind)})
    found = clean_batch(batch, columns=Columns(field="page")).to_pylist()
    assert found[0]["text"] == declutter.clean(content).text != ""
    assert found[0]["id"] is None
    assert "neither" in found[1]["error"]


def test_the_charset_column_is_heeded() -> None:
    data = page(1).decode().replace('<meta charset="utf-8">', "").replace("The ", "Größe ")
    table = pa.table({"html": [data.encode("latin-1")] * 2, "charset": ["iso-8859-1", None]})
    first, _ = clean_table(table).to_pylist()
    assert "Größe" in first["text"]


def test_a_page_that_raises_is_a_row_with_its_error() -> None:
    batch = pa.record_batch({"id": ["a"], "html": ["please-raise"], "title": ["given"]})
    columns = Columns(keep=("title",))
    (row,) = clean_batch(batch, Hostile(), columns).to_pylist()
    assert (row["id"], row["text"], row["source_title"]) == ("a", None, "given")
    assert "ZeroDivisionError" in row["error"]


def test_no_rows_and_no_column() -> None:
    batch = pa.record_batch({"id": pa.array([], pa.string()), "html": pa.array([], pa.string())})
    assert clean_batch(batch).num_rows == 0
    with pytest.raises(InvalidOption, match="'a'"):
        clean_batch(pa.record_batch({"a": ["b"]}))


def test_a_memory_from_counts() -> None:
    table = pa.Table.from_batches([print_batch(batch) for batch in pages().to_batches()])
    table = table.filter(pa.compute.equal(table["host"], HOST))
    twice = pa.concat_tables([table, table.slice(0, 7)])
    memory = memory_of(count_site(twice))
    assert [(seen.pages, seen.of) for seen in memory.evidence(HOST, HOUSE_STYLE)] == [(60, 60)] * 3
