"""What is finished of a run, so that it can be killed at any moment and go on.

Rows are written as numbered parts beside the output. A part is written under another name,
brought to the disk and renamed; then a line about it is appended to the manifest and brought to
the disk too. A part without its line never happened: it is written anew. So a row is written once,
whenever the run was killed. The line says what was done by `mark`, the position below which every
record is done, and by the positions above it that are done already (none where order is kept).
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any, Final

from declutter.crawl.records import START, Failure, Position, Record
from declutter.errors import DeclutterError

VERSION: Final = 1


class ResumeError(DeclutterError):
    """The output cannot be gone on with: it is of another run, or another run is at it."""


@dataclass(slots=True)
class Progressed:
    """What the manifest says: the parts, their rows, and what need not be done again."""

    parts: list[str] = field(default_factory=list)
    rows: int = 0
    failures: int = 0
    mark: Position = START
    done: set[Position] = field(default_factory=set)
    assembled: bool = False


class Ledger:
    """The folder of parts and the manifest of one run.

    `job` is what must be the same for a run to be gone on with. Raises ResumeError where the
    folder is another run's, or is in use.
    """

    def __init__(self, folder: Path, job: dict[str, Any]) -> None:
        self.folder = folder
        self.state = Progressed()
        self._open: dict[Position, None] = {}
        self._next: Position = START
        folder.mkdir(parents=True, exist_ok=True)
        self._manifest = self._opened(job)

    def _opened(self, job: dict[str, Any]) -> IO[bytes]:
        manifest = open(self.folder / "manifest.jsonl", "a+b")  # noqa: SIM115
        _lock(manifest, self.folder)
        manifest.seek(0)
        good = 0
        for number, line in enumerate(manifest):
            try:
                entry = json.loads(line) if line.endswith(b"\n") else None
            except ValueError:
                entry = None
            if entry is None:
                break
            good += len(line)
            if number == 0:
                _check_job(entry, job, self.folder)
            else:
                self._replay(entry)
        manifest.truncate(good)
        self._manifest = manifest
        if good == 0:
            self._append({"version": VERSION, **job})
        self.state.done = {place for place in self.state.done if place >= self.state.mark}
        self._next = self.state.mark
        return manifest

    def _replay(self, entry: dict[str, Any]) -> None:
        state = self.state
        if entry.get("assembled"):
            state.assembled = True
            return
        if entry["part"]:
            state.parts.append(entry["part"])
        state.rows += entry["rows"]
        state.failures += len(entry["failures"])
        state.mark = (entry["mark"][0], entry["mark"][1])
        state.done.update((file, number) for file, number in entry["done"])

    def watch(self, records: Iterable[Record]) -> Iterator[Record]:
        """Pass on the records that are still to do, and note that they are in work."""
        done = self.state.done
        for record in records:
            if record.position in done:
                continue
            self._open[record.position] = None
            self._next = (record.position[0], record.position[1] + 1)
            yield record

    def commit(
        self,
        positions: list[Position],
        rows: int,
        failures: list[Failure],
        write: Callable[[Path], None] | None,
        suffix: str,
    ) -> None:
        """Write a part with `write` and note that the records at `positions` are done."""
        state = self.state
        name = None
        if write is not None and rows:
            name = f"{len(state.parts):06d}{suffix}"
            unfinished = self.folder / f"unfinished-{name}"
            write(unfinished)
            _to_disk(unfinished)
            os.replace(unfinished, self.folder / name)
        for position in positions:
            del self._open[position]
        mark = next(iter(self._open), self._next)
        entry = {
            "part": name,
            "rows": rows,
            "failures": [asdict(failure) for failure in failures],
            "mark": mark,
            "done": [position for position in positions if position > mark],
        }
        _to_disk(self.folder)
        self._append(entry)
        if name:
            state.parts.append(name)
        state.rows += rows
        state.failures += len(failures)
        state.mark = mark

    def part_paths(self) -> list[Path]:
        """The finished parts, in the order of their rows."""
        return [self.folder / name for name in self.state.parts]

    def failures(self) -> Iterator[Failure]:
        """The failures of all parts, in the order of the parts."""
        with open(self.folder / "manifest.jsonl", "rb") as manifest:
            for line in manifest:
                for failure in json.loads(line).get("failures", ()):
                    yield Failure(**failure)

    def close_assembled(self) -> None:
        """Note that the output is whole, and remove the parts."""
        if not self.state.assembled:
            self._append({"assembled": True})
        for path in self.part_paths():
            path.unlink(missing_ok=True)
        shutil.rmtree(self.folder)
        self._manifest.close()

    def close(self) -> None:
        """Let go of the folder; one in which nothing was done is removed."""
        if self._manifest.closed:
            return
        if self.state.mark == START and not self.state.rows and not self.state.failures:
            shutil.rmtree(self.folder, ignore_errors=True)
        self._manifest.close()

    def _append(self, entry: dict[str, Any]) -> None:
        line = json.dumps(entry, separators=(",", ":")).encode() + b"\n"
        self._manifest.write(line)
        self._manifest.flush()
        os.fsync(self._manifest.fileno())


def _check_job(entry: dict[str, Any], job: dict[str, Any], folder: Path) -> None:
    found = {key: value for key, value in entry.items() if key != "version"}
    expected = json.loads(json.dumps(job))
    differing = [key for key in expected if found.get(key) != expected[key]]
    if entry.get("version") != VERSION:
        differing.append("version of declutter")
    if differing:
        raise ResumeError(
            f"{folder} is of a run with another {', '.join(differing)}: resume with what that run "
            "was started with, or start anew with --overwrite"
        )


def _lock(manifest: IO[bytes], folder: Path) -> None:
    """Hold the manifest for this process alone; a killed process lets go of it by itself."""
    try:
        import fcntl
    except ImportError:  # no such locks on Windows
        return
    try:
        fcntl.flock(manifest, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise ResumeError(f"another run is at {folder}: wait for it, or stop it first") from error


def _to_disk(path: Path) -> None:
    """Ask the system to bring a file or a folder's names to the disk."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
