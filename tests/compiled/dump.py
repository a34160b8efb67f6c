"""Writes what comes out of every fixture, to compare the compiled install with the source.

`python dump.py compiled|source` fails where the hot modules are not what the word says.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import declutter
from declutter.deadline import Deadline
from declutter.judge import score
from declutter.judge.heuristic import places
from declutter.readers import html_walk
from declutter.readers.html import read_html

FIXTURES = Path(__file__).parents[2] / "fixtures"


def outcome(path: Path) -> dict[str, Any]:
    """All that is known of a page: the document, its blocks, its verdicts, its declarations."""
    data = path.read_bytes()
    document = declutter.clean(data, comments=True, second_opinion=False)
    by_hand = declutter.clean(data, fitted=False, second_opinion=False)
    read: list[str] = []
    if path.suffix == ".html":
        page = read_html(data, charset=None, deadline=Deadline(None))
        read = [repr(page.elements), repr(page.declared)]
    return {
        "document": document.to_dict(),
        "blocks": [repr(block) for block in document.blocks],
        "by hand": [repr(block) for block in by_hand.blocks],
        "read": read,
    }


def main() -> None:
    """Write the outcome of every fixture as JSON to standard output."""
    modules = (html_walk, score, places)
    compiled = [not str(module.__file__).endswith(".py") for module in modules]
    if not all(compiled) if sys.argv[1] == "compiled" else any(compiled):
        sys.exit(f"this install is not {sys.argv[1]}: {html_walk.__file__}")
    pages = sorted(FIXTURES.glob("*/page.*"))
    found = {str(path.relative_to(FIXTURES)): outcome(path) for path in pages}
    json.dump(found, sys.stdout, indent=1, sort_keys=True, ensure_ascii=False)


if __name__ == "__main__":
    main()
