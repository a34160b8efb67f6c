"""What the reports on rules and mistakes share: their options, and where results go."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from benchmarks.corpora import ROOT


def report_options(name: str, description: str | None) -> argparse.Namespace:
    """The options of `python -m benchmarks.NAME`: `corpora`, `sample` and `out`."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}", description=description)
    parser.add_argument("corpora", type=Path, nargs="*", help="corpus folders with pages.jsonl")
    parser.add_argument("--sample", type=int, metavar="N", help="N pages of each corpus only")
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results")
    return parser.parse_args()


def write_report(folder: Path, name: str, results: dict[str, Any], text: str) -> None:
    """Write the figures as JSON and as a page to read, and say where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(results, indent=1) + "\n")
    (folder / f"{name}.md").write_text(text, encoding="utf-8")
    print(f"results are in {folder}")
