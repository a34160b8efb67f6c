"""Where rows go: JSON lines, Parquet, a folder of texts.

A sink writes parts, and makes the output of them when all are there. The output is written beside
its place and renamed into it.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final, Literal, Protocol

from declutter.crawl.records import Position
from declutter.crawl.rows import ColumnType, Row, Shape
from declutter.crawl.sources import Sources
from declutter.errors import InvalidOption, MissingExtra

Format = Literal["jsonl", "jsonl.gz", "jsonl.zst", "parquet", "txt", "md"]
FORMATS: Final[tuple[Format, ...]] = ("jsonl", "jsonl.gz", "jsonl.zst", "parquet", "txt", "md")
ROWS_A_GROUP: Final = 20_000
Placed = tuple[Position, Any]
"""A row as its sink packs it, with its place in the input."""


class Sink(Protocol):
    """Writes the rows of one output."""

    @property
    def suffix(self) -> str:
        """What the name of a part ends with."""
        ...

    @property
    def pack(self) -> Callable[[Row], object]:
        """What a worker makes of a row, so that the run itself has little to do; picklable."""
        ...

    def write(self, rows: Sequence[Placed], path: Path) -> None:
        """Write a part at `path`."""
        ...

    def assemble(self, parts: Sequence[Path]) -> None:
        """Make the output of its parts; doing it twice does no harm."""
        ...


def output_format(out: Path, asked: Format | None) -> Format:
    """The format asked for, else the one that the output's name says. Raises InvalidOption."""
    if asked is not None:
        return asked
    for name in FORMATS[:4]:
        if out.name.lower().endswith(f".{name}"):
            return name
    raise InvalidOption(
        f"{out}: name the output .jsonl, .jsonl.gz, .jsonl.zst or .parquet, or say the format of "
        f"a folder with --format ({', '.join(FORMATS)})"
    )


def make_sink(out: Path, form: Format, shape: Shape, sources: Sources) -> Sink:
    """The sink for an output: a file where its name says the format, else a folder of parts."""
    if form in ("txt", "md"):
        return Folder(out, form, sources)
    part: Sink = Parquet(out, shape, sources) if form == "parquet" else JsonLines(out, form)
    return part if out.name.lower().endswith(f".{form}") else Dataset(out, part)


def replace_whole(out: Path, write: Callable[[Path], None]) -> None:
    """Write a file beside its place, and rename it there when it is whole."""
    unfinished = out.with_name(f"{out.name}.unfinished")
    write(unfinished)
    handle = os.open(unfinished, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    os.replace(unfinished, out)


@dataclass(slots=True)
class JsonLines:
    """One JSON object a line; .gz has a member a part, .zst one frame over all."""

    out: Path
    form: Format

    @property
    def suffix(self) -> str:
        return f".{self.form}"

    @property
    def pack(self) -> Callable[[Row], object]:
        """A line of JSON."""
        return json_line

    def write(self, rows: Sequence[Placed], path: Path) -> None:
        """Write a part, compressed as the output is."""
        with _writing(path, self.form) as stream:
            for _, line in rows:
                stream.write(line)

    def assemble(self, parts: Sequence[Path]) -> None:
        """One file after the other; Zstandard parts are packed anew, as not every reader
        reads on after the first frame."""
        replace_whole(self.out, lambda path: self._concatenate(parts, path))

    def _concatenate(self, parts: Sequence[Path], path: Path) -> None:
        repack = self.form == "jsonl.zst"
        with _writing(path, self.form if repack else "jsonl") as stream:
            for part in parts:
                with open(part, "rb") as raw:
                    source = _zstandard().ZstdDecompressor().stream_reader(raw) if repack else raw
                    shutil.copyfileobj(source, stream, 1 << 20)


def as_it_is(row: Row) -> Row:
    """The row."""
    return row


def json_line(row: Row) -> bytes:
    """A row as a line of JSON. Dates and bytes of carried columns become text."""
    return (
        json.dumps(row, ensure_ascii=False, default=_json_value).encode("utf-8", "replace") + b"\n"
    )


def _json_value(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _writing(path: Path, form: Format) -> Any:
    if form == "jsonl.gz":
        return gzip.open(path, "wb", compresslevel=6)
    if form == "jsonl.zst":
        return _zstandard().open(path, "wb")
    return open(path, "wb")


def _zstandard() -> Any:
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtra("writing .zst needs zstandard: pip install declutter[crawl]") from error
    return zstandard


class Parquet:
    """A typed table, compressed with Zstandard."""

    suffix = ".parquet"
    pack = staticmethod(as_it_is)

    def __init__(self, out: Path, shape: Shape, sources: Sources) -> None:
        self.out = out
        self.schema = arrow_schema(shape, sources)

    def write(self, rows: Sequence[Placed], path: Path) -> None:
        """Write a part."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        strings = [field.name for field in self.schema if field.type == pa.string()]
        table = pa.Table.from_pylist([_as_text(row, strings) for _, row in rows], self.schema)
        pq.write_table(table, path, compression="zstd")

    def assemble(self, parts: Sequence[Path]) -> None:
        """One file with row groups of the parts' rows."""
        replace_whole(self.out, lambda path: self._merge(parts, path))

    def _merge(self, parts: Sequence[Path], path: Path) -> None:
        import pyarrow.parquet as pq

        with pq.ParquetWriter(path, self.schema, compression="zstd") as writer:
            for part in parts:
                writer.write_table(pq.read_table(part, schema=self.schema, use_threads=False))


def _as_text(row: Row, strings: Iterable[str]) -> Row:
    """A row whose text columns hold nothing but text: other carried values become JSON."""
    for name in strings:
        value = row.get(name)
        if value is not None and not isinstance(value, str):
            row[name] = json.dumps(value, ensure_ascii=False, default=_json_value)
    return row


def arrow_schema(shape: Shape, sources: Sources | None = None) -> Any:
    """The Arrow schema of rows; carried columns have the type that the first table gives them,
    and are text where the input has no types."""
    try:
        import pyarrow as pa
    except ImportError as error:
        raise MissingExtra("Parquet needs pyarrow: pip install declutter[crawl]") from error
    types: dict[ColumnType, Any] = {
        "string": pa.string(),
        "strings": pa.list_(pa.string()),
        "number": pa.float64(),
        "count": pa.int64(),
    }
    carried = _carried_types(shape, sources) if sources is not None else {}
    return pa.schema(
        (name, carried.get(name, pa.string()) if kind is None else types[kind])
        for name, kind in shape.columns().items()
    )


def _carried_types(shape: Shape, sources: Sources) -> dict[str, Any]:
    from declutter.crawl.rows import kept_name
    from declutter.crawl.sources.tables import schema_of

    tables = [file for file in sources.files if file.kind in ("parquet", "arrow")]
    if not tables or len(tables) < len(sources.files):
        return {}
    schema = schema_of(tables[0])
    return {
        kept_name(name): schema.field(name).type
        for name in shape.keep
        if name in schema.names and name != "html"
    }


@dataclass(slots=True)
class Dataset:
    """A folder of numbered parts: for outputs too large for one file."""

    out: Path
    part: Sink

    @property
    def suffix(self) -> str:
        return self.part.suffix

    @property
    def pack(self) -> Callable[[Row], object]:
        """As the parts are packed."""
        return self.part.pack

    def write(self, rows: Sequence[Placed], path: Path) -> None:
        """Write a part."""
        self.part.write(rows, path)

    def assemble(self, parts: Sequence[Path]) -> None:
        """Move the parts into the folder; one that is gone was moved by the run that was killed."""
        self.out.mkdir(parents=True, exist_ok=True)
        for part in parts:
            if part.exists():
                os.replace(part, self.out / f"part-{part.name}")


class Folder:
    """A folder with a text or Markdown file a page; each is renamed into its place.

    A page that is a file keeps its path below the folder it was found in; any other is called by
    its id and its number in the input, so that no two have one name.
    """

    suffix = ".names"
    pack = staticmethod(as_it_is)

    def __init__(self, out: Path, form: Format, sources: Sources) -> None:
        self.out = out
        self.form = form
        self.sources = sources
        paths = Counter(file.inner for file in sources.files if file.kind == "page")
        self._ambiguous = {path for path, count in paths.items() if count > 1}

    def write(self, rows: Sequence[Placed], path: Path) -> None:
        """Write the pages' files, then the list of their names as the part."""
        column = "markdown" if self.form == "md" else "text"
        names = []
        for position, row in rows:
            name = self.name(position, str(row["id"]))
            place = self.out / name
            place.parent.mkdir(parents=True, exist_ok=True)
            content = str(row[column] or "").encode("utf-8", "replace")
            _write_renamed(place, content + b"\n" if content else b"")
            names.append(name)
        if hasattr(os, "sync"):
            os.sync()  # once for all of them, before they are said to be done
        path.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")

    def name(self, position: Position, identity: str) -> str:
        """The path of a page's file below the output folder."""
        file = self.sources.files[position[0]]
        if file.kind == "page":
            pieces = [
                piece for piece in PurePosixPath(file.inner).parts if piece not in ("..", "/")
            ]
            if file.inner in self._ambiguous:
                pieces.insert(0, hashlib.sha256(file.path.encode()).hexdigest()[:8])
            return "/".join(pieces) + f".{self.form}"
        slug = re.sub(r"[^\w.-]+", "_", identity).strip("._")[:80]
        return f"{slug or 'page'}.{position[0]}.{position[1]}.{self.form}"

    def assemble(self, parts: Sequence[Path]) -> None:
        """All files are in their places already."""
        self.out.mkdir(parents=True, exist_ok=True)


def _write_renamed(place: Path, content: bytes) -> None:
    unfinished = place.with_name(f".{place.name}.unfinished")
    unfinished.write_bytes(content)
    os.replace(unfinished, place)
