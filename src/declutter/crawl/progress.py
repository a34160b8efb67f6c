"""How far a run is: a bar on a terminal, plain lines in a log."""

from __future__ import annotations

import sys
import time
from typing import IO, Any, Final, Protocol

from declutter.crawl.records import Failure

SECONDS_BETWEEN_LINES: Final = 10.0


class Progress(Protocol):
    """Is told what happens in a run."""

    def start(self, size: int, done: int, failed: int) -> None:
        """The run begins: the input's bytes, and the pages that an earlier run has done."""
        ...

    def read(self, offset: int) -> None:
        """The input was read up to this byte."""
        ...

    def done(self, failure: Failure | None) -> None:
        """A page is done."""
        ...

    def finish(self) -> None:
        """The run ends."""
        ...


class Silent:
    """Shows nothing."""

    def start(self, size: int, done: int, failed: int) -> None:
        """Nothing."""

    def read(self, offset: int) -> None:
        """Nothing."""

    def done(self, failure: Failure | None) -> None:
        """Nothing."""

    def finish(self) -> None:
        """Nothing."""


class Lines:
    """A line every ten seconds, and one for each failure."""

    def __init__(
        self, stream: IO[str] | None = None, seconds: float = SECONDS_BETWEEN_LINES
    ) -> None:
        self._stream = stream or sys.stderr
        self._seconds = seconds
        self._size = self._first = self._offset = 0
        self._pages = self._failed = self._before = 0
        self._began = self._last = time.monotonic()

    def start(self, size: int, done: int, failed: int) -> None:
        """Say what is taken over from an earlier run."""
        self._size, self._failed = size, failed
        self._pages = self._before = done
        self._began = self._last = time.monotonic()
        if done:
            self._say(f"resuming after {done:,} pages")

    def read(self, offset: int) -> None:
        """Note how far the input was read."""
        self._first = self._first or offset
        self._offset = offset

    def done(self, failure: Failure | None) -> None:
        """Count a page; name one that failed."""
        self._pages += 1
        if failure is not None:
            self._failed += 1
            self._say(_named(failure))
        if time.monotonic() - self._last >= self._seconds:
            self._last = time.monotonic()
            self._say(self.line())

    def finish(self) -> None:
        """The last line."""
        self._say(self.line())

    def line(self) -> str:
        """Pages, pages a second, failures, time left."""
        elapsed = max(time.monotonic() - self._began, 1e-6)
        rate = (self._pages - self._before) / elapsed
        line = f"{self._pages:,} pages, {rate:,.0f} a second, {self._failed:,} failed"
        read, rest = self._offset - self._first, self._size - self._offset
        if read > 0 and rest > 0:
            line += f", {_clock(elapsed * rest / read)} left"
        return line

    def _say(self, line: str) -> None:
        print(line, file=self._stream, flush=True)


def _named(failure: Failure) -> str:
    """A failure as one line; what an id or a reason could do to a terminal is shown instead."""
    line = f"failed: {failure.id}: {failure.reason}"
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in line)


def _clock(seconds: float) -> str:
    minutes, second = divmod(int(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02d}:{second:02d}"


class Bar:
    """A bar with pages, pages a second, failures and the time left, by rich."""

    def __init__(self) -> None:
        from rich.progress import BarColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
        from rich.progress import Progress as RichProgress

        self._bar = RichProgress(
            BarColumn(),
            TextColumn("{task.percentage:>3.0f}%"),
            TextColumn("{task.fields[pages]:,} pages"),
            TextColumn("{task.fields[rate]:,.0f} a second"),
            TextColumn("{task.fields[failed]:,} failed"),
            TimeElapsedColumn(),
            TextColumn("left"),
            TimeRemainingColumn(),
        )
        self._task: Any = None
        self._pages = self._failed = self._before = 0
        self._began = time.monotonic()
        self._shown = 0.0
        self._offset = 0

    def start(self, size: int, done: int, failed: int) -> None:
        """Show the bar."""
        self._pages = self._before = done
        self._failed = failed
        self._began = time.monotonic()
        self._task = self._bar.add_task("", total=size or None, pages=done, rate=0.0, failed=failed)
        self._bar.start()

    def read(self, offset: int) -> None:
        """Note how far the input was read."""
        self._offset = offset

    def done(self, failure: Failure | None) -> None:
        """Count a page; name one that failed above the bar."""
        self._pages += 1
        if failure is not None:
            self._failed += 1
            self._bar.console.print(_named(failure), markup=False, highlight=False)
        if time.monotonic() - self._shown > 0.2:
            self._show()

    def finish(self) -> None:
        """Leave the bar as it is."""
        if self._task is not None:
            self._show()
            self._bar.stop()

    def _show(self) -> None:
        self._shown = time.monotonic()
        rate = (self._pages - self._before) / max(self._shown - self._began, 1e-6)
        self._bar.update(
            self._task, completed=self._offset, pages=self._pages, rate=rate, failed=self._failed
        )


def for_terminal(stream: IO[str]) -> Progress:
    """A bar where the stream is a terminal, else lines."""
    return Bar() if stream.isatty() else Lines(stream)
