"""`python -m benchmarks.readme`: put the last run's figures into the README."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from benchmarks.corpora import ROOT
from benchmarks.flatten import render_flattened
from benchmarks.speed import render_costs
from benchmarks.tables import render_kinds, render_metadata, render_overview

START = "<!-- benchmark:start -->"
END = "<!-- benchmark:end -->"
SPEED_START = "<!-- speed:start -->"
SPEED_END = "<!-- speed:end -->"
FLAT_START = "<!-- flattened:start -->"
FLAT_END = "<!-- flattened:end -->"


def fill(readme: str, section: str, start: str = START, end: str = END) -> str:
    """The README with the section between the two marks; ValueError where a mark is missing."""
    if start not in readme or end not in readme:
        raise ValueError(f"the README needs the lines {start} and {end}")
    pattern = re.compile(re.escape(start) + ".*?" + re.escape(end), re.DOTALL)
    return pattern.sub(lambda _: f"{start}\n{section}\n{end}", readme, count=1)


def render_section(results: dict[str, Any], folder: str) -> str:
    """The figures as the README shows them; `folder` is where the plot is."""
    parts = [render_overview(results), f"![Quality against speed]({folder}/quality.png)"]
    for corpus in results["corpora"]:
        if corpus["name"].startswith("fixtures"):
            continue
        if len(corpus["kinds"]) > 1:
            parts += [f"Word F1 by kind of page ({corpus['name']}):", render_kinds(corpus, "f1")]
        if corpus["metadata"]:
            parts += [
                f"Metadata ({corpus['name']}): the share right where gold has the field, and the "
                "share given a value where gold has none:",
                render_metadata(corpus),
            ]
    if results["missing"]:
        parts.append(f"Missing in this run: {', '.join(results['missing'])}.")
    if results["sample"]:
        parts.append(f"From a sample of {results['sample']} pages a corpus.")
    return "\n\n".join(parts)


def main() -> None:
    """Fill README.md from results.json, flattened.json and speed.json in benchmarks/results."""
    folder = "benchmarks/results"
    readme: Path = ROOT / "README.md"
    text = fill(
        readme.read_text(encoding="utf-8"), render_section(_read(folder, "results"), folder)
    )
    text = fill(text, render_costs(_read(folder, "speed")), SPEED_START, SPEED_END)
    text = fill(text, render_flattened(_read(folder, "flattened")), FLAT_START, FLAT_END)
    readme.write_text(text, encoding="utf-8")


def _read(folder: str, name: str) -> dict[str, Any]:
    results: dict[str, Any] = json.loads((ROOT / folder / f"{name}.json").read_text("utf-8"))
    return results


if __name__ == "__main__":
    main()
