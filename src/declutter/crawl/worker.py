"""What runs inside a worker process: one page after the other, with an answer to each.

Nothing here waits for the run: a worker whose run is gone ends by itself, and so does one whose
page takes too long, even where the page holds the interpreter.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
import time
from dataclasses import dataclass
from multiprocessing import connection, parent_process
from typing import Any, Final, Protocol

from declutter.crawl.records import Failure, Outcome, Record
from declutter.errors import DeclutterError


class Task(Protocol):
    """What a worker does with each record; it must be picklable."""

    def prepare(self) -> None:
        """Load what is needed, before the first record."""
        ...

    def __call__(self, record: Record) -> object:
        """The result for a record, which must be picklable."""
        ...


READY: Final = b"ready"
GRACE: Final = 5.0
"""Seconds that the run has to end a worker before the worker's own alarm does."""


HELD_SECONDS: Final = 0.1
"""How long an answer may wait for others to travel with."""


@dataclass(slots=True, frozen=True)
class Limits:
    """What one page may cost: seconds, and bytes of memory of its worker. None is no limit."""

    seconds: float | None = 60.0
    memory: int | None = 2 << 30


def serve(wire: connection.Connection, task: Task, limits: Limits, at: Any) -> None:
    """Answer batches of records with lists of Outcomes, until the wire is closed.

    `at.value` is the number of the record in work, in its batch, for the run to see.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _limit_memory(limits.memory)
    task.prepare()
    try:
        wire.send_bytes(READY)
        while batch := pickle.loads(wire.recv_bytes()):
            held: list[Outcome] = []
            sent = time.monotonic()
            for number, record in enumerate(batch):
                at.value = number
                _set_alarm(limits.seconds)
                held.append(attempt(task, record))
                _set_alarm(None)
                if number + 1 == len(batch) or time.monotonic() - sent >= HELD_SECONDS:
                    wire.send_bytes(pickle.dumps(held, pickle.HIGHEST_PROTOCOL))
                    held, sent = [], time.monotonic()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def attempt(task: Task, record: Record) -> Outcome:
    """The task's result for a record, or the failure that an exception of it is."""
    try:
        return Outcome(record.position, task(record))
    except MemoryError:
        reason = "cleaning the page takes more memory than a worker may have"
        return _failed(record, "MemoryError", reason)
    except DeclutterError as error:
        return _failed(record, type(error).__name__, str(error))
    except Exception as error:
        return _failed(record, type(error).__name__, f"{type(error).__name__}: {error}")


def _failed(record: Record, kind: str, reason: str) -> Outcome:
    return Outcome(record.position, failure=Failure.of(record, kind, reason))


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _set_alarm(seconds: float | None) -> None:
    """Have the system end this process in a while; None calls it off."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0 if seconds is None else seconds + GRACE)


def _limit_memory(limit: int | None) -> None:
    if limit is None:
        return
    try:
        import resource
    except ImportError:  # no such limits on Windows
        return
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
