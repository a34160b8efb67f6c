"""`python -m benchmarks`: score declutter beside its peers."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.corpora import ROOT
from benchmarks.flatten import run_flattened
from benchmarks.run import run
from benchmarks.xray_index import draw_worst


def main() -> None:
    """Read the options, run, say where the results are."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Score declutter beside its peers on the fixtures and on corpora.",
    )
    parser.add_argument(
        "--corpus",
        type=Path,
        action="append",
        default=[],
        metavar="PATH",
        help="a corpus folder with pages.jsonl; may be given more than once",
    )
    parser.add_argument("--peers", metavar="A,B", help="these extractors only")
    parser.add_argument("--sample", type=int, metavar="N", help="N pages of each corpus only")
    parser.add_argument(
        "--peer-python", metavar="PATH", help="a Python 3.12 or newer that has trafipy"
    )
    parser.add_argument(
        "--flatten",
        action="store_true",
        help="instead, score declutter on the corpora's pages flattened to text and Markdown",
    )
    parser.add_argument(
        "--xray",
        type=int,
        nargs="?",
        const=50,
        metavar="N",
        help="instead, draw the N worst pages of each corpus (50), with an index of them",
    )
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results")
    options = parser.parse_args()
    if options.xray is not None:
        draw_worst(options.corpus, options.xray, options.sample, options.out / "xray")
        print(f"the index is {options.out / 'xray' / 'index.html'}")
        return
    if options.flatten:
        run_flattened(options.corpus, options.sample, options.out)
    else:
        peers = options.peers.split(",") if options.peers else None
        run(options.corpus, peers, options.sample, options.peer_python, options.out)
    print(f"results are in {options.out}")


if __name__ == "__main__":
    main()
