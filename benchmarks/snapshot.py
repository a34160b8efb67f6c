"""`python -m benchmarks.snapshot CORPUS`: what a Common Crawl snapshot would take, as measured.

A sample of a corpus is read, fingerprinted, cleaned and written as a crawl would be; what one page
costs is multiplied by the pages of a snapshot, and the plan in the README is filled with it.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from benchmarks.corpora import ROOT, CorpusPage, load_corpus
from benchmarks.readme import fill
from benchmarks.tables import table
from declutter import Cleaner
from declutter.crawl.clean import CleanTask
from declutter.crawl.learn import PrintTask
from declutter.crawl.records import Record
from declutter.crawl.rows import Shape
from declutter.crawl.site_memory import PagePrint

PAGES = 3_000_000_000
CORES = 1_000
FINGERPRINT_BYTES = 8
START = "<!-- snapshot:start -->"
END = "<!-- snapshot:end -->"


@dataclass(slots=True, frozen=True)
class Costs:
    """What one page takes, on average: CPU seconds and bytes."""

    pages: int
    read_bytes: float
    print_seconds: float
    blocks: float
    clean_seconds: float
    row_bytes: float

    @property
    def shuffle_bytes(self) -> float:
        """A fingerprint a block, one of the page, and the number of the host."""
        return (self.blocks + 2) * FINGERPRINT_BYTES


def measure_costs(pages: Sequence[CorpusPage]) -> Costs:
    """Do with each page what a run does with it; a page that raises costs what it took."""
    records = [Record(page.id, page.raw, url=page.url or "https://example.com/") for page in pages]
    printing = PrintTask(Cleaner().max_bytes)
    cleaning = CleanTask(Cleaner(), Shape(), dict)
    printing.prepare()
    cleaning.prepare()
    prints, print_seconds = _timed(printing, records)
    rows, clean_seconds = _timed(cleaning, records)
    return Costs(
        pages=len(records),
        read_bytes=mean(len(gzip.compress(page.raw)) for page in pages),
        print_seconds=print_seconds / len(records),
        blocks=mean(len(found.blocks) for found in prints if isinstance(found, PagePrint)),
        clean_seconds=clean_seconds / len(records),
        row_bytes=_parquet_bytes(rows) / len(records),
    )


def _timed(task: Callable[[Record], object], records: Sequence[Record]) -> tuple[list[Any], float]:
    results = []
    began = time.process_time()
    for record in records:
        try:
            results.append(task(record))
        except Exception:
            continue
    return results, time.process_time() - began


def _parquet_bytes(rows: list[dict[str, object]]) -> int:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from declutter.crawl.sinks import arrow_schema

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.parquet"
        pq.write_table(pa.Table.from_pylist(rows, arrow_schema(Shape())), path, compression="zstd")
        return path.stat().st_size


def install() -> str:
    """Whether the hot modules that run here are compiled."""
    from declutter.judge import score

    return "uncompiled" if str(score.__file__).endswith(".py") else "compiled"


def render_plan(costs: Costs) -> str:
    """The plan's table."""

    def hours(seconds: float) -> list[str]:
        core_hours = seconds * PAGES / 3600
        return [f"{core_hours:,.0f} core hours", f"{core_hours / CORES:,.1f} h"]

    def bytes_(size: float) -> list[str]:
        return [f"{size * PAGES / 1e12:,.1f} TB", ""]

    rows = [
        ["read the WARC files, once a pass", f"{costs.read_bytes / 1000:,.0f} kB, compressed"],
        ["pass 1: fingerprints of the blocks", f"{costs.print_seconds * 1000:,.1f} ms"],
        [
            "shuffle them by host",
            f"{costs.shuffle_bytes:,.0f} bytes ({costs.blocks:,.0f} blocks)",
        ],
        ["pass 2: cleaning", f"{costs.clean_seconds * 1000:,.1f} ms"],
        ["write Parquet", f"{costs.row_bytes / 1000:,.1f} kB"],
    ]
    rows[0] += bytes_(costs.read_bytes)
    rows[1] += hours(costs.print_seconds)
    rows[2] += bytes_(costs.shuffle_bytes)
    rows[3] += hours(costs.clean_seconds)
    rows[4] += bytes_(costs.row_bytes)
    head = ["step", "a page", f"{PAGES / 1e9:.0f} billion pages", f"on {CORES:,} cores"]
    note = (
        f"A page's costs are the mean of {costs.pages:,} pages of a corpus on one core of the "
        f"machine that ran `make snapshot`, {install()}, reading and writing aside."
    )
    return f"{table(head, rows)}\n\n{note}"


def main() -> None:
    """Measure on a sample, and fill README.md."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path, help="folder of a corpus")
    parser.add_argument("--sample", type=int, default=300, help="pages to measure on")
    options = parser.parse_args()
    plan = render_plan(measure_costs(load_corpus(options.corpus, options.sample)))
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    readme.write_text(fill(text, plan, START, END), encoding="utf-8")


if __name__ == "__main__":
    main()
