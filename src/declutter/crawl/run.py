"""The run: every page of the input becomes a row or a failure, once, and a kill loses nothing."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from declutter.cleaner import Cleaner
from declutter.crawl.clean import CleanTask, describe
from declutter.crawl.ledger import Ledger
from declutter.crawl.pool import Pool
from declutter.crawl.progress import Progress, Silent
from declutter.crawl.records import Outcome, Record
from declutter.crawl.rows import Cleans, Shape
from declutter.crawl.sinks import (
    Format,
    Sink,
    json_line,
    make_sink,
    output_format,
    replace_whole,
)
from declutter.crawl.sources import Reading, Sources, find_sources
from declutter.crawl.worker import Limits
from declutter.errors import DeclutterError, InvalidOption

PART_ROWS: Final = 5_000
PART_BYTES: Final = 16 << 20
PART_SECONDS: Final = 5.0


class OutputExistsError(DeclutterError):
    """There is an output of that name; the message says how to go on."""


class CompleteError(OutputExistsError):
    """The output to be gone on with is whole already."""


@dataclass(slots=True, frozen=True)
class Summary:
    """What a run came to. `resumed` are the rows and failures that an earlier run had done."""

    out: Path
    failures_file: Path | None
    rows: int
    failures: int
    resumed: int
    seconds: float


def run_batch(
    sources: Sources | Iterable[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    *,
    cleaner: Cleans | None = None,
    workers: int | None = None,
    ordered: bool = True,
    resume: bool = False,
    overwrite: bool = False,
    form: Format | None = None,
    shape: Shape | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Clean every page of `sources` into `out`; a page that fails is a line of OUT.failures.jsonl.

    `sources` are paths, folders, globs and "-", or what `find_sources` made of them; the name of
    `out` says its format, else `form` does. `cleaner` must be picklable. A run that was stopped,
    or killed, goes on with `resume=True` and gives what it would have given undisturbed; until
    then what is finished is in OUT.parts. Raises OutputExistsError, CompleteError, ResumeError,
    InvalidOption, and WorkerError where no worker starts.
    """
    began = time.monotonic()
    cleaner = cleaner if cleaner is not None else Cleaner()
    shape = shape or Shape()
    place = Path(out)
    form = output_format(place, form)
    if form == "md" and "markdown" not in shape.rendered:
        shape = Shape((*shape.rendered, "markdown"), shape.keep)
    if not isinstance(sources, Sources):
        sources = find_sources(sources, Reading(keep=shape.keep))
    if workers is not None and workers < 1:
        raise InvalidOption(f"workers={workers}: use 1 or more")
    parts = parts_folder(place)
    make_way(place, parts, resume=resume, overwrite=overwrite)
    job = {
        "input": sources.fingerprint(),
        "cleaner": describe(cleaner),
        "columns": list(shape.columns()),
        "format": form,
        "order": "as read" if ordered else "as done",
    }
    ledger = Ledger(parts, job)
    resumed = ledger.state.rows + ledger.state.failures
    sink = make_sink(place, form, shape, sources)
    try:
        if not ledger.state.assembled:
            writer = PartWriter(ledger, sink, progress or Silent())
            task = CleanTask(cleaner, shape, sink.pack)
            _work(sources, task, workers or cores(), limits or Limits(), ordered, writer)
            _assemble(ledger, sink, failures_file(place))
        failed = ledger.state.failures
        summary = Summary(
            out=place,
            failures_file=failures_file(place) if failed else None,
            rows=ledger.state.rows,
            failures=failed,
            resumed=resumed,
            seconds=time.monotonic() - began,
        )
        ledger.close_assembled()
        return summary
    finally:
        ledger.close()


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def parts_folder(out: Path) -> Path:
    """Where the finished parts of an output are until it is whole."""
    return out.with_name(f"{out.name}.parts")


def failures_file(out: Path) -> Path:
    """Where the failures of an output are."""
    return out.with_name(f"{out.name}.failures.jsonl")


def make_way(out: Path, parts: Path, *, resume: bool, overwrite: bool) -> None:
    """See that the output may be written; with `overwrite`, remove what is there.

    Raises OutputExistsError where something is there and neither option says what to do about it,
    CompleteError where there is nothing to go on with.
    """
    if overwrite and not resume:
        for path in (out, parts):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        failures_file(out).unlink(missing_ok=True)
    started = (parts / "manifest.jsonl").exists()
    if resume:
        if out.exists() and not started and not _is_empty_folder(out):
            raise CompleteError(f"{out} is complete: there is nothing to resume")
        return
    if started:
        raise OutputExistsError(
            f"{parts} has the finished parts of a run that was stopped: go on with it by --resume "
            "(resume=True), or start anew with --overwrite (overwrite=True)"
        )
    if out.exists() and not _is_empty_folder(out):
        raise OutputExistsError(
            f"{out} exists: name another output, or use --overwrite (overwrite=True)"
        )
    out.parent.mkdir(parents=True, exist_ok=True)


def _is_empty_folder(path: Path) -> bool:
    return path.is_dir() and not any(path.iterdir())


def _work(
    sources: Sources,
    task: CleanTask,
    workers: int,
    limits: Limits,
    ordered: bool,
    writer: PartWriter,
) -> None:
    records = writer.watch(sources)
    with Pool(task, workers, limits) as pool:
        try:
            for outcome in pool.outcomes(records, ordered):
                writer.add(outcome)
        finally:
            writer.finish()


def _assemble(ledger: Ledger, sink: Sink, failures: Path) -> None:
    failures.unlink(missing_ok=True)  # those of an output that was here before
    if ledger.state.failures:
        lines = (json_line(asdict(failure)) for failure in ledger.failures())

        def write(path: Path) -> None:
            with open(path, "wb") as stream:
                stream.writelines(lines)

        replace_whole(failures, write)
    sink.assemble(ledger.part_paths())


@dataclass(slots=True)
class PartWriter:
    """Gathers outcomes, and commits them as a part when many, large, or some seconds old."""

    ledger: Ledger
    sink: Sink
    progress: Progress
    _outcomes: list[Outcome] = field(default_factory=list)
    _bytes: int = 0
    _since: float = field(default_factory=time.monotonic)
    _committing: bool = False

    def watch(self, sources: Sources) -> Iterator[Record]:
        """The records still to do, with the progress of reading shown."""
        state = self.ledger.state
        self.progress.start(sources.size, done=state.rows + state.failures, failed=state.failures)
        for record in self.ledger.watch(sources.records(state.mark)):
            self.progress.read(record.offset)
            yield record

    def add(self, outcome: Outcome) -> None:
        """Take an outcome in; commit where it is time."""
        self._outcomes.append(outcome)
        self._bytes += outcome.size
        self.progress.done(outcome.failure)
        if (
            len(self._outcomes) >= PART_ROWS
            or self._bytes >= PART_BYTES
            or time.monotonic() - self._since >= PART_SECONDS
        ):
            self.commit()

    def commit(self) -> None:
        """Bring to the disk what was gathered."""
        self._committing = True
        if self._outcomes:
            rows = [(done.position, done.result) for done in self._outcomes if not done.failure]
            self.ledger.commit(
                [done.position for done in self._outcomes],
                len(rows),
                [done.failure for done in self._outcomes if done.failure],
                lambda path: self.sink.write(rows, path),
                self.sink.suffix,
            )
        self._outcomes, self._bytes = [], 0
        self._since = time.monotonic()
        self._committing = False

    def finish(self) -> None:
        """Commit the rest, also where the run was stopped; a commit that was broken off in the
        middle is as if it had been killed, and left to the next run."""
        if not self._committing:
            self.commit()
        self.progress.finish()
