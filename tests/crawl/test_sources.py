"""Every format gives the same pages, with their ids, addresses and encodings."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.feather
import pyarrow.ipc
import pyarrow.parquet
import pytest
import zstandard

from declutter.crawl.sources import Reading, find_sources
from declutter.errors import InvalidOption
from tests.crawl.generated import address, identity, page, record, write_warc

ROWS = [
    {"id": f"p{n}", "url": address(n), "html": f"<p>Page {n}</p>", "topic": n} for n in range(150)
]


def ids(path: Path | str, **reading: object) -> list[str]:
    return [found.id for found in find_sources([path], Reading(**reading)).records()]


def write(path: Path) -> Path:
    lines = "".join(json.dumps(row) + "\n" for row in ROWS).encode()
    table = pa.Table.from_pylist(ROWS)
    if path.name.endswith(".jsonl.gz"):
        path.write_bytes(gzip.compress(lines))
    elif path.name.endswith(".jsonl.zst"):
        half = len(lines) // 2
        pack = zstandard.ZstdCompressor().compress
        path.write_bytes(pack(lines[:half]) + pack(lines[half:]))
    elif path.suffix == ".jsonl":
        path.write_bytes(lines)
    elif path.name == "array.json":
        path.write_text(json.dumps(ROWS, indent=1))
    elif path.suffix == ".json":
        path.write_text("\n".join(json.dumps(row, indent=2) for row in ROWS))
    elif path.suffix == ".parquet":
        pyarrow.parquet.write_table(table, path, row_group_size=40)
    elif path.suffix == ".feather":
        pyarrow.feather.write_feather(table, path)
    else:
        with pa.ipc.new_stream(path, table.schema) as stream:
            stream.write_table(table)
    return path


@pytest.mark.parametrize(
    "name",
    ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "array.json", "many.json", "a.parquet", "a.feather",
     "stream.arrow"],
)  # fmt: skip
def test_tables_and_json_give_their_rows(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name)
    found = list(find_sources([path], Reading(keep=("topic",))).records())
    assert [(r.id, r.url, r.data, r.extra["topic"]) for r in found] == [
        (row["id"], row["url"], row["html"], row["topic"]) for row in ROWS
    ]
    assert [r.position for r in found] == [(0, n) for n in range(len(ROWS))]
    assert 0 < found[-1].offset <= path.stat().st_size


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view(), pa.binary()])
def test_parquet_takes_every_kind_of_text(tmp_path: Path, kind: pa.DataType) -> None:
    content = b"<p>a</p>" if kind == pa.binary() else "<p>a</p>"
    table = pa.table({"page": pa.array([content, None], kind), "n": [1, 2]})
    pyarrow.parquet.write_table(table, tmp_path / "a.parquet")
    first, second = find_sources([tmp_path / "a.parquet"], Reading(field="page")).records()
    assert first.data == content
    assert first.id == f"{tmp_path}/a.parquet:1"
    assert second.problem is not None


def test_a_missing_column_is_told_by_its_name(tmp_path: Path) -> None:
    pyarrow.parquet.write_table(pa.table({"source": ["<p>"]}), tmp_path / "a.parquet")
    with pytest.raises(InvalidOption, match=r"'source'.*--field"):
        ids(tmp_path / "a.parquet")


def test_lines_that_are_no_pages_are_problems(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"html": "a"}\n\nno json\n[1]\n{"other": 1}\n{"html": 5}\n{"html": "b"}')
    found = list(find_sources([path], Reading()).records())
    assert [r.problem is None for r in found] == [True, False, False, False, False, True]
    assert [r.id.rpartition(":")[2] for r in found] == ["1", "3", "4", "5", "6", "7"]


def test_what_is_too_large_is_not_taken_into_memory(tmp_path: Path) -> None:
    (tmp_path / "bomb.html.gz").write_bytes(gzip.compress(bytes(5_000_000)))
    (tmp_path / "lines.jsonl").write_bytes(
        b'{"html": "' + b"a" * 9_000_000 + b'"}\n{"html": "b"}\n{"html": "' + b"c" * 2000 + b'"}\n'
    )
    found = list(find_sources([tmp_path], Reading(max_bytes=1000)).records())
    assert [(len(r.data), r.problem is None) for r in found] == [
        (0, False), (0, False), (1, True), (0, False)
    ]  # fmt: skip


def test_a_file_that_breaks_off_is_a_problem_and_the_next_is_read(tmp_path: Path) -> None:
    lines = "".join(json.dumps(row) + "\n" for row in ROWS).encode()
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines)[:-20])
    (tmp_path / "b.html").write_text("<p>whole</p>")
    found = list(find_sources([tmp_path], Reading()).records())
    assert found[-1].data == b"<p>whole</p>"
    assert found[-2].problem is not None
    assert "read on" in found[-2].problem


def test_folders_and_globs(tmp_path: Path) -> None:
    for name in ("b/two.html", "a.md", "b/.hidden.html", "c.png", "page", "b/c.txt.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        content = b"A page."
        (tmp_path / name).write_bytes(gzip.compress(content) if name.endswith("gz") else content)
    inner = [Path(name).relative_to(tmp_path).as_posix() for name in ids(tmp_path)]
    assert inner == ["a.md", "page", "b/c.txt.gz", "b/two.html"]
    assert len(ids(f"{tmp_path}/**/*.html")) == 1
    both = find_sources([tmp_path, tmp_path / "a.md"], Reading(base_url="https://example.com/"))
    found = list(both.records())
    assert len(found) == 4
    assert found[0].input_format == "markdown"
    assert found[3].url == "https://example.com/b/two.html"
    assert {r.data for r in found} == {b"A page."}
    with pytest.raises(InvalidOption, match="fetches nothing"):
        ids("https://example.com/")


def archive(path: Path) -> Path:
    return write_warc(
        path,
        iter(
            [
                record(0, page(0)),
                record(1, b"\x89PNG", media="image/png"),
                record(2, "Grüße".encode("latin-1"), media="text/html; charset=iso-8859-1"),
                record(3, b"A text of a page.", kind="conversion", media="text/plain"),
                record(4, b"<p>xhtml</p>", media="application/xhtml+xml"),
            ]
        ),
    )


def test_warc_gives_html_responses_and_texts(tmp_path: Path) -> None:
    first, second, third, fourth = find_sources(
        [archive(tmp_path / "a.warc.gz")], Reading(keep=("date", "status"))
    ).records()
    assert [r.id for r in (first, second, third, fourth)] == [identity(n) for n in (0, 2, 3, 4)]
    assert first.data == page(0)
    assert first.url == address(0)
    assert first.extra["date"] == "2026-03-01T10:00:00Z"
    assert first.extra["status"] == 200
    assert second.charset == "iso-8859-1"
    assert (third.input_format, third.data) == ("text", b"A text of a page.")
    assert fourth.data == b"<p>xhtml</p>"


def test_a_compressed_payload_is_unpacked(tmp_path: Path) -> None:
    packed = gzip.compress(b"<p>packed</p>")
    path = write_warc(
        tmp_path / "a.warc.gz",
        iter([record(0, packed, media="text/html\r\nContent-Encoding: gzip")]),
    )
    assert [r.data for r in find_sources([path], Reading()).records()] == [b"<p>packed</p>"]


def test_a_cut_archive_gives_what_was_whole(tmp_path: Path) -> None:
    path = write_warc(tmp_path / "a.warc.gz", (record(n, page(n)) for n in range(5)))
    path.write_bytes(path.read_bytes()[:-500])
    found = list(find_sources([path], Reading()).records())
    assert [r.data for r in found[:4]] == [page(n) for n in range(4)]
    assert found[4].id == identity(4)
    assert all(r.problem for r in found[4:])


def test_records_from_a_position_on(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        write(tmp_path / name)
    sources = find_sources([tmp_path], Reading())
    whole = [(r.position, r.id, r.offset) for r in sources.records()]
    assert [(r.position, r.id, r.offset) for r in sources.records((1, 100))] == whole[250:]


@pytest.mark.parametrize("content", ["warc", "lines", "array", "page"])
@pytest.mark.parametrize("wrap", [bytes, gzip.compress])
def test_standard_input_is_told_by_its_first_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, wrap: object
) -> None:
    data = {
        "warc": lambda: gzip.decompress(archive(tmp_path / "a.warc.gz").read_bytes()),
        "lines": lambda: write(tmp_path / "a.jsonl").read_bytes(),
        "array": lambda: write(tmp_path / "array.json").read_bytes(),
        "page": lambda: b"<p>one page</p>",
    }[content]()
    stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(wrap(data))))  # type: ignore[operator]
    monkeypatch.setattr(sys, "stdin", stream)
    assert len(ids("-")) == {"warc": 4, "lines": 150, "array": 150, "page": 1}[content]
