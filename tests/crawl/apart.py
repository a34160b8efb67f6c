"""A run with small parts, for tests that kill it.

python -m tests.crawl.apart SOURCE OUT ORDER [PART WORKERS]; a part has at most PART rows.
"""

from __future__ import annotations

import sys

from declutter import Cleaner
from declutter.crawl import run
from declutter.crawl.worker import Limits
from tests.crawl.cleaners import Hostile

if __name__ == "__main__":
    source, out, order, part, workers = [*sys.argv[1:], "10", "2"][:5]
    run.PART_ROWS = int(part)  # type: ignore[misc]
    run.run_batch(
        [source],
        out,
        cleaner=Hostile(Cleaner(second_opinion=False)),
        workers=int(workers),
        ordered=order == "as-read",
        resume=True,
        limits=Limits(seconds=10.0),
    )
