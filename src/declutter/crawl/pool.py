"""Worker processes that can be lost: a page that takes one down costs that page alone.

Each worker has a thread that talks to it. The thread sends a few records, waits for the answers
no longer than one page may take, and replaces a worker that died or had to be ended. Answers come
in company, for waking the run for each page costs more than what is done with it; which page was
in work when a worker was lost stands in memory that both see. A page is blamed for a death only
where its worker had done nothing before it; else it gets a fresh worker for itself alone, to show
whether the death was its own doing.
"""

from __future__ import annotations

import multiprocessing
import pickle
import queue
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, Literal

from declutter.crawl.records import Failure, Outcome, Position, Record
from declutter.crawl.worker import HELD_SECONDS, READY, Limits, Task, serve
from declutter.errors import DeclutterError

BATCH_RECORDS: Final = 32
BATCH_BYTES: Final = 256 << 10
BATCHES_A_WORKER: Final = 2
HELD_BYTES: Final = 32 << 20
START_SECONDS: Final = 120.0
Lost = Literal["late", "dead"]


class WorkerError(DeclutterError):
    """Workers cannot be started at all; the message says what became of the first."""


class Pool:
    """`workers` processes that do `task`, which must be picklable, record by record."""

    def __init__(self, task: Task, workers: int, limits: Limits) -> None:
        self._todo: queue.Queue[list[Record] | None] = queue.Queue()
        self._done: queue.Queue[list[Outcome] | BaseException | None] = queue.Queue()
        self._stopping = threading.Event()
        self._hands = [_Hand(task, limits, self._stopping) for _ in range(workers)]
        self._threads = [
            threading.Thread(target=self._drive, args=(hand,), daemon=True) for hand in self._hands
        ]
        self._order: deque[Position] = deque()
        self._early: dict[Position, Outcome] = {}
        self._early_bytes = 0
        self._batches = 0

    def __enter__(self) -> Pool:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        for _thread in self._threads:
            self._todo.put(None)
        for hand in self._hands:
            hand.interrupt()
        for thread in self._threads:
            thread.join()

    def outcomes(self, records: Iterable[Record], ordered: bool = True) -> Iterator[Outcome]:
        """An outcome for every record: in their order, or as they come.

        No more records are read than keep the workers busy; where early outcomes wait for a late
        one, reading waits before they fill the memory.
        """
        for batch in _batches(self._noted(records)):
            while self._batches >= BATCHES_A_WORKER * len(self._hands) or (
                self._batches and self._early_bytes > HELD_BYTES
            ):
                yield from self._take(ordered)
            self._batches += 1
            self._todo.put(batch)
            while not self._done.empty():
                yield from self._take(ordered)
        while self._order:
            yield from self._take(ordered)

    def _noted(self, records: Iterable[Record]) -> Iterator[Record]:
        for record in records:
            self._order.append(record.position)
            yield record

    def _take(self, ordered: bool) -> Iterator[Outcome]:
        """Wait for answers of a worker; give out what may go out now."""
        answers = self._done.get()
        if isinstance(answers, BaseException):
            raise answers
        if answers is None:
            self._batches -= 1
            return
        if not ordered:
            for outcome in answers:
                self._order.popleft()  # only their number counts
                yield outcome
            return
        for outcome in answers:
            self._early[outcome.position] = outcome
            self._early_bytes += outcome.size
        while self._order and self._order[0] in self._early:
            outcome = self._early.pop(self._order.popleft())
            self._early_bytes -= outcome.size
            yield outcome

    def _drive(self, hand: _Hand) -> None:
        """The life of a thread: batches in, outcomes out, None after each batch."""
        try:
            while (batch := self._todo.get()) is not None:
                for outcomes in hand.do(batch):
                    self._done.put(outcomes)
                self._done.put(None)
        except BaseException as error:
            if not self._stopping.is_set():
                self._done.put(error)
        finally:
            hand.kill()


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Small pages in company, so that a worker need not wait for each; a large one alone."""
    batch: list[Record] = []
    size = 0
    for record in records:
        if batch and (size + len(record.data) > BATCH_BYTES or len(batch) == BATCH_RECORDS):
            yield batch
            batch, size = [], 0
        batch.append(record)
        size += len(record.data)
    if batch:
        yield batch


class _Hand:
    """One worker process at a time, and what to do when it is lost."""

    def __init__(self, task: Task, limits: Limits, stopping: threading.Event) -> None:
        self._task = task
        self._limits = limits
        self._stopping = stopping
        self._process: Any = None
        self._wire: Any = None
        self._at: Any = _context().RawValue("i", 0)
        self._lock = threading.Lock()

    def do(self, batch: list[Record]) -> Iterator[list[Outcome]]:
        """An outcome for every record of a batch, whatever becomes of the workers."""
        unreadable = [
            _failed(record, "UnreadableRecord", record.problem)
            for record in batch
            if record.problem is not None
        ]
        if unreadable:
            yield unreadable
        pending = [record for record in batch if record.problem is None]
        alone = False
        while pending:
            fresh = self._process is None
            if fresh:
                self._start()
            sent = pending[:1] if alone else pending
            alone = False
            answered = 0
            answer: list[Outcome] | Lost | None = self._send(sent) or self._receive()
            while isinstance(answer, list):
                answered += len(answer)
                yield answer
                answer = self._receive() if answered < len(sent) else None
            pending = pending[answered:]
            if answer is None:
                continue
            if self._stopping.is_set():
                raise InterruptedError
            reason = self._why(answer)
            self.kill()
            suspect = pending.pop(max(self._at.value - answered, 0))
            if answer == "late":
                yield [_failed(suspect, "PageTimeout", reason)]
            elif fresh and self._at.value == answered == 0:
                yield [_failed(suspect, "WorkerDied", reason)]
            else:
                pending.insert(0, suspect)
                alone = True

    def interrupt(self) -> None:
        """End the worker from another thread; the hand's own thread then finds it dead."""
        with self._lock:
            if self._process is not None:
                self._process.kill()

    def kill(self) -> None:
        """End the worker, whatever it is at."""
        with self._lock:
            process, self._process = self._process, None
            if process is not None:
                process.kill()
                process.join()
                self._wire.close()

    def _start(self) -> None:
        context = _context()
        ours, theirs = context.Pipe()
        process = context.Process(
            target=serve, args=(theirs, self._task, self._limits, self._at), daemon=True
        )
        with self._lock:
            if self._stopping.is_set():
                raise InterruptedError
            process.start()
            theirs.close()
            self._process, self._wire = process, ours
        try:
            ready = ours.poll(START_SECONDS) and ours.recv_bytes() == READY
        except (EOFError, OSError):
            ready = False
        if not ready:
            self.kill()
            raise WorkerError(
                f"a worker does not start ({_ending(process.exitcode)}): can its cleaner be "
                "pickled, and is the program's own start under if __name__ == '__main__'?"
            )

    def _send(self, batch: Sequence[Record]) -> Lost | None:
        self._at.value = 0
        try:
            self._wire.send_bytes(pickle.dumps(batch, pickle.HIGHEST_PROTOCOL))
        except OSError:
            return "dead"
        return None

    def _receive(self) -> list[Outcome] | Lost:
        seconds = self._limits.seconds
        try:
            if not self._wire.poll(None if seconds is None else seconds + HELD_SECONDS):
                return "late"
            blob = self._wire.recv_bytes()
        except (EOFError, OSError):
            return "dead"
        outcomes: list[Outcome] = pickle.loads(blob)
        for outcome in outcomes:
            outcome.size = len(blob) // len(outcomes)
        return outcomes

    def _why(self, lost: Lost) -> str:
        if lost == "late":
            return f"the page took longer than {self._limits.seconds} s and its worker was ended"
        process = self._process
        if process is not None:
            process.join(timeout=5)
        return f"the page killed its worker ({_ending(process.exitcode if process else None)})"


def _failed(record: Record, kind: str, reason: str | None) -> Outcome:
    return Outcome(record.position, failure=Failure.of(record, kind, reason or ""))


def _ending(exitcode: int | None) -> str:
    if exitcode is None:
        return "no exit code"
    if exitcode < 0:
        try:
            return signal.Signals(-exitcode).name
        except ValueError:
            return f"signal {-exitcode}"
    return f"exit code {exitcode}"


def _context() -> Any:
    """Processes that start from a small server, not as a copy of a program with threads; the
    server has loaded what cleaning needs, so that workers share its memory and start at once."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["declutter.crawl.warm"])
    return context
