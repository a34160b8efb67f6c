"""Many pages, in order, none of which can stop the others."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from declutter.cleaner import Cleaner, Input, Result
from declutter.errors import DeclutterError, InvalidOption

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

CHUNK: Final = 16
"""Pages sent to a worker at once: enough to make sending cheap, few enough for the memory."""

CHUNKS_AHEAD: Final = 3
"""Chunks read ahead for each worker, so that none waits for the reading."""


def clean_many(cleaner: Cleaner, pages: Iterable[Any], workers: int = 1) -> Iterator[Result]:
    """Clean the pages in their order; a page that cannot be cleaned is a Result with its error.

    `pages` holds data as `Cleaner.clean` takes it, or `Input`s; it is read only a little ahead of
    the results. `workers` above 1 are processes. Raises InvalidOption for fewer than one worker;
    what iterating over `pages` raises goes through.
    """
    if workers < 1:
        raise InvalidOption(f"workers={workers}: use 1 or more")
    inputs = (page if isinstance(page, Input) else Input(page) for page in pages)
    if workers == 1:
        return (clean_one(cleaner, page) for page in inputs)
    return _in_processes(cleaner, inputs, workers)


def clean_one(cleaner: Cleaner, page: Input) -> Result:
    """Clean one page; whatever it raises is the error of the Result, as a DeclutterError."""
    try:
        document = cleaner.clean(page.data, page.url, page.input_format, page.charset)
    except DeclutterError as error:
        return Result(page.id, None, error)
    except Exception as error:  # whatever it is, the other pages must not suffer from it
        return Result(page.id, None, DeclutterError(f"{type(error).__name__}: {error}"))
    return Result(page.id, document, None)


def _clean_chunk(cleaner: Cleaner, chunk: list[Input]) -> list[Result]:
    return [clean_one(cleaner, page) for page in chunk]


def _in_processes(cleaner: Cleaner, inputs: Iterator[Input], workers: int) -> Iterator[Result]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    pool = ProcessPoolExecutor(workers)
    waiting: deque[tuple[list[Input], Future[list[Result]]]] = deque()
    try:
        while True:
            while len(waiting) < workers * CHUNKS_AHEAD and (chunk := list(islice(inputs, CHUNK))):
                waiting.append((chunk, _submit(pool, cleaner, chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                results = future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                results = [_clean_alone(cleaner, page) for page in chunk]
                pool = ProcessPoolExecutor(workers)
                waiting = deque((kept, _submit(pool, cleaner, kept)) for kept, _ in waiting)
            except Exception:  # a page or a document that cannot travel between processes
                results = _clean_chunk(cleaner, chunk)
            yield from results
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submit(
    pool: ProcessPoolExecutor, cleaner: Cleaner, chunk: list[Input]
) -> Future[list[Result]]:
    from concurrent.futures import Future
    from concurrent.futures.process import BrokenProcessPool

    try:
        return pool.submit(_clean_chunk, cleaner, chunk)
    except BrokenProcessPool as error:  # found broken before its first failure was seen
        future: Future[list[Result]] = Future()
        future.set_exception(error)
        return future


def _clean_alone(cleaner: Cleaner, page: Input) -> Result:
    """Clean a page that may have killed its worker, in a process that only it can kill."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(_clean_chunk, cleaner, [page]).result()[0]
        except BrokenProcessPool:
            message = (
                "the process that cleaned the page was killed: lower max_bytes or skip the page"
            )
            return Result(page.id, None, DeclutterError(message))
