"""The first of two passes over an input: what comes back on the pages of each site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from declutter.crawl.pool import Pool
from declutter.crawl.progress import Progress, Silent
from declutter.crawl.records import Position, Record
from declutter.crawl.site_memory import PagePrint, SiteMemory, host_of, print_page
from declutter.crawl.sources import Sources
from declutter.crawl.worker import Limits
from declutter.deadline import Deadline
from declutter.errors import InvalidOption

PAGES_A_TRANSACTION: Final = 500


@dataclass(slots=True, frozen=True)
class PrintTask:
    """Reads a record and takes the fingerprints of its blocks; None for one of no known host."""

    max_bytes: int
    timeout: float | None = None

    def prepare(self) -> None:
        """Load what reads and splits pages."""
        self(Record("", b"<p>A page.</p>", url="https://example.com/"))

    def __call__(self, record: Record) -> PagePrint | None:
        from declutter.judge.split import split_blocks
        from declutter.readers import read

        page = read(
            record.data,
            url=record.url,
            input_format=record.input_format,
            charset=record.charset,
            max_bytes=self.max_bytes,
            deadline=Deadline(self.timeout),
        )
        host = host_of(page.url)
        if host is None:
            return None
        split_blocks(page)
        return print_page(host, [block.text for block in page.blocks])


def learn(
    sources: Sources,
    memory: SiteMemory,
    *,
    workers: int = 1,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> None:
    """Observe every page of an input that can be read, once, however often this is called.

    Goes on where a killed call was. Raises InvalidOption for standard input, which cannot be read
    a second time for the cleaning.
    """
    if any(file.kind == "stdin" for file in sources.files):
        raise InvalidOption("a site memory needs two passes: standard input can be read only once")
    source = sources.fingerprint()
    start = memory.learned(source)
    if start is None:
        return
    limits = limits or Limits()
    progress = progress or Silent()
    progress.start(sources.size, done=0, failed=0)
    task = PrintTask(sources.reading.max_bytes, limits.seconds)

    def records() -> Iterator[Record]:
        for record in sources.records(start):
            progress.read(record.offset)
            yield record

    pages: list[PagePrint] = []
    mark: Position = start
    with Pool(task, workers, limits) as pool:
        for number, outcome in enumerate(pool.outcomes(records()), start=1):
            progress.done(None)
            mark = (outcome.position[0], outcome.position[1] + 1)
            if isinstance(outcome.result, PagePrint):
                pages.append(outcome.result)
            if number % PAGES_A_TRANSACTION == 0:
                memory.observe_pages(pages, source=source, mark=mark)
                pages = []
    memory.observe_pages(pages, source=source, mark=mark)
    memory.finish_input(source)
    progress.finish()
