"""A run with small parts, for tests that kill it: python -m tests.crawl.apart SOURCE OUT ORDER."""

from __future__ import annotations

import sys

from declutter import Cleaner
from declutter.crawl import run
from declutter.crawl.worker import Limits
from tests.crawl.cleaners import Hostile

if __name__ == "__main__":
    source, out, order, *part_rows = sys.argv[1:]
    run.PART_ROWS = int(part_rows[0]) if part_rows else 10  # type: ignore[misc]
    run.run_batch(
        [source],
        out,
        cleaner=Hostile(Cleaner(second_opinion=False)),
        workers=2,
        ordered=order == "as-read",
        resume=True,
        limits=Limits(seconds=5.0),
    )
