"""The same input for every engine, and what the command makes of it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tests.crawl.generated import address, page
from tests.crawl.site import site_pages

ROOT = Path(__file__).parents[2]


def pages() -> pa.Table:
    """A site, other pages, and three that cannot be cleaned."""
    rows: list[dict[str, Any]] = [
        {"id": f"site {n}", "url": found.url, "html": found.html(), "topic": n}
        for n, found in enumerate(site_pages())
    ]
    rows += [
        {"id": f"page {n}", "url": address(n), "html": page(n, 4).decode(), "topic": n}
        for n in range(20)
    ]
    rows += [
        {"id": "null", "url": address(1), "html": None, "topic": 1},
        {"id": "file", "url": None, "html": "%PDF-1.7\n%" + "\x01\x02\x03" * 50, "topic": None},
        {"id": "empty", "url": None, "html": "", "topic": 3},
    ]
    return pa.Table.from_pylist(rows)


def command_rows(folder: Path, *more: str) -> list[dict[str, Any]]:
    """The rows and failures of `declutter batch` over the pages, as an engine gives them."""
    source = folder / "pages.parquet"
    if not source.exists():
        pq.write_table(pages(), source, row_group_size=16)
    out = folder / f"command{len(more)}.parquet"
    start = [sys.executable, "-c", "import sys; from declutter.cli import main; sys.exit(main())"]
    command = [*start, "batch", str(source), "-o", str(out), "-j", "1", "-q", "--keep", "topic"]
    done = subprocess.run([*command, *more], capture_output=True, check=False)
    assert done.returncode in (0, 3), done.stderr
    rows = pq.read_table(out).to_pylist()
    for row in rows:
        row["error"] = None
    topics = {row["id"]: row["topic"] for row in pages().select(["id", "topic"]).to_pylist()}
    for line in Path(f"{out}.failures.jsonl").read_text().splitlines():
        failure = json.loads(line)
        row = dict.fromkeys(rows[0])
        row |= {"id": failure["id"], "url": failure["url"], "error": failure["reason"]}
        rows.append({**row, "topic": topics[failure["id"]]})
    return in_order(rows)


def in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows by their ids, as plain values."""
    return sorted(rows, key=lambda row: row["id"])


def example(name: str) -> str:
    """The Python block that follows the mark of an example in the README."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"<!-- example: {name} -->\s*```python\n(.*?)```", readme, re.DOTALL)
    assert found, f"README.md has no example {name}"
    code = found[1]
    assert len(code.splitlines()) <= 10
    return code


def run_example(name: str, folder: Path) -> list[dict[str, Any]]:
    """Run an example beside pages.parquet; the rows of the clean.parquet that it writes."""
    import os

    before = Path.cwd()
    os.chdir(folder)
    try:
        exec(compile(example(name), f"README example {name}", "exec"), {})
    finally:
        os.chdir(before)
    return in_order(pq.read_table(folder / "clean.parquet").to_pylist())


def without_topic(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows as an example gives them, which carries no column along."""
    return [{name: value for name, value in row.items() if name != "topic"} for row in rows]
