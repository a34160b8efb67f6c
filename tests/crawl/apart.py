"""A run with small parts, for tests that kill it or take its time.

python -m tests.crawl.apart SOURCE OUT ORDER [PART WORKERS]; a part has at most PART rows. What
comes out on standard output are the seconds from the first finished page to the last, and the CPU
seconds that the run itself spent between them, the workers aside.
"""

from __future__ import annotations

import sys
import time

from declutter import Cleaner
from declutter.crawl import run
from declutter.crawl.progress import Silent
from declutter.crawl.records import Failure
from declutter.crawl.worker import Limits
from tests.crawl.cleaners import Hostile


class Clock(Silent):
    """Takes the time between the first and the last page, the start of the workers aside."""

    def __init__(self) -> None:
        self.first = self.last = self.before = self.spent = 0.0

    def done(self, failure: Failure | None) -> None:
        self.last, self.spent = time.monotonic(), time.process_time()
        self.first = self.first or self.last
        self.before = self.before or self.spent


if __name__ == "__main__":
    source, out, order, part, workers = [*sys.argv[1:], "10", "2"][:5]
    run.PART_ROWS = int(part)  # type: ignore[misc]
    clock = Clock()
    run.run_batch(
        [source],
        out,
        cleaner=Hostile(Cleaner(second_opinion=False)),
        workers=int(workers),
        ordered=order == "as-read",
        resume=True,
        limits=Limits(seconds=10.0),
        progress=clock,
    )
    print(clock.last - clock.first, clock.spent - clock.before)
