"""`python -m benchmarks.speed CORPUS`: what declutter costs beside its peers, in one run."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.corpora import ROOT, load_corpus
from benchmarks.grown import DENSE, crowd_page, grow_page
from benchmarks.metrics import mean
from benchmarks.peers import quiet
from benchmarks.plot import INK, OWN, PEER, QUIET, style
from benchmarks.processes import memory_bound, pages_a_second, peak_memory, start_up
from benchmarks.run import machine
from benchmarks.stopwatch import (
    DECLUTTER,
    FLOOR,
    LOADERS,
    RESILIPARSE,
    TRAFILATURA,
    contestants,
    time_in_turn,
    time_stages,
)
from benchmarks.tables import table

SIZES = (
    1_000,
    3_000,
    10_000,
    30_000,
    100_000,
    300_000,
    1_000_000,
    3_000_000,
    10_000_000,
    20_000_000,
)
DENSE_BLOCKS = 99_990
_STAGES = ("read", "judge", "metadata", "render")
_SIZED = (DECLUTTER, TRAFILATURA, RESILIPARSE, FLOOR)
_TRAFILATURA_LIMIT = 1_000_000
"""Bytes above which trafilatura is not timed: it can take minutes that nothing can interrupt."""


def run_speed(corpus: Path, sample: int | None, out: Path) -> dict[str, Any]:
    """Time everything on the corpus's pages; write speed.json, speed.md and speed-size.png."""
    quiet()
    pages = [page.raw for page in load_corpus(corpus, sample)]
    _say("each extractor on each page, in turn")
    spent = time_in_turn(contestants(), pages)
    results: dict[str, Any] = {
        "machine": machine(),
        "corpus": corpus.resolve().name,
        "pages": len(pages),
        "kilobytes": sum(map(len, pages)) / len(pages) / 1000,
        "ms": {name: mean(1000 * second for second in times) for name, times in spent.items()},
    }
    _say("declutter's stages")
    results["stages"] = time_stages(pages)
    with tempfile.TemporaryDirectory() as folder:
        files = _write_pages(pages, Path(folder))
        _say("peak memory")
        results["memory"] = {name: peak_memory(name, Path(folder)) for name in LOADERS}
        _say("start-up")
        typical = sorted(files, key=lambda file: file.stat().st_size)[len(files) // 2]
        results["start_up"] = start_up(typical)
    _say("workers")
    results["pages_a_second"] = {str(n): pages_a_second(pages, n) for n in (1, 2)}
    _say("sizes")
    results["sizes"] = [_time_size(size) for size in SIZES]
    _say("dense pages")
    results["dense"] = {kind: _crowd_memory(kind) for kind in DENSE}
    out.mkdir(parents=True, exist_ok=True)
    (out / "speed.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    (out / "speed.md").write_text(render_speed(results), encoding="utf-8")
    plot_sizes(results["sizes"], out / "speed-size.png")
    return results


def render_speed(results: dict[str, Any]) -> str:
    """The speed run as a Markdown page."""
    return (
        "\n\n".join(
            [
                "# Speed",
                _about(results),
                _render_contestants(results),
                "## Where declutter's time goes",
                _render_stages(results["stages"], results["pages"]),
                "## Whole processes",
                _render_processes(results),
                "## Workers",
                table(
                    ["workers", "pages a second"],
                    [[n, f"{value:.0f}"] for n, value in results["pages_a_second"].items()],
                ),
                "## Cost against size",
                "Generated article pages; milliseconds a page, and declutter's peak memory.",
                _render_sizes(results["sizes"]),
                "![Cost against page size](speed-size.png)",
                "## Dense pages",
                f"Pages of {DENSE_BLOCKS:,} small blocks and nothing else; declutter's peak "
                "memory, and 15 times the input and 60 MB (of 2^20 bytes, as all memory here).",
                _render_dense(results["dense"]),
            ]
        )
        + "\n"
    )


def render_costs(results: dict[str, Any]) -> str:
    """What the README shows of the speed run."""
    return "\n\n".join([_about(results), _render_contestants(results), _render_processes(results)])


def _render_contestants(results: dict[str, Any]) -> str:
    ms, memory = results["ms"], results["memory"]
    rows = [
        [
            name,
            f"{value:.2f}",
            f"{value / ms[FLOOR]:.2f}",
            f"{value / ms[RESILIPARSE]:.2f}",
            f"{memory[name]:.0f}",
        ]
        for name, value in ms.items()
    ]
    headings = ["", "CPU ms a page", "to the floor", "to resiliparse", "peak memory, MB"]
    return table(headings, rows)


def _render_processes(results: dict[str, Any]) -> str:
    return table(
        ["", "CPU ms, the least of ten"],
        [[f"`{name}`", f"{value:.0f}"] for name, value in results["start_up"].items()],
    )


def plot_sizes(sizes: Sequence[dict[str, Any]], path: Path) -> None:
    """Plot CPU milliseconds against page size, a line an extractor."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    looks = {DECLUTTER: (OWN, "-"), TRAFILATURA: (PEER, "-"), RESILIPARSE: (PEER, "--")}
    with plt.rc_context(style()):
        figure, axis = plt.subplots(figsize=(7.2, 4.6))
        for name in _SIZED:
            points = [(row["bytes"], row["ms"][name]) for row in sizes if name in row["ms"]]
            color, line = looks.get(name, (QUIET, ":"))
            own = name == DECLUTTER
            axis.plot(
                *zip(*points, strict=True),
                line,
                color=color,
                linewidth=2.4 if own else 1.6,
                marker="o",
                markersize=5 if own else 3.5,
                label=name,
            )
        axis.set_xscale("log")
        axis.set_yscale("log")
        axis.set_title("Cost against page size (generated article pages)")
        axis.set_xlabel("page size")
        axis.set_ylabel("CPU ms a page")
        axis.set_xticks([10**n for n in range(3, 8)], ["1 kB", "10 kB", "100 kB", "1 MB", "10 MB"])
        axis.yaxis.set_major_formatter("{x:g}")
        axis.minorticks_off()
        axis.legend(frameon=False, labelcolor=INK)
        figure.tight_layout()
        figure.savefig(path, dpi=160, metadata={"Software": None})
        plt.close(figure)


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("corpus", type=Path, help="a corpus folder with pages.jsonl")
    parser.add_argument("--sample", type=int, metavar="N", help="N pages of the corpus only")
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results")
    options = parser.parse_args()
    run_speed(options.corpus, options.sample, options.out)
    print(f"results are in {options.out}")


def _time_size(size: int) -> dict[str, Any]:
    raw = grow_page(size)
    names = [name for name in _SIZED if name != TRAFILATURA or size <= _TRAFILATURA_LIMIT]
    calls = {name: LOADERS[name]() for name in names}
    repeats = 10 if size <= 100_000 else 3 if size <= 1_000_000 else 1
    spent = time_in_turn(calls, [raw] * repeats)
    with tempfile.TemporaryDirectory() as folder:
        _write_pages([raw], Path(folder))
        memory = peak_memory(DECLUTTER, Path(folder))
    return {
        "bytes": len(raw),
        "ms": {name: 1000 * min(times) for name, times in spent.items()},
        "memory": memory,
    }


def _crowd_memory(kind: str) -> dict[str, float]:
    raw = crowd_page(kind, DENSE_BLOCKS)
    with tempfile.TemporaryDirectory() as folder:
        _write_pages([raw], Path(folder))
        return {"bytes": len(raw), "memory": peak_memory(DECLUTTER, Path(folder))}


def _write_pages(pages: Sequence[bytes], folder: Path) -> list[Path]:
    files = [folder / f"{number}.html" for number in range(len(pages))]
    for file, raw in zip(files, pages, strict=True):
        file.write_bytes(raw)
    return files


def _about(results: dict[str, Any]) -> str:
    own, ms, on = results["ms"][DECLUTTER], results["ms"], results["machine"]
    stages = {name: results["stages"][name] for name in _STAGES}
    metadata = stages["metadata"] / sum(stages.values())
    return (
        f"Python {on['python']}, {on['system']} {on['architecture']}, {on['cores']} cores; "
        f"{results['pages']:,} pages of {results['corpus']}, {results['kilobytes']:.0f} kB on "
        "average; raw bytes in, `doc.to_dict()` out, the extractors taking turns on each page. "
        f"trafilatura with metadata takes {ms[TRAFILATURA] / own:.1f} times what declutter takes "
        f"with metadata, which are {metadata:.0%} of its stages' time."
    )


def _render_stages(stages: dict[str, float], pages: int) -> str:
    blocks = stages["blocks"]
    whole = sum(stages[name] for name in _STAGES)
    rows = [
        [
            name,
            f"{1000 * seconds / pages:.2f}",
            f"{seconds / whole:.0%}",
            f"{1e6 * seconds / blocks:.1f}",
        ]
        for name, seconds in [*((name, stages[name]) for name in _STAGES), ("all", whole)]
    ]
    return table(["stage", "CPU ms a page", "share", "microseconds a block"], rows)


def _render_sizes(sizes: Sequence[dict[str, Any]]) -> str:
    rows = [
        [
            f"{row['bytes']:,}",
            *(f"{row['ms'][name]:.2f}" if name in row["ms"] else "" for name in _SIZED),
            f"{row['memory']:.0f}",
        ]
        for row in sizes
    ]
    return table(["bytes", *_SIZED, "declutter's peak memory, MB"], rows)


def _render_dense(dense: dict[str, dict[str, float]]) -> str:
    rows = [
        [
            kind,
            f"{row['bytes']:,}",
            f"{row['memory']:.0f}",
            f"{memory_bound(int(row['bytes'])):.0f}",
        ]
        for kind, row in dense.items()
    ]
    return table(["blocks", "bytes", "peak memory, MB", "bound, MB"], rows)


def _say(what: str) -> None:
    print(f"speed: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
