"""What a run writes can be read by what people read it with."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

import declutter
from declutter.crawl import run
from declutter.crawl.rows import COLUMNS, Shape
from declutter.crawl.run import run_batch
from declutter.crawl.sources import Reading, find_sources
from tests.crawl.generated import jsonl, page


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(run, "PART_ROWS", 4)
    path = tmp_path / "pages.jsonl"
    path.write_bytes(jsonl(10))
    return path


def names() -> list[str]:
    return [f"n{n}" for n in range(10)]


def test_compressed_lines(source: Path, tmp_path: Path) -> None:
    run_batch([source], tmp_path / "a.jsonl.gz", workers=1)
    with gzip.open(tmp_path / "a.jsonl.gz") as stream:
        assert [json.loads(line)["id"] for line in stream] == names()
    run_batch([source], tmp_path / "a.jsonl.zst", workers=1)
    with zstandard.open(tmp_path / "a.jsonl.zst") as stream:  # reads the first frame alone
        assert [json.loads(line)["id"] for line in stream.read().splitlines()] == names()


def test_parquet_is_typed(source: Path, tmp_path: Path) -> None:
    shape = Shape(keep=("topic",))
    sources = find_sources([source], Reading(keep=shape.keep))
    run_batch(sources, tmp_path / "a.parquet", workers=1, shape=shape)
    table = pq.read_table(tmp_path / "a.parquet")
    assert table.column_names == [*COLUMNS, "topic"]
    assert table.schema.field("authors").type == pa.list_(pa.string())
    assert table.schema.field("confidence").type == pa.float64()
    assert table.schema.field("words").type == pa.int64()
    assert table["id"].to_pylist() == names()
    assert table["topic"].to_pylist() == [str(n % 3) for n in range(10)]


def test_a_carried_column_keeps_its_type(tmp_path: Path) -> None:
    table = pa.table(
        {"html": ["<p>a</p>"], "label": [7], "title": ["given"], "spans": [[{"a": 1}]]}
    )
    pq.write_table(table, tmp_path / "in.parquet")
    shape = Shape(keep=("label", "title", "spans"))
    sources = find_sources([tmp_path / "in.parquet"], Reading(keep=shape.keep))
    run_batch(sources, tmp_path / "a.parquet", workers=1, shape=shape)
    found = pq.read_table(tmp_path / "a.parquet")
    assert found.schema.field("label").type == pa.int64()
    assert found.select(["label", "source_title", "spans"]).to_pylist() == [
        {"label": 7, "source_title": "given", "spans": [{"a": 1}]}
    ]


def test_a_folder_of_parts(source: Path, tmp_path: Path) -> None:
    run_batch([source], tmp_path / "out", form="parquet", workers=1)
    assert len(list((tmp_path / "out").iterdir())) == 3
    assert pq.read_table(tmp_path / "out")["id"].to_pylist() == names()


@pytest.mark.parametrize("form", ["txt", "md"])
def test_a_folder_of_texts_keeps_the_paths(tmp_path: Path, form: str) -> None:
    for name in ("a/index.html", "b/index.html"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True)
        path.write_bytes(page(ord(name[0])))
    (tmp_path / "in" / "more.jsonl").write_bytes(jsonl(2))
    run_batch([tmp_path / "in"], tmp_path / "out", form=form, workers=1)  # type: ignore[arg-type]
    found = {p.relative_to(tmp_path / "out").as_posix(): p for p in (tmp_path / "out").rglob("*.*")}
    assert set(found) == {
        f"a/index.html.{form}",
        f"b/index.html.{form}",
        f"n0.0.0.{form}",
        f"n1.0.1.{form}",
    }
    document = declutter.clean(page(ord("b")))
    expected = document.text if form == "txt" else document.markdown
    assert found[f"b/index.html.{form}"].read_text() == f"{expected}\n" != "\n"


def test_half_a_surrogate_pair_does_not_stop_a_table(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "\\ud800", "html": "<p>A word \\udc00 here.</p>"}\n')
    run_batch([tmp_path / "in.jsonl"], tmp_path / "a.parquet", workers=1)
    assert pq.read_table(tmp_path / "a.parquet")["id"].to_pylist() == ["?"]


def test_no_page_at_all_is_an_empty_output(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("")
    for name in ("a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.parquet"):
        run_batch([tmp_path / "in.jsonl"], tmp_path / name, workers=1)
    assert (tmp_path / "a.jsonl").read_bytes() == b""
    with zstandard.open(tmp_path / "a.jsonl.zst") as stream:
        assert stream.read() == b""
    assert pq.read_table(tmp_path / "a.parquet").column_names == list(COLUMNS)
