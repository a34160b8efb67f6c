"""Where pages come from: folders, globs, archives, tables, JSON and standard input.

`find_sources` makes a list of files of the arguments; `Sources.records` reads one page after the
other, always in the same order, so that a position in the input means the same in every run.
"""

from __future__ import annotations

import glob
import hashlib
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, cast

from declutter.crawl.records import START, Position, Record
from declutter.crawl.sources.files import FORMATS, page_of, read_page
from declutter.crawl.sources.json import (
    json_line_records,
    json_records,
    read_json,
    read_json_lines,
)
from declutter.crawl.sources.streams import decompressed
from declutter.crawl.sources.tables import read_arrow, read_parquet
from declutter.crawl.sources.warc import read_warc, warc_records
from declutter.errors import DeclutterError, InvalidOption
from declutter.page import InputFormat

Kind = Literal["page", "warc", "jsonl", "json", "parquet", "arrow", "stdin"]

KINDS: Final[dict[str, Kind]] = {
    ".warc": "warc",
    ".wet": "warc",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".parquet": "parquet",
    ".arrow": "arrow",
    ".feather": "arrow",
    ".ipc": "arrow",
}
PAGE_SUFFIXES: Final = frozenset({*FORMATS, ".txt", ".text", ""})
WRAPPINGS: Final = (".gz", ".zst")
STANDARD_INPUT: Final = "-"


@dataclass(slots=True, frozen=True)
class Reading:
    """How records are read: the columns' names, what is carried along, and what is too large."""

    field: str | None = None
    id_field: str = "id"
    url_field: str = "url"
    keep: tuple[str, ...] = ()
    charset_field: str = "charset"
    charset: str | None = None
    input_format: InputFormat | None = None
    base_url: str | None = None
    max_bytes: int = 20_000_000


@dataclass(slots=True)
class SourceFile:
    """A file of the input. `inner` is its path below the folder it was found in."""

    path: str
    inner: str
    kind: Kind
    size: int = 0
    _raw: io.BufferedReader | None = field(default=None, repr=False)

    @property
    def id(self) -> str:
        """What its record, or each record without an id of its own, is called by."""
        return Path(self.path).as_posix() if self.kind != "stdin" else STANDARD_INPUT

    def open(self) -> io.BufferedReader:
        """The file's bytes as they are on the disk."""
        self._raw = open(self.path, "rb")  # noqa: SIM115
        return self._raw

    def offset(self) -> int:
        """How many bytes of the open file were read."""
        return self._raw.tell() if self._raw is not None and not self._raw.closed else 0


def _read_standard_input(file: SourceFile, reading: Reading) -> Iterator[Record]:
    """Whatever comes in, told by its first bytes: WARC, JSON, or else one page."""
    stream = decompressed(cast(io.BufferedReader, sys.stdin.buffer))
    reader = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    head = reader.peek(16).lstrip()
    if head.startswith(b"WARC/"):
        return warc_records(reader, file, reading)
    if head.startswith(b"{"):
        return json_line_records(reader, file, reading)
    if head.startswith(b"["):
        return json_records(reader, file, reading)
    return iter([page_of(reader, file, reading)])


READERS: Final[dict[Kind, Callable[[SourceFile, Reading], Iterator[Record]]]] = {
    "page": read_page,
    "warc": read_warc,
    "jsonl": read_json_lines,
    "json": read_json,
    "parquet": read_parquet,
    "arrow": read_arrow,
    "stdin": _read_standard_input,
}


@dataclass(slots=True, frozen=True)
class Sources:
    """The input of a run: its files in a fixed order, and how they are read."""

    files: tuple[SourceFile, ...]
    reading: Reading = Reading()

    @property
    def size(self) -> int:
        """The bytes of all files; standard input counts nothing."""
        return sum(file.size for file in self.files)

    def fingerprint(self) -> str:
        """Changes with the files, their sizes and times, and how they are read."""
        known = hashlib.sha256(repr(self.reading).encode())
        for file in self.files:
            changed = 0 if file.kind == "stdin" else os.stat(file.path).st_mtime_ns
            known.update(f"{file.path}\0{file.size}\0{changed}\n".encode(errors="surrogateescape"))
        return known.hexdigest()

    def records(self, start: Position = START) -> Iterator[Record]:
        """The records from `start` on; where a file breaks off stands one with a problem."""
        before = sum(file.size for file in self.files[: start[0]])
        for number in range(start[0], len(self.files)):
            first = start[1] if number == start[0] else 0
            for record in self._file_records(self.files[number], number):
                if record.position[1] >= first:
                    record.offset += before
                    yield record
            before += self.files[number].size

    def _file_records(self, file: SourceFile, number: int) -> Iterator[Record]:
        index = 0
        limit = self.reading.max_bytes
        try:
            for record in READERS[file.kind](file, self.reading):
                record.position = (number, index)
                if len(record.data) > limit:
                    record.data = b""
                    record.problem = f"the page is larger than max_bytes={limit}"
                index += 1
                yield record
        except DeclutterError:
            raise
        except Exception as error:  # each format's library has its own kinds
            problem = f"the file cannot be read on: {error}"
            yield Record(file.id, problem=problem, position=(number, index), offset=file.size)


def find_sources(arguments: Iterable[str | os.PathLike[str]], reading: Reading) -> Sources:
    """The files that paths, folders, globs and "-" stand for, sorted within each argument.

    A folder gives its pages and data files at any depth, without hidden ones. Raises InvalidOption
    where an argument stands for nothing.
    """
    files: dict[str, SourceFile] = {}
    for argument in arguments:
        for file in _files_of(os.fspath(argument)):
            files.setdefault(os.path.realpath(file.path) if file.kind != "stdin" else "-", file)
    if not files:
        raise InvalidOption("no input: name files, folders, globs, or - for standard input")
    return Sources(tuple(files.values()), reading)


def _files_of(argument: str) -> Sequence[SourceFile]:
    if argument == STANDARD_INPUT:
        return [SourceFile(STANDARD_INPUT, STANDARD_INPUT, "stdin")]
    if argument.startswith(("http://", "https://")):
        raise InvalidOption(f"{argument}: declutter fetches nothing; save the page, or pipe it in")
    if os.path.isdir(argument):
        found = [_source_file(path, argument) for path in _walk(argument)]
    elif os.path.exists(argument):
        found = [_source_file(argument, os.path.dirname(argument))]
    else:
        paths = sorted(
            path for path in glob.iglob(argument, recursive=True) if os.path.isfile(path)
        )
        found = [_source_file(path, os.path.dirname(path)) for path in paths]
    if not found:
        raise InvalidOption(f"{argument}: no such file, and no file matches it")
    return found


def _walk(folder: str) -> Iterator[str]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and (
                _suffix(name) in PAGE_SUFFIXES or _suffix(name) in KINDS
            ):
                yield os.path.join(root, name)


def _source_file(path: str, folder: str) -> SourceFile:
    inner = os.path.relpath(path, folder or ".")
    return SourceFile(path, inner, KINDS.get(_suffix(path), "page"), os.path.getsize(path))


def _suffix(path: str) -> str:
    """A file name's suffix in lower case, that of a compression aside."""
    stem, suffix = os.path.splitext(path.lower())
    return os.path.splitext(stem)[1] if suffix in WRAPPINGS else suffix
