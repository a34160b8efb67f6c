"""One extractor over the pages of one corpus: what it found, and the CPU time it took."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

from benchmarks.corpora import CorpusPage
from benchmarks.peers import Extractor, Found

SECONDS_A_PAGE = 30


def measure(
    extractor: Extractor, pages: Sequence[CorpusPage], fold_of: Sequence[int | None]
) -> list[Found]:
    """What the extractor finds on each page, with its CPU seconds, after one page to warm up.

    An exception, and a page that takes longer than 30 seconds, count as empty output.
    """
    if pages:
        _measured(extractor, pages[0], fold_of[0])
    return [_measured(extractor, page, fold) for page, fold in zip(pages, fold_of, strict=True)]


def _measured(extractor: Extractor, page: CorpusPage, fold: int | None) -> Found:
    begin = time.process_time()
    try:
        with _time_limit(SECONDS_A_PAGE):
            found = extractor(page, fold)
    except (Exception, RecursionError) as problem:
        found = Found(error=f"{type(problem).__name__}: {problem}"[:200])
    if found.cpu is None:
        found.cpu = time.process_time() - begin
    return found


@contextmanager
def _time_limit(seconds: int) -> Iterator[None]:
    """Raise TimeoutError in the main thread once the time is up; C code ends when it returns."""

    def stop(signum: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"longer than {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
